"""Events happen when their rule says, across changes of clock."""

from datetime import date, datetime
from typing import Any

import pytest

from macros.content.items import Event
from macros.site.occurrences import meetings, next_occurrence, occurrences

TEXT = {"fr": "Exemple", "nl": "Voorbeeld"}


def event(**values: Any) -> Event:
    base = {"id": "x", "title": TEXT, "slug": {"fr": "x", "nl": "y"}, "summary": TEXT}
    return Event.model_validate(base | values)


def starts(sample: Event) -> list[date | datetime]:
    return [meeting.start for meeting in meetings(sample)]


def test_a_single_event() -> None:
    single = event(start="2024-09-23 14:00", end="2024-09-23 16:30")
    (meeting,) = meetings(single)
    assert meeting.day == meeting.last_day == date(2024, 9, 23)
    assert next_occurrence(single, date(2030, 1, 1)) == meeting


def test_first_wednesdays_with_exception_and_addition() -> None:
    monthly = event(
        start="2025-01-01",
        repeat={
            "rule": "FREQ=MONTHLY;BYDAY=1WE",
            "until": "2025-04-30",
            "skip": ["2025-01-01"],
            "also": ["2025-03-12"],
        },
    )
    assert starts(monthly) == [date(2025, m, d) for m, d in ((2, 5), (3, 5), (3, 12), (4, 2))]


def test_a_day_that_is_added_has_the_hours_of_the_others() -> None:
    weekly = event(
        start="2025-05-05 14:00",
        end="2025-05-05 16:00",
        repeat={
            "rule": "FREQ=WEEKLY",
            "until": "2025-05-05",
            "also": ["2025-05-07", "2025-05-08 09:00"],
        },
    )
    assert [(meeting.start, meeting.end) for meeting in meetings(weekly)] == [
        (datetime(2025, 5, day, hour), datetime(2025, 5, day, hour + 2))
        for day, hour in ((5, 14), (7, 14), (8, 9))
    ]


def test_a_last_day_without_hour_follows_a_day_that_is_added_at_another_hour() -> None:
    two_days = event(
        start="2025-05-10 14:00",
        end="2025-05-11",
        repeat={
            "rule": "FREQ=YEARLY",
            "until": "2025-05-31",
            "also": ["2025-05-07 09:00", "2025-05-20 09:00", "2025-05-24 18:00"],
        },
    )
    assert [(meeting.day.day, meeting.last_day.day) for meeting in meetings(two_days)] == [
        (day, day + 1) for day in (7, 10, 20, 24)
    ]


def test_hours_stay_across_the_change_of_clock() -> None:
    weekly = event(
        start="2025-10-20 14:00",
        end="2025-10-20 16:00",
        repeat={"rule": "FREQ=WEEKLY", "until": "2025-11-03"},
    )
    assert starts(weekly) == [datetime(2025, m, d, 14) for m, d in ((10, 20), (10, 27), (11, 3))]
    assert [meeting.end for meeting in meetings(weekly)][1] == datetime(2025, 10, 27, 16)


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2025, 1, 1), date(2025, 2, 5)),
        (date(2025, 2, 6), date(2025, 3, 5)),
        (date(2026, 1, 1), date(2025, 3, 5)),
    ],
)
def test_the_next_meeting(today: date, day: date) -> None:
    monthly = event(
        start="2025-02-05", repeat={"rule": "FREQ=MONTHLY;BYDAY=1WE", "until": "2025-03-31"}
    )
    assert next_occurrence(monthly, today).start == day


def test_all_meetings_come_in_order() -> None:
    days = [
        event(id="b", start="2025-02-01"),
        event(id="a", start="2025-02-01"),
        event(id="c", start="2025-01-31 09:00", end="2025-02-02 10:00"),
    ]
    assert [meeting.event.id for meeting in occurrences(days)] == ["c", "a", "b"]
