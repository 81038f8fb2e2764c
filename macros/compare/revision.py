"""What git knows: the sources of an earlier revision, and which files differ from it."""

import io
import subprocess
import tarfile
from pathlib import Path

SOURCES = ("data", "docs")


class UnknownRevisionError(Exception):
    """The revision does not exist in the repository, or there is none."""


def export(root: Path, revision: str, target: Path) -> None:
    """Write the sources of a revision into a folder.

    Raises:
        UnknownRevisionError: git does not know the revision.

    """
    commit = _commit(root, revision)
    listed = _git(root, "ls-tree", "--name-only", commit).decode().split()
    folders = [name for name in SOURCES if name in listed]
    if folders:
        archive = _git(root, "archive", "--format=tar", commit, *folders)
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(target, filter="data")


def touched(root: Path, revision: str) -> frozenset[str]:
    """Return the source files that differ from a revision, new and removed ones included.

    Raises:
        UnknownRevisionError: git does not know the revision.

    """
    commit = _commit(root, revision)
    # Renames count as removed and added; NUL ends each name, so that accents stay as they are.
    changed = _git(root, "diff", "--name-only", "--no-renames", "-z", commit, "--", *SOURCES)
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *SOURCES)
    return frozenset(name for name in (changed + new).decode().split("\0") if name)


def _commit(root: Path, revision: str) -> str:
    try:
        given = f"{revision}^{{commit}}"
        found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", given)
    except subprocess.CalledProcessError:
        raise UnknownRevisionError(revision) from None
    return found.decode().strip()


def _git(root: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - no shell
