"""When events take place: single ones and those that a rule repeats.

Rules are those of RFC 5545, section 3.3.10, read by python-dateutil; times are local to
Europe/Brussels, so that a meeting at 14h stays at 14h across a change of clock.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from dateutil.rrule import rrulestr

from macros.content.items import Event
from macros.dates import day_of


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One meeting of an event; days where the hour is not known, else days and times."""

    event: Event
    start: date | datetime
    end: date | datetime | None

    @property
    def day(self) -> date:
        """Return its first day."""
        return day_of(self.start)

    @property
    def last_day(self) -> date:
        """Return its last day."""
        return day_of(self.end or self.start)


def occurrences(events: Iterable[Event]) -> list[Occurrence]:
    """Return all meetings of the events, earliest first."""
    found = [meeting for event in events for meeting in meetings(event)]
    return sorted(found, key=lambda meeting: (_moment(meeting.start), meeting.event.id))


def meetings(event: Event) -> Iterator[Occurrence]:
    """Go through the meetings of one event, earliest first."""
    if event.repeat is None:
        yield Occurrence(event, event.start, event.end)
        return
    first = _moment(event.start)
    until = datetime.combine(event.repeat.until, time.max)
    rule = rrulestr(event.repeat.rule, dtstart=first)
    skipped = set(event.repeat.skip)
    starts = set(rule.between(first, until, inc=True))
    starts |= {_moment(moment, first.time()) for moment in event.repeat.also}
    for start in sorted(starts):
        if start.date() not in skipped:
            yield _meeting(event, start)


def next_occurrence(event: Event, today: date) -> Occurrence:
    """Return the next meeting of an event, or its last when all are past."""
    last = Occurrence(event, event.start, event.end)
    for meeting in meetings(event):
        last = meeting
        if meeting.last_day >= today:
            break
    return last


def _meeting(event: Event, start: datetime) -> Occurrence:
    """Shift an event to another start."""
    end = event.end
    if isinstance(end, datetime):
        end += start - _moment(event.start)
    elif end:
        end += start.date() - day_of(event.start)
    return Occurrence(event, start if isinstance(event.start, datetime) else start.date(), end)


def _moment(value: date | datetime, hour: time = time.min) -> datetime:
    """Return a moment; a day alone is taken at an hour."""
    return value if isinstance(value, datetime) else datetime.combine(value, hour)
