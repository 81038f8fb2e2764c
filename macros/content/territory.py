"""What the five bassins share and what each is: communes, antennes, missions, bassins."""

from typing import Annotated

from pydantic import Field

from macros.content.base import Lists, Pair, Record
from macros.content.items import Item, Origins
from macros.content.types import (
    BassinId,
    Day,
    Email,
    Host,
    Id,
    Phone,
    Postcode,
    Prose,
    Text,
    Url,
)


class Section(Record):
    """A named part of a commune with postcodes of its own, such as Laeken."""

    id: Id
    name: Text
    postcodes: tuple[Postcode, ...] = ()


class Commune(Record):
    """One of the 19 communes of the Region."""

    id: Id
    name: Text
    postcodes: Annotated[tuple[Postcode, ...], Field(min_length=1)]
    town: Text | None = None
    sections: tuple[Section, ...] = ()

    def locality(self, postcode: str | None) -> Text:
        """Name what an address has after a postcode: 1000 Bruxelles, 1130 Haren."""
        if postcode in self.postcodes:
            return self.town or self.name
        return next((part.name for part in self.sections if postcode in part.postcodes), self.name)


class Coverage(Record):
    """A commune, one of its sections, or a part of it described in words."""

    commune: Id
    section: Id | None = None
    part: Text | None = None


class Quartier(Record):
    """A quartier of a bassin; `contract` tells that it has a local contract (CLSS, LWGC)."""

    name: Text
    contract: bool = False


class Quartiers(Record):
    """How many quartiers a bassin counts, and those whose names are known."""

    count: int
    source: Text
    named: tuple[Quartier, ...] = ()


class Contact(Record):
    """The shared mailbox of a bassin and its helpdesk; no phone when none was published.

    Attributes:
        email_deduced: no source shows the address; the pages say that it is to be confirmed, and
            what machines read leaves it out.
        phone_to_check: the number may have changed since its source; the pages say so beside it.

    """

    email: Pair[Email]
    email_deduced: bool = False
    phone: Phone | None = None
    phone_to_check: bool = False
    note: Text | None = None

    @property
    def confirmed_email(self) -> Pair[Email] | None:
        """The mailbox as machines may read it: none while no source shows it."""
        return None if self.email_deduced else self.email


class Accent(Record):
    """The hue of a bassin on its sites, in degrees of the OKLCH colour circle (CSS Color 4)."""

    hue: Annotated[int, Field(ge=0, lt=360)]


class Bassin(Record):
    """One care zone: its names, its two hosts, its people and its ground."""

    id: BassinId
    order: int
    name: Text
    short_name: Text
    host: Pair[Host]
    contact: Contact
    tagline: Text
    accent: Accent
    territory: Annotated[tuple[Coverage, ...], Field(min_length=1)]
    territory_note: Text | None = None
    quartiers: Quartiers
    portrait: Text
    history: Text | None = None


class Antenne(Record):
    """A mental-health antenne; its limits are not those of a bassin."""

    id: Id
    name: Text
    territory: Text
    covers: Annotated[tuple[Coverage, ...], Field(min_length=1)]
    note: Text | None = None
    url: Url | None = None
    source: Origins


class Mission(Record):
    """One of the four missions of every bassin."""

    id: Id
    number: Annotated[int, Field(ge=1)]
    name: Text
    summary: Text
    icon: str


class Level(Record):
    """A level of the territorial organisation: Region, bassin, quartier."""

    id: Id
    name: Text
    role: Text
    detail: tuple[Text, ...] = ()


class PathStep(Record):
    """A step on the way of a proposal, from a table of the field to the regional council."""

    id: Id
    title: Text
    text: Text


class Priority(Record):
    """A priority that came out of the surveys and meetings."""

    id: Id
    title: Text
    text: Text
    source: Origins
    bassins: tuple[BassinId, ...] = ()


class Term(Item):
    """A pair of terms that all texts follow.

    Attributes:
        term: the right words.
        abbreviation: the short form used in each language.
        definition: one sentence for readers.
        synonyms: other words that people search for.
        avoid: forms that the texts must not use.

    """

    term: Text
    abbreviation: Text | None = None
    definition: Text | None = None
    synonyms: Lists[Prose] = Lists()
    avoid: Lists[Prose] = Lists()


class Complaint(Record):
    """Who hears a complaint about the accessibility of the sites."""

    name: Text
    url: Url


class AccessibilityStatement(Record):
    """What the accessibility statement of every site says (EN 301 549).

    Attributes:
        date: the day on which the sites were last judged.
        standard: what they are measured by.
        method: how they are judged, a sentence or two each.
        gaps: the known faults.
        complaint: where to go when an answer does not satisfy.

    """

    date: Day
    standard: Text
    method: Annotated[tuple[Text, ...], Field(min_length=1)]
    gaps: tuple[Text, ...] = ()
    complaint: Complaint


class Forge(Record):
    """Where the sources are kept, for the links that lead editors there.

    Attributes:
        repository: address of the repository on a forge that answers like GitHub.
        branch: the branch that is published.

    """

    repository: Url
    branch: Annotated[str, Field(pattern=r"^[A-Za-z0-9._/-]+$")] = "main"

    @property
    def address(self) -> str:
        """The repository as the addresses of its pages begin, whatever was pasted."""
        return self.repository.rstrip("/").removesuffix(".git")


class Navigation(Record):
    """Keys of the pages in the header and in the footer, in order."""

    header: tuple[str, ...]
    footer: tuple[str, ...]
