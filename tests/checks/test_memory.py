"""A check that is asked again about the same sources answers at once, and never wrongly."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from macros.checks.memory import State, keep, recall, state
from macros.finding import Edit, Finding, Severity
from macros.language import Message
from tests.conftest import ROOT, TODAY, bassin, copy_project

FOUND = [
    Finding(
        "ellipsis",
        Severity.WARNING,
        "data/nord/news/a.yml",
        3,
        Message(fr="Écrivez « … ».", nl="Schrijf ‘…’."),
        column=7,
        edit=Edit("...", "…"),
    )
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of three files, in a folder whose name is not ASCII."""
    root = tmp_path / "prévention"
    for name in ("data/nord/a.yml", "docs/fr/a.md", "mkdocs.yml"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("a: exemple\n")
    return root


def known(root: Path, day: date = TODAY) -> State:
    found = state(root, day)
    assert found
    return found


def test_what_did_not_change_is_remembered(root: Path) -> None:
    assert recall(known(root)) is None
    keep(known(root), FOUND)
    assert recall(known(root)) == FOUND


def test_the_time_at_which_a_file_was_written_does_not_matter(root: Path) -> None:
    keep(known(root), [])
    os.utime(root / "docs/fr/a.md", (0, 0))
    assert recall(known(root)) == []


def other_byte(root: Path) -> None:
    """Change a byte, keep the size, and turn back the clock of the file."""
    path = root / "data/nord/a.yml"
    before = path.stat()
    path.write_text("a: exempla\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize(
    "change",
    [
        other_byte,
        lambda root: (root / "docs/fr/a.md").rename(root / "docs/fr/b.md"),
        lambda root: (root / "docs/fr/a.md").unlink(),
        lambda root: (root / "docs/fr/.a.md.swp").touch(),
        lambda root: (root / "data/sud").mkdir(),
        lambda root: (root / "mkdocs.yml").write_text("a: example\n"),
    ],
)
def test_any_change_makes_a_new_check(root: Path, change: Callable[[Path], object]) -> None:
    keep(known(root), [])
    change(root)
    assert recall(known(root)) is None


def test_another_day_makes_a_new_check(root: Path) -> None:
    keep(known(root), [])
    assert recall(known(root, TODAY + timedelta(days=1))) is None


def test_another_version_of_a_library_makes_a_new_check(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keep(known(root), [])
    (tmp_path / "libraries/pydantic-0.0.1.dist-info").mkdir(parents=True)
    monkeypatch.setattr("sysconfig.get_path", lambda _: str(tmp_path / "libraries"))
    assert recall(known(root)) is None


def test_two_projects_do_not_share_what_they_know(root: Path, tmp_path: Path) -> None:
    keep(known(root), [])
    twin = root.rename(tmp_path / "twin")
    assert recall(known(twin)) is None


def test_what_changed_during_the_check_is_not_remembered(root: Path) -> None:
    before = known(root)
    (root / "docs/fr/a.md").write_text("a: autre exemple\n")
    keep(before, [])
    assert recall(before) is None


def kept_by(keeping: Callable[[], None]) -> set[Path]:
    """Return the files that appear in the folder of memories."""
    folder = user_cache_path("bassin")
    before = set(folder.glob("*"))
    keeping()
    return set(folder.glob("*")) - before


@pytest.mark.parametrize("at", [0, 40, 70, 100, -1])
def test_a_damaged_memory_is_no_memory(root: Path, at: int) -> None:
    (path,) = kept_by(lambda: keep(known(root), FOUND))
    whole = path.read_bytes()
    path.write_bytes(whole[:at])
    assert recall(known(root)) is None
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + (whole[at + 1 :] if at >= 0 else b""))
    assert recall(known(root)) is None


def test_nothing_is_known_of_shortcuts_and_missing_files(root: Path) -> None:
    (root / "data/nord/b.yml").symlink_to(root / "mkdocs.yml")
    assert state(root, TODAY) is None
    (root / "data/nord/b.yml").unlink()
    (root / "mkdocs.yml").unlink()
    assert state(root, TODAY) is None


def test_a_check_needs_no_place_to_remember(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    keep(known(root), [])
    assert recall(known(root)) is None


def test_the_second_check_says_the_same_and_that_nothing_changed(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    news = next(project.glob("data/nord/news/*.yml"))
    news.write_text(news.read_text().replace("title:", "titel:", 1))
    first, second, third = (
        bassin("check", *options, cwd=project) for options in ((), (), ("--anew",))
    )
    assert (second.stdout, second.returncode) == (first.stdout, 1)
    assert third.stdout == first.stdout
    assert "Rien n’a changé depuis le dernier contrôle" in second.stderr
    assert "Niets is veranderd sinds de vorige controle" in second.stderr
    assert "Contrôle fait" in first.stderr
    assert "Contrôle fait" in third.stderr


LISTENING = """
import os, sys
def listen(event, given):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(given[0], (str, os.PathLike)):
        print(os.path.realpath(given[0]))
sys.addaudithook(listen)
from datetime import date
from pathlib import Path
from macros.project import check
check(Path.cwd(), date(2025, 4, 1))
"""


def test_a_check_reads_nothing_of_a_project_but_what_is_looked_at_for_changes(
    tmp_path: Path,
) -> None:
    project = copy_project(tmp_path / "project")
    (project / "macros").unlink()
    (project / "overrides").rename(tmp_path / "overrides")
    listening = subprocess.run(
        [sys.executable, "-P", "-c", LISTENING],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    read = {Path(line) for line in listening.stdout.splitlines()}
    below = {path.relative_to(project).parts[0] for path in read if path.is_relative_to(project)}
    assert below == {"data", "docs"}
    ours = {path.relative_to(ROOT).parts[0] for path in read - {ROOT} if ROOT in path.parents}
    assert ours - {".venv"} <= {"macros", "overrides", ".cache"}
