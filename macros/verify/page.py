"""A built page: parsed once, asked by many proofs, and kept as a few facts afterwards."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin

from lxml import etree

from macros.finding import Finding, Severity
from macros.language import Message
from macros.verify.folder import Folder
from macros.verify.html import parsed
from macros.verify.trace import Source, source_line

_REFRESH = re.compile(r"^\s*\d+\s*;\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_SOURCE = re.compile(r"(.+):(\d+)")
_string = etree.XPath("string()", smart_strings=False)
READABLE = ("a", "area")
"""Elements whose `href` a reader follows by choice."""
LOADING = ("img", "script", "source", "iframe")
"""Elements whose `src` a browser loads with the page."""
_CLIMBS = re.compile(r"(?:\.\./)+(?!/)(?!.*:)")
NOT_FOUND = "404.html"
ROOT_SLASHES = "https://example.org/".count("/")
"""Slashes in the URL of the root of a host, above which nothing climbs."""


class Link(NamedTuple):
    """A link of a page: where it leads, and the words that readers see."""

    url: str
    fragment: str
    words: str
    is_asset: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What other pages and sites need to know of a page.

    Attributes:
        file: path below the root of its site.
        url: its absolute URL.
        source: the file and line that an editor changes.
        alternates: its `hreflang` links, language and URL.
        canonical: its canonical URL.
        redirect: where it leads on by itself, for pages of old addresses.
        is_listed: whether the sitemap should know it.
        is_searched: whether the search should know it; lists of other pages say that not.

    """

    file: str
    url: str
    source: Source
    alternates: tuple[tuple[str, str], ...]
    canonical: str | None
    redirect: str | None
    is_listed: bool
    is_searched: bool
    links: tuple[Link, ...]
    ids: frozenset[str]

    def error(
        self, rule: str, message: Message, quote: str | None = None, words: str = ""
    ) -> Finding:
        """Make a finding on the source of the page, on the line of `words` if they are there."""
        line = source_line(self.source, words or quote or "")
        return Finding(rule, Severity.ERROR, self.source.file, line, message, quote=quote)


