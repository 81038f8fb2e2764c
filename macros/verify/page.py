"""A built page: parsed once, asked by many proofs, and kept as a few facts afterwards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

from lxml import etree
from lxml import html as lxml_html

from macros.finding import Finding, Severity
from macros.language import Message
from macros.verify.folder import Folder
from macros.verify.trace import Source, source_line

_REFRESH = re.compile(r"^\s*\d+\s*;\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_SOURCE = re.compile(r"(.+):(\d+)")
_CLIMBS = re.compile(r"(?:\.\./)+(?!/)(?!.*:)")
NOT_FOUND = "404.html"
ROOT_SLASHES = "https://example.org/".count("/")
"""Slashes in the URL of the root of a host, above which nothing climbs."""


@dataclass(frozen=True, slots=True)
class Link:
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
    """A page of a built site with its parsed tree."""

    def __init__(self, folder: Folder, file: str) -> None:
        self.folder = folder
        self.file = file
        self.url = folder.url_of(file)
        self.raw = folder.read(file)
        parser = lxml_html.HTMLParser(encoding="utf-8")
        text = self.raw if self.raw.strip() else b"<html></html>"
        self.tree: lxml_html.HtmlElement = lxml_html.document_fromstring(text, parser=parser)

    def find(self, path: str, **values: Any) -> list[Any]:
        """Return what an XPath expression finds."""
        found = _compiled(path)(self.tree, **values)
        return found if isinstance(found, list) else [found]

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
        for content in self.find("//meta[@http-equiv='refresh' or @http-equiv='Refresh']/@content"):
            found = _REFRESH.match(content)
            if found:
                return urljoin(self.url, str(found[1]).strip())
        return None

    def meta(self, name: str) -> str:
        """Return the content of a `meta` element by its name."""
        return str((self.find("//meta[@name=$name]/@content", name=name) or [""])[0])

    @property
    def canonicals(self) -> list[str]:
        """Return the canonical links."""
        return [str(href) for href in self.find("//link[@rel='canonical']/@href")]

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """Return language and URL of the `hreflang` links of the head."""
        links = self.find("//link[@rel='alternate'][@hreflang]")
        return [(link.get("hreflang", ""), link.get("href", "")) for link in links]

    @cached_property
    def is_hidden(self) -> bool:
        """Tell whether the page asks search engines not to list it."""
        return "noindex" in self.meta("robots").lower()

    @cached_property
    def words(self) -> str:
        """Return the words of the page that people read, without those it shows as code.

        The guides show on purpose what elsewhere would be a leftover.
        """
        hidden = "ancestor::script or ancestor::style or ancestor::code"
        parts = self.find(f"//body//text()[not({hidden})]")
        return " ".join(str(part) for part in parts)

    def links(self) -> Iterator[Link]:
        """Go through what the page links to or loads."""
        for element in self.tree.iter("a", "area", "link", "img", "script", "source", "iframe"):
            is_anchor = element.tag in ("a", "area")
            for name in ("href",) if is_anchor or element.tag == "link" else ("src",):
                value = element.get(name)
                if value is None or not _leads_somewhere(value):
                    continue
                url, fragment = resolved(self.url, value.strip())
                words = _words(element) if is_anchor else value
                yield _link(url, unquote(fragment), words, not is_anchor)

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
            ids=frozenset(str(one) for one in self.find("//@id | //a/@name")),
        )

    def error(
        self, rule: str, message: Message, quote: str | None = None, words: str = ""
    ) -> Finding:
        """Make a finding on the source of the page, on the line of `words` if they are there."""
        line = source_line(self.source, words or quote or "")
        quoted = quote[:160] if quote else None
        return Finding(rule, Severity.ERROR, self.source.file, line, message, quote=quoted)


@cache
def _link(url: str, fragment: str, words: str, is_asset: bool) -> Link:  # noqa: FBT001 - a value
    """Make a link once for all pages of a site: most stand in the frame of each."""
    return Link(url, fragment, words, is_asset)


def _words(element: lxml_html.HtmlElement) -> str:
    text = element.text_content() if len(element) else element.text or ""
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


@cache
def _compiled(path: str) -> etree.XPath:
    """Compile an expression once for all pages; what it finds is plain text."""
    return etree.XPath(path, smart_strings=False)


def _leads_somewhere(value: str) -> bool:
    scheme = value.split(":", 1)[0].lower() if ":" in value else ""
    return scheme not in ("mailto", "tel", "javascript", "data", "webcal", "sms")
