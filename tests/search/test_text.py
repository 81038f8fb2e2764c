"""Texts as the index takes them."""

import pytest

from macros.search.text import plain, prepared, spelled

GOLDEN = [
    ("L’accès à l’hôpital", "L’ accès à l’ hôpital"),
    ("l'accueil jusqu'au soir", "l’ accueil jusqu’ au soir"),
    ("Qu’est-ce qu’un bassin ?", "Qu’ est-ce qu’ un bassin ?"),
    ("aujourd’hui, la grand’place", "aujourd’hui, la grand’place"),
    ("une œuvre, le cœur, les Œuvres", "une o\u00adeuvre, le co\u00adeur, les O\u00adeuvres"),
    ("ex æquo", "ex a\u00adequo"),
    ("professionnel·les", "professionnel·les"),
]


@pytest.mark.parametrize(("text", "expected"), GOLDEN)
def test_french_articles_and_ligatures_come_apart(text: str, expected: str) -> None:
    assert prepared(text, "fr", str) == expected


def test_dutch_words_get_the_seams_of_compounds_and_nothing_else() -> None:
    seams = {"zorgverlener": "zorg|verlener"}
    text = "Een zorgverlener zegt ’s morgens: foto’s van l’école."
    expected = "Een zorg|verlener zegt ’s morgens: foto’s van l’école."
    assert prepared(text, "nl", lambda word: seams.get(word, word)) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>Un <b>mot</b> &amp; un autre</p><p>suite</p>", "Un mot & un autre suite"),
        ("<svg><title>Carte</title><path/></svg> texte", "texte"),
        ("## Titre\n\n- un [lien](news/x.md)\n- **gras** et _fin_", "Titre un lien gras et fin"),
        ("1. d’abord\n2. ensuite {: .petit }", "d’abord ensuite"),
        ("| a | b |", "a b"),
        ('<a href="x">info@<wbr><span>example.org</span></a>.', "info@example.org."),
        ("| a | b |\n|---|:-:|\n| c | d |\n\n---\n", "a b c d"),
        ("## Titre { #ici }\n\nUn [mot](a.md){ .button }.", "Titre Un mot."),
        ('!!! note "Un titre"\n    Un mot.', '"Un titre" Un mot.'),
        ("> dit-on", "dit-on"),
        ("snake_case reste, 5 * 3 non", "snake_case reste, 5 3 non"),
    ],
)
def test_markup_leaves_its_words(markup: str, expected: str) -> None:
    assert plain(markup) == expected


def test_non_breaking_spaces_stay_where_they_are() -> None:
    assert plain("<p>«\u00a0Au suivant\u00a0»</p>") == "«\u00a0Au suivant\u00a0»"


def test_words_as_written_keep_their_accents_and_leave_short_ones_out() -> None:
    assert spelled("L’Hôpital est un aide-mémoire n° 1090") == ["hôpital", "aide", "mémoire"]