class Page:
    """A page of a built site with its parsed tree, sorted by what stands in it."""

    def __init__(self, folder: Folder, file: str) -> None:
        self.folder = folder
        self.file = file
        self.url = folder.url_of(file)
        self.raw = folder.read(file)
        self.tree = parsed(self.raw)
        self.elements: defaultdict[str, list[etree._Element]] = defaultdict(list)
        """The elements by their name, in their order: one walk for all proofs."""
        self.attributes: defaultdict[str, list[tuple[etree._Element, str]]] = defaultdict(list)
        """The attributes by their name, each with its element, in their order."""
        for element in self.tree.iter(etree.Element):
            self.elements[str(element.tag)].append(element)
            for name, value in element.items():
                self.attributes[name].append((element, value))

    def values(self, attribute: str, *elements: str) -> list[str]:
        """Return the values of an attribute, only those of some elements when these are named."""
        found = self.attributes[attribute]
        return [value for element, value in found if not elements or element.tag in elements]

    @cached_property
    def source(self) -> Source:
        """Return the source that the page names; the built file when it names none."""
        named = _SOURCE.fullmatch(self.meta("source"))
        if named:
            return Source(named[1], int(named[2]))
        return Source(self.folder.shown(self.file), 1)

    @property
    def is_error_page(self) -> bool:
        """Tell whether it is what servers show for addresses that do not exist."""
        return self.file == NOT_FOUND

    @cached_property
    def redirect(self) -> str | None:
        """Return where the page leads on by itself."""
        for element in self.elements["meta"]:
            said = element.get("content", "")
            refreshes = element.get("http-equiv", "").lower() == "refresh"
            found = _REFRESH.match(said) if refreshes else None
            if found:
                return urljoin(self.url, str(found[1]).strip())
        return None

    def meta(self, name: str) -> str:
        """Return the content of a `meta` element by its name."""
        metas = self.elements["meta"]
        return next((m.get("content", "") for m in metas if m.get("name") == name), "")

    @cached_property
    def properties(self) -> dict[str, str]:
        """Return the contents of the `meta` elements that have a `property` (https://ogp.me/)."""
        found = self.attributes["property"]
        return {value: element.get("content", "") for element, value in found}

    @cached_property
    def canonicals(self) -> list[str]:
        """Return the canonical links."""
        return [url for rel, _, url in self._links if rel == "canonical"]

    @cached_property
    def alternates(self) -> list[tuple[str, str]]:
        """Return language and URL of the `hreflang` links of the head."""
        return [
            (lang, url) for rel, lang, url in self._links if rel == "alternate" and lang is not None
        ]

    @cached_property
    def loaded(self) -> list[str]:
        """Return what a browser loads with the page, as it is written there."""
        sources = self.values("src", *LOADING)
        rels = ("stylesheet", "preload", "icon")
        return sources + [url for rel, _, url in self._links if rel in rels]

    @cached_property
    def ids(self) -> list[str]:
        """Return the ids of all elements, in their order."""
        return self.values("id")

    @cached_property
    def _links(self) -> list[tuple[str, str | None, str]]:
        """Relation, language and address of the `link` elements."""
        links = self.elements["link"]
        return [(a.get("rel", ""), a.get("hreflang"), a.get("href", "")) for a in links]

    @cached_property
    def is_hidden(self) -> bool:
        """Tell whether the page asks search engines not to list it."""
        return "noindex" in self.meta("robots").lower()

    @cached_property
    def text(self) -> str:
        """Return all text of the body, scripts and code included; quickly."""
        body = self.tree.find("body")
        return "" if body is None else etree.tostring(body, method="text", encoding="unicode")

    @cached_property
    def words(self) -> str:
        """Return the words of the page that people read, without those it shows as code.

        The guides show on purpose what elsewhere would be a leftover.
        """
        body = self.tree.find("body")
        if body is None:
            return ""
        shown = set(body.iter(etree.Element))
        for element in body.iter("script", "style", "code"):
            shown.difference_update(element.iter())
        texts = ((one.text, *(below.tail for below in one)) for one in body.iter() if one in shown)
        return " ".join(part for parts in texts for part in parts if part)

    def links(self) -> Iterator[Link]:
        """Go through what the page links to or loads."""
        for name, elements in (("href", (*READABLE, "link")), ("src", LOADING)):
            for element, value in self.attributes[name]:
                if element.tag not in elements or not _leads_somewhere(value):
                    continue
                url, fragment = resolved(self.url, value.strip())
                is_readable = element.tag in READABLE
                words = _words(element) if is_readable else value
                yield _link(url, unquote(fragment), words, not is_readable)

    def facts(self) -> Facts:
        """Return what outlives the parsed tree."""
        is_page = self.redirect is None and not self.is_error_page
        is_listed = is_page and (self.folder.is_preview or not self.is_hidden)
        return Facts(
            file=self.file,
            url=self.url,
            source=self.source,
            alternates=tuple(self.alternates),
            canonical=self.canonicals[0] if self.canonicals else None,
            redirect=self.redirect,
            is_listed=is_listed,
            is_searched=is_listed and self.meta("search") != "none",
            links=tuple(self.links()),
            ids=frozenset([*self.ids, *self.values("name", "a")]),
        )

    def error(
        self, rule: str, message: Message, quote: str | None = None, words: str = ""
    ) -> Finding:
        """Make a finding on the source of the page, on the line of `words` if they are there."""
        line = source_line(self.source, words or quote or "")
        quoted = quote[:160] if quote else None
        return Finding(rule, Severity.ERROR, self.source.file, line, message, quote=quoted)


_link = cache(Link)
"""Makes a link once for all pages of a site: most stand in the frame of each."""


def _words(element: etree._Element) -> str:
    text = _string(element) if len(element) else element.text or ""
    return " ".join(str(text).split())


def resolved(base: str, reference: str) -> tuple[str, str]:
    """Return the absolute URL of a reference, and its fragment apart (RFC 3986, 5.2).

    What climbs is resolved from where it gets to: `../../contact/` is one address for all pages
    of a site, and worked out once.
    """
    if reference.startswith("https://"):
        base = reference  # names its own place, whatever the page is
    climbs = _CLIMBS.match(reference)
    if climbs:
        base = base[: base.rindex("/") + 1]
        for _ in range(climbs.end() // len("../")):
            if base.count("/") == ROOT_SLASHES:
                break
            base = base[: base.rindex("/", 0, -1) + 1]
            reference = reference.removeprefix("../")
    return _joined(base, reference)


@cache
def _joined(base: str, reference: str) -> tuple[str, str]:
    url, fragment = urldefrag(urljoin(base, reference))
    return url, fragment


def _leads_somewhere(value: str) -> bool:
    scheme = value.split(":", 1)[0].lower() if ":" in value else ""
    return scheme not in ("mailto", "tel", "javascript", "data", "webcal", "sms")
