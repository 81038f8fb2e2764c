"""Facts read out of sentences, and written back."""

import pytest

from macros.language import Lang
from macros.prose.facts import Kind, facts, phone_value


def values(text: str, lang: Lang) -> list[tuple[str, str]]:
    return [(str(fact.kind), fact.value) for fact in facts(text, lang)]


@pytest.mark.parametrize(
    ("fr", "nl"),
    [
        ("jeudi 3 décembre 2026", "donderdag 3 december 2026"),
        ("le 1er mars", "op 1 maart"),
        ("du 18 au 22 novembre 2024", "van 18 tot en met 22 november 2024"),
        ("les 14, 22 et 23 juin 2023", "op 14, 22 en 23 juni 2023"),
        ("entre le 14 et le 28 juin 2023", "tussen 14 en 28 juni 2023"),
        ("le lundi 7 et le mardi 8 octobre 2024", "op maandag 7 en dinsdag 8 oktober 2024"),
        ("en avril\n      2024", "in april\n2024"),
        ("le 22\n  novembre 2024", "op 22 november 2024"),
        ("le 23/09/2024", "op 23.09.2024"),
        ("le 03/05/2024", "op 3 mei 2024"),
        ("à 14h30", "om 14.30 uur"),
        ("à 14 h 30", "om 14u30"),
        ("de 13 h 15 à 17 h 30", "van 13.15 tot 17.30 u."),
        ("de 9h à 12h30", "van 9 tot 12.30 uur"),
        ("de 9h00 à 16h00", "van 9.00 uur tot 16.00 uur"),
        ("9-16h", "9-16 uur"),
        ("des visites d’une\nheure et demie", "bezoeken van anderhalf\nuur"),
        ("125 000 €", "€ 125.000"),
        ("180 euros", "180 euro"),
        ("31,8 %", "31,8%"),
        ("16 pour cent", "16 procent"),
        ("02 318 60 57", "+32 2 318 60 57"),
        ("304 523 habitants", "304.523 inwoners"),
        ("1030 Schaerbeek", "1030 Schaarbeek"),
        ("en 2024-2025", "in 2024-25"),
        ("de 9 à 12 heures", "van 9 tot 12 uur"),
        ("les années 1990", "de jaren 90"),
        ("bureau 12A", "kantoor 12A"),
        ("Écrivez à Info@example.org.", "Schrijf naar info@example.org."),
    ],
)
def test_both_languages_say_the_same(fr: str, nl: str) -> None:
    assert values(fr, "fr")
    assert values(fr, "fr") == values(nl, "nl")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("au mois de mai, en mars ou plus tard", "fr"),
        ("dans la 1re partie, le 3e point", "fr"),
        ("de 2de keer, het 3de punt", "nl"),
        ("HTML5, V2024b et x86", "fr"),
        ("24h/24 et 7j/7, 7 jours sur 7", "fr"),
        ("24 uur op 24, 24/7", "nl"),
    ],
)
def test_no_fact_is_seen_where_none_is(text: str, lang: Lang) -> None:
    assert values(text, lang) == []


def test_a_range_gives_each_day_its_month_and_place() -> None:
    text = "Du lundi 18 au 22 novembre 2024."
    first, last = facts(text, "fr")
    assert (first.value, first.weekday) == ("2024-11-18", 0)
    assert text[first.start : first.end] == "lundi 18"
    assert (last.value, last.weekday) == ("2024-11-22", None)
    assert text[last.start : last.end] == "22 novembre 2024"


@pytest.mark.parametrize(
    ("text", "impossible"),
    [
        ("31 novembre 2026", True),
        ("30 février", True),
        ("29 février", False),
        ("29 février 2026", True),
        ("30 novembre 2026", False),
    ],
)
def test_days_that_no_calendar_has(text: str, *, impossible: bool) -> None:
    assert [fact.is_impossible for fact in facts(text, "fr")] == [impossible]


@pytest.mark.parametrize(
    ("text", "fr", "nl"),
    [
        ("1er mars 2025", "1er mars 2025", "1 maart 2025"),
        ("mars 2025", "mars 2025", "maart 2025"),
        ("14h30", "14h30", "14.30 uur"),
        ("14h", "14h", "14 uur"),
        ("125000 €", "125\u00a0000\u00a0€", "€\u00a0125.000"),
        ("31,80 %", "31,8\u00a0%", "31,8\u00a0%"),
        ("304.523", "304\u00a0523", "304.523"),
        ("+32 2 318 60 57", "02 318 60 57", "02 318 60 57"),
        ("+32 4 223 33 44", "04 223 33 44", "04 223 33 44"),
        ("0475/12.34.56", "0475 12 34 56", "0475 12 34 56"),
        ("0800/12.345", "0800 123 45", "0800 123 45"),
    ],
)
def test_a_fact_can_be_pasted_in_either_language(text: str, fr: str, nl: str) -> None:
    fact = facts(text, "fr")[0]
    assert (fact.written("fr"), fact.written("nl")) == (fr, nl)


@pytest.mark.parametrize("written", ["02/318.60.57", "0032 2 318 60 57", "+32 (0)2 318 60 57"])
def test_a_telephone_number_has_one_value(written: str) -> None:
    assert phone_value(written) == "+3223186057"
    assert [f.value for f in facts(f"Tél. {written}", "fr")] == ["+3223186057"]
    assert facts(f"Tél. {written}", "fr")[0].kind is Kind.PHONE
