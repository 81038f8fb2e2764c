"""What is written, byte for byte."""

import json

import pytest

from macros.output import (
    addresses,
    calendars,
    digest,
    feeds,
    manifest,
    open_data,
    opensearch,
    redirects,
    well_known,
)
from macros.render import structured
from macros.site.network import Network, Site
from tests.one_of_each import TODAY
from tests.output.golden import same


@pytest.mark.parametrize("name", ["news.xml", "news.atom", "news.json", "region.atom"])
def test_feeds(network: Network, fr: Site, name: str) -> None:
    same(name, feeds.write(network, fr)[name])


def test_calendar_in_both_languages(network: Network, fr: Site, nl: Site) -> None:
    same("agenda.fr.ics", calendars.write(network, fr)["agenda.ics"])
    same("agenda.nl.ics", calendars.write(network, nl)["agenda.ics"])


def test_sitemap(network: Network, fr: Site) -> None:
    same("sitemap.xml", addresses.write(network, fr)["sitemap.xml"])


@pytest.mark.parametrize(
    "key", ["index", "news/2025-03-14-helpdesk", "agenda/table-ronde", "agenda/premier-mercredi"]
)
def test_structured_data(network: Network, fr: Site, key: str) -> None:
    graph = structured.graph(network, fr, fr.pages[key])
    text = json.dumps(graph, ensure_ascii=False, indent=1) + "\n"
    same(f"{key.rpartition('/')[2]}.jsonld", text.encode())


def test_redirects(network: Network, fr: Site) -> None:
    same("redirects.json", redirects.server_list(network))
    same("redirect.html", redirects.write(network, fr)["bassin-nord/index.html"])


def test_open_data(network: Network, nl: Site) -> None:
    files = open_data.write(network, nl)
    same("agenda.json", files["data/agenda.json"])
    same("communes.csv", files["data/communes.csv"])
    same("communes.schema.json", files["data/communes.schema.json"])


def test_small_files(network: Network, nl: Site) -> None:
    same("security.txt", well_known.security(network, nl))
    same("robots.txt", addresses.robots(network, nl))
    same("opensearch.xml", opensearch.write(network, nl)["opensearch.xml"])
    same("site.webmanifest", manifest.write(network, nl)["site.webmanifest"])


def test_digest(network: Network, fr: Site, nl: Site) -> None:
    for site in (fr, nl):
        made = digest.digest(network, site, TODAY.replace(month=3), TODAY, weeks=6)
        same(f"digest.{site.lang}.txt", digest.text(network, site, made).encode())
        same(f"digest.{site.lang}.html", digest.html(network, site, made).encode())
