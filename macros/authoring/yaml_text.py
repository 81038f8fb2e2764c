"""YAML written for people: plain words where they may be plain, quotes where they must not.

Whatever the text holds, reading it back with `macros.content.strict_yaml` gives the same text.
"""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from macros.content.strict_yaml import Document, parse

WIDTH = 96
STEP = 2
_NOT_PRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML 1.1 (5.1) does not admit as it stands, and the line separators beside the newline."""
_WORDS_OF_YAML = frozenset({"true", "false", "null"})


def one_line(text: str) -> str:
    """Return a text without line breaks and invisible characters; non-breaking spaces stay."""
    return _NOT_PRINTABLE.sub("", re.sub(r"[ \t\r\n\v\f\x85\u2028\u2029]+", " ", text)).strip(" ")


def many_lines(text: str) -> str:
    """Return a text of several paragraphs without invisible characters and loose spaces."""
    unified = re.sub(r"\r\n?|[\v\f\x85\u2028\u2029]", "\n", text)
    lines = [line.rstrip(" \t") for line in _NOT_PRINTABLE.sub("", unified).split("\n")]
    return "\n".join(lines).strip("\n")


def lines_of(key: str, value: Any, indent: int = 0) -> Iterator[str]:
    """Write `key: value` in lines; the value is a text, a list or a mapping, or empty.

    A text with a line break, even an empty one, stands below its key as a block.
    """
    margin = " " * indent
    if isinstance(value, Mapping):
        yield f"{margin}{key}:"
        for name, part in value.items():
            yield from lines_of(name, part, indent + STEP)
    elif isinstance(value, (list, tuple)):
        yield f"{margin}{key}:"
        for part in value:
            yield from _element(part, indent + STEP)
    elif not value:
        yield f"{margin}{key}:"
    elif "\n" in value:
        hint = STEP if value.startswith((" ", "\t")) else ""
        yield f"{margin}{key}: |{hint}"
        inner = margin + " " * STEP
        text = value.rstrip("\n")
        yield from (f"{inner}{line}" if line else "" for line in text.split("\n") if text)
    else:
        written = scalar(value)
        if len(f"{margin}{key}: {written}") <= WIDTH or not _can_fold(value):
            yield f"{margin}{key}: {written}"
        else:
            yield f"{margin}{key}: >-"
            yield from _folded(value, indent + STEP)


def scalar(text: str) -> str:
    """Write a text of one line, in straight quotes where YAML would misread it."""
    read = parse(f"key: {text}", "")
    is_plain = isinstance(read, Document) and read.value == {"key": text}
    return text if is_plain and text not in _WORDS_OF_YAML else json.dumps(text, ensure_ascii=False)


def _element(value: Any, indent: int) -> Iterator[str]:
    margin = " " * indent
    if isinstance(value, Mapping):
        inner = [line for key, part in value.items() for line in lines_of(key, part, indent + STEP)]
        inner[0] = f"{margin}- {inner[0].lstrip(' ')}"
        yield from inner
    else:
        yield f"{margin}- {scalar(value)}"


def _can_fold(text: str) -> bool:
    """Tell whether a text stays the same when its lines are broken at single spaces."""
    return "  " not in text and "\t" not in text


def _folded(text: str, indent: int) -> Iterator[str]:
    margin = " " * indent
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )
