"""Small projects, and a command line in them, for the tests of this folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from macros.clock import EPOCH, epoch
from macros.language import LANGS
from tests.conftest import TODAY
from tests.samples import Project, project

__all__ = ["project"]

Run = Callable[..., Result]
LISTS = {
    "news": ("Actualités", "Nieuws"),
    "agenda": ("Rendez-vous", "Afspraken"),
    "actions": ("Ce que nous faisons", "Wat we doen"),
}


@pytest.fixture
def folder(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a small project, which is also the current one."""
    for key, titles in LISTS.items():
        for lang, title in zip(LANGS, titles, strict=True):
            head = f"---\ntitle: {title}\nslug: {key}\ndescription: {title} ({lang}).\n---\n"
            project.write(f"docs/{lang}/{key}/index.md", f"{head}\n{title}.\n")
    monkeypatch.chdir(project.root)
    return project.root


@pytest.fixture
def bassin(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the `bassin` command in the current folder, answering questions with lines."""
    monkeypatch.setenv(EPOCH, str(epoch(TODAY)))

    def run(*arguments: str, answers: str = "") -> Result:
        return CliRunner().invoke(main, arguments, input=answers, catch_exceptions=False)

    return run
