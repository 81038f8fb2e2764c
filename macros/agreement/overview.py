"""The state of all bassins as one page shows it: each file once, with what it owes to whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.agreement.status import State, Status, Task, kind_of
from macros.agreement.unread import record_of, title_of
from macros.content.field_docs import kinds
from macros.content.json_schema import PAGE
from macros.language import LANGS, Lang, Message
from macros.site.occurrences import next_occurrence
from macros.texts.sources import Sources

EVENTS = "events"


@dataclass(frozen=True)
class Entry:
    """What is to be done in one file.

    Attributes:
        file: its path.
        title: what its page or record is called; empty for a list of records.
        bassins: the bassins whose sites wait for it.
        owed: its tasks, by the language that has them and what they are.

    """

    file: str
    title: str
    bassins: tuple[str, ...]
    owed: Mapping[tuple[Lang | None, State], Sequence[Task]]

    @property
    def kind(self) -> str:
        """Return the kind of the file."""
        return kind_of(self.file)


@dataclass(frozen=True)
class Overview:
    """What the status page says.

    Attributes:
        today: the day for which it holds.
        statuses: the state of each bassin.
        kinds: what each kind of content that has something to show is called, by its name.
        entries: what is to be done, by kind.
        agenda: the part of it that meetings to come wait for.

    """

    today: date
    statuses: Sequence[Status]
    kinds: Mapping[str, Message]
    entries: Mapping[str, Sequence[Entry]]
    agenda: Sequence[Entry]


def overview(sources: Sources, found: Sequence[Status]) -> Overview:
    """Arrange the states of the bassins for reading."""
    entries = list(_entries(sources, found))
    # The order is that of the documentation, so that the pages of two days can be compared.
    used = {kind for status in found for kind in status.kinds} | {e.kind for e in entries}
    named = {kind: doc.title for kind, doc in kinds().items() if kind in used}
    by_kind = {kind: [entry for entry in entries if entry.kind == kind] for kind in named}
    return Overview(
        sources.today,
        found,
        named,
        {kind: chosen for kind, chosen in by_kind.items() if chosen},
        [entry for entry in by_kind.get(EVENTS, []) if _is_to_come(sources, entry.file)],
    )


def _entries(sources: Sources, found: Iterable[Status]) -> Iterator[Entry]:
    waiting: dict[str, dict[Task, None]] = {}
    bassins: dict[str, dict[str, None]] = {}
    for status in found:
        for task in status.tasks:
            waiting.setdefault(task.place.file, {})[task] = None
            bassins.setdefault(task.place.file, {})[status.bassin] = None
    for file, tasks in waiting.items():
        owed: dict[tuple[Lang | None, State], list[Task]] = {}
        for task in tasks:
            owed.setdefault((task.lang, task.state), []).append(task)
        yield Entry(file, _title(sources, file), tuple(bassins[file]), owed)


def _title(sources: Sources, file: str) -> str:
    """Return what a page or the one record of a file is called, in both languages."""
    if kind_of(file) != PAGE:
        return title_of(sources.root, file)
    path = file.split("/", 2)[-1]
    pages = (sources.content.pages[lang].get(path) for lang in LANGS)
    return " / ".join(dict.fromkeys(page.meta.title for page in pages if page))


def _is_to_come(sources: Sources, file: str) -> bool:
    """Tell whether a meeting is still to come; one without a readable day is a draft."""
    for scope, items in sources.content.scopes():
        for event in items.events:
            if file == f"data/{scope}/events/{event.id}.yml":
                return next_occurrence(event, sources.today).last_day >= sources.today
    record = record_of(sources.root, file)
    repeat = record.get("repeat")
    last = (repeat.get("until") if isinstance(repeat, dict) else None) or record.get("end")
    try:
        return date.fromisoformat(str(last or record.get("start"))[:10]) >= sources.today
    except ValueError:
        return True
