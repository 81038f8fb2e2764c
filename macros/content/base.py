"""The base of all models: frozen records that know where they were written."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, PrivateAttr

from macros.content.strict_yaml import Document, Mark, Path
from macros.language import Lang


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record stands: its file, and inside it the path of keys that leads to it."""

    file: str
    document: Document
    path: Path = ()

    @property
    def scope(self) -> str:
        """Folder of `data/` that the file stands in: `region` or a bassin."""
        return self.file.split("/")[1]

    def mark(self, *path: str | int) -> Mark:
        """Return the mark of one part of the record."""
        return self.document.mark((*self.path, *path))

    def line(self, *path: str | int) -> int:
        """Return the line of one part of the record, counted from 1."""
        return self.mark(*path).line


NOWHERE = Origin("", Document(None, {}))


class Record(BaseModel):
    """A frozen value read from a source file; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    # A factory, since pydantic would make a deep copy of a default for each record.
    _origin: Origin = PrivateAttr(default_factory=lambda: NOWHERE)

    @property
    def origin(self) -> Origin:
        """Place in the sources, for findings and for the links that lead editors there."""
        # Asked for thousands of times: pydantic looks a private attribute up the long way.
        origin: Origin = (self.__pydantic_private__ or {}).get("_origin", NOWHERE)
        return origin

    def settle(self, origin: Origin) -> None:
        """Remember where this record, and every record inside it, stands."""
        self._origin = origin
        for name in type(self).model_fields:
            _settle_part(getattr(self, name), origin, name)

    if not TYPE_CHECKING:  # it would hide from mypy which fields there are

        def __getattr__(self, name: str) -> Any:
            # Rules ask records for fields that only some kinds have, and pydantic says no slowly.
            if name.startswith("_"):
                return super().__getattr__(name)
            raise AttributeError(name)


Side = TypeVar("Side")


class Pair(Record, Generic[Side]):
    """A value that exists in both languages."""

    fr: Side
    nl: Side

    def __getitem__(self, lang: Lang) -> Side:
        return self.fr if lang == "fr" else self.nl


class Lists(Record, Generic[Side]):
    """Values of one language and of the other: each side has its own, or none."""

    fr: tuple[Side, ...] = ()
    nl: tuple[Side, ...] = ()

    def __getitem__(self, lang: Lang) -> tuple[Side, ...]:
        return self.fr if lang == "fr" else self.nl


def settle(value: Any, origin: Origin) -> None:
    """Tell every record inside a validated value where it stands."""
    if isinstance(value, Record):
        value.settle(origin)
        return
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        _settle_part(part, origin, key)


def _settle_part(value: Any, origin: Origin, key: str | int) -> None:
    if isinstance(value, (Record, tuple, dict)):
        settle(value, Origin(origin.file, origin.document, (*origin.path, key)))
