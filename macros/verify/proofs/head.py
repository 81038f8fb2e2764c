"""What the head of a page tells of addresses: canonical, `hreflang`, OpenGraph, robots."""

from collections.abc import Iterator

from macros.finding import Finding
from macros.language import LANGS, Message, other
from macros.verify.page import Page
from macros.verify.registry import page_proof


def _is_plain(page: Page) -> bool:
    return page.redirect is None and not page.is_error_page


@page_proof
def canonical(page: Page) -> Iterator[Finding]:
    """A page names itself as canonical, once (RFC 6596)."""
    if not _is_plain(page):
        return
    if not page.canonicals:
        yield page.error("canonical", NO_CANONICAL)
    for url in page.canonicals[1:]:
        yield page.error("canonical", TWO_CANONICALS, quote=url)
    for url in page.canonicals[:1]:
        if url != page.url:
            yield page.error("canonical", ELSEWHERE.format(url=url, own=page.url), quote=url)


@page_proof
def alternates(page: Page) -> Iterator[Finding]:
    """A page names itself and its counterpart with `hreflang`, by absolute URL."""
    if not _is_plain(page):
        return
    found = page.alternates
    by_lang = dict(found)
    own, there = page.folder.lang, other(page.folder.lang)
    if by_lang.get(own) != page.url:
        message = NO_SELF.format(lang=own, url=page.url)
        yield page.error("hreflang-self", message, quote=by_lang.get(own))
    if there not in by_lang:
        yield page.error("hreflang-missing", NO_OTHER.format(lang=there))
    elif page.folder.counterpart and not by_lang[there].startswith(page.folder.counterpart):
        message = WRONG_HOST.format(url=by_lang[there], base=page.folder.counterpart)
        yield page.error("hreflang-host", message, quote=by_lang[there])
    elif not by_lang[there].startswith(("https://", "http://")) or by_lang[there] == page.url:
        message = WRONG_HOST.format(url=by_lang[there], base=page.folder.counterpart or "https://…")
        yield page.error("hreflang-host", message, quote=by_lang[there])
    extra = [lang for lang, _ in found if lang not in LANGS]
    if extra or len(found) != len(by_lang):
        names = ", ".join(lang for lang, _ in found)
        yield page.error("hreflang-extra", EXTRA.format(names=names), quote=names)


@page_proof
def sharing(page: Page) -> Iterator[Finding]:
    """What is shown when a page is shared is there and is of this page (https://ogp.me/)."""
    if not _is_plain(page):
        return
    said = page.properties
    for name in ("og:title", "og:description", "og:type", "og:url", "og:image"):
        if not said.get(name, "").strip():
            yield page.error("open-graph", NO_PROPERTY.format(name=name), quote=name)
    if said.get("og:url", page.url) != page.url:
        yield page.error("open-graph", OG_URL.format(url=said["og:url"]), quote=said["og:url"])
    image = page.folder.file_at(said.get("og:image", ""))
    if said.get("og:image") and (image is None or image not in page.folder.files):
        message = OG_IMAGE.format(url=said["og:image"])
        yield page.error("open-graph", message, quote=said["og:image"])
    if said.get("og:locale", page.folder.lang)[:2] != page.folder.lang:
        yield page.error("open-graph", OG_LOCALE.format(locale=said["og:locale"]))


@page_proof
def findable(page: Page) -> Iterator[Finding]:
    """A published page may be listed by search engines; an error page may not."""
    if page.folder.is_preview:
        return
    if _is_plain(page) and page.is_hidden:
        yield page.error("page-hidden", HIDDEN)
    if not _is_plain(page) and not page.is_hidden:
        yield page.error("page-not-hidden", NOT_HIDDEN)


NO_CANONICAL = Message(
    fr="La page ne dit pas quelle est son adresse (lien « canonical »).",
    nl="De pagina zegt niet wat haar adres is (link ‘canonical’).",
)
TWO_CANONICALS = Message(
    fr="La page a plus d’un lien « canonical ».",
    nl="De pagina heeft meer dan één link ‘canonical’.",
)
ELSEWHERE = Message(
    fr="Le lien « canonical » mène à {url} au lieu de {own}.",
    nl="De link ‘canonical’ leidt naar {url} in plaats van {own}.",
)
NO_SELF = Message(
    fr="Le lien hreflang « {lang} » vers la page même ({url}) manque ou est faux.",
    nl="De hreflang-link ‘{lang}’ naar de pagina zelf ({url}) ontbreekt of is fout.",
)
NO_OTHER = Message(
    fr="Le lien hreflang « {lang} » vers la page jumelle manque.",
    nl="De hreflang-link ‘{lang}’ naar de tegenhanger ontbreekt.",
)
WRONG_HOST = Message(
    fr="Le lien hreflang {url} ne mène pas au site jumeau {base}.",
    nl="De hreflang-link {url} leidt niet naar de zustersite {base}.",
)
EXTRA = Message(
    fr="Les liens hreflang ne sont pas un par langue : {names}.",
    nl="De hreflang-links zijn niet één per taal: {names}.",
)
NO_PROPERTY = Message(fr="La propriété {name} manque.", nl="De eigenschap {name} ontbreekt.")
OG_URL = Message(
    fr="og:url donne une autre adresse : {url}.", nl="og:url geeft een ander adres: {url}."
)
OG_IMAGE = Message(
    fr="L’image de partage {url} n’existe pas sur ce site.",
    nl="Het deelbeeld {url} bestaat niet op deze site.",
)
OG_LOCALE = Message(
    fr="og:locale est d’une autre langue : {locale}.",
    nl="og:locale is van een andere taal: {locale}.",
)
HIDDEN = Message(
    fr="La page demande aux moteurs de recherche de l’ignorer (noindex).",
    nl="De pagina vraagt zoekmachines om haar te negeren (noindex).",
)
NOT_HIDDEN = Message(
    fr="Cette page technique doit porter « noindex ».",
    nl="Deze technische pagina moet ‘noindex’ dragen.",
)
