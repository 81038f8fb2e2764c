"""Rules about what a link says before it is followed."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from macros.checks.links import DOCUMENTS, Kind, links
from macros.checks.registry import Family, Problem, rule
from macros.checks.rules.blocks import lines_of_code, prose_lines
from macros.checks.rules.links import where
from macros.content.messages import WRITE
from macros.finding import Severity
from macros.language import Lang, Message
from macros.texts.sources import Passage, Sources

_VAGUE: Mapping[Lang, frozenset[str]] = {
    "fr": frozenset(
        {
            "ici",
            "cliquez ici",
            "cliquer ici",
            "cliquez",
            "cliquez sur ce lien",
            "via ce lien",
            "suivez ce lien",
            "par ici",
            "voir ici",
            "là",
            "lien",
            "ce lien",
            "le lien",
            "cette page",
            "page",
            "lire plus",
            "lire la suite",
            "en savoir plus",
            "plus d’infos",
            "plus d’informations",
            "savoir plus",
            "plus",
            "suite",
            "télécharger",
            "document",
            "ce document",
            "site",
            "site web",
            "ce site",
            "ce site web",
            "plus d’info",
            "infos",
            "voir",
            "détails",
            "en cliquant ici",
        }
    ),
    "nl": frozenset(
        {
            "hier",
            "klik hier",
            "klik",
            "klik op deze link",
            "via deze link",
            "volg deze link",
            "via hier",
            "link",
            "deze link",
            "de link",
            "deze pagina",
            "pagina",
            "lees meer",
            "lees verder",
            "meer lezen",
            "meer weten",
            "meer info",
            "meer informatie",
            "meer",
            "verder",
            "downloaden",
            "download",
            "document",
            "dit document",
            "site",
            "website",
            "deze site",
            "deze website",
            "info",
            "lees hier",
            "bekijk",
            "details",
            "door hier te klikken",
            "hier klikken",
        }
    ),
}
_SIZE = re.compile(r"\d+(?:[.,]\d+)?[\s\u00a0]?(?:o|ko|mo|go|b|kb|mb|gb)\b", re.IGNORECASE)
_UNITS: Mapping[Lang, tuple[str, str]] = {"fr": ("Ko", "Mo"), "nl": ("kB", "MB")}
_STEP = 1024
_FILE = r"[\w/.-]+\.(?:md|svg|png|jpe?g|webp|avif|pdf)"
_BROKEN = re.compile(
    rf"\[[^\]\[\n]+\][ \u00a0]\((?:https?:|/|\.\.?/|{_FILE})[^)\n]*\)?"
    rf"|\[[^\]\[\n]+\]\((?:https?:|/|{_FILE})[^)\n]*$"
    rf"|\([^()\n]+\)\[(?:https?:|/|{_FILE})[^\]\n]*\]"
    r"|\[[^\]\[\n]*\]\([^()\n\"']* [^()\n\"']*\.(?:md|svg|png|jpe?g|webp|avif|pdf)\)"
    r"|\[[^\]\[\n]*\]\((?:tel|mailto):[^()\n]* [^()\n]*\)",
    re.MULTILINE,
)


@rule(
    "vague-label",
    Family.LINKS,
    Severity.ERROR,
    summary=Message(
        fr="Un lien dit où il mène, même lu seul.",
        nl="Een link zegt waar hij naartoe leidt, ook los gelezen.",
    ),
    before="Le compte rendu est [ici](compte-rendu.md).",
    after="Lisez le [compte rendu de l’atelier](compte-rendu.md).",
)
def vague_label(sources: Sources) -> Iterator[Problem]:
    """Find labels that mean nothing alone (WCAG 2.2, 2.4.4 and 2.4.9), and bare addresses."""
    for passage, link, _ in links(sources):
        if link.image:
            continue
        label = link.text.replace("'", "’").replace("\n", " ").strip(" .,:;!?»\u00a0").casefold()
        if label in _VAGUE[passage.lang]:
            message = VAGUE.format(label=link.text)
            yield Problem(where(passage, link), message, VAGUE_FIX, quote=link.text)
        elif re.match(r"(?:https?://|www\.)", label):
            yield Problem(where(passage, link), URL_LABEL, VAGUE_FIX, quote=link.text)


@rule(
    "file-label",
    Family.LINKS,
    Severity.ERROR,
    summary=Message(
        fr="Un lien vers un fichier dit son format et son poids.",
        nl="Een link naar een bestand vermeldt het formaat en de grootte.",
    ),
    before="[Carte d’identité](carte-identite.pdf)",
    after="[Carte d’identité (PDF, 1,2 Mo)](carte-identite.pdf)",
)
def file_label(sources: Sources) -> Iterator[Problem]:
    """Find links to documents whose label lacks the format or the size."""
    for passage, link, leads in links(sources):
        path = leads.path if leads.kind is Kind.WEB else leads.name
        suffix = PurePosixPath(path).suffix.lower()
        ending = suffix.removeprefix(".")
        if link.image or leads.kind not in (Kind.WEB, Kind.FILE) or suffix not in DOCUMENTS:
            continue
        if ending in link.text.lower() and _SIZE.search(link.text):
            continue
        size = "…"
        local = sources.root / "docs" / passage.lang / leads.name
        if leads.kind is Kind.FILE and local.is_file():
            size = _weight(local.stat().st_size, passage.lang)
        label = f"{link.text} ({ending.upper()}, {size})"
        message = FILE.format(label=link.text)
        yield Problem(where(passage, link), message, FILE_FIX.format(label=label), quote=link.text)


def _weight(size: int, lang: Lang) -> str:
    """Write a size as people read it: `812 Ko`, `1,2 MB`."""
    kilo, mega = _UNITS[lang]
    if size < _STEP * _STEP:
        return f"{max(1, round(size / _STEP))}\u00a0{kilo}"
    return f"{size / _STEP / _STEP:.1f}\u00a0{mega}".replace(".", ",")


@rule(
    "empty-link",
    Family.ACCESSIBILITY,
    Severity.ERROR,
    summary=Message(
        fr="Un lien contient des mots, ou une image décrite.",
        nl="Een link bevat woorden, of een beschreven afbeelding.",
    ),
    before="[](contact.md)",
    after="[Contact](contact.md)",
    excusable=False,
)
def empty_link(sources: Sources) -> Iterator[Problem]:
    """Find links without a name (WCAG 2.2, 4.1.2)."""
    for passage, link, _ in links(sources):
        if link.image or link.text:
            continue
        images = (image for image in passage.markdown.images if image.line == link.line)
        source = passage.markdown.source[link.line - passage.line]
        if "{{" in source or any(image.text for image in images):
            continue
        yield Problem(where(passage, link), EMPTY, EMPTY_FIX, quote=link.target)


@rule(
    "broken-link-markup",
    Family.LINKS,
    Severity.ERROR,
    summary=Message(
        fr="Un lien a ses mots entre crochets et, sans espace, son adresse entre parenthèses.",
        nl="Een link bestaat uit woorden tussen vierkante haken en, zonder spatie, een adres "
        "tussen ronde haken.",
    ),
    before="Voyez l’[agenda] (agenda/index.md).",
    after="Voyez l’[agenda](agenda/index.md).",
)
def broken_link_markup(sources: Sources) -> Iterator[Problem]:
    """Find links that would show as brackets."""
    for passage in sources.markdown:
        if "[" not in passage.text:
            continue
        code = lines_of_code(passage)
        for found in _BROKEN.finditer(passage.text):
            line = passage.line + passage.text.count("\n", 0, found.start())
            if line not in code:
                message = BROKEN.format(words=found[0])
                parts = _APART.fullmatch(found[0]) or _TURNED.fullmatch(found[0])
                target = parts["target"] if parts else ""
                end = "" if found[0].endswith(")") else _AFTER.search(target)[0]  # type: ignore[index]
                target = target.removesuffix(end)
                right = f"[{parts['words']}]({target}){end}" if parts else ""
                fix = WRITE.format(written=right) if parts else BROKEN_FIX
                if parts and target.startswith(("tel:", "mailto:")):
                    bare = re.sub(r"^tel:0", "tel:+32", re.sub(r"[\s/.]|\(0\)", "", target))
                    bare = bare if bare.startswith("tel:") else target.replace(" ", "")
                    fix = WRITE.format(written=f"[{parts['words']}]({bare})")
                elif parts and " " in parts["target"].strip():
                    fix = SPACED.format(right=parts["target"].strip().replace(" ", "-"))
                yield Problem(passage.place(found.start()), message, fix, quote=found[0])
        for found in _REFERENCE.finditer(prose_without_code(passage)):
            if f"[{found['name'] or found['words']}]:" not in passage.text:
                here = passage.place(found.start())
                message = BROKEN.format(words=found[0])
                yield Problem(here, message, BROKEN_FIX, quote=found[0])


def prose_without_code(passage: Passage) -> str:
    """Return a text with its code and macro calls hidden."""
    lines = list(passage.markdown.source)
    seen = dict(prose_lines(passage))
    return "\n".join(seen.get(n, " " * len(line)) for n, line in enumerate(lines))


_REFERENCE = re.compile(r"\[(?P<words>[^\[\]\n]+)\]\[(?P<name>[^\[\]\n]*)\]")
VAGUE = Message(
    fr="Le libellé « {label} » ne dit pas où mène le lien.",
    nl="Het opschrift ‘{label}’ zegt niet waar de link naartoe leidt.",
)
URL_LABEL = Message(
    fr="Une adresse sert de libellé au lien.", nl="Een webadres dient als opschrift van de link."
)
VAGUE_FIX = Message(
    fr="Nommez ce que l’on trouve au bout : [Compte rendu de l’atelier](…).",
    nl="Zeg wat er te vinden is: [Verslag van het atelier](…).",
)
FILE = Message(
    fr="Le lien « {label} » ouvre un fichier sans en dire le format et le poids.",
    nl="De link ‘{label}’ opent een bestand zonder formaat en grootte te vermelden.",
)
FILE_FIX = Message(fr="Écrivez « [{label}](…) ».", nl="Schrijf ‘[{label}](…)’.")
EMPTY = Message(fr="Ce lien est vide.", nl="Deze link is leeg.")
EMPTY_FIX = Message(
    fr="Écrivez des mots entre les crochets : [Contact](contact.md).",
    nl="Schrijf woorden tussen de haken: [Contact](contact.md).",
)
BROKEN = Message(
    fr="« {words} » ressemble à un lien et n’en est pas un.",
    nl="‘{words}’ lijkt op een link maar is er geen.",
)
_TURNED = re.compile(r"\((?P<words>[^()]+)\)\[(?P<target>[^\]]*)\]")
_AFTER = re.compile(r"[.,;:!?]*$")
_APART = re.compile(r"\[(?P<words>[^\]]+)\][ \u00a0]?\((?P<target>[^)]*)\)?")
SPACED = Message(
    fr="Un nom de fichier n’a pas d’espace : renommez-le, puis écrivez « {right} ».",
    nl="Een bestandsnaam heeft geen spatie: hernoem het en schrijf dan ‘{right}’.",
)
BROKEN_FIX = Message(
    fr="Écrivez [mots](adresse), sans espace entre « ] » et « ( ».",
    nl="Schrijf [woorden](adres), zonder spatie tussen ‘]’ en ‘(’.",
)
