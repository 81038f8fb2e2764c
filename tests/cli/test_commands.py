"""The commands of `bassin`."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from macros.cli import COMMANDS, main
from macros.guest import chosen_bassin
from tests.conftest import bassin
from tests.samples import Project


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name
    assert command.help


def test_all_commands_are_listed() -> None:
    shown = CliRunner().invoke(main, ["--help"]).stdout
    assert all(f"\n  {name} " in shown for name in COMMANDS)


def test_an_unknown_command_is_wrong_usage() -> None:
    result = CliRunner().invoke(main, ["chekc"])
    assert result.exit_code == 2
    assert "chekc" in result.stderr


def test_no_module_with_a_command_is_forgotten() -> None:
    folder = Path(sys.modules["macros.cli"].__path__[0])
    texts = {path.stem: path.read_text("utf-8") for path in folder.glob("[a-z]*.py")}
    modules = {
        name for name, text in texts.items() if re.search(r"^@click\.(com|gro)", text, re.MULTILINE)
    }
    assert modules == {target.partition(":")[0] for target in COMMANDS.values()}


def test_a_check_does_not_load_mkdocs() -> None:
    code = "import sys, macros.cli.check; print('mkdocs' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert result.stdout == "False\n"


def test_a_project_without_our_bassins_is_served_too(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root)
    for name in ("BASSIN", "SITE_LANG"):
        monkeypatch.delenv(name, raising=False)
    assert chosen_bassin(project.sources().network) == "nord"
    result = CliRunner().invoke(main, ["serve"])
    assert "Nederlands: http://127.0.0.1:8000/nl/" in result.stdout
    assert "mkdocs.yml" in str(result.exception) + result.stderr  # the sample has none


def test_a_terminal_that_lacks_signs_is_told_all_the_same(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "iso-8859-1")
    result = bassin("verify", "docs", cwd=project.root, encoding="iso-8859-1")
    assert result.returncode == 1
    assert "? Construisez d?abord les sites\u00a0: bassin build." in result.stdout
    assert "Traceback" not in result.stderr


PERIOD = "--bassin nord --lang fr --from 2025-03-01 --to 2025-03-31"


@pytest.mark.parametrize("words", ["caddyfile", "addresses", f"digest {PERIOD}"])
def test_what_needs_sound_sources_says_what_is_wrong_beside_its_answer(
    project: Project, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    project.page("a.md", "{{ nwes() }}\n", "{{ news() }}\n")
    monkeypatch.chdir(project.root)
    result = CliRunner().invoke(main, words.split())
    assert (result.exit_code, result.stdout) == (1, "")
    assert "docs/fr/a.md:7" in result.stderr
