"""What an editor reads when YAML cannot be read: the line to change, and what to write there.

libyaml tells where it gave up, which is often a line below the mistake, in words for programmers.
Here the lines around that place are looked at as an editor sees them. Where the remedy is
mechanical it comes with the lines as they will be, so that reading can go on below.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from macros.content import yaml_messages as said
from macros.content.yaml_lines import (
    KEY,
    block_above,
    end_of_text,
    fallen_out,
    indent,
    is_new_start,
    key_of,
    level_for,
    mended,
    quoted,
    start_of_text,
    without_block_sign,
)
from macros.finding import Finding, Severity
from macros.language import Message

_NO_SPACE = re.compile(
    r"(?P<indent>\s*)(?P<dash>- )?(?P<key>[a-z][a-z_]*):(?!//)(?P<value>[^\s:].*)"
)
_NO_COLON = re.compile(
    r"(?P<indent>\s*)(?P<dash>- )?(?P<key>[a-z][a-z_]*)(?:\s+(?:= *)?(?P<value>.*))?"
)
_NO_GAP = re.compile(r"(?P<indent>\s*)-(?P<value>[^\s-].*)")
_ONLY_KEY = re.compile(r"\s*[\w-]+")
_QUOTE_TOO_SOON = re.compile(r"""\s*(?:- )?[\w-]+: +(?:'[^']*'|"[^"]*")\s*[^\s#]""")
_OPENED = re.compile(r"""\s*(?:- )?[\w-]+: +(?P<mark>["'])""")
_SIGN = re.compile(r"\s*(?:- )?[\w-]+: +(?P<sign>\S)")
_BRACKETED = re.compile(r"\s*(?:- )?[\w-]+: +(?:\[[^\[\]]*\]|\{[^{}]*\}) *[^\s#,\]}]")
_CUT = re.compile(r"(?<=\S) +#(?=[^\s#!-])")
_TABBED = re.compile(r" *\t[ \t]*")


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


def cut_text(line: str, start: int, end: int) -> Message | None:
    """Return the remedy for a text that ` #` cuts short: what follows is a comment in YAML.

    `start` and `end` are the place of what YAML took for the text. A real comment has a space
    after its sign; `#3` or `#brusano` are words.
    """
    found = _CUT.match(line, end)
    key = line[:start]
    if found is None or not key.strip(" -"):
        return None
    return said.CUT_FIX.format(line=quoted(line.strip()))


@dataclass(frozen=True, slots=True)
class _Seen:
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
        return self.lines[self.index]

    def mistake(self, rule: str, message: Message, fix: Message) -> Mistake:
        return Mistake(rule, self.index, message, fix, self._column)

    def to_quote(self, rule: str, message: Message, fix: Message) -> Mistake:
        """Make a mistake whose remedy is to quote the text of the line."""
        first = start_of_text(self.lines, self.index)
        if end_of_text(self.lines, first) > first:
            fix = said.FOLD_FIX.format(key=key_of(self.lines[first]))
        else:
            fix = fix.format(line=quoted(self.line))
        repairs = mended(self.lines, first)
        return Mistake(rule, self.index, message, fix, self._column, repairs)

    @property
    def _column(self) -> int | None:
        return None if self.column is None else self.column + 1


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Mistake:
    """Explain why libyaml could not read a text of these lines."""
    seen = _seen(error, lines)
    for look in (_tab, _quotes, _brackets, _keys, _signs, _levels):
        mistake = look(seen)
        if mistake:
            return mistake
    return seen.mistake("yaml-syntax", said.SYNTAX, said.SYNTAX_FIX)


