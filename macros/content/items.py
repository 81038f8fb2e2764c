"""The items that editors write every week: actions, news, events, groups, resources, places."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.content.base import Lists, Pair, Record
from macros.content.types import (
    BassinId,
    Choice,
    Day,
    Email,
    EventStatus,
    GroupKind,
    Id,
    Markdown,
    MissionId,
    Moment,
    OldPath,
    PartialDate,
    PlaceKind,
    Postcode,
    Qualifier,
    Recurrence,
    ResourceKind,
    Slug,
    State,
    Text,
    Unit,
    Url,
    Year,
)
from macros.language import LANGS, Lang


class Origins(Record):
    """The public document that a fact comes from.

    Attributes:
        url: its address, when both languages lead to the same.
        urls: its address in each language, in the place of `url`.
        date: of the document.

    """

    label: Text
    url: Url | None = None
    urls: Pair[Url] | None = None
    date: PartialDate | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "Origins":
        if self.url and self.urls:
            raise PydanticCustomError("two_addresses", "url, urls")
        return self

    def address(self, lang: Lang) -> Url | None:
        """Return where a reader of one language finds the document."""
        return self.urls[lang] if self.urls else self.url


class Allowed(Record):
    """An escape from one check, with the reason why the text is right as it stands."""

    rule: Id
    reason: Annotated[str, Field(min_length=1)]
    words: str | None = None


class Item(Record):
    """What a named thing has in common with the others.

    Attributes:
        id: name of the item; the file name for items with a file of their own.
        bassins: the bassins on whose sites a regional item appears; all of them when empty.
        allow: escapes from checks.

    """

    id: Id
    bassins: tuple[BassinId, ...] = ()
    allow: tuple[Allowed, ...] = ()


class PageItem(Item):
    """An item that has a page of its own on the sites; each of its old slugs redirects."""

    title: Text
    slug: Pair[Slug]
    old_slugs: Lists[Slug] = Lists()
    summary: Text
    source: Origins | None = None
    review: Day | None = None


class Action(PageItem):
    """Something that a bassin, or all five, do for one of the four missions.

    Attributes:
        number: place among the nine priority actions of June 2023; nothing for the others.
        state: how far it is; for regional actions each bassin says so in `progress/`.
        since: when it began.
        need: the need that it answers.
        steps: what is done concretely, one sentence each.
        partners: who takes part.
        examples: practices shared by the field.

    """

    mission: MissionId
    number: int | None = None
    state: State | None = None
    since: PartialDate | None = None
    need: Markdown | None = None
    steps: tuple[Text, ...] = ()
    partners: tuple[Text, ...] = ()
    examples: tuple[Text, ...] = ()
    body: Markdown | None = None
    contact: Pair[Email] | None = None


class Progress(Record):
    """The state of a regional action in one bassin; the file is named as the action."""

    id: Id
    state: State
    note: Text
    since: PartialDate | None = None
    examples: tuple[Text, ...] = ()
    contact: Pair[Email] | None = None
    source: Origins | None = None
    allow: tuple[Allowed, ...] = ()


class News(PageItem):
    """A news item.

    Attributes:
        date: day of publication.
        year_deduced: the source gave no year; the page then says that it was deduced.
        actions, groups, events: ids of what it is about.

    """

    date: Day
    year_deduced: bool = False
    body: Markdown
    actions: tuple[Id, ...] = ()
    groups: tuple[Id, ...] = ()
    events: tuple[Id, ...] = ()


class Venue(Record):
    """Where an event takes place."""

    name: Text
    street: Text | None = None
    postcode: Postcode | None = None
    commune: Id | None = None


class Repeat(Record):
    """A recurring event: an iCalendar rule, its last day, and the days that differ.

    Source of the format: RFC 5545, sections 3.3.10 (rule), 3.8.5.1 (exceptions).
    """

    rule: Recurrence
    until: Day
    skip: tuple[Day, ...] = ()
    also: tuple[Moment, ...] = ()


class Registration(Record):
    """How to take part in an event."""

    text: Text
    url: Url | None = None
    email: Pair[Email] | None = None
    until: Day | None = None


class Event(PageItem):
    """An entry of the agenda; times are in Europe/Brussels.

    Attributes:
        start: day, or day and time; a day alone when the hour is not known.
        end: last day, or end time.
        repeat: rule of a recurring event.
        status: `confirmed`, `cancelled` or `postponed`.
        organiser: who holds it, when it is not the bassin.
        group: id of the group that meets.

    """

    start: Moment
    end: Moment | None = None
    repeat: Repeat | None = None
    year_deduced: bool = False
    status: EventStatus = "confirmed"
    place: Venue | None = None
    price: Text | None = None
    registration: Registration | None = None
    audience: Text | None = None
    organiser: Text | None = None
    group: Id | None = None
    actions: tuple[Id, ...] = ()
    body: Markdown | None = None


class Minutes(Record):
    """What a meeting of a group concluded."""

    date: Day
    title: Text
    points: Annotated[tuple[Text, ...], Field(min_length=1)]
    event: Id | None = None
    source: Origins | None = None


class Group(Item):
    """A table at which people meet: atelier, concertation, working group, council..."""

    kind: GroupKind
    title: Text
    purpose: Text
    who: Text
    join: Text
    rhythm: Text | None = None
    since: PartialDate | None = None
    contact: Pair[Email] | None = None
    actions: tuple[Id, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    source: Origins | None = None


class Resource(Item):
    """A tool, training, report or directory worth knowing."""

    kind: ResourceKind
    title: Text
    summary: Text
    year: Year | None = None
    publisher: Text | None = None
    url: Pair[Url] | None = None
    actions: tuple[Id, ...] = ()


class Place(Item):
    """A meeting or immersion place of the field."""

    kind: PlaceKind
    title: Text
    summary: Text
    street: Text | None = None
    postcode: Postcode | None = None
    commune: Id | None = None
    actions: tuple[Id, ...] = ()


class Milestone(Item):
    """A step of the roadmap; the date may be a year or a month."""

    date: PartialDate
    end: PartialDate | None = None
    title: Text
    detail: Text | None = None
    source: Text
    event: Id | None = None
    action: Id | None = None
    year_deduced: bool = False


class Figure(Item):
    """A published figure; without year and source there is none.

    Attributes:
        year: year of the data, not of the publication.
        region: the same figure for the Region, where known.
        commune: the commune it is about, when it is not the whole bassin.
        set: figures of one set are shares of one whole and are drawn together.

    """

    title: Text
    value: Decimal
    unit: Unit
    qualifier: Qualifier = "exact"
    year: Year
    source: Text
    region: Decimal | None = None
    commune: Id | None = None
    set: Id | None = None
    note: Text | None = None


class Redirect(Record):
    """An address that once was published on the sites of one language, and where it leads."""

    lang: Annotated[str, Choice(LANGS)]
    old: OldPath
    page: str


class Published(Lists[OldPath]):
    """The addresses that a page has had since it was first published, in each language."""

    page: str
