"""The facts that stand in a sentence, as values that do not depend on its language.

`3 décembre 2026` and `3 december 2026` give the same fact, and so do `14h30`, `14.30 uur` and
`14u30`. A fact can be written in either language, so that a remedy can be pasted.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from macros.language import Lang, Message
from macros.prose.masking import HIDDEN
from macros.prose.spelled import MONTHS, WEEKDAYS


class Kind(StrEnum):
    """What a fact is."""

    DATE = "date"
    TIME = "time"
    AMOUNT = "amount"
    PERCENTAGE = "percentage"
    YEAR = "year"
    PHONE = "phone"
    EMAIL = "email"
    NUMBER = "number"


KIND_NAMES: dict[Kind, Message] = {
    Kind.DATE: Message("la date", "de datum"),
    Kind.TIME: Message("l’heure", "het uur"),
    Kind.AMOUNT: Message("le montant", "het bedrag"),
    Kind.PERCENTAGE: Message("le pourcentage", "het percentage"),
    Kind.YEAR: Message("l’année", "het jaartal"),
    Kind.PHONE: Message("le numéro de téléphone", "het telefoonnummer"),
    Kind.EMAIL: Message("l’adresse e-mail", "het e-mailadres"),
    Kind.NUMBER: Message("le nombre", "het getal"),
}

Value = str
"""A canonical form: `2026-12-03`, `--12-03`, `14:30`, `125000`, `+3223186057`..."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in a text.

    Attributes:
        kind: what it is.
        value: its canonical form, the same in both languages.
        start, end: its place in the text.
        weekday: the day of the week written before a date, 0 for Monday.

    """

    kind: Kind
    value: Value
    start: int
    end: int
    weekday: int | None = None

    def written(self, lang: Lang) -> str:
        """Write the fact as the texts of a language do."""
        return _WRITERS[self.kind](self.value, lang)

    @property
    def day(self) -> date | None:
        """Date of a fact that names a whole, possible day."""
        if self.kind is Kind.DATE and re.fullmatch(r"\d{4}-\d\d-\d\d", self.value):
            try:
                return date.fromisoformat(self.value)
            except ValueError:
                return None
        return None

    @property
    def is_impossible(self) -> bool:
        """A day that no calendar has, such as 31 February, or a time that no clock shows.

        More hours than a day has may be a duration: `48 heures`, `38 uur per week`.
        """
        if self.kind is Kind.TIME:
            hour, minute = map(int, self.value.split(":"))
            return hour > DAY or minute > 59  # noqa: PLR2004 - of a clock
        return self.kind is Kind.DATE and not _is_in_a_calendar(self.value)


DAY = 24
"""Hours."""


def _is_in_a_calendar(value: Value) -> bool:
    year, month, day = value.rsplit("-", 2) if value.count("-") > 1 else (value[:4], value[5:], "1")
    try:
        # a leap year stands in for a year that is not given
        date(int(year) if year.isdigit() else 2024, int(month), int(day))
    except ValueError:
        return False
    return True


_GAP = r"(?:[ \u00a0\u202f]|\n *)"
_ARTICLE = rf"(?:(?:le|les|de|op|du|van|het){_GAP}+)?"
_DAY = r"\d{1,2}(?:er|ste|de)?"
_JOIN = rf"{_GAP}*(?:[-–,/&]|\b(?:au|et|ou|à|en|of|tot en met|tot|t\.e\.m\.|t/m)(?!\w)){_GAP}*"
_DATE = {
    lang: re.compile(
        rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS[lang])})s?{_GAP}+(?:le{_GAP}+)?)?"
        rf"(?:(?<![\dhu.,:])(?P<days>{_DAY}(?:{_JOIN}{_ARTICLE}(?:(?:{'|'.join(WEEKDAYS[lang])}){_GAP}+)?{_DAY})*){_GAP}+)?"
        rf"\b(?P<month>{'|'.join(MONTHS[lang])})\b(?:{_GAP}+(?P<year>(?:19|20)\d\d)\b)?",
        re.IGNORECASE,
    )
    for lang in ("fr", "nl")
}
# Each pattern looks for a figure first: `(?=\d)` fails faster than what looks behind.
_NUMERIC_DATE = re.compile(
    r"(?=\d)(?<![\d/.-])(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_ISO_DATE = re.compile(r"(?=\d)(?<![\d/.-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_CLOCK = r"\d{1,2}"
_NO_MINUTES = r"(?<!\d[hu][ \u00a0])(?<!\d[ \u00a0][hu][ \u00a0])"
"""Not behind `13 h `: what follows are minutes."""
_TIMES = {
    "fr": (
        re.compile(
            rf"(?=\d)(?<![\dhu.,]){_NO_MINUTES}(?P<first>{_CLOCK})(?P<join>(?:-|–|{_GAP}+(?:à|et){_GAP}+))"
            rf"(?={_CLOCK}{_GAP}?(?:[hu](?:{_GAP}?\d\d)?|heures?)\b)",
        ),
        re.compile(
            rf"(?=\d)(?<![\d.,])(?P<hour>{_CLOCK})(?:{_GAP}?[hu](?:{_GAP}?(?P<minute>\d\d))?(?![a-zà-ÿ\d])"
            rf"|{_GAP}heures?\b(?:{_GAP}(?P<long>\d\d)\b)?|:(?P<colon>\d\d)(?!\d))",
        ),
    ),
    "nl": (
        re.compile(
            rf"(?=\d)(?<![\dhu.,]){_NO_MINUTES}(?P<first>{_CLOCK})(?:[.:](?P<firstminute>\d\d))?"
            rf"(?P<join>(?:-|–|{_GAP}+(?:tot|en|of){_GAP}+))"
            rf"(?={_CLOCK}(?:[.:]\d\d)?{_GAP}?(?:uur|[uh])\b)",
        ),
        re.compile(
            rf"(?=\d)(?<![\d.,])(?P<hour>{_CLOCK})"
            rf"(?:[.:](?P<minute>\d\d){_GAP}?(?:uur|[uh])\b|{_GAP}?uur\b"
            rf"|{_GAP}?[uh]{_GAP}?(?P<long>\d\d)?(?![a-zà-ÿ\d])|:(?P<colon>\d\d)(?!\d))",
        ),
    ),
}
_WORDED_TIMES: dict[Lang, tuple[tuple[re.Pattern[str], str], ...]] = {
    "fr": (
        (re.compile(r"\bdemi-heure\b", re.IGNORECASE), "0:30"),
        (re.compile(r"\bheure\s+et\s+demie\b", re.IGNORECASE), "1:30"),
        (re.compile(r"\bdeux\s+heures\b", re.IGNORECASE), "2:00"),
        (re.compile(r"\btrois\s+heures\b", re.IGNORECASE), "3:00"),
    ),
    "nl": (
        (re.compile(r"\bhalf\s?uur\b", re.IGNORECASE), "0:30"),
        (re.compile(r"\banderhalf\s+uur\b", re.IGNORECASE), "1:30"),
        (re.compile(r"\btwee\s+uur\b", re.IGNORECASE), "2:00"),
        (re.compile(r"\bdrie\s+uur\b", re.IGNORECASE), "3:00"),
    ),
}
_GROUPED = r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+"
_PLAIN = rf"(?:{_GROUPED})(?:[.,]\d{{1,2}})?"
_AMOUNT = re.compile(
    rf"(?:€|\bEUR\b){_GAP}?(?P<after>{_PLAIN})|(?<![\d.,])(?P<before>{_PLAIN}){_GAP}?(?:€|\beuros?\b|\bEUR\b)"
)
_PERCENTAGE = re.compile(
    rf"(?=\d)(?<![\d.,])(?P<value>{_PLAIN}){_GAP}?(?:%|pour{_GAP}cent\b|procent\b)"
)
_PHONE = re.compile(
    r"(?=[+\d])(?<![\d+])(?!\d\d([/.-])\d{1,2}\1(?:19|20)\d\d(?!\d))"  # 03/05/2024 is a day
    r"(?:(?:\+|00)32[ \u00a0./-]?(?:\(0\))?|0)[1-9](?:[ \u00a0./-]?\d){6,8}(?!\d)"
)
_EMAIL = re.compile(r"[A-Za-z0-9][\w.+-]*@(?:[\w-]+\.)+[a-z]+")
_YEAR = re.compile(
    r"(?<![\w.,/+-])(?P<year>(?:19|20)\d\d)(?:(?P<join>[-–/])(?P<to>\d\d(?:\d\d)?)(?!\d))?"
    r"(?![\w%]|[.,]\d)"
)
_DECADE = re.compile(r"\b(?:années|jaren)[ \u00a0][’']?(?P<tens>[3-9]0)\b", re.IGNORECASE)
_NUMBER = re.compile(
    rf"(?=\d)(?<![\w.,/+-])(?P<value>\d{{1,4}}[A-Z]|(?:{_GROUPED})(?:,\d+)?)(?![\w%€/]|[.,]\d)"
)
_ALWAYS = re.compile(
    rf"(?<![\d.,/-])(?:24{_GAP}?(?:[hu]|heures|uur)?{_GAP}?(?:/|sur|op){_GAP}?(?:24[hu]?|7)"
    rf"|7{_GAP}?(?:j|jours|d|dagen)?{_GAP}?(?:/|sur|op){_GAP}?7[jd]?)(?![\w/]|[.,-]\d)"
)
"""`24h/24`, `7 dagen op 7`: the other language may as well say "day and night"."""

_CAN_HOLD_FACTS = re.compile(r"\d|@|heure|uur", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n *\n|\Z")
_HINT_OF_A_TIME = {
    "fr": re.compile(rf"\d{_GAP}?[hu:]|(?i:heure)"),
    "nl": re.compile(rf"\d{_GAP}?[uh:]|(?i:uur)"),
}


def facts(text: str, lang: Lang) -> list[Fact]:
    """Find the facts of a text, in order; what one kind has taken no other takes again.

    Years are given for themselves, those of dates included: `en 2024` and `le 3 mai 2024`.
    """
    found: list[Fact] = []
    if not _CAN_HOLD_FACTS.search(text):
        return found
    rest = text
    if "24" in text or "7" in text:
        rest = _ALWAYS.sub(lambda found: HIDDEN * len(found[0]), text)
    for finder in (_emails, _phones, _dates, _times, _amounts, _percentages, _years, _numbers):
        taken = list(finder(rest, lang))
        found.extend(taken)
        for fact in taken:
            rest = rest[: fact.start] + HIDDEN * (fact.end - fact.start) + rest[fact.end :]
    return sorted(found, key=lambda fact: (fact.start, fact.kind))


def phone_value(written: str) -> str:
    """Return the digits of a Belgian number in international form (ITU-T E.164)."""
    digits = re.sub(r"\(0\)|[^\d+]", "", written)
    return "+32" + re.sub(r"^(?:\+32|0032|0)", "", digits)


def _emails(text: str, lang: Lang) -> Iterator[Fact]:  # noqa: ARG001 - one form in both
    for found in _EMAIL.finditer(text) if "@" in text else ():
        yield Fact(Kind.EMAIL, found[0].lower(), found.start(), found.end())


def _phones(text: str, lang: Lang) -> Iterator[Fact]:  # noqa: ARG001 - one form in both
    for found in _PHONE.finditer(text):
        yield Fact(Kind.PHONE, phone_value(found[0]), found.start(), found.end())


def _dates(text: str, lang: Lang) -> Iterator[Fact]:
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        paragraph = text[start : blank.start()].lower()
        if any(month in paragraph for month in MONTHS[lang]):
            for found in _DATE[lang].finditer(text, start, blank.start()):
                yield from _days(found, lang)
        start = blank.end()
    for found in _NUMERIC_DATE.finditer(text):
        value = f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"
        yield Fact(Kind.DATE, value, found.start(), found.end())
    for found in _ISO_DATE.finditer(text):
        yield Fact(Kind.DATE, found[0], found.start(), found.end())


def _days(found: re.Match[str], lang: Lang) -> Iterator[Fact]:
    """Give each day of `du 14 au 16 mai 2024`; a month alone, as in "en mai", says too little."""
    month = [name.lower() for name in MONTHS[lang]].index(found["month"].lower()) + 1
    year = found["year"] or "-"
    start, end = found.span()
    if found["days"] is None:
        if found["year"]:
            yield Fact(Kind.DATE, f"{year}-{month:02}", found.start("month"), end)
        return
    days = list(re.finditer(_DAY, found["days"]))
    name = found["weekday"]
    for number, day in enumerate(days):
        value = f"{year}-{month:02}-{int(re.sub(r'[^0-9]', '', day[0])):02}"
        first, last = number == 0, number == len(days) - 1
        weekday = WEEKDAYS[lang].index(name.lower()) if name and first else None
        place = found.start("days")
        yield Fact(
            Kind.DATE,
            value,
            start if first else place + day.start(),
            end if last else place + day.end(),
            weekday,
        )


def _times(text: str, lang: Lang) -> Iterator[Fact]:
    if not _HINT_OF_A_TIME[lang].search(text):
        return
    opening, whole = _TIMES[lang]
    for found in opening.finditer(text):
        minute = found.groupdict().get("firstminute") or "00"
        end = found.start("join")
        yield Fact(Kind.TIME, f"{int(found['first'])}:{minute}", found.start(), end)
    for found in whole.finditer(text):
        minute = found.groupdict().get("minute") or found["long"] or found["colon"] or "00"
        yield Fact(Kind.TIME, f"{int(found['hour'])}:{minute}", found.start(), found.end())
    for pattern, value in _WORDED_TIMES[lang]:
        for found in pattern.finditer(text):
            yield Fact(Kind.TIME, value, found.start(), found.end())


def _amounts(text: str, lang: Lang) -> Iterator[Fact]:
    if "€" not in text and "euro" not in text and "EUR" not in text:
        return
    for found in _AMOUNT.finditer(text):
        written = found["after"] or found["before"]
        yield Fact(Kind.AMOUNT, _decimal(written, lang), found.start(), found.end())


def _percentages(text: str, lang: Lang) -> Iterator[Fact]:
    if "%" not in text and "cent" not in text:
        return
    for found in _PERCENTAGE.finditer(text):
        yield Fact(Kind.PERCENTAGE, _decimal(found["value"], lang), found.start(), found.end())


def _years(text: str, lang: Lang) -> Iterator[Fact]:  # noqa: ARG001 - one form in both
    for found in _DECADE.finditer(text) if "0" in text else ():
        yield Fact(Kind.YEAR, f"19{found['tens']}", found.start("tens"), found.end())
    for found in _YEAR.finditer(text):
        value = found["year"]
        if found["to"]:
            value += "-" + (found["year"][:2] + found["to"])[-4:]
        yield Fact(Kind.YEAR, value, found.start(), found.end())


def _numbers(text: str, lang: Lang) -> Iterator[Fact]:
    for found in _NUMBER.finditer(text):
        yield Fact(Kind.NUMBER, _decimal(found["value"], lang), found.start(), found.end())


def _decimal(written: str, lang: Lang) -> str:  # noqa: ARG001 - both write a decimal comma
    plain = re.sub(r"[ \u00a0\u202f](?=\d{3})|\.(?=\d{3}(?!\d))", "", written).replace(",", ".")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.lstrip("0") or "0"


def _write_date(value: str, lang: Lang) -> str:
    year, month, *day = value.rsplit("-", 2) if value.count("-") > 1 else value.split("-")
    name = MONTHS[lang][int(month) - 1] if 1 <= int(month) <= 12 else month  # noqa: PLR2004 - of a year
    number = str(int(day[0])) if day else ""
    if number == "1" and lang == "fr":
        number = "1er"
    return " ".join(part for part in (number, name, year.strip("-")) if part)


def _write_time(value: str, lang: Lang) -> str:
    hour, minute = value.split(":")
    if lang == "fr":
        return f"{hour}h{minute}" if minute != "00" else f"{hour}h"
    return f"{hour}.{minute} uur" if minute != "00" else f"{hour} uur"


def _write_number(value: str, lang: Lang) -> str:
    whole, _, fraction = value.partition(".")
    separator = "\u00a0" if lang == "fr" else "."
    if whole.isdecimal() and len(whole) > 4:  # noqa: PLR2004 - four stand without a separator
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", separator, whole)
    return f"{whole},{fraction}" if fraction else whole


def _write_phone(value: str, lang: Lang) -> str:  # noqa: ARG001 - one form in both
    digits = value.removeprefix("+32")
    mobile = digits[0] == "4" and len(digits) > 8  # noqa: PLR2004 - as long as Liège has, 04
    wide = mobile or digits.startswith(("800", "90"))
    area = 3 if wide else 1 if digits[0] in "2349" else 2
    rest = digits[area:]
    first = len(rest) - 2 * (len(rest) // 2 - (len(rest) % 2))
    pairs = [rest[:first], *(rest[i : i + 2] for i in range(first, len(rest), 2))]
    return " ".join([f"0{digits[:area]}", *(pair for pair in pairs if pair)])


_WRITERS: dict[Kind, Callable[[Value, Lang], str]] = {
    Kind.DATE: _write_date,
    Kind.TIME: _write_time,
    Kind.AMOUNT: lambda value, lang: (
        f"{_write_number(value, lang)}\u00a0€"
        if lang == "fr"
        else f"€\u00a0{_write_number(value, lang)}"
    ),
    Kind.PERCENTAGE: lambda value, lang: f"{_write_number(value, lang)}\u00a0%",
    Kind.YEAR: lambda value, lang: value,  # noqa: ARG005 - one form in both
    Kind.PHONE: _write_phone,
    Kind.EMAIL: lambda value, lang: value,  # noqa: ARG005 - one form in both
    Kind.NUMBER: _write_number,
}
