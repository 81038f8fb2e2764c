"""How far the two languages of each bassin agree, section by section."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from macros.agreement.compare import Cause, Review, reviews
from macros.agreement.ledger import read_ledgers
from macros.agreement.sections import Unit, units
from macros.checks.sources import Place, Sources, place
from macros.content.pages import WrittenPage
from macros.finding import Finding
from macros.language import LANGS, Lang, other

MISSING_RULES = frozenset({"missing-translation", "missing-counterpart"})
"""Findings of loading and planning that say that one side of something is not there."""


class State(StrEnum):
    """What is to be done with a section."""

    MISSING = "missing"
    TO_REVIEW = "to-review"
    NEVER_AGREED = "never-agreed"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Task:
    """One section that one side owes.

    Attributes:
        lang: the side that has to do something; nothing for a review date of both sides.
        state: what is to be done.
        place: where.
        title: what an editor calls the section.

    """

    lang: Lang | None
    state: State
    place: Place
    title: str


@dataclass(frozen=True)
class Status:
    """The state of one bassin.

    Attributes:
        bassin: its id.
        sections: number of sections that its sites show, each counted once for both languages.
        agreed: those of them whose two sides were confirmed as they stand.
        tasks: what is to be done.

    """

    bassin: str
    sections: int
    agreed: int
    tasks: tuple[Task, ...]

    @property
    def parity(self) -> int:
        """Share of sections that exist and agree in both languages, 0 to 100, rounded down."""
        return 100 * self.agreed // self.sections if self.sections else 100

    def count(self, state: State, lang: Lang | None = None) -> int:
        """Count the tasks of one state, in one language or in all."""
        return sum(t.state is state and (lang is None or t.lang == lang) for t in self.tasks)


def statuses(sources: Sources, findings: Iterable[Finding] = ()) -> tuple[Status, ...]:
    """Return the state of every bassin; `findings` are those of loading and planning."""
    known = units(sources)
    ledgers = read_ledgers(sources.root)
    owed = {unit.name: reviews(unit, ledgers.get(unit.name)) for unit in known}
    absent = [finding for finding in findings if finding.rule in MISSING_RULES]
    return tuple(
        _status(sources, bassin.id, [u for u in known if u.shown_in(bassin.id)], owed, absent)
        for bassin in sources.content.bassins
    )


def parity(sources: Sources, bassin: str) -> int:
    """Return the parity figure that the sites of a bassin publish, 0 to 100.

    Raises:
        KeyError: no bassin has this id.

    """
    for status in statuses(sources):
        if status.bassin == bassin:
            return status.parity
    raise KeyError(bassin)


def _status(
    sources: Sources,
    bassin: str,
    shown: list[Unit],
    owed: dict[str, tuple[Review, ...]],
    absent: list[Finding],
) -> Status:
    tasks: list[Task] = []
    sections = agreed = 0
    for unit in shown:
        found = owed[unit.name]
        count = max(len(unit.parts[lang]) for lang in LANGS)
        sections += count
        agreed += max(0, count - _open_sections(unit, found))
        tasks.extend(_task(review) for review in found)
    missing = [*_lonely_pages(sources, bassin), *_absent_sides(sources, bassin, absent)]
    sections += len(missing)
    tasks.extend(missing)
    tasks.extend(_overdue(sources, bassin))
    return Status(bassin, sections, agreed, tuple(tasks))


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
            yield Task(None, State.MISSING, Place(finding.file, finding.line), finding.quote or "")


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
