"""Rules about events: their days, their order, and what repeats."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from macros.checks.registry import Family, Problem, rule
from macros.content.items import Event, Group, Milestone
from macros.dates import day_of
from macros.finding import Severity
from macros.language import Message
from macros.site.occurrences import meetings
from macros.texts.sources import Sources, place


def _events(sources: Sources) -> Iterator[Event]:
    for owned in sources.owned:
        if isinstance(owned.record, Event):
            yield owned.record


@rule(
    "end-before-start",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="Un rendez-vous ou une étape finit après avoir commencé.",
        nl="Een activiteit of een stap eindigt na het begin.",
    ),
    before="start: 2025-12-05\nend: 2025-12-01",
    after="start: 2025-12-01\nend: 2025-12-05",
    excusable=False,
)
def end_before_start(sources: Sources) -> Iterator[Problem]:
    """Find ends that come before their start, and repetitions that end before they start."""
    for event in _events(sources):
        if event.end is not None and _is_before(event.end, event.start):
            yield _order(event, "end", event.end, event.start)
        if event.repeat and event.repeat.until < day_of(event.start):
            message = ORDER.format(end=event.repeat.until, start=day_of(event.start))
            yield Problem(place(event.repeat, "until"), message, ORDER_FIX)
    for owned in sources.owned:
        record = owned.record
        if isinstance(record, Milestone) and record.end is not None:
            most = min(len(record.date), len(record.end))
            if record.end[:most] < record.date[:most]:
                message = ORDER.format(end=record.end, start=record.date)
                yield Problem(place(record, "end"), message, ORDER_FIX, quote=record.end)


def _is_before(end: date | datetime, start: date | datetime) -> bool:
    if isinstance(end, datetime) and isinstance(start, datetime):
        return end <= start
    return day_of(end) < day_of(start)


def _order(event: Event, key: str, end: date, start: date) -> Problem:
    message = ORDER.format(end=_written(end), start=_written(start))
    return Problem(place(event, key), message, ORDER_FIX, quote=_written(end))


@rule(
    "long-event",
    Family.DOMAIN,
    Severity.WARNING,
    summary=Message(
        fr="Un rendez-vous dure quelques jours, ou se répète.",
        nl="Een activiteit duurt enkele dagen, of wordt herhaald.",
    ),
    before="start: 2025-12-01\nend: 2026-12-05",
    after="start: 2025-12-01\nend: 2025-12-05",
)
def long_event(sources: Sources) -> Iterator[Problem]:
    """Find events that go on for months without a break: mostly a wrong year."""
    for event in _events(sources):
        if event.end is not None:
            days = (day_of(event.end) - day_of(event.start)).days
            if days > LONGEST:
                message = LONG.format(start=day_of(event.start), end=day_of(event.end), days=days)
                yield Problem(place(event, "end"), message, LONG_FIX, quote=_written(event.end))


LONGEST = 92
"""Days of an exhibition that lasts a season."""
LONG = Message(
    fr="Du {start} au {end}, le rendez-vous dure {days} jours.",
    nl="Van {start} tot {end} duurt de activiteit {days} dagen.",
)
LONG_FIX = Message(
    fr="Vérifiez l’année ; ce qui revient chaque semaine ou chaque mois s’écrit avec « repeat: ».",
    nl="Controleer het jaar; wat elke week of maand terugkomt, schrijft u met ‘repeat:’.",
)


@rule(
    "rule-never-fires",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="Une règle de répétition donne au moins une date.",
        nl="Een herhalingsregel geeft minstens één datum.",
    ),
    before="repeat: {rule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30, until: 2026-12-31}",
    after="repeat: {rule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28, until: 2026-12-31}",
    excusable=False,
)
def rule_never_fires(sources: Sources) -> Iterator[Problem]:
    """Find recurring events without a single meeting."""
    for event in _events(sources):
        repeat = event.repeat
        if repeat is None or repeat.until < day_of(event.start):
            continue
        if not any(True for _ in islice(meetings(event), 1)):
            message = NEVER.format(rule=repeat.rule, until=repeat.until)
            yield Problem(place(repeat, "rule"), message, NEVER_FIX, quote=repeat.rule)


@rule(
    "start-outside-rule",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="Le premier jour d’un rendez-vous répété suit sa règle.",
        nl="De eerste dag van een herhaalde activiteit volgt de regel.",
    ),
    before="start: 2025-04-08\nrepeat: {rule: FREQ=MONTHLY;BYDAY=2WE, until: 2025-12-31}",
    after="start: 2025-04-09\nrepeat: {rule: FREQ=MONTHLY;BYDAY=2WE, until: 2025-12-31}",
    excusable=False,
)
def start_outside_rule(sources: Sources) -> Iterator[Problem]:
    """Find recurring events that do not take place on the day they start.

    RFC 5545, 3.8.5.3: what happens on a start that its rule does not give is undefined.
    """
    for event in _events(sources):
        if event.repeat is None:
            continue
        first = next((m.day for m in meetings(event) if m.day not in _also(event)), None)
        if first is not None and first != day_of(event.start) and not _skips_start(event):
            message = START.format(start=day_of(event.start), rule=event.repeat.rule)
            fix = START_FIX.format(first=first)
            yield Problem(place(event, "start"), message, fix, quote=str(day_of(event.start)))


def _also(event: Event) -> set[date]:
    return {day_of(moment) for moment in event.repeat.also} if event.repeat else set()


def _skips_start(event: Event) -> bool:
    return event.repeat is not None and day_of(event.start) in event.repeat.skip


@rule(
    "skip-outside-rule",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="Un jour supprimé d’un rendez-vous répété est un jour que donne la règle.",
        nl="Een geschrapte dag van een herhaalde activiteit is een dag die de regel geeft.",
    ),
    before="repeat: {rule: FREQ=WEEKLY;BYDAY=WE, until: 2025-12-31, skip: [2025-05-08]}",
    after="repeat: {rule: FREQ=WEEKLY;BYDAY=WE, until: 2025-12-31, skip: [2025-05-07]}",
)
def skip_outside_rule(sources: Sources) -> Iterator[Problem]:
    """Find days to leave out on which nothing takes place anyway."""
    for event in _events(sources):
        if event.repeat is None or not event.repeat.skip:
            continue
        bare = event.model_copy(update={"repeat": event.repeat.model_copy(update={"skip": ()})})
        days = {meeting.day for meeting in meetings(bare)}
        for index, day in enumerate(event.repeat.skip):
            if day not in days:
                where = place(event.repeat, "skip", index)
                yield Problem(where, SKIP.format(day=day), SKIP_FIX, quote=str(day))


@rule(
    "hour-without-start",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="Une fin ou une date ajoutée n’a une heure que si « start: » en a une.",
        nl="Een einde of een toegevoegde datum heeft alleen een uur als ‘start:’ er een heeft.",
    ),
    before="repeat: {rule: FREQ=WEEKLY;BYDAY=WE, until: 2025-12-31, also: [2025-05-08 14:00]}",
    after="repeat: {rule: FREQ=WEEKLY;BYDAY=WE, until: 2025-12-31, also: [2025-05-08]}",
    excusable=False,
)
def hour_without_start(sources: Sources) -> Iterator[Problem]:
    """Find hours that nothing would show: the times of an event are all days or all moments.

    RFC 5545 asks the same of DTSTART, DTEND and RDATE (3.6.1, 3.8.5.2).
    """
    for event in _events(sources):
        if isinstance(event.start, datetime):
            continue
        moments = [(place(event, "end"), event.end)]
        if event.repeat:
            also = enumerate(event.repeat.also)
            moments += [(place(event.repeat, "also", index), moment) for index, moment in also]
        for where, moment in moments:
            if isinstance(moment, datetime):
                quote = _written(moment)
                fix = HOUR_FIX.format(day=moment.date(), start=event.start)
                yield Problem(where, HOUR.format(quote=quote), fix, quote=quote)


HOUR = Message(
    fr="L’heure de « {quote} » serait perdue : « start: » n’en a pas.",
    nl="Het uur van ‘{quote}’ zou verloren gaan: ‘start:’ heeft er geen.",
)
HOUR_FIX = Message(
    fr="Ajoutez l’heure du début à « start: {start} », ou écrivez « {day} » sans heure.",
    nl="Voeg het beginuur toe aan ‘start: {start}’, of schrijf ‘{day}’ zonder uur.",
)


@rule(
    "late-registration",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="On s’inscrit avant la fin du rendez-vous.",
        nl="Inschrijven kan vóór het einde van de activiteit.",
    ),
    before="start: 2025-12-01\nregistration:\n  until: 2025-12-15\n  text: {fr: …, nl: …}",
    after="start: 2025-12-01\nregistration:\n  until: 2025-11-15\n  text: {fr: …, nl: …}",
)
def late_registration(sources: Sources) -> Iterator[Problem]:
    """Find registrations that stay open after the last day."""
    for event in _events(sources):
        if event.registration is None or event.registration.until is None:
            continue
        last = event.repeat.until if event.repeat else day_of(event.end or event.start)
        until = event.registration.until
        if until > last:
            message = LATE.format(until=until, last=last)
            here, fix = place(event.registration, "until"), LATE_FIX.format(last=last)
            yield Problem(here, message, fix, quote=str(until))


def _written(moment: date | datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else moment.isoformat()


ORDER = Message(
    fr="La fin ({end}) ne vient pas après le début ({start}).",
    nl="Het einde ({end}) komt niet na het begin ({start}).",
)
ORDER_FIX = Message(
    fr="Vérifiez les deux dates, et l’année.", nl="Controleer beide datums, ook het jaar."
)
NEVER = Message(
    fr="La règle « {rule} » ne donne aucune date jusqu’au {until}.",
    nl="De regel ‘{rule}’ geeft geen enkele datum tot {until}.",
)
NEVER_FIX = Message(
    fr="Écrivez par exemple « FREQ=MONTHLY;BYDAY=1WE » et vérifiez « until: ».",
    nl="Schrijf bijvoorbeeld ‘FREQ=MONTHLY;BYDAY=1WE’ en controleer ‘until:’.",
)
START = Message(
    fr="Le premier jour ({start}) n’est pas un jour de la règle « {rule} ».",
    nl="De eerste dag ({start}) is geen dag van de regel ‘{rule}’.",
)
START_FIX = Message(
    fr="Écrivez « start: {first} », ou corrigez la règle.",
    nl="Schrijf ‘start: {first}’, of verbeter de regel.",
)
SKIP = Message(fr="Il n’y a de toute façon rien le {day}.", nl="Op {day} is er hoe dan ook niets.")
SKIP_FIX = Message(
    fr="Retirez ce jour de « skip: », ou corrigez-le.",
    nl="Verwijder deze dag uit ‘skip:’, of verbeter hem.",
)
LATE = Message(
    fr="L’inscription va jusqu’au {until}, après le dernier jour ({last}).",
    nl="De inschrijving loopt tot {until}, na de laatste dag ({last}).",
)
LATE_FIX = Message(
    fr="Écrivez « until: {last} », ou un jour plus tôt.",
    nl="Schrijf ‘until: {last}’, of een vroegere dag.",
)


@rule(
    "minutes-of-another-day",
    Family.DOMAIN,
    Severity.WARNING,
    summary=Message(
        fr="Un compte rendu a la date de la rencontre qu’il résume.",
        nl="Een verslag draagt de datum van de bijeenkomst waarover het gaat.",
    ),
    before="date: 2023-09-23\nevent: 2024-09-23-concertation",
    after="date: 2024-09-23\nevent: 2024-09-23-concertation",
)
def minutes_of_another_day(sources: Sources) -> Iterator[Problem]:
    """Find minutes dated on a day on which their event did not take place."""
    for owned in sources.owned:
        for minutes in owned.record.minutes if isinstance(owned.record, Group) else ():
            shown = [b.id for b in sources.content.bassins if owned.scope in ("region", b.id)]
            found = (e for b in shown for e in sources.content.items(b).events)
            event = next((e for e in found if e.id == minutes.event), None)
            if event and not _takes_place(event, minutes.date):
                message = OTHER_DAY.format(day=minutes.date, event=minutes.event)
                fix = OTHER_DAY_FIX.format(start=day_of(event.start))
                yield Problem(place(minutes, "date"), message, fix, quote=str(minutes.date))


def _takes_place(event: Event, day: date) -> bool:
    last = event.repeat.until if event.repeat else day_of(event.end or event.start)
    return day_of(event.start) <= day <= max(last, day_of(event.start))


OTHER_DAY = Message(
    fr="Le {day} n’est pas un jour du rendez-vous « {event} ».",
    nl="{day} is geen dag van de activiteit ‘{event}’.",
)
OTHER_DAY_FIX = Message(
    fr="Écrivez « date: {start} », ou nommez une autre rencontre.",
    nl="Schrijf ‘date: {start}’, of noem een andere bijeenkomst.",
)
