"""What git tells of the sources."""

import subprocess
from pathlib import Path

import pytest

from macros.revision import UnknownRevisionError, export, head, touched


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *words]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_files_of_a_branch_since_it_left(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "a.md").write_text("a")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    git(tmp_path, "checkout", "-qb", "proposal")
    (tmp_path / "été.md").write_text("b")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "second")
    git(tmp_path, "checkout", "-q", "main")
    (tmp_path / "later.md").write_text("c")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "third")
    git(tmp_path, "checkout", "-q", "proposal")
    (tmp_path / "new.md").write_text("d")
    assert touched(tmp_path, "main") == {"été.md", "new.md"}
    for base in ("0" * 40, "nowhere", "--output=stolen"):
        with pytest.raises(UnknownRevisionError):
            touched(tmp_path, base)
    assert not (tmp_path / "stolen").exists()


def test_sources_as_they_were_without_links(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    (here / "docs").mkdir(parents=True)
    (here / "docs" / "a.md").write_text("a")
    (here / "docs" / "key.md").symlink_to("/etc/hostname")
    (here / "other.md").write_text("b")
    git(here, "init", "-q")
    git(here, "add", ".")
    git(here, "commit", "-qm", "first")
    (here / "docs" / "a.md").write_text("changed")
    export(here, "HEAD", there)
    assert [path.relative_to(there).as_posix() for path in there.rglob("*.md")] == ["docs/a.md"]
    assert (there / "docs" / "a.md").read_text() == "a"


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnknownRevisionError):
        head(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnknownRevisionError):
        head(tmp_path)
