"""Feeds mean the same to independent readers and in all three forms."""

import json
import subprocess
from pathlib import Path
from typing import Any

import feedparser
import pytest

from macros.output import feeds
from macros.project import Project as Plan
from macros.site.network import Network, Site
from tests.conftest import ROOT

FILES = ("news.xml", "news.atom", "news.json", "region.xml", "region.atom", "region.json")


def by_feedsmith(files: dict[str, bytes], folder: Path) -> dict[str, Any]:
    """Read files with feedsmith: format and items of each, by file name."""
    paths = []
    for name, content in files.items():
        (folder / name).write_bytes(content)
        paths.append(str(folder / name))
    command = ["node", "tests/output/feeds.mjs", *paths]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    read: dict[str, Any] = json.loads(done.stdout)
    return read


def test_feedsmith_reads_all_forms_alike(network: Network, fr: Site, tmp_path: Path) -> None:
    read = by_feedsmith(feeds.write(network, fr), tmp_path)
    assert set(read) == set(FILES)
    for name in ("news", "region"):
        forms = [read[f"{name}.{ending}"] for ending in ("xml", "atom", "json")]
        assert [form["format"] for form in forms] == ["rss", "atom", "json"]
        made = feeds.bassin_feed(network, fr) if name == "news" else feeds.region_feed(network, fr)
        expected = [[one.id, one.url, one.title, one.html] for one in made.entries]
        assert [form["items"] for form in forms] == [expected] * 3


@pytest.mark.parametrize("lang", ["fr", "nl"])
def test_feedparser_reads_real_feeds(project: Plan, lang: Any) -> None:
    site = project.network.site("nord-est", lang)
    files = feeds.write(project.network, site)
    made = feeds.bassin_feed(project.network, site)
    for name in ("news.xml", "news.atom"):
        read = feedparser.parse(files[name])
        assert not read.bozo, read.get("bozo_exception")
        assert read.feed.title == made.title
        assert [entry.id for entry in read.entries] == [entry.id for entry in made.entries]
        assert [entry.link for entry in read.entries] == [entry.url for entry in made.entries]
        assert [entry.content[0].value for entry in read.entries] == [e.html for e in made.entries]
        days = [entry.published_parsed[:3] for entry in read.entries]
        assert days == [(e.day.year, e.day.month, e.day.day) for e in made.entries]


def test_region_feed_carries_each_item_once(network: Network, fr: Site) -> None:
    entries = feeds.region_feed(network, fr).entries
    assert [entry.title for entry in entries] == [
        "Le sud bouge",
        "Des nouvelles de la Région",
        "Le helpdesk & vous",
    ]
    sud = network.site("sud", "fr")
    assert {e.id for e in feeds.region_feed(network, sud).entries} == {e.id for e in entries}


def test_counterparts_have_the_same_end_of_identifier(network: Network, fr: Site, nl: Site) -> None:
    for make in (feeds.bassin_feed, feeds.region_feed):
        ours = {entry.id.rpartition(":")[2] for entry in make(network, fr).entries}
        assert ours == {entry.id.rpartition(":")[2] for entry in make(network, nl).entries}
        assert len(ours) > 1


def test_a_site_without_news_has_a_valid_empty_feed(fr: Site) -> None:
    feed = feeds.Feed("news", "tag:x,2025-01-01:news", "t", "s", "fr", fr.base, fr.base, ())
    assert feedparser.parse(feeds.atom(feed)).feed.updated == "2025-01-01T12:00:00+01:00"
    assert not feedparser.parse(feeds.rss(feed)).bozo
