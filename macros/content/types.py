"""Small checked values: texts, slugs, hosts, telephone numbers, dates.

Each refuses what it cannot be with a `PydanticCustomError` whose type names the message of
`macros.content.messages`.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, TypeAlias

from dateutil.rrule import rrulestr
from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from macros.content.base import Pair

Prose: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
Text: TypeAlias = Pair[Prose]
"""A text in both languages; plain words, one paragraph."""
MarkdownProse: TypeAlias = Annotated[str, StringConstraints(min_length=1), "markdown"]
Markdown: TypeAlias = Pair[MarkdownProse]
"""A longer text in both languages, in Markdown."""


def _refused(error: Any, value: str, **context: Any) -> PydanticCustomError:
    return PydanticCustomError(error, "{value}", {"value": value, **context})


def _matching(pattern: str, error: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise _refused(error, value)
        return value

    return check


_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"

Id: TypeAlias = Annotated[str, AfterValidator(_matching(_SLUG, "id_format"))]
"""Name of an item: lower-case letters, digits and hyphens. Also the name of its file."""
Slug: TypeAlias = Annotated[str, AfterValidator(_matching(_SLUG, "slug_format"))]
"""Last part of a page's URL, in the language of the page."""
Host: TypeAlias = Annotated[
    str, AfterValidator(_matching(rf"(?:{_LABEL}\.)+[a-z]+", "host_format"))
]
"""A host name without scheme or path (RFC 1123), such as `www.example.org`."""
Email: TypeAlias = Annotated[
    str, AfterValidator(_matching(rf"[A-Za-z0-9._+-]+@(?:{_LABEL}\.)+[a-z]+", "email_format"))
]
"""A shared mailbox, never that of a person."""
Phone: TypeAlias = Annotated[
    str, AfterValidator(_matching(r"\+32 [1-9]\d{0,2}(?: \d{2,3}){2,3}", "phone_format"))
]
"""A Belgian number in international form, such as `+32 2 318 60 57` (ITU-T E.123)."""
Postcode: TypeAlias = Annotated[str, AfterValidator(_matching(r"[1-9]\d{3}", "postcode_format"))]
"""A Belgian postcode of four digits."""
Url: TypeAlias = Annotated[
    str, AfterValidator(_matching(r"https?://[^\s<>\"]+\.[^\s<>\"]+", "url_format"))
]
"""An absolute web address."""
OldPath: TypeAlias = Annotated[
    str, AfterValidator(_matching(r"/(?:[^\s?#\"<>\\]+)", "path_format"))
]
"""The path of an address that once was published, from the root of the host."""

_PARTIAL_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_OTHER_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(.*)")


def _date_error(value: str) -> PydanticCustomError:
    """Explain a date that is no date, with the remedy where it can be guessed."""
    turned = _OTHER_DATE.fullmatch(value)
    if turned:
        day, month, year, rest = turned.groups()
        iso = f"{year}-{int(month):02}-{int(day):02}{rest}"
        return _refused("date_order", value, iso=iso)
    return _refused("date_format", value)


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise _date_error(value)
        return date.fromisoformat(value)
    except ValueError as error:
        if isinstance(error, PydanticCustomError):
            raise
        raise _refused("date_impossible", value) from None


def _moment(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    day, _, clock = value.replace("T", " ").partition(" ")
    if not clock:
        return _day(day)
    found = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)", clock)
    if not found:
        raise _refused("time_format", value)
    whole = _day(day)
    return datetime(whole.year, whole.month, whole.day, int(found[1]), int(found[2]))  # noqa: DTZ001


def _partial_date(value: str) -> str:
    if not _PARTIAL_DATE.fullmatch(value):
        raise _date_error(value)
    _day((value + "-01-01")[:10])
    return value


def _recurrence(value: str) -> str:
    try:
        rrulestr(value, dtstart=datetime(2024, 1, 1))  # noqa: DTZ001 - any start will do
    except (ValueError, TypeError, KeyError, AttributeError, IndexError):
        raise _refused("rule_format", value) from None
    if re.search(r"UNTIL|COUNT|DTSTART|\n", value, re.IGNORECASE):
        raise _refused("rule_until", value)
    return value


def _choice(*allowed: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in allowed:
            raise _refused("choice", value, allowed=list(allowed))
        return value

    return check


Day: TypeAlias = Annotated[date, BeforeValidator(_day)]
"""A day with its year (ISO 8601), such as `2024-09-23`."""
Moment: TypeAlias = Annotated[datetime | date, BeforeValidator(_moment)]
"""A day, or a day and a time in Brussels, such as `2024-09-23 14:30`."""
PartialDate: TypeAlias = Annotated[str, AfterValidator(_partial_date)]
"""A year, a month or a day (ISO 8601): `2023`, `2023-06`, `2023-06-14`."""
Recurrence: TypeAlias = Annotated[str, AfterValidator(_recurrence)]
"""A recurrence rule without end (RFC 5545, 3.3.10), such as `FREQ=MONTHLY;BYDAY=1WE`."""
MissionId: TypeAlias = Id
BassinId: TypeAlias = Id
State: TypeAlias = Annotated[str, AfterValidator(_choice("idea", "started", "running", "done"))]
"""How far an action is."""
EventStatus: TypeAlias = Annotated[
    str, AfterValidator(_choice("confirmed", "cancelled", "postponed"))
]
GroupKind: TypeAlias = Annotated[
    str,
    AfterValidator(
        _choice("atelier", "concertation", "working-group", "support-group", "council", "partner")
    ),
]
ResourceKind: TypeAlias = Annotated[
    str, AfterValidator(_choice("tool", "training", "report", "directory"))
]
PlaceKind: TypeAlias = Annotated[str, AfterValidator(_choice("meeting", "immersion"))]
Unit: TypeAlias = Annotated[
    str,
    AfterValidator(
        _choice("inhabitants", "percent", "years", "km2", "per-km2", "per-1000", "count", "euro")
    ),
]
Qualifier: TypeAlias = Annotated[
    str, AfterValidator(_choice("exact", "about", "more-than", "less-than"))
]
