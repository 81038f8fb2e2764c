"""The schema.org vocabulary, read from the typings that `schema-dts` generates from it."""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TYPINGS = ROOT / "node_modules/schema-dts/dist/schema.d.ts"
_INTERFACE = re.compile(r"(?ms)^(?:export )?interface (\w+) extends ([^{]+)\{(.*?)^\}")
_PROPERTY = re.compile(r'^    "([^"@]+)"\?:', re.MULTILINE)
_TYPE = re.compile(r'"@type": "(\w+)"')


@cache
def interfaces() -> dict[str, tuple[tuple[str, ...], frozenset[str]]]:
    """Return parents and own properties of each interface of the typings."""
    found = {}
    for name, parents, body in _INTERFACE.findall(TYPINGS.read_text(encoding="utf-8")):
        above = tuple(re.findall(r"\b\w+Base\b", parents))
        found[name] = (above, frozenset(_PROPERTY.findall(body)))
    return found


@cache
def types() -> dict[str, str]:
    """Return the interface of each type of the vocabulary."""
    text = TYPINGS.read_text(encoding="utf-8")
    return {
        kind: name for name, _, body in _INTERFACE.findall(text) for kind in _TYPE.findall(body)
    }


@cache
def properties(kind: str) -> frozenset[str]:
    """Return the properties that a type has, its own and inherited ones.

    Raises:
        KeyError: the vocabulary has no such type.

    """
    return _all_of(types()[kind])


def _all_of(name: str) -> frozenset[str]:
    parents, own = interfaces()[name]
    return own.union(*(_all_of(parent) for parent in parents))
