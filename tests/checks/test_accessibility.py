"""Rules about what everyone must be able to read, and about marks in texts."""

import pytest

from macros.checks.fix import fix
from tests.samples import Project

ACTION = """
title: {fr: Une action, nl: Een actie}
slug: {fr: une-action, nl: een-actie}
summary: {fr: "%s", nl: Een samenvatting}
mission: reseau
body: {fr: "%s", nl: Een tekst}
"""


def lines(project: Project, rule: str, fr: str, nl: str = "Niets.\n") -> list[tuple[str, int]]:
    project.page("a.md", fr, nl)
    return [(finding.file.split("/")[1], finding.line) for finding in project.check(rule)]


@pytest.mark.parametrize(
    ("fr", "nl", "bad"),
    [
        ("![](c.svg)", "![](c.svg)", ["fr", "nl"]),
        ("![carte.svg](c.svg)", "![IMG_123](c.svg)", ["fr", "nl"]),
        ("![Photo de](c.svg)", "![Foto](c.svg)", ["fr", "nl"]),
        ("![Photo de famille](c.svg)", "![Foto van het team](c.svg)", []),
        ("![Carte](c.svg)", "Niets.", []),
    ],
)
def test_images_are_described(project: Project, fr: str, nl: str, bad: list[str]) -> None:
    found = lines(project, "image-without-alt", fr + "\n", nl + "\n")
    assert [side for side, _ in found] == bad


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("## Un\n\n### Deux\n\n## Trois\n", []),
        ("## Un\n\n#### Deux\n", [9]),
        ("### Un\n", [7]),
        ("## Un\n\n### Deux\n\n#### Trois\n\n## Quatre\n\n#### Cinq\n", [15]),
    ],
)
def test_headings_go_down_one_level_at_a_time(project: Project, text: str, bad: list[int]) -> None:
    found = project.page("a.md", text, "Niets.\n").check("heading-skip")
    assert [finding.line for finding in found] == bad


def test_the_remedy_for_a_skipped_level_can_be_pasted(project: Project) -> None:
    project.page("a.md", "## Un\n\n#### Deux\n", "Niets.\n")
    (only,) = project.check("heading-skip")
    assert only.fix is not None
    assert "### Deux" in only.fix.nl
    assert "#### Deux" not in only.fix.nl


def test_the_remedy_takes_the_level_of_the_other_side(project: Project) -> None:
    project.page("a.md", "## Un\n\n#### Deux\n", "## Een\n\n## Twee\n")
    (only,) = project.check("heading-skip")
    assert only.fix is not None
    assert "«\u00a0## Deux\u00a0»" in only.fix.fr


@pytest.mark.parametrize(
    ("html", "remedy"),
    [("<b>mot</b>", "**"), ('<iframe src="x"></iframe>', "](https://"), ("<font>x</font>", "")],
)
def test_the_remedy_for_html_is_markdown(project: Project, html: str, remedy: str) -> None:
    project.page("a.md", f"Un {html}\n", "Niets.\n")
    found = project.check("unsafe-html")
    assert all(each.fix and remedy in each.fix.nl for each in found)
    assert found


def test_a_second_first_level_heading(project: Project) -> None:
    assert lines(project, "second-h1", "# Un\n\n## Deux\n") == [("fr", 7)]
    assert lines(project, "second-h1", "## Un\n\n## Deux\n") == []


def test_a_heading_without_words(project: Project) -> None:
    assert lines(project, "empty-heading", "##\n\n## Deux\n") == [("fr", 7)]
    assert lines(project, "empty-heading", "## {{ bassin() }}\n") == []


@pytest.mark.parametrize(
    ("table", "bad"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", False),
        ("|  | b |\n|---|---|\n| 1 | 2 |\n", True),
        ("|  |  |\n|---|---|\n| 1 | 2 |\n", True),
    ],
)
def test_columns_have_heads(project: Project, table: str, *, bad: bool) -> None:
    assert bool(lines(project, "table-without-header", table)) is bad


@pytest.mark.parametrize(
    ("html", "bad"),
    [
        ('<iframe src="https://example.org"></iframe>', True),
        ("<script>alert(1)</script>", True),
        ('<p style="color: red">Un</p>', True),
        ('Un <a href="x" onclick="y">lien</a>', True),
        ('Un <span onmouseover="x()">mot</span>', True),
        ("<style>p {}</style>", True),
        ('Un <span lang="nl">woord</span>', False),
        ('<div class="note" markdown>\nUn\n</div>', False),
        ("Un<br>deux", False),
        ("<!-- une note -->", False),
        ("Deux < trois > un", False),
    ],
)
def test_html_outside_the_safe_list(project: Project, html: str, *, bad: bool) -> None:
    assert bool(lines(project, "unsafe-html", html + "\n")) is bad


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("Voir l’[agenda](agenda/index.md)", True),
        ("Un mot **gras**", True),
        ("Un <b>mot</b>", True),
        ("{{ bassin() }}", True),
        ("3 * 4 * 5 [voir] (note)", False),
        ("Un <3 et 4> 2", False),
    ],
)
def test_marks_in_plain_texts(project: Project, text: str, *, bad: bool) -> None:
    project.page("actions/index.md", "Une liste.\n", "Een lijst.\n")
    project.write("data/nord/actions/a.yml", ACTION % (text, "Un **mot**"))
    found = [(f.file, f.line) for f in project.check("markup-in-plain-text")]
    assert found == ([("data/nord/actions/a.yml", 3)] if bad else [])


