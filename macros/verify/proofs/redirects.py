"""Old addresses lead to pages of today, at once and in one step."""

import json
from collections.abc import Iterator
from pathlib import Path

from macros.finding import Finding, Severity
from macros.language import Message
from macros.verify.page import Facts, Page
from macros.verify.registry import Built, Network, network_proof, page_proof

SERVER_LIST = "redirects.json"


@page_proof
def same_target(page: Page) -> Iterator[Finding]:
    """A page that leads on names its target as canonical and as a link, too."""
    if page.redirect is None:
        return
    if page.canonicals != [page.redirect]:
        yield page.error("redirect-canonical", CANONICAL.format(url=page.redirect))
    if page.redirect not in page.values("href", "a"):
        yield page.error("redirect-link", NO_LINK.format(url=page.redirect))


@network_proof
def one_step(network: Network) -> Iterator[Finding]:
    """A redirect leads to a page that does not lead on: no chains, no loops, no dead ends."""
    moves = {
        page.url: page.redirect
        for site in network.sites
        for page in site.pages
        if page.redirect is not None
    }
    for site in network.sites:
        for page in site.pages:
            if page.redirect is not None:
                yield from _followed(network, page, moves)


def _followed(network: Network, page: Facts, moves: dict[str, str]) -> Iterator[Finding]:
    seen = [page.url]
    target = page.redirect or ""
    while target in moves and target not in seen:
        seen.append(target)
        target = moves[target]
    way = " → ".join([*seen, target])
    if target in seen:
        yield page.error("redirect-loop", LOOP.format(way=way), quote=page.redirect)
    elif len(seen) > 1:
        yield page.error("redirect-chain", CHAIN.format(way=way), quote=page.redirect)
    elif not _exists(network, target):
        yield page.error("redirect-dead", DEAD.format(url=target), quote=target)


@network_proof
def server_list(network: Network) -> Iterator[Finding]:
    """The list for the web server says what the pages say."""
    for folder in dict.fromkeys(_parent(site) for site in network.sites):
        file = folder / SERVER_LIST
        if not file.exists():
            continue
        try:
            listed = json.loads(file.read_bytes())
            paths = [(one["host"], one["from"], one["to"]) for one in listed["paths"]]
        except (ValueError, KeyError, TypeError):
            yield _listed(NOT_READABLE)
            continue
        for site in network.sites:
            if _parent(site) == folder and not site.folder.is_preview:
                yield from _compared(site, paths)


def _compared(site: Built, paths: list[tuple[str, str, str]]) -> Iterator[Finding]:
    host = site.folder.origin.split("://")[1]
    listed = {(old.rstrip("/"), new) for where, old, new in paths if where == host}
    built = {
        ("/" + page.url[len(site.folder.base) :].rstrip("/"), page.redirect)
        for page in site.pages
        if page.redirect is not None
    }
    for old, new in sorted((one[0], str(one[1])) for one in listed ^ built):
        yield _listed(DIFFERS.format(old=host + old, new=new), quote=old)


def _parent(site: Built) -> Path:
    return site.folder.path.parent


def _listed(message: Message, quote: str | None = None) -> Finding:
    return Finding("redirect-list", Severity.ERROR, SERVER_LIST, 1, message, quote=quote)


def _exists(network: Network, url: str) -> bool:
    """Tell whether a page exists, or belongs to a site that was not built now."""
    site = network.site_at(url)
    if site is None:
        bases = {base for one in network.sites for base in one.folder.network}
        built = {one.folder.base for one in network.sites}
        return any(url.startswith(base) for base in bases - built)
    return site.folder.file_at(url) in site.folder.files


CANONICAL = Message(
    fr="La redirection ne nomme pas sa cible {url} comme adresse de référence.",
    nl="De omleiding noemt haar doel {url} niet als het juiste adres.",
)
NO_LINK = Message(
    fr="La page de redirection n’a pas de lien vers {url}.",
    nl="De omleidingspagina heeft geen link naar {url}.",
)
LOOP = Message(fr="La redirection tourne en rond : {way}", nl="De omleiding draait rond: {way}")
CHAIN = Message(
    fr="La redirection passe par une autre : {way}",
    nl="De omleiding gaat via een andere: {way}",
)
DEAD = Message(
    fr="La redirection mène à {url}, qui n’existe pas.",
    nl="De omleiding leidt naar {url}, dat niet bestaat.",
)
NOT_READABLE = Message(
    fr="La liste des redirections est illisible.", nl="De lijst van omleidingen is onleesbaar."
)
DIFFERS = Message(
    fr="La liste et les pages ne disent pas la même chose de {old} → {new}.",
    nl="De lijst en de pagina’s zeggen niet hetzelfde over {old} → {new}.",
)
