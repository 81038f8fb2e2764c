"""Dates are written as people in Brussels do."""

from datetime import UTC, date, datetime

import pytest

from macros import dates
from macros.clock import NoMomentError, epoch, settle, today
from macros.language import Lang, Message


@pytest.mark.parametrize(
    ("lang", "full", "long", "first"),
    [
        ("fr", "lundi 23 septembre 2024", "23 septembre 2024", "mercredi 1er janvier 2025"),
        ("nl", "maandag 23 september 2024", "23 september 2024", "woensdag 1 januari 2025"),
    ],
)
def test_days(lang: Lang, full: str, long: str, first: str) -> None:
    day = date(2024, 9, 23)
    assert dates.full_date(day, lang) == full
    assert dates.long_date(datetime(2024, 9, 23, 9), lang) == long
    assert dates.full_date(date(2025, 1, 1), lang) == first


def test_months() -> None:
    assert [dates.month(date(2025, 8, 1), lang) for lang in ("fr", "nl")] == [
        "août 2025",
        "augustus 2025",
    ]
    assert dates.short_month(date(2025, 9, 1), "fr") == "sept."
    assert dates.short_month(date(2025, 9, 1), "nl") == "sep"


@pytest.mark.parametrize(
    ("value", "fr", "nl"),
    [
        ("2023", "2023", "2023"),
        ("2023-06", "juin 2023", "juni 2023"),
        ("2023-06-01", "1er juin 2023", "1 juni 2023"),
    ],
)
def test_partial_dates(value: str, fr: str, nl: str) -> None:
    assert dates.partial_date(value, "fr") == fr
    assert dates.partial_date(value, "nl") == nl


def test_times() -> None:
    assert dates.clock(datetime(2024, 1, 1, 14, 30), "fr") == "14h30"
    assert dates.clock(datetime(2024, 1, 1, 14, 30), "nl") == "14.30 uur"
    assert dates.clock(datetime(2024, 1, 1, 9), "fr") == "9h"
    assert dates.clock(datetime(2024, 1, 1, 9), "nl") == "9 uur"


def test_spans() -> None:
    start, end = datetime(2024, 9, 23, 14), datetime(2024, 9, 23, 16, 30)
    assert dates.span(start, end, "fr") == "lundi 23 septembre 2024, de 14h à 16h30"
    assert dates.span(start, end, "nl") == "maandag 23 september 2024, van 14 tot 16.30 uur"
    assert dates.span(start, None, "fr") == "lundi 23 septembre 2024, 14h"
    assert dates.span(date(2024, 9, 23), None, "nl") == "maandag 23 september 2024"
    assert dates.span(date(2024, 10, 7), date(2024, 10, 13), "fr") == (
        "du lundi 7 au dimanche 13 octobre 2024"
    )
    assert dates.span(date(2024, 9, 30), date(2024, 10, 1), "fr") == (
        "du lundi 30 septembre au mardi 1er octobre 2024"
    )
    assert dates.span(date(2024, 12, 30), date(2025, 1, 3), "nl") == (
        "van maandag 30 december 2024 tot en met vrijdag 3 januari 2025"
    )
    night = datetime(2024, 9, 24, 2)
    assert dates.span(start, night, "fr") == (
        "du lundi 23 septembre 2024 à 14h au mardi 24 septembre 2024 à 2h"
    )
    assert dates.span(start, night, "nl") == (
        "van maandag 23 september 2024 om 14 uur tot dinsdag 24 september 2024 om 2 uur"
    )
    assert dates.span(start, date(2024, 9, 24), "nl") == (
        "van maandag 23 september 2024 om 14 uur tot en met dinsdag 24 september 2024"
    )
    assert dates.span(start, date(2024, 9, 23), "fr") == "lundi 23 septembre 2024, 14h"


@pytest.mark.parametrize(
    ("first", "last", "fr", "nl"),
    [
        ("2023-06-14", "2023-06-28", "14 – 28 juin 2023", "14 – 28 juni 2023"),
        ("2025-08", "2025-11", "août – novembre 2025", "augustus – november 2025"),
        ("2022-10", "2023-01", "octobre 2022 – janvier 2023", "oktober 2022 – januari 2023"),
        ("2023", "2024", "2023 – 2024", "2023 – 2024"),
        ("2023-06", None, "juin 2023", "juni 2023"),
        ("2023-06-14", "2023-06-14", "14 juin 2023", "14 juni 2023"),
    ],
)
def test_partial_dates_from_first_to_last(first: str, last: str | None, fr: str, nl: str) -> None:
    assert dates.partial_span(first, last, "fr") == fr
    assert dates.partial_span(first, last, "nl") == nl


def test_the_day_comes_from_the_given_epoch() -> None:
    assert today({"SOURCE_DATE_EPOCH": str(epoch(date(2025, 3, 30)))}) == date(2025, 3, 30)
    assert datetime.fromtimestamp(epoch(date(2025, 7, 1)), UTC).hour == 22
    assert today({}) >= date(2025, 1, 1)


@pytest.mark.parametrize(
    ("given", "settled"), [(None, "1743458400"), ("", "1743458400"), ("7", "7")]
)
def test_an_empty_day_counts_as_not_given(given: str | None, settled: str) -> None:
    """As in a workflow that fills in a variable which nobody has set."""
    environ = {} if given is None else {"SOURCE_DATE_EPOCH": given}
    settle(date(2025, 4, 1), environ)
    assert environ == {"SOURCE_DATE_EPOCH": settled}


@pytest.mark.parametrize("given", ["soon", "2025-04-01", "9" * 20, "9" * 5000, "-" + "9" * 12, " "])
def test_a_day_that_is_none_is_told(given: str) -> None:
    with pytest.raises(NoMomentError):
        today({"SOURCE_DATE_EPOCH": given})


def test_messages_fill_both_sides() -> None:
    message = Message("{n} pages", "{n} pagina’s").format(n=2)
    assert dict(message) == {"fr": "2 pages", "nl": "2 pagina’s"}
