"""The two languages of the sites, and texts that exist in both.

There is no source language: every function here treats French and Dutch alike.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

Lang: TypeAlias = Literal["fr", "nl"]
LANGS: tuple[Lang, Lang] = ("fr", "nl")
COLON: Mapping[Lang, str] = MappingProxyType({"fr": "\u00a0:", "nl": ":"})
"""A colon, with the space that French puts before it."""
_FRENCH_SPACE = re.compile(r"(?<=«) | (?=»)| (?=[;:?!](?:[\s).,]|$))")


def other(lang: Lang) -> Lang:
    """Return the language of the counterpart."""
    return "nl" if lang == "fr" else "fr"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for an editor, in French and in Dutch.

    French spaces before `: ; ? ! »` and after `«` become non-breaking ones, so that the
    sentences can be typed with plain ones.
    """

    fr: str
    nl: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "fr", _FRENCH_SPACE.sub("\u00a0", self.fr))

    def __getitem__(self, lang: Lang) -> str:
        return self.fr if lang == "fr" else self.nl

    def __iter__(self) -> Iterator[tuple[Lang, str]]:
        yield "fr", self.fr
        yield "nl", self.nl

    def __add__(self, other: "Message") -> "Message":
        return Message(self.fr + other.fr, self.nl + other.nl)

    def both(self, between: str = " / ") -> str:
        """Write both sentences for readers of either; once where they are alike."""
        return self.fr if self.fr == self.nl else f"{self.fr}{between}{self.nl}"

    def format(self, **values: object) -> "Message":
        """Fill the same `{names}` in both sentences."""
        return Message(self.fr.format(**values), self.nl.format(**values))
