"""Items that name each other are found from both ends."""

import pytest

from macros.content.content import Items
from macros.content.items import PageItem
from macros.project import Project
from macros.render.related import Related, related_to


@pytest.fixture
def items(project: Project) -> Items:
    return project.network.site("nord-est", "fr").items


def test_an_action_finds_all_that_names_it(items: Items) -> None:
    action = next(a for a in items.actions if a.id == "concertation-sante-mentale")
    found = related_to(items, action)
    assert found.news
    assert all(action.id in news.actions for news in found.news)
    assert [n.date for n in found.news] == sorted((n.date for n in found.news), reverse=True)
    assert {event.id for event in found.events} == {
        event.id for event in items.events if action.id in event.actions
    }
    assert "concertation-sante-mentale" in {group.id for group in found.groups}
    assert not found.actions


def test_a_news_item_finds_what_it_names_and_its_like(items: Items) -> None:
    news = next(n for n in items.news if n.groups and n.actions)
    found = related_to(items, news)
    assert {action.id for action in found.actions} == set(news.actions)
    assert {group.id for group in found.groups} == set(news.groups)
    assert news not in found.news
    assert len(found.news) <= 4


def test_a_meeting_finds_its_group_and_steps_of_the_roadmap(items: Items) -> None:
    event = next(e for e in items.events if any(m.event == e.id for m in items.roadmap))
    found = related_to(items, event)
    assert {step.event for step in found.milestones} == {event.id}
    assert [group.id for group in found.groups] == ([event.group] if event.group else [])


def test_a_group_finds_its_meetings(items: Items) -> None:
    group = next(g for g in items.groups if g.id == "concertation-sante-mentale")
    found = related_to(items, group)
    assert found.events
    assert {event.group for event in found.events} == {group.id}
    assert {action.id for action in found.actions} == set(group.actions)


def test_other_items_have_nothing(items: Items) -> None:
    action = items.actions[0]
    plain = PageItem(
        id="x", title=action.title, slug=action.slug, summary=action.summary, source=None
    )
    assert related_to(items, plain) == Related()
    assert not related_to(items, plain)
