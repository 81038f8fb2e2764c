"""Recurrence rules in words, in both languages, and what has no words."""

from datetime import date, datetime

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from macros.language import LANGS
from macros.recurrence import Rule, in_words

START = date(2025, 4, 1)  # a Tuesday

RULES = [
    ("FREQ=DAILY", "chaque jour", "elke dag"),
    ("FREQ=DAILY;INTERVAL=3", "tous les trois jours", "om de drie dagen"),
    ("FREQ=DAILY;BYDAY=MO,WE", "chaque lundi et mercredi", "elke maandag en woensdag"),
    ("FREQ=WEEKLY", "chaque mardi", "elke dinsdag"),
    (
        "RRULE:FREQ=WEEKLY;BYDAY=TH,MO,TU;WKST=MO",
        "chaque lundi, mardi et jeudi",
        "elke maandag, dinsdag en donderdag",
    ),
    (
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "du lundi au vendredi",
        "van maandag tot en met vrijdag",
    ),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "chaque jour", "elke dag"),
    ("FREQ=WEEKLY;INTERVAL=4", "une semaine sur quatre, le mardi", "om de vier weken op dinsdag"),
    (
        "freq=weekly;interval=2;byday=mo,th",
        "une semaine sur deux, le lundi et le jeudi",
        "om de twee weken op maandag en donderdag",
    ),
    (
        "FREQ=WEEKLY;BYDAY=WE;BYMONTH=9,10,11,12,1,2,3,4,5,6",
        "chaque mercredi, de septembre à juin",
        "elke woensdag, van september tot en met juni",
    ),
    (
        "FREQ=WEEKLY;BYMONTH=3,10",
        "chaque mardi, en mars et en octobre",
        "elke dinsdag, in maart en in oktober",
    ),
    (
        "FREQ=MONTHLY;BYDAY=1WE",
        "chaque premier mercredi du mois",
        "elke eerste woensdag van de maand",
    ),
    (
        "FREQ=MONTHLY;BYDAY=1WE,3WE",
        "chaque premier et troisième mercredi du mois",
        "elke eerste en derde woensdag van de maand",
    ),
    (
        "FREQ=MONTHLY;BYDAY=3TH,1TU",
        "chaque premier mardi et chaque troisième jeudi du mois",
        "elke eerste dinsdag en elke derde donderdag van de maand",
    ),
    (
        "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-2",
        "chaque avant-dernier vendredi du mois",
        "elke voorlaatste vrijdag van de maand",
    ),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "chaque dernier jour ouvrable du mois",
        "elke laatste werkdag van de maand",
    ),
    ("FREQ=MONTHLY;BYDAY=FR", "chaque vendredi", "elke vrijdag"),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=1WE",
        "un mois sur deux, le premier mercredi",
        "om de twee maanden op de eerste woensdag",
    ),
    ("FREQ=MONTHLY", "le 1er de chaque mois", "op de 1e van elke maand"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
        "le 1er, le 15 et le dernier jour de chaque mois",
        "op de 1e, de 15e en de laatste dag van elke maand",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=15",
        "un mois sur 12, le 15",
        "om de 12 maanden op de 15e",
    ),
    ("FREQ=YEARLY", "chaque année, le 1er avril", "elk jaar op 1 april"),
    (
        "FREQ=YEARLY;BYMONTH=10,3;BYDAY=-1FR",
        "chaque année, le dernier vendredi de mars et d’octobre",
        "elk jaar op de laatste vrijdag van maart en van oktober",
    ),
    (
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=-1,15",
        "tous les deux ans, le dernier jour de février et le 15 février",
        "om de twee jaar op de laatste dag van februari en 15 februari",
    ),
]


@pytest.mark.parametrize(("text", "fr", "nl"), RULES)
def test_a_rule_is_said_in_both_languages(text: str, fr: str, nl: str) -> None:
    rule = Rule.parse(text)
    assert (in_words(rule, START, "fr"), in_words(rule, START, "nl")) == (fr, nl)


