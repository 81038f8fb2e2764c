"""What can be told of a file that holds mistakes, so that it is not forgotten either."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.content.source import read
from macros.content.strict_yaml import parse
from macros.finding import Finding


def record_of(root: Path, file: str) -> Mapping[str, Any]:
    """Return the keys of the one record of a file as they stand; none when that is unreadable."""
    source = read(root, root / file)
    document = [] if isinstance(source, Finding) else parse(source.text, file)
    value = None if isinstance(document, list) else document.value
    return value if isinstance(value, dict) else {}


def title_of(root: Path, file: str) -> str:
    """Return what a file calls its record, in the languages that it has."""
    record = record_of(root, file)
    title = record.get("title") or record.get("name")
    sides = title.values() if isinstance(title, dict) else [title]
    return " / ".join(str(side) for side in sides if side)
