"""The agenda as iCalendar (RFC 5545): of a bassin, of one event, of one group.

The French and the Dutch entry of an event carry the same UID, and so do the entries of a
regional event on all sites: a calendar that subscribes twice shows it once.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from uuid import NAMESPACE_URL, uuid5

from icalendar import (
    Calendar,
    Component,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vDDDLists,
    vDuration,
    vRecur,
    vUri,
)
from icalendar import Event as Entry

from macros.clock import BRUSSELS
from macros.content.items import Event
from macros.dates import day_of, in_brussels
from macros.language import COLON
from macros.output.markup import absolute_html, plain
from macros.site.network import Network, Site
from macros.site.occurrences import meetings
from macros.site.venues import address

TZID = "Europe/Brussels"
END = b"END:VCALENDAR\r\n"
STATUS = {"confirmed": "CONFIRMED", "cancelled": "CANCELLED", "postponed": "TENTATIVE"}


def write(network: Network, site: Site) -> dict[str, bytes]:
    """Return `agenda.ics`, a calendar beside each event and one for each group that ever met.

    A group that meets no more keeps its calendar, as its past events stay: who subscribed is told
    when it meets again. One that never met has nothing to subscribe to, and no link to it.
    """
    events = sorted(site.items.events, key=lambda event: (str(event.start), event.id))
    # An event stands in up to three calendars.
    entries = {event.id: written(entry(network, site, event)) for event in events}
    name = f"{site.pages['agenda/index'].title} – {site.name}"
    files = {"agenda.ics": calendar(site, entries.values(), name, "agenda.ics")}
    for event in events:
        path = f"{site.pages[f'agenda/{event.id}'].url}event.ics"
        files[path] = calendar(site, [entries[event.id]], event.title[site.lang], path)
    for group in site.items.groups:
        path = f"groups/{group.id}.ics"
        if theirs := [entries[event.id] for event in events if event.group == group.id]:
            files[path] = calendar(site, theirs, f"{group.title[site.lang]} – {site.name}", path)
    return files


def calendar(site: Site, entries: Iterable[bytes], name: str, path: str) -> bytes:
    """Write a calendar; `path` is where it stands below the root of the site."""
    result = Calendar()
    result.add("prodid", f"-//{site.host}//bassin//{site.lang.upper()}")
    result.add("version", "2.0")
    result.add("calscale", "GREGORIAN")
    for key in ("name", "x-wr-calname"):
        result.add(key, name)
    result.add("x-wr-timezone", TZID)
    result.add("url", vUri(site.url("agenda/index")))
    result.add("source", vUri(site.base + path))
    result.add("refresh-interval", vDuration(timedelta(hours=12)), parameters={"VALUE": "DURATION"})
    # The components of a calendar follow its properties (RFC 5545, 3.6); those that stand in
    # many calendars are written once.
    frame = written(result).removesuffix(END)
    return b"".join((frame, _brussels(), *entries, END))


def written(component: Component) -> bytes:
    """Write a component in the order in which it was filled."""
    return bytes(component.to_ical(sorted=False))


def uid(event: Event) -> str:
    """Return the identifier of an event, the same in both languages and on all sites.

    A name-based UUID (RFC 9562, 5.5), as RFC 7986, 5.3 asks of new calendars.
    """
    return str(uuid5(NAMESPACE_URL, f"bassin:{event.origin.scope}/events/{event.id}"))


def entry(network: Network, site: Site, event: Event) -> Entry:
    """Return the VEVENT of an event."""
    lang = site.lang
    result = Entry()
    result.add("uid", uid(event))
    # "Last revised" has no date in the sources; one that never moves keeps the file unchanged.
    result.add("dtstamp", datetime(day_of(event.start).year, 1, 1, tzinfo=UTC))
    result.add("sequence", 0 if event.status == "confirmed" else 1)
    # Some calendars do not show the status.
    state = network.content.region.labels.get(f"status_{event.status}")
    title = event.title[lang]
    result.add("summary", f"{state[lang]}{COLON[lang]} {title}" if state else title)
    _when(result, event)
    result.add("status", STATUS[event.status])
    result.add("url", vUri(site.url(f"agenda/{event.id}")))
    result.add("description", _description(site, event))
    if event.place:
        result.add("location", address(network.content, event.place, lang))
    registration = event.registration
    email = (registration and registration.email) or site.bassin.contact.confirmed_email
    if email:
        result.add("contact", email[lang])
    if not isinstance(event.start, datetime):
        result.add("transp", "TRANSPARENT")
    return result


def _description(site: Site, event: Event) -> str:
    lang = site.lang
    parts = [event.summary[lang]]
    if event.body:
        parts.append(plain(absolute_html(event.body[lang], site, f"agenda/{event.id}")))
    if event.registration:
        parts.append(event.registration.text[lang])
    if event.price:
        parts.append(event.price[lang])
    parts.append(site.url(f"agenda/{event.id}"))
    return "\n\n".join(parts)


def _when(result: Entry, event: Event) -> None:
    """Add start, end, rule and differing days."""
    start, end = _first(event)
    timed = isinstance(start, datetime)
    result.add("dtstart", in_brussels(start))
    if isinstance(end, datetime):
        result.add("dtend", in_brussels(end))
    elif end is not None and not timed:
        result.add("dtend", end + timedelta(days=1))
    elif end is not None and end > day_of(start):
        # The last day without its hour: all of it, as an end is of the type of its start.
        midnight = datetime.combine(end + timedelta(days=1), time.min)
        result.add("dtend", in_brussels(midnight))
    if event.repeat is None:
        return
    rule = vRecur.from_ical(event.repeat.rule)
    last = datetime.combine(event.repeat.until, time(23, 59, 59), BRUSSELS)
    rule["UNTIL"] = [last.astimezone(UTC) if timed else event.repeat.until]
    result.add("rrule", rule)
    skipped = set(event.repeat.skip)
    _dates(result, "exdate", [_like(day, start) for day in event.repeat.skip])
    also = (moment for moment in event.repeat.also if day_of(moment) not in skipped)
    _dates(result, "rdate", [_like(moment, start) for moment in also])


def _first(event: Event) -> tuple[date, date | None]:
    """Return start and end of the first meeting, of a recurring event as the rule itself gives it.

    A start that is skipped, or that the rule does not give, is taken from the rule: RFC 5545,
    3.8.5.3 leaves a start outside its rule undefined.
    """
    if event.repeat:
        bare = event.repeat.model_copy(update={"skip": (), "also": ()})
        event = event.model_copy(update={"repeat": bare})
    first = next(meetings(event), None)
    return (first.start, first.end) if first else (event.start, event.end)


def _dates(result: Entry, name: str, values: list[date]) -> None:
    """Add a list of days, or of days and times; none when it is empty."""
    if not values:
        return
    listed = vDDDLists([in_brussels(value) for value in values])
    if not isinstance(values[0], datetime):
        listed.params["VALUE"] = "DATE"
    result[name] = listed


def _like(value: date, start: date) -> date:
    """Give a day the hour of the event; RFC 5545 wants exceptions of the type of the start."""
    if not isinstance(start, datetime):
        return day_of(value)
    return value if isinstance(value, datetime) else datetime.combine(value, start.time())


@cache
def _brussels() -> bytes:
    """Write the time zone with the rule of the European Union since 1996 (2000/84/EC)."""
    zone = Timezone()
    zone.add("tzid", TZID)
    summer = TimezoneDaylight()
    winter = TimezoneStandard()
    for part, name, first, hour, before, after in (
        (summer, "CEST", date(1996, 3, 31), 2, 1, 2),
        (winter, "CET", date(1996, 10, 27), 3, 2, 1),
    ):
        part.add("tzname", name)
        part.add("dtstart", datetime.combine(first, time(hour)))  # local (RFC 5545, 3.6.5)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("rrule", {"freq": "yearly", "bymonth": first.month, "byday": "-1SU"})
        zone.add_component(part)
    return written(zone)
