"""The language of sentences, measured on sentences whose language is known."""

from datetime import date
from pathlib import Path

import pytest

from macros.language import Lang, other
from macros.project import prepare
from macros.prose.tongue import MIN_WORDS, foreign_run, foreign_tongue, scores, sentences, tongue
from macros.texts.sources import Sources

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Le helpdesk répond aussi le samedi matin.", "nl", "fr"),
        ("De helpdesk antwoordt ook op zaterdagochtend.", "fr", "nl"),
        ("This page will be available in the next few weeks.", "fr", "en"),
        ("This page will be available in the next few weeks.", "nl", "en"),
        ("Semaine de la santé mentale", "nl", "fr"),
        ("Le helpdesk répond aussi le samedi matin.", "fr", None),
        ("De helpdesk antwoordt ook op zaterdagochtend.", "nl", None),
        ("Anderlecht, Ganshoren, Jette, Koekelberg", "nl", None),
        ("Babbel No·o·rd, Melting Papot’, Who CAREs", "fr", None),
        ("Le grand bain", "nl", None),
        ("De Cocom en de Cocof steunen Brusano.", "nl", None),
    ],
)
def test_foreign_sentences(text: str, lang: Lang, expected: str | None) -> None:
    assert foreign_tongue(text, lang) == expected


def test_names_have_no_language() -> None:
    assert tongue("Huis voor Gezondheid") is None
    assert tongue("Helpdesk") is None
    assert tongue("Retour sur l’atelier du changement") == "fr"
    assert tongue("Terugblik op het Veranderatelier") == "nl"


def test_a_run_of_another_language_inside_a_sentence_is_found() -> None:
    own = "Het bassin nodigt de diensten van de wijk uit om"
    left = "parler ensemble de leur travail et de leurs besoins dans le quartier"
    text = f"{own} {left} te praten over hun werk."
    found = foreign_run(text, "nl")
    assert found
    assert found[2] == "fr"
    assert left in text[found[0] - 4 : found[1] + 1]
    english = "This page will be available in the next few weeks"
    assert foreign_run(f"BruZEL, {own.lower()} te praten {english}", "nl")
    assert foreign_run(f"{own} te praten over hun werk in de wijk en daarbuiten.", "nl") is None


def test_a_name_with_its_abbreviation_keeps_its_language() -> None:
    name = "Ligue bruxelloise pour la santé mentale et les soins"
    text = "Volgens een rapport van de {} uit 2022 wordt een derde doorverwezen."
    assert foreign_run(text.format(name), "nl")
    assert foreign_run(text.format(f"{name} (LBSMS)"), "nl") is None
    assert foreign_run(text.format(f"{name} (XYZ)"), "nl")


def test_sentences_keep_their_places() -> None:
    text = "Un. Deux ?\n\n- trois"
    found = sentences(text)
    assert [sentence.text for sentence in found] == ["Un.", "Deux ?", "- trois"]
    assert all(text[s.start :].startswith(s.text) for s in found)


def test_the_real_content_is_told_apart() -> None:
    """At most 0.5 % false alarms, at least 97 % found if it stood on the other side."""
    project = prepare(ROOT, date(2026, 3, 2))
    seen = false = found = 0
    for passage in Sources(ROOT, project.network).passages:
        for sentence in sentences(passage.own_prose):
            if scores(sentence.text)[1] < MIN_WORDS:
                continue
            seen += 1
            false += foreign_tongue(sentence.text, passage.lang) is not None
            found += foreign_tongue(sentence.text, other(passage.lang)) == passage.lang
    assert seen > 1000
    assert false / seen < 0.005
    assert found / seen > 0.97
