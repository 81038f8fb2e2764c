"""Links lead somewhere: inside a site and between the sites."""

import posixpath
from collections.abc import Iterator

from macros.finding import Finding
from macros.language import Message
from macros.verify.page import Facts, Link, Page
from macros.verify.registry import Built, Network, network_proof, page_proof


@network_proof
def no_dead_links(network: Network) -> Iterator[Finding]:
    """Every link to a page, file or anchor of ours has its target.

    Links to a site of the network that was not built now cannot be proved and are left alone.
    """
    for site in network.sites:
        # What all pages of a site carry in their frame needs no second proof.
        sound: dict[bool, set[Link]] = {True: set(), False: set()}
        for page in site.pages:
            known = sound[page.redirect is None]
            for link in dict.fromkeys(page.links):
                if link in known:
                    continue
                found = list(_proved(network, site, page, link))
                yield from found
                if not found:
                    known.add(link)


def _proved(network: Network, site: Built, page: Facts, link: Link) -> Iterator[Finding]:
    file = site.folder.file_at(link.url)
    target = site if file else network.site_at(link.url)
    if target is None:
        if _looks_ours(network, link.url):
            message = DEAD.format(url=link.url)
            yield page.error("dead-link", message, quote=link.url, words=link.words)
        return
    file = file or target.folder.file_at(link.url) or ""
    if file not in target.folder.files:
        near = _with_slash(target, file)
        message = NO_SLASH.format(url=link.url) if near else DEAD.format(url=link.url)
        yield page.error("dead-link", message, quote=link.url, words=link.words)
        return
    found = target.by_url.get(target.folder.url_of(file))
    if found is None:
        return
    if found.redirect and page.redirect is None and not link.is_asset:
        message = MOVED.format(url=link.url, new=found.redirect)
        yield page.error("link-to-redirect", message, quote=link.url, words=link.words)
    elif link.fragment and link.fragment != "top" and link.fragment not in found.ids:
        message = ANCHOR.format(url=link.url, anchor=link.fragment)
        yield page.error("dead-anchor", message, quote=f"#{link.fragment}", words=link.words)


@page_proof
def error_page_is_absolute(page: Page) -> Iterator[Finding]:
    """The error page answers at any address, so its links cannot be relative."""
    if not page.is_error_page:
        return
    for value in [*page.values("href"), *page.values("src")]:
        url = str(value)
        if ":" not in url and not url.startswith(("#", "/")):
            yield page.error("relative-link", RELATIVE.format(url=url), quote=url)


def _with_slash(target: Built, file: str) -> bool:
    return posixpath.join(file, "index.html") in target.folder.files


def _looks_ours(network: Network, url: str) -> bool:
    """Tell whether a URL has a host of a built site without being of a site of the network."""
    return not url.startswith(network.bases) and "/".join(url.split("/")[:3]) in network.hosts


DEAD = Message(fr="Le lien {url} ne mène à rien.", nl="De link {url} leidt nergens heen.")
NO_SLASH = Message(
    fr="Le lien {url} doit finir par une barre oblique.",
    nl="De link {url} moet op een schuine streep eindigen.",
)
ANCHOR = Message(
    fr="La page {url} n’a pas d’endroit « {anchor} ».",
    nl="De pagina {url} heeft geen plek ‘{anchor}’.",
)
MOVED = Message(
    fr="Le lien {url} passe par une redirection ; écrivez {new}.",
    nl="De link {url} gaat via een omleiding; schrijf {new}.",
)
RELATIVE = Message(
    fr="Le lien relatif {url} de la page d’erreur ne marche pas partout.",
    nl="De relatieve link {url} op de foutpagina werkt niet overal.",
)