@pytest.mark.parametrize(
    ("text", "start", "fr", "nl"),
    [
        (
            "FREQ=MONTHLY",
            date(2025, 3, 31),
            "le 31 de chaque mois, quand ce jour existe",
            "op de 31e van elke maand, als die dag bestaat",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=15,29",
            START,
            "le 15 et le 29 de chaque mois, quand ce jour existe",
            "op de 15e en de 29e van elke maand, als die dag bestaat",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=30,31;BYMONTH=2,3",
            START,
            "le 30 et le 31 de chaque mois, en février et en mars, quand ces jours existent",
            "op de 30e en de 31e van elke maand, in februari en in maart, als die dagen bestaan",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=3,4",
            START,
            "le 30 de chaque mois, en mars et en avril",
            "op de 30e van elke maand, in maart en in april",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=6",
            date(2025, 1, 31),
            "un mois sur six, le 31",
            "om de zes maanden op de 31e",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=6",
            date(2025, 3, 31),
            "un mois sur six, le 31, quand ce jour existe",
            "om de zes maanden op de 31e, als die dag bestaat",
        ),
        (
            "FREQ=MONTHLY;BYDAY=5WE",
            START,
            "chaque cinquième mercredi du mois, quand ce jour existe",
            "elke vijfde woensdag van de maand, als die dag bestaat",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5",
            START,
            "chaque cinquième jour ouvrable du mois",
            "elke vijfde werkdag van de maand",
        ),
        (
            "FREQ=YEARLY",
            date(2024, 2, 29),
            "chaque année, le 29 février, quand ce jour existe",
            "elk jaar op 29 februari, als die dag bestaat",
        ),
        (
            "FREQ=YEARLY;BYMONTHDAY=30;BYMONTH=1,2",
            START,
            "chaque année, le 30 janvier",
            "elk jaar op 30 januari",
        ),
    ],
)
def test_a_day_that_some_months_lack_is_said_so(text: str, start: date, fr: str, nl: str) -> None:
    rule = Rule.parse(text)
    assert (in_words(rule, start, "fr"), in_words(rule, start, "nl")) == (fr, nl)


@given(st.integers(1, 31), st.integers(1, 12), st.sampled_from([1, 2, 3, 4, 6, 12]))
def test_a_day_is_said_to_be_missing_where_calendars_skip_it(
    day: int, month: int, interval: int
) -> None:
    start, until = datetime(2025, month, 1), datetime(2027, 12, 31)  # no leap year
    every = f"FREQ=MONTHLY;INTERVAL={interval}"
    turns = rrulestr(every, dtstart=start).between(start, until, inc=True)
    rule = f"{every};BYMONTHDAY={day}"
    days = rrulestr(rule, dtstart=start).between(start, until, inc=True)
    told = "quand ce jour existe" in in_words(Rule.parse(rule), start, "fr")
    assert told is (len(days) < len(turns))


@pytest.mark.parametrize(
    "text",
    [
        "mercredi",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=two",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYHOUR=9",
        "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=-3MO",
        "FREQ=MONTHLY;BYDAY=1MO,TU",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYMONTH=13",
        "FREQ=YEARLY;BYDAY=1MO",
        "FREQ=YEARLY;BYMONTH=3,9;BYDAY=WE;BYSETPOS=1",  # the first of both months together
        "FREQ=YEARLY;BYYEARDAY=100",
    ],
)
def test_a_rule_without_words_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Rule.parse(text)


numbers = st.integers(-2, 32)
parts = st.fixed_dictionaries(
    {"FREQ": st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])},
    optional={
        "INTERVAL": st.integers(0, 20),
        "BYDAY": st.lists(
            st.tuples(
                st.sampled_from(["", "1", "2", "5", "-1", "-2", "-3"]),
                st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]),
            ).map("".join),
            min_size=1,
            max_size=5,
        ).map(",".join),
        "BYMONTHDAY": st.lists(numbers, min_size=1, max_size=3).map(
            lambda n: ",".join(map(str, n))
        ),
        "BYMONTH": st.lists(st.integers(1, 12), min_size=1, max_size=12).map(
            lambda n: ",".join(map(str, n))
        ),
        "BYSETPOS": st.sampled_from(["1", "-1", "1,3"]),
    },
)


@given(parts, st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_what_is_read_is_a_rule_with_words(values: dict[str, object], start: date) -> None:
    text = ";".join(f"{name}={value}" for name, value in values.items())
    try:
        rule = Rule.parse(text)
    except ValueError:
        return
    rrulestr(text)
    for lang in LANGS:
        words = in_words(rule, start, lang)
        assert words == words.strip()
        assert "  " not in words
        assert "{" not in words
