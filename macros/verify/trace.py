"""From a built page back to the line that an editor has to change.

Pages name their source in `<meta name="source">`. Proofs use the sources for nothing but this:
to point at the line of the words they are about.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A source file and a line of it, counted from 1."""

    file: str
    line: int


def source_line(source: Source, words: str) -> int:
    """Return the first line at or after that of the source on which the words stand.

    The line of the source itself when they stand nowhere, or the file is not at hand.
    """
    wanted = words.strip()
    if not wanted:
        return source.line
    lines = _lines(source.file)
    for number, line in enumerate(lines, start=1):
        if number >= min(source.line, len(lines)) and wanted in line:
            return number
    return next((n for n, line in enumerate(lines, start=1) if wanted in line), source.line)


@lru_cache(maxsize=256)
def _lines(file: str) -> tuple[str, ...]:
    try:
        return tuple(Path(file).read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return ()
