"""Rules about where links lead. Nothing here asks the network."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from macros.checks.anchors import anchors
from macros.checks.links import Destination, Kind, bare, links, page_at, page_now, sites_of
from macros.checks.registry import Family, Problem, rule
from macros.content.messages import WRITE
from macros.content.validate import suggestion
from macros.finding import Edit, Severity
from macros.language import LANGS, Lang, Message
from macros.site.network import Site
from macros.texts.markdown import Link
from macros.texts.sources import Passage, Place, Sources


def where(passage: Passage, link: Link) -> Place:
    """Return the place of a link."""
    line = link.line - passage.line
    source = passage.markdown.source
    start = sum(len(before) + 1 for before in source[:line])
    column = source[line].find(link.target) if line < len(source) else -1
    return passage.place(start + max(column, 0))


@rule(
    "dead-link",
    Family.LINKS,
    Severity.ERROR,
    summary=Message(
        fr="Un lien interne mène à une page ou à un fichier qui existe.",
        nl="Een interne link leidt naar een pagina of een bestand dat bestaat.",
    ),
    before="[feuille de route](roadmaps.md)",
    after="[feuille de route](roadmap.md)",
    excusable=False,
)
def dead_link(sources: Sources) -> Iterator[Problem]:
    """Find links to pages that a site showing the text lacks, and to missing files."""
    for passage, link, leads in links(sources):
        if leads.kind is Kind.PAGE:
            sites = [site for site in sites_of(sources, passage) if site.pages]
            if any(leads.name not in site.pages for site in sites):
                yield _dead_page(sources, passage, link, leads, sites)
        elif leads.kind is Kind.FILE and not _exists(sources, passage.lang, leads.name):
            yield _dead_file(sources, passage, link, leads)


def _dead_page(
    sources: Sources, passage: Passage, link: Link, leads: Destination, sites: list[Site]
) -> Problem:
    lacking = [site for site in sites if leads.name not in site.pages]
    known = {key for site in lacking for key in site.pages}
    inside = leads.name.removeprefix(f"docs/{passage.lang}/")
    here = inside if inside != leads.name and inside in known else None
    here = here or page_now(sources, lacking[0], leads.name)
    if here:
        message, fix = DEAD.format(target=link.target), WRITE.format(written=f"/{here}.md")
        return Problem(where(passage, link), message, fix, quote=link.target)
    if len(lacking) < len(sites):
        message = DEAD_HERE.format(target=link.target, site=lacking[0].name)
    else:
        message = DEAD.format(target=link.target)
    near = suggestion(f"/{leads.name}.md", (f"/{key}.md" for key in known))
    fix = near + DEAD_FIX
    return Problem(where(passage, link), message, fix, quote=link.target)


def _dead_file(sources: Sources, passage: Passage, link: Link, leads: Destination) -> Problem:
    sites = sites_of(sources, passage)
    pages = {key for site in sites for key in site.pages}
    if "@" in leads.name:
        fix = WRITE.format(written=f"mailto:{link.target}")
        return Problem(where(passage, link), BAD.format(target=link.target), fix, link.target)
    page = leads.name.strip("/")
    at_address = (page_at(site, page) for site in sites)
    for key in (page, f"{page}/index", next(filter(None, at_address), "")):
        if key in pages:
            message = DEAD.format(target=link.target)
            fix = WRITE.format(written=f"/{key}.md")
            return Problem(where(passage, link), message, fix, quote=link.target)
    folder = sources.root / "docs" / passage.lang
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))
    names = [name for name in found if not (link.image and name.endswith(".md"))]
    near = suggestion(leads.name, names)
    fix = near + FILE_FIX.format(lang=passage.lang)
    message = NO_FILE.format(target=link.target)
    return Problem(where(passage, link), message, fix, quote=link.target)


def _exists(sources: Sources, lang: Lang, path: str) -> bool:
    return path in (".", "") or (sources.root / "docs" / lang / path).is_file()


@rule(
    "dead-anchor",
    Family.LINKS,
    Severity.ERROR,
    summary=Message(
        fr="Un lien vers un titre mène à un titre qui existe.",
        nl="Een link naar een titel leidt naar een titel die bestaat.",
    ),
    before="[le helpdesk](contact.md#helpdeks)",
    after="[le helpdesk](contact.md#helpdesk)",
)
def dead_anchor(sources: Sources) -> Iterator[Problem]:
    """Find anchors that their page does not have; only a warning where a macro may add them."""
    found = None
    for passage, link, leads in links(sources):
        if not leads.anchor or leads.kind not in (Kind.PAGE, Kind.ANCHOR) or not leads.name:
            continue
        found = found or anchors(sources)
        there = found.get((passage.lang, leads.name))
        if there is None or leads.anchor in there.names:
            continue
        near = suggestion(leads.anchor, there.names)
        fix = near + ANCHOR_FIX
        yield Problem(
            where(passage, link),
            ANCHOR.format(anchor=leads.anchor, page=leads.name),
            fix,
            quote=link.target,
            severity=None if there.complete else Severity.WARNING,
        )


@rule(
    "wrong-language-link",
    Family.LINKS,
    Severity.ERROR,
    summary=Message(
        fr="Un lien reste dans la langue de la page ; le lien vers l’autre langue est automatique.",
        nl="Een link blijft in de taal van de pagina; de link naar de andere taal komt vanzelf.",
    ),
    before="nl: [het stappenplan](https://www.bassin-nord.brussels/feuille-de-route/)",
    after="nl: [het stappenplan](roadmap.md)",
)
def wrong_language_link(sources: Sources) -> Iterator[Problem]:
    """Find links from one language to the other: by folder, or by one of our hosts."""
    hosts = _own_hosts(sources)
    for passage, link, leads in links(sources):
        across = leads.kind is Kind.OTHER_SIDE
        if leads.kind is Kind.WEB and bare(leads.name) in hosts:
            across = hosts[bare(leads.name)].lang != passage.lang
        if across:
            message = ACROSS.format(target=link.target)
            key = leads.name.removesuffix(".md").partition("/")[2]
            if leads.kind is Kind.WEB:
                key = page_at(hosts[bare(leads.name)], leads.path) or ""
            known = any(key in site.pages for site in sites_of(sources, passage))
            fix = WRITE.format(written=f"/{key}.md") if known else ACROSS_FIX
            fix = fix.format(lang=passage.lang)
            yield Problem(where(passage, link), message, fix, quote=link.target)


@rule(
    "own-host-link",
    Family.LINKS,
    Severity.ERROR,
    summary=Message(
        fr="Un lien vers une page du même site nomme son fichier, pas son adresse.",
        nl="Een link naar een pagina van dezelfde site noemt haar bestand, niet haar adres.",
    ),
    before="[l’agenda](https://www.bassin-nord.brussels/agenda/)",
    after="[l’agenda](agenda/index.md)",
)
def own_host_link(sources: Sources) -> Iterator[Problem]:
    """Find absolute links to the site that shows the text, and dead ones to a sister site."""
    hosts = _own_hosts(sources)
    for passage, link, leads in links(sources):
        site = hosts.get(bare(leads.name)) if leads.kind is Kind.WEB else None
        if site is None or site.lang != passage.lang:
            continue
        key = page_at(site, leads.path)
        if site.bassin.id in {here.bassin.id for here in sites_of(sources, passage)}:
            fix = WRITE.format(written=f"/{key}.md") if key else OWN_FIX
            message = OWN.format(target=link.target)
            yield Problem(where(passage, link), message, fix, quote=link.target)
        elif key is None:
            message = DEAD.format(target=link.target)
            yield Problem(where(passage, link), message, OWN_FIX, quote=link.target)


def _own_hosts(sources: Sources) -> dict[str, Site]:
    return {bare(site.host): site for site in sources.network.sites}


@rule(
    "bad-address",
    Family.LINKS,
    Severity.ERROR,
    summary=Message(
        fr="L’adresse d’un lien est valable.",
        nl="Het adres van een link is geldig.",
    ),
    before="[Norwest](www.norwest.be)",
    after="[Norwest](https://www.norwest.be)",
    excusable=False,
)
def bad_address(sources: Sources) -> Iterator[Problem]:
    """Find addresses without scheme, with a mistyped one, or with parts missing."""
    for passage, link, leads in links(sources):
        if leads.kind is Kind.BAD:
            target = link.target or "()"
            message = BAD.format(target=target)
            is_host = re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", target.lower())
            fix = _with_scheme(sources, f"https://{target}") if is_host else BAD_FIX
            if _ON_A_DISK.match(target):
                message = ON_A_DISK.format(target=target)
                name = re.split(r"[\\/]", target)[-1]
                fix = ON_A_DISK_FIX.format(lang=passage.lang, name=name)
            yield Problem(where(passage, link), message, fix, quote=target)


_ON_A_DISK = re.compile(r"[A-Za-z]:[\\/]|file:|\\\\")
ON_A_DISK = Message(
    fr="« {target} » est un fichier de votre ordinateur, que personne d’autre ne peut ouvrir.",
    nl="‘{target}’ is een bestand op uw computer, dat niemand anders kan openen.",
)
ON_A_DISK_FIX = Message(
    fr="Ajoutez le fichier dans docs/{lang}/, à côté de la page, et n’écrivez que son nom : {name}",
    nl="Zet het bestand in docs/{lang}/, naast de pagina, en schrijf alleen de naam: {name}",
)


def _with_scheme(sources: Sources, address: str) -> Message:
    parts = urlsplit(address)
    site = _own_hosts(sources).get(bare(parts.hostname or ""))
    key = page_at(site, parts.path) if site else None
    return WRITE.format(written=f"/{key}.md" if key else address)


@rule(
    "insecure-link",
    Family.LINKS,
    Severity.ERROR,
    summary=Message(
        fr="Un lien emploie https quand l’hôte le connaît.",
        nl="Een link gebruikt https als de host dat kent.",
    ),
    before="[Norwest](http://www.norwest.be)",
    after="[Norwest](https://www.norwest.be)",
)
def insecure_link(sources: Sources) -> Iterator[Problem]:
    """Find `http:` to our hosts, to those of `hosts.yml`, and to any linked by https elsewhere."""
    known = {bare(host) for host in sources.content.region.hosts}
    known |= {bare(site.host) for site in sources.network.sites}
    every = list(links(sources))
    known |= {bare(d.name) for _, k, d in every if d.kind is Kind.WEB and _secure(k.target)}
    for passage, link, leads in every:
        if leads.kind is Kind.WEB and not _secure(link.target) and bare(leads.name) in known:
            better = "https" + link.target.removeprefix("http")
            yield Problem(
                where(passage, link),
                INSECURE.format(host=leads.name),
                WRITE.format(written=better),
                quote=link.target,
                edit=Edit(link.target, better),
            )
    for place, target in _addresses_of_data(sources):
        host = urlsplit(target).hostname or ""
        if bare(host) in known:
            better = "https" + target.removeprefix("http")
            message, fix = INSECURE.format(host=host), WRITE.format(written=better)
            yield Problem(place, message, fix, quote=target, edit=Edit(target, better))


def _addresses_of_data(sources: Sources) -> Iterator[tuple[Place, str]]:
    """Go through the addresses without encryption that are values of data."""
    for file in sorted({owned.record.origin.file for owned in sources.owned} - {""}):
        for number, line in enumerate(sources.lines(file), start=1):
            found = _INSECURE_VALUE.fullmatch(line) if "http:" in line else None
            if found:
                yield Place(file, number, found.start("url") + 1), found["url"]


_INSECURE_VALUE = re.compile(r"""\s*(?:- )?[a-z_]+: +["']?(?P<url>http:[^\s"']+)["']?\s*""")


def _secure(target: str) -> bool:
    return target.lower().startswith("https:")


@rule(
    "file-without-counterpart",
    Family.EXISTENCE,
    Severity.ERROR,
    summary=Message(
        fr="Une image ou un document à côté des pages existe dans les deux langues.",
        nl="Een afbeelding of document naast de pagina’s bestaat in beide talen.",
    ),
    before="docs/fr/carte.svg",
    after="docs/fr/carte.svg\ndocs/nl/carte.svg",
    excusable=False,
)
def file_without_counterpart(sources: Sources) -> Iterator[Problem]:
    """Find files of one language folder that the other lacks, with a near miss."""
    files = {lang: set(_files(sources, lang)) for lang in LANGS}
    for lang, other in zip(LANGS, reversed(LANGS), strict=True):
        lonely = files[other] - files[lang]
        for name in sorted(files[lang] - files[other]):
            near = suggestion(name, lonely)
            place = Place(f"docs/{lang}/{name}", 1)
            wanted = f"docs/{other}/{name}"
            fix = near + LONELY_FIX.format(file=wanted)
            yield Problem(place, LONELY.format(file=wanted), fix, quote=name)


def _files(sources: Sources, lang: Lang) -> Iterable[str]:
    folder = sources.root / "docs" / lang
    for path in folder.rglob("*"):
        below = path.relative_to(folder).as_posix()
        if path.is_file() and path.suffix != ".md" and not path.name.startswith("."):
            yield below


DEAD = Message(
    fr="Le lien « {target} » ne mène nulle part.",
    nl="De link ‘{target}’ leidt nergens naartoe.",
)
DEAD_HERE = Message(
    fr="Le lien « {target} » ne mène nulle part sur le site « {site} ».",
    nl="De link ‘{target}’ leidt nergens naartoe op de site ‘{site}’.",
)
DEAD_FIX = Message(
    fr="Le lien nomme le fichier de la page, « .md » compris.",
    nl="De link noemt het bestand van de pagina, met ‘.md’.",
)
NO_FILE = Message(
    fr="Le fichier « {target} » n’existe pas.", nl="Het bestand ‘{target}’ bestaat niet."
)
FILE_FIX = Message(
    fr="Placez le fichier dans docs/{lang}/, ou corrigez son nom.",
    nl="Zet het bestand in docs/{lang}/, of verbeter de naam.",
)
ANCHOR = Message(
    fr="La page « {page} » n’a pas d’ancre « #{anchor} ».",
    nl="De pagina ‘{page}’ heeft geen anker ‘#{anchor}’.",
)
ANCHOR_FIX = Message(
    fr="L’ancre est le titre en minuscules, sans accents, ou ce que dit « { #… } » à sa suite.",
    nl="Het anker is de titel in kleine letters, zonder accenten, of wat ‘{ #… }’ erna zegt.",
)
ACROSS = Message(
    fr="Le lien « {target} » mène à l’autre langue.",
    nl="De link ‘{target}’ leidt naar de andere taal.",
)
ACROSS_FIX = Message(
    fr="Nommez la page de docs/{lang}/ ; le menu des langues mène à l’autre côté.",
    nl="Noem de pagina van docs/{lang}/; de taalkeuze leidt naar de andere kant.",
)
OWN = Message(
    fr="« {target} » est une adresse du site même.",
    nl="‘{target}’ is een adres van de site zelf.",
)
OWN_FIX = Message(
    fr="Nommez le fichier de la page, par exemple « agenda/index.md ».",
    nl="Noem het bestand van de pagina, bijvoorbeeld ‘agenda/index.md’.",
)
BAD = Message(
    fr="« {target} » n’est pas une adresse valable.", nl="‘{target}’ is geen geldig adres."
)
BAD_FIX = Message(
    fr="Écrivez « https://… », « mailto:info@… », « tel:+3223186057 » ou un fichier « .md ».",
    nl="Schrijf ‘https://…’, ‘mailto:info@…’, ‘tel:+3223186057’ of een bestand ‘.md’.",
)
INSECURE = Message(
    fr="Le lien vers {host} n’est pas chiffré.", nl="De link naar {host} is niet versleuteld."
)
LONELY = Message(
    fr="Ce fichier n’a pas de pendant ({file}).", nl="Dit bestand heeft geen tegenhanger ({file})."
)
LONELY_FIX = Message(
    fr="Ajoutez {file}, au besoin le même fichier.",
    nl="Voeg {file} toe, desnoods hetzelfde bestand.",
)
