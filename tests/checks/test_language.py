"""Language, leftovers and damage."""

import unicodedata

import pytest

from macros.checks.fix import apply
from macros.project import check
from tests.samples import TODAY, Project

DUTCH = "De eerstelijnsdiensten zetten een week lang hun deuren open voor elkaar."
FRENCH = "Les services de première ligne ouvrent leurs portes pendant une semaine."


def test_a_passage_of_the_other_language_is_found(project: Project) -> None:
    project.page("a.md", f"{FRENCH}\n\n{FRENCH} {DUTCH}\n", f"{DUTCH}\n\n- {FRENCH}\n")
    found = project.check("other-language-passage")
    assert [(f.file, f.line) for f in found] == [("docs/fr/a.md", 9), ("docs/nl/a.md", 9)]
    assert found[0].column == len(FRENCH) + 2
    assert found[0].fix
    assert 'lang="nl"' in found[0].fix.fr


def test_a_quotation_with_its_language_is_fine(project: Project) -> None:
    quoted = f'<p lang="nl">{DUTCH}</p>'
    project.page("a.md", f"{FRENCH}\n\n{quoted}\n", f"{DUTCH}\n\n`{FRENCH}`\n")
    assert project.check("other-language-passage", "english-passage") == []


def test_sentences_that_follow_make_one_finding(project: Project) -> None:
    project.page("a.md", f"{FRENCH}\n", f"{FRENCH} {FRENCH}\n{FRENCH}\n\n{FRENCH}\n")
    found = project.check("other-language-passage")
    assert [f.line for f in found] == [7, 10]


def test_english_is_found(project: Project) -> None:
    project.page("a.md", "This page will be available in the next few weeks.\n", f"{DUTCH}\n")
    (found,) = project.check("english-passage")
    assert (found.file, found.line) == ("docs/fr/a.md", 7)
    project.page("a.md", "Une formation Who CAREs, un world café, un stepped care.\n", "Ja.\n")
    assert project.check("english-passage") == []


def test_a_text_is_not_the_same_on_both_sides(project: Project) -> None:
    place = """
        - id: maison
          kind: meeting
          title: {{fr: La maison, nl: Het huis}}
          summary:
            fr: {fr}
            nl: {nl}
        """
    fr = "Une maison où tout le monde est bienvenu"
    project.write("data/nord/places.yml", place.format(fr=fr, nl=fr))
    (found,) = project.check("same-in-both-languages", "other-language-passage")
    assert (found.rule, found.line) == ("same-in-both-languages", 6)
    nl = "Een huis waar iedereen welkom is"
    project.write("data/nord/places.yml", place.format(fr=nl, nl=nl))
    (found,) = project.check("same-in-both-languages", "other-language-passage")
    assert (found.rule, found.line) == ("same-in-both-languages", 5)
    for name in ("Babbel No·o·rd", "Huis voor Gezondheid", "Helpdesk", "Le Grand Bain"):
        project.write("data/nord/places.yml", place.format(fr=name, nl=name))
        assert project.check("same-in-both-languages") == []


@pytest.mark.parametrize("note", ["À TRADUIRE", "TODO", "lorem ipsum", "XXX"])
def test_nothing_is_left_over(project: Project, note: str) -> None:
    project.page("a.md", f"Un.\n\nDeux. {note}\n", "Een.\n\n`TODO` staat in code.\n")
    (found,) = project.check("leftover-note")
    assert (found.file, found.line, found.quote) == ("docs/fr/a.md", 9, note)


def test_damaged_letters_are_found_and_mended(project: Project) -> None:
    project.page("a.md", "La rÃ©union de lâ€™équipe.\n", "Ja.\n")
    found = project.check("damaged-letters")
    assert [(f.line, f.column) for f in found] == [(7, 5), (7, 17)]
    assert apply(project.root, found) == 2
    assert "La réunion de l’équipe." in project.read("docs/fr/a.md")
    assert project.check("damaged-letters") == []


def test_invisible_characters_are_found_and_removed(project: Project) -> None:
    project.page("a.md", "L’ac\u200bcueil.\n", "Ont\u00adhaal.\n")
    found = project.check("invisible-character")
    assert [(f.file, f.line, f.column) for f in found] == [
        ("docs/fr/a.md", 7, 5),
        ("docs/nl/a.md", 7, 4),
    ]
    assert "espace sans largeur" in found[0].message.fr
    assert "afbreekstreepje" in found[1].message.nl
    apply(project.root, found)
    assert project.check("invisible-character") == []
    assert "L’accueil.\n" in project.read("docs/fr/a.md")


