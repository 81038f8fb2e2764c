"""What a check found in sources that have not changed since.

Whoever checks by hand and then commits, with a hook that checks once more, need not wait twice.
What counts is what everything says, not when it was written: one other byte, another day, another
version of this program, of Python or of a library, and the check is made anew. The memory stands
outside of the project, so that no change that somebody proposes can bring one along.
"""

import os
import pickle
import stat
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_cache_path

from macros.finding import Finding
from macros.templates import OVERRIDES

SOURCES = ("data", "docs", "mkdocs.yml")
"""What a check reads of a project."""
PROGRAM = (Path(__file__).resolve().parents[1], OVERRIDES)
"""What a check consists of, besides Python and its libraries."""
SIZE = 32
"""Bytes of a fingerprint."""


class Mark(NamedTuple):
    """A file or folder, and what tells quickly that the file changed: size, and time in ns."""

    path: str
    kind: int
    size: int
    changed: int

    @property
    def is_file(self) -> bool:
        """Tell whether it is a plain file, and no shortcut."""
        return self.kind == stat.S_IFREG

    @property
    def is_folder(self) -> bool:
        """Tell whether it is a plain folder, and no shortcut."""
        return self.kind == stat.S_IFDIR


@dataclass(frozen=True)
class State:
    """All that decides what a check finds.

    Attributes:
        root: folder of the project.
        digest: fingerprint of what the files say, of the day, and of the versions of all programs.
        marks: the files and folders when they were read.

    """

    root: Path
    digest: bytes
    marks: tuple[Mark, ...]


def state(root: Path, day: date) -> State | None:
    """Return the state of a project; nothing when a part of it is no plain readable file."""
    root = root.resolve()
    libraries = os.listdir(sysconfig.get_path("purelib"))  # noqa: PTH208 - only their names
    versions = (name for name in libraries if name.endswith(".dist-info"))
    others = "\0".join([str(day), sys.version, *sorted(versions)])
    digest = blake2b(others.encode(), digest_size=SIZE)
    try:
        now = marks(root)
        for mark in now:
            # Lengths stand before what they measure, so that no two trees give the same bytes.
            name = os.fsencode(os.path.relpath(mark.path, root))
            digest.update(b"\0%d %d\0%b" % (len(name), mark.size, name))
            if not (mark.is_file or mark.is_folder):
                return None
            if mark.is_file:
                digest.update(Path(mark.path).read_bytes())
    except OSError:
        return None
    return State(root, digest.digest(), now)


def recall(now: State) -> list[Finding] | None:
    """Return what the check of this very state found, or nothing when it is not known."""
    try:
        kept = _file(now.root).read_bytes()
    except OSError:
        return None
    findings = kept[2 * SIZE :]
    if kept[: 2 * SIZE] != now.digest + _digest(findings):
        return None
    found: list[Finding] = pickle.loads(findings)  # noqa: S301 - as it was written here
    return found


def keep(before: State, findings: Iterable[Finding]) -> None:
    """Remember what a check found, unless a file changed while it was made."""
    file = _file(before.root)
    aside = file.with_suffix(f".{os.getpid()}")
    try:
        if before.marks == marks(before.root):
            file.parent.mkdir(parents=True, exist_ok=True)
            found = pickle.dumps(list(findings))
            aside.write_bytes(before.digest + _digest(found) + found)
            aside.replace(file)
    except OSError:
        return  # whoever has no such folder waits each time


def marks(root: Path) -> tuple[Mark, ...]:
    """Return the marks of all that a check reads, in a fixed order.

    Raises:
        OSError: a part of it cannot be looked at, or went while it was.

    """
    tops = (*(root / name for name in SOURCES), *PROGRAM)
    return tuple(mark for top in tops for mark in _below(str(top)))


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=SIZE).digest()


def _file(root: Path) -> Path:
    name = blake2b(os.fsencode(root), digest_size=16).hexdigest()
    return user_cache_path("bassin") / f"{name}.check"


def _below(path: str) -> Iterator[Mark]:
    status = os.lstat(path)
    kind = stat.S_IFMT(status.st_mode)
    if kind != stat.S_IFDIR:
        yield Mark(path, kind, status.st_size, status.st_mtime_ns)
        return
    yield Mark(path, kind, 0, 0)
    for name in sorted(os.listdir(path)):  # noqa: PTH208 - only their names
        if name != "__pycache__":
            yield from _below(f"{path}/{name}")
