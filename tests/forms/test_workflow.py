"""The workflow that turns an accepted form into a pull request."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT, TODAY, bassin
from tests.forge import calls, put
from tests.forms.bodies import body

FILE = ROOT / ".github/workflows/form-to-pull-request.yml"
WORKFLOW: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
STEPS = [step for job in WORKFLOW["jobs"].values() for step in job["steps"]]


def test_no_text_of_the_issue_reaches_a_shell() -> None:
    for step in STEPS:
        assert "${{" not in step.get("run", "")
    expressions = re.findall(r"\$\{\{(.*?)\}\}", FILE.read_text(encoding="utf-8"))
    assert not [e for e in expressions if "issue.body" in e or "issue.title" in e]


def test_who_reads_the_text_may_not_write() -> None:
    jobs = WORKFLOW["jobs"]
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "permissions" not in jobs["convert"]
    assert "accepted" in jobs["convert"]["if"]
    for name in ("refuse", "propose"):
        runs = " ".join(step.get("run", "") for step in jobs[name]["steps"])
        assert "bassin " not in runs
        assert "python" not in runs


@pytest.fixture
def runner(project_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A place like that of the forge: a repository, its folders, and `bassin` to call."""
    work = tmp_path_factory.mktemp("runner")
    (project_copy / ".venv/bin").mkdir(parents=True)
    put(
        project_copy / ".venv/bin", "bassin", f'#!/bin/sh\nexec "{sys.executable}" -m macros "$@"\n'
    )
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    for arguments in (["init", "-q"], ["add", "data"], [*who, "commit", "-qm", "a"]):
        subprocess.run(["git", *arguments], cwd=project_copy, check=True)
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(work),
        "GITHUB_EVENT_PATH": str(work / "event.json"),
        "GITHUB_OUTPUT": str(work / "output"),
    }


def test_the_step_calls_the_script() -> None:
    (step,) = [step for step in STEPS if step.get("id") == "import"]
    assert step["run"] == 'deploy/convert-form "$RUNNER_TEMP/form"'


def _convert(runner: dict[str, str], root: Path, text: str) -> str:
    event = {"issue": {"body": text, "number": 7}}
    Path(runner["GITHUB_EVENT_PATH"]).write_text(json.dumps(event), encoding="utf-8")
    script = [str(ROOT / "deploy/convert-form"), f"{runner['RUNNER_TEMP']}/form"]
    result = subprocess.run(
        script, cwd=root, env=runner, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return Path(runner["GITHUB_OUTPUT"]).read_text(encoding="utf-8").strip()


def test_the_patch_brings_the_file(runner: dict[str, str], project_copy: Path) -> None:
    title = "$(touch x) `touch x`'\"; touch x"
    assert _convert(runner, project_copy, body("news", "fr", title=title)) == "converted=true"
    patch = Path(runner["RUNNER_TEMP"]) / "form/form.patch"
    assert not (project_copy / "x").exists()
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=project_copy, check=True)
    subprocess.run(["git", "clean", "-qfd", "data"], cwd=project_copy, check=True)
    apply = ["git", "apply", "--index", "--include=data/*", str(patch)]
    subprocess.run(apply, cwd=project_copy, check=True)
    (file,) = (project_copy / "data/nord-est/news").glob("2025-04-03-*.yml")
    assert "guichet" in file.read_text(encoding="utf-8")
    found = json.loads(bassin("check", "--format", "json", cwd=project_copy, today=TODAY).stdout)
    errors = [f for f in found if f["severity"] == "error"]
    assert {f["rule"] for f in errors} == {"empty-value"}
    assert {f["file"] for f in errors} == {file.relative_to(project_copy).as_posix()}


def test_a_refusal_is_for_the_sender(runner: dict[str, str], project_copy: Path) -> None:
    assert _convert(runner, project_copy, body("news", "nl", date="ooit")) == "converted=false"
    report = (Path(runner["RUNNER_TEMP"]) / "form/report.md").read_text(encoding="utf-8")
    assert "‘ooit’ is geen dag" in report


def test_the_patch_becomes_a_pull_request_once(
    runner: dict[str, str], project_copy: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _convert(runner, project_copy, body("news", "fr"))
    remote = tmp_path_factory.mktemp("remote")
    for arguments in (
        ["reset", "-q", "--hard"],
        ["clean", "-qfd", "data"],
        ["init", "-q", "--bare", str(remote)],
        ["remote", "add", "origin", str(remote)],
    ):
        subprocess.run(["git", *arguments], cwd=project_copy, check=True)
    work = Path(runner["RUNNER_TEMP"])
    (work / "bin").mkdir()
    put(work / "bin", "gh")
    environ = runner | {"PATH": f"{work / 'bin'}:{os.environ['PATH']}", "GH_OPEN": ""}
    environ["GH_CALLS"] = str(work / "calls")
    script = [str(ROOT / "deploy/propose-form"), str(work / "form"), "7", "main"]
    subprocess.run(script, cwd=project_copy, env=environ, check=True)
    assert calls(work / "calls") == ["auth setup-git", "pr list", "pr create", "workflow run"]
    report = (work / "form/report.md").read_text(encoding="utf-8")
    assert report.endswith("Closes #7\n")
    shown = ["git", "-C", str(remote), "show", "--name-status", "--format=%s", "form-7"]
    told = subprocess.run(shown, check=True, capture_output=True, text=True).stdout.split()
    assert told[:4] == ["Take", "over", "form", "#7"]
    assert told[4] == "A"
    assert told[5].startswith("data/nord-est/news/2025-04-03-")
    assert len(told) == 6
