"""Rules about what exists: pages that are found, addresses that stay."""

import re
from collections import defaultdict
from collections.abc import Iterator

from macros.checks.links import Kind, destination
from macros.checks.registry import Family, Problem, rule
from macros.checks.sources import Place, Sources, place
from macros.content.items import Published
from macros.finding import Severity
from macros.language import LANGS, Lang, Message
from macros.output import redirects
from macros.site.network import Site
from macros.site.page import Page
from macros.templates import OVERRIDES

HOME = "index"
_HREF = re.compile(r"""\bhref\(\s*["']([\w/-]+)["']\s*[),]""")


@rule(
    "unreachable-page",
    Family.EXISTENCE,
    Severity.WARNING,
    summary=Message(
        fr="Chaque page se trouve par un menu ou par un lien d’une autre page.",
        nl="Elke pagina is te vinden via een menu of via een link op een andere pagina.",
    ),
    before="footer: []   # docs/fr/aide.md, docs/nl/aide.md",
    after="footer: [aide]",
)
def unreachable_page(sources: Sources) -> Iterator[Problem]:
    """Find written pages to which no menu and no text leads; the A-Z list does not count."""
    for lang in LANGS:
        reached = _reached(sources, lang)
        for page in sources.content.pages[lang].values():
            if page.key not in reached:
                message = UNREACHABLE.format(title=page.meta.title)
                fix = UNREACHABLE_FIX.format(key=page.key)
                yield Problem(Place(page.file, 1), message, fix, quote=page.key)


def _reached(sources: Sources, lang: Lang) -> set[str]:
    navigation = sources.content.region.navigation
    reached: set[str] = {HOME, *navigation.header, *navigation.footer, *_of_templates()}
    ways: dict[str, set[str]] = defaultdict(set)
    for passage in sources.markdown:
        if passage.lang != lang:
            continue
        key = getattr(passage.owner, "key", HOME)
        for link in passage.markdown.links:
            leads = destination(link.target, passage)
            if leads.kind is Kind.PAGE:
                ways[key].add(leads.name)
    waiting = list(reached)
    while waiting:
        fresh = ways[waiting.pop()] - reached
        reached |= fresh
        waiting.extend(fresh)
    return reached


def _of_templates() -> Iterator[str]:
    """Return the pages that every site links from its frame or from a macro."""
    for path in OVERRIDES.rglob("*.html"):
        if path.name != "404.html":
            yield from _HREF.findall(path.read_text(encoding="utf-8"))


@rule(
    "lost-address",
    Family.EXISTENCE,
    Severity.ERROR,
    summary=Message(
        fr="Une adresse publiée reste valable ou redirige.",
        nl="Een gepubliceerd adres blijft geldig of verwijst door.",
    ),
    before="slug: participation   # hier / gisteren: participer",
    after="slug: participation\nold_slugs: [participer]",
    excusable=False,
)
def lost_address(sources: Sources) -> Iterator[Problem]:
    """Find addresses of `published.yml` that are neither a page nor a redirect."""
    alive = {
        (site.bassin.id, site.lang): {_bare(page.url) for page in site.pages.values()}
        | {_bare(moved.old) for moved in redirects.rules(sources.network, site)}
        for site in sources.network.sites
    }
    for owned in sources.owned:
        if isinstance(owned.record, Published):
            for lang in LANGS if (owned.scope, "fr") in alive else ():
                site = sources.network.site(owned.scope, lang)
                for index, path in enumerate(owned.record[lang]):
                    if _bare(path) not in alive[owned.scope, lang]:
                        where = place(owned.record, lang, index)
                        yield _lost(site, owned.record, path, where)


def _lost(site: Site, entry: Published, path: str, where: Place) -> Problem:
    page = site.pages.get(entry.page)
    message = LOST.format(path=path, host=site.host)
    if page is None:
        fix = REDIRECT.format(lang=site.lang, old=path, page=HOME, bassin=site.bassin.id)
        return Problem(where, message, fix, quote=path)
    where = Place(page.file, page.line)
    parent, slug = _split(path)
    if parent == _split(page.url)[0]:
        return Problem(where, message, _keep(page, slug), quote=path)
    fix = REDIRECT.format(lang=site.lang, old=path, page=entry.page, bassin=site.bassin.id)
    return Problem(where, message, fix, quote=path)


def _split(url: str) -> tuple[str, str]:
    parent, _, slug = _bare(url).rpartition("/")
    return parent, slug


def _bare(url: str) -> str:
    """Write `/a/b`, `a/b/` and `/a/b/` alike."""
    return url.strip("/")


def _keep(page: Page, slug: str) -> Message:
    line = f"old_slugs: [{slug}]" if page.item is None else f"old_slugs: {{{page.lang}: [{slug}]}}"
    return OLD_SLUGS.format(line=line)


UNREACHABLE = Message(
    fr="Aucun menu ni aucun lien ne mène à la page « {title} ».",
    nl="Geen menu en geen link leidt naar de pagina ‘{title}’.",
)
UNREACHABLE_FIX = Message(
    fr="Ajoutez « - {key} » à data/region/navigation.yml, ou un lien dans une autre page.",
    nl="Voeg ‘- {key}’ toe aan data/region/navigation.yml, of een link op een andere pagina.",
)
LOST = Message(
    fr="L’adresse publiée {path} de {host} ne mène plus à rien.",
    nl="Het gepubliceerde adres {path} van {host} leidt nergens meer naartoe.",
)
OLD_SLUGS = Message(fr="Gardez l’ancien mot : « {line} ».", nl="Bewaar het oude woord: ‘{line}’.")
REDIRECT = Message(
    fr="Ajoutez à data/{bassin}/redirects.yml : - {{lang: {lang}, old: {old}, page: {page}}}",
    nl="Voeg toe aan data/{bassin}/redirects.yml: - {{lang: {lang}, old: {old}, page: {page}}}",
)
