"""Calendars mean the same to independent readers, in both languages and across clock changes."""

import json
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from macros.content.items import Event
from macros.output import calendars
from macros.project import Project as Plan
from macros.site.network import Network, Site
from macros.site.occurrences import meetings
from tests.conftest import ROOT

BRUSSELS = ZoneInfo("Europe/Brussels")
SPAN = ("2025-03-01", "2027-03-01")
"""Two years with four changes of clock."""


def shown(moment: date) -> str:
    """Write a start as both readers do: a day, or a moment in UTC."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    local = moment if moment.tzinfo else moment.replace(tzinfo=BRUSSELS)
    return local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def by_us(site: Site) -> list[str]:
    found = (
        f"{calendars.uid(event)} {shown(meeting.start)}"
        for event in site.items.events
        for meeting in meetings(event)
    )
    return sorted(one for one in found if SPAN[0] <= one.split(" ")[1] < SPAN[1])


def by_icalendar(data: bytes) -> list[str]:
    calendar = icalendar.Calendar.from_ical(data)
    first, last = (date.fromisoformat(day) for day in SPAN)
    found = recurring_ical_events.of(calendar).between(first - timedelta(days=9), last)
    starts = (f"{event['UID']} {shown(event['DTSTART'].dt)}" for event in found)
    return sorted(one for one in starts if SPAN[0] <= one.split(" ")[1] < SPAN[1])


def by_ical_js(data: bytes, folder: Path) -> list[str]:
    file = folder / "calendar.ics"
    file.write_bytes(data)
    command = ["node", "tests/output/occurrences.mjs", str(file), *SPAN]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    read: list[str] = json.loads(done.stdout)
    return read


def test_three_readers_see_the_same_meetings(
    network: Network, fr: Site, nl: Site, tmp_path: Path
) -> None:
    for site in (fr, nl):
        data = calendars.write(network, site)["agenda.ics"]
        expected = by_us(site)
        assert len(expected) > 60
        assert by_icalendar(data) == expected
        assert by_ical_js(data, tmp_path) == expected


def test_the_clock_changes_and_the_hour_stays(network: Network, fr: Site) -> None:
    data = calendars.write(network, fr)["agenda.ics"]
    weekly = next(event for event in fr.items.events if event.id == "chaque-semaine")
    starts = [one.split(" ")[1] for one in by_icalendar(data) if calendars.uid(weekly) in one]
    assert "2025-10-23T21:30:00Z" in starts
    assert "2025-10-30T22:30:00Z" in starts
    assert "2026-03-26T22:30:00Z" in starts
    assert "2026-04-02T21:30:00Z" in starts
    assert not [start for start in starts if start.startswith("2025-12-25")]


def test_real_agendas(project: Plan, tmp_path: Path) -> None:
    for site in project.network.sites:
        data = calendars.write(project.network, site)["agenda.ics"]
        expected = by_us(site)
        assert by_icalendar(data) == expected
        if site.lang == "fr":
            assert by_ical_js(data, tmp_path) == expected


def test_a_mailbox_that_no_source_shows_is_no_contact_of_an_event(project: Plan) -> None:
    for site in project.network.sites:
        data = calendars.write(project.network, site)["agenda.ics"]
        mailbox = site.bassin.contact.email[site.lang].encode()
        assert (mailbox in data) is not site.bassin.contact.email_deduced


def test_a_group_has_a_calendar_from_its_first_meeting_on(network: Network, fr: Site) -> None:
    later = Network(network.content, network.sites, date(2031, 1, 1))
    for plan in (network, later):
        files = [path for path in calendars.write(plan, fr) if path.startswith("groups/")]
        assert files == ["groups/liaison.ics"]
    assert {group.id for group in fr.items.groups} == {"liaison", "sans-date"}


def test_both_languages_share_identifiers(project: Plan) -> None:
    for site in project.network.sites:
        twin = project.network.twin(site)
        ours = {calendars.uid(event) for event in site.items.events}
        assert ours == {calendars.uid(event) for event in twin.items.events}
        assert len(ours) == len(site.items.events)


def test_lines_are_folded_between_characters(network: Network, fr: Site) -> None:
    event = fr.items.events[0].model_copy(
        update={"summary": {"fr": "é" * 200 + "œ’·" * 60, "nl": "ë" * 300}}
    )
    data = calendars.calendar(
        fr, [calendars.written(calendars.entry(network, fr, event))], "é" * 90, "x.ics"
    )
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert ("é" * 200).encode() in data.replace(b"\r\n ", b"")


def test_a_start_outside_its_rule_moves_to_the_rule(network: Network, fr: Site) -> None:
    odd = fr.items.events[0].model_copy(update={"start": date(2025, 3, 3), "end": None})
    repeat = {"rule": "FREQ=MONTHLY;BYDAY=1WE", "until": "2025-12-31"}
    event = Event.model_validate(odd.model_dump() | {"repeat": repeat})
    event._origin = odd.origin
    (read,) = icalendar.Calendar.from_ical(
        calendars.calendar(
            fr, [calendars.written(calendars.entry(network, fr, event))], "x", "x.ics"
        )
    ).walk("VEVENT")
    assert read.decoded("DTSTART") == date(2025, 3, 5)


def test_a_last_day_without_its_hour_is_there_to_its_end(network: Network, fr: Site) -> None:
    event = next(e for e in fr.items.events if e.id == "table-ronde")
    for day, ends in ((date(2025, 4, 27), "20250428T000000"), (date(2025, 4, 25), None)):
        long = event.model_copy(update={"end": day})
        entry = calendars.entry(network, fr, long)
        end = entry.get("DTEND")
        assert (end.to_ical().decode() if end else None) == ends


def test_a_quiet_day_changes_nothing(network: Network, fr: Site) -> None:
    later = Network(network.content, network.sites, date(2031, 1, 1))
    assert calendars.write(network, fr) == calendars.write(later, fr)