def _seen(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> _Seen:
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    index = at = mark.line if mark else 0
    # libyaml reports some problems below the line that an editor has to change
    while index > 0 and (index >= len(lines) or not lines[index].strip()):
        index -= 1
    column = mark.column if mark and index == at else None
    started = (min(start.line, len(lines) - 1), start.column) if start else (index, 0)
    return _Seen(error.context or "", error.problem or "", lines, index, column, started)


def _tab(seen: _Seen) -> Mistake | None:
    if not (seen.line.lstrip(" ").startswith("\t") or "'\\t'" in seen.problem):
        return None
    repairs = {}
    for number in range(seen.index, len(seen.lines)):
        found = _TABBED.match(seen.lines[number])
        if found:
            repairs[number] = found[0].replace("\t", "  ") + seen.lines[number][found.end() :]
    message = said.TABS.format(count=len(repairs)) if len(repairs) > 1 else said.TAB
    column = None if seen.column is None else seen.column + 1
    return Mistake("yaml-tab", seen.index, message, said.TAB_FIX, column, repairs, moves=True)


def _quotes(seen: _Seen) -> Mistake | None:
    above = _open_above(seen) if "while parsing a block" in seen.context else None
    if above is not None:
        return _left_open(seen, above, None)
    if _QUOTE_TOO_SOON.match(seen.line) and "while parsing a block" in seen.context:
        return seen.to_quote("yaml-quote", said.CLOSED, said.WRITE)
    if "quoted scalar" not in seen.context:
        return None
    # an editor looks where the quote opens, not where the file ends
    line, column = seen.started
    if "escape" in seen.problem:
        repairs = {seen.index: seen.line.replace("\\", "")}
        return Mistake("yaml-quote", line, said.ESCAPE, said.ESCAPE_FIX, column + 1, repairs)
    return _left_open(seen, line, column)


def _left_open(seen: _Seen, index: int, column: int | None) -> Mistake:
    """Explain a quotation mark without its fellow; the text ends where a key follows."""
    line = seen.lines[index].rstrip()
    opened = _OPENED.match(line)
    following = seen.lines[index + 1] if index + 1 < len(seen.lines) else ""
    place = None if column is None else column + 1
    if (
        opened is None
        or line.count(opened["mark"]) != 1
        or not is_new_start(following, indent(line))
    ):
        return Mistake("yaml-quote", index, said.OPEN, said.OPEN_FIX, place)
    written = line + opened["mark"]
    fix = said.WRITE.format(line=written.strip())
    return Mistake("yaml-quote", index, said.OPEN, fix, place, {index: written})


def _open_above(seen: _Seen) -> int | None:
    """Return the line whose quote was closed by the opening one of the line with the problem."""
    for index in range(seen.index - 1, -1, -1):
        found = _OPENED.match(seen.lines[index])
        if found:
            alone = seen.lines[index].count(found["mark"]) == 1
            return index if alone and found["mark"] in seen.line else None
    return None


def _brackets(seen: _Seen) -> Mistake | None:
    if "while parsing a flow" in seen.context:
        return _bracket_open(seen, seen.started[0])
    if "while parsing a block" not in seen.context:
        return None
    if _BRACKETED.match(seen.line):
        sign = _SIGN.match(seen.line)
        told = said.SIGN.format(sign=sign["sign"] if sign else "[")
        return seen.to_quote("yaml-bracket", told, said.WRITE)
    for start, end in ("[]", "{}"):
        if seen.line.count(end) > seen.line.count(start):
            written = seen.line.rstrip().removesuffix(end)
            is_last = written.count(end) == written.count(start)
            fix = said.WRITE.format(line=written.strip()) if is_last else said.TOO_MANY_FIX
            repairs = {seen.index: written} if is_last else {}
            return Mistake("yaml-bracket", seen.index, said.TOO_MANY, fix, None, repairs)
    return None


def _bracket_open(seen: _Seen, index: int) -> Mistake:
    line = seen.lines[index].rstrip()
    following = seen.lines[index + 1] if index + 1 < len(seen.lines) else ""
    for start, end in ("[]", "{}"):
        lacks = line.count(start) - line.count(end) == 1 and not line.endswith(",")
        if lacks and ": " not in line.partition(start)[2] and is_new_start(following, indent(line)):
            written = line + end
            fix = said.WRITE.format(line=written.strip())
            return Mistake("yaml-bracket", index, said.BRACKET, fix, None, {index: written})
    return Mistake("yaml-bracket", index, said.BRACKET, said.BRACKET_FIX)


def _keys(seen: _Seen) -> Mistake | None:
    if "simple key" in seen.context:
        return _without_colon(seen.lines, seen.started[0])
    if "mapping values are not allowed" not in seen.problem:
        return None
    if not _ONLY_KEY.fullmatch(seen.line[: seen.column]):
        outside = _out_of_text(seen.lines, seen.index)
        return outside or seen.to_quote("yaml-colon", said.COLON, said.COLON_FIX)
    # its own colon is the only one: the line is taken for the text of the one above
    above = seen.index - 1
    while above > 0 and not seen.lines[above].strip():
        above -= 1
    if above >= 0 and (_NO_SPACE.fullmatch(seen.lines[above]) or ":" not in seen.lines[above]):
        return _without_colon(seen.lines, above)
    return _off_level(seen)


def _out_of_text(lines: Sequence[str], index: int) -> Mistake | None:
    """Explain a line of prose that YAML does not take for a part of the text around it."""
    header = without_block_sign(lines, index)
    if header is not None:
        key = key_of(lines[header])
        repairs = {header: f"{lines[header].rstrip()} |"}
        message, fix = said.NO_SIGN.format(key=key), said.NO_SIGN_FIX.format(key=key)
        return Mistake("yaml-block", header, message, fix, None, repairs)
    fallen = fallen_out(lines, index)
    if fallen is None:
        return None
    back, depth = fallen
    fix = said.SPACES_FIX.format(count=depth)
    message = said.OUTSIDE if len(back) == 1 else said.OUTSIDE_MORE.format(count=len(back))
    return Mistake("yaml-indent", min(back), message, fix, None, back)


def _signs(seen: _Seen) -> Mistake | None:
    """Explain a text that starts with what means something else in YAML."""
    started = _SIGN.match(seen.line)
    sign = started["sign"] if started else seen.line.strip()[:1]
    told = said.SIGN.format(sign=sign)
    if sign in "&!" and ("while parsing a block" in seen.context or "anchor" in seen.context):
        return seen.to_quote("yaml-character", told, said.WRITE)
    if "alias" in seen.context + seen.problem:
        return seen.to_quote("yaml-alias", said.ALIAS, said.WRITE)
    if "cannot start any token" in seen.problem or "not allowed in this context" in seen.problem:
        return seen.to_quote("yaml-character", told, said.WRITE)
    if "block scalar" in seen.context and KEY.match(seen.line):
        return Mistake("yaml-block", seen.index, said.BLOCK, _below(seen.line))
    return None


def _levels(seen: _Seen) -> Mistake | None:
    if "single document" in seen.context + seen.problem:
        return seen.mistake("yaml-document", said.DOCUMENT, said.DOCUMENT_FIX)
    if "<document start>" in seen.problem:
        words = (n for n, line in enumerate(seen.lines) if line.strip() and line.lstrip()[0] != "#")
        first = next(words, seen.index)
        if seen.lines[first].startswith(" "):
            return Mistake("yaml-indent", first, said.FIRST, said.FIRST_FIX)
    if "while parsing a block" in seen.context:
        outside = None if KEY.match(seen.line) else _out_of_text(seen.lines, seen.index)
        return outside or _off_level(seen)
    return None


def _off_level(seen: _Seen) -> Mistake:
    level = level_for(seen.lines, seen.index)
    if level is None:
        return seen.mistake("yaml-indent", said.INDENT, said.INDENT_FIX)
    depth, beside = level
    column = None if seen.column is None else seen.column + 1
    known = {"key": key_of(seen.line), "count": depth, "other": key_of(seen.lines[beside])}
    fix = (said.LEVEL_FIX if depth else said.FIRST_FIX).format(**known)
    repairs = {seen.index: " " * depth + seen.line.strip()}
    return Mistake("yaml-indent", seen.index, said.INDENT, fix, column, repairs, moves=True)


def _without_colon(lines: Sequence[str], index: int) -> Mistake:
    """Explain a line that should be `key: value` and is not."""
    line = lines[index]
    found = _NO_GAP.fullmatch(line)
    if found and not line.startswith("---"):
        written = f"{found['indent']}- {found['value']}"
        fix = said.WRITE_LINE.format(written=written.strip())
        return Mistake("yaml-key", index, said.DASH, fix, None, {index: written})
    outside = _out_of_text(lines, index)
    if outside and outside.rule == "yaml-block":
        return outside
    header = block_above(lines, index)
    found = _NO_SPACE.fullmatch(line) or _NO_COLON.fullmatch(line)
    if found is None or (header is not None and indent(line) not in _key_indents(lines, header)):
        if outside:
            return outside
        message = said.STRAY if header is None else said.OUTSIDE
        return Mistake("yaml-indent", index, message, said.OUTSIDE_FIX)
    written = f"{found['dash'] or ''}{found['key']}: {found['value'] or ''}".rstrip()
    glued = _NO_SPACE.fullmatch(line)
    message = (said.GLUED if glued else said.COLONLESS).format(key=found["key"])
    repairs = {index: found["indent"] + written}
    fix = said.WRITE_LINE.format(written=written)
    return Mistake("yaml-key", index, message, fix, None, repairs)


def _key_indents(lines: Sequence[str], header: int) -> set[int]:
    """Return where a key may stand below a block of text."""
    if header + 1 < len(lines) and indent(lines[header + 1]) <= indent(lines[header]):
        return set()  # the text itself stands where the keys are
    above = (line for line in lines[: header + 1] if line.strip())
    return {indent(line) for line in above}


def _below(line: str) -> Message:
    key, _, value = line.strip().partition(":")
    sign, text = value.strip()[:1], value.strip()[1:].strip()
    return said.BLOCK_FIX.format(key=key, sign=sign, text=text)
