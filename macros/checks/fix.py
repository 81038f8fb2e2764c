"""`bassin check --fix`: repairs that need no judgement, written safely.

A file is written whole or not at all, and only when it can still be read afterwards with the
same keys as before. Repeating the fixes changes nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from macros.content.source import write
from macros.content.strict_yaml import Document, parse
from macros.finding import Finding

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
            text = stream.read()
    except (OSError, UnicodeDecodeError):
        return 0
    lines = text.splitlines(keepends=True) if "\r" in text else text.split("\n")
    joint = "" if "\r" in text else "\n"
    before = _shape(path, text)
    applied = 0
    # From the end of a line to its start, so that columns stay right.
    for finding in sorted(wanted, key=lambda f: (f.line, -(f.column or 0))):
        changed = _edited(lines, finding)
        if changed is None:
            continue
        was = lines[finding.line - 1]
        lines[finding.line - 1] = changed
        if _shape(path, joint.join(lines)) == before:
            applied += 1
        else:
            lines[finding.line - 1] = was
    if applied:
        write(path, joint.join(lines))
    return applied


def _edited(lines: Sequence[str], finding: Finding) -> str | None:
    """Return the line of a finding after its repair, or nothing when it does not apply."""
    edit = finding.edit
    if edit is None or not edit.old or not 0 < finding.line <= len(lines):
        return None
    line = lines[finding.line - 1]
    start = finding.column - 1 if finding.column else line.find(edit.old)
    if start < 0 or not line.startswith(edit.old, start):
        return None
    new = edit.new.replace("\n", "\r\n") if line.endswith("\r\n") else edit.new
    changed = line[:start] + new + line[start + len(edit.old) :]
    return changed if changed != line else None


def _shape(path: Path, text: str) -> object:
    """Return what a repair must not change: the keys of the data, or of the front matter."""
    text = text.replace("\r\n", "\n")
    if path.suffix == ".md":
        head, dashes, _ = text.removeprefix("---\n").partition("\n---")
        if not text.startswith("---\n") or not dashes:
            return None
        text = head
    elif path.suffix != ".yml":
        return None
    document = parse(text, path.name)
    if not isinstance(document, Document):
        return "unreadable"
    return tuple(document.marks)
