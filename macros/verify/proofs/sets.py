"""Sitemap, pages and search know the same pages."""

import json
import zlib
from collections.abc import Iterator
from datetime import date

from lxml import etree

from macros.finding import Finding
from macros.language import Message
from macros.verify.registry import Built, site_proof

SITEMAP = "sitemap.xml"
_NS = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
FRAGMENT = b"pagefind_dcd"
"""What Pagefind puts before the JSON of each page of its index."""
GZIP = 16 + zlib.MAX_WBITS
"""Makes zlib read a gzip file (RFC 1952)."""


@site_proof
def sitemap(site: Built) -> Iterator[Finding]:
    """The sitemap lists each page once, with the alternates that the page itself names."""
    folder = site.folder
    if SITEMAP not in folder.files:
        yield folder.error("sitemap", SITEMAP, NO_SITEMAP)
        return
    try:
        tree = etree.fromstring(folder.read(SITEMAP))
    except etree.XMLSyntaxError as error:
        yield folder.error("sitemap", SITEMAP, BROKEN.format(reason=error), error.lineno or 1)
        return
    listed: dict[str, dict[str, str]] = {}
    for entry in tree.iterfind("s:url", _NS):
        url = entry.findtext("s:loc", "", _NS).strip()
        line = int(entry.sourceline or 1)
        if url in listed:
            yield folder.error("sitemap", SITEMAP, TWICE.format(url=url), line, url)
        links = entry.iterfind("x:link", _NS)
        listed[url] = {one.get("hreflang", ""): one.get("href", "") for one in links}
        yield from _dated(site, entry, url)
    wanted = {page.url: dict(page.alternates) for page in site.listed}
    for url in sorted(listed.keys() - wanted.keys()):
        yield folder.error("sitemap", SITEMAP, UNKNOWN.format(url=url), quote=url)
    for page in site.listed:
        if page.url not in listed:
            yield page.error("sitemap", UNLISTED.format(url=page.url), quote=page.url)
        elif listed[page.url] != wanted[page.url]:
            yield page.error("sitemap-alternates", ALTERNATES.format(url=page.url), quote=page.url)


def _dated(site: Built, entry: etree._Element, url: str) -> Iterator[Finding]:
    said = entry.findtext("s:lastmod", None, _NS)
    if said is None:
        return
    try:
        day = date.fromisoformat(said[:10])
    except ValueError:
        yield site.folder.error("sitemap-lastmod", SITEMAP, NO_DATE.format(url=url, said=said))
        return
    # The build names its moment in UTC; a day in Brussels may be one ahead of it.
    if site.folder.built and (day - site.folder.built).days > 1:
        yield site.folder.error("sitemap-lastmod", SITEMAP, FUTURE.format(url=url, said=said))


@site_proof
def search_index(site: Built) -> Iterator[Finding]:
    """The search index knows every page and nothing else, and its anchors exist."""
    try:
        found = _indexed(site)
    except (zlib.error, ValueError, LookupError, TypeError) as error:
        yield site.folder.error("search-index", "search", UNREADABLE.format(reason=error))
        return
    if found is None:
        return
    pages = {page.url: page for page in site.listed if page.is_searched}
    file = next((f for f in site.folder.files if f.startswith(("pagefind/", "search/"))), "search")
    for url in sorted(found):
        bare, _, anchor = url.partition("#")
        if bare not in pages or (anchor and anchor not in pages[bare].ids):
            yield site.folder.error("search-index", file, NOT_A_PAGE.format(url=url), quote=url)
    known = {url.partition("#")[0] for url in found}
    for page in pages.values():
        if page.url not in known:
            yield page.error("search-index", NOT_FOUND.format(url=page.url), quote=page.url)


def _indexed(site: Built) -> set[str] | None:
    """Return the URLs that the index of the site knows; nothing when it has no index."""
    folder = site.folder
    stock = "search/search_index.json"
    if stock in folder.files:
        documents = json.loads(folder.read(stock))["docs"]
        return {folder.base + str(one["location"]) for one in documents}
    fragments = [file for file in folder.files if file.endswith(".pf_fragment")]
    if not fragments:
        return None
    found = set()
    for file in fragments:
        text = zlib.decompress(folder.read(file), GZIP).removeprefix(FRAGMENT)
        found.add(folder.base + str(json.loads(text)["url"]).lstrip("/"))
    return found


NO_SITEMAP = Message(fr="Le plan du site manque.", nl="De sitemap ontbreekt.")
UNREADABLE = Message(
    fr="L’index de recherche est illisible : {reason}",
    nl="De zoekindex is onleesbaar: {reason}",
)
BROKEN = Message(
    fr="Le plan du site est illisible : {reason}", nl="De sitemap is onleesbaar: {reason}"
)
TWICE = Message(fr="Le plan du site nomme deux fois {url}.", nl="De sitemap noemt {url} twee keer.")
UNKNOWN = Message(
    fr="Le plan du site nomme {url}, qui n’est pas une page.",
    nl="De sitemap noemt {url}, dat geen pagina is.",
)
UNLISTED = Message(
    fr="La page {url} manque dans le plan du site.", nl="De pagina {url} ontbreekt in de sitemap."
)
ALTERNATES = Message(
    fr="Le plan du site et la page {url} ne nomment pas les mêmes pages jumelles.",
    nl="De sitemap en de pagina {url} noemen niet dezelfde tegenhangers.",
)
NO_DATE = Message(
    fr="La date de {url} n’en est pas une : {said}.", nl="De datum van {url} is er geen: {said}."
)
FUTURE = Message(
    fr="La date de {url} est à venir : {said}.",
    nl="De datum van {url} ligt in de toekomst: {said}.",
)
NOT_A_PAGE = Message(
    fr="La recherche connaît {url}, qui n’est ni une page ni un endroit d’une page.",
    nl="De zoekfunctie kent {url}, dat geen pagina of plek op een pagina is.",
)
NOT_FOUND = Message(
    fr="La recherche ne connaît pas la page {url}.", nl="De zoekfunctie kent de pagina {url} niet."
)
