"""Every field that an editor meets is explained in both languages, and nothing else is."""

import re

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.content.base import Record
from macros.content.field_docs import FieldDoc, field_doc, kinds, tables
from macros.content.fields import Field, fields_of, is_pair, model_in, nested
from macros.content.pages import FrontMatter
from macros.content.shapes import SHAPES


def models() -> list[type[Record]]:
    roots = [model_in(shape.holds) for shape in SHAPES.values()]
    found = {m for root in [*roots, FrontMatter] if root for m in nested(root)}
    return sorted(found, key=lambda model: model.__name__)


FIELDS = [(model, field) for model in models() for field in fields_of(model)]
NAMED = [
    *((f"{kind}", doc) for kind, doc in kinds().items()),
    *((f"{table}.{name}", doc) for table in tables() for name, doc in tables()[table].items()),
]


def test_every_kind_of_file_is_explained_and_nothing_else() -> None:
    assert set(kinds()) == {*SHAPES, "page"}


def test_every_entry_belongs_to_a_field() -> None:
    by_name = {a.__name__: a for model in models() for a in model.__mro__ if issubclass(a, Record)}
    used = {field.name for _, field in FIELDS}
    for table, entries in tables().items():
        if table == "shared":
            assert set(entries) <= used
        else:
            assert set(entries) <= set(by_name[table].model_fields)


def test_shared_entries_are_used_where_a_model_says_nothing() -> None:
    shared = tables()["shared"]
    used = {field.name for _, field in FIELDS if shared.get(field.name) is field.doc}
    assert used == set(shared)


@pytest.mark.parametrize("doc", [doc for _, doc in NAMED], ids=[name for name, _ in NAMED])
def test_texts_are_good_in_both_languages(doc: FieldDoc) -> None:
    for lang, text in doc.text:
        assert text.endswith("."), lang
        assert len(text) < 160
        assert "'" not in text + doc.title[lang]
    assert doc.text.fr != doc.text.nl
    assert not re.search(r"[^\u00a0][:;?!»](?:\s|$)|« ", doc.text.fr)
    assert not re.search(r"[\s\u00a0][:;?!](?:\s|$)", doc.text.nl)


@pytest.mark.parametrize(
    "field", [f for _, f in FIELDS], ids=[f"{m.__name__}.{f.name}" for m, f in FIELDS]
)
def test_examples_are_valid(field: Field) -> None:
    example = field.doc.example
    inner = model_in(field.annotation)
    if example is None:
        # Records are explained by their own fields; the sides of a pair by the pair.
        assert inner is not None or field.name in ("fr", "nl")
        return
    adapter: TypeAdapter[object] = TypeAdapter(field.annotation)
    if isinstance(example, dict) and not is_pair(field.annotation):
        for side in example.values():
            adapter.validate_python(side)
        return
    adapter.validate_python(example)


def test_an_unknown_field_has_no_documentation() -> None:
    with pytest.raises(KeyError):
        field_doc(FrontMatter, "titel")


def test_examples_would_be_refused_when_wrong() -> None:
    field = next(field for model, field in FIELDS if field.name == "postcode")
    with pytest.raises(ValidationError):
        TypeAdapter(field.annotation).validate_python("160")
