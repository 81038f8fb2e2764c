"""What the guides for editors show of the models, the templates, the macros and the rules."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from macros.authoring.kinds import KINDS
from macros.authoring.template import element_text, page_text, record_text
from macros.content.base import Record
from macros.content.field_docs import kinds
from macros.content.fields import Field, element_of, fields_of, is_pair, model_in
from macros.content.json_schema import PAGE
from macros.content.pages import FrontMatter
from macros.content.shapes import SHAPES
from macros.language import LANGS, Lang
from macros.site.page import Page

if TYPE_CHECKING:
    from macros.checks.registry import Rule

_FAMILY = re.compile(r"""\{\{\s*rules\(\s*["'](\w+)["']""")
"""A call of the macro that shows the rules of a family."""


@dataclass(frozen=True)
class Row:
    """A field in a table.

    Attributes:
        key: its key, after those of the records around it.
        title: its name in words.
        text: what it is for.
        example: a value in the language of the page; empty for a record.
        required: whether it must be there.

    """

    key: str
    title: str
    text: str
    example: str
    required: bool


def documented() -> list[str]:
    """Return the kinds of files that have fields to show."""
    return [kind for kind in kinds() if kind == PAGE or _root(kind) is not None]


@cache
def field_rows(kind: str, lang: Lang) -> tuple[Row, ...]:
    """Return the fields of a kind of file: a name of `SHAPES`, or `page`."""
    model = FrontMatter if kind == PAGE else _root(kind)
    if model is None:
        return ()
    named_by_file = kind != PAGE and element_of(_shape_type(kind)) is None
    fields = [f for f in fields_of(model) if not (named_by_file and f.name == "id")]
    # What has to be there is read first; the sort keeps the order of the model within each half.
    ordered = sorted(fields, key=lambda field: not field.required)
    return tuple(_rows(ordered, lang, ""))


@cache
def block(kind: str, lang: Lang) -> str:
    """Return the template of a kind as a block to copy, with comments in one language."""
    made = KINDS[kind]
    if made.is_page:
        text = page_text(made, lang, {}, langs=[lang])
    elif made.is_listed:
        text = element_text(made, "", {}, langs=[lang])
    else:
        text = record_text(made, {}, langs=[lang])
    return f"``` yaml\n{text}```"


@cache
def rules() -> Mapping[str, "tuple[Rule, ...]"]:
    """Return the rules of the check by the name of their family."""
    from macros.checks.registry import Family, all_rules  # noqa: PLC0415 - checks read macros too

    known = all_rules().values()
    return {
        family.value: tuple(rule for rule in known if rule.family is family) for family in Family
    }


def explained(pages: Iterable[Page]) -> list[tuple[str, str]]:
    """Return the rules that pages explain, by id, each with the key of its page."""
    found = [
        (rule.id, page.key)
        for page in pages
        for family in _FAMILY.findall(page.body)
        for rule in rules().get(family, ())
    ]
    return sorted(found)


def remember() -> None:
    """Work out everything once, for the processes that are forked from this one."""
    rules()
    for lang in LANGS:
        for kind in documented():
            field_rows(kind, lang)
        for kind in KINDS:
            block(kind, lang)


def _shape_type(kind: str) -> Any:
    return SHAPES[kind].holds


def _root(kind: str) -> type[Record] | None:
    return model_in(_shape_type(kind))


def _rows(fields: Iterable[Field], lang: Lang, above: str) -> Iterator[Row]:
    for field in fields:
        key = f"{above}{field.name}"
        doc = field.doc
        example = _shown(doc.example, lang)
        yield Row(key, doc.title[lang], doc.text[lang], example, field.required)
        inner = model_in(field.annotation)
        sides = inner is not None and set(inner.model_fields) == set(LANGS)
        if inner is not None and not is_pair(field.annotation) and not sides:
            yield from _rows(fields_of(inner), lang, f"{key} › ")


def _shown(example: Any, lang: Lang) -> str:
    if isinstance(example, list):
        return ", ".join(_shown(part, lang) for part in example)
    if isinstance(example, Mapping):
        return _shown(example[lang], lang)
    return example or ""
