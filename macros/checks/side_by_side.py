"""Comparison of the parts of both sides of a text, in order.

A difference is shown on the side that has more, or on the French one when both have as much, with
the line of the other side.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, TypeAlias

from macros.checks.links import destination
from macros.checks.registry import Problem
from macros.language import LANGS, Lang, Message, other
from macros.texts.macro_calls import MacroCall
from macros.texts.sources import Passage, Place, Sources, Twins


@dataclass(frozen=True, slots=True)
class Part:
    """One element of a text, and how it is compared and named.

    Attributes:
        key: what must be the same on both sides.
        line: its line in the file.
        shown: how an editor knows it.
        around: what stands there in any language. Among parts that are alike, the two with most
            of it in common belong together.
        is_named: whether its key is its own, so that it is known again in another place.

    """

    key: Any
    line: int
    shown: str
    around: frozenset[Any] = frozenset()
    is_named: bool = False


Read: TypeAlias = Callable[[Passage], Sequence[Part]]


def compared(sources: Sources, read: Read, noun: Message) -> Iterator[Problem]:
    """Compare one aspect of every pair of Markdown texts."""
    for twins in sources.pairs:
        if twins.fr.kind == "markdown":
            yield from _differences(twins, read, noun)


def _differences(twins: Twins, read: Read, noun: Message) -> Iterator[Problem]:
    parts = {lang: read(twins[lang]) for lang in LANGS}
    keys = {lang: [part.key for part in parts[lang]] for lang in LANGS}
    if keys["fr"] == keys["nl"]:
        return
    if read is not headings:
        rest = _without_lonely_sections(twins, parts)
        if rest["fr"] == rest["nl"]:
            return  # the section that is missing is told of, with all that it holds
    alone: dict[Lang, list[tuple[Part, int]]] = {lang: [] for lang in LANGS}
    for first, end, other_first, other_end in _unlike(parts["fr"], parts["nl"]):
        spans = {"fr": slice(first, end), "nl": slice(other_first, other_end)}
        more: Lang = "nl" if other_end - other_first > end - first else "fr"
        less = other(more)
        facing = parts[less][spans[less]]
        before = parts[less][spans[less].start - 1].line if spans[less].start else 0
        for index, part in enumerate(parts[more][spans[more]]):
            if index < len(facing):
                here = Place(twins[more].file, part.line)
                there = Place(twins[less].file, facing[index].line)
                yield _otherwise(here, there, part, facing[index], noun)
            else:
                around = max(before, _same_section(twins[more], twins[less], part.line))
                alone[more].append((part, around))
    yield from _lonely(twins, alone, noun)


def headings(passage: Passage) -> list[Part]:
    """Return the headings of a text, with what stands below each."""
    return [
        Part(b.level, b.line, f"{'#' * b.level} {b.text}", _below(passage, b.line))
        for b in passage.markdown.headings
    ]


def _below(passage: Passage, line: int) -> frozenset[Any]:
    """Return what a section holds that is the same in both languages."""
    headings = (heading.line for heading in passage.markdown.headings)
    end = next((other_line for other_line in headings if other_line > line), MAX_LINE)
    found: set[Any] = {call_key(c) for c in passage.markdown.calls if line < c.line < end}
    for link in passage.markdown.links:
        if line < link.line < end:
            found.add(destination(link.target, passage).name or link.target)
    blocks = [block for block in passage.markdown.blocks if line < block.line < end]
    found |= {(b.kind, b.count, b.level) for b in blocks if b.kind in ("list", "table")}
    found.add(("paragraphs", sum(block.kind == "paragraph" for block in blocks)))
    return frozenset(found)


MAX_LINE = 1_000_000
"""Below every text."""


def call_key(call: MacroCall) -> tuple[str, str, str]:
    """Return what a macro call must have in common with that of the other side."""
    return (call.name, repr(call.arguments), repr(sorted(call.named, key=repr)))


def _without_lonely_sections(
    twins: Twins, parts: Mapping[Lang, Sequence[Part]]
) -> dict[Lang, list[Any]]:
    """Return the keys of what does not stand in a section that one side alone has."""
    sides = {lang: headings(twins[lang]) for lang in LANGS}
    pairs = _together(sides["fr"], sides["nl"])
    known = {"fr": {pair[0] for pair in pairs}, "nl": {pair[1] for pair in pairs}}
    return {
        lang: [
            part.key
            for part in parts[lang]
            if (above := sum(one.line <= part.line for one in sides[lang]) - 1) < 0
            or above in known[lang]
        ]
        for lang in LANGS
    }


def _lonely(
    twins: Twins, alone: Mapping[Lang, list[tuple[Part, int]]], noun: Message
) -> Iterator[Problem]:
    """Tell of parts of one side alone, and once of those that stand elsewhere on the other."""
    moved = []
    for part, _ in alone["fr"]:
        elsewhere = (p for p, _ in alone["nl"] if part.is_named and p.key == part.key)
        there = next((p for p in elsewhere if p not in moved), None)
        if there is not None:
            moved += [part, there]
            here, at = Place(twins.fr.file, part.line), f"{twins.nl.file}:{there.line}"
            message = MOVED.format(noun_fr=noun.fr, noun_nl=noun.nl, shown=part.shown, where=at)
            yield Problem(here, message, MOVED_FIX, quote=part.shown)
    for lang in LANGS:
        for part, around in alone[lang]:
            if part not in moved:
                here = Place(twins[lang].file, part.line)
                yield _alone(here, Place(twins[other(lang)].file, around), part, noun)


Span: TypeAlias = tuple[int, int, int, int]
"""Where two sequences are not alike: from and to in the first, from and to in the second."""


def _unlike(ours: Sequence[Part], theirs: Sequence[Part]) -> Iterator[Span]:
    """Give the spans in which two sequences of parts differ."""
    if not any(part.around for part in (*ours, *theirs)):
        keys = [part.key for part in ours], [part.key for part in theirs]
        for tag, *span in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
            if tag != "equal":
                yield span[0], span[1], span[2], span[3]
        return
    start, other_start = 0, 0
    for ours_at, theirs_at in [*_together(ours, theirs), (len(ours), len(theirs))]:
        if (start, other_start) != (ours_at, theirs_at):
            yield start, ours_at, other_start, theirs_at
        start, other_start = ours_at + 1, theirs_at + 1


def _together(ours: Sequence[Part], theirs: Sequence[Part]) -> list[tuple[int, int]]:
    """Pair parts of the same key, in order, so that most of what is around them is the same.

    The longest common subsequence (Needleman and Wunsch, 1970), weighed by what parts share.
    """
    best = [[(0.0, 0)] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i, one in reversed(list(enumerate(ours))):
        for j, other_one in reversed(list(enumerate(theirs))):
            ways = [(best[i + 1][j][0], 1), (best[i][j + 1][0], 2)]
            if one.key == other_one.key:
                ways.append((best[i + 1][j + 1][0] + 1 + _shared(one, other_one), 3))
            best[i][j] = max(ways)
    pairs, i, j = [], 0, 0
    while i < len(ours) and j < len(theirs):
        way = best[i][j][1]
        if way == 3:  # noqa: PLR2004 - both go on
            pairs.append((i, j))
        i, j = i + (way != 2), j + (way != 1)  # noqa: PLR2004 - the second alone goes on
    return pairs


def _shared(one: Part, other_one: Part) -> float:
    whole = one.around | other_one.around
    return len(one.around & other_one.around) / len(whole) if whole else 0.5


def _same_section(here: Passage, there: Passage, line: int) -> int:
    """Return the line at which the section of a line starts in the other text."""
    above = sum(heading.line < line for heading in here.markdown.headings)
    headings = there.markdown.headings
    return headings[above - 1].line if 0 < above <= len(headings) else there.line


def _alone(here: Place, there: Place, part: Part, noun: Message) -> Problem:
    at = f"{there.file}:{there.line}"
    message = ALONE.format(noun_fr=noun.fr, noun_nl=noun.nl, shown=part.shown, where=at)
    return Problem(here, message, ALONE_FIX, quote=part.shown)


def _otherwise(here: Place, there: Place, part: Part, facing: Part, noun: Message) -> Problem:
    at = f"{there.file}:{there.line}"
    if part.shown == facing.shown:  # the same, in another section
        message = MOVED.format(noun_fr=noun.fr, noun_nl=noun.nl, shown=part.shown, where=at)
        return Problem(here, message, MOVED_FIX, quote=part.shown)
    message = OTHERWISE.format(
        noun_fr=noun.fr, noun_nl=noun.nl, shown=part.shown, facing=facing.shown, where=at
    )
    return Problem(here, message, OTHERWISE_FIX, quote=part.shown)


ALONE = Message(
    fr="{noun_fr} « {shown} » n’a pas de pendant autour de {where}.",
    nl="{noun_nl} ‘{shown}’ heeft geen tegenhanger rond {where}.",
)
ALONE_FIX = Message(
    fr="Ajoutez la traduction à cet endroit, ou supprimez ici ce qui est de trop.",
    nl="Voeg op die plaats de vertaling toe, of schrap hier wat te veel is.",
)
MOVED = Message(
    fr="{noun_fr} « {shown} » n’est pas à la même place que dans l’autre langue ({where}).",
    nl="{noun_nl} ‘{shown}’ staat niet op dezelfde plaats als in de andere taal ({where}).",
)
MOVED_FIX = Message(
    fr="Suivez le même ordre des deux côtés.", nl="Volg aan beide kanten dezelfde volgorde."
)
OTHERWISE = Message(
    fr="{noun_fr} « {shown} » ne correspond pas à « {facing} » ({where}).",
    nl="{noun_nl} ‘{shown}’ komt niet overeen met ‘{facing}’ ({where}).",
)
OTHERWISE_FIX = Message(
    fr="Accordez les deux côtés : aucun des deux n’est l’original.",
    nl="Breng beide kanten in overeenstemming: geen van beide is het origineel.",
)
