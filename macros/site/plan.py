"""From content to pages: which site has which page, at which address, below which other.

Two pages at one address, a page without the page above it, and a page without a counterpart
are findings.
"""

import re
from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from macros.content.content import Content, Items
from macros.content.items import Event, News, PageItem
from macros.content.pages import WrittenPage
from macros.content.territory import Bassin
from macros.content.validate import nearest
from macros.dates import day_of
from macros.finding import Finding, Severity
from macros.folding import slugify
from macros.language import LANGS, Lang, Message
from macros.site.item_links import from_root
from macros.site.network import Network, Site, base_url
from macros.site.page import Page, PageKind

SECTIONS = {PageKind.ACTION: "actions", PageKind.NEWS: "news", PageKind.EVENT: "agenda"}
"""Folder of each kind of generated page; `<folder>/index` is the page above them."""
HOME = "index"
LONGEST_DESCRIPTION = 200
"""Characters that search engines and sharing show of a summary, at most."""


def plan(
    content: Content, today: date, preview: str | None = None
) -> tuple[Network, list[Finding]]:
    """Plan all sites.

    `preview` is the base URL of a preview, below which the sites stand in folders.
    """
    findings: list[Finding] = []
    sites = tuple(
        _site(content, bassin, lang, preview, findings)
        for bassin in content.bassins
        for lang in LANGS
    )
    network = Network(content, sites, today, preview)
    if not sites:
        findings.append(_error("missing-bassin", "data", 1, NO_BASSIN))
    for site in sites:
        findings.extend(_without_counterpart(network, site))
    return network, findings


def _site(
    content: Content, bassin: Bassin, lang: Lang, preview: str | None, findings: list[Finding]
) -> Site:
    items = content.items(bassin.id)
    pages: dict[str, Page] = {}
    addresses: dict[str, Page] = {}
    planned = [*_written(content, bassin, lang, findings)]
    above = {page.key: page for page in planned}
    if HOME not in above:
        findings.append(_error("missing-page", f"docs/{lang}/index.md", 1, MISSING_PAGE))
        return Site(bassin, lang, base_url(bassin, lang, preview), MappingProxyType({}), items)
    planned.extend(_generated(content, items, lang, above, findings))
    for page in planned:
        taken = addresses.setdefault(page.url, page)
        if page.key in pages or taken is not page:
            findings.append(_collision(page, pages.get(page.key, taken)))
        else:
            pages[page.key] = page
    base = base_url(bassin, lang, preview)
    return Site(bassin, lang, base, MappingProxyType(pages), items)


def _written(
    content: Content, bassin: Bassin, lang: Lang, findings: list[Finding]
) -> Iterator[Page]:
    """Plan the pages of `docs/<lang>/`, each after the page above it."""
    here = {
        page.key: page
        for page in content.pages[lang].values()
        if not page.meta.bassins or bassin.id in page.meta.bassins
    }
    urls: dict[str, str] = {}
    for key in sorted(here, key=_depth):
        page = here[key]
        parent = _parent(key)
        if parent is not None and parent not in urls:
            if HOME in here:
                findings.append(_orphan(page, f"docs/{lang}/{parent}.md"))
            continue
        if key != HOME and page.meta.slug is None:
            findings.append(_without_slug(page))
            continue
        urls[key] = "" if parent is None else f"{urls[parent]}{page.meta.slug}/"
        yield _written_page(page, urls[key], parent)


def _parent(key: str) -> str | None:
    """Return the key of the page above: the index of its folder, or of the folder above."""
    if key == HOME:
        return None
    folder = key.removesuffix("/index") if key.endswith("/index") else key
    above = folder.rpartition("/")[0]
    return f"{above}/index" if above else HOME


def _depth(key: str) -> tuple[int, str]:
    """Sort pages so that each follows the page above it: the index of a folder opens it."""
    return (-1 if key == HOME else key.removesuffix("/index").count("/"), key)


def _written_page(page: WrittenPage, url: str, parent: str | None) -> Page:
    return Page(
        key=page.key,
        kind=PageKind.WRITTEN,
        lang=page.lang,
        url=url,
        title=page.meta.title,
        menu=page.meta.menu or page.meta.title,
        description=page.meta.description,
        file=page.file,
        line=page.meta.origin.line("slug"),
        body=page.body,
        template=page.meta.template,
        parent=parent,
    )


def _generated(
    content: Content, items: Items, lang: Lang, above: dict[str, Page], findings: list[Finding]
) -> Iterator[Page]:
    kinds: tuple[tuple[PageKind, tuple[PageItem, ...]], ...] = (
        (PageKind.ACTION, items.actions),
        (PageKind.NEWS, items.news),
        (PageKind.EVENT, items.events),
    )
    for kind, records in kinds:
        folder = SECTIONS[kind]
        index = above.get(f"{folder}/index")
        if index is None:
            if records:
                findings.append(
                    _error("missing-page", f"docs/{lang}/{folder}/index.md", 1, MISSING_PAGE)
                )
            continue
        for record in records:
            yield _item_page(kind, record, lang, index)
        if kind is PageKind.NEWS:
            years = sorted({news.date.year for news in items.news}, reverse=True)
            label = content.region.labels.get("news_of_year")
            for year in years:
                # Not `format`: an editor may have written other braces.
                words = label[lang] if label else f"{index.title} {{year}}"
                title = words.replace("{year}", str(year))
                yield _year_page(year, title, index)


