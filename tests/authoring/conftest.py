"""Small projects, and a command line in them, for the tests of this folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from macros.clock import EPOCH, epoch
from tests.conftest import TODAY
from tests.samples import Project, project

__all__ = ["project"]

Run = Callable[..., Result]


@pytest.fixture
def folder(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a small project, which is also the current one."""
    for key, lang in (("news", "fr"), ("news", "nl"), ("agenda", "fr"), ("agenda", "nl")):
        title = {"newsfr": "Actualités", "newsnl": "Nieuws"}.get(key + lang, f"Agenda {lang}")
        head = f"---\ntitle: {title}\nslug: {key}\ndescription: Liste {lang}.\n---\n\n{title}.\n"
        project.write(f"docs/{lang}/{key}/index.md", head)
    monkeypatch.chdir(project.root)
    return project.root


@pytest.fixture
def bassin(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the `bassin` command in the current folder, answering questions with lines."""
    monkeypatch.setenv(EPOCH, str(epoch(TODAY)))

    def run(*arguments: str, answers: str = "") -> Result:
        return CliRunner().invoke(main, arguments, input=answers, catch_exceptions=False)

    return run
