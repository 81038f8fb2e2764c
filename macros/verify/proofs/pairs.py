"""French and Dutch pages belong together, each to one of the other side."""

from collections.abc import Iterator

from macros.finding import Finding
from macros.language import Message, other
from macros.verify.registry import Network, network_proof


@network_proof
def counterparts(network: Network) -> Iterator[Finding]:
    """Every page has a counterpart on the sister site, which names it in return."""
    for site in network.sites:
        twin = network.twin(site)
        if twin is None:
            continue
        there = other(site.folder.lang)
        for page in site.listed:
            url = dict(page.alternates).get(there)
            if url is None:
                continue
            found = twin.by_url.get(url)
            if found is None or not found.is_listed:
                yield page.error("missing-counterpart", MISSING.format(url=url), quote=url)
                continue
            back = dict(found.alternates).get(site.folder.lang)
            if back != page.url:
                message = NOT_MUTUAL.format(url=url, back=back or "–")
                yield page.error("hreflang-not-reciprocal", message, quote=url)


@network_proof
def no_page_without_sister(network: Network) -> Iterator[Finding]:
    """No page of a site is forgotten by the pages of its sister site."""
    for site in network.sites:
        twin = network.twin(site)
        if twin is None:
            continue
        named = {dict(page.alternates).get(site.folder.lang) for page in twin.listed}
        for page in site.listed:
            if page.url not in named:
                yield page.error("missing-counterpart", FORGOTTEN.format(url=page.url))


MISSING = Message(fr="La page jumelle {url} n’existe pas.", nl="De tegenhanger {url} bestaat niet.")
NOT_MUTUAL = Message(
    fr="La page jumelle {url} renvoie à une autre page : {back}.",
    nl="De tegenhanger {url} verwijst naar een andere pagina: {back}.",
)
FORGOTTEN = Message(
    fr="Aucune page du site jumeau ne renvoie à {url}.",
    nl="Geen enkele pagina van de zustersite verwijst naar {url}.",
)
