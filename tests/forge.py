"""Commands played by scripts, first of all that of the forge."""

from pathlib import Path

FORGE = """#!/bin/sh
printf '%s\\n' "$*" >>"$GH_CALLS"
[ "$2" != list ] || printf '%s' "$GH_OPEN"
"""
"""Stands for `gh`: notes its calls in the file GH_CALLS, and answers GH_OPEN to `list`."""


def put(folder: Path, name: str, text: str = FORGE) -> None:
    """Put a command into a folder."""
    (folder / name).write_text(text, encoding="utf-8")
    (folder / name).chmod(0o755)


def calls(file: Path, words: int = 2) -> list[str]:
    """Return the first words of each call, in order."""
    return [" ".join(line.split()[:words]) for line in file.read_text("utf-8").splitlines()]
