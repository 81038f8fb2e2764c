"""Lists cut into the heaps that pages show: months, years, letters, kinds."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from macros.content.items import Event, Milestone
from macros.folding import slugify
from macros.language import Lang
from macros.site.occurrences import Occurrence
from macros.site.page import Page


@dataclass(frozen=True)
class Month:
    """The meetings of one month; `first` is its first day."""

    first: date
    meetings: tuple[Occurrence, ...]


def by_month(meetings_: Iterable[Occurrence]) -> list[Month]:
    """Cut meetings into months, in the order in which they come."""
    heaps = groupby(meetings_, key=lambda meeting: meeting.day.replace(day=1))
    return [Month(first, tuple(heap)) for first, heap in heaps]


@dataclass(frozen=True)
class PastEvent:
    """An event that is over: its last meeting, and how many there were."""

    last: Occurrence
    count: int

    @property
    def event(self) -> Event:
        """Return the event."""
        return self.last.event


def past_events(agenda: Iterable[Occurrence], today: date) -> list[PastEvent]:
    """Return the events of which no meeting is to come, latest first.

    `agenda` has all meetings of each event, earliest first.
    """
    dates: dict[str, list[Occurrence]] = {}
    for meeting in agenda:
        dates.setdefault(meeting.event.id, []).append(meeting)
    over = [
        PastEvent(held[-1], len(held))
        for held in dates.values()
        if all(meeting.last_day < today for meeting in held)
    ]
    return sorted(over, key=lambda past: (past.last.day, past.event.id), reverse=True)


def by_year(milestones: Iterable[Milestone]) -> list[tuple[str, list[Milestone]]]:
    """Cut the steps of a roadmap into years, earliest first."""
    steps = sorted(milestones, key=lambda step: (step.date, step.id))
    return [(year, list(heap)) for year, heap in groupby(steps, key=lambda step: step.date[:4])]


_ARTICLE: dict[Lang, str] = {"fr": "(?:l|le|la|les|un|une)-(?=.)", "nl": "(?:de|het|een)-(?=.)"}


def by_letter(pages: Iterable[Page], lang: Lang) -> list[tuple[str, list[Page]]]:
    """Sort pages as an index does and cut them into letters; digits stand under `0-9`."""
    order = sorted(pages, key=lambda page: (filed(page.title, lang), page.key))
    heaps = groupby(order, key=lambda page: letter(page.title, lang))
    return [(name, list(heap)) for name, heap in heaps]


def filed(title: str, lang: Lang) -> str:
    """Write a title as an index files it: plain letters, without the article that opens it."""
    return re.sub(f"^{_ARTICLE[lang]}", "", slugify(title))


def letter(title: str, lang: Lang) -> str:
    """Return the letter under which a title stands: `L’été` under `E`, digits under `0-9`."""
    first = filed(title, lang)[:1]
    return first.upper() if first.isalpha() else "0-9"
