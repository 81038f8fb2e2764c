"""Where the links of a text lead: to a page of ours by its key, to a file, or elsewhere."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from macros.content.pages import WrittenPage
from macros.language import LANGS
from macros.site.network import Site
from macros.texts.markdown import Link
from macros.texts.sources import Passage, Sources


class Kind(StrEnum):
    """What stands at the other end of a link."""

    PAGE = "page"
    FILE = "file"
    ANCHOR = "anchor"
    WEB = "web"
    MAIL = "mail"
    PHONE = "phone"
    MACRO = "macro"
    OTHER_SIDE = "other-side"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Destination:
    """The parts of an address.

    Attributes:
        kind: what it leads to.
        name: key of a page, path of a file below `docs/<lang>/`, host, mailbox or number.
        anchor: what stands behind `#`.
        path: path of a web address.

    """

    kind: Kind
    name: str = ""
    anchor: str = ""
    path: str = ""


_ENDINGS = ("pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "zip", "csv")
DOCUMENTS = frozenset(f".{name}" for name in _ENDINGS)
"""Endings of files that a browser hands to another program."""
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = re.compile(r"https?://(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?::\d+)?(?:[/?#][^\s<>\"]*)?")
_MAILBOX = re.compile(r"[^@\s]+@[\w-]+(?:\.[\w-]+)+")
_LOOKS_LIKE_HOST = re.compile(
    r"(?:www\.)|(?:[a-z0-9-]+\.)+(?:be|brussels|org|com|eu|net)(?:/|$)", re.IGNORECASE
)


def links(sources: Sources) -> Iterator[tuple[Passage, Link, Destination]]:
    """Go through all links and images of all texts."""
    for passage in sources.markdown:
        for link in passage.markdown.links:
            yield passage, link, destination(link.target, passage)


def destination(target: str, passage: Passage) -> Destination:
    """Tell where an address leads from a text."""
    target = target.strip()
    if "{{" in target:
        return Destination(Kind.MACRO)
    if target.startswith("#"):
        return Destination(Kind.ANCHOR, _key(passage), target[1:])
    scheme = _SCHEME.match(target)
    if scheme:
        return _absolute(target, scheme[1].lower())
    if not target or target.startswith("//") or _LOOKS_LIKE_HOST.match(target):
        return Destination(Kind.BAD)
    return _inside(target, passage)


def _absolute(target: str, scheme: str) -> Destination:
    rest = target.partition(":")[2]
    if scheme == "mailto":
        address = rest.partition("?")[0]
        return Destination(Kind.MAIL if _MAILBOX.fullmatch(address) else Kind.BAD, address)
    if scheme == "tel":
        return Destination(Kind.PHONE if re.fullmatch(r"\+?\d{3,15}", rest) else Kind.BAD, rest)
    if scheme in ("http", "https") and _WEB.fullmatch(target):
        parts = urlsplit(target)
        return Destination(Kind.WEB, parts.hostname or "", parts.fragment, parts.path)
    return Destination(Kind.BAD)


def _inside(target: str, passage: Passage) -> Destination:
    path, _, anchor = target.partition("#")
    path = unquote(path.partition("?")[0])
    owner = passage.owner
    if path.startswith("/") or not isinstance(owner, WrittenPage):
        path = path.strip("/") + ("/" if path.endswith("/") else "")
        first, _, rest = path.partition("/")
        path = rest if first == passage.lang else path
    else:
        slash = "/" if path.endswith("/") else ""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(owner.path), path)) + slash
    if path.startswith(("../", *(f"{lang}/" for lang in LANGS))):
        return Destination(Kind.OTHER_SIDE, path.lstrip("./"), anchor)
    if path.endswith(".md"):
        return Destination(Kind.PAGE, path.removesuffix(".md"), anchor)
    return Destination(Kind.FILE, path, anchor)


def _key(passage: Passage) -> str:
    owner = passage.owner
    return owner.key if isinstance(owner, WrittenPage) else ""


def sites_of(sources: Sources, passage: Passage) -> list[Site]:
    """Return the sites that show a text."""
    wanted: tuple[str, ...] = ()
    if isinstance(passage.owner, WrittenPage):
        wanted = passage.owner.meta.bassins
    elif passage.scope != "region":
        wanted = (passage.scope,)
    else:
        wanted = getattr(passage.owner, "bassins", ())
    return [
        site
        for site in sources.network.sites
        if site.lang == passage.lang and (not wanted or site.bassin.id in wanted)
    ]


def bare(host: str) -> str:
    """Return a host without `www.`: both forms are one."""
    return host.removeprefix("www.")


def page_at(site: Site, path: str) -> str | None:
    """Return the key of the page at an address of a site."""
    wanted = path.strip("/")
    return next((k for k, page in site.pages.items() if page.url.strip("/") == wanted), None)


def page_now(sources: Sources, site: Site, key: str) -> str | None:
    """Return the page at the address that a page of this key was last published at."""
    published = sources.content.own[site.bassin.id].published
    paths = (path for entry in published if entry.page == key for path in entry[site.lang])
    return next(filter(None, (page_at(site, path) for path in paths)), None)
