"""Rules about what exists: pages that are found, addresses that stay."""

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from macros.checks.links import Kind, destination
from macros.checks.registry import Family, Problem, rule
from macros.content.items import Published
from macros.content.shapes import REGION
from macros.finding import Severity
from macros.language import LANGS, Lang, Message
from macros.site import redirects
from macros.site.network import Site
from macros.site.page import Page
from macros.templates import OVERRIDES
from macros.texts.sources import Place, Sources, place

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
    framed = frozenset(_of_templates())
    for lang in LANGS:
        reached = _reached(sources, lang, framed)
        for page in sources.content.pages[lang].values():
            if page.key not in reached:
                message = UNREACHABLE.format(title=page.meta.title)
                fix = UNREACHABLE_FIX.format(key=page.key)
                yield Problem(Place(page.file, 1), message, fix, quote=page.key)


def _reached(sources: Sources, lang: Lang, framed: Iterable[str]) -> set[str]:
    navigation = sources.content.region.navigation
    reached: set[str] = {HOME, *navigation.header, *navigation.footer, *framed}
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
    "copied-file",
    Family.EXISTENCE,
    Severity.ERROR,
    summary=Message(
        fr="Un fichier n’est pas la copie d’un autre du même dossier.",
        nl="Een bestand is geen kopie van een ander in dezelfde map.",
    ),
    before="atelier.yml\natelier - copie.yml",
    after="atelier.yml",
    excusable=False,
)
def copied_file(sources: Sources) -> Iterator[Problem]:
    """Find files that were copied and left beside the first one; the longer name is the copy's."""
    by_size: dict[tuple[str, int], list[Path]] = defaultdict(list)
    for top in ("data", "docs"):
        for folder, folders, names in os.walk(sources.root / top):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                path = Path(folder, name)
                if path.suffix in (".yml", ".yaml", ".md") and path.is_file():
                    by_size[folder, path.stat().st_size].append(path)
    for alike in by_size.values():
        for first, copy in combinations(sorted(alike, key=lambda p: (len(p.name), p.name)), 2):
            if first.stem in copy.stem and copy.read_bytes() == first.read_bytes():
                message = COPY.format(first=first.relative_to(sources.root).as_posix())
                here = Place(copy.relative_to(sources.root).as_posix(), 1)
                yield Problem(here, message, COPY_FIX, quote=copy.name)


COPY = Message(
    fr="Ce fichier est la copie exacte de {first}.",
    nl="Dit bestand is de exacte kopie van {first}.",
)
COPY_FIX = Message(
    fr="Supprimez-le, ou donnez-lui un contenu et un « slug » à lui.",
    nl="Verwijder het, of geef het een eigen inhoud en een eigen ‘slug’.",
)


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
    shared: dict[tuple[Place, str, Message], list[str]] = defaultdict(list)
    gone: dict[tuple[str, str, Lang], list[tuple[Site, Place]]] = defaultdict(list)
    for owned in sources.owned:
        if isinstance(owned.record, Published):
            for lang in LANGS if (owned.scope, "fr") in alive else ():
                site = sources.network.site(owned.scope, lang)
                for index, path in enumerate(owned.record[lang]):
                    if _bare(path) not in alive[owned.scope, lang]:
                        listed = place(owned.record, lang, index)
                        if owned.record.page not in site.pages:
                            gone[owned.record.page, path, lang].append((site, listed))
                            continue
                        where, fix = _kept(site, owned.record, path)
                        shared[where, f"{path} ({owned.record.page})", fix].append(site.host)
    for (page, path, lang), lists in gone.items():
        everywhere = len(lists) == len(sources.content.bassins) > 1
        for site, listed in lists[:1] if everywhere else lists:
            scope = REGION if everywhere else site.bassin.id
            values = {"lang": lang, "old": path, "page": _above(site, page), "scope": scope}
            known = shared[listed, f"{path} ({page})", REDIRECT.format(**values)]
            known += [one.host for one, _ in lists] if everywhere else [site.host]
    for (where, path, fix), hosts in shared.items():
        more = f" (+ {len(hosts) - 1})" if len(hosts) > 1 else ""
        message = LOST.format(path=path, host=f"{hosts[0]}{more}")
        yield Problem(where, message, fix, quote=path.partition(" ")[0])


def _kept(site: Site, entry: Published, path: str) -> tuple[Place, Message]:
    """Return where the remedy for an address of a page that is there is written, and the remedy."""
    page = site.pages[entry.page]
    where = Place(page.file, page.line)
    parent, slug = _split(path)
    if parent == _split(page.url)[0]:
        return where, _keep(page, slug)
    values = {"lang": site.lang, "old": path, "page": entry.page, "scope": site.bassin.id}
    return where, REDIRECT.format(**values)


def _above(site: Site, key: str) -> str:
    """Return the page that lists what stood at a page, or the home page."""
    index = f"{key.rpartition('/')[0]}/index"
    return index if index in site.pages else HOME


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
    fr="L’adresse publiée {path} ne mène plus à rien sur {host}.",
    nl="Het gepubliceerde adres {path} leidt nergens meer naartoe op {host}.",
)
OLD_SLUGS = Message(
    fr="Ajoutez sous « slug: » la ligne « {line} », qui garde l’ancienne adresse.",
    nl="Voeg onder ‘slug:’ de regel ‘{line}’ toe, die het oude adres bewaart.",
)
REDIRECT = Message(
    fr="Ajoutez à data/{scope}/redirects.yml : - {{lang: {lang}, old: {old}, page: {page}}}",
    nl="Voeg toe aan data/{scope}/redirects.yml: - {{lang: {lang}, old: {old}, page: {page}}}",
)