def test_a_call_has_two_braces_on_each_side(project: Project) -> None:
    text = "Écrivez à {email()} ou `{ code() }`.\n\n## Titre { #a }\n"
    project.page("a.md", text, "Mail naar {{ email() }}.\n")
    (only,) = project.check("single-braces")
    assert (only.file, only.line, only.column) == ("docs/fr/a.md", 7, 11)
    assert only.edit
    assert only.edit.new == "{{ email() }}"
    project.page("a.md", "Écrivez à {{ email() }}.\n", "Mail naar {{ email() }}.\n")
    assert project.check("single-braces") == []


def test_macros_in_data_do_not_run(project: Project) -> None:
    project.page("actions/index.md", "{{ bassin() }}\n", "Een lijst.\n")
    project.write("data/nord/actions/a.yml", ACTION % ("Un mot", "Le {{ bassin() }}"))
    (only,) = project.check("macro-in-data")
    assert (only.file, only.line) == ("data/nord/actions/a.yml", 5)
    project.write("data/nord/actions/a.yml", ACTION % ("Un mot", "Le bassin"))
    assert project.check("macro-in-data") == []


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("Vous pouvez :\n- venir ;\n- écrire.\n", [8]),
        ("Vous pouvez :\n\n- venir ;\n- écrire.\n", []),
        ("- venir :\n    - ici ;\n    - là.\n", []),
        ("## Titre\n- venir\n", []),
        ("Voici :\n| a |\n|---|\n| 1 |\n", [8]),
        ("Voici :\n\n| a |\n|---|\n| 1 |\n", []),
    ],
)
def test_lists_and_tables_need_a_blank_line(project: Project, text: str, bad: list[int]) -> None:
    assert [line for _, line in lines(project, "glued-block", text)] == bad


def test_a_blank_line_is_added_by_itself(project: Project) -> None:
    project.page("actions/index.md", "Voici :\n- un\n- deux\n", "Zie:\n\n- een\n- twee\n")
    action = ACTION % ("Un mot", "Un mot")
    text = "Voici :\n    1. un\n    2. deux\n\n    Voilà :\n    - trois\n"
    project.write(
        "data/nord/actions/a.yml",
        action.partition("body:")[0] + f"body:\n  fr: |\n    {text}  nl: |\n    Zie.\n",
    )
    assert fix(project.root, lambda: project.check("glued-block")) == 3
    assert project.check("glued-block") == []
    assert "Voici :\n\n- un\n- deux\n" in project.read("docs/fr/actions/index.md")
    body = project.read("data/nord/actions/a.yml")
    assert "Voici :\n\n    1. un\n    2. deux\n\n    Voilà :\n\n    - trois\n" in body


def test_no_blank_line_is_added_inside_quotation_marks(project: Project) -> None:
    project.page("actions/index.md", "Une liste.\n", "Een lijst.\n")
    project.write("data/nord/actions/a.yml", ACTION % ("Un mot", r"Un\n- a\n\nDeux\n- b"))
    found = project.check("glued-block")
    assert [(f.quote, f.edit) for f in found] == [("Un", None), ("Deux", None)]


@pytest.mark.parametrize(
    ("french", "quote"),
    [
        ("fr: >\n    Un.\n\n    Deux.", "Deux."),
        ("fr: >-\n    Vous pouvez\n    - venir\n    - écrire", "- venir"),
        ("fr: Vous pouvez\n    - venir\n    - écrire", "- venir"),
        ("fr: 'Un.\n\n    L''autre.'", "L"),
        ("fr: |-\n    Un.\n\n    - deux\n    - trois", None),
        ("fr: |\n    Un.\n\n    - deux\n        - trois\n\n          Quatre.", None),
        ("fr: >\n    Un, deux\n    et trois.", None),
        ("fr: >\n    Un.\n\n\n    Deux.", None),
    ],
)
def test_texts_whose_lines_yaml_joins(project: Project, french: str, quote: str | None) -> None:
    head = (ACTION % ("Un mot", "Een woord")).partition("body:")[0]
    project.page("actions/index.md", "Voici.\n", "Zie.\n")
    project.write("data/nord/actions/a.yml", f"{head}body:\n  {french}\n  nl: Zie.\n")
    found = project.check("folded-text")
    assert [(one.line, one.quote) for one in found] == ([(6, quote)] if quote else [])
    if found and found[0].edit:
        assert fix(project.root, lambda: project.check("folded-text")) == 1
        assert project.check("folded-text") == []
        assert "fr: |" in project.read("data/nord/actions/a.yml")


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("- un\n    - deux\n        - trois\n", []),
        ("- un\n  - deux\n", [8]),
        ("- un\n    - deux\n      - trois\n", [9]),
        ("!!! note\n    - un\n", []),
    ],
)
def test_nested_lists_need_four_spaces(project: Project, text: str, bad: list[int]) -> None:
    assert [line for _, line in lines(project, "nested-list-indent", text)] == bad