def test_accents_are_one_character_in_texts_and_names(project: Project) -> None:
    split = unicodedata.normalize("NFD", "La réunion")
    project.page("a.md", f"{split} a lieu.\n", "Ja.\n")
    project.write(f"docs/fr/assets/{unicodedata.normalize('NFD', 'thé.txt')}", "x")
    found = project.check("split-accent")
    assert [(f.line, bool(f.edit)) for f in found] == [(7, True), (1, False)]
    apply(project.root, found)
    assert "La réunion a lieu." in project.read("docs/fr/a.md")
    assert [f.line for f in project.check("split-accent")] == [1]


@pytest.mark.parametrize(
    ("fr", "nl", "quotes"),
    [
        ("« Samen sterk in de buurt » commence.", "Niets.", ["Samen sterk in de buurt"]),
        ("Le thème « Zorg voor elkaar ».", "Niets.", ["Zorg voor elkaar"]),
        ("Rien.", "De dag ‘Prendre soin des soignants’.", ["Prendre soin des soignants"]),
        ("Rien.", "De dag ‘Tous pour l’hôpital’.", ["Tous pour l’hôpital"]),
        ("Rien.", "De film “Tous ensemble”.", ["Tous ensemble"]),
        ('« <span lang="nl">Samen sterk</span> » commence.', "Niets.", []),
        ("« Ensemble dans le quartier »", "‘Samen in de buurt’", []),
        ("Le « Babbel Noord » et « Brumenta »", "‘Who CAREs?’ en ‘Bruxelles malade’", []),
        ("Le mot « zorg ».", "Het woord ‘soin’.", []),
    ],
)
def test_quoted_words_of_the_other_language(
    project: Project, fr: str, nl: str, quotes: list[str]
) -> None:
    project.page("a.md", f"{fr}\n", f"{nl}\n")
    assert [found.quote for found in project.check("other-language-quotation")] == quotes


HELP_FR = "Le helpdesk vous écoute. Il cherche avec vous une aide qui convient.\n"
HELP_NL = "De helpdesk luistert naar u. Hij zoekt samen met u de hulp die past.\n"


def test_sides_that_changed_places_are_told_once(project: Project) -> None:
    project.page("a.md", f"## Een hulp\n\n{HELP_NL}", f"## Une aide\n\n{HELP_FR}")
    found = [f for f in check(project.root, TODAY) if f.file.endswith("/a.md")]
    told = {(f.rule, f.file, f.line) for f in found}
    assert ("swapped-languages", "docs/fr/a.md", 7) in told
    assert {rule for rule, _, _ in told} <= {"swapped-languages"}
    assert "docs/nl/a.md:7" in next(f for f in found if f.line == 7).message.nl


@pytest.mark.parametrize(("fr", "nl"), [(HELP_NL, HELP_NL), (HELP_FR, HELP_FR), (HELP_FR, HELP_NL)])
def test_one_wrong_side_is_no_exchange(project: Project, fr: str, nl: str) -> None:
    project.page("a.md", fr, nl)
    assert project.check("swapped-languages") == []


def test_few_words_on_the_wrong_side(project: Project) -> None:
    project.page("a.md", "Vooraf inschrijven verplicht.\n", "Inscription obligatoire.\n")
    (found,) = project.check("swapped-languages")
    assert (found.file, found.line) == ("docs/fr/a.md", 7)
    project.page("a.md", "Bassin Nord.\n", "Inscription obligatoire.\n")
    assert project.check("swapped-languages") == []
    project.page("a.md", "Iedereen telt mee\n", "Iedereen telt mee\n")
    assert [f.file for f in project.check("same-in-both-languages")] == ["docs/fr/a.md"]


def test_the_remedy_in_a_plain_text_is_not_refused(project: Project) -> None:
    place = """
        - id: maison
          kind: meeting
          title: {{fr: La maison, nl: Het huis}}
          summary:
            fr: La maison ouvre.
            nl: {nl}
        """
    project.write("data/nord/places.yml", place.format(nl=f"Het huis. {FRENCH}"))
    rules = ("other-language-passage", "markup-in-plain-text")
    (found,) = project.check(*rules)
    assert found.fix
    assert "<span" not in found.fix.nl
    project.write("data/nord/places.yml", place.format(nl=f"Het huis. ‘{FRENCH}’"))
    assert project.check(*rules) == []
