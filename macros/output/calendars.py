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

from macros.content.items import Event, Venue
from macros.dates import BRUSSELS, day_of
from macros.language import Lang, Message
from macros.output.markup import absolute_html, plain
from macros.site.network import Network, Site
from macros.site.occurrences import meetings

TZID = "Europe/Brussels"
END = b"END:VCALENDAR\r\n"
STATUS = {"confirmed": "CONFIRMED", "cancelled": "CANCELLED", "postponed": "TENTATIVE"}


def write(network: Network, site: Site) -> dict[str, bytes]:
    """Return `agenda.ics`, a calendar beside each event and one for each group."""
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
        theirs = [entries[event.id] for event in events if event.group == group.id]
        files[path] = calendar(site, theirs, f"{group.title[site.lang]} – {site.name}", path)
    return files


def calendar(site: Site, entries: Iterable[bytes], name: str, path: str) -> bytes:
    """Write a calendar; `path` is where it stands below the root of the site."""
    result = Calendar()
    result.add("prodid", f"-//{site.host}//bassin//{site.lang.upper()}")
    result.add("version", "2.0")
    result.add("calscale", "GREGORIAN")
    result.add("method", "PUBLISH")
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
    scope = event.origin.file.split("/")[1]
    return str(uuid5(NAMESPACE_URL, f"bassin:{scope}/events/{event.id}"))


def entry(network: Network, site: Site, event: Event) -> Entry:
    """Return the VEVENT of an event."""
    lang = site.lang
    result = Entry()
    result.add("uid", uid(event))
    # "Last revised" has no date in the sources; one that never moves keeps the file unchanged.
    result.add("dtstamp", datetime(day_of(event.start).year, 1, 1, tzinfo=UTC))
    result.add("sequence", 0 if event.status == "confirmed" else 1)
    words = TITLE.get(event.status)
    title = event.title[lang]
    result.add("summary", words[lang].format(title=title) if words else title)
    _when(result, event)
    result.add("status", STATUS[event.status])
    result.add("url", vUri(site.url(f"agenda/{event.id}")))
    result.add("description", _description(site, event))
    if event.place:
        result.add("location", address(network, event.place, lang))
    email = event.registration.email if event.registration else None
    if email or not site.bassin.contact.email_deduced:
        result.add("contact", (email or site.bassin.contact.email)[lang])
    if not isinstance(event.start, datetime):
        result.add("transp", "TRANSPARENT")
    return result


def address(network: Network, place: Venue, lang: Lang) -> str:
    """Write a place on one line: name, street, postcode and locality."""
    communes = {commune.id: commune for commune in network.content.region.communes}
    commune = communes.get(place.commune or "")
    locality = commune.locality(place.postcode)[lang] if commune else None
    town = " ".join(part for part in (place.postcode, locality) if part)
    street = place.street[lang] if place.street else None
    return ", ".join(part for part in (place.name[lang], street, town) if part)


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
    found = list(meetings(event))
    start = found[0].start if found else event.start
    end = found[0].end if found else event.end
    rule = vRecur.from_ical(event.repeat.rule) if event.repeat else None
    if event.repeat and rule is not None:
        # A start that the rule does not give, or that is skipped, is taken from the rule:
        # RFC 5545, 3.8.5.3 leaves a start outside its rule undefined.
        start, end = _aligned(event)
    result.add("dtstart", _moment(start))
    if isinstance(end, datetime):
        result.add("dtend", _moment(end))
    elif end is not None and not isinstance(start, datetime):
        result.add("dtend", end + timedelta(days=1))
    if event.repeat is None or rule is None:
        return
    timed = isinstance(start, datetime)
    last = datetime.combine(event.repeat.until, time(23, 59, 59), BRUSSELS)
    rule["UNTIL"] = [last.astimezone(UTC) if timed else event.repeat.until]
    result.add("rrule", rule)
    skipped = set(event.repeat.skip)
    exceptions = [_like(day, start) for day in event.repeat.skip]
    also = [_like(m, start) for m in event.repeat.also if day_of(m) not in skipped]
    if exceptions:
        _dates(result, "exdate", exceptions)
    if also:
        _dates(result, "rdate", also)


def _dates(result: Entry, name: str, values: list[date]) -> None:
    kind = "DATE-TIME" if isinstance(values[0], datetime) else "DATE"
    listed = vDDDLists([_moment(value) for value in values])
    if kind == "DATE":
        listed.params["VALUE"] = "DATE"
    result[name] = listed


def _aligned(event: Event) -> tuple[date, date | None]:
    """Return start and end of the first meeting that the rule itself gives."""
    assert event.repeat is not None  # noqa: S101 - only called for recurring events
    bare = event.repeat.model_copy(update={"skip": (), "also": ()})
    first = next(meetings(event.model_copy(update={"repeat": bare})), None)
    return (first.start, first.end) if first else (event.start, event.end)


def _like(value: date, start: date) -> date:
    """Give a day the hour of the event; RFC 5545 wants exceptions of the type of the start."""
    if not isinstance(start, datetime):
        return day_of(value)
    return value if isinstance(value, datetime) else datetime.combine(value, start.time())


def _moment(value: date) -> date:
    return value.replace(tzinfo=BRUSSELS) if isinstance(value, datetime) else value


@cache
def _brussels() -> bytes:
    """Write the time zone with the rule of the European Union since 1996 (2000/84/EC)."""
    zone = Timezone()
    zone.add("tzid", TZID)
    summer = TimezoneDaylight()
    winter = TimezoneStandard()
    for part, name, start, before, after, month in (
        (summer, "CEST", datetime(1996, 3, 31, 2), 1, 2, 3),  # noqa: DTZ001 - local by RFC 5545
        (winter, "CET", datetime(1996, 10, 27, 3), 2, 1, 10),  # noqa: DTZ001
    ):
        part.add("tzname", name)
        part.add("dtstart", start)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        zone.add_component(part)
    return written(zone)


TITLE = {
    "cancelled": Message(fr="Annulé\u00a0: {title}", nl="Geannuleerd: {title}"),
    "postponed": Message(fr="Reporté\u00a0: {title}", nl="Uitgesteld: {title}"),
}
