"""Feeds that strict readers accept, and whose French and Dutch entries belong together."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree

from macros.finding import Finding
from macros.language import Message
from macros.verify.html import parsed
from macros.verify.registry import Built, Network, network_proof, site_proof

NAMES = ("news", "region")
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_RELATIVE = re.compile(r'\b(?:href|src)="(?!https?:|mailto:|tel:)[^"]*"')


class RefusedError(Exception):
    """A feed that a strict reader would refuse, with the reason."""


@dataclass(frozen=True)
class Entry:
    """What every form of a feed says of an item."""

    id: str
    url: str
    title: str
    html: str
    moment: datetime

    @property
    def pair(self) -> str:
        """Return the part of the identifier that the counterpart has too."""
        return self.id.rpartition(":")[2]


@dataclass(frozen=True)
class Feed:
    """A feed as read: its language, its own address and its entries."""

    lang: str
    address: str
    entries: tuple[Entry, ...]


@site_proof
def readable(site: Built) -> Iterator[Finding]:
    """The three forms of a feed are strict, agree, and name pages of the sites."""
    for name in NAMES:
        feeds = {}
        for ending, reader in READERS.items():
            file = f"{name}.{ending}"
            if file not in site.folder.files:
                yield site.folder.error("feed", file, MISSING)
                continue
            try:
                feeds[file] = reader(site.folder.read(file))
            except RefusedError as error:
                yield site.folder.error("feed", file, REFUSED.format(reason=error))
        for file, feed in feeds.items():
            yield from _feed(site, file, feed)
        if len({tuple(one.id for one in feed.entries) for feed in feeds.values()}) > 1:
            yield site.folder.error("feed", f"{name}.xml", DIFFER)


@network_proof
def paired(network: Network) -> Iterator[Finding]:
    """The feeds of both languages carry the same items."""
    pairs = {
        (site.folder.base, name): _pairs(site, f"{name}.atom")
        for site in network.sites
        for name in NAMES
    }
    for site in network.sites:
        twin = network.twin(site)
        if twin is None:
            continue
        for name in NAMES:
            ours, theirs = (pairs[one.folder.base, name] for one in (site, twin))
            if ours is None or theirs is None:
                continue
            for pair in sorted(ours - theirs):
                message = UNPAIRED.format(id=pair, site=twin.folder.base)
                yield site.folder.error("feed-pair", f"{name}.atom", message, quote=pair)


def _pairs(site: Built, file: str) -> set[str] | None:
    try:
        return {entry.pair for entry in read_atom(site.folder.read(file)).entries}
    except (RefusedError, OSError):
        return None


def _feed(site: Built, file: str, feed: Feed) -> Iterator[Finding]:
    folder = site.folder
    if feed.lang.lower()[:2] != folder.lang:
        yield folder.error("feed", file, LANG.format(lang=feed.lang), quote=feed.lang)
    if feed.address != folder.base + file:
        yield folder.error("feed", file, SELF.format(url=feed.address), quote=feed.address)
    for one, count in Counter(entry.id for entry in feed.entries).items():
        if count > 1:
            yield folder.error("feed", file, TWICE.format(id=one), quote=one)
    for entry in feed.entries:
        yield from _entry(site, file, entry)


def _entry(site: Built, file: str, entry: Entry) -> Iterator[Finding]:
    folder = site.folder
    is_lost = folder.file_at(entry.url) is not None and entry.url not in site.by_url
    if is_lost or not entry.url.startswith(folder.network):
        yield folder.error("feed", file, DEAD.format(url=entry.url), quote=entry.url)
    found = _RELATIVE.search(entry.html)
    if found:
        yield folder.error("feed", file, RELATIVE.format(words=found[0]), quote=found[0])
    for url in parsed(entry.html.encode()).xpath("//@src"):
        if not str(url).startswith(folder.network):
            yield folder.error("feed", file, FOREIGN.format(url=url), quote=str(url))


def read_rss(data: bytes) -> Feed:
    """Read RSS 2.0 strictly.

    Raises:
        RefusedError: something required is missing or malformed.

    """
    root = _xml(data)
    if root.tag != "rss" or root.get("version") != "2.0":
        raise RefusedError("rss version")
    channel = root.find("channel")
    if channel is None:
        raise RefusedError("channel")
    for name in ("title", "link", "description"):
        _needed(channel, name)
    link = channel.find(f"{ATOM}link[@rel='self']")
    entries = []
    for item in channel.iterfind("item"):
        guid = _needed(item, "guid")
        entries.append(
            Entry(
                id=guid,
                url=_needed(item, "link"),
                title=_needed(item, "title"),
                html=_needed(item, CONTENT),
                moment=_rfc822(_needed(item, "pubDate")),
            )
        )
    address = link.get("href", "") if link is not None else ""
    return Feed(_needed(channel, "language"), address, tuple(entries))


def read_atom(data: bytes) -> Feed:
    """Read Atom strictly (RFC 4287, 4.1).

    Raises:
        RefusedError: something required is missing or malformed.

    """
    root = _xml(data)
    if root.tag != f"{ATOM}feed":
        raise RefusedError("feed")
    for name in ("title", "id"):
        _needed(root, ATOM + name)
    _iso(_needed(root, f"{ATOM}updated"))
    entries = []
    for item in root.iterfind(f"{ATOM}entry"):
        link = item.find(f"{ATOM}link[@rel='alternate']")
        if item.find(f"{ATOM}author/{ATOM}name") is None:
            raise RefusedError("author")
        _iso(_needed(item, f"{ATOM}updated"))
        entries.append(
            Entry(
                id=_needed(item, f"{ATOM}id"),
                url=link.get("href", "") if link is not None else "",
                title=_needed(item, f"{ATOM}title"),
                html=_needed(item, f"{ATOM}content"),
                moment=_iso(_needed(item, f"{ATOM}published")),
            )
        )
    link = root.find(f"{ATOM}link[@rel='self']")
    address = link.get("href", "") if link is not None else ""
    return Feed(root.get(XML_LANG, ""), address, tuple(entries))


def read_json(data: bytes) -> Feed:
    """Read JSON Feed 1.1 strictly.

    Raises:
        RefusedError: something required is missing or malformed.

    """
    try:
        document: dict[str, Any] = json.loads(data)
        if document["version"] != "https://jsonfeed.org/version/1.1":
            raise RefusedError("version")
        entries = tuple(
            Entry(
                id=_words(item, "id"),
                url=_words(item, "url"),
                title=_words(item, "title"),
                html=_words(item, "content_html"),
                moment=_iso(_words(item, "date_published")),
            )
            for item in document["items"]
        )
        return Feed(_words(document, "language"), _words(document, "feed_url"), entries)
    except (ValueError, KeyError, TypeError) as error:
        raise RefusedError(repr(error)) from None


READERS = {"xml": read_rss, "atom": read_atom, "json": read_json}


def _xml(data: bytes) -> etree._Element:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise RefusedError(str(error)) from None


def _needed(element: etree._Element, name: str) -> str:
    text = element.findtext(name)
    if text is None or not text.strip():
        raise RefusedError(name.rpartition("}")[2])
    return text.strip()


def _words(record: Mapping[str, Any], name: str) -> str:
    text = record[name]
    if not isinstance(text, str) or not text.strip():
        raise RefusedError(name)
    return text


def _iso(text: str) -> datetime:
    """Read a date of RFC 3339, which always has an offset."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise RefusedError(text) from None
    if moment.tzinfo is None:
        raise RefusedError(text)
    return moment


