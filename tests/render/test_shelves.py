"""Lists cut into months, years and letters."""

from datetime import date

import pytest

from macros.language import Lang
from macros.project import Project
from macros.render.shelves import by_letter, by_month, by_year, letter, past_events
from macros.site.occurrences import occurrences


def test_meetings_stand_in_their_month(project: Project) -> None:
    agenda = occurrences(project.network.site("nord", "fr").items.events)
    months = by_month(agenda)
    assert sum(len(month.meetings) for month in months) == len(agenda)
    assert [month.first for month in months] == sorted({m.day.replace(day=1) for m in agenda})


def test_a_recurring_event_is_past_once_and_only_when_it_is_over(project: Project) -> None:
    events = project.network.site("nord", "fr").items.events
    recurring = next(event for event in events if event.repeat)
    last = max(meeting.day for meeting in occurrences([recurring]))
    assert past_events(occurrences([recurring]), last) == []
    [past] = past_events(occurrences([recurring]), date(last.year + 1, 1, 1))
    assert past.event == recurring
    assert past.last.day == last
    assert past.count > 1


def test_the_latest_past_event_comes_first(project: Project) -> None:
    events = project.network.site("sud-est", "nl").items.events
    days = [past.last.day for past in past_events(occurrences(events), date(2030, 1, 1))]
    assert len(days) == len(events)
    assert days == sorted(days, reverse=True)


def test_the_roadmap_stands_by_year(project: Project) -> None:
    roadmap = project.network.site("nord", "fr").items.roadmap
    years = by_year(roadmap)
    assert [year for year, _ in years] == sorted({step.date[:4] for step in roadmap})
    assert sum(len(steps) for _, steps in years) == len(roadmap)


@pytest.mark.parametrize(
    ("title", "lang", "name"),
    [
        ("Écho", "fr", "E"),
        ("« Qui »", "fr", "Q"),
        ("œuvre", "fr", "O"),
        ("5 ans", "fr", "0-9"),
        ("L’agenda", "fr", "A"),
        ("Les actions", "fr", "A"),
        ("Le", "fr", "L"),
        ("Lessons", "fr", "L"),
        ("Het nieuws", "nl", "N"),
        ("Eenzaamheid", "nl", "E"),
        ("Le grand bain", "nl", "L"),
    ],
)
def test_letters(title: str, lang: Lang, name: str) -> None:
    assert letter(title, lang) == name


def test_every_page_of_the_alphabet_has_a_letter(project: Project) -> None:
    pages = [p for p in project.network.site("nord", "nl").pages.values() if p.parent]
    letters = by_letter(pages, "nl")
    assert sum(len(heap) for _, heap in letters) == len(pages)
    assert len({name for name, _ in letters}) == len(letters)
