"""How far the two languages of each bassin agree, section by section."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from macros.agreement.compare import Cause, Review, reviews
from macros.agreement.ledger import read_ledgers
from macros.agreement.sections import Unit, units
from macros.agreement.unread import title_of
from macros.content.json_schema import PAGE
from macros.content.pages import WrittenPage
from macros.content.shapes import shape_of
from macros.finding import Finding
from macros.language import LANGS, Lang, Message, other
from macros.texts.sources import Place, Sources, place

MISSING_RULES = frozenset({"missing-translation", "missing-counterpart"})
"""Findings of loading and planning that say that one side of something is not there."""
EMPTY_RULE = "empty-value"
"""Says the same where it is about one side."""


class State(StrEnum):
    """What is to be done with a section."""

    MISSING = "missing"
    TO_REVIEW = "to-review"
    NEVER_AGREED = "never-agreed"
    OVERDUE = "overdue"


STATES: Mapping[State, Message] = {
    State.MISSING: Message("manque", "ontbreekt"),
    State.TO_REVIEW: Message("à relire", "na te lezen"),
    State.NEVER_AGREED: Message("jamais confirmé", "nooit bevestigd"),
    State.OVERDUE: Message("relecture en retard", "nalezing te laat"),
}
"""What editors read."""


@dataclass(frozen=True, slots=True)
class Task:
    """One section that one side owes.

    Attributes:
        lang: the side that has to do something; nothing where both have to.
        state: what is to be done.
        place: where.
        title: what an editor calls the section.

    """

    lang: Lang | None
    state: State
    place: Place
    title: str

    @property
    def kind(self) -> str:
        """Return the kind of its file, see `kind_of`."""
        return kind_of(self.place.file)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sections there are, each counted once for both languages, and how many agree.

    Attributes:
        sections: all of them.
        agreed: those whose two sides were confirmed as they stand.

    """

    sections: int = 0
    agreed: int = 0

    def plus(self, sections: int, agreed: int = 0) -> "Tally":
        """Return the tally with more sections."""
        return Tally(self.sections + sections, self.agreed + agreed)

    @property
    def parity(self) -> int:
        """Share of sections that exist and agree in both languages, 0 to 100, rounded down."""
        return 100 * self.agreed // self.sections if self.sections else 100


@dataclass(frozen=True)
class Status:
    """The state of one bassin.

    Attributes:
        bassin: its id.
        kinds: the sections that its sites show, by the kind of their file.
        tasks: what is to be done.

    """

    bassin: str
    kinds: Mapping[str, Tally]
    tasks: tuple[Task, ...]

    @property
    def whole(self) -> Tally:
        """Return the tally of all kinds together."""
        tallies = self.kinds.values()
        return Tally(sum(one.sections for one in tallies), sum(one.agreed for one in tallies))

    @property
    def parity(self) -> int:
        """Share of all its sections that exist and agree in both languages."""
        return self.whole.parity

    def count(self, state: State, lang: Lang | None = None) -> int:
        """Count the tasks of one state, in one language or in all."""
        return sum(t.state == state and (lang is None or t.lang == lang) for t in self.tasks)

    def owed(self, kind: str) -> Mapping[Lang, int]:
        """Count what each language has to do for a kind of file."""
        here = [task for task in self.tasks if task.kind == kind]
        return {lang: sum(task.lang in (lang, None) for task in here) for lang in LANGS}


@cache
def kind_of(file: str) -> str:
    """Return the kind of a source file: a name of `SHAPES`, or `page`."""
    known = shape_of(file.removeprefix("data/"))
    return known[0] if known else PAGE


def statuses(sources: Sources, findings: Iterable[Finding] = ()) -> tuple[Status, ...]:
    """Return the state of every bassin; `findings` are those of loading and planning."""
    known = units(sources)
    ledgers = read_ledgers(sources.root)
    owed = {unit.name: reviews(unit, ledgers.get(unit.name)) for unit in known}
    absent = [f for f in findings if f.rule in MISSING_RULES or (f.side and f.rule == EMPTY_RULE)]
    return tuple(
        _status(sources, bassin.id, [u for u in known if u.shown_in(bassin.id)], owed, absent)
        for bassin in sources.content.bassins
    )


