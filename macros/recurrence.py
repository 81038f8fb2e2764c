"""Recurrence rules in words: `FREQ=MONTHLY;BYDAY=1WE` is `chaque premier mercredi du mois`.

A rule is one of RFC 5545, section 3.3.10, as far as public meetings need it: days, weeks, months
or years, their interval, and the days and months in which they fall. Each rule that is read here
can be said in French and in Dutch; what cannot is refused.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import get_day_names, get_month_names

from macros.language import Lang

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS = 5
_WORKDAY = 7
"""Stands after the seven days of a week for `a day from Monday to Friday`."""
_KNOWN = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"})
_PLACES = (1, 2, 3, 4, 5, -1, -2)
_MONTH_DAYS = (*range(1, 32), -1)
_MONTHS = range(1, 13)
_LONG_ROW = 3
"""From so many months in a row on, the first and the last one are named."""
_FIFTH = 5
"""The fifth Monday, unlike the fourth, is one that not every month has."""
_COMMON_YEAR, _LEAP_YEAR = 2023, 2024
"""Any two that have 28 and 29 days in February."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that can be said in words.

    Attributes:
        frequency: `DAILY`, `WEEKLY`, `MONTHLY` or `YEARLY`.
        interval: every so many days, weeks, months or years.
        days: days of the week from 0, Monday; 7 is any from Monday to Friday. Each with its place
            in the month, from 1, or from -1 for the last; 0 is every one.
        month_days: days of the month, from 1; -1 is the last.
        months: months, from 1.

    """

    frequency: str
    interval: int
    days: tuple[tuple[int, int], ...]
    month_days: tuple[int, ...]
    months: tuple[int, ...]

    @classmethod
    def parse(cls, text: str) -> "Rule":
        """Read a rule.

        Raises:
            ValueError: it is no rule, or one without words.

        """
        parts = _parts(text)
        places = _numbers(parts.get("BYSETPOS", ""))
        rule = cls(
            frequency=parts["FREQ"],
            interval=int(parts.get("INTERVAL", "1")),
            days=_placed(_days(parts.get("BYDAY", "")), places),
            month_days=_numbers(parts.get("BYMONTHDAY", "")),
            months=tuple(sorted(_numbers(parts.get("BYMONTH", "")))),
        )
        # Places count in all of a year (RFC 5545, 3.3.10), so in one month only if it is alone.
        of_year = rule.frequency == "YEARLY" and bool(places)
        if not rule._has_words or (of_year and len(rule.months) > 1):
            raise ValueError(text)
        return rule

    @property
    def _has_words(self) -> bool:
        placed = [place for place, _ in self.days if place]
        sound = (
            self.interval > 0
            and all(place in _PLACES for place in placed)
            and all(day in _MONTH_DAYS for day in self.month_days)
            and all(month in _MONTHS for month in self.months)
            and not (self.days and self.month_days)
        )
        every = not placed and not self.month_days
        match self.frequency:
            case "DAILY":
                return sound and every and (not self.days or self.interval == 1)
            case "WEEKLY":
                return sound and every
            case "MONTHLY":
                whole = len(placed) == len(self.days)
                return sound and (whole or (every and self.interval == 1))
            case "YEARLY":
                named = bool(self.months) or not (self.days or self.month_days)
                return sound and named and len(placed) == len(self.days)
        return False


def _parts(text: str) -> Mapping[str, str]:
    pairs = [part.partition("=") for part in text.upper().removeprefix("RRULE:").split(";")]
    parts = {name: value for name, _, value in pairs}
    if "FREQ" not in parts or len(parts) < len(pairs) or not parts.keys() <= _KNOWN:
        raise ValueError(text)
    return parts


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(number) for number in text.split(",") if text))


def _days(text: str) -> tuple[tuple[int, int], ...]:
    found = []
    for part in text.split(",") if text else ():
        day = re.fullmatch(r"([+-]?\d+)?(MO|TU|WE|TH|FR|SA|SU)", part)
        if not day:
            raise ValueError(text)
        found.append((int(day[1] or 0), _DAYS.index(day[2])))
    return tuple(sorted(set(found), key=lambda each: (each[1], each[0] < 0, each[0])))


def _placed(
    days: tuple[tuple[int, int], ...], places: tuple[int, ...]
) -> tuple[tuple[int, int], ...]:
    """Give days the places that BYSETPOS names among all of them."""
    if not places:
        return days
    if len(days) == 1 and not days[0][0]:
        return tuple((place, days[0][1]) for place in places)
    if days == tuple((0, day) for day in range(_WORKDAYS)):
        return tuple((place, _WORKDAY) for place in places)
    raise ValueError(places)


@dataclass(frozen=True, slots=True)
class _Phrases:
    """How a language says rules; names of days and months come from Unicode's CLDR, by Babel.

    Where there are two forms, the first is for every day, week or year and the second for others;
    `first` is the first day of any month and of a named one, `within` stands before a consonant
    and before a vowel. `bare` is the article before the name of a day or a date, `the` before
    a place in the month. `if_exists` stands after one day or several that some months do not have.
    """

    both: str
    the: str
    bare: str
    on: str
    each: str
    numbers: tuple[str, ...]
    places: Mapping[int, str]
    workday: str
    last_day: str
    first: tuple[str, str]
    nth: str
    of_month: str
    of_each_month: str
    days: tuple[str, str]
    workweek: str
    weeks: str
    months: str
    years: tuple[str, str]
    within: tuple[str, str]
    in_month: str
    from_to: str
    if_exists: tuple[str, str]

    def number(self, value: int) -> str:
        """Write a small number in letters."""
        return self.numbers[value - 2] if value < len(self.numbers) + 2 else str(value)

    def listed(self, words: Iterable[str]) -> str:
        """Join words as a sentence does."""
        *most, last = words
        return f"{', '.join(most)} {self.both} {last}" if most else last


_PHRASES: Mapping[Lang, _Phrases] = {
    "fr": _Phrases(
        both="et",
        the="le ",
        bare="le ",
        on="",
        each="chaque ",
        numbers=("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
        places={
            1: "premier",
            2: "deuxième",
            3: "troisième",
            4: "quatrième",
            5: "cinquième",
            -1: "dernier",
            -2: "avant-dernier",
        },
        workday="jour ouvrable",
        last_day="dernier jour",
        first=("1er", "1er"),
        nth="{}",
        of_month=" du mois",
        of_each_month=" de chaque mois",
        days=("chaque jour", "tous les {} jours"),
        workweek="du lundi au vendredi",
        weeks="une semaine sur {}, ",
        months="un mois sur {}, ",
        years=("chaque année, ", "tous les {} ans, "),
        within=("de ", "d’"),
        in_month="en ",
        from_to="{} à {}",
        if_exists=(", quand ce jour existe", ", quand ces jours existent"),
    ),
    "nl": _Phrases(
        both="en",
        the="de ",
        bare="",
        on="op ",
        each="elke ",
        numbers=("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
        places={
            1: "eerste",
            2: "tweede",
            3: "derde",
            4: "vierde",
            5: "vijfde",
            -1: "laatste",
            -2: "voorlaatste",
        },
        workday="werkdag",
        last_day="laatste dag",
        first=("1e", "1"),
        nth="{}e",
        of_month=" van de maand",
        of_each_month=" van elke maand",
        days=("elke dag", "om de {} dagen"),
        workweek="van maandag tot en met vrijdag",
        weeks="om de {} weken ",
        months="om de {} maanden ",
        years=("elk jaar ", "om de {} jaar "),
        within=("van ", "van "),
        in_month="in ",
        from_to="{} tot en met {}",
        if_exists=(", als die dag bestaat", ", als die dagen bestaan"),
    ),
}


def listed(words: Iterable[str], lang: Lang) -> str:
    """Join words as a sentence does: `un, deux et trois`."""
    return _PHRASES[lang].listed(words)


def in_words(rule: Rule, start: date, lang: Lang) -> str:
    """Say when something comes back; `start` is its first day, which fills in what is not said.

    The words stand inside a sentence: `chaque premier mercredi du mois`, `om de twee weken op
    dinsdag`.
    """
    months = "" if rule.frequency == "YEARLY" else _held(rule.months, lang)
    missing = len(_sometimes_missing(rule, start))
    exists = _PHRASES[lang].if_exists[missing > 1] if missing else ""
    return _told(rule, start, lang) + months + exists


def _sometimes_missing(rule: Rule, start: date) -> tuple[int, ...]:
    """Return days that a rule skips in months that lack them (RFC 5545, 3.3.10).

    They are days of the month, such as 31, or days of the week that are the fifth of a month.
    """
    if rule.days:
        return tuple(day for place, day in rule.days if place == _FIFTH and day != _WORKDAY)
    if rule.frequency == "YEARLY":
        return tuple(day for day, month in _dates(rule, start) if day > _days_in(month))
    if rule.frequency != "MONTHLY":
        return ()
    turns = {(start.month - 1 + turn * rule.interval) % 12 + 1 for turn in range(12)}
    reached = turns & set(rule.months or _MONTHS)
    shortest = min(map(_days_in, reached), default=0)
    return tuple(day for day in rule.month_days or (start.day,) if day > shortest)


def _days_in(month: int, year: int = _COMMON_YEAR) -> int:
    return monthrange(year, month)[1]


def _dates(rule: Rule, start: date) -> list[tuple[int, int]]:
    """Return day and month of what comes back each year.

    Days such as 31 April are left out, but for a rule that has no others and so never fires.
    """
    days, months = rule.month_days or (start.day,), rule.months or (start.month,)
    named = [(day, month) for month in months for day in days]
    return [each for each in named if each[0] <= _days_in(each[1], _LEAP_YEAR)] or named


def _told(rule: Rule, start: date, lang: Lang) -> str:
    every = tuple(day for place, day in rule.days if not place)
    if rule.frequency == "WEEKLY":
        return _weekly(rule.interval, every or (start.weekday(),), lang)
    if every:
        return _weekly(1, every, lang)
    if rule.frequency == "DAILY":
        once, often = _PHRASES[lang].days
        return once if rule.interval == 1 else often.format(_PHRASES[lang].number(rule.interval))
    if rule.frequency == "MONTHLY":
        return _monthly(rule, rule.month_days or (start.day,), lang)
    return _yearly(rule, start, lang)


def _weekly(interval: int, days: tuple[int, ...], lang: Lang) -> str:
    words = _PHRASES[lang]
    if interval == 1 and len(days) == len(_DAYS):
        return words.days[0]
    if interval == 1 and days == tuple(range(_WORKDAYS)):
        return words.workweek
    names = [_day(day, lang) for day in days]
    if interval == 1:
        return words.each + words.listed(names)
    listed = words.listed(words.bare + name for name in names)
    return words.weeks.format(words.number(interval)) + words.on + listed


def _monthly(rule: Rule, month_days: tuple[int, ...], lang: Lang) -> str:
    words = _PHRASES[lang]
    if rule.interval > 1:
        days = _placed_days(rule.days, words.the, lang) or _numbered(month_days, lang)
        return words.months.format(words.number(rule.interval)) + words.on + days
    if rule.days:
        return _placed_days(rule.days, words.each, lang) + words.of_month
    return words.on + _numbered(month_days, lang) + words.of_each_month


def _yearly(rule: Rule, start: date, lang: Lang) -> str:
    words = _PHRASES[lang]
    once, often = words.years
    years = once if rule.interval == 1 else often.format(words.number(rule.interval))
    if rule.days:
        days = _placed_days(rule.days, words.the, lang)
        return f"{years}{words.on}{days} " + words.listed(_of(each, lang) for each in rule.months)
    dates = [_dated(day, month, lang) for day, month in _dates(rule, start)]
    return years + words.on + words.listed(dates)


def _day(day: int, lang: Lang) -> str:
    return _PHRASES[lang].workday if day == _WORKDAY else str(get_day_names(locale=lang)[day])


def _month(month: int, lang: Lang) -> str:
    return str(get_month_names(locale=lang)[month])


def _placed_days(days: Iterable[tuple[int, int]], before: str, lang: Lang) -> str:
    """List days by their place in the month: `chaque premier et troisième mercredi`."""
    words = _PHRASES[lang]
    places: dict[int, list[str]] = {}
    for place, day in days:
        places.setdefault(day, []).append(words.places[place])
    named = (f"{before}{words.listed(some)} {_day(day, lang)}" for day, some in places.items())
    return words.listed(named) if places else ""


def _numbered(month_days: Iterable[int], lang: Lang) -> str:
    """List days of any month: `le 1er et le 15`, `de 1e en de 15e`."""
    words = _PHRASES[lang]

    def name(day: int) -> str:
        if day == -1:
            return words.last_day
        return words.first[0] if day == 1 else words.nth.format(day)

    return words.listed(words.the + name(day) for day in month_days)


def _dated(day: int, month: int, lang: Lang) -> str:
    """Write a day of a month: `le 1er mars`, `15 maart`, `de laatste dag van februari`."""
    words = _PHRASES[lang]
    if day == -1:
        return f"{words.the}{words.last_day} {_of(month, lang)}"
    number = words.first[1] if day == 1 else str(day)
    return f"{words.bare}{number} {_month(month, lang)}"


def _of(month: int, lang: Lang) -> str:
    """Write the month to which a day belongs; French elides before a vowel."""
    name = _month(month, lang)
    return _PHRASES[lang].within[name[0] in "ao"] + name


def _held(months: tuple[int, ...], lang: Lang) -> str:
    """Say in which months a rule holds: one by one, or the first and the last of a long row."""
    words = _PHRASES[lang]
    if not months:
        return ""
    ends = [month for month in months if month % 12 + 1 not in months]
    if len(months) < _LONG_ROW or len(ends) != 1:
        return ", " + words.listed(words.in_month + _month(month, lang) for month in months)
    first = next(month for month in months if (month - 2) % 12 + 1 not in months)
    return ", " + words.from_to.format(_of(first, lang), _month(ends[0], lang))
