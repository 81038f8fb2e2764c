"""Words are compared without what people leave out when they search or sort."""

import unicodedata

import pytest

from macros.folding import folded, slugify, words


def test_folding_forgets_accents_ligatures_case_and_middle_dots() -> None:
    assert folded("Œuvre, ÉTÉ, coördinatie, habitant·es, co\u00adeur") == (
        "oeuvre, ete, coordinatie, habitantes, coeur"
    )


def test_an_accent_that_stands_alone_and_what_nobody_sees_divide_no_word() -> None:
    assert words(unicodedata.normalize("NFD", "réseau été")) == ["reseau", "ete"]
    assert words("zorg\u200bzone\ufeff") == ["zorgzone"]


def test_words_are_divided_at_elisions_and_hyphens() -> None:
    assert words("L’aide-mémoire n° 2") == ["l", "aide", "memoire", "n", "2"]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("L’œuvre d’été – Ça va ?", "l-oeuvre-d-ete-ca-va"),
        ("Les professionnel·les", "les-professionnelles"),
        ("2024–2025, Nord\u2011Est", "2024-2025-nord-est"),
        ("« Où\u00a0? » … 🎉", "ou"),
        ("coördinatie\u200b m²", "coordinatie-m2"),
        ("Ελλάδα", ""),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert slugify(title) == slug
