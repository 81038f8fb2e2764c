"""Rules about pairs: both sides of a text are built alike.

Each rule compares one aspect of the two sides in order; a difference is shown on the side that
has more, or on the French one when both have as much, with the line of the other side.
"""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from macros.checks.links import DOCUMENTS, Kind, destination
from macros.checks.registry import Family, Problem, rule
from macros.checks.side_by_side import Part, Read, call_key, compared, headings
from macros.finding import Severity
from macros.language import Message
from macros.texts.markdown import Block, BlockKind
from macros.texts.sources import Passage, Sources, place

SHOWN = 40
"""Characters of a list's first item that a message shows."""


def _blocks(kind: BlockKind, key: Callable[[Block], Any], shown: Callable[[Block], str]) -> Read:
    def read(passage: Passage) -> list[Part]:
        blocks = passage.markdown.of(kind)
        return [Part(key(block), block.line, shown(block)) for block in blocks]

    return read


@rule(
    "heading-parity",
    Family.STRUCTURE,
    Severity.ERROR,
    summary=Message(
        fr="Les deux côtés ont les mêmes niveaux de titres, dans le même ordre.",
        nl="Beide kanten hebben dezelfde titelniveaus, in dezelfde volgorde.",
    ),
    before="## Qui peut venir   →   Wie kan komen",
    after="## Qui peut venir   →   ## Wie kan komen",
)
def heading_parity(sources: Sources) -> Iterator[Problem]:
    """Compare the levels of headings."""
    return compared(sources, headings, Message(fr="Le titre", nl="De titel"))


@rule(
    "list-parity",
    Family.STRUCTURE,
    Severity.ERROR,
    summary=Message(
        fr="Les deux côtés ont les mêmes listes, avec autant d’éléments.",
        nl="Beide kanten hebben dezelfde lijsten, met evenveel elementen.",
    ),
    before="- un\n- deux   →   - een",
    after="- un\n- deux   →   - een\n- twee",
)
def list_parity(sources: Sources) -> Iterator[Problem]:
    """Compare lists: numbered or not, how deep, how many items."""

    def read(passage: Passage) -> list[Part]:
        lines = passage.markdown.source
        return [
            Part(
                (block.detail, block.depth, block.count),
                block.line,
                f"{lines[block.line - passage.line].strip()[:SHOWN]}… ({block.count})",
            )
            for block in passage.markdown.of("list")
        ]

    return compared(sources, read, Message(fr="La liste", nl="De lijst"))


@rule(
    "table-parity",
    Family.STRUCTURE,
    Severity.ERROR,
    summary=Message(
        fr="Les deux côtés ont les mêmes tableaux, avec autant de lignes et de colonnes.",
        nl="Beide kanten hebben dezelfde tabellen, met evenveel rijen en kolommen.",
    ),
    before="| Jour | Lieu |\n|---|---|\n| lundi | Jette |   →   | Dag |\n|---|\n| maandag |",
    after="| Jour | Lieu |\n|---|---|\n| lundi | Jette |   →   "
    "| Dag | Plaats |\n|---|---|\n| maandag | Jette |",
)
def table_parity(sources: Sources) -> Iterator[Problem]:
    """Compare tables by rows and columns."""
    read = _blocks("table", lambda b: (b.level, b.count), lambda b: f"{b.count} × {b.level}")
    return compared(sources, read, Message(fr="Le tableau", nl="De tabel"))


@rule(
    "admonition-parity",
    Family.STRUCTURE,
    Severity.ERROR,
    summary=Message(
        fr="Les deux côtés ont les mêmes encadrés.",
        nl="Beide kanten hebben dezelfde kaders.",
    ),
    before='!!! note "Attention"\n    Un mot.   →   ',
    after='!!! note "Attention"\n    Un mot.   →   !!! note "Opgelet"\n    Een woord.',
)
def admonition_parity(sources: Sources) -> Iterator[Problem]:
    """Compare admonitions by kind."""
    read = _blocks("admonition", lambda b: b.detail, lambda b: f"!!! {b.detail}")
    return compared(sources, read, Message(fr="L’encadré", nl="Het kader"))


@rule(
    "code-parity",
    Family.STRUCTURE,
    Severity.ERROR,
    summary=Message(
        fr="Les deux côtés ont les mêmes blocs de code.",
        nl="Beide kanten hebben dezelfde codeblokken.",
    ),
    before="``` yaml   →   ``` text",
    after="``` yaml   →   ``` yaml",
)
def code_parity(sources: Sources) -> Iterator[Problem]:
    """Compare code blocks by language; their words may differ."""
    read = _blocks("code", lambda b: b.detail, lambda b: f"``` {b.detail}")
    return compared(sources, read, Message(fr="Le bloc de code", nl="Het codeblok"))


@rule(
    "image-parity",
    Family.STRUCTURE,
    Severity.ERROR,
    summary=Message(
        fr="Les deux côtés montrent autant d’images, aux mêmes endroits.",
        nl="Beide kanten tonen evenveel afbeeldingen, op dezelfde plaatsen.",
    ),
    before="![Carte](carte.svg)   →   ",
    after="![Carte](carte.svg)   →   ![Kaart](kaart.svg)",
)
def image_parity(sources: Sources) -> Iterator[Problem]:
    """Compare the number of images in each section; a picture may have a file a language."""

    def read(passage: Passage) -> list[Part]:
        above = [heading.line for heading in passage.markdown.headings]
        return [
            Part(sum(line <= image.line for line in above), image.line, image.target)
            for image in passage.markdown.images
        ]

    return compared(sources, read, Message(fr="L’image", nl="De afbeelding"))


