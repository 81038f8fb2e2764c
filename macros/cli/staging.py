"""The folder in which sites are built, and the renames that put them in the place of the old."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SOURCES = ("data", "deploy", "docs", "macros", "overrides", "tests")


def holds_sources(root: Path, out: Path) -> bool:
    """Tell whether a folder is the project, around it, or one of its folders of sources."""
    target = out.resolve()
    inside = any(target.is_relative_to(root / name) for name in SOURCES)
    return inside or root.is_relative_to(target)


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """Give a folder beside the target, on the same disk, and remove what is left of it."""
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent.resolve()))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def swap(staged: Path, out: Path, *, whole: bool) -> None:
    """Put new sites in the place of the old ones by renames.

    A whole build replaces the folder; a partial one replaces the folders it made.
    """
    if whole or not out.exists():
        pairs = [(staged, out)]
    else:
        pairs = [(index.parent, out / index.parent.relative_to(staged)) for index in _roots(staged)]
        for file in (path for path in staged.iterdir() if path.is_file()):
            file.replace(out / file.name)
    for new, old in pairs:
        retired = staged.with_name(staged.name + ".old")
        if old.exists():
            old.rename(retired)
        old.parent.mkdir(parents=True, exist_ok=True)
        new.chmod(0o755)
        new.rename(old)
        shutil.rmtree(retired, ignore_errors=True)


def _roots(staged: Path) -> list[Path]:
    """Return the home pages of the built sites: those with no home page above them."""
    found = sorted(staged.rglob("404.html"), key=lambda path: len(path.parts))
    return [page for page in found if page.parent != staged]
