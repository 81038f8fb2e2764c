"""Rules about names of pages and templates in menus, redirects and front matter."""

import re
from collections.abc import Iterator
from pathlib import Path

from macros.checks.links import page_now
from macros.checks.registry import Family, Problem, rule
from macros.checks.rules.references import unknown
from macros.content.validate import nearest, suggestion
from macros.finding import Severity
from macros.folding import slugify
from macros.language import Message
from macros.templates import OVERRIDES
from macros.texts.sources import Place, Sources, place


@rule(
    "dead-redirect",
    Family.REFERENCES,
    Severity.ERROR,
    summary=Message(
        fr="Une ancienne adresse mène à une page qui existe.",
        nl="Een oud adres leidt naar een pagina die bestaat.",
    ),
    before="- {lang: fr, old: /bassin-nord, page: basin}",
    after="- {lang: fr, old: /bassin-nord, page: bassin}",
    excusable=False,
)
def dead_redirect(sources: Sources) -> Iterator[Problem]:
    """Find redirects to pages that a site does not have."""
    for owned in sources.owned:
        if owned.kind != "redirects":
            continue
        key, lang = getattr(owned.record, "page", ""), getattr(owned.record, "lang", "")
        for site in sources.network.sites:
            if site.lang != lang or owned.scope not in ("region", site.bassin.id):
                continue
            if site.pages and key not in site.pages:
                said = page_now(sources, site, key)
                yield unknown(place(owned.record, "page"), key, site.pages, PAGE, said)
                break


@rule(
    "dead-navigation",
    Family.REFERENCES,
    Severity.ERROR,
    summary=Message(
        fr="Chaque page des menus existe.",
        nl="Elke pagina in de menu’s bestaat.",
    ),
    before="header: [basin, roadmap]",
    after="header: [bassin, roadmap]",
    excusable=False,
)
def dead_navigation(sources: Sources) -> Iterator[Problem]:
    """Find keys in the navigation that are no page of any site."""
    navigation = sources.content.region.navigation
    known = {key for site in sources.network.sites for key in site.pages}
    written = {page.key for page in sources.pages} & known
    for part in ("header", "footer"):
        for index, key in enumerate(getattr(navigation, part)):
            if known and key not in known:
                said = page_meant(sources, key)
                yield unknown(place(navigation, part, index), key, written or known, PAGE, said)


def page_meant(sources: Sources, name: str) -> str | None:
    """Return the written page that is now where a page of this key was, or that is called so."""
    for site in sources.network.sites:
        renamed = page_now(sources, site, name)
        if renamed:
            return renamed
    called = {
        slugify(words): page.key
        for page in sources.pages
        for words in (page.meta.title, page.meta.menu, page.meta.slug, page.key)
        if words
    }
    near = nearest(slugify(name.removesuffix(".md")), called)
    return called[near] if near else None


@rule(
    "unknown-template",
    Family.REFERENCES,
    Severity.ERROR,
    summary=Message(
        fr="Le modèle qu’une page demande existe dans overrides/pages/.",
        nl="Het sjabloon dat een pagina vraagt, bestaat in overrides/pages/.",
    ),
    before="template: acceuil",
    after="template: home",
    excusable=False,
)
def unknown_template(sources: Sources) -> Iterator[Problem]:
    """Find front matter that names a template which does not exist."""
    known = [path.stem for path in (OVERRIDES / "pages").glob("*.html")]
    for page in sources.pages:
        name = page.meta.template
        if name is not None and name not in known:
            yield unknown(place(page.meta, "template"), name, known, TEMPLATE)


@rule(
    "missing-label",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Un mot de l’interface existe dans data/region/labels.yml.",
        nl="Een woord van de interface bestaat in data/region/labels.yml.",
    ),
    before='view.t("serach")',
    after='view.t("search")',
    excusable=False,
)
def missing_label(sources: Sources) -> Iterator[Problem]:
    """Find words that the frame of the pages asks for and that the labels no longer have.

    What macros ask for is found where they are tried (`macros.render.calls`).
    """
    known = sources.content.region.labels
    if not known:
        return
    file = next(iter(known.values())).origin.file
    for name in sorted(_labels_asked_for(OVERRIDES) - set(known)):
        fix = suggestion(name, known) + LABEL_FIX.format(name=name)
        yield Problem(Place(file, 1), LABEL.format(name=name), fix, quote=name)


def _labels_asked_for(folder: Path) -> frozenset[str]:
    """Return the names of labels in the templates, as far as they are written out."""
    return frozenset(
        name
        for path in folder.rglob("*.html")
        for name in _ASKED.findall(path.read_text(encoding="utf-8"))
    )


_ASKED = re.compile(r"""\bt\(\s*["']([a-z_]+)["']\s*[,)]""")
LABEL = Message(
    fr="Le libellé « {name} » manque dans data/region/labels.yml.",
    nl="Het label ‘{name}’ ontbreekt in data/region/labels.yml.",
)
LABEL_FIX = Message(
    fr="Ajoutez « {name}: » avec « fr: » et « nl: ».",
    nl="Voeg ‘{name}:’ toe met ‘fr:’ en ‘nl:’.",
)
PAGE = Message(fr="La page", nl="De pagina")
TEMPLATE = Message(fr="Le modèle", nl="Het sjabloon")
