import pytest

from macros.forms.dates import clock, day
from macros.forms.form import RefusedError


@pytest.mark.parametrize(
    "text", ["2024-09-23", "23/09/2024", "23.9.2024", "23-09-2024", "23 09 2024"]
)
def test_days_as_people_write_them(text: str) -> None:
    assert day(text) == "2024-09-23"


@pytest.mark.parametrize("text", ["23 septembre", "31/02/2024", "23/09/24", "", "x" * 500])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(RefusedError):
        day(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:30", "14:30"),
        ("14h30", "14:30"),
        ("14.30 uur", "14:30"),
        ("14u30", "14:30"),
        ("9h", "09:00"),
        ("9 uur", "09:00"),
        ("9", "09:00"),
    ],
)
def test_times_as_people_write_them(text: str, expected: str) -> None:
    assert clock(text) == expected


@pytest.mark.parametrize("text", ["25h", "14h75", "midi", "14h30m"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(RefusedError):
        clock(text)
