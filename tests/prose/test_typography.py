"""Slips of typography and their repairs."""

import pytest

from macros.language import Lang
from macros.prose.masking import prose
from macros.prose.typography import Trema, slips


def mended(text: str, lang: Lang) -> str:
    for slip in reversed(slips(prose(text), lang, Trema(["Vlaamse coëxistentie"]))):
        if slip.new is not None:
            text = text[: slip.start] + slip.new + text[slip.end :]
    return text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Qui fait quoi?", "Qui fait quoi\u00a0?"),
        ("Qui fait quoi ?", "Qui fait quoi\u00a0?"),
        ("Voici : un, deux; trois !", "Voici\u00a0: un, deux\u00a0; trois\u00a0!"),
        ("le « mot » juste", "le «\u00a0mot\u00a0» juste"),
        ("le «mot» juste", "le «\u00a0mot\u00a0» juste"),
        ('le "mot" juste', "le «\u00a0mot\u00a0» juste"),
        ("le “mot” juste", "le «\u00a0mot\u00a0» juste"),
        ("le 'mot' juste, 5' de repos", "le «\u00a0mot\u00a0» juste, 5' de repos"),
        ("l'accès aujourd'hui", "l’accès aujourd’hui"),
        ("et puis...", "et puis…"),
        ("Venez ,on vous attend,tous .", "Venez, on vous attend, tous."),
        ("Venez.Inscrivez-vous", "Venez. Inscrivez-vous"),
        ("un  mot", "un mot"),
        ("le bassin de de Jette", "le bassin de Jette"),
        ("une oeuvre du coeur", "une œuvre du cœur"),
        ("31 % ou 32%", "31\u00a0% ou 32\u00a0%"),
        ("le Mardi 24 Septembre 2024, le 1er Mai", "le mardi 24 septembre 2024, le 1er mai"),
        ("de 14:00 à 15:30, à 9u", "de 14h à 15h30, à 9h"),
        ("à 7:30, à 06:15, à l’échelle 1:10", "à 7h30, à 06h15, à l’échelle 1:10"),
        ("Venez.Le lieu est ouvert. J.Dupont", "Venez. Le lieu est ouvert. J.Dupont"),
        ("[Un lien](a.md) : la suite", "[Un lien](a.md)\u00a0: la suite"),
        ("Voir {{ phone() }} !", "Voir {{ phone() }}\u00a0!"),
    ],
)
def test_french_is_mended_once(wrong: str, right: str) -> None:
    assert mended(wrong, "fr") == right
    assert mended(right, "fr") == right


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Wie doet wat ?", "Wie doet wat?"),
        ("Dit : dat", "Dit: dat"),
        ('de "toolkit"', "de ‘toolkit’"),
        ("de «\u00a0toolkit\u00a0»", "de ‘toolkit’"),
        ("de “toolkit”", "de ‘toolkit’"),
        ("foto's van 's avonds", "foto’s van ’s avonds"),
        ("te 's-Gravenbrakel, de 'buurt'", "te ’s-Gravenbrakel, de ‘buurt’"),
        ("Coordinatie van de patient", "Coördinatie van de patiënt"),
        ("een Vlaamse coexistentie", "een Vlaamse coëxistentie"),
        ("van van Jette", "van Jette"),
        ("31% of 32 %", "31\u00a0% of 32\u00a0%"),
        ("op Dinsdag 24 September 2024", "op dinsdag 24 september 2024"),
        ("om 14:30, 9h en 15:00 uur", "om 14.30 uur, 9 uur en 15 uur"),
    ],
)
def test_dutch_is_mended_once(wrong: str, right: str) -> None:
    assert mended(wrong, "nl") == right
    assert mended(right, "nl") == right


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Au 1:20 000, voir https://x.be/a?b=c:d", "fr"),
        ('`a : b ; c` et {{ macro("x ?") }}', "fr"),
        ("Nous nous voyons quand vous vous voulez", "fr"),
        ("| a  |  b |\n|:--|--:|\n| c  | d |", "fr"),
        ("«\u00a0il dit “oui” ici\u00a0»", "fr"),
        ('[texte]: https://x.be "titre"', "fr"),
        ('<span title="a : b">mot</span>', "fr"),
        ("Ratio 1:2, note*\u00a0:", "fr"),
        ("‘hij zei “ja” hier’", "nl"),
        ("de man die die dag kwam", "nl"),
        ("coördinatie van patiënten", "nl"),
        ("een regel  \nen de volgende", "nl"),
    ],
)
def test_right_texts_and_code_stay(text: str, lang: Lang) -> None:
    assert slips(prose(text), lang, Trema()) == []


def test_a_repetition_that_may_be_meant_is_left_to_the_editor() -> None:
    (slip,) = slips("c’est très très bien", "fr")
    assert (slip.rule, slip.new) == ("double-word", None)
