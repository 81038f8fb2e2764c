"""Agreements in a real repository: they merge, and survive rebase and squash."""

import os
import subprocess

import pytest

from macros.agreement.compare import agreed_entries, reviews, with_confirmed
from macros.agreement.ledger import read_ledgers, write_ledger
from macros.agreement.sections import Unit, units
from tests.samples import Project

NAME = "docs/aide"
FR = "## Un\n\nA.\n\nA2.\n\n## Deux\n\nB.\n\nB2.\n\n## Trois\n\nC.\n"
NL = "## Eén\n\nD.\n\nD2.\n\n## Twee\n\nE.\n\nE2.\n\n## Drie\n\nF.\n"


def git(project: Project, *arguments: str) -> str:
    identity = {"NAME": "Essai", "EMAIL": "essai@example.org", "DATE": "2026-03-02T12:00:00Z"}
    names = {f"GIT_{who}_{k}": v for who in ("AUTHOR", "COMMITTER") for k, v in identity.items()}
    environ = os.environ | names | {"GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments],
        cwd=project.root, env=environ, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def page(project: Project) -> Unit:
    return next(unit for unit in units(project.sources()) if unit.name == NAME)


def owed(project: Project) -> list[str]:
    return [str(r.cause) for r in reviews(page(project), read_ledgers(project.root).get(NAME))]


def commit(project: Project, message: str) -> None:
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "-m", message)


def edit(project: Project, words: dict[str, tuple[str, str]], section: str) -> None:
    """Change a section on both sides and confirm it, as an editor does."""
    for lang, (old, new) in words.items():
        path = f"docs/{lang}/aide.md"
        project.write(path, project.read(path).replace(f"\n{old}\n", f"\n{new}\n"))
    unit, ledger = page(project), read_ledgers(project.root)[NAME]
    write_ledger(project.root, NAME, with_confirmed(unit, ledger, "fr", section))


@pytest.fixture
def repository(project: Project) -> Project:
    project.page("aide.md", FR, NL)
    write_ledger(project.root, NAME, agreed_entries(page(project), None))
    git(project, "init", "--quiet")
    commit(project, "Début")
    return project


FIRST = {"fr": ("A.", "A, autrement."), "nl": ("D.", "D, anders.")}
SECOND = {"fr": ("B.", "B, autrement."), "nl": ("E.", "E, anders.")}


@pytest.fixture
def branches(repository: Project) -> Project:
    """Two editors who each changed and confirmed a section, the one below the other."""
    git(repository, "switch", "--quiet", "-c", "one")
    edit(repository, FIRST, "#un")
    commit(repository, "Première")
    git(repository, "switch", "--quiet", "-c", "two", "main")
    edit(repository, SECOND, "#deux")
    commit(repository, "Deuxième")
    assert owed(repository) == []
    return repository


def test_confirmations_of_neighbouring_sections_merge(branches: Project) -> None:
    git(branches, "merge", "--quiet", "--no-edit", "one")
    assert owed(branches) == []
    assert "A, autrement." in branches.read("docs/fr/aide.md")


def test_the_state_survives_a_rebase(branches: Project) -> None:
    git(branches, "rebase", "--quiet", "one")
    assert owed(branches) == []


def test_a_stale_side_is_still_stale_after_a_squash(branches: Project) -> None:
    path = "docs/fr/aide.md"
    branches.write(path, branches.read(path).replace("C.", "C et la suite."))
    commit(branches, "Un seul côté")
    branches.write("docs/nl/index.md", branches.read("docs/nl/index.md") + "\nEn meer.\n")
    commit(branches, "Autre chose")
    git(branches, "switch", "--quiet", "main")
    git(branches, "merge", "--quiet", "--squash", "two")
    commit(branches, "Le tout")
    assert owed(branches) == ["changed"]


def test_a_merge_of_two_sides_is_to_be_read(repository: Project) -> None:
    """One editor changes French, another Dutch: each is whole, the merge is not."""
    for lang, (old, new) in FIRST.items():
        git(repository, "switch", "--quiet", "-c", lang, "main")
        path = f"docs/{lang}/aide.md"
        repository.write(path, repository.read(path).replace(f"\n{old}\n", f"\n{new}\n"))
        commit(repository, lang)
    git(repository, "merge", "--quiet", "--no-edit", "fr")
    assert owed(repository) == ["both-changed", "both-changed"]
