"""Blocks and marks that people know from elsewhere and that our pages would show as they are.

What Python-Markdown reads here is its core with tables, attribute lists and `!!!` admonitions.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from macros.checks.registry import Family, Problem, rule
from macros.finding import Severity
from macros.language import Message
from macros.prose.masking import HIDDEN
from macros.texts.sources import Passage, Place, Sources


def lines_of_code(passage: Passage) -> set[int]:
    """Return the lines of the file that are code."""
    return {line for block in passage.markdown.of("code") for line in range(block.line, block.end)}


def prose_lines(passage: Passage) -> Iterator[tuple[int, str]]:
    """Go through the lines outside of code by their place in the text, inline code hidden."""
    code = lines_of_code(passage)
    for index, line in enumerate(passage.markdown.source):
        if passage.line + index not in code:
            yield index, _CODE.sub(lambda found: HIDDEN * len(found[0]), line)


_CODE = re.compile(r"`[^`]+`|\{\{.*?\}\}")


def _place(passage: Passage, index: int) -> Place:
    return Place(passage.file, passage.line + index)


@rule(
    "unread-mark",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Un texte n’emploie pas de signes que nos pages ne comprennent pas.",
        nl="Een tekst bevat geen tekens die onze pagina’s niet begrijpen.",
    ),
    before="L’atelier est ~~reporté~~ annulé.",
    after="L’atelier est annulé.",
)
def unread_mark(sources: Sources) -> Iterator[Problem]:
    """Find marks of other kinds of Markdown, which the page would show to everybody."""
    for passage in sources.markdown:
        if not _MAYBE.search(passage.text):
            continue
        for index, line in prose_lines(passage):
            for pattern, fix in _MARKS:
                found = pattern.search(line)
                if found:
                    mark = found[0].strip()
                    message = MARK.format(mark=mark)
                    yield Problem(_place(passage, index), message, fix, quote=mark)


_MAYBE = re.compile(r"~~|==|\[\^|\[[ xX]\]|\[!|\?\?\?|\[TOC\]|:[a-z]")
_MARKS: Sequence[tuple[re.Pattern[str], Message]] = (
    (
        re.compile(r"~~[^~]+~~"),
        Message(
            fr="Supprimez les mots barrés, ou dites en toutes lettres ce qui a changé.",
            nl="Schrap de doorstreepte woorden, of zeg voluit wat er veranderd is.",
        ),
    ),
    (
        re.compile(r"(?<!=)==[^=]+==(?!=)"),
        Message(
            fr="Mettez les mots en gras : **mots**.", nl="Zet de woorden in het vet: **woorden**."
        ),
    ),
    (
        re.compile(r"\[\^[\w-]+\]"),
        Message(
            fr="Mettez la note dans le texte, entre parenthèses ou dans une phrase à elle.",
            nl="Zet de noot in de tekst, tussen haakjes of in een eigen zin.",
        ),
    ),
    (
        re.compile(r"^ *[-*+] \[[ xX]\] "),
        Message(fr="Commencez la ligne par « - ».", nl="Begin de regel met ‘- ’."),
    ),
    (
        re.compile(r"^ *> ?\[!\w+\]|^ *\?\?\?\+? .*"),
        Message(
            fr='Écrivez « !!! note "Titre" », puis le texte en dessous, précédé de quatre espaces.',
            nl='Schrijf ‘!!! note "Titel"’ en daaronder de tekst, met vier spaties ervoor.',
        ),
    ),
    (
        re.compile(r"^\[TOC\]"),
        Message(
            fr="Supprimez la ligne : les titres se suivent sur la page.",
            nl="Verwijder de regel: de titels volgen elkaar op de pagina op.",
        ),
    ),
    (
        re.compile(r"(?<![\w:/]):[a-z][a-z_]+:(?![\w:])"),
        Message(
            fr="Écrivez ce que l’image veut dire, en mots.",
            nl="Schrijf in woorden wat het plaatje betekent.",
        ),
    ),
)
MARK = Message(
    fr="« {mark} » s’afficherait tel quel : nos pages ne connaissent pas ce signe.",
    nl="‘{mark}’ zou er zo op de pagina staan: onze pagina’s kennen dat teken niet.",
)


@rule(
    "broken-admonition",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Un encadré a un titre entre guillemets droits et un texte en retrait.",
        nl="Een kader heeft een titel tussen rechte aanhalingstekens en ingesprongen tekst.",
    ),
    before='!!! note "Attention"\nLe lieu a changé.',
    after='!!! note "Attention"\n    Le lieu a changé.',
)
def broken_admonition(sources: Sources) -> Iterator[Problem]:
    """Find admonitions whose title is badly quoted, or whose text is not theirs."""
    for passage in sources.markdown:
        if "!!!" not in passage.text:
            continue
        lines = [*passage.markdown.source, ""]
        for index, line in prose_lines(passage):
            if not line.lstrip().startswith("!!!"):
                continue
            here, shown = _place(passage, index), line.strip()
            depth = len(line) - len(line.lstrip())
            below = next((text for text in lines[index + 1 :] if text.strip()), "")
            if not _ADMONITION.fullmatch(line.strip()):
                fix = TITLE_FIX.format(line=_retitled(line.strip()))
                yield Problem(here, TITLE.format(line=shown), fix, quote=shown)
            elif len(below) - len(below.lstrip(" ")) < depth + INSIDE:
                yield Problem(here, EMPTY.format(line=shown), EMPTY_FIX, quote=shown)


INSIDE = 4
"""Spaces before the text of an admonition."""
_ADMONITION = re.compile(r'!!! [a-z]+(?: "[^"]*")?')
_LOOSE = re.compile(r"!!! *(?P<kind>[A-Za-zÀ-ÿ]*)\s*(?P<title>.*)")


def _retitled(line: str) -> str:
    found = _LOOSE.match(line)
    kind = (found["kind"].lower() if found else "") or "note"
    title = found["title"].strip(" \"'“”„«»‘’\u00a0") if found else ""
    kind = kind if kind.isascii() else "note"
    return f'!!! {kind} "{title}"' if title else f"!!! {kind}"


TITLE = Message(fr="« {line} » ne fait pas un encadré.", nl="‘{line}’ maakt geen kader.")
TITLE_FIX = Message(fr="Écrivez : {line}", nl="Schrijf: {line}")
EMPTY = Message(
    fr="L’encadré « {line} » est vide : son texte n’est pas en retrait.",
    nl="Het kader ‘{line}’ is leeg: de tekst ervan springt niet in.",
)
EMPTY_FIX = Message(
    fr="Mettez quatre espaces devant chaque ligne de son texte.",
    nl="Zet vier spaties voor elke regel van de tekst.",
)


@rule(
    "indented-text",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Un paragraphe ne commence pas par quatre espaces, qui en feraient du code.",
        nl="Een alinea begint niet met vier spaties: die maken er code van.",
    ),
    before="Comment venir\u00a0?\n\n    Écrivez au bassin.",
    after="Comment venir\u00a0?\n\nÉcrivez au bassin.",
)
def indented_text(sources: Sources) -> Iterator[Problem]:
    """Find code made by an indent alone; who means code sets it between three back quotes."""
    for passage in sources.markdown:
        for block in passage.markdown.of("code"):
            line = passage.markdown.source[block.line - passage.line]
            if not line.lstrip(" >-").startswith(("`", "~")):
                quote = line.strip()[:SHOWN]
                here = Place(passage.file, block.line)
                yield Problem(here, INDENTED.format(quote=quote), INDENTED_FIX, quote=quote)


SHOWN = 60
"""Signs of a line that a message repeats."""
INDENTED = Message(
    fr="À cause de son retrait, « {quote} » s’afficherait comme du code.",
    nl="Door de inspringing zou ‘{quote}’ als code verschijnen.",
)
INDENTED_FIX = Message(
    fr="Effacez les espaces au début de la ligne.",
    nl="Wis de spaties aan het begin van de regel.",
)


@rule(
    "uneven-table",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Toutes les lignes d’un tableau ont autant de cellules.",
        nl="Alle rijen van een tabel hebben evenveel cellen.",
    ),
    before="| Jour | Lieu |\n|---|---|\n| lundi | Jette | Ixelles |",
    after="| Jour | Lieu |\n|---|---|\n| lundi | Jette |",
)
def uneven_table(sources: Sources) -> Iterator[Problem]:
    """Find rows with more or fewer cells than the head: what is too much is not shown at all."""
    for passage in sources.markdown:
        if "|" not in passage.text:
            continue
        columns, previous = 0, -1
        lines = [(index, line) for index, line in prose_lines(passage) if "|" in line]
        for (above, head), (index, line) in pairwise([(-2, ""), *lines]):
            if index == above + 1 and _DASHES.fullmatch(line):
                columns, previous = _cells(head), above
            elif columns == 0 or index != previous + 1:
                columns = 0
                continue
            previous = index
            if _cells(line) != columns:
                values = {"count": _cells(line), "wanted": columns}
                fix = UNEVEN_FIX.format(**values)
                yield Problem(_place(passage, index), UNEVEN.format(**values), fix)


_DASHES = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*")


def _cells(line: str) -> int:
    bare = line.replace("\\|", "").strip()
    return bare.removeprefix("|").removesuffix("|").count("|") + 1


UNEVEN = Message(
    fr="Cette ligne n’a pas autant de cellules que les en-têtes : {count}, et non {wanted}.",
    nl="Deze rij heeft niet evenveel cellen als de koppen: {count}, en niet {wanted}.",
)
UNEVEN_FIX = Message(
    fr="Donnez-en {wanted} à chaque ligne, celle des tirets comprise ; une cellule peut rester "
    "vide.",
    nl="Geef elke rij er {wanted}, ook die met de streepjes; een cel mag leeg blijven.",
)


@rule(
    "bold-as-heading",
    Family.ACCESSIBILITY,
    Severity.WARNING,
    summary=Message(
        fr="Un titre est un vrai titre, pas une ligne en gras.",
        nl="Een titel is een echte titel, geen vette regel.",
    ),
    before="**Qui peut venir**",
    after="## Qui peut venir",
)
def bold_as_heading(sources: Sources) -> Iterator[Problem]:
    """Find bold lines alone, by which nobody can jump from part to part (WCAG 2.2, 1.3.1)."""
    for passage in sources.markdown:
        for block in passage.markdown.of("paragraph") if "**" in passage.text else ():
            line = passage.markdown.source[block.line - passage.line].strip()
            found = _BOLD.fullmatch(line)
            if found and block.end == block.line + 1 and block.depth == 0:
                level = _level(passage, block.line)
                fix = BOLD_FIX.format(heading=f"{'#' * level} {found['words'].strip()}")
                here = Place(passage.file, block.line)
                severity = Severity.ERROR if _has_more_headings(sources, passage) else None
                yield Problem(here, BOLD.format(line=line), fix, quote=line, severity=severity)


_BOLD = re.compile(r"(\*\*|__)(?P<words>[^*_]{2,80}?)(?<!\.)[\s:]*\1[\s:]*")
"""A line that ends with a full stop is a sentence, and no heading."""


def _has_more_headings(sources: Sources, passage: Passage) -> bool:
    twin = sources.twin(passage)
    return twin is not None and len(twin.markdown.headings) > len(passage.markdown.headings)


def _level(passage: Passage, line: int) -> int:
    above = [heading.level for heading in passage.markdown.headings if heading.line < line]
    return above[-1] if above else 2


BOLD = Message(
    fr="« {line} » ressemble à un titre et n’en est pas un.",
    nl="‘{line}’ lijkt op een titel en is er geen.",
)
BOLD_FIX = Message(
    fr="Écrivez « {heading} », ou ajoutez ces mots à la phrase qui suit.",
    nl="Schrijf ‘{heading}’, of zet deze woorden in de zin die volgt.",
)