@rule(
    "macro-parity",
    Family.STRUCTURE,
    Severity.ERROR,
    summary=Message(
        fr="Les deux côtés appellent les mêmes macros avec les mêmes arguments.",
        nl="Beide kanten roepen dezelfde macro’s op met dezelfde argumenten.",
    ),
    before="{{ news(limit=5) }}   →   {{ news(limit=3) }}",
    after="{{ news(limit=5) }}   →   {{ news(limit=5) }}",
)
def macro_parity(sources: Sources) -> Iterator[Problem]:
    """Compare macro calls; inside one paragraph their order is free."""

    def read(passage: Passage) -> list[Part]:
        ends = [block.end for block in passage.markdown.blocks if block.depth == 0]
        calls = [call for call in passage.markdown.calls if not call.problem]
        parts = [
            (
                sum(end <= call.line for end in ends),
                Part(call_key(call), call.line, call.source, is_named=True),
            )
            for call in calls
        ]
        return [part for _, part in sorted(parts, key=lambda p: (p[0], repr(p[1].key)))]

    return compared(sources, read, Message(fr="La macro", nl="De macro"))


@rule(
    "link-parity",
    Family.STRUCTURE,
    Severity.ERROR,
    summary=Message(
        fr="Les deux côtés d’une section mènent aux mêmes pages du site.",
        nl="Beide kanten van een sectie leiden naar dezelfde pagina’s van de site.",
    ),
    before="[l’agenda](agenda/index.md)   →   [de actie](actions/index.md)",
    after="[l’agenda](agenda/index.md)   →   [de agenda](agenda/index.md)",
)
def link_parity(sources: Sources) -> Iterator[Problem]:
    """Compare internal links by the page they lead to; in one section their order is free."""

    def read(passage: Passage) -> list[Part]:
        above = [heading.line for heading in passage.markdown.headings]
        parts = []
        for link in passage.markdown.links:
            leads = destination(link.target, passage)
            if leads.kind is Kind.PAGE and not link.image:
                section = sum(line <= link.line for line in above)
                parts.append(Part((section, leads.name), link.line, link.target))
        return sorted(parts, key=lambda part: part.key)

    return compared(sources, read, Message(fr="Le lien", nl="De link"))


@rule(
    "download-parity",
    Family.STRUCTURE,
    Severity.ERROR,
    summary=Message(
        fr="Les deux côtés d’une section offrent autant de documents à ouvrir.",
        nl="Beide kanten van een sectie bieden evenveel documenten om te openen.",
    ),
    before="[Plan (PDF, 1,2 Mo)](plan.pdf)   →   ",
    after="[Plan (PDF, 1,2 Mo)](plan.pdf)   →   [Plan (PDF, 1,2 MB)](plan.pdf)",
)
def download_parity(sources: Sources) -> Iterator[Problem]:
    """Compare the documents that each section offers, by their format."""

    def read(passage: Passage) -> list[Part]:
        above = [heading.line for heading in passage.markdown.headings]
        parts = []
        for link in passage.markdown.links:
            leads = destination(link.target, passage)
            path = leads.path if leads.kind is Kind.WEB else leads.name
            ending = PurePosixPath(path).suffix.lower()
            if leads.kind in (Kind.FILE, Kind.WEB) and not link.image and ending in DOCUMENTS:
                section = sum(line <= link.line for line in above)
                parts.append(Part((section, ending), link.line, link.target))
        return sorted(parts, key=lambda part: part.key)

    return compared(sources, read, Message(fr="Le document", nl="Het document"))


SHARED = ("template", "bassins", "review")
"""Keys of the front matter whose value is the same in both languages."""
BOTH = ("menu", "slug", *SHARED)
"""Keys that stand on both sides or on none."""


@rule(
    "front-matter-parity",
    Family.STRUCTURE,
    Severity.ERROR,
    summary=Message(
        fr="Les en-têtes des deux côtés ont les mêmes clés et les mêmes valeurs communes.",
        nl="De hoofdingen van beide kanten hebben dezelfde sleutels en gedeelde waarden.",
    ),
    before="template: home   →   template: page",
    after="template: home   →   template: home",
    excusable=False,
)
def front_matter_parity(sources: Sources) -> Iterator[Problem]:
    """Compare the front matter of both sides."""
    for fr, nl in sources.page_pairs:
        for key in BOTH:
            values = {"fr": getattr(fr.meta, key) or None, "nl": getattr(nl.meta, key) or None}
            shared = key in SHARED and values["fr"] != values["nl"]
            if not shared and (values["fr"] is None) == (values["nl"] is None):
                continue
            page, facing = (fr, nl) if values["fr"] is not None else (nl, fr)
            here, message = place(page.meta, key), KEY.format(key=key, file=facing.file)
            fix = KEY_FIX.format(key=key)
            if key in SHARED:
                fix = SAME_FIX.format(line=f"{key}: {_written(getattr(page.meta, key))}")
            yield Problem(here, message, fix, quote=key)


def _written(value: object) -> str:
    return f"[{', '.join(value)}]" if isinstance(value, tuple) else str(value)


SAME_FIX = Message(
    fr="Écrivez la même ligne des deux côtés, par exemple « {line} ».",
    nl="Schrijf aan beide kanten dezelfde regel, bijvoorbeeld ‘{line}’.",
)
KEY = Message(
    fr="« {key} » n’est pas le même dans {file}.", nl="‘{key}’ is niet hetzelfde in {file}."
)
KEY_FIX = Message(
    fr="Écrivez « {key}: » dans les deux en-têtes.",
    nl="Schrijf ‘{key}:’ in beide hoofdingen.",
)
