"""A place at which YAML could not be read, and a mistake found there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from macros.content import yaml_messages as said
from macros.content.yaml_lines import (
    ITEM,
    KEY,
    end_of_text,
    key_of,
    mended,
    quoted,
    start_of_text,
)
from macros.finding import Finding, Severity
from macros.language import Message


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong on a line of a file, counted from 0, and at a column where that helps.

    Attributes:
        repairs: the lines as the remedy wants them, where it leaves no choice.
        moves: whether the repairs put lines on another level. What is then wrong with levels
            further down may be our doing.

    """

    rule: str
    index: int
    message: Message
    fix: Message
    column: int | None = None
    repairs: Mapping[int, str] = field(default_factory=dict)
    moves: bool = False

    def finding(self, lines: Sequence[str], file: str, offset: int) -> Finding:
        """Return the finding for a text of these lines, `offset` lines below the top of a file."""
        line = lines[self.index] if self.index < len(lines) else ""
        return Finding(
            self.rule,
            Severity.ERROR,
            file,
            self.index + 1 + offset,
            self.message,
            self.fix,
            self.column,
            line.strip()[:120] or None,
        )


OF_ONE_LINE = frozenset({"yaml-alias", "yaml-character", "yaml-colon", "yaml-tab"})
"""Mistakes that are there whatever the lines around say."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What libyaml said, and the lines that an editor sees.

    Attributes:
        context, problem: libyaml's words.
        lines: the whole text.
        index: the line with the problem, counted from 0.
        column: the place in that line, where it is that line.
        started: line and column of what was being read.

    """

    context: str
    problem: str
    lines: Sequence[str]
    index: int
    column: int | None
    started: tuple[int, int]

    @property
    def line(self) -> str:
        """The line with the problem."""
        return self.lines[self.index]

    def mistake(self, rule: str, message: Message, fix: Message) -> Mistake:
        """Make a mistake of the line with the problem."""
        return Mistake(rule, self.index, message, fix, self.place)

    def to_quote(self, rule: str, message: Message, fix: Message) -> Mistake:
        """Make a mistake whose remedy is to quote the text of the line."""
        first = start_of_text(self.lines, self.index)
        if not (KEY.match(self.lines[first]) or ITEM.match(self.lines[first])):
            return self.mistake(rule, said.STRAY, said.STRAY_FIX)
        if end_of_text(self.lines, first) > first:
            fix = said.FOLD_FIX.format(key=key_of(self.lines[first]))
        else:
            fix = fix.format(line=quoted(self.line))
        repairs = mended(self.lines, first)
        return Mistake(rule, self.index, message, fix, self.place, repairs)

    @property
    def place(self) -> int | None:
        """Column of the problem, counted from 1."""
        return None if self.column is None else self.column + 1


def seen_at(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Seen:
    """Return what libyaml said, at a line that an editor can change."""
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    index = at = mark.line if mark else 0
    # libyaml reports some problems below the line that an editor has to change
    while index > 0 and (index >= len(lines) or not lines[index].strip(" ")):
        index -= 1
    column = mark.column if mark and index == at else None
    started = (min(start.line, len(lines) - 1), start.column) if start else (index, 0)
    return Seen(error.context or "", error.problem or "", lines, index, column, started)
