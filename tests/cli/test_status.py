"""The status page: what it says, that everybody can read it, and that visitors never meet it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html
from playwright.sync_api import Browser

from macros.cli import main
from macros.clock import EPOCH, epoch
from macros.language import LANGS
from tests.browser.conftest import faults
from tests.conftest import ROOT
from tests.samples import TODAY, Project

TITLES = ("État des deux langues", "Stand van beide talen")


@pytest.fixture
def page(project: Project, monkeypatch: pytest.MonkeyPatch) -> Callable[[], html.HtmlElement]:
    """Write the page of a small project and read it."""
    monkeypatch.chdir(project.root)
    monkeypatch.setenv(EPOCH, str(epoch(TODAY)))
    assert CliRunner().invoke(main, ["agree", "--all"]).exit_code == 0

    def write() -> html.HtmlElement:
        result = CliRunner().invoke(main, ["status", "--html", "out"])
        assert result.exit_code == 0, result.output
        return html.fromstring((project.root / "out/index.html").read_bytes())

    return write


def spoil(project: Project) -> None:
    """Leave one thing of each kind to do."""
    project.page("aide.md", "## Un\n\nA.\n", "## Eén\n\nB.\n")
    project.page("seule.md", "Seule.\n", None)
    text = project.read("data/sud/bassin.yml")
    project.write("data/sud/bassin.yml", text.replace("Een gebied", "Een groot gebied"))
    event = "title: {fr: Une table}\nslug: {fr: une-table, nl: een-tafel}\nstart: 2026-03-04\n"
    project.write("data/nord/events/une-table.yml", event + "summary: {fr: Oui., nl: Ja.}\n")
    for lang in LANGS:
        path = f"docs/{lang}/index.md"
        project.write(path, project.read(path).replace("---\n\n", "review: 2026-03-01\n---\n\n"))


def cells(page: html.HtmlElement, table: int) -> list[list[str]]:
    rows = page.xpath(f"(//table)[{table}]/tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def test_a_project_in_order_has_nothing_to_do(page: Callable[[], html.HtmlElement]) -> None:
    text = " ".join(page().text_content().split())
    assert "Rien : les deux langues disent partout la même chose." in text.replace("\u00a0", " ")
    assert "Niets: beide talen zeggen overal hetzelfde." in text
    assert "Elke komende activiteit bestaat in beide talen." in text
    assert "Erreurs" not in text
    assert cells(page(), 1)[0] == ["Nord | Noord", "100 %", *["0"] * 7]


def test_what_is_to_do_is_counted_and_named(
    project: Project, page: Callable[[], html.HtmlElement]
) -> None:
    spoil(project)
    read = page()
    # Missing, to review and never confirmed in French and Dutch; then what is overdue.
    assert [row[2:] for row in cells(read, 1)] == [
        ["0", "2", "0", "0", "1", "1", "2"],
        ["0", "1", "1", "0", "1", "1", "2"],
    ]
    kinds = {row[0]: row[1:] for row in cells(read, 2)}
    assert kinds["Rendez-vous | Activiteit"] == ["0 %FR 0, NL 1", "–"]
    coming, *files = [
        "".join(place.text_content().split()) for place in read.xpath("//li/p[@class='place']")
    ]
    assert coming == "data/nord/events/une-table.yml·Nord|Noord"
    assert {file.partition("·")[0] for file in files} == {
        "data/nord/events/une-table.yml",
        "data/sud/bassin.yml",
        "docs/fr/index.md",
        "docs/nl/index.md",
        "docs/fr/aide.md",
        "docs/nl/aide.md",
        "docs/nl/seule.md",
    }
    assert "Fouten in de bronnen: " in read.text_content()
    assert read.xpath("//li//a") == []


def test_all_errors_of_the_check_are_counted(
    project: Project, page: Callable[[], html.HtmlElement]
) -> None:
    project.page("aide.md", "TODO\n", "TODO\n")
    assert "Fouten in de bronnen: 2." in page().text_content()


def test_with_a_forge_each_file_can_be_opened(
    project: Project, page: Callable[[], html.HtmlElement]
) -> None:
    spoil(project)
    project.write("data/region/forge.yml", "repository: https://forge.example/a/b\n")
    links = page().xpath("//li//a/@href")
    assert "https://forge.example/a/b/edit/main/data/nord/events/une-table.yml" in links
    assert not any("seule.md" in link for link in links)


def test_two_runs_write_the_same(project: Project, page: Callable[[], html.HtmlElement]) -> None:
    spoil(project)
    page()
    first = {path: path.read_bytes() for path in (project.root / "out").rglob("*.*")}
    page()
    assert {path: path.read_bytes() for path in (project.root / "out").rglob("*.*")} == first
    assert len(first) > 3


@pytest.mark.browser
def test_everybody_can_read_it_from_a_folder(
    project: Project, page: Callable[[], html.HtmlElement], launch: Callable[..., Browser]
) -> None:
    spoil(project)
    page()
    browser = launch()
    window = browser.new_page(viewport={"width": 390, "height": 800})
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    window.goto((project.root / "out/index.html").as_uri())
    axe = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
    window.evaluate(axe)
    for scheme in ("light", "dark"):
        window.emulate_media(color_scheme=scheme)
        assert faults(window) == []
    assert window.evaluate("document.scrollingElement.scrollWidth") == 390
    assert window.evaluate("document.fonts.size") > 0
    assert all(url.startswith("file:") for url in asked)
    browser.close()


@pytest.mark.build
def test_no_public_site_holds_it(ten_sites: Path) -> None:
    assert not list(ten_sites.rglob("status*"))
    for file in ten_sites.rglob("*.html"):
        assert not any(title in file.read_text("utf-8") for title in TITLES), file
