"""Rules about pairs that are built alike."""

import pytest

from tests.samples import Project

PAIRS = [
    ("heading-parity", "## Un\n\n### Deux\n", "## Een\n\n### Twee\n", "## Een\n\n## Twee\n"),
    ("heading-parity", "## Un\n\n## Deux\n", "## Een\n\n## Twee\n", "## Een\n"),
    ("list-parity", "- un\n- deux\n", "- een\n- twee\n", "- een\n"),
    ("list-parity", "- un\n- deux\n", "- een\n- twee\n", "1. een\n2. twee\n"),
    ("list-parity", "- un\n    - deux\n", "- een\n    - twee\n", "- een\n\nTwee\n"),
    ("table-parity", "|a|b|\n|-|-|\n|1|2|\n", "|c|d|\n|-|-|\n|1|2|\n", "|c|d|\n|-|-|\n"),
    ("table-parity", "|a|b|\n|-|-|\n|1|2|\n", "|c|d|\n|-|-|\n|1|2|\n", "|c|\n|-|\n|1|\n"),
    ("admonition-parity", "!!! note\n    Un\n", "!!! note\n    Een\n", "!!! tip\n    Een\n"),
    ("code-parity", "```\na\n```\n", "```\nb\n```\n", "Niets.\n"),
    ("image-parity", "![Carte](c.svg)\n", "![Kaart](k.svg)\n", "Niets.\n"),
    (
        "image-parity",
        "## Un\n\n![Carte](c.svg)\n\n## Deux\n",
        "## Een\n\n![Kaart](c.svg)\n\n## Twee\n",
        "## Een\n\n## Twee\n\n![Kaart](c.svg)\n",
    ),
    ("macro-parity", "{{ news(limit=5) }}\n", "{{ news(limit=5) }}\n", "{{ news(limit=3) }}\n"),
    ("macro-parity", "{{ a() }} et {{ b() }}\n", "{{ b() }} en {{ a() }}\n", "{{ b() }}\n"),
    (
        "macro-parity",
        "{{ a() }}\n\n{{ b() }}\n",
        "{{ a() }}\n\n{{ b() }}\n",
        "{{ b() }}\n\n{{ a() }}\n",
    ),
    ("download-parity", "[un](plan.pdf)\n", "[een](kaart.pdf)\n", "[een](index.md)\n"),
    ("download-parity", "[un](p.pdf)\n", "[een](https://a.be/k.pdf)\n", "[een](p.xlsx)\n"),
    ("link-parity", "[un](index.md)\n", "[een](/index.md)\n", "[een](b.md)\n"),
    ("link-parity", "[un](b.md) [a](c.md)\n", "[a](c.md) [een](b.md)\n", "[een](b.md)\n"),
]


@pytest.mark.parametrize(("rule", "fr", "right", "wrong"), PAIRS)
def test_both_sides_of_a_page(project: Project, rule: str, fr: str, right: str, wrong: str) -> None:
    project.page("a.md", fr, right)
    assert structure(project, rule) == []
    project.page("a.md", fr, wrong)
    assert structure(project, rule) != []


def structure(project: Project, rule: str) -> list[tuple[str, int]]:
    return [(finding.file, finding.line) for finding in project.check(rule)]


@pytest.mark.parametrize(("rule", "fr", "right", "wrong"), PAIRS)
def test_neither_language_is_the_source(
    project: Project, rule: str, fr: str, right: str, wrong: str
) -> None:
    project.page("a.md", fr, wrong)
    one = structure(project, rule)
    project.page("a.md", wrong, fr)
    assert len(structure(project, rule)) == len(one)
    project.page("a.md", right, fr)
    assert structure(project, rule) == []


def test_what_stands_on_one_side_only_is_shown_there(project: Project) -> None:
    project.page("a.md", "## Un\n\nMot.\n\n## Deux\n", "## Een\n\nWoord.\n\n## Twee\n\n## Drie\n")
    (only,) = project.check("heading-parity")
    assert (only.file, only.line, only.quote) == ("docs/nl/a.md", 13, "## Drie")
    assert "docs/fr/a.md:11" in only.message.fr


def test_a_missing_part_is_wanted_in_the_same_section(project: Project) -> None:
    project.page("a.md", "## Un\n\nMot.\n\n## Deux\n\n- un\n- deux\n", "## Een\n\n## Twee\n")
    (only,) = project.check("list-parity")
    assert (only.file, only.line) == ("docs/fr/a.md", 13)
    assert "docs/nl/a.md:9" in only.message.nl
    assert "- un… (2)" in only.message.nl


