"""News as feeds: one value, written as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1.

Each site has the feed of its bassin (`news`) and that of the Region in its language
(`region`), which is the same on all five: no bassin is its home more than another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from email.utils import format_datetime

from lxml import etree

from macros.clock import BRUSSELS
from macros.content.items import News
from macros.language import Lang
from macros.output.json_file import json_file
from macros.output.markup import absolute_html
from macros.site.network import Network, Site

LIMIT = 50
"""Entries of a feed at most; older news stays on the site."""
TAG_DAY = "2025-01-01"
"""A day on which the hosts belonged to the bassins, as tag URIs need (RFC 4151, 2.1)."""
ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
REGION = "region"


@dataclass(frozen=True, slots=True)
class Entry:
    """One news item in a feed.

    Attributes:
        id: tag URI, the same in every feed that carries the item in this language. What
            follows its last colon is the same for the counterpart in the other language.
        url: address of its page.
        html: its full text with absolute links.
        day: day of publication.
        source: name of the site that publishes it.

    """

    id: str
    url: str
    title: str
    summary: str
    html: str
    day: date
    source: str

    @property
    def moment(self) -> datetime:
        """Noon in Brussels: the day then is the same for readers in nearly all time zones."""
        return datetime.combine(self.day, time(12), BRUSSELS)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in one language; `name` is that of its files, without ending."""

    name: str
    id: str
    title: str
    subtitle: str
    lang: Lang
    home: str
    base: str
    entries: tuple[Entry, ...]

    def address(self, ending: str) -> str:
        """Return the address of one of its forms: `xml` (RSS), `atom` or `json`."""
        return f"{self.base}{self.name}.{ending}"

    @property
    def updated(self) -> datetime:
        """Moment of the latest entry; of the day in the tags when there is none."""
        first = datetime.combine(date.fromisoformat(TAG_DAY), time(12), BRUSSELS)
        return max((entry.moment for entry in self.entries), default=first)


def write(network: Network, site: Site) -> dict[str, bytes]:
    """Return the six feed files of a site."""
    files: dict[str, bytes] = {}
    for feed in (bassin_feed(network, site), region_feed(network, site)):
        files[f"{feed.name}.xml"] = rss(feed)
        files[f"{feed.name}.atom"] = atom(feed)
        files[f"{feed.name}.json"] = json_feed(feed)
    return files


def bassin_feed(network: Network, site: Site) -> Feed:
    """Return the news that a site shows."""
    title = f"{site.pages['news/index'].title} – {site.name}"
    entries = [entry(network, site, item) for item in site.items.news]
    subtitle = site.bassin.tagline[site.lang]
    tag = f"tag:{site.host},{TAG_DAY}:news"
    home = site.url("news/index")
    return Feed("news", tag, title, subtitle, site.lang, home, site.base, latest(entries))


def region_feed(network: Network, site: Site) -> Feed:
    """Return the news of all bassins in the language of the site, each item once."""
    found: dict[str, Entry] = {}
    for source in [site, *network.sisters(site)]:
        for item in source.items.news:
            made = entry(network, source, item)
            found.setdefault(made.id, made)
    tag = f"tag:{_first(network, site.lang).host},{TAG_DAY}:region"
    labels = network.content.region.labels
    return Feed(
        REGION,
        tag,
        labels["region_feed"][site.lang],
        labels["foot_line"][site.lang],
        site.lang,
        site.url("news/index"),
        site.base,
        latest(found.values()),
    )


def entry(network: Network, site: Site, item: News) -> Entry:
    """Return the feed entry of a news item as one site shows it."""
    key = f"news/{item.id}"
    scope = item.origin.scope
    owner = _first(network, site.lang) if scope == REGION else site
    name = f"news/{scope}/{item.id}"
    return Entry(
        id=f"tag:{owner.host},{TAG_DAY}:{name}",
        url=site.url(key),
        title=item.title[site.lang],
        summary=item.summary[site.lang],
        html=absolute_html(item.body[site.lang], site, key),
        day=item.date,
        source=site.name,
    )


