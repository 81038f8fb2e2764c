"""Calendars that strict readers accept, and whose French and Dutch events agree."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar, Component

from macros.finding import Finding
from macros.language import Message
from macros.verify.registry import Built, Network, network_proof, site_proof

AGENDA = "agenda.ics"
OCTETS = 75
_COMPONENT = re.compile(rb"^BEGIN:(VEVENT|VTIMEZONE)\r\n.*?^END:\1\r\n", re.MULTILINE | re.DOTALL)
_TZID = re.compile(rb"TZID=\"?([^:;\"]+)")
SAME = ("DTSTART", "DTEND", "RRULE", "EXDATE", "RDATE", "STATUS", "SEQUENCE")
"""What an event says in both languages alike."""
BRUSSELS = {
    "DAYLIGHT": ("+0100", "+0200", "2", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"),
    "STANDARD": ("+0200", "+0100", "3", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"),
}
"""Offsets, hour and day of the changes of clock (directive 2000/84/EC)."""
STATUSES = ("CONFIRMED", "CANCELLED", "TENTATIVE")


@site_proof
def strict(site: Built) -> Iterator[Finding]:
    """Calendars follow RFC 5545 to the letter and name pages of the site."""
    files = [file for file in site.folder.files if file.endswith(".ics")]
    if AGENDA not in files:
        yield site.folder.error("calendar", AGENDA, MISSING)
    for file in files:
        data = site.folder.read(file)
        yield from _lines(site, file, data)
        try:
            calendar = read(data)
        except (ValueError, KeyError, IndexError) as error:
            yield site.folder.error("calendar", file, REFUSED.format(reason=error))
            continue
        for reason in problems(calendar, data):
            yield site.folder.error("calendar", file, REFUSED.format(reason=reason), quote=reason)
        if file != AGENDA and not calendar.walk("VEVENT"):
            yield site.folder.error("calendar", file, EMPTY)
        for event in calendar.walk("VEVENT"):
            url = str(event.get("URL", ""))
            if url not in site.by_url:
                message = DEAD.format(url=url or "–")
                yield site.folder.error("calendar", file, message, quote=url)


@network_proof
def paired(network: Network) -> Iterator[Finding]:
    """An event is the same in both languages: identifier, moments, repetition and state."""
    agendas = {
        site.folder.base: _by_uid(site) for site in network.sites if AGENDA in site.folder.files
    }
    for site in network.sites:
        twin = network.twin(site)
        ours, theirs = (agendas.get(one.folder.base) if one else None for one in (site, twin))
        if twin is None or ours is None or theirs is None:
            continue
        for uid, event in ours.items():
            other = theirs.get(uid)
            if other is None:
                message = UNPAIRED.format(uid=uid, site=twin.folder.base)
                yield site.folder.error("calendar-pair", AGENDA, message, quote=uid)
                continue
            names = [name for name in SAME if _text(event, name) != _text(other, name)]
            if names:
                message = DIFFERS.format(uid=uid, names=", ".join(names))
                yield site.folder.error("calendar-pair", AGENDA, message, quote=uid)


def read(data: bytes) -> Component:
    """Read a calendar strictly.

    An event stands in several calendars and the time zone in all: each component is read once,
    and what is left, the frame, must be a calendar by itself.

    Raises:
        ValueError: it is no calendar.
        KeyError, IndexError: it is none either; the library tells so in these ways too.

    """
    frame = _COMPONENT.sub(b"", data)
    calendar: Component = Calendar.from_ical(frame)
    for found in _COMPONENT.finditer(data):
        calendar.add_component(_component(found[0]))
    return calendar


@lru_cache(maxsize=4096)
def _component(data: bytes) -> Component:
    return Component.from_ical(data)


def events(data: bytes) -> list[Component]:
    """Return the events of a calendar; none when it cannot be read."""
    try:
        return read(data).walk("VEVENT")
    except (ValueError, KeyError, IndexError):
        return []


def problems(calendar: Component, data: bytes) -> Iterator[str]:
    """Go through what a strict reader refuses (RFC 5545, 3.4 to 3.8)."""
    if calendar.name != "VCALENDAR" or not calendar.subcomponents:
        yield str(calendar.name)
        return
    for name in ("PRODID", "VERSION"):
        if name not in calendar:
            yield name
    yield from _zones(calendar, data)
    found = calendar.walk("VEVENT")
    for uid, count in Counter(str(event.get("UID")) for event in found).items():
        if count > 1:
            yield f"UID {uid}"
    for component in calendar.walk():
        yield from (f"{component.name} {name}: {why}" for name, why in component.errors)
    for event in found:
        if not event.errors:
            yield from _event(event)


def _zones(calendar: Component, data: bytes) -> Iterator[str]:
    """Go through time zones that are used but not described, or described wrongly."""
    zones = {str(zone.get("TZID")): zone for zone in calendar.walk("VTIMEZONE")}
    used = {found.decode("utf-8", "replace") for found in _TZID.findall(_unfolded(data))}
    yield from (f"TZID {name}" for name in sorted(used - zones.keys()))
    for name, zone in zones.items():
        if _zone(zone) != BRUSSELS:
            yield f"VTIMEZONE {name}"


def _zone(zone: Component) -> dict[str, tuple[str, ...]]:
    """Return what a time zone says of its changes of clock."""
    return {
        str(part.name): (
            *(_text(part, name) for name in ("TZOFFSETFROM", "TZOFFSETTO")),
            str(getattr(getattr(part.get("DTSTART"), "dt", None), "hour", "")),
            _text(part, "RRULE"),
        )
        for part in zone.subcomponents
    }


def _event(event: Component) -> Iterator[str]:
    for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
        if name not in event:
            yield f"VEVENT {name}"
            return
    if str(event.get("STATUS", "CONFIRMED")) not in STATUSES:
        yield f"STATUS {event.get('STATUS')}"
    try:
        start = event.get("DTSTART").dt
        end = event.get("DTEND").dt if "DTEND" in event else start
    except (AttributeError, ValueError):
        yield "DTSTART"
        return
    if type(start) is not type(end) or end < start:
        yield f"DTEND {end} < DTSTART {start}"
    if "RRULE" in event:
        yield from _rule(event, start)


def _rule(event: Component, start: date | datetime) -> Iterator[str]:
    rule = event.get("RRULE")
    if isinstance(rule, list):
        yield "RRULE"
        return
    bare = {key: value for key, value in rule.items() if key != "UNTIL"}
    text = ";".join(f"{key}={','.join(str(v) for v in value)}" for key, value in bare.items())
    naive = datetime.combine(start, time.min)  # only the day matters
    try:
        first = rrulestr(text, dtstart=naive)[0]
    except (ValueError, IndexError):
        yield f"RRULE {text}"
        return
    if first.date() != naive.date():
        yield f"DTSTART {naive.date()}: RRULE {text}"
    until: list[Any] = rule.get("UNTIL", [])
    for one in until:
        if isinstance(one, datetime) != isinstance(start, datetime):
            yield f"RRULE UNTIL {one}"


def _lines(site: Built, file: str, data: bytes) -> Iterator[Finding]:
    """Lines end in CRLF and have at most 75 octets, which end between characters (3.1)."""
    if data.count(b"\n") != data.count(b"\r\n") or not data.endswith(b"\r\n"):
        yield site.folder.error("calendar", file, ENDS)
    for number, line in enumerate(data.split(b"\r\n"), start=1):
        if len(line) > OCTETS:
            message = LONG.format(octets=len(line))
            yield site.folder.error("calendar", file, message, number)
            return
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield site.folder.error("calendar", file, SPLIT, number)
            return


def _unfolded(data: bytes) -> bytes:
    return data.replace(b"\r\n ", b"").replace(b"\r\n\t", b"")


def _by_uid(site: Built) -> dict[str, Component]:
    """Return the events of the agenda by their identifier; broken ones are told of already."""
    found = events(site.folder.read(AGENDA))
    return {str(event.get("UID")): event for event in found if not event.errors}


def _text(component: Component, name: str) -> str:
    """Return a property as it is written; the library gives text or bytes."""
    value = component.get(name)
    found = value if isinstance(value, list) else [] if value is None else [value]
    written = [one.to_ical() if hasattr(one, "to_ical") else str(one) for one in found]
    return ",".join(one.decode() if isinstance(one, bytes) else str(one) for one in written)


MISSING = Message(fr="Le calendrier manque.", nl="De kalender ontbreekt.")
EMPTY = Message(
    fr="Ce calendrier n’annonce rien : il n’y a pas de quoi s’y abonner.",
    nl="Deze kalender kondigt niets aan: er valt niets te volgen.",
)
REFUSED = Message(
    fr="Un lecteur strict refuse ce calendrier : {reason}",
    nl="Een strikte lezer weigert deze kalender: {reason}",
)
DEAD = Message(
    fr="Un rendez-vous mène à {url}, qui n’est pas une page du site.",
    nl="Een activiteit leidt naar {url}, dat geen pagina van de site is.",
)
UNPAIRED = Message(
    fr="Le rendez-vous {uid} manque dans le calendrier jumeau de {site}.",
    nl="De activiteit {uid} ontbreekt in de zusterkalender van {site}.",
)
DIFFERS = Message(
    fr="Le rendez-vous {uid} diffère d’une langue à l’autre : {names}.",
    nl="De activiteit {uid} verschilt van taal tot taal: {names}.",
)
ENDS = Message(
    fr="Les lignes ne finissent pas toutes par CRLF (RFC 5545).",
    nl="Niet alle regels eindigen op CRLF (RFC 5545).",
)
LONG = Message(
    fr="Une ligne compte {octets} octets au lieu de 75 au plus (RFC 5545).",
    nl="Een regel telt {octets} octetten in plaats van hoogstens 75 (RFC 5545).",
)
SPLIT = Message(
    fr="Une ligne coupe un caractère en deux.", nl="Een regel breekt een teken in twee."
)
