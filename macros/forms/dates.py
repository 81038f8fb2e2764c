"""Dates and times as people write them into a form, turned into the one form of the data."""

import re
from datetime import date

from macros.forms.form import RefusedError
from macros.language import Message

_DAY_FIRST = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/. -](\d{1,2})[/. -](\d{1,2})")
_CLOCK = re.compile(r"(\d{1,2}) ?(?:[:.hHuU] ?(\d{2})?)?(?: ?(?:uur|h|u))?")


def day(text: str) -> str:
    """Return an ISO 8601 day; `23/09/2024` and `2024-09-23` are understood.

    Raises:
        RefusedError: it is no day with its year, or not in the calendar.

    """
    first, last = _DAY_FIRST.fullmatch(text), _YEAR_FIRST.fullmatch(text)
    if first:
        numbers = first[3], first[2], first[1]
    elif last:
        numbers = last[1], last[2], last[3]
    else:
        raise RefusedError(NO_DAY.format(value=text[:40]))
    try:
        return date(*map(int, numbers)).isoformat()
    except ValueError:
        raise RefusedError(NO_DAY.format(value=text[:40])) from None


def clock(text: str) -> str:
    """Return a time as `14:30`; `14h30`, `14.30 uur` and `14u` are understood.

    Raises:
        RefusedError: it is no time of the day.

    """
    found = _CLOCK.fullmatch(text)
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:  # noqa: PLR2004 - hours, minutes
        raise RefusedError(NO_CLOCK.format(value=text[:40]))
    return f"{int(found[1]):02}:{found[2] or '00'}"


NO_DAY = Message(
    fr="« {value} » n’est pas un jour. Écrivez le jour, le mois et l’année : 23/09/2024.",
    nl="‘{value}’ is geen dag. Schrijf dag, maand en jaar: 23/09/2024.",
)
NO_CLOCK = Message(
    fr="« {value} » n’est pas une heure. Écrivez-la ainsi : 14h30.",
    nl="‘{value}’ is geen uur. Schrijf het zo: 14.30.",
)
