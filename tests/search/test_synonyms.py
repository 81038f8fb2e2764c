"""Other words for what texts say."""

import pytest

from macros.content.territory import Term
from macros.language import LANGS
from macros.project import Project
from macros.search.synonyms import Thesaurus, term_words

REPERTOIRE = Term.model_validate(
    {
        "id": "repertoire",
        "term": {"fr": "répertoire", "nl": "repertorium"},
        "synonyms": {"fr": ["annuaire"], "nl": ["sociale kaart"]},
    }
)
CPAS = Term.model_validate(
    {
        "id": "cpas",
        "term": {"fr": "centre public d’action sociale", "nl": "openbaar centrum"},
        "abbreviation": {"fr": "CPAS", "nl": "VA"},
        "synonyms": {"fr": ["aide sociale"], "nl": ["leefloon"]},
    }
)
PLAIN = Term.model_validate({"id": "canal", "term": {"fr": "canal", "nl": "kanaal"}})
TERMS = (REPERTOIRE, CPAS, PLAIN)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Les répertoires du bassin", ("annuaire",)),
        ("REPERTOIRE", ("annuaire",)),
        ("le répertorié", ()),
        ("Le CPAS d’Evere", ("centre public d’action sociale", "aide sociale")),
        ("les centres publics d’action sociale", ("CPAS", "aide sociale")),
        ("un centre public", ()),
        ("le long du canal", ()),
        ("un annuaire", ()),
    ],
)
def test_french_terms_give_their_other_words(text: str, others: tuple[str, ...]) -> None:
    assert Thesaurus(TERMS, "fr").others(text) == others


def test_a_term_without_letters_is_no_word_to_look_for() -> None:
    sign = Term.model_validate(
        {"id": "x", "term": {"fr": "…", "nl": "…"}, "synonyms": {"fr": ["suite"], "nl": []}}
    )
    assert Thesaurus((sign, REPERTOIRE), "fr").others("… répertoire") == ("annuaire",)


def test_each_word_is_given_once() -> None:
    said = "répertoire et répertoires, CPAS et CPAS"
    assert Thesaurus(TERMS, "fr").others(said) == (
        "annuaire",
        "centre public d’action sociale",
        "aide sociale",
    )


def test_abbreviations_have_no_endings() -> None:
    assert Thesaurus(TERMS, "nl").others("van de zorgzone") == ()
    assert Thesaurus(TERMS, "nl").others("de VA") == ("openbaar centrum", "leefloon")


def test_a_language_knows_nothing_of_the_other(project: Project) -> None:
    terms = project.network.content.region.glossary
    for lang, other in zip(LANGS, reversed(LANGS), strict=True):
        own = {word for term in terms for word in (term.term[lang], *term_words(term, lang))}
        foreign = " ".join(term.term[other] for term in terms)
        assert set(Thesaurus(terms, lang).others(foreign)) <= own
