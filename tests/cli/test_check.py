"""`bassin check` from the outside."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import pytest
import yaml
from click import Context
from click.testing import CliRunner, Result

from macros.cli import main
from macros.cli.check import check, turns
from tests.conftest import ROOT
from tests.samples import Project


@pytest.fixture
def broken(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    project.write("data/nord/places.yml", "- id: un\n  kind: meeting\n")
    monkeypatch.chdir(project.root)
    return project


def bassin(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def test_a_clean_project_exits_with_0(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.root)
    result = bassin()
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Gecontroleerd in " in result.stderr


@pytest.mark.usefixtures("broken")
def test_an_error_exits_with_1_and_names_the_line() -> None:
    result = bassin("--lang", "fr")
    assert result.exit_code == 1
    assert "data/nord/places.yml:1" in result.stdout
    assert "  fr  " in result.stdout
    assert "  nl  " not in result.stdout


def test_a_commit_is_checked_first() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (hook,) = hooks["repos"][0]["hooks"]
    program, *arguments = hook["entry"].split()
    assert (program, hook["pass_filenames"]) == (".venv/bin/bassin", False)
    assert main.get_command(Context(main), arguments[0]) is check
    for file in ("data/nord/bassin.yml", "docs/fr/contact.md", "overrides/main.html"):
        assert re.search(hook["files"], file)


@pytest.mark.usefixtures("broken")
def test_the_forge_gets_annotations() -> None:
    first = bassin("--format", "github").stdout.splitlines()[0]
    assert first.startswith("::error file=data/nord/places.yml,line=1,")


@pytest.mark.usefixtures("broken")
def test_programs_get_json_and_nothing_else() -> None:
    found = json.loads(bassin("--format", "json").stdout)
    assert {item["rule"] for item in found} == {"missing-key"}
    assert set(found[0]["message"]) == {"fr", "nl"}


@pytest.mark.usefixtures("broken")
def test_findings_of_other_files_are_left_out() -> None:
    assert bassin("docs").exit_code == 0
    assert bassin("data/nord").exit_code == 1
    assert bassin("data/nord/places.yml", "docs").exit_code == 1
    assert bassin(".").exit_code == 1


@pytest.mark.usefixtures("broken")
def test_wrong_usage_exits_with_2(tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere: Path = tmp_path_factory.mktemp("elsewhere")
    assert bassin("docs/de").exit_code == 2
    assert bassin(str(elsewhere)).exit_code == 2
    assert bassin("--format", "xml").exit_code == 2


def test_repairs_are_made_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.root)
    project.write("data/region/hosts.yml", "- example.net\n")
    project.page(
        "a.md",
        "Voici :\n- [un](http://example.net/un)\n",
        "Zie:\n\n- [een](http://example.net/een)\n",
    )
    project.write("data/region/navigation.yml", "header: [a]\nfooter: []\n")
    assert bassin().exit_code == 1
    first = bassin("--fix")
    assert (first.exit_code, first.stdout) == (0, "")
    assert "Corrections faites\u00a0: 4." in first.stderr
    fixed = project.read("docs/fr/a.md")
    assert fixed.endswith("Voici\u00a0:\n\n- [un](https://example.net/un)\n")
    assert "Corrections faites\u00a0: 0." in bassin("--fix").stderr
    assert project.read("docs/fr/a.md") == fixed


def test_a_turn_for_each_change_and_none_for_a_file_that_is_being_written(
    project: Project,
) -> None:
    project.write("mkdocs.yml", "a: 1\n")
    (project.root / "data/nord/link.yml").symlink_to(project.root / "elsewhere")
    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: project.write("data/nord/places.yml", "- id: un\n"),
        lambda: None,
        (project.root / "mkdocs.yml").unlink,
        lambda: project.write("mkdocs.yml", "a: 2\n"),
        (project.root / "docs/fr/new").mkdir,
    ]
    waits: list[int] = []

    def wait() -> None:
        steps[len(waits)]()
        waits.append(1)

    turn = turns(project.root, wait)
    for waited in (0, 2, 5, 6):
        next(turn)
        assert len(waits) == waited


def test_watching_ends_well_when_it_is_interrupted(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.chdir(project.root)
    monkeypatch.setattr("macros.cli.check.sleep", interrupt)
    result = bassin("--watch")
    assert result.exit_code == 0
    assert "Gecontroleerd in " in result.stderr


def test_watching_tells_of_each_change(project: Project) -> None:
    project.write("mkdocs.yml", "a: 1\n")
    environ = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "macros", "check", "--watch", "--lang", "nl"],
        cwd=project.root,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as watching:
        limit = Timer(60, watching.kill)
        limit.start()
        assert watching.stdout
        assert watching.stderr
        assert "Gecontroleerd in" in watching.stderr.readline()
        project.write("data/nord/places.yml", "- id: un\n  kind: meeting\n")
        assert "data/nord/places.yml:1" in watching.stdout.readline()
        assert "Gecontroleerd in" in watching.stderr.readline()
        watching.terminate()
        limit.cancel()
