"""Dates and times as people write them, turned into the one form of the data (ISO 8601)."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from babel.dates import get_day_names, get_month_names

from macros.folding import slugify
from macros.language import LANGS, Message

_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[/. -](?P<month>\d{1,2})[/. -](?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[/. -](?P<month>\d{1,2})[/. -](?P<day>\d{1,2})")
_WEEKDAY = re.compile(r"(?:([a-z]+di|dimanche|[a-z]+dag),? )?(?:le |op )?")
_IN_WORDS = re.compile(
    r"(?P<day>\d{1,2})(?:er|ste|de|e)?[ -](?P<name>[^\W\d]+)(?:\.?,? |-)(?P<year>\d{4})"
)
_HOUR = r"\d{1,2} ?(?:[:.hu]|uur|heures?)"
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?: ?(?:[:.hu]|uur|heures?) ?(?P<minute>\d{2})?(?::00)?)?(?: ?(?:uur|h|u))?"
)
_WITH_CLOCK = re.compile(rf"(?P<day>.*?\d{{4}}.*?)(?:t|,? (?:à |om )?)(?P<clock>{_HOUR}.*)")
_MONTH = re.compile(r"(?P<month>[^\W\d]+\.?|\d{1,2})[ /.-](?P<year>\d{4})")
_MONTH_LAST = re.compile(r"(?P<year>\d{4})[ /.-](?P<month>\d{1,2})")
_ABOUT = re.compile(r"^(?:depuis|en|vers|environ|sinds|in|rond|circa|ca\.?) (?=\S)|\?$")
_LATEST_HOUR, _LATEST_MINUTE = 23, 59
_SHORTEST_NAME = 3
"""Letters from which on the start of a name is enough, as in `sept.`"""
_DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014", "-----")


class NotADateError(Exception):
    """A text is no date or no time of the day.

    Attributes:
        reason: what is wrong and how to write it.

    """

    def __init__(self, reason: Message, value: str) -> None:
        self.reason = reason.format(value=value[:40])
        super().__init__(self.reason.fr)


class ImpossibleDayError(NotADateError):
    """A text is written as a day, and no calendar has that day."""


class OtherWeekdayError(NotADateError):
    """A text is written as a day, which falls on another day of the week."""


def day(text: str) -> str:
    """Return an ISO day; `23/09/2024`, `2024-09-23` and `23 sept. 2024` are understood.

    Raises:
        ImpossibleDayError: it is not in the calendar.
        OtherWeekdayError: it falls on another day of the week than it says.
        NotADateError: it is no day with its year.

    """
    tidy = _tidied(text)
    weekday = _WEEKDAY.match(tidy)
    if weekday:
        tidy = tidy[weekday.end() :]
    numbers = _DAY_FIRST.fullmatch(tidy) or _YEAR_FIRST.fullmatch(tidy)
    words = None if numbers else _IN_WORDS.fullmatch(tidy)
    found = numbers or words
    month = int(numbers["month"]) if numbers else _month_named(words["name"]) if words else None
    if found is None or month is None:
        raise NotADateError(NO_DAY, text)
    try:
        day = date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        raise ImpossibleDayError(NOT_IN_CALENDAR, text) from None
    weekdays = {get_day_names(locale=lang)[day.weekday()] for lang in LANGS}
    if weekday and weekday[1] and weekday[1] not in weekdays:
        raise OtherWeekdayError(OTHER_WEEKDAY, text)
    return day.isoformat()


def clock(text: str) -> str:
    """Return a time as `14:30`; `14h30`, `14.30 uur` and `14u` are understood.

    Raises:
        NotADateError: it is no time of the day.

    """
    found = _CLOCK.fullmatch(_tidied(text))
    if not found or int(found["hour"]) > _LATEST_HOUR:
        raise NotADateError(NO_CLOCK, text)
    if int(found["minute"] or 0) > _LATEST_MINUTE:
        raise NotADateError(NO_CLOCK, text)
    return f"{int(found['hour']):02}:{found['minute'] or '00'}"


def says_an_hour(text: str) -> bool:
    """Tell whether a text is a time of the day and cannot be a number: `14h`, `14:30`."""
    return bool(re.fullmatch(rf"{_HOUR}.*", _tidied(text)) and _CLOCK.fullmatch(_tidied(text)))


def moment(text: str) -> str:
    """Return an ISO day, or day and time: `4 mei 2027 om 14.30 uur` gives `2027-05-04 14:30`.

    Raises:
        NotADateError: one of the two is wrong.

    """
    found = _WITH_CLOCK.fullmatch(_tidied(text))
    return f"{day(found['day'])} {clock(found['clock'])}" if found else day(text)


def partial(text: str) -> str:
    """Return a year, a month or a day: `2025`, `mars 2025` or `3/2025` as `2025-03`, or a day.

    Raises:
        NotADateError: it is none of them.

    """
    tidy = _ABOUT.sub("", _tidied(text))
    if re.fullmatch(r"\d{4}", tidy):
        return tidy
    found = _MONTH.fullmatch(tidy) or _MONTH_LAST.fullmatch(tidy)
    name = found["month"] if found else ""
    month = int(name) if name.isdecimal() else _month_named(name)
    if found and month is None:
        raise NotADateError(NO_PART, text)
    try:
        return day(f"1/{month}/{found['year']}")[:7] if found else day(tidy)
    except ImpossibleDayError:
        raise ImpossibleDayError(NOT_IN_CALENDAR, text) from None
    except OtherWeekdayError:
        raise
    except NotADateError:
        raise NotADateError(NO_PART, text) from None


def end(text: str, start: str) -> str:
    """Return the ISO moment at which something ends; an hour alone is of the day it starts.

    Raises:
        NotADateError: it is no moment, or not after `start`, an ISO moment or empty.

    """
    is_hour = start and _CLOCK.fullmatch(_tidied(text))
    found = f"{start[:10]} {clock(text)}" if is_hour else moment(text)
    same = min(len(found), len(start))
    if found[:same] < start[:same] or (found == start and " " in start):
        raise NotADateError(BACKWARDS, text)
    return found


def _tidied(text: str) -> str:
    """Return a text in small letters, with one kind of spaces and of hyphens."""
    return " ".join(text.lower().translate(_DASHES).split())


def _month_named(name: str) -> int | None:
    """Return the number of a month by its name or the start of it, in French or Dutch."""
    start, months = slugify(name), _months()
    if start in months:
        return months[start]
    long_enough = len(start) >= _SHORTEST_NAME
    begun = {number for month, number in months.items() if month.startswith(start) and long_enough}
    return begun.pop() if len(begun) == 1 else None


@cache
def _months() -> Mapping[str, int]:
    """Return the number of a month by its French and its Dutch name, without accents."""
    names = {
        slugify(name): number
        for lang in LANGS
        for number, name in get_month_names("wide", locale=lang).items()
    }
    return names | {"mrt": 3}


NO_DAY = Message(
    fr="« {value} » n’est pas un jour. Écrivez le jour, le mois et l’année entière : 23/09/2024.",
    nl="‘{value}’ is geen dag. Schrijf de dag, de maand en het volledige jaar: 23/09/2024.",
)
NO_PART = Message(
    fr="« {value} » n’est pas une date. Écrivez l’année, le mois et l’année, ou le jour entier : "
    "2024, 9/2024 ou 23/09/2024.",
    nl="‘{value}’ is geen datum. Schrijf het jaar, de maand en het jaar, of de volledige dag: "
    "2024, 9/2024 of 23/09/2024.",
)
NOT_IN_CALENDAR = Message(
    fr="« {value} » n’existe pas dans le calendrier. Écrivez le jour, le mois et l’année : "
    "23/09/2024.",
    nl="‘{value}’ bestaat niet in de kalender. Schrijf de dag, de maand en het jaar: 23/09/2024.",
)
OTHER_WEEKDAY = Message(
    fr="« {value} » : cette date tombe un autre jour de la semaine. Vérifiez l’un et l’autre.",
    nl="‘{value}’: die datum valt op een andere dag van de week. Controleer beide.",
)
NO_CLOCK = Message(
    fr="« {value} » n’est pas une heure. Écrivez-la ainsi : 14h30.",
    nl="‘{value}’ is geen uur. Schrijf het zo: 14.30.",
)
BACKWARDS = Message(
    fr="Le rendez-vous finit avant de commencer. Vérifiez les dates et les heures.",
    nl="De activiteit eindigt vóór ze begint. Controleer de data en de uren.",
)
