"""What git knows: which commit is here, and what differs from the one that a change began with."""

import io
import os
import subprocess
import tarfile
from pathlib import Path

SOURCES = ("data", "docs")


class UnknownRevisionError(Exception):
    """The revision does not exist in the repository, or there is none."""


def head(root: Path) -> str:
    """Return the commit that is checked out at `root`.

    Raises:
        UnknownRevisionError: there is no repository.

    """
    return _git(root, "rev-parse", "HEAD").decode().strip()


def export(root: Path, base: str, target: Path) -> None:
    """Write the sources into a folder, as they were when the histories of `base` and HEAD parted.

    Raises:
        UnknownRevisionError: git does not know the revision.

    """
    commit = _parting(root, base)
    listed = _git(root, "ls-tree", "--name-only", "-z", commit).decode().split("\0")
    folders = [name for name in SOURCES if name in listed]
    if folders:
        archive = _git(root, "archive", "--format=tar", commit, *folders)
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            # A link could lead out of the folder, and no source is one.
            files = [member for member in tar if not member.issym()]
            tar.extractall(target, files, filter="data")


def touched(root: Path, base: str, *folders: str) -> frozenset[str]:
    """Return the files that differ since the histories parted, new and removed ones included.

    Raises:
        UnknownRevisionError: git does not know the revision.

    """
    commit = _parting(root, base)
    # Renames count as removed and added; NUL ends each name, so that accents stay as they are.
    changed = _git(root, "diff", "--name-only", "--no-renames", "-z", commit, "--", *folders)
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *folders)
    return frozenset(name for name in os.fsdecode(changed + new).split("\0") if name)


def _parting(root: Path, base: str) -> str:
    """Return the commit from which a change began, as reviews see it."""
    known = _git(root, "rev-parse", "--verify", "--end-of-options", f"{base}^{{commit}}")
    return _git(root, "merge-base", known.decode().strip(), "HEAD").decode().strip()


def _git(root: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - no shell
    except (OSError, subprocess.CalledProcessError):
        raise UnknownRevisionError(arguments[-1]) from None
    return done.stdout