def test_what_differs_names_both_lines(project: Project) -> None:
    project.page("a.md", "Mot.\n\n{{ news(limit=5) }}\n", "{{ news(limit=3) }}\n")
    (only,) = project.check("macro-parity")
    assert (only.file, only.line) == ("docs/fr/a.md", 9)
    assert "news(limit=3)" in only.message.nl
    assert "docs/nl/a.md:7" in only.message.nl


def test_long_texts_of_data_are_compared_too(project: Project) -> None:
    project.page("actions/index.md", "Une liste.\n", "Een lijst.\n")
    project.write(
        "data/nord/actions/babbel.yml",
        """
        title: {fr: Une action, nl: Een actie}
        slug: {fr: une-action, nl: een-actie}
        summary: {fr: Un résumé, nl: Een samenvatting}
        mission: reseau
        body:
          fr: |
            Un mot.

            - un
          nl: |
            Een woord.
        """,
    )
    assert structure(project, "list-parity") == [("data/nord/actions/babbel.yml", 9)]


@pytest.mark.parametrize(
    ("fr", "nl", "places"),
    [
        ("template: home", "template: home", []),
        ("template: home", "template: page", [("docs/fr/index.md", 4)]),
        ("", "menu: Thuis", [("docs/nl/index.md", 4)]),
        ("menu: Chez nous", "menu: Thuis", []),
        ("review: 2026-05-01", "review: 2026-06-01", [("docs/fr/index.md", 4)]),
        ("old_slugs: [bienvenue]", "", []),
    ],
)
def test_front_matter(project: Project, fr: str, nl: str, places: list[tuple[str, int]]) -> None:
    for lang, line in (("fr", fr), ("nl", nl)):
        text = project.read(f"docs/{lang}/index.md").replace("---\n\n", f"{line}\n---\n\n")
        project.write(f"docs/{lang}/index.md", text.replace("\n\n---", "\n---"))
    assert structure(project, "front-matter-parity") == places


def test_the_remedy_gives_the_line_to_write(project: Project) -> None:
    for lang, line in (("fr", "bassins: [nord, sud]"), ("nl", "bassins: [nord]")):
        text = project.read(f"docs/{lang}/index.md").replace("\n---\n\n", f"\n{line}\n---\n\n")
        project.write(f"docs/{lang}/index.md", text)
    found = project.check("front-matter-parity")
    assert [f.fix and "‘bassins: [nord, sud]’" in f.fix.nl for f in found] == [True]


def test_the_heading_that_is_missing_is_named_and_not_the_last_one(project: Project) -> None:
    part = "## {}\n\n{}\n\n"
    fr = part.format("Un", "{{ a() }}") + part.format("Deux", "- x\n- y") + "## Trois\n\nMot.\n"
    nl = part.format("Een", "{{ a() }}") + "- x\n- y\n\n## Drie\n\nWoord.\n"
    project.page("a.md", fr, nl)
    (found,) = project.check("heading-parity")
    assert (found.file, found.line, found.quote) == ("docs/fr/a.md", 11, "## Deux")


def test_what_moved_is_told_once(project: Project) -> None:
    project.page(
        "a.md",
        "{{ a() }}\n\n{{ b() }}\n\n{{ c() }}\n",
        "{{ b() }}\n\n{{ c() }}\n\n{{ a() }}\n",
    )
    (found,) = project.check("macro-parity")
    assert (found.file, found.line) == ("docs/fr/a.md", 7)
    assert "docs/nl/a.md:11" in found.message.nl


def test_a_link_in_another_section_is_not_told_to_differ_from_itself(project: Project) -> None:
    project.page("b.md", "Un.\n", "Een.\n")
    link = "[b](b.md)\n\n"
    project.page("a.md", f"## Un\n\n{link}## Deux\n\nUn.\n", f"## Een\n\nEen.\n\n## Twee\n\n{link}")
    (found,) = project.check("link-parity")
    assert (found.file, found.line) == ("docs/fr/a.md", 9)
    assert "staat niet op dezelfde plaats" in found.message.nl
    assert "docs/nl/a.md:13" in found.message.nl


def test_a_missing_section_is_told_with_all_that_it_holds(project: Project) -> None:
    part = "## {}\n\n{}\n\n"
    lost = part.format("Deux", "- x\n- y\n\n{{ b() }}\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    first, last = part.format("Un", "{{ a() }}"), part.format("Trois", "{{ c() }}")
    project.page("a.md", first + lost + last, first + last)
    rules = ("heading-parity", "list-parity", "macro-parity", "table-parity")
    assert [(f.rule, f.quote) for f in project.check(*rules)] == [("heading-parity", "## Deux")]
    # a list that lacks elsewhere is still told
    project.page("a.md", first + lost + last + "- z\n", first + last)
    assert {f.rule for f in project.check(*rules)} == {"heading-parity", "list-parity"}
