"""`bassin check --fix`: repairs that need no judgement, written safely.

A file is written whole or not at all. Each repair has to change what it is about and nothing else:
afterwards the data, or the front matter, must read as before but for those words. Repeating the
repairs changes nothing.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from macros.content.source import write
from macros.content.strict_yaml import Document, parse
from macros.finding import Edit, Finding

DataPath: TypeAlias = tuple[str | int, ...]
MAX_ROUNDS = 5
"""A repair may make room for another one; more rounds than this would mean that two disagree."""


def fix(root: Path, check: Callable[[], Iterable[Finding]]) -> int:
    """Apply all mechanical repairs of the findings that `check` returns, until none is left.

    Returns how many were applied.
    """
    total = 0
    for _ in range(MAX_ROUNDS):
        applied = apply(root, check())
        total += applied
        if not applied:
            break
    return total


def apply(root: Path, findings: Iterable[Finding]) -> int:
    """Apply the repairs of one run and return how many were applied."""
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.edit:
            by_file[finding.file].append(finding)
    return sum(_apply_to_file(root / file, wanted) for file, wanted in sorted(by_file.items()))


def _apply_to_file(path: Path, wanted: Sequence[Finding]) -> int:
    try:
        # newline="" keeps the line ends of an editor on another system
        with path.open(encoding="utf-8", newline="") as stream:
            lines = list(stream)
    except (OSError, UnicodeDecodeError):
        return 0
    before = _values(path, lines)
    applied = 0
    # From the end of a line to its start, so that columns stay right.
    for finding in sorted(wanted, key=lambda f: (f.line, -(f.column or 0))):
        edit = finding.edit
        if edit is None or not edit.old or not 0 < finding.line <= len(lines):
            continue
        was = lines[finding.line - 1]
        for changed in _edited(was, edit, finding.column):
            lines[finding.line - 1] = changed
            after = _values(path, lines)
            if _is_as_meant(before, after, edit):
                before = after
                applied += 1
                break
            lines[finding.line - 1] = was
    if applied:
        write(path, "".join(lines))
    return applied


def _edited(line: str, edit: Edit, column: int | None) -> Iterator[str]:
    """Give a line after its repair, if that applies; YAML may write a quotation mark twice."""
    new = edit.new.replace("\n", "\r\n") if line.endswith("\r\n") else edit.new
    for old in dict.fromkeys((edit.old, *(edit.old.replace(*form) for form in _ESCAPED))):
        start = column - 1 if column else line.find(old)
        if start >= 0 and line.startswith(old, start) and new != old:
            yield line[:start] + new + line[start + len(old) :]


_ESCAPED = (("'", "''"), ('"', '\\"'))
"""Quotation marks, and how YAML writes them between marks of their own kind."""


def _values(path: Path, lines: Sequence[str]) -> Mapping[DataPath, str] | None:
    """Return the texts of the data, or of the front matter; nothing where they are unreadable."""
    if path.suffix == ".yml":
        return _parsed("".join(lines), path.name)
    if path.suffix != ".md" or lines[0].rstrip() != "---":
        return {}
    end = next((n for n, line in enumerate(lines) if n and line.startswith("---")), 1)
    return _parsed("".join(lines[1:end]), path.name)


@lru_cache(maxsize=2)
def _parsed(text: str, name: str) -> Mapping[DataPath, str] | None:
    document = parse(text.replace("\r\n", "\n"), name)
    return dict(_texts(document.value, ())) if isinstance(document, Document) else None


def _texts(value: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    """Give each text with the keys that lead to it, its white space left out."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*path, index))
    else:
        yield path, "".join(str(value).split())


def _is_as_meant(
    before: Mapping[DataPath, str] | None, after: Mapping[DataPath, str] | None, edit: Edit
) -> bool:
    """Tell whether a repair changed what it is about, and neither a key nor another text."""
    if before is None or after is None or before.keys() != after.keys():
        return False
    changed = [(text, after[path]) for path, text in before.items() if text != after[path]]
    if not changed:
        return True
    new = "".join(edit.new.split())
    old = "".join(edit.old.split())
    forms = {old, *(old.replace(there, here) for here, there in _ESCAPED)}
    return len(changed) == 1 and any(
        changed[0][1] == changed[0][0][: found.start()] + new + changed[0][0][found.end() :]
        for form in forms
        for found in re.finditer(re.escape(form), changed[0][0])
    )
