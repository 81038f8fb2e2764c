"""Rules about what the source must say so that everyone can read the page."""

import re
from collections.abc import Iterator, Mapping

from macros.checks.registry import Family, Problem, rule
from macros.checks.rules.links import where
from macros.content.messages import WRITE
from macros.finding import Severity
from macros.language import Lang, Message
from macros.texts.sources import Passage, Place, Sources

_ALT_OF_A_FILE = re.compile(
    r"[\w-]+\.(?:png|jpe?g|svg|gif|webp)|(?:IMG|DSC|image)[_-]?\d+", re.IGNORECASE
)
_SAYS_IMAGE: Mapping[Lang, re.Pattern[str]] = {
    "fr": re.compile(r"(?:image|photo|illustration|visuel)(?: d[eu]s?| de la)?\s*$", re.IGNORECASE),
    "nl": re.compile(r"(?:afbeelding|foto|illustratie|beeld)(?: van(?: de)?)?\s*$", re.IGNORECASE),
}
MAX_LEVEL = 6
FIRST_LEVEL = 2
"""Level of the first headings of a text: its title, above it, is the only `h1`."""


@rule(
    "image-without-alt",
    Family.ACCESSIBILITY,
    Severity.ERROR,
    summary=Message(
        fr="Une image est décrite pour qui ne la voit pas.",
        nl="Een afbeelding is beschreven voor wie ze niet ziet.",
    ),
    before="![](carte.svg)",
    after="![Carte des cinq bassins](carte.svg)",
)
def image_without_alt(sources: Sources) -> Iterator[Problem]:
    """Find images without alternative text, or with a file name for one (WCAG 2.2, 1.1.1)."""
    for passage in sources.markdown:
        for image in passage.markdown.images:
            alt = image.text.strip()
            vague = _ALT_OF_A_FILE.fullmatch(alt) or _SAYS_IMAGE[passage.lang].fullmatch(alt)
            if alt and not vague:
                continue
            message = VAGUE_ALT.format(alt=alt) if alt else NO_ALT
            fix = ALT_FIX.format(target=image.target)
            yield Problem(where(passage, image), message, fix, quote=image.target)


@rule(
    "heading-skip",
    Family.ACCESSIBILITY,
    Severity.ERROR,
    summary=Message(
        fr="Les titres descendent d’un niveau à la fois, à partir de « ## ».",
        nl="Titels gaan één niveau tegelijk omlaag, vanaf ‘##’.",
    ),
    before="## Les tables\n#### Les concertations",
    after="## Les tables\n### Les concertations",
)
def heading_skip(sources: Sources) -> Iterator[Problem]:
    """Find headings more than one level below the one before (WCAG 2.2, 1.3.1)."""
    for passage in sources.passages:
        level = FIRST_LEVEL - 1
        for number, heading in enumerate(passage.markdown.headings):
            if heading.level > level + 1:
                shown = f"{'#' * heading.level} {heading.text}"
                wanted = min(level + 1, _level_there(sources.twin(passage), number, passage))
                fix = WRITE.format(written=f"{'#' * wanted} {heading.text}")
                here = Place(passage.file, heading.line)
                yield Problem(here, SKIP.format(heading=shown), fix, quote=heading.text)
            level = heading.level


def _level_there(twin: Passage | None, number: int, here: Passage) -> int:
    """Return the level of the same heading on the other side, where both have as many."""
    there = twin.markdown.headings if twin else ()
    is_alike = len(there) == len(here.markdown.headings)
    return max(FIRST_LEVEL, there[number].level) if is_alike else MAX_LEVEL


@rule(
    "second-h1",
    Family.ACCESSIBILITY,
    Severity.ERROR,
    summary=Message(
        fr="Le seul titre de premier niveau est celui de l’en-tête de la page.",
        nl="De enige titel van het eerste niveau is die in de hoofding van de pagina.",
    ),
    before="# Les missions",
    after="## Les missions",
)
def second_h1(sources: Sources) -> Iterator[Problem]:
    """Find headings of level 1 in texts: the title of the page is one already."""
    for passage in sources.markdown:
        for heading in passage.markdown.headings:
            if heading.level < FIRST_LEVEL:
                here = Place(passage.file, heading.line)
                message = FIRST.format(text=heading.text)
                yield Problem(
                    here, message, FIRST_FIX.format(text=heading.text), quote=heading.text
                )