def _item_page(kind: PageKind, record: PageItem, lang: Lang, index: Page) -> Page:
    body = getattr(record, "body", None)
    updated = None
    if isinstance(record, News):
        updated = record.date
    elif isinstance(record, Event):
        updated = day_of(record.start)
    return Page(
        key=f"{SECTIONS[kind]}/{record.id}",
        kind=kind,
        lang=lang,
        url=f"{index.url}{record.slug[lang]}/",
        title=record.title[lang],
        menu=record.title[lang],
        description=_shortened(record.summary[lang]),
        file=record.origin.file,
        line=record.origin.line("slug", lang),
        body=from_root(body[lang]) + "\n" if body else "",
        template=str(kind),
        parent=index.key,
        item=record,
        updated=updated,
    )


def _year_page(year: int, title: str, index: Page) -> Page:
    return Page(
        key=f"news/year-{year}",
        kind=PageKind.YEAR,
        lang=index.lang,
        url=f"{index.url}{year}/",
        title=title,
        menu=str(year),
        description=title,
        file=index.file,
        line=index.line,
        body="",
        template="year",
        parent=index.key,
        year=year,
    )


def _shortened(text: str) -> str:
    """Cut a summary at a word for the description of a page."""
    plain = re.sub(r"\s+", " ", text).strip()
    if len(plain) <= LONGEST_DESCRIPTION:
        return plain
    return plain[:LONGEST_DESCRIPTION].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _without_counterpart(network: Network, site: Site) -> Iterator[Finding]:
    twin = network.twin(site)
    lonely = [key for key in twin.pages if key not in site.pages]
    for key, page in site.pages.items():
        if key in twin.pages:
            continue
        near = nearest(key, lonely)
        wanted = f"docs/{twin.lang}/{key}.md"
        there = page.file if page.is_generated else wanted
        yield _error(
            "missing-counterpart",
            page.file,
            1,
            NO_COUNTERPART.format(
                title=page.title, fr=LANGUAGE_FR[site.lang], nl=LANGUAGE_NL[site.lang]
            ),
            (SAME_NAME if near else NO_COUNTERPART_FIX).format(
                file=there, near=near and twin.pages[near].file
            ),
        )


def _collision(page: Page, first: Page) -> Finding:
    place = f"{first.file}:{first.line}"
    message = COLLISION.format(url="/" + page.url, place=place)
    return _error("duplicate-address", page.file, page.line, message, COLLISION_FIX)


def _orphan(page: WrittenPage, parent: str) -> Finding:
    return _error("orphan-page", page.file, 1, ORPHAN.format(parent=parent), ORPHAN_FIX)


def _without_slug(page: WrittenPage) -> Finding:
    fix = NO_SLUG_FIX.format(slug=slugify(page.meta.title) or "…")
    return _error("missing-slug", page.file, 1, NO_SLUG, fix)


def _error(
    rule: str, file: str, line: int, message: Message, fix: Message | None = None
) -> Finding:
    return Finding(rule, Severity.ERROR, file, line, message, fix)


LANGUAGE_FR = {"fr": "française", "nl": "néerlandaise"}
LANGUAGE_NL = {"fr": "Franse", "nl": "Nederlandse"}
NO_BASSIN = Message(
    fr="Il n’y a aucun bassin : data/<bassin>/bassin.yml manque.",
    nl="Er is geen enkele zorgzone: data/<zorgzone>/bassin.yml ontbreekt.",
)
MISSING_PAGE = Message(
    fr="Cette page est indispensable au site et n’existe pas.",
    nl="Deze pagina is onmisbaar voor de site en bestaat niet.",
)
NO_COUNTERPART = Message(
    fr="La page {fr} « {title} » n’a pas de page jumelle dans l’autre langue.",
    nl="De {nl} pagina ‘{title}’ heeft geen tegenhanger in de andere taal.",
)
SAME_NAME = Message(
    fr="Est-ce {near} ? Donnez alors le même nom aux deux fichiers. Sinon, créez {file}.",
    nl="Is dat {near}? Geef dan beide bestanden dezelfde naam. Maak anders {file}.",
)
NO_COUNTERPART_FIX = Message(
    fr="Créez {file} avec le même contenu.", nl="Maak {file} met dezelfde inhoud."
)
COLLISION = Message(
    fr="L’adresse {url} est déjà prise par {place}.",
    nl="Het adres {url} is al ingenomen door {place}.",
)
COLLISION_FIX = Message(fr="Choisissez un autre « slug ».", nl="Kies een andere ‘slug’.")
ORPHAN = Message(
    fr="Cette page est dans un dossier sans page d’accueil ({parent}).",
    nl="Deze pagina staat in een map zonder startpagina ({parent}).",
)
ORPHAN_FIX = Message(
    fr="Créez cette page d’accueil, ou déplacez la page.",
    nl="Maak die startpagina, of verplaats de pagina.",
)
NO_SLUG = Message(
    fr="La page n’a pas de « slug », la fin de son adresse.",
    nl="De pagina heeft geen ‘slug’, het einde van haar adres.",
)
NO_SLUG_FIX = Message(
    fr="Ajoutez dans l’en-tête « slug: {slug} », ou deux ou trois mots reliés par des traits "
    "d’union.",
    nl="Voeg in de hoofding ‘slug: {slug}’ toe, of twee of drie woorden, verbonden door "
    "koppeltekens.",
)
