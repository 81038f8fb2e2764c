"""The macro calls of a text, such as `{{ phone("nord") }}`."""

import re
from dataclasses import dataclass
from typing import Any

# Nearly all calls are as plain as this; the others are read with Jinja's own parser.
_PLAIN = re.compile(r"\{\{ (?P<name>[a-z_]+)\((?:\"(?P<words>[\w -]*)\")?\) \}\}")
# A call that is never closed goes no further than its paragraph, or the next call.
_MACRO = re.compile(r"\{\{(?:(?!\{\{|\n[ \t]*\n).)*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_FIRST_SENTINEL = 0xF0000
_SENTINELS = re.compile(r"([\U000F0000-\U000FFFFD])(?:\n?\1)*")


@dataclass(frozen=True, slots=True)
class MacroCall:
    """One macro in a text.

    Attributes:
        name: the macro, or the variable when nothing is called; empty for a syntax error.
        arguments: its arguments where they are constants; others as `…`.
        named: its named arguments, alike.
        line: line of the file.
        source: the call as written.
        problem: what Jinja says of a call that it cannot read.

    """

    name: str
    arguments: tuple[Any, ...]
    named: tuple[tuple[str, Any], ...]
    line: int
    source: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text whose macro calls are replaced by as many characters that mean nothing.

    Each call has a character of its own from a private plane of Unicode, so that a call with
    brackets or spaces cannot confuse the Markdown around it, and can be put back.
    """

    text: str
    calls: tuple[MacroCall, ...]
    sources: tuple[str, ...]

    def restore(self, text: str) -> str:
        """Put the calls back."""
        return _SENTINELS.sub(lambda found: self.sources[_index(found[1])], text)

    def blank(self, text: str) -> str:
        """Leave the calls out: what they will say is not part of the words."""
        return _SENTINELS.sub("", text)


def mask(text: str, first_line: int) -> Masked:
    """Set the macro calls of a text aside."""
    if "{{" not in text and "{%" not in text and "{#" not in text:
        return Masked(text, (), ())
    calls: list[MacroCall] = []
    sources: list[str] = []

    def replace(found: re.Match[str]) -> str:
        line = first_line + text.count("\n", 0, found.start())
        calls.extend(_read(found[0], line))
        sentinel = chr(_FIRST_SENTINEL + len(sources) % 0xFFFD)
        sources.append(found[0])
        return "".join("\n" if character == "\n" else sentinel for character in found[0])

    return Masked(_MACRO.sub(replace, text), tuple(calls), tuple(sources))


def _index(sentinel: str) -> int:
    return ord(sentinel) - _FIRST_SENTINEL


def _read(source: str, line: int) -> list[MacroCall]:
    if not source.startswith("{{"):
        return []
    plain = _PLAIN.fullmatch(source)
    if plain:
        words = plain["words"]
        return [MacroCall(plain["name"], () if words is None else (words,), (), line, source)]
    from macros.texts.jinja_calls import read  # noqa: PLC0415 - Jinja is slow to load

    return read(source, line)
