"""What `bassin new` can make, and which fields it asks for or only offers."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.content.base import Record
from macros.content.field_docs import FieldDoc, kinds
from macros.content.fields import Field, element_of, fields_of
from macros.content.json_schema import PAGE
from macros.content.pages import FrontMatter
from macros.content.shapes import SHAPES

BODY = "body"
"""The text below the front matter of a page; for the others, a field like any other."""


@dataclass(frozen=True)
class Kind:
    """A kind of content that people add.

    Attributes:
        name: word of the command line.
        shape: name in `SHAPES`, or `page`.
        asked: fields that are asked for, in the order of the file.
        offered: optional fields that stand in the file as comments, ready to use.

    """

    name: str
    shape: str
    asked: tuple[str, ...]
    offered: tuple[str, ...]

    @property
    def doc(self) -> FieldDoc:
        """Return what editors are told of the kind."""
        return kinds()[self.shape]

    @property
    def is_page(self) -> bool:
        """Tell whether it is a page of `docs/`, with a file a language."""
        return self.shape == PAGE

    @property
    def is_listed(self) -> bool:
        """Tell whether its items stand together in one file."""
        return not self.is_page and "{id}" not in SHAPES[self.shape].pattern

    @property
    def is_of_action(self) -> bool:
        """Tell whether its file bears the name of a regional action."""
        return self.shape == "progress"

    @property
    def is_of_bassin(self) -> bool:
        """Tell whether it stands in a bassin and never in the Region."""
        return self.is_page or SHAPES[self.shape].scopes == "bassin"

    @property
    def model(self) -> type[Record]:
        """Return the model of one item."""
        if self.is_page:
            return FrontMatter
        holds = SHAPES[self.shape].holds
        one: type[Record] = element_of(holds) or holds
        return one

    @property
    def fields(self) -> Mapping[str, Field]:
        """Return the fields of the model by name."""
        return {field.name: field for field in fields_of(self.model)}


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "news",
            "news",
            ("title", "slug", "date", "summary", "body"),
            ("source", "actions", "groups", "events", "review"),
        ),
        Kind(
            "event",
            "events",
            ("title", "slug", "start", "end", "summary"),
            (
                "place",
                "price",
                "registration",
                "audience",
                "organiser",
                "group",
                "actions",
                "repeat",
                "body",
            ),
        ),
        Kind(
            "action",
            "actions",
            ("title", "slug", "mission", "state", "summary"),
            ("since", "need", "steps", "partners", "examples", "contact", "source"),
        ),
        Kind("progress", "progress", ("state", "since", "note"), ("examples", "contact", "source")),
        Kind(
            "group",
            "groups",
            ("title", "kind", "purpose", "who", "join"),
            ("rhythm", "since", "contact", "actions"),
        ),
        Kind(
            "resource",
            "resources",
            ("title", "kind", "summary"),
            ("year", "publisher", "url", "actions"),
        ),
        Kind("page", PAGE, ("title", "slug", "description", BODY), ("menu", "review")),
    )
}