def _rfc822(text: str) -> datetime:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError):
        raise RefusedError(text) from None


MISSING = Message(fr="Le flux manque.", nl="De feed ontbreekt.")
REFUSED = Message(
    fr="Un lecteur strict refuse ce flux : {reason}",
    nl="Een strikte lezer weigert deze feed: {reason}",
)
DIFFER = Message(
    fr="Les trois formes du flux n’ont pas les mêmes articles.",
    nl="De drie vormen van de feed hebben niet dezelfde artikelen.",
)
UNPAIRED = Message(
    fr="L’article {id} manque dans le flux jumeau de {site}.",
    nl="Het artikel {id} ontbreekt in de zusterfeed van {site}.",
)
LANG = Message(
    fr="Le flux se dit dans une autre langue : {lang}.",
    nl="De feed noemt een andere taal: {lang}.",
)
SELF = Message(
    fr="Le flux donne une autre adresse comme la sienne : {url}.",
    nl="De feed geeft een ander adres als het zijne: {url}.",
)
TWICE = Message(fr="L’identifiant {id} sert deux fois.", nl="Het kenmerk {id} komt twee keer voor.")
DEAD = Message(
    fr="L’article mène à {url}, qui n’existe pas.",
    nl="Het artikel leidt naar {url}, dat niet bestaat.",
)
RELATIVE = Message(
    fr="Le texte d’un article a une adresse relative : {words}",
    nl="De tekst van een artikel heeft een relatief adres: {words}",
)
FOREIGN = Message(
    fr="Le texte d’un article charge {url}.", nl="De tekst van een artikel laadt {url}."
)
