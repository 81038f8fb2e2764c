"""The links below every page."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from lxml import html

from macros.content.load import load
from macros.content.territory import Forge
from macros.project import Project
from macros.render.page_tools import edit_address, page_tools
from macros.site.network import Network
from tests.conftest import ROOT


@pytest.fixture
def forged(project: Project) -> Network:
    forge = Forge(repository="https://forge.example/brussels/bassins", branch="main")
    region = replace(project.network.content.region, forge=forge)
    return replace(project.network, content=replace(project.network.content, region=region))


def test_every_page_leads_to_a_file_that_exists(forged: Network) -> None:
    for site in forged.sites:
        for page in site.pages.values():
            links = page_tools(forged, site, page)
            file = links.modify.removeprefix("https://forge.example/brussels/bassins/edit/main/")
            assert (ROOT / unquote(file)).is_file(), links.modify


def test_a_news_page_leads_to_its_record(forged: Network) -> None:
    site = forged.site("nord-est", "nl")
    page = next(page for page in site.pages.values() if page.key.startswith("news/2025-08-14"))
    assert "/edit/main/data/nord-est/news/2025-08-14-" in page_tools(forged, site, page).modify


@pytest.mark.parametrize("end", ["/", ".git", ".git/"])
def test_a_pasted_address_of_the_repository_serves(end: str) -> None:
    forge = Forge(repository=f"https://forge.example/brussels/bassins{end}")
    assert edit_address(forge, "a.md") == "https://forge.example/brussels/bassins/edit/main/a.md"


def test_the_form_knows_the_page(forged: Network) -> None:
    site = forged.site("sud", "nl")
    link = urlsplit(page_tools(forged, site, site.pages["contact"]).report)
    assert link.path == "/brussels/bassins/issues/new"
    query = parse_qs(link.query)
    assert query == {"template": ["error.nl.yml"], "page": [site.url("contact")]}
    assert (ROOT / ".github/ISSUE_TEMPLATE" / query["template"][0]).is_file()


def test_without_a_forge_a_mail_to_the_bassin(project: Project) -> None:
    site = project.network.site("sud", "fr")
    links = page_tools(project.network, site, site.pages["contact"])
    for link in (links.modify, links.report):
        mail = urlsplit(link)
        assert mail.path == site.bassin.contact.email.fr
        assert site.url("contact") in parse_qs(mail.query)["body"][0]
        assert "docs/fr/contact.md" in parse_qs(mail.query)["body"][0]
    assert links.modify != links.report


def test_the_forge_comes_from_the_data(project_copy: Path) -> None:
    file = project_copy / "data/region/forge.yml"
    file.write_text("repository: https://forge.example/a/b\n", encoding="utf-8")
    content, findings = load(project_copy)
    assert findings == []
    assert content.region.forge
    assert content.region.forge.repository == "https://forge.example/a/b"
    assert content.region.forge.branch == "main"


@pytest.mark.build
def test_each_built_page_has_the_links_once(ten_sites: Path, project: Project) -> None:
    for site in project.network.sites:
        for page in site.pages.values():
            tree = html.parse(ten_sites / site.host / page.url / "index.html")
            links = tree.xpath("//nav[contains(@class, 'page-tools')]//a/@href")
            assert links == [
                page_tools(project.network, site, page).modify,
                page_tools(project.network, site, page).report,
            ]
