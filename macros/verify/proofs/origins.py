"""A page asks no other host for anything, and nothing without encryption."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import urljoin

from lxml import etree

from macros.finding import Finding
from macros.language import Message
from macros.verify.folder import origin
from macros.verify.page import READABLE, Page, resolved
from macros.verify.registry import Built, page_proof, site_proof

_ABSOLUTE = re.compile(r"(?:https?:)?//[^\s\"'()<>\\,;]+")
_CSS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", re.IGNORECASE)
_SCRIPT = re.compile(r"[\"'`]((?:https?:|wss?:)?//[a-z0-9][^\s\"'`]*)", re.IGNORECASE)
NAMED = {"canonical", "alternate", "author", "license", "help", "me", "prev", "next"}
"""Relations of `link` that browsers do not load."""
UNASKED = ("xmlns", "itemtype", "cite", "itemid")
"""Attributes with addresses that browsers never ask for."""
NAMES = ("https://schema.org", "http://schema.org", "http://www.w3.org/", "https://www.w3.org/")
"""Names of vocabularies; they look like addresses and are never asked for."""


@page_proof
def no_foreign_origin(page: Page) -> Iterator[Finding]:
    """No attribute, style or script of a page names another host, but for links to read."""
    told = set()
    for url, may_be_sister in addresses(page):
        full, _ = resolved(page.url, url.strip())
        if not full.startswith(("http://", "https://", "ws://", "wss://")):
            continue
        if full.startswith(NAMES):
            continue
        allowed = page.folder.origins if may_be_sister else {page.folder.origin}
        if origin(full) in allowed or _own_without_tls(page, full):
            continue
        if full not in told:
            told.add(full)
            yield page.error("foreign-origin", FOREIGN.format(url=full[:120]), quote=url)


@page_proof
def no_mixed_content(page: Page) -> Iterator[Finding]:
    """Nothing of ours is named without encryption (https://www.w3.org/TR/mixed-content/)."""
    if not page.folder.base.startswith("https://"):
        return
    hosts = {one.removeprefix("https://") for one in page.folder.origins}
    hosts |= {host.removeprefix("www.") for host in hosts}
    values = [url for url, _ in addresses(page)]
    values += page.values("href", *READABLE)
    for url in dict.fromkeys(values):
        if url.startswith("http://") and url[7:].split("/")[0].split(":")[0] in hosts:
            yield page.error("mixed-content", MIXED.format(url=url[:120]), quote=url)


@site_proof
def no_foreign_origin_in_files(site: Built) -> Iterator[Finding]:
    """Styles, and the scripts that pages load, name no other host either."""
    addressed = {link.url for page in site.pages for link in page.links}
    loaded = {site.folder.file_at(url) for url in addressed}
    for file in site.folder.files:
        if file.endswith(".css") and file in loaded:
            for url in css_addresses(site.folder.read(file).decode("utf-8", "replace")):
                yield from _in_file(site, file, url)
        elif file.endswith((".js", ".mjs")) and file in loaded:
            text = site.folder.read(file).decode("utf-8", "replace")
            for found in _SCRIPT.findall(text):
                yield from _in_file(site, file, found)
        elif file.endswith(".svg"):
            text = site.folder.read(file).decode("utf-8", "replace")
            for found in re.findall(r"(?:href|src)=[\"']([^\"']+)", text):
                yield from _in_file(site, file, found)


def css_addresses(text: str) -> Iterator[str]:
    """Go through what a style sheet or a style attribute loads."""
    for first, second in _CSS.findall(text):
        yield (first or second).strip()


@lru_cache(maxsize=1)
def addresses(page: Page) -> tuple[tuple[str, bool], ...]:
    """Return the addresses of a page; two proofs ask for those of the same page in turn."""
    return tuple(_addresses(page))


def _addresses(page: Page) -> Iterator[tuple[str, bool]]:
    """Go through the addresses of a page, and whether each may be of a sister site."""
    for element in page.elements["style"]:
        yield from ((url, False) for url in css_addresses(element.text or ""))
    for element in page.elements["script"]:
        if not element.get("type", "").endswith("json"):
            yield from ((found, False) for found in _SCRIPT.findall(element.text or ""))
    for name, found in page.attributes.items():
        if name not in UNASKED:
            for element, value in found:
                if "//" in value:
                    yield from _of_attribute(element, name, value)


def _of_attribute(element: etree._Element, name: str, value: str) -> Iterable[tuple[str, bool]]:
    if name == "href" and element.tag in READABLE:
        return []
    if name == "style":
        return [(url, False) for url in css_addresses(value)]
    if name in ("srcset", "imagesrcset"):
        return [(part.strip().split(" ")[0], False) for part in value.split(",") if part.strip()]
    if element.tag == "meta" and name == "content":
        sister = value.startswith(("http://", "https://"))
        return [(value, True)] if sister and " " not in value else []
    is_named = element.tag == "link" and bool(NAMED & set(element.get("rel", "").split()))
    found = _ABSOLUTE.match(value.strip())
    return [(value.strip(), is_named)] if found else []


def _own_without_tls(page: Page, url: str) -> bool:
    """Tell whether `no_mixed_content` names this address already."""
    return (
        url.startswith("http://") and origin(url).replace("http:", "https:") in page.folder.origins
    )


def _in_file(site: Built, file: str, url: str) -> Iterator[Finding]:
    full = urljoin(site.folder.url_of(file), url)
    if full.startswith(NAMES) or not full.startswith(("http://", "https://", "ws://", "wss://")):
        return
    if origin(full) != site.folder.origin:
        message = FOREIGN.format(url=full[:120])
        yield site.folder.error("foreign-origin", file, message, quote=url[:160])


FOREIGN = Message(
    fr="La page s’adresse à un autre hôte : {url}",
    nl="De pagina spreekt een andere host aan: {url}",
)
MIXED = Message(
    fr="Une adresse de nos sites est écrite sans https : {url}",
    nl="Een adres van onze sites staat er zonder https: {url}",
)
