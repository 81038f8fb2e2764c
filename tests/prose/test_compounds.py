"""Where Dutch compounds come apart."""

import pytest

from macros.prose.compounds import Compounds

TEXTS = (
    "De zorg en de hulp in de wijk. Een overleg in het huis, een week lang.",
    "De zorgverlener en de hulpverlener kennen de gezondheid van de bewoners.",
    "Het ziekenhuis en de zieken; de groepen werken samen aan een verband.",
    "Coördinatie, een team, eerste lijn, de dienst, een verlener.",
)


@pytest.fixture(scope="module")
def compounds() -> Compounds:
    return Compounds(TEXTS)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("zorgverlener", "zorg|verlener"),
        ("Zorgverleners", "Zorg|verleners"),
        ("gezondheidszorg", "gezondheids|zorg"),
        ("ziekenhuis", "zieken|huis"),
        ("zorgwijkoverleg", "zorg|wijk|overleg"),
        ("coördinatieteam", "coördinatie|team"),
        ("wijkbewoners", "wijk|bewoners"),
        ("focusgroepen", "focus|groepen"),
        ("hulpbehoevend", "hulp|behoevend"),
        ("wijkverband", "wijk|verband"),
    ],
)
def test_compounds_come_apart_at_known_words(compounds: Compounds, word: str, parts: str) -> None:
    assert compounds.seams(word) == parts


@pytest.mark.parametrize(
    "word", ["overleg", "gezondheid", "samenwerken", "huiselijk", "teksten", "Anderlecht", "wijkje"]
)
def test_other_words_stay_whole(compounds: Compounds, word: str) -> None:
    assert compounds.seams(word) == word


def test_a_word_is_never_changed_besides_its_seams(compounds: Compounds) -> None:
    for word in ("Coördinatieteam", "ZIEKENHUIS", "cœur", "l’école"):
        assert compounds.seams(word).replace("|", "") == word


def test_without_texts_there_are_no_parts() -> None:
    assert Compounds(()).seams("zorgverlener") == "zorgverlener"
