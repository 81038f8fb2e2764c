"""The README is true: its commands, paths, make targets and dependencies are there."""

import re
import shutil
import tomllib
from pathlib import Path

import click
import pytest

from macros.cli import main
from tests.conftest import ROOT, bassin, copy_project

README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = re.findall(r"`([^`\n]+)`", README)


def test_commands_and_their_options_exist() -> None:
    called = [words for words in CODE if re.match(r"(\.venv/bin/)?bassin ", words)]
    assert len(called) > 10
    for words in called:
        _, name, *rest = words.split()
        command = main.get_command(click.Context(main), name)
        assert command is not None, words
        options = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in rest if word.startswith("--")} <= options, words


def test_paths_exist() -> None:
    named = [
        words for words in CODE if re.match(r"(data|docs|deploy|macros|overrides|tests)/", words)
    ]
    paths = [words for words in named if "<" not in words and words != "data/region/forge.yml"]
    assert len(paths) > 10
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_make_knows_its_targets() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert set(re.findall(r"`?make ([a-z]+)\b`?", README)) <= set(targets)


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    rows = re.findall(r"^\| ([a-z0-9, -]+) \|", README.partition("| dependency |")[2], re.MULTILINE)
    explained = {name.strip() for row in rows for name in row.split(",")} - {"---"}
    assert explained == {re.split("[=>]", name)[0] for name in project["dependencies"]}


@pytest.mark.build
def test_starting_anew_needs_no_more_than_it_says(tmp_path: Path) -> None:
    copy_project(tmp_path)
    shutil.rmtree(tmp_path / "data")
    start = README.partition("## Starting anew")[2].partition("2. ")[0]
    kept = [f"region/{name}" for name in re.findall(r"`([a-z]+\.yml)`", start)]
    for name in (*kept, "sud/bassin.yml"):
        target = tmp_path / "data" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / "data" / name, target)
    built = bassin("build", cwd=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    hosts = sorted(path.name for path in (tmp_path / "site").iterdir() if path.is_dir())
    assert hosts == ["www.bassin-sud.brussels", "www.zorgzone-zuid.brussels"]
