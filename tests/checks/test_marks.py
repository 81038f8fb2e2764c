"""Signs typed for marks of Markdown."""

import pytest

from macros.checks.fix import fix
from tests.samples import Project


def lines(project: Project, rule: str, text: str) -> list[tuple[int, str | None]]:
    project.page("a.md", text, "Niets.\n")
    return [(found.line, found.quote) for found in project.check(rule)]


def test_bullets_of_a_word_processor(project: Project) -> None:
    text = "Un :\n\n• venir\n• écrire\n\n```\n• code\n```\n\nUn · deux\n"
    assert lines(project, "typed-bullet", text) == [(9, "•"), (10, "•")]
    assert fix(project.root, lambda: project.check("typed-bullet")) == 2
    assert "- venir\n- écrire\n" in project.read("docs/fr/a.md")
    assert "• code" in project.read("docs/fr/a.md")
    assert lines(project, "typed-bullet", "1) venir\n2) écrire\n") == [(7, "1)"), (8, "2)")]
    assert fix(project.root, lambda: project.check("typed-bullet")) == 2
    assert "1. venir\n2. écrire\n" in project.read("docs/fr/a.md")


def test_bullets_without_an_ordinary_space(project: Project) -> None:
    text = "-Un\n\n-\u00a0deux\n\n*\u00a0trois\n\n*quatre* -1 --- -fin\n\n---\n"
    found = lines(project, "typed-bullet", text)
    assert [line for line, _ in found] == [7, 9, 11]
    assert fix(project.root, lambda: project.check("typed-bullet")) == 3
    assert "- Un\n\n- deux\n\n- trois\n\n*quatre* -1" in project.read("docs/fr/a.md")


def test_titles_whose_words_touch_the_hashes(project: Project) -> None:
    text = "##Un\n\n###Deux { #deux }\n\n```\n#code\n```\n\n## Trois\n"
    assert lines(project, "heading-space", text) == [(7, "##Un"), (9, "###Deux { #deux }")]
    assert fix(project.root, lambda: project.check("heading-space")) == 2
    assert "## Un\n\n### Deux { #deux }\n" in project.read("docs/fr/a.md")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Voyez https://www.example.org/a.", "https://www.example.org/a"),
        ("Voyez (www.example.org).", "www.example.org"),
        ("[Le guide](https://www.example.org/a_(b))", None),
        ("<https://www.example.org>", None),
        ("`https://www.example.org`", None),
        ("```\nhttps://www.example.org\n```", None),
        ("[un][1]\n\n[1]: https://www.example.org", None),
        ("Le site example.org", None),
    ],
)
def test_addresses_that_nobody_can_follow(project: Project, text: str, bare: str | None) -> None:
    assert [quote for _, quote in lines(project, "bare-address", f"{text}\n")] == (
        [bare] if bare else []
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Un **mot.\n", [(7, "**mot.")]),
        ("Un ** mot ** vague.\n", [(7, "** mot ** vague.")]),
        ("- un\n- **deux\n", [(8, "**deux")]),
        ("Un **mot** et `**`.\n", []),
    ],
)
def test_bold_words_that_never_end(
    project: Project, text: str, found: list[tuple[int, str | None]]
) -> None:
    assert lines(project, "open-emphasis", text) == found


def test_pictures_among_letters(project: Project) -> None:
    assert lines(project, "emoji-in-text", "Un 👉 mot ☎️, → suite ✓ No·o·rd, n° 3 €.\n") == [
        (7, "👉"),
        (7, "☎️"),
    ]


def test_rows_without_a_table(project: Project) -> None:
    text = "| Jette | 1090 |\n| Evere | 1140 |\n\nUn | deux\n"
    assert lines(project, "table-without-header", text) == [(7, "| Jette | 1090 |")]
    (found,) = project.check("table-without-header")
    assert found.fix is not None
    assert "|---|---|" in found.fix.nl


def test_notes_that_would_be_published(project: Project) -> None:
    text = "Un. <!-- un mot\nà vérifier -->\n\n`<!-- code -->`\n"
    assert lines(project, "comment-in-text", text) == [(7, "<!-- un mot à vérifier -->")]


def test_calls_that_code_would_show_as_html(project: Project) -> None:
    text = "{{ phone() }} `ici` {{ phone() }}\n\n```\n{{ contact() }}\n```\n\n`{{ phone() }}`\n"
    found = lines(project, "macro-in-code", text)
    assert found == [(10, "{{ contact() }}"), (13, "{{ phone() }}")]


@pytest.mark.parametrize(
    "text",
    [
        "Les services du quartier – médecins et écoles\n– travaillent ensemble.\n",
        "Ouvert (de 9h à 17h, jusqu’à\n18) le samedi.\n",
        "— Bonjour, je cherche de l’aide.\n",
    ],
)
def test_a_line_of_a_paragraph_is_no_item(project: Project, text: str) -> None:
    assert lines(project, "typed-bullet", text) == []


def test_dashes_of_a_word_processor(project: Project) -> None:
    text = "– venir\n– écrire\n\n1) un\n\n2) deux\n"
    assert [line for line, _ in lines(project, "typed-bullet", text)] == [7, 8, 10, 12]


def test_the_remedy_for_one_hash_is_not_refused(project: Project) -> None:
    project.page("a.md", "#Un\n\nA.\n\n##Deux\n\nB.\n", "Niets.\n")
    first, second = project.check("heading-space")
    assert first.fix
    assert "« ## Un »".replace(" »", "\u00a0»").replace("« ", "«\u00a0") in first.fix.fr
    assert (first.edit, second.edit is None) == (None, False)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Venez (lundi.\n\nAppelez « vite.\n", ["(lundi.", "« vite."]),
        ("Trois choses : a) venir, b) écrire ; « oui » (non).\n\n`f(` [mot](a.md)\n", []),
        ("Ouvert (jusqu’à\n18) le samedi, « là\naussi ».\n", []),
    ],
)
def test_brackets_and_guillemets_are_closed(project: Project, text: str, quotes: list[str]) -> None:
    project.page("a.md", text, "Niets.\n")
    assert sorted(f.quote or "" for f in project.check("unclosed-mark")) == quotes
