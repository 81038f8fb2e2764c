"""Dates and times as people write them, turned into the one form of the data (ISO 8601)."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from babel.dates import get_day_names, get_month_names

from macros.content.validate import slugify
from macros.language import LANGS, Message

_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[/. -](?P<month>\d{1,2})[/. -](?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[/. -](?P<month>\d{1,2})[/. -](?P<day>\d{1,2})")
_IN_WORDS = re.compile(
    r"(?:(?P<weekday>[a-z]+di|dimanche|[a-z]+dag) )?"
    r"(?P<day>\d{1,2})(?:er)? (?P<name>[^\W\d]+)\.? (?P<year>\d{4})"
)
_CLOCK = re.compile(r"(\d{1,2}) ?(?:[:.hHuU] ?(\d{2})?)?(?: ?(?:uur|h|u))?")
_WITH_CLOCK = re.compile(r"(?P<day>.*?\d{4}.*?)(?:T|,? +(?:à |om )?)(?P<clock>\d{1,2} ?[:.hHuU].*)")
_MONTH = re.compile(r"(?P<month>[^\W\d]+|\d{1,2})[ /](?P<year>\d{4})")
_LATEST_HOUR, _LATEST_MINUTE = 23, 59


class NotADateError(Exception):
    """A text is no date or no time of the day.

    Attributes:
        reason: what is wrong and how to write it.

    """

    def __init__(self, reason: Message, value: str) -> None:
        self.reason = reason.format(value=value[:40])
        super().__init__(self.reason.fr)


def day(text: str) -> str:
    """Return an ISO day; `23/09/2024`, `2024-09-23` and `23 septembre 2024` are understood.

    Raises:
        NotADateError: it is no day with its year, not in the calendar, or on another weekday.

    """
    numbers = _DAY_FIRST.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    words = None if numbers else _IN_WORDS.fullmatch(text.lower())
    found = numbers or words
    month = (
        numbers["month"] if numbers else _months().get(slugify(words["name"])) if words else None
    )
    if found is None or month is None:
        raise NotADateError(NO_DAY, text)
    try:
        day = date(int(found["year"]), int(month), int(found["day"]))
    except ValueError:
        raise NotADateError(NOT_IN_CALENDAR, text) from None
    weekdays = {get_day_names(locale=lang)[day.weekday()] for lang in LANGS}
    if words and words["weekday"] and words["weekday"] not in weekdays:
        raise NotADateError(OTHER_WEEKDAY, text)
    return day.isoformat()


def clock(text: str) -> str:
    """Return a time as `14:30`; `14h30`, `14.30 uur` and `14u` are understood.

    Raises:
        NotADateError: it is no time of the day.

    """
    found = _CLOCK.fullmatch(text)
    if not found or int(found[1]) > _LATEST_HOUR or int(found[2] or 0) > _LATEST_MINUTE:
        raise NotADateError(NO_CLOCK, text)
    return f"{int(found[1]):02}:{found[2] or '00'}"


def moment(text: str) -> str:
    """Return an ISO day, or day and time: `4 mei 2027 om 14.30 uur` gives `2027-05-04 14:30`.

    Raises:
        NotADateError: one of the two is wrong.

    """
    found = _WITH_CLOCK.fullmatch(text)
    return f"{day(found['day'])} {clock(found['clock'])}" if found else day(text)


def partial(text: str) -> str:
    """Return a year, a month or a day: `2025`, `mars 2025` or `3/2025` as `2025-03`, or a day.

    Raises:
        NotADateError: it is none of them.

    """
    found = _MONTH.fullmatch(text.lower())
    if re.fullmatch(r"\d{4}(-\d{2})?", text):
        return text
    if found is None:
        return day(text)
    month = _months().get(slugify(found["month"]), found["month"])
    return day(f"1/{month}/{found['year']}")[:7]


def end(text: str, start: str) -> str:
    """Return the ISO moment at which something ends; an hour alone is of the day it starts.

    Raises:
        NotADateError: it is no moment, or not after `start`, an ISO moment or empty.

    """
    found = f"{start[:10]} {clock(text)}" if start and _CLOCK.fullmatch(text) else moment(text)
    same = min(len(found), len(start))
    if found[:same] < start[:same] or (found == start and " " in start):
        raise NotADateError(BACKWARDS, text)
    return found


@cache
def _months() -> Mapping[str, str]:
    """Return the number of a month by its French and its Dutch name, without accents."""
    return {
        slugify(name): str(number)
        for lang in LANGS
        for number, name in get_month_names("wide", locale=lang).items()
    }


NO_DAY = Message(
    fr="« {value} » n’est pas un jour. Écrivez le jour, le mois et l’année entière : 23/09/2024.",
    nl="‘{value}’ is geen dag. Schrijf de dag, de maand en het volledige jaar: 23/09/2024.",
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
