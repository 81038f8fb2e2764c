"""Dates and times as people in Brussels write them; a year always shows.

Times are local to Europe/Brussels. French writes `14h30`, Dutch `14.30 uur`.
"""

from datetime import date, datetime, time

from babel.dates import format_date

from macros.clock import BRUSSELS
from macros.language import Lang

LOCALES = {"fr": "fr_BE", "nl": "nl_BE"}
"""How Unicode's CLDR, by Babel, names what people here write."""


def day_of(moment: date | datetime) -> date:
    """Return the day of a day or of a day and time."""
    return moment.date() if isinstance(moment, datetime) else moment


def in_brussels(moment: date | datetime) -> date | datetime:
    """Give a moment the offset that Brussels has then; a day has none."""
    return moment.replace(tzinfo=BRUSSELS) if isinstance(moment, datetime) else moment


def full_date(day: date | datetime, lang: Lang) -> str:
    """Write `lundi 23 septembre 2024` or `maandag 23 september 2024`."""
    return _first_of_month(_written(day, "EEEE d MMMM y", lang), lang)


def long_date(day: date | datetime, lang: Lang) -> str:
    """Write `23 septembre 2024` or `23 september 2024`."""
    return _first_of_month(_written(day, "d MMMM y", lang), lang)


def month(day: date | datetime, lang: Lang) -> str:
    """Write `septembre 2024` or `september 2024`."""
    return _written(day, "MMMM y", lang)


def short_month(day: date | datetime, lang: Lang) -> str:
    """Write `sept.` or `sep`, for date badges that show the year beside it."""
    return _written(day, "MMM", lang).removesuffix("." if lang == "nl" else "")


def partial_date(value: str, lang: Lang) -> str:
    """Write a partial ISO 8601 date (`2023`, `2023-06`, `2023-06-14`) in words."""
    year, _, rest = value.partition("-")
    if not rest:
        return year
    if "-" in rest:
        return long_date(date.fromisoformat(value), lang)
    return month(date(int(year), int(rest), 1), lang)


def partial_span(first: str, last: str | None, lang: Lang) -> str:
    """Write partial dates from first to last: `14 – 28 juin 2023`."""
    end = partial_date(last or first, lang)
    if last in (None, first):
        return end
    return f"{_without_shared(partial_date(first, lang), end)} – {end}"


def clock(moment: datetime | time, lang: Lang) -> str:
    """Write `14h30` or `14.30 uur`; full hours are `14h` and `14 uur`."""
    if lang == "fr":
        return f"{moment.hour}h{moment.minute:02}" if moment.minute else f"{moment.hour}h"
    return f"{moment.hour}.{moment.minute:02} uur" if moment.minute else f"{moment.hour} uur"


def span(start: date | datetime, end: date | datetime | None, lang: Lang) -> str:
    """Write when something takes place: a day, days, each with its hour where that is known.

    Days without hours say the month and year that both have once.
    """
    one_day = end is None or day_of(end) == day_of(start)
    if one_day and isinstance(start, datetime) and isinstance(end, datetime) and end != start:
        since, till = {"fr": ("de", "à"), "nl": ("van", "tot")}[lang]
        first = clock(start, lang).removesuffix(" uur")
        return f"{full_date(start, lang)}, {since} {first} {till} {clock(end, lang)}"
    if end is None or one_day:
        return _with_hour(start, ", ", lang)
    at = {"fr": " à ", "nl": " om "}[lang]
    first, last = _with_hour(start, at, lang), _with_hour(end, at, lang)
    if not isinstance(start, datetime) and not isinstance(end, datetime):
        first = _without_shared(first, last)
    until = "tot" if isinstance(end, datetime) else "tot en met"  # a last day is part of it
    return f"du {first} au {last}" if lang == "fr" else f"van {first} {until} {last}"


def _with_hour(moment: date | datetime, before: str, lang: Lang) -> str:
    hour = f"{before}{clock(moment, lang)}" if isinstance(moment, datetime) else ""
    return full_date(moment, lang) + hour


def _without_shared(first: str, last: str) -> str:
    """Take the month and year out of a first date that the last date repeats."""
    words, others = first.split(" "), last.split(" ")
    while len(words) > 1 and len(others) > 1 and words[-1] == others[-1]:
        words.pop()
        others.pop()
    return " ".join(words)


def _written(day: date | datetime, pattern: str, lang: Lang) -> str:
    return format_date(day_of(day), pattern, LOCALES[lang])


def _first_of_month(words: str, lang: Lang) -> str:
    """French writes the first day of a month as an ordinal."""
    if lang == "nl":
        return words
    return " ".join("1er" if word == "1" else word for word in words.split(" "))
