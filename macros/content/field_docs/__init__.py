"""What editors are told of each kind of file and of each field, in French and in Dutch.

The one source of the JSON Schemas, the field tables of the guides and the comments that
`bassin new` writes. The texts stand in the YAML files beside this module: `kinds.yml` for the
files of `data/`, the others for the fields, by the model that declares them; `shared.yml` for
fields that mean the same in several models.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from macros.content.base import Record
from macros.language import Message

FOLDER = Path(__file__).parent
SHARED = "shared"
KINDS = "kinds"


@dataclass(frozen=True)
class FieldDoc:
    """What a field is for.

    Attributes:
        title: its name in words.
        text: one or two sentences.
        example: a value as it stands in YAML (texts, lists and pairs); nothing for records,
            whose fields have their own.

    """

    title: Message
    text: Message
    example: Any = None


@cache
def tables() -> Mapping[str, Mapping[str, FieldDoc]]:
    """Return the documentation of the fields by model, with `shared` for what is common."""
    found: dict[str, Mapping[str, FieldDoc]] = {SHARED: _fields(_read(SHARED))}
    for path in sorted(FOLDER.glob("*.yml")):
        if path.stem not in (SHARED, KINDS):
            found |= {model: _fields(entries) for model, entries in _read(path.stem).items()}
    return found


@cache
def kinds() -> Mapping[str, FieldDoc]:
    """Return the documentation of the kinds of files, by their name in `SHAPES`, and `page`."""
    return _fields(_read(KINDS))


def field_doc(model: type[Record], name: str) -> FieldDoc:
    """Return the documentation of a field.

    Raises:
        KeyError: nobody has documented it.

    """
    known = tables()
    for ancestor in model.__mro__:
        # A generic model such as Pair[Slug] shares what is said of its plain form.
        entries = known.get(ancestor.__name__.partition("[")[0], {})
        if name in entries:
            return entries[name]
    if name not in known[SHARED]:
        raise KeyError(f"{model.__name__}.{name} is not explained in macros/content/field_docs")
    return known[SHARED][name]


def _read(name: str) -> Any:
    text = (FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - makes texts and nothing else


def _fields(entries: Mapping[str, Any]) -> Mapping[str, FieldDoc]:
    return {
        name: FieldDoc(
            Message(entry["fr"][0], entry["nl"][0]),
            Message(entry["fr"][1], entry["nl"][1]),
            entry.get("example"),
        )
        for name, entry in entries.items()
    }
