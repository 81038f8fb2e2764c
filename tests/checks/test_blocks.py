"""Blocks and marks that a page would show as they are."""

import pytest

from tests.samples import Project

PLAIN = "Niets.\n"


def lines(project: Project, rule: str, text: str) -> list[int]:
    project.page("a.md", text, PLAIN)
    return [found.line for found in project.check(rule)]


@pytest.mark.parametrize(
    "text",
    [
        "Un mot ~~barré~~.",
        "Un mot ==surligné==.",
        "Un mot[^1].",
        "- [ ] venir",
        "> [!NOTE]\n> Un mot.",
        '??? note "Plus"',
        "[TOC]",
        "Bravo :tada: !",
    ],
)
def test_marks_of_other_markdown(project: Project, text: str) -> None:
    assert lines(project, "unread-mark", f"Un.\n\n{text}\n") == [9]


@pytest.mark.parametrize(
    "text",
    [
        "Un `~~mot~~`.",
        "```\n- [ ] a ~~b~~\n```",
        "De 9:30 à 10:30.",
        "Voir [a](index.md) : [b](index.md)",
        "Titre\n==\n",
        "{{ news(limit=5) }}",
        "https://example.org/a:b:c",
    ],
)
def test_other_signs_are_only_signs(project: Project, text: str) -> None:
    assert lines(project, "unread-mark", f"Un.\n\n{text}\n") == []


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("!!! note\nUn mot.", "quatre espaces"),
        ("!!! note\n\nUn mot.", "quatre espaces"),
        ("!!! note", "quatre espaces"),
        ("!!! note « Titre »\n    Un mot.", '!!! note "Titre"'),
        ("!!! Attention\n    Un mot.", "!!! attention"),
        ("!!!note\n    Un mot.", "!!! note"),
        ("!!! Précaution “À lire”\n    Un mot.", '!!! note "À lire"'),
    ],
)
def test_a_box_that_is_none(project: Project, text: str, remedy: str) -> None:
    project.page("a.md", f"Un.\n\n{text}\n", PLAIN)
    (found,) = project.check("broken-admonition")
    assert found.line == 9
    assert found.fix
    assert remedy in found.fix.fr
    assert remedy in found.fix.nl or "vier spaties" in found.fix.nl


@pytest.mark.parametrize(
    "text",
    ["!!! note\n    Un mot.", '!!! tip "Un titre"\n\n    Un mot.', "```\n!!! note\n```", "Oui !!!"],
)
def test_a_box_that_is_one(project: Project, text: str) -> None:
    assert lines(project, "broken-admonition", f"Un.\n\n{text}\n") == []


def test_text_that_an_indent_makes_code(project: Project) -> None:
    text = "Un.\n\n    Deux.\n\n- trois\n\n    quatre\n\n```\n    code\n```\n"
    assert lines(project, "indented-text", text) == [9]


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("| a | b |\n| - | - |\n| 1 | 2 | 3 |\n| 1 |", [9, 10]),
        ("| a | b |\n| - |\n| 1 | 2 |", [8]),
        ("a | b\n--- | ---\n1 | 2", []),
        ("| a | b |\n|---|---|\n| 1 \\| 2 | `3|4` |\n| | |", []),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\nUn | deux | trois\n", []),
        ("Un | deux | trois", []),
    ],
)
def test_rows_of_a_table(project: Project, table: str, wrong: list[int]) -> None:
    assert lines(project, "uneven-table", f"{table}\n") == wrong


def test_bold_lines_that_are_headings(project: Project) -> None:
    text = (
        "**Un titre**\n\nUn mot **gras**.\n\n**Deux** mots.\n\n- **Trois**\n\n**Quatre :**\nCinq.\n"
        "\n**Nous fermons le 3 juin 2026.**\n"
    )
    assert lines(project, "bold-as-heading", text) == [7]
    project.page("a.md", "### Un\n\n**Deux :**\n\nMot.\n", "### Een\n\n### Twee\n\nWoord.\n")
    (found,) = project.check("bold-as-heading")
    assert found.fix
    assert "« ### Deux »".replace(" »", "\u00a0»").replace("« ", "«\u00a0") in found.fix.fr
    assert found.severity == "error"  # the other side has a heading there


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("<div>\n\nUn mot.", ["<div>"]),
        ("Un</strong> mot.", ["</strong>"]),
        ("<em><strong>a</em></strong>", ["</em>", "<em>"]),
        ("<p>Un <em>mot</em><br>fort<br/></p>", []),
        ("<!-- <div> -->", []),
    ],
)
def test_tags_without_their_fellow(project: Project, text: str, quotes: list[str]) -> None:
    project.page("a.md", f"{text}\n", PLAIN)
    assert sorted(f.quote or "" for f in project.check("open-tag")) == sorted(quotes)
