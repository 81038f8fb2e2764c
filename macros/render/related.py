"""What belongs together: items that name each other, found from both ends."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.content.content import Items
from macros.content.items import (
    Action,
    Event,
    Group,
    Milestone,
    News,
    PageItem,
    Place,
    Resource,
)
from macros.dates import day_of


@dataclass(frozen=True)
class Related:
    """The items that belong to one item, each kind in the order in which it is shown."""

    actions: tuple[Action, ...] = ()
    news: tuple[News, ...] = ()
    events: tuple[Event, ...] = ()
    groups: tuple[Group, ...] = ()
    resources: tuple[Resource, ...] = ()
    places: tuple[Place, ...] = ()
    milestones: tuple[Milestone, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything to show."""
        return any(vars(self).values())


def related_to(items: Items, item: PageItem | Group) -> Related:
    """Find what belongs to an item: what it names and what names it."""
    if isinstance(item, Action):
        return _of_action(items, item)
    if isinstance(item, News):
        return _of_news(items, item)
    if isinstance(item, Event):
        return _of_event(items, item)
    if isinstance(item, Group):
        return _of_group(items, item)
    return Related()


def _of_action(items: Items, action: Action) -> Related:
    return Related(
        news=_latest(n for n in items.news if action.id in n.actions),
        events=_latest_events(e for e in items.events if action.id in e.actions),
        groups=tuple(g for g in items.groups if action.id in g.actions),
        resources=tuple(r for r in items.resources if action.id in r.actions),
        places=tuple(p for p in items.places if action.id in p.actions),
        milestones=tuple(
            sorted((m for m in items.roadmap if m.action == action.id), key=lambda m: m.date)
        ),
    )


def _of_news(items: Items, news: News) -> Related:
    shared = set(news.actions) | set(news.groups) | set(news.events)
    others = (n for n in items.news if n.id != news.id and not shared.isdisjoint(_names(n)))
    return Related(
        actions=tuple(a for a in items.actions if a.id in news.actions),
        events=_latest_events(e for e in items.events if e.id in news.events),
        groups=tuple(g for g in items.groups if g.id in news.groups),
        news=_latest(others)[:4],
    )


def _of_event(items: Items, event: Event) -> Related:
    return Related(
        actions=tuple(a for a in items.actions if a.id in event.actions),
        groups=tuple(g for g in items.groups if g.id == event.group),
        news=_latest(n for n in items.news if event.id in n.events),
        milestones=tuple(m for m in items.roadmap if m.event == event.id),
    )


def _of_group(items: Items, group: Group) -> Related:
    return Related(
        actions=tuple(a for a in items.actions if a.id in group.actions),
        events=_latest_events(e for e in items.events if e.group == group.id),
        news=_latest(n for n in items.news if group.id in n.groups),
    )


def _names(news: News) -> tuple[str, ...]:
    return (*news.actions, *news.groups, *news.events)


def _latest(news: Iterable[News]) -> tuple[News, ...]:
    return tuple(sorted(news, key=lambda item: (item.date, item.id), reverse=True))


def _latest_events(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda e: (day_of(e.start), e.id), reverse=True))
