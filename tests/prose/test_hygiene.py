"""Unfinished and damaged texts."""

import unicodedata

import pytest

from macros.prose.hygiene import decomposed, invisible, leftovers, mojibake


@pytest.mark.parametrize(
    "text",
    ["TODO", "à traduire", "Nog te vertalen", "Lorem ipsum dolor", "xxx", "texte à compléter",
     "[…]", "vertaling volgt", "nog aan te vullen", "<<<<<<< HEAD"],
)  # fmt: skip
def test_leftovers(text: str) -> None:
    assert list(leftovers(f"Avant. {text} Après."))


@pytest.mark.parametrize("text", ["Aan te vullen", "in te vullen."])
def test_ordinary_words_are_leftovers_where_they_stand_alone(text: str) -> None:
    assert list(leftovers(text))


@pytest.mark.parametrize(
    "text",
    [
        "Todos los santos",
        "un métier à part",
        "te veel",
        "Chaussée de Mons",
        "formulier in te dienen",
        "Gelieve het formulier in te vullen.",
        "om uw dossier aan te vullen",
    ],
)
def test_no_leftovers(text: str) -> None:
    assert not list(leftovers(text))


@pytest.mark.parametrize("letter", list("éèêàùçëïöüœÉÀ’«…"))
def test_letters_read_in_the_wrong_encoding_can_be_told_and_mended(letter: str) -> None:
    try:
        damaged = letter.encode().decode("cp1252")
    except UnicodeDecodeError:  # a byte that Windows-1252 leaves undefined
        pytest.skip("not readable in Windows-1252")
    (found,) = mojibake(f"la r{damaged}union")
    assert found.new == letter


@pytest.mark.parametrize("text", ["Â", "Ça va ? Oui.", "À 14h30", "naïf, Noël, Ãngela"])
def test_sound_letters_stay(text: str) -> None:
    assert not list(mojibake(text))


def test_lost_letters_are_told() -> None:
    assert [d.new for d in mojibake("la r\ufffdunion et la r?union")] == [None, None]


def test_invisible_and_split_characters() -> None:
    assert [d.start for d in invisible("a\u200bb\u00adc")] == [1, 3]
    assert not list(invisible("a\u00a0b\u202fc"))
    split = unicodedata.normalize("NFD", "la réunion")
    assert [d.new for d in decomposed(split)] == ["réunion"]
    assert not list(decomposed("la réunion"))


def test_a_letter_that_is_lost_has_no_remedy() -> None:
    assert [d.new for d in mojibake("r\u00ef\u00bf\u00bdunion")] == [None]
