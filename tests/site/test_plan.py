"""Content becomes pages with addresses, each with a counterpart."""

import re
from pathlib import Path

import pytest

from macros.language import LANGS
from macros.project import Project, prepare
from macros.site.network import relative_url, selected
from macros.site.page import PageKind
from macros.site.plan import plan
from tests.conftest import TODAY


def rules(root: Path) -> list[tuple[str, str]]:
    return [(found.rule, found.file) for found in prepare(root, TODAY).findings]


def test_the_real_plan_is_sound(project: Project) -> None:
    assert [finding.text() for finding in project.findings] == []
    assert len(project.network.sites) == 2 * len(project.network.content.bassins) == 10


def test_every_page_has_one_counterpart(project: Project) -> None:
    network = project.network
    for site in network.sites:
        twin = network.twin(site)
        assert set(site.pages) == set(twin.pages)
        assert len({page.url for page in site.pages.values()}) == len(site.pages)
        for page in site.pages.values():
            assert network.counterpart(site, page).startswith(f"https://{twin.host}/")


def test_addresses_are_localised(project: Project) -> None:
    french = project.network.site("nord-est", "fr")
    dutch = project.network.site("nord-est", "nl")
    assert french.url("index") == "https://www.bassin-nord-est.brussels/"
    assert french.url("actions/index") == "https://www.bassin-nord-est.brussels/actions/"
    assert dutch.url("actions/index") == "https://www.zorgzone-noord-oost.brussels/acties/"
    action = dutch.pages["actions/diagnostics"]
    assert action.kind is PageKind.ACTION
    assert action.is_generated
    assert action.url.startswith("acties/")
    assert [page.key for page in dutch.ancestors(action)] == ["index", "actions/index"]


def test_news_have_an_archive_by_year(project: Project) -> None:
    for site in project.network.sites:
        years = {item.date.year for item in site.items.news}
        archive = {page.year for page in site.pages.values() if page.kind is PageKind.YEAR}
        assert archive == years != set()


def test_a_preview_stands_below_its_address(project: Project) -> None:
    preview, _ = plan(project.network.content, TODAY, "https://example.org/preview/")
    assert preview.site("sud", "nl").url("contact") == (
        "https://example.org/preview/sud/nl/contact/"
    )


def test_sites_can_be_chosen(project: Project) -> None:
    sites = project.network.sites
    assert len(selected(sites)) == 10
    assert [(s.bassin.id, s.lang) for s in selected(sites, ["sud"], ["nl"])] == [("sud", "nl")]
    assert [s.lang for s in selected(sites, ["sud"])] == list(LANGS)


@pytest.mark.parametrize("key", ["ouest", ""])
def test_an_unknown_bassin_has_no_site(project: Project, key: str) -> None:
    with pytest.raises(KeyError):
        project.network.site(key, "fr")


@pytest.mark.parametrize(
    ("target", "start", "way"),
    [
        ("", "", "./"),
        ("a/", "", "a/"),
        ("", "a/", "../"),
        ("a/b/", "a/", "b/"),
        ("a/", "a/b/", "../"),
        ("a/c/", "a/b/", "../c/"),
    ],
)
def test_ways_between_pages(target: str, start: str, way: str) -> None:
    assert relative_url(target, start) == way


def test_a_page_without_counterpart(project_copy: Path) -> None:
    (project_copy / "docs/nl/share.md").unlink()
    assert ("missing-counterpart", "docs/fr/share.md") in rules(project_copy)


def test_a_page_limited_to_some_bassins_on_one_side(project_copy: Path) -> None:
    page = project_copy / "docs/nl/share.md"
    page.write_text(page.read_text().replace("title:", "bassins: [nord]\ntitle:", 1))
    assert ("missing-counterpart", "docs/fr/share.md") in rules(project_copy)


def test_a_page_limited_to_some_bassins_on_both_sides(project_copy: Path) -> None:
    for lang in LANGS:
        target = project_copy / f"docs/{lang}/local.md"
        target.write_text(
            f"---\ntitle: Local {lang}\nslug: local-{lang}\n"
            "description: x\nbassins: [nord]\n---\n\nx\n"
        )
    network = prepare(project_copy, TODAY).network
    assert "local" in network.site("nord", "fr").pages
    assert "local" not in network.site("sud", "fr").pages


def test_two_pages_at_one_address(project_copy: Path) -> None:
    page = project_copy / "docs/nl/share.md"
    text = page.read_text().replace("slug: deel-een-voorbeeld", "slug: contact")
    page.write_text(text)
    found = prepare(project_copy, TODAY).findings
    collision = next(f for f in found if f.rule == "duplicate-address")
    assert (collision.file, collision.line) == ("docs/nl/share.md", 3)
    assert "docs/nl/contact.md" in collision.message.nl


def test_a_news_item_at_the_address_of_a_year(project_copy: Path) -> None:
    item = min((project_copy / "data/nord/news").glob("*.yml"))
    lines = item.read_text().splitlines()
    index = lines.index("slug:")
    lines[index + 1] = '  fr: "2025"'
    item.write_text("\n".join(lines))
    assert "duplicate-address" in {rule for rule, _ in rules(project_copy)}


def test_braces_in_the_label_of_a_year_stay(project_copy: Path) -> None:
    labels = project_copy / "data/region/labels.yml"
    words = re.sub("Actualités de {year}|Nieuws van {year}", "{an} {", labels.read_text())
    labels.write_text(words)
    pages = prepare(project_copy, TODAY).network.site("nord", "fr").pages.values()
    assert {page.title for page in pages if page.kind is PageKind.YEAR} == {"{an} {"}


def test_a_page_without_the_page_above_it(project_copy: Path) -> None:
    for lang in LANGS:
        target = project_copy / f"docs/{lang}/folder/page.md"
        target.parent.mkdir()
        target.write_text("---\ntitle: x\nslug: x\ndescription: x\n---\nx\n")
    assert ("orphan-page", "docs/fr/folder/page.md") in rules(project_copy)


def test_a_page_without_slug(project_copy: Path) -> None:
    page = project_copy / "docs/fr/share.md"
    page.write_text(page.read_text().replace("slug: partager-un-exemple\n", ""))
    assert ("missing-slug", "docs/fr/share.md") in rules(project_copy)


@pytest.mark.parametrize("name", ["index.md", "news/index.md"])
def test_an_indispensable_page(project_copy: Path, name: str) -> None:
    (project_copy / "docs/fr" / name).unlink()
    assert ("missing-page", f"docs/fr/{name}") in rules(project_copy)


def test_no_bassin_at_all(tmp_path: Path) -> None:
    assert ("missing-bassin", "data") in rules(tmp_path)
