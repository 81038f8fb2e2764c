"""Small checked values: texts, slugs, hosts, telephone numbers, dates.

Each refuses what it cannot be with a `PydanticCustomError` whose type names the message of
`macros.content.messages`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated, Any, TypeAlias

from dateutil.rrule import rrulestr
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from macros.clock import BRUSSELS
from macros.content import written_dates
from macros.content.base import Pair
from macros.language import LANGS
from macros.recurrence import Rule

Prose: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
Text: TypeAlias = Pair[Prose]
"""A text in both languages; plain words, one paragraph."""
MarkdownProse: TypeAlias = Annotated[str, StringConstraints(min_length=1), "markdown"]
Markdown: TypeAlias = Pair[MarkdownProse]
"""A longer text in both languages, in Markdown."""


def _refused(error: Any, value: str, **context: Any) -> PydanticCustomError:
    return PydanticCustomError(error, "{value}", {"value": value, **context})


@dataclass(frozen=True)
class _Checked:
    """A check of a text that also shows in the JSON Schema."""

    def check(self, value: str) -> str:
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        raise NotImplementedError

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return handler(schema) | self.schema()


@dataclass(frozen=True)
class _Matching(_Checked):
    pattern: str
    error: str

    def check(self, value: str) -> str:
        if not re.fullmatch(self.pattern, value, re.ASCII):
            raise _refused(self.error, value)
        return value

    def schema(self) -> dict[str, Any]:
        return {"pattern": f"^(?:{self.pattern})$"}


@dataclass(frozen=True)
class Choice(_Checked):
    """One of some words."""

    allowed: tuple[str, ...]

    def check(self, value: str) -> str:
        """Refuse every other word."""
        if value not in self.allowed:
            raise _refused("choice", value, allowed=list(self.allowed))
        return value

    def schema(self) -> dict[str, Any]:
        """Return what the JSON Schema says of it."""
        return {"enum": list(self.allowed)}


_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"

Id: TypeAlias = Annotated[str, _Matching(_SLUG, "id_format")]
"""Name of an item: lower-case letters, digits and hyphens. Also the name of its file."""
Slug: TypeAlias = Annotated[str, _Matching(_SLUG, "slug_format")]
"""Last part of a page's URL, in the language of the page."""
Host: TypeAlias = Annotated[str, _Matching(rf"(?:{_LABEL}\.)+[a-z]+", "host_format")]
"""A host name without scheme or path (RFC 1123), such as `www.example.org`."""
Email: TypeAlias = Annotated[
    str, _Matching(rf"[A-Za-z0-9._+-]+@(?:{_LABEL}\.)+[a-z]+", "email_format")
]
"""A shared mailbox, never that of a person."""
Phone: TypeAlias = Annotated[str, _Matching(r"\+32 [1-9]\d{0,2}(?: \d{2,3}){2,3}", "phone_format")]
"""A Belgian number in international form, such as `+32 2 318 60 57` (ITU-T E.123)."""
Postcode: TypeAlias = Annotated[str, _Matching(r"[1-9]\d{3}", "postcode_format")]
"""A Belgian postcode of four digits."""
Url: TypeAlias = Annotated[
    str,
    _Matching(r"https?://[^\s<>\"\[\]/?#]+\.[^\s<>\"\[\]/?#]+(?:[/?#][^\s<>\"]*)?", "url_format"),
]
"""An absolute web address."""
_LEADS_OUT = r"(?:[^/]*/)*(?:\.|%2[eE]){1,2}(?:/|$)"
_NO_PART_OF_A_NAME = r"%(?:[01]|2[fF]|7[fF])"  # control characters and a slash
OldPath: TypeAlias = Annotated[
    str,
    _Matching(rf"/(?!/|{_LEADS_OUT})(?:(?!{_NO_PART_OF_A_NAME})[^\s?#\"<>\\])+", "path_format"),
]
"""The path of an address that once was published, from the root of the host.

A page is written there, so it has to be one below that root (RFC 3986, 5.2.4).
"""

YEARS = range(1800, 2100)
"""Years of dates; another is a slip of the hand, and a meeting a day until 9999 stops a build."""
_DAY = r"\d{4}-\d{2}-\d{2}"
_PARTIAL_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_DAY_AND_TIME = re.compile(rf"({_DAY})[ T]((?:[01]\d|2[0-3]):[0-5]\d)", re.ASCII)
_NAMES_AN_HOUR = re.compile(rf"\d ?[:hHuU]|{_DAY}.")


def _date_error(
    value: str, kind: str, read: Callable[[str], str] = written_dates.day
) -> PydanticCustomError:
    """Explain what is no date of the data: `read` knows dates as people write them."""
    try:
        iso = read(value)
    except written_dates.ImpossibleDayError:
        return _refused("date_impossible", value)
    except written_dates.OtherWeekdayError:
        return _refused("date_weekday", value)
    except written_dates.NotADateError:
        return _refused(kind, value)
    return _refused(kind if re.match(r"\d{4}", value) else "date_order", value, iso=iso)


