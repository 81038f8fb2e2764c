"""Words are compared without what people leave out when they search or sort."""

from macros.prose.folding import folded, words


def test_folding_forgets_accents_ligatures_case_and_middle_dots() -> None:
    assert folded("Œuvre, ÉTÉ, coördinatie, habitant·es, co\u00adeur") == (
        "oeuvre, ete, coordinatie, habitantes, coeur"
    )


def test_words_are_divided_at_elisions_and_hyphens() -> None:
    assert words("L’aide-mémoire n° 2") == ["l", "aide", "memoire", "n", "2"]
