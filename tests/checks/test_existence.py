"""Rules about pages that are found and addresses that stay."""

import pytest
from click.testing import CliRunner

from macros.cli import main
from macros.project import check
from tests.samples import TODAY, Project

ACTION = """
title: {fr: Une action, nl: Een actie}
slug: {fr: une-action, nl: een-actie}
summary: {fr: Un résumé, nl: Een samenvatting}
mission: reseau
"""


@pytest.fixture
def published(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project whose addresses were recorded by the command."""
    monkeypatch.chdir(project.root)
    project.page("join.md", "Venez.\n", "Kom.\n")
    project.page("actions/index.md", "Une liste.\n", "Een lijst.\n")
    project.write("data/nord/actions/babbel.yml", ACTION)
    result = CliRunner().invoke(main, ["addresses"])
    assert result.exit_code == 0, result.output
    return project


def change(project: Project, path: str, old: str, new: str) -> None:
    text = project.read(path)
    assert old in text
    project.write(path, text.replace(old, new))


def lost(project: Project) -> list[tuple[str, int, str | None]]:
    return [(f.file, f.line, f.quote) for f in project.check("lost-address")]


def test_pages_are_reached_by_menus_links_and_templates(project: Project) -> None:
    project.page("a.md", "Voir [b](b.md).\n", "Zie [b](b.md).\n")
    project.page("b.md", "Un texte.\n", "Een tekst.\n")
    project.page("search.md", "Un texte.\n", "Een tekst.\n")
    found = [f.file for f in project.check("unreachable-page")]
    assert found == ["docs/fr/a.md", "docs/fr/b.md", "docs/nl/a.md", "docs/nl/b.md"]
    project.write("data/region/navigation.yml", "header: [a]\nfooter: []\n")
    assert project.check("unreachable-page") == []


def test_a_page_that_nobody_links_in_one_language(project: Project) -> None:
    project.page("a.md", "Voir [b](b.md).\n", "Zie.\n")
    project.page("b.md", "Un texte.\n", "Een tekst.\n")
    project.write("data/region/navigation.yml", "header: [a]\nfooter: []\n")
    assert [f.file for f in project.check("unreachable-page")] == ["docs/nl/b.md"]


def test_the_record_holds_every_page_but_home(published: Project) -> None:
    lines = published.read("data/nord/published.yml").splitlines()[3:]
    assert lines == [
        "- {page: actions/babbel, fr: [/actions/une-action/], nl: [/actions/een-actie/]}",
        "- {page: actions/index, fr: [/actions/], nl: [/actions/]}",
        "- {page: join, fr: [/join/], nl: [/join/]}",
    ]
    assert "babbel" not in published.read("data/sud/published.yml")
    assert lost(published) == []


def test_a_changed_slug_without_redirect(published: Project) -> None:
    change(published, "docs/fr/join.md", "slug: join", "slug: participer")
    found = published.check("lost-address")
    # one slug, two bassins, one finding
    assert [(f.file, f.line, f.quote) for f in found] == [("docs/fr/join.md", 3, "/join/")]
    assert "(+ 1)" in found[0].message.nl
    assert "old_slugs: [join]" in found[0].fix.nl if found[0].fix else False
    change(published, "docs/fr/join.md", "slug: participer", "slug: participer\nold_slugs: [join]")
    assert lost(published) == []


def test_a_changed_slug_of_an_item(published: Project) -> None:
    change(published, "data/nord/actions/babbel.yml", "nl: een-actie", "nl: babbel")
    (only,) = published.check("lost-address")
    assert (only.file, only.line) == ("data/nord/actions/babbel.yml", 2)
    assert only.fix is not None
    assert "old_slugs: {nl: [een-actie]}" in only.fix.fr
    published.write(
        "data/nord/actions/babbel.yml",
        published.read("data/nord/actions/babbel.yml") + "old_slugs: {nl: [een-actie]}\n",
    )
    assert lost(published) == []


def test_a_renamed_section_takes_its_pages_along(published: Project) -> None:
    change(published, "docs/fr/actions/index.md", "slug: actions", "slug: projets")
    assert {quote for _, _, quote in lost(published)} == {"/actions/", "/actions/une-action/"}
    change(published, "docs/fr/actions/index.md", "projets", "projets\nold_slugs: [actions]")
    assert lost(published) == []


def test_a_removed_page_needs_a_redirect(published: Project) -> None:
    published.remove("data/nord/actions/babbel.yml")
    found = published.check("lost-address")
    assert [(f.file, f.line) for f in found] == [("data/nord/published.yml", 4)] * 2
    assert found[0].fix is not None
    entry = "- {lang: fr, old: /actions/une-action/, page: actions/index}"
    assert entry in found[0].fix.fr
    published.write("data/nord/redirects.yml", entry + "\n" + entry.replace("fr", "nl"))
    assert [quote for _, _, quote in lost(published)] == ["/actions/een-actie/"]


def test_recording_again_keeps_what_was_published(published: Project) -> None:
    before = published.read("data/nord/published.yml")
    assert CliRunner().invoke(main, ["addresses"]).exit_code == 0
    assert published.read("data/nord/published.yml") == before
    change(published, "docs/fr/join.md", "slug: join", "slug: participer\nold_slugs: [join]")
    assert CliRunner().invoke(main, ["addresses"]).exit_code == 0
    line = "- {page: join, fr: [/join/, /participer/], nl: [/join/]}"
    assert line in published.read("data/nord/published.yml")


def test_nothing_is_recorded_of_broken_sources(published: Project) -> None:
    before = published.read("data/nord/published.yml")
    published.page("neuf.md", "Un.\n", None)
    assert CliRunner().invoke(main, ["addresses"]).exit_code == 1
    assert published.read("data/nord/published.yml") == before


@pytest.mark.parametrize(
    ("entries", "rules"),
    [
        (("agenda", "index", "evenements", "index"), ["redirect-over-page"]),
        (("a", "index", "a", "agenda/index"), ["redirect-twice"]),
        (("a", "index", "b", "agenda/index"), []),
    ],
)
def test_redirects_that_cannot_work(
    project: Project, entries: tuple[str, str, str, str], rules: list[str]
) -> None:
    project.page("agenda/index.md", "Une liste.\n", "Een lijst.\n")
    redirect = "- {lang: fr, old: /%s, page: %s}\n"
    project.write("data/nord/redirects.yml", redirect % entries[:2] + redirect % entries[2:])
    found = [f.rule for f in check(project.root, TODAY) if f.file.endswith("redirects.yml")]
    assert found == rules


def test_a_page_without_counterpart_names_a_near_miss(project: Project) -> None:
    project.page("in-this-together.md", "Un.\n", None)
    project.page("n-this-together.md", None, "Een.\n")
    found = [f for f in check(project.root, TODAY) if f.rule == "missing-counterpart"]
    assert [f.file for f in found] == ["docs/fr/in-this-together.md", "docs/nl/n-this-together.md"]
    assert found[0].fix is not None
    assert found[1].fix is not None
    assert "Is dat docs/nl/n-this-together.md?" in found[0].fix.nl
    assert "Is dat docs/fr/in-this-together.md?" in found[1].fix.nl


def test_a_macro_needs_its_file(project: Project) -> None:
    project.page("a.md", '{{ accessibility("date") }}\n', '{{ accessibility("date") }}\n')
    found = [f for f in check(project.root, TODAY) if f.rule == "missing-record"]
    assert {(f.file, f.line) for f in found} == {("docs/fr/a.md", 7), ("docs/nl/a.md", 7)}
    assert "data/region/accessibility.yml" in found[0].message.nl


def test_a_page_lost_everywhere_needs_one_redirect(project: Project) -> None:
    for bassin in ("nord", "sud"):
        project.write(f"data/{bassin}/published.yml", "- {page: news/a, fr: [/a/], nl: [/b/]}\n")
    found = project.check("lost-address")
    assert [f.file for f in found] == ["data/nord/published.yml"] * 2
    for each, lang, path in zip(found, ("fr", "nl"), ("/a/", "/b/"), strict=True):
        assert each.fix
        assert f"data/region/redirects.yml: - {{lang: {lang}, old: {path}, page: index}}" in (
            each.fix.nl
        )
        assert "(+ 1)" in each.message.fr
