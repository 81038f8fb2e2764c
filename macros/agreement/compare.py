"""Which sections are to be read again, because the other side has changed since.

Both directions alike: when one side of a section no longer is what it was at the last
agreement, the other side is to review; when both have changed, they are to be read together.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from macros.agreement.ledger import Entry, Half, Ledger
from macros.agreement.sections import Part, Unit
from macros.language import LANGS, Lang, other


class Cause(StrEnum):
    """Why a section is to be reviewed."""

    CHANGED = "changed"
    BOTH_CHANGED = "both-changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    NEVER_AGREED = "never-agreed"


@dataclass(frozen=True, slots=True)
class Review:
    """A section to review.

    Attributes:
        unit: the page or file.
        lang: the side to review.
        cause: what happened on the other side.
        part: the section to review; for a section that was added, the one that it follows.
        trigger: the section of the other side that changed; nothing when it was removed.
        line: the ledger line that confirms it; nothing while a section has no counterpart.

    """

    unit: Unit
    lang: Lang
    cause: Cause
    part: Part | None
    trigger: Part | None
    line: str | None


@dataclass(frozen=True)
class _Side:
    """The parts of one language beside the entries of the ledger."""

    parts: tuple[Part, ...]
    of_entry: Mapping[int, Part]
    new: tuple[Part, ...]

    def before(self, part: Part) -> Part | None:
        """Return the part that stands before another one."""
        place = self.parts.index(part)
        return self.parts[place - 1] if place else None


def reviews(unit: Unit, ledger: Ledger | None) -> tuple[Review, ...]:
    """Return the sections of a unit that are to review, in the order of its ledger."""
    if ledger is None or not ledger.entries:
        return tuple(_never_agreed(unit))
    sides = {lang: _side(unit.parts[lang], ledger.entries, lang) for lang in LANGS}
    found = list(_changed(unit, ledger.entries, sides))
    told = {(review.lang, review.part.name) for review in found if review.part}
    found += [r for r in _moved(unit, ledger.entries, sides) if _key(r) not in told]
    found += _added(unit, ledger.entries, sides)
    return tuple(found)


def agreed_entries(unit: Unit, ledger: Ledger | None) -> tuple[Entry, ...]:
    """Pair the sections of both sides as they stand now, in the order of the French page.

    The pairs of the ledger stay; other sections pair in their order where the same number of
    them stands between two pairs. A section without counterpart is left out.
    """
    entries = ledger.entries if ledger else ()
    sides = {lang: _side(unit.parts[lang], entries, lang) for lang in LANGS}
    pairs: dict[str, str] = {}
    for index in range(len(entries)):
        fr, nl = (sides[lang].of_entry.get(index) for lang in LANGS)
        if fr and nl:
            pairs[fr.name] = nl.name
    pairs.update(_paired_in_gaps(unit, pairs))
    dutch = {part.name: part for part in unit.parts["nl"]}
    chosen = [(part, dutch[pairs[part.name]]) for part in unit.parts["fr"] if part.name in pairs]
    places = [unit.parts["nl"].index(nl) for _, nl in chosen]
    if places == sorted(places):
        return tuple(_entry(fr, nl) for fr, nl in chosen)
    return tuple(
        replace(_entry(fr, nl), place=place) for (fr, nl), place in zip(chosen, places, strict=True)
    )


def with_confirmed(unit: Unit, ledger: Ledger | None, lang: Lang, name: str) -> tuple[Entry, ...]:
    """Confirm one section of a unit and leave its other agreements as they are.

    Raises:
        LookupError: the section has no counterpart to agree with.

    """
    now = agreed_entries(unit, ledger)
    chosen = next((entry for entry in now if entry[lang].name == name), None)
    if chosen is None:
        raise LookupError(name)
    entries = list(ledger.entries) if ledger else []
    parts = _side(unit.parts["fr"], entries, "fr").of_entry
    indexes = {part.name: index for index, part in parts.items()}
    if chosen.fr.name in indexes:
        index = indexes[chosen.fr.name]
        entries[index] = replace(chosen, place=entries[index].place)
        return tuple(entries)
    earlier = [e.fr.name for e in now[: now.index(chosen)] if e.fr.name in indexes]
    entries.insert(indexes[earlier[-1]] + 1 if earlier else 0, chosen)
    return tuple(entries)


def _key(review: Review) -> tuple[Lang, str]:
    return review.lang, review.part.name if review.part else ""


def _entry(fr: Part, nl: Part) -> Entry:
    return Entry(Half(fr.name, fr.fingerprint), Half(nl.name, nl.fingerprint))


def _never_agreed(unit: Unit) -> Iterator[Review]:
    for lang in LANGS:
        part = unit.parts[lang][0] if unit.parts[lang] else None
        yield Review(unit, lang, Cause.NEVER_AGREED, part, None, None)


def _side(parts: Sequence[Part], entries: Sequence[Entry], lang: Lang) -> _Side:
    """Find the part of each entry: by name, by fingerprint, then by place."""
    names = {part.name: part for part in parts}
    matched = {
        index: names[entry[lang].name]
        for index, entry in enumerate(entries)
        if entry[lang].name in names
    }
    taken = {part.name for part in matched.values()}
    for index, entry in enumerate(entries):
        if index in matched:
            continue
        same = [
            p for p in parts if p.name not in taken and p.fingerprint == entry[lang].fingerprint
        ]
        if len(same) == 1:
            matched[index] = same[0]
            taken.add(same[0].name)
    for index, part in _by_place(parts, len(entries), matched, taken):
        matched[index] = part
        taken.add(part.name)
    return _Side(tuple(parts), matched, tuple(p for p in parts if p.name not in taken))


def _by_place(
    parts: Sequence[Part], count: int, matched: Mapping[int, Part], taken: Collection[str]
) -> Iterator[tuple[int, Part]]:
    """Match sections whose heading was rewritten: alone between the same neighbours.

    Whoever asks adds each to `matched` and `taken`, so that none is given twice.
    """
    positions = {part.name: place for place, part in enumerate(parts)}
    index = 0
    while index < count:
        if index in matched:
            index += 1
            continue
        stop = index
        while stop < count and stop not in matched:
            stop += 1
        low = positions[matched[index - 1].name] + 1 if index else 0
        high = positions[matched[stop].name] if stop < count else len(parts)
        free = [part for part in parts[low:high] if part.name not in taken]
        if len(free) == stop - index:
            yield from zip(range(index, stop), free, strict=True)
        index = stop


def _changed(unit: Unit, entries: Sequence[Entry], sides: Mapping[Lang, _Side]) -> Iterator[Review]:
    for index, entry in enumerate(entries):
        parts = {lang: sides[lang].of_entry.get(index) for lang in LANGS}
        fr, nl = parts["fr"], parts["nl"]
        if fr is None and nl is None:
            continue
        line = str(_entry(fr, nl)) if fr and nl else None
        stale = [lang for lang in LANGS if not _is_as_agreed(parts[lang], entry[lang])]
        if len(stale) == len(LANGS) and line:
            for lang in LANGS:
                yield Review(unit, lang, Cause.BOTH_CHANGED, parts[lang], parts[other(lang)], line)
            continue
        for lang in stale:
            here = parts[other(lang)]
            if here is None:
                continue
            cause = Cause.CHANGED if parts[lang] else Cause.REMOVED
            yield Review(unit, other(lang), cause, here, parts[lang], line)


def _is_as_agreed(part: Part | None, half: Half) -> bool:
    return part is not None and part.fingerprint == half.fingerprint


def _added(unit: Unit, entries: Sequence[Entry], sides: Mapping[Lang, _Side]) -> list[Review]:
    """Say of new sections that the other side lacks them, or that nobody confirmed them."""
    partners: dict[tuple[Lang, str], Part] = {}
    for index in range(len(entries)):
        fr, nl = (sides[lang].of_entry.get(index) for lang in LANGS)
        if fr and nl:
            partners["fr", fr.name] = nl
            partners["nl", nl.name] = fr
    known = {fr: nl.name for (lang, fr), nl in partners.items() if lang == "fr"}
    both = _paired_in_gaps(unit, known)
    dutch = {part.name: part for part in unit.parts["nl"]}
    found: list[Review] = []
    for lang in LANGS:
        for part in sides[lang].new:
            if lang == "fr" and part.name in both:
                twin = dutch[both[part.name]]
                line = str(_entry(part, twin))
                found.append(Review(unit, "nl", Cause.BOTH_CHANGED, twin, part, line))
                found.append(Review(unit, "fr", Cause.BOTH_CHANGED, part, twin, line))
            elif lang == "fr" or part.name not in both.values():
                neighbour = _neighbour(sides[lang], part, partners, lang)
                fallback = unit.parts[other(lang)][0] if unit.parts[other(lang)] else None
                review = Review(unit, other(lang), Cause.ADDED, neighbour or fallback, part, None)
                found.append(review)
    return found


def _neighbour(
    side: _Side, part: Part, partners: Mapping[tuple[Lang, str], Part], lang: Lang
) -> Part | None:
    """Return the counterpart of the nearest known section before a new one."""
    before = side.before(part)
    while before is not None:
        partner = partners.get((lang, before.name))
        if partner:
            return partner
        before = side.before(before)
    return None


def _paired_in_gaps(unit: Unit, known: Mapping[str, str]) -> dict[str, str]:
    """Pair sections without agreement: by name in data, else by place between known pairs."""
    dutch_names = [part.name for part in unit.parts["nl"]]
    paired: dict[str, str] = {}
    free: list[str] = []
    anchor: str | None = None

    def close(following: str | None) -> None:
        low = dutch_names.index(anchor) + 1 if anchor else 0
        high = dutch_names.index(following) if following else len(dutch_names)
        gap = [n for n in dutch_names[low:high] if n not in known.values()]
        if len(gap) == len(free):
            paired.update(zip(free, gap, strict=True))
        else:
            paired.update({name: name for name in free if name in gap})

    for part in unit.parts["fr"]:
        if part.name in known:
            close(known[part.name])
            free, anchor = [], known[part.name]
        else:
            free.append(part.name)
    close(None)
    return paired


def _moved(unit: Unit, entries: Sequence[Entry], sides: Mapping[Lang, _Side]) -> Iterator[Review]:
    """Find sections that stand elsewhere in one language only."""
    shared = [i for i in range(len(entries)) if all(i in sides[lang].of_entry for lang in LANGS)]
    orders: dict[Lang, list[int]] = {lang: _order(sides[lang], shared) for lang in LANGS}
    moved: dict[Lang, list[int]] = {
        "fr": _out_of_order(orders["fr"], lambda index: index),
        "nl": _out_of_order(orders["nl"], lambda index: _dutch_place(entries[index], index)),
    }
    if orders["fr"] == orders["nl"] and all(moved.values()):
        return  # moved alike on both sides
    for lang in LANGS:
        for index in moved[lang]:
            here = sides[other(lang)].of_entry[index]
            there = sides[lang].of_entry[index]
            yield Review(unit, other(lang), Cause.MOVED, here, there, None)


def _dutch_place(entry: Entry, index: int) -> int:
    return index if entry.place is None else entry.place


def _order(side: _Side, shared: Sequence[int]) -> list[int]:
    positions = {part.name: place for place, part in enumerate(side.parts)}
    return sorted(shared, key=lambda index: positions[side.of_entry[index].name])


def _out_of_order(order: Sequence[int], key: Callable[[int], int]) -> list[int]:
    """Return what has to move to sort a sequence: all but its longest rising run."""
    tails: list[int] = []
    tail_places: list[int] = []
    previous: list[int] = []
    for place, value in enumerate(map(key, order)):
        at = bisect_left(tails, value)
        previous.append(tail_places[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            tail_places.append(place)
        else:
            tails[at] = value
            tail_places[at] = place
    rising: set[int] = set()
    place = tail_places[-1] if tail_places else -1
    while place >= 0:
        rising.add(place)
        place = previous[place]
    return [value for place, value in enumerate(order) if place not in rising]
