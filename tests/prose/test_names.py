"""Wrong forms of names."""

from macros.prose.names import Misnomers

PLACES = Misnomers({"Ixelles": "Elsene", "Saint-Gilles": "Sint-Gillis", "Woluwe-Saint-Pierre": "X"})


def found(finder: Misnomers, text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.right) for m in finder.find(text)]


def test_whole_words_alone_are_found() -> None:
    assert found(PLACES, "in Ixelles.") == [("Ixelles", "Elsene")]
    assert found(PLACES, "Saint-Gilles-sur-Mer, Ixellesien") == []
    assert found(PLACES, "Bas-Ixelles") == []


def test_a_name_beside_its_translation_is_no_slip() -> None:
    assert found(PLACES, "Elsene (Ixelles)") == []
    assert found(PLACES, "Ixelles / Elsene") == []
    assert found(PLACES, "Ixelles en Sint-Gillis en Elsene") == [("Ixelles", "Elsene")]


def test_case_counts_for_names_and_not_for_terms() -> None:
    terms = Misnomers({"Opendeur week": "opendeurweek"}, exact=False)
    assert found(terms, "de opendeur  week") == [("opendeur  week", "opendeurweek")]
    assert found(Misnomers({"TO": "CT"}), "to be, TO") == [("TO", "CT")]
    assert found(Misnomers({}), "TO") == []
    assert found(Misnomers({"avis": "raad"}, exact=False), "avis avİs") == [("avis", "raad")]


def test_both_apostrophes_are_one() -> None:
    finder = Misnomers({"Conseil de l’action": "Actieraad"})
    assert found(finder, "Conseil de l'action") == [("Conseil de l'action", "Actieraad")]
