"""What is prose in a Markdown text."""

import pytest

from macros.prose.masking import HIDDEN, prose, without_quotations, without_titles


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("avant `a : b` après", "avant après"),
        ('avant {{ phone("x") }} après', "avant après"),
        ('un [lien](a.md "Un titre") ici', "un [lien ici"),
        ("voir https://x.brussels/a?b=c, oui", "voir oui"),
        ("info@bassin-nord.brussels est là", "est là"),
        ('un <span class="a">mot</span> là', "un mot là"),
        ("## Titre { #ancre }", "Titre"),
        ("| a | b |\n|---|:-:|", "| a | b |"),
        ("```yaml\na : b\n```\naprès", "après"),
        ("<!-- à faire -->texte", "texte"),
        ('!!! note "Attention"\n    Texte', "Attention Texte"),
        ("- un\n- deux", "un deux"),
    ],
)
def test_only_words_stay_and_places_do_not_move(text: str, kept: str) -> None:
    masked = prose(text)
    assert len(masked) == len(text)
    assert masked.count("\n") == text.count("\n")
    assert masked.replace(HIDDEN, " ").split() == kept.split()


def test_quotations_in_another_language_are_hidden() -> None:
    text = 'Le mot <span lang="nl">zorgzone</span> et <i lang="fr">bassin</i>'
    assert "zorgzone" not in without_quotations(text, "fr")
    assert "bassin" in without_quotations(text, "fr")
    assert "zorgzone" in without_quotations(text, "nl")
    assert "deur" not in without_quotations("la *open deur*{ lang=nl }", "fr")


def test_titles_are_hidden_but_apostrophes_open_none() -> None:
    assert without_titles("voir « Infosessie in Elsene », ici").endswith(", ici")
    assert "Infosessie" not in without_titles("voir « Infosessie in Elsene », ici")
    assert without_titles("l’eau et l’air") == "l’eau et l’air"
    assert without_titles("‘Note d’accueil’ en foto’s").endswith(" en foto’s")
