"""Old addresses of a site, and the page of today to which each leads.

They come from `redirects.yml` of the Region and the bassins and from the `old_slugs` of pages
and items. Every rule leads straight to a page of today, so there are no chains.
"""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from macros.content.base import Origin
from macros.finding import Finding, Severity
from macros.language import Message
from macros.site.network import Network, Site
from macros.site.page import Page

PUBLISHED = (".atom", ".css", ".csv", ".ico", ".ics", ".js", ".json", ".png", ".svg", ".txt",
             ".webmanifest", ".woff2", ".xml")  # fmt: skip
"""Endings of the files of a site besides its pages."""


@dataclass(frozen=True, slots=True)
class Rule:
    """An old address of a site and where it leads.

    Attributes:
        host: host of the old address.
        old: its path, from `/`, without a final slash.
        new: absolute URL of the page of today.
        title: title of that page.
        file, line: where the rule is written.

    """

    host: str
    old: str
    new: str
    title: str
    file: str
    line: int


def rules(network: Network, site: Site) -> list[Rule]:
    """Return the rules of a site, one for each old address, in order."""
    found: dict[str, Rule] = {}
    live = _live(site)
    for rule in _all(network, site):
        if target_file(rule.old) not in live and not _names_a_file(rule.old):
            found.setdefault(rule.old, rule)
    return sorted(found.values(), key=lambda rule: rule.old)


def problems(network: Network) -> Iterator[Finding]:
    """Find rules that cannot work: an address still in use, or two that disagree."""
    for site in network.sites:
        live = _live(site)
        taken: dict[str, Rule] = {}
        for rule in _all(network, site):
            file = target_file(rule.old)
            first = taken.setdefault(file, rule)
            if file in live:
                place = live[file]
                yield _problem(rule, "redirect-over-page", IN_USE.format(old=rule.old, place=place))
            elif _names_a_file(rule.old):
                yield _problem(rule, "redirect-over-page", A_FILE.format(old=rule.old))
            elif first.new != rule.new:
                place = f"{first.file}:{first.line}"
                yield _problem(rule, "redirect-twice", TWICE.format(old=rule.old, place=place))


def _names_a_file(old: str) -> bool:
    """Tell whether an address may be that of a file of ours, where no page can lead on."""
    return old.lower().endswith(PUBLISHED)


def target_file(old: str) -> str:
    """Return the file that answers an old path on a static host."""
    path = unquote(old).strip("/")
    return path if path.endswith((".html", ".htm")) else posixpath.join(path, "index.html")


def _live(site: Site) -> dict[str, str]:
    """Return the files of the pages of today, with the place where each is written."""
    pages = {target_file(page.url): f"{page.file}:{page.line}" for page in site.pages.values()}
    return pages | {"404.html": "overrides/404.html:1"}


def _all(network: Network, site: Site) -> Iterator[Rule]:
    for redirect in site.items.redirects:
        target = site.pages.get(redirect.page)
        if redirect.lang == site.lang and target is not None:
            yield _rule(site, redirect.old, target, redirect.origin, "old")
    for target in site.pages.values():
        for old in sorted(_earlier(network, site, target) - {target.url}):
            origin = _origin(network, site, target)
            yield _rule(site, f"/{old}", target, origin, "old_slugs")


def _rule(site: Site, old: str, target: Page, origin: Origin, key: str) -> Rule:
    path = "/" + old.strip("/")
    return Rule(
        site.host, path, site.base + target.url, target.title, origin.file, origin.line(key)
    )


def _earlier(network: Network, site: Site, page: Page) -> set[str]:
    """Return all URLs that a page has had, with the old slugs of the pages above it too."""
    if page.parent is None:
        return {page.url}
    above = _earlier(network, site, site.pages[page.parent])
    slug = page.url.rstrip("/").rpartition("/")[2]
    return {f"{start}{own}/" for start in above for own in (slug, *_old_slugs(network, page))}


def _old_slugs(network: Network, page: Page) -> Iterable[str]:
    if page.item is not None:
        slugs: tuple[str, ...] = getattr(page.item.old_slugs, page.lang)
        return slugs
    written = network.content.pages[page.lang].get(f"{page.key}.md")
    return written.meta.old_slugs if written else ()


def _origin(network: Network, site: Site, page: Page) -> Origin:
    """Return where the old slug stands: with the page, or with the page above it."""
    here: Page | None = page
    while here is not None:
        if _old_slugs(network, here):
            if here.item is not None:
                return here.item.origin
            return network.content.pages[here.lang][f"{here.key}.md"].meta.origin
        here = site.pages[here.parent] if here.parent else None
    raise LookupError(page.key)


def _problem(rule: Rule, name: str, message: Message) -> Finding:
    return Finding(name, Severity.ERROR, rule.file, rule.line, message, REMOVE, quote=rule.old)


IN_USE = Message(
    fr="L’ancienne adresse {old} est encore celle d’une page ({place}).",
    nl="Het oude adres {old} is nog dat van een pagina ({place}).",
)
A_FILE = Message(
    fr="L’ancienne adresse {old} a la forme de celle d’un fichier que nos sites publient.",
    nl="Het oude adres {old} ziet eruit als dat van een bestand dat onze sites publiceren.",
)
TWICE = Message(
    fr="L’ancienne adresse {old} mène déjà ailleurs ({place}).",
    nl="Het oude adres {old} leidt al ergens anders heen ({place}).",
)
REMOVE = Message(fr="Supprimez une des deux règles.", nl="Verwijder een van beide regels.")
