"""Links that lead out of the sites: asked once a week, so that none dies unseen."""

import http.client
import re
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import quote, urlsplit

from macros.language import LANGS, Message

_HREF = re.compile(r"""<a\s[^>]*?href=(["'])(https?://.+?)\1""")
GONE = frozenset({404, 410})
"""Answers that mean that a page is no more. Others (403, 429, 503...) often only refuse robots."""
SECONDS = 20
"""How long one answer may take."""
AGENT = "Mozilla/5.0 (compatible; bassin-links/1.0)"
SHOWN = 3
"""How many of the pages with a dead link are named."""


@dataclass(frozen=True)
class Dead:
    """A link that leads nowhere: its URL, why, and the pages that have it."""

    url: str
    reason: str
    pages: tuple[str, ...]


def external_links(folder: Path) -> dict[str, list[str]]:
    """Return the links of built sites that leave them, with the pages that have each.

    Sites are folders named by their host; links from one to another are not external.
    """
    hosts = {path.name for path in folder.iterdir() if path.is_dir()}
    found: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*.html")):
        page = path.relative_to(folder).as_posix().removesuffix("index.html")
        links = (found[2] for found in _HREF.finditer(path.read_text(encoding="utf-8")))
        for link in dict.fromkeys(links):
            url = unescape(link).partition("#")[0]
            if urlsplit(url).hostname not in hosts:
                found.setdefault(url, []).append(page)
    return found


def dead_links(links: Mapping[str, Iterable[str]]) -> list[Dead]:
    """Ask for every link and return those that lead nowhere.

    A host is asked for one page at a time, and a link that failed is asked for twice.
    """
    by_host: dict[str, list[str]] = {}
    for url in links:
        by_host.setdefault(urlsplit(url).netloc, []).append(url)

    def ask_host(urls: list[str]) -> list[tuple[str, str | None]]:
        return [(url, _problem(url)) for url in urls]

    with ThreadPoolExecutor(max_workers=8) as pool:
        answers = [answer for host in pool.map(ask_host, by_host.values()) for answer in host]
    return sorted(
        (Dead(url, reason, tuple(links[url])) for url, reason in answers if reason),
        key=lambda dead: dead.url,
    )


def report(dead: Iterable[Dead]) -> str:
    """Write the text of the issue, in both languages; empty when all links work."""
    rows = [
        # As code: a server that answers in its own way could write more than a reason.
        f"| {one.url} | `{one.reason}` | {', '.join(one.pages[:SHOWN])}"
        f"{' …' if len(one.pages) > SHOWN else ''} |"
        for one in dead
    ]
    if not rows:
        return ""
    words = [INTRO[lang] for lang in LANGS]
    return "\n\n".join(words) + "\n\n" + "\n".join([HEAD, "|---|---|---|", *rows]) + "\n"


def _problem(url: str) -> str | None:
    """Return why a link leads nowhere, or nothing."""
    for method in ("HEAD", "GET"):
        reason = _ask(url, method)
        if reason is None:
            return None
    return reason


def _ask(url: str, method: str) -> str | None:
    try:
        request = urllib.request.Request(  # noqa: S310 - http(s) only, see _HREF
            in_ascii(url), method=method, headers={"User-Agent": AGENT}
        )
        with urllib.request.urlopen(request, timeout=SECONDS):  # noqa: S310 - as above
            return None
    except urllib.error.HTTPError as error:
        with error:
            return str(error.code) if error.code in GONE else None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        return re.sub(r"[|`\s]+", " ", str(reason)).strip() or type(error).__name__


def in_ascii(url: str) -> str:
    """Write an address as HTTP sends it: the host by IDNA (RFC 3490), the rest percent-encoded.

    Raises:
        ValueError: it has a host that there cannot be.

    """
    parts = urlsplit(url)
    host = parts.netloc.encode("idna").decode()
    return quote(parts._replace(netloc=host).geturl(), safe=":/?#[]@!$&'()*+,;=%~")


INTRO = Message(
    fr="Ces liens ne mènent plus nulle part. Corrigez-les dans `docs/` ou `data/`, ou retirez-les.",
    nl="Deze links leiden nergens meer heen. Verbeter ze in `docs/` of `data/`, of haal ze weg.",
)
HEAD = "| URL | ? | Pages · Pagina’s |"
