"""The fields of a model as editors meet them: nested, with their kind of value."""

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from macros.content.base import Pair, Record
from macros.content.field_docs import FieldDoc, field_doc


@dataclass(frozen=True)
class Field:
    """A field of a model.

    Attributes:
        name: its key.
        annotation: the type of its value, without `| None`.
        required: whether a file without it is refused.
        doc: what editors are told of it.

    """

    name: str
    annotation: Any
    required: bool
    doc: FieldDoc


@cache
def fields_of(model: type[Record]) -> tuple[Field, ...]:
    """Return the fields of a model in their order."""
    return tuple(
        Field(name, optional(info.rebuild_annotation()), info.is_required(), field_doc(model, name))
        for name, info in model.model_fields.items()
    )


def optional(annotation: Any) -> Any:
    """Strip `| None`: an optional field is left out, never empty."""
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        parts = [part for part in typing.get_args(annotation) if part is not type(None)]
        if len(parts) == 1:
            return parts[0]
    return annotation


def model_in(annotation: Any) -> type[Record] | None:
    """Return the model of a value, or of the elements of a list."""
    if typing.get_origin(annotation) is Annotated:
        return model_in(typing.get_args(annotation)[0])
    element = element_of(annotation)
    if element is not None:
        return model_in(element)
    is_model = isinstance(annotation, type) and issubclass(annotation, Record)
    return annotation if is_model else None


def element_of(annotation: Any) -> Any:
    """Return the type of the elements of a list, or nothing when the value is no list."""
    if typing.get_origin(annotation) is Annotated:
        return element_of(typing.get_args(annotation)[0])
    return typing.get_args(annotation)[0] if typing.get_origin(annotation) is tuple else None


def is_pair(annotation: Any) -> bool:
    """Tell whether a value exists in both languages."""
    model = model_in(annotation) if element_of(annotation) is None else None
    return model is not None and issubclass(model, Pair)


def nested(model: type[Record]) -> Iterator[type[Record]]:
    """Go through a model and all models inside it."""
    yield model
    for info in model.model_fields.values():
        inner = model_in(optional(info.rebuild_annotation()))
        if inner is not None:
            yield from nested(inner)
