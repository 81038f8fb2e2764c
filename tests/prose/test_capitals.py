"""Names keep their capitals."""

import pytest

from macros.prose.capitals import Capitals

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
