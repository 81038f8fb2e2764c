import pytest

from macros.content.written_dates import NotADateError, clock, day, end, moment, partial


@pytest.mark.parametrize(
    "text",
    [
        "2024-09-23",
        "23/09/2024",
        "23.9.2024",
        "23-09-2024",
        "23 09 2024",
        "23 septembre 2024",
        "maandag 23 september 2024",
        "Lundi 23 septembre 2024",
        "lundi 23/09/2024",
        "lundi, le 23 sept. 2024",
        "23\u201109\u20112024",
    ],
)
def test_days_as_people_write_them(text: str) -> None:
    assert day(text) == "2024-09-23"


@pytest.mark.parametrize(
    "text",
    [
        "23 septembre",
        "31/02/2024",
        "23/09/24",
        "23 brumaire 2024",
        "",
        "x" * 500,
        "mardi 23 septembre 2024",
        "zondag 23 september 2024",
        "mardi 23/9/2024",
    ],
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(NotADateError):
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
    with pytest.raises(NotADateError):
        clock(text)


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-01 14:30",
        "2027-03-01T14:30",
        "1/3/2027 à 14h30",
        "1er mars 2027 à 14h30",
        "maandag 1 maart 2027 om 14.30 uur",
        "1 maart 2027, 14u30",
    ],
)
def test_moments_as_people_write_them(text: str) -> None:
    assert moment(text) == "2027-03-01 14:30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", "2025"),
        ("2025-03", "2025-03"),
        ("mars 2025", "2025-03"),
        ("Maart 2025", "2025-03"),
        ("3/2025", "2025-03"),
        ("4/3/2025", "2025-03-04"),
        ("sinds mrt 2025", "2025-03"),
        ("depuis 2025", "2025"),
        ("2025/3", "2025-03"),
    ],
)
def test_partial_dates_as_people_write_them(text: str, expected: str) -> None:
    assert partial(text) == expected


def test_what_is_no_partial_date() -> None:
    for text in ("lente 2025", "13/2025", "mars", "32 mars 2025", "dimanche 4/3/2025"):
        with pytest.raises(NotADateError):
            partial(text)


def test_a_partial_date_may_be_a_month_and_the_message_says_so() -> None:
    with pytest.raises(NotADateError, match="le mois et l’année"):
        partial("lente 2025")
    with pytest.raises(NotADateError, match="le mois et l’année"):
        partial("ooit")


def test_a_month_without_its_year_is_no_moment() -> None:
    for text in ("1 mars à 14h30", "14h30", "1/3/2027 à midi"):
        with pytest.raises(NotADateError):
            moment(text)
    assert moment("7 août 2027") == "2027-08-07"


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("16h", "2027-03-01 14:30", "2027-03-01 16:00"),
        ("2/3/2027", "2027-03-01", "2027-03-02"),
        ("2/3/2027 à 9h", "2027-03-01 14:30", "2027-03-02 09:00"),
        ("2027-03-01", "2027-03-01", "2027-03-01"),
        ("2/3/2027", "", "2027-03-02"),
    ],
)
def test_an_end(text: str, start: str, expected: str) -> None:
    assert end(text, start) == expected


@pytest.mark.parametrize(
    ("text", "start"),
    [("14h", "2027-03-01 14:30"), ("14h30", "2027-03-01 14:30"), ("28/2/2027", "2027-03-01 14:30")],
)
def test_an_end_comes_after_its_start(text: str, start: str) -> None:
    with pytest.raises(NotADateError, match="finit avant de commencer"):
        end(text, start)
