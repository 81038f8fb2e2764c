"""Names keep their capitals."""

import pytest

from macros.prose.capitals import Capitals, shouts

NAMES = Capitals(["Brusano", "BruZEL", "CPAS", "Bassin Nord-Est", "Bassin Nord", "conseil NOH"])


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("chez brusano", ["Brusano"]),
        ("le Cpas et bruzel", ["BruZEL", "CPAS"]),
        ("le bassin\nNord", ["Bassin Nord"]),
        ("le bassin Nord-Est", ["Bassin Nord-Est"]),
        ("Conseil NOH, le Bassin Nord-Est, Brusano", []),
        ("le bassin du nord, brusanoise", []),
    ],
)
def test_other_capitals_are_found(text: str, right: list[str]) -> None:
    assert sorted(found.right for found in NAMES.find(text)) == right


@pytest.mark.parametrize(
    ("text", "loud"),
    [
        (
            "Oui. INSCRIVEZ-VOUS AVANT LE 3 MARS\nÀ L’ACCUEIL.",
            "INSCRIVEZ-VOUS AVANT LE 3 MARS\nÀ L’ACCUEIL",
        ),
        ("Een INSCHRIJVING VERPLICHT!", "INSCHRIJVING VERPLICHT"),
        ("VIVALIS IRISCARE et les autres", None),
        ("CPAS, COCOM, VIVALIS, IRISCARE", None),
        ("le CPAS DE Bruxelles", None),
        ("l’AVIQ et la COCOF", None),
    ],
)
def test_sentences_in_capitals_are_found(text: str, loud: str | None) -> None:
    assert [text[start:end] for start, end in shouts(text)] == ([loud] if loud else [])