def _existing(iso: str, written: str) -> date:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        raise _refused("date_impossible", written) from None
    if day.year not in YEARS:
        raise _refused("date_year", written)
    return day


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(_DAY, value, re.ASCII):
        raise _date_error(value, "date_format")
    return _existing(value, value)


def _moment(value: Any) -> Any:
    if not isinstance(value, str) or re.fullmatch(_DAY, value, re.ASCII):
        return _day(value)
    found = _DAY_AND_TIME.fullmatch(value)
    if not found:
        kind = "time_format" if _NAMES_AN_HOUR.search(value) else "date_format"
        raise _date_error(value, kind, written_dates.moment)
    moment = datetime.combine(_existing(found[1], found[1]), time.fromisoformat(found[2]))
    # An hour that is passed over in spring does not come back from world time as it was.
    there = moment.replace(tzinfo=BRUSSELS).astimezone(UTC).astimezone(BRUSSELS)
    if there.replace(tzinfo=None) != moment:
        raise _refused("time_skipped", value)
    return moment


def _partial_date(value: str) -> str:
    if not _PARTIAL_DATE.fullmatch(value):
        raise _date_error(value, "month_format", written_dates.partial)
    _existing((value + "-01-01")[:10], value)
    return value


def _same_places(pair: Text) -> Text:
    fr, nl = (set(re.findall(r"\{\w*\}|[{}]", side)) for side in (pair.fr, pair.nl))
    if fr != nl:
        shown = {
            lang: ", ".join(sorted(found)) or "–"
            for lang, found in zip(LANGS, (fr, nl), strict=True)
        }
        raise _refused("places", "", **shown)
    return pair


def _recurrence(written: str) -> str:
    value = written.upper().removeprefix("RRULE:")  # as calendars write it, for who copies a line
    try:
        rrulestr(value)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError):
        raise _refused("rule_format", written) from None
    if re.search(r"UNTIL|COUNT|DTSTART|\n", value, re.IGNORECASE):
        raise _refused("rule_until", written)
    try:
        Rule.parse(value)
    except ValueError:
        raise _refused("rule_words", written) from None
    return value


_DAY_SCHEMA = WithJsonSchema({"type": "string", "pattern": f"^{_DAY}$"})
_MOMENT_SCHEMA = WithJsonSchema({"type": "string", "pattern": rf"^{_DAY}(?:[ T]\d{{2}}:\d{{2}})?$"})
_PARTIAL_SCHEMA = WithJsonSchema({"type": "string", "pattern": f"^{_PARTIAL_DATE.pattern}$"})
_RULE_SCHEMA = WithJsonSchema({"type": "string", "pattern": "^FREQ="})

Day: TypeAlias = Annotated[date, BeforeValidator(_day), _DAY_SCHEMA]
"""A day with its year (ISO 8601), such as `2024-09-23`."""
Moment: TypeAlias = Annotated[datetime | date, BeforeValidator(_moment), _MOMENT_SCHEMA]
"""A day, or a day and a time in Brussels, such as `2024-09-23 14:30`."""
Label: TypeAlias = Annotated[Text, AfterValidator(_same_places)]
"""Words of the interface; the site puts a value in the place of each `{name}`."""
Year: TypeAlias = Annotated[int, Field(ge=YEARS.start, lt=YEARS.stop)]
PartialDate: TypeAlias = Annotated[str, AfterValidator(_partial_date), _PARTIAL_SCHEMA]
"""A year, a month or a day (ISO 8601): `2023`, `2023-06`, `2023-06-14`."""
Recurrence: TypeAlias = Annotated[str, AfterValidator(_recurrence), _RULE_SCHEMA]
"""A recurrence rule without end (RFC 5545, 3.3.10), such as `FREQ=MONTHLY;BYDAY=1WE`.

Only rules that can be said in words are taken (`macros.recurrence`).
"""
MissionId: TypeAlias = Id
BassinId: TypeAlias = Id
State: TypeAlias = Annotated[str, Choice(("idea", "started", "running", "done"))]
"""How far an action is."""
EventStatus: TypeAlias = Annotated[str, Choice(("confirmed", "cancelled", "postponed"))]
GROUP_KINDS = ("atelier", "concertation", "working-group", "support-group", "council", "partner")
GroupKind: TypeAlias = Annotated[str, Choice(GROUP_KINDS)]
ResourceKind: TypeAlias = Annotated[str, Choice(("tool", "training", "report", "directory"))]
PlaceKind: TypeAlias = Annotated[str, Choice(("meeting", "immersion"))]
Unit: TypeAlias = Annotated[
    str,
    Choice(("inhabitants", "percent", "years", "km2", "per-km2", "per-1000", "count", "euro")),
]
Qualifier: TypeAlias = Annotated[str, Choice(("exact", "about", "more-than", "less-than"))]