def latest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the latest entries, newest first."""
    return tuple(sorted(entries, key=lambda e: (e.day, e.id), reverse=True)[:LIMIT])


def rss(feed: Feed) -> bytes:
    """Write RSS 2.0 (https://www.rssboard.org/rss-specification) with full text."""
    root = etree.Element("rss", {"version": "2.0"}, nsmap={"atom": ATOM, "content": CONTENT})
    channel = etree.SubElement(root, "channel")
    _text(channel, "title", feed.title)
    _text(channel, "link", feed.home)
    _text(channel, "description", feed.subtitle)
    _text(channel, "language", f"{feed.lang}-be")
    _text(channel, "lastBuildDate", format_datetime(feed.updated))
    link = {"rel": "self", "type": "application/rss+xml", "href": feed.address("xml")}
    etree.SubElement(channel, f"{{{ATOM}}}link", link)
    for made in feed.entries:
        item = etree.SubElement(channel, "item")
        _text(item, "title", made.title)
        _text(item, "link", made.url)
        _text(item, "description", made.summary)
        _text(item, f"{{{CONTENT}}}encoded", made.html)
        _text(item, "guid", made.id).set("isPermaLink", "false")
        _text(item, "pubDate", format_datetime(made.moment))
    return _bytes(root)


def atom(feed: Feed) -> bytes:
    """Write Atom 1.0 (RFC 4287) with full text."""
    root = etree.Element(
        f"{{{ATOM}}}feed",
        {"{http://www.w3.org/XML/1998/namespace}lang": f"{feed.lang}-BE"},
        nsmap={None: ATOM},
    )
    _text(root, f"{{{ATOM}}}title", feed.title)
    _text(root, f"{{{ATOM}}}subtitle", feed.subtitle)
    _text(root, f"{{{ATOM}}}id", feed.id)
    _text(root, f"{{{ATOM}}}updated", feed.updated.isoformat())
    self_link = {"rel": "self", "type": "application/atom+xml", "href": feed.address("atom")}
    etree.SubElement(root, f"{{{ATOM}}}link", self_link)
    etree.SubElement(root, f"{{{ATOM}}}link", {"rel": "alternate", "href": feed.home})
    for made in feed.entries:
        item = etree.SubElement(root, f"{{{ATOM}}}entry")
        _text(item, f"{{{ATOM}}}title", made.title)
        _text(item, f"{{{ATOM}}}id", made.id)
        etree.SubElement(item, f"{{{ATOM}}}link", {"rel": "alternate", "href": made.url})
        _text(item, f"{{{ATOM}}}published", made.moment.isoformat())
        _text(item, f"{{{ATOM}}}updated", made.moment.isoformat())
        author = etree.SubElement(item, f"{{{ATOM}}}author")
        _text(author, f"{{{ATOM}}}name", made.source)
        _text(item, f"{{{ATOM}}}summary", made.summary)
        _text(item, f"{{{ATOM}}}content", made.html).set("type", "html")
    return _bytes(root)


def json_feed(feed: Feed) -> bytes:
    """Write JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with full text."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "language": f"{feed.lang}-BE",
        "home_page_url": feed.home,
        "feed_url": feed.address("json"),
        "items": [
            {
                "id": made.id,
                "url": made.url,
                "title": made.title,
                "summary": made.summary,
                "content_html": made.html,
                "date_published": made.moment.isoformat(),
                "language": f"{feed.lang}-BE",
                "authors": [{"name": made.source}],
            }
            for made in feed.entries
        ],
    }
    return json_file(document)


def _first(network: Network, lang: Lang) -> Site:
    """Return the site that lends its host to the identifiers of regional news."""
    return next(site for site in network.sites if site.lang == lang)


def _text(parent: etree._Element, name: str, text: str) -> etree._Element:
    element = etree.SubElement(parent, name)
    element.text = text
    return element


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
