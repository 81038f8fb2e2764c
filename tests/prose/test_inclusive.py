"""One inclusive form in French."""

import pytest

from macros.prose.inclusive import Doublets, house_forms, variants

KNOWN = Doublets(
    {("professionnel", "le"), ("habitant", "e"), ("acteur", "rice"), ("usager", "ère")}
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("les professionnel(le)s du bassin", "professionnel·les"),
        ("les professionnel.le.s", "professionnel·les"),
        ("les professionnel-le-s", "professionnel·les"),
        ("les professionnel·le·s", "professionnel·les"),
        ("les Habitant.es", "Habitant·es"),
        ("un·e patient•e", "patient·e"),
        ("un étudiant/e", "étudiant·e"),
        ("les acteur(trice)s", "acteur·rices"),
        ("les visiteur.euse.s", "visiteur·ses"),
        ("un infirmier(ère)", "infirmier·ère"),
        ("Merci à tou.te.s", "tou·tes"),
        ("Bienvenue à tous/tes", "tou·tes"),
        ("Professionnels et professionnelles", "Professionnel·les"),
        ("les habitantes et les habitants", "habitant·es"),
        ("les acteurs et actrices", "acteur·rices"),
        ("les usagers ou usagères", "usager·ères"),
    ],
)
def test_other_forms_are_turned_into_that_of_the_house(text: str, right: str) -> None:
    assert [found.right for found in variants(text, KNOWN)] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "les professionnel·les et les habitant·es",
        "Lisez-le, demandez-le et dites-le.",
        "à la librairie Tram.e",
        "la fin.le début, un mot (le bon)",
        "services et institutions, grands et petits",
        "les amis et amies",  # no form of the house to take
        "et/ou, service/équipe, le(s)",
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert list(variants(text, KNOWN)) == []


def test_the_forms_in_use_are_known() -> None:
    text = "Les Professionnel·les, un·e acteur·rice, social.brussels"
    assert set(house_forms(text)) == {("professionnel", "le"), ("un", "e"), ("acteur", "rice")}
