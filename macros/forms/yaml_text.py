"""Writing of data files that people go on editing: one key a line, texts wrapped, quoted safely.

Every scalar that is not plainly harmless is quoted; long texts become literal blocks. Reading
what is written with `macros.content.strict_yaml` gives the same values back.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Tree: TypeAlias = "str | Mapping[str, Tree] | Sequence[Tree]"

_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]*(?: \d\d:\d\d)?")
"""Ids, slugs, dates: the strict reader takes each as text."""


def to_yaml(record: Mapping[str, Tree]) -> str:
    """Write a record, in the order of its keys."""
    return "".join(f"{line}\n" if line else "\n" for line in _mapping(record, ""))


def list_item(value: Mapping[str, Tree], indent: str) -> str:
    """Write one record as an item of a list that stands behind `indent`."""
    return "".join(f"{line}\n" if line else "\n" for line in _item(value, indent))


def _mapping(record: Mapping[str, Tree], indent: str) -> Iterator[str]:
    for key, value in record.items():
        yield from _entry(f"{indent}{key}:", value, indent)


def _entry(head: str, value: Tree, indent: str) -> Iterator[str]:
    inner = indent + "  "
    if isinstance(value, str):
        if "\n" in value:
            # The indicator keeps leading spaces of the first line part of the text.
            yield f"{head} |2" if value.startswith(" ") else f"{head} |"
            yield from (inner + line if line else "" for line in value.strip("\n").split("\n"))
        else:
            yield f"{head} {_scalar(value)}"
    elif isinstance(value, Mapping):
        yield head
        yield from _mapping(value, inner)
    else:
        yield head
        for item in value:
            yield from _item(item, inner)


def _item(item: Tree, indent: str) -> Iterator[str]:
    if not isinstance(item, Mapping):
        yield f"{indent}- {_scalar(str(item))}"
        return
    lines = list(_mapping(item, indent + "  "))
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _scalar(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    # A JSON string is a double-quoted YAML scalar (https://yaml.org/spec/1.2.2/#12-syntax).
    return json.dumps(value, ensure_ascii=False)