def _status(
    sources: Sources,
    bassin: str,
    shown: list[Unit],
    owed: dict[str, tuple[Review, ...]],
    absent: list[Finding],
) -> Status:
    tasks: list[Task] = []
    kinds: dict[str, Tally] = defaultdict(Tally)
    for unit in shown:
        found = owed[unit.name]
        count = max(len(unit.parts[lang]) for lang in LANGS)
        kind = kind_of(unit.files["fr"])
        kinds[kind] = kinds[kind].plus(count, max(0, count - _open_sections(unit, found)))
        tasks.extend(_task(review) for review in found)
    for task in (*_lonely_pages(sources, bassin), *_absent_sides(sources, bassin, absent)):
        kinds[task.kind] = kinds[task.kind].plus(1)
        tasks.append(task)
    tasks.extend(_overdue(sources, bassin))
    return Status(bassin, kinds, tuple(tasks))


def _open_sections(unit: Unit, found: Iterable[Review]) -> int:
    """Count the sections that at least one side owes, each once."""
    names: set[tuple[str, str]] = set()
    for review in found:
        if review.cause is Cause.NEVER_AGREED:
            return max(len(unit.parts[lang]) for lang in LANGS)
        own, trigger = review.part, review.trigger
        if review.cause is Cause.ADDED and trigger:
            names.add((other(review.lang), trigger.name))
        elif review.cause is Cause.BOTH_CHANGED and review.lang == "nl" and trigger:
            names.add(("fr", trigger.name))
        elif own and review.cause is not Cause.BOTH_CHANGED:
            names.add((review.lang, own.name))
        elif own:
            names.add(("fr", own.name))
    return len(names)


def _task(review: Review) -> Task:
    where = review.part.place if review.part else Place(review.unit.files[review.lang], 1)
    title = review.part.title if review.part else ""
    state = State.TO_REVIEW
    if review.cause is Cause.NEVER_AGREED:
        state = State.NEVER_AGREED
    elif review.cause is Cause.ADDED:
        state = State.MISSING
        title = review.trigger.title if review.trigger else title
    return Task(review.lang, state, where, title)


def _lonely_pages(sources: Sources, bassin: str) -> Iterator[Task]:
    for lang in LANGS:
        theirs = sources.content.pages[other(lang)]
        for path, page in sources.content.pages[lang].items():
            if path not in theirs and _shows(page, bassin):
                expected = f"docs/{other(lang)}/{path}"
                yield Task(other(lang), State.MISSING, Place(expected, 1), page.meta.title)


def _absent_sides(sources: Sources, bassin: str, absent: Iterable[Finding]) -> Iterator[Task]:
    others = {b.id for b in sources.content.bassins} - {bassin}
    for finding in absent:
        top, _, below = finding.file.partition("/")
        if top == "data" and below.split("/")[0] not in others:
            where = Place(finding.file, finding.line)
            yield Task(finding.side, State.MISSING, where, title_of(sources.root, finding.file))


def _overdue(sources: Sources, bassin: str) -> Iterator[Task]:
    records: list[tuple[Any, str]] = [
        (page.meta, page.meta.title) for page in sources.pages if _shows(page, bassin)
    ]
    for owned in sources.owned:
        title = getattr(owned.record, "title", None)
        scoped = getattr(owned.record, "bassins", ())
        if owned.scope == bassin or (owned.scope == "region" and (not scoped or bassin in scoped)):
            records.append((owned.record, f"{title.fr} / {title.nl}" if title else ""))
    for record, title in records:
        day = getattr(record, "review", None)
        if day and day < sources.today:
            yield Task(None, State.OVERDUE, place(record, "review"), title)


def _shows(page: WrittenPage, bassin: str) -> bool:
    return not page.meta.bassins or bassin in page.meta.bassins