@rule(
    "empty-heading",
    Family.ACCESSIBILITY,
    Severity.ERROR,
    summary=Message(
        fr="Un titre contient des mots.",
        nl="Een titel bevat woorden.",
    ),
    before="##",
    after="## Les missions",
    excusable=False,
)
def empty_heading(sources: Sources) -> Iterator[Problem]:
    """Find headings without words; one that a macro fills has some."""
    for passage in sources.markdown:
        for heading in passage.markdown.headings:
            source = passage.markdown.source[heading.line - passage.line]
            if not heading.text and "{{" not in source:
                yield Problem(Place(passage.file, heading.line), EMPTY, EMPTY_FIX)


@rule(
    "table-without-header",
    Family.ACCESSIBILITY,
    Severity.ERROR,
    summary=Message(
        fr="Chaque colonne d’un tableau a un en-tête.",
        nl="Elke kolom van een tabel heeft een kop.",
    ),
    before="|  |  |\n|---|---|\n| Jette | 1090 |",
    after="| Commune | Code postal |\n|---|---|\n| Jette | 1090 |",
)
def table_without_header(sources: Sources) -> Iterator[Problem]:
    """Find tables with an empty cell in their head (WCAG 2.2, 1.3.1)."""
    for passage in sources.markdown:
        for table in passage.markdown.of("table"):
            head = passage.markdown.source[table.line - passage.line].strip().strip("|")
            cells = [cell.strip() for cell in head.split("|")]
            if not all(cells):
                yield Problem(Place(passage.file, table.line), HEADLESS, HEADLESS_FIX)
        may_hold = "|" in passage.text or "\t" in passage.text
        for block in passage.markdown.of("paragraph") if may_hold else ():
            lines = block.text.split("\n")
            if all(_ROW.fullmatch(line) for line in lines):
                columns = len(re.split(r"\||\t+", lines[0].strip().strip("|")))
                rule_line = "|" + "---|" * columns
                fix = NO_TABLE_FIX.format(rule=rule_line)
                yield Problem(Place(passage.file, block.line), NO_TABLE, fix, quote=lines[0])


_ROW = re.compile(r"\s*\|.*\|.*\|\s*|[^\t]+(?:\t+[^\t]+)+")
NO_TABLE = Message(
    fr="Ces lignes ne font pas un tableau : il leur manque celle des en-têtes.",
    nl="Deze regels zijn geen tabel: de regel met de koppen ontbreekt.",
)
NO_TABLE_FIX = Message(
    fr="Écrivez au-dessus une ligne qui nomme les colonnes, puis « {rule} » ; des barres « | » "
    "séparent les colonnes.",
    nl="Schrijf erboven een regel met de namen van de kolommen, en dan ‘{rule}’; tussen de "
    "kolommen staat ‘|’.",
)
NO_ALT = Message(fr="Cette image n’est pas décrite.", nl="Deze afbeelding is niet beschreven.")
VAGUE_ALT = Message(
    fr="« {alt} » ne décrit pas l’image.", nl="‘{alt}’ beschrijft de afbeelding niet."
)
ALT_FIX = Message(
    fr="Dites ce qu’elle montre : ![Carte des cinq bassins]({target}).",
    nl="Zeg wat ze toont: ![Kaart van de vijf zorgzones]({target}).",
)
SKIP = Message(
    fr="Le titre « {heading} » saute un niveau.", nl="De titel ‘{heading}’ slaat een niveau over."
)
FIRST = Message(
    fr="« # {text} » est un second titre de premier niveau.",
    nl="‘# {text}’ is een tweede titel van het eerste niveau.",
)
FIRST_FIX = Message(
    fr="Écrivez « ## {text} » ; le titre de la page vient de « title: ».",
    nl="Schrijf ‘## {text}’; de titel van de pagina komt uit ‘title:’.",
)
EMPTY = Message(fr="Ce titre est vide.", nl="Deze titel is leeg.")
EMPTY_FIX = Message(
    fr="Écrivez des mots après les dièses, ou supprimez la ligne.",
    nl="Schrijf woorden na de hekjes, of verwijder de regel.",
)
HEADLESS = Message(
    fr="Une colonne du tableau n’a pas d’en-tête.", nl="Een kolom van de tabel heeft geen kop."
)
HEADLESS_FIX = Message(
    fr="Nommez chaque colonne sur la première ligne : « | Commune | Code postal | ».",
    nl="Benoem elke kolom op de eerste regel: ‘| Gemeente | Postcode |’.",
)
