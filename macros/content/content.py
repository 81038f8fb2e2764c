"""Everything that the sources say, typed and immutable."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from macros.content.items import (
    Action,
    Event,
    Figure,
    Group,
    Milestone,
    News,
    Place,
    Progress,
    Published,
    Redirect,
    Resource,
)
from macros.content.pages import WrittenPage
from macros.content.territory import (
    AccessibilityStatement,
    Antenne,
    Bassin,
    Commune,
    Forge,
    Level,
    Mission,
    Navigation,
    PathStep,
    Priority,
    Term,
)
from macros.content.types import Text
from macros.language import Lang


class _Scoped(Protocol):
    @property
    def bassins(self) -> tuple[str, ...]: ...


ScopedItem = TypeVar("ScopedItem", bound=_Scoped)


@dataclass(frozen=True)
class Items:
    """The items of one scope: the Region or a bassin."""

    actions: tuple[Action, ...] = ()
    progress: tuple[Progress, ...] = ()
    news: tuple[News, ...] = ()
    events: tuple[Event, ...] = ()
    groups: tuple[Group, ...] = ()
    resources: tuple[Resource, ...] = ()
    places: tuple[Place, ...] = ()
    roadmap: tuple[Milestone, ...] = ()
    figures: tuple[Figure, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    published: tuple[Published, ...] = ()


@dataclass(frozen=True)
class Region:
    """What the bassins share."""

    items: Items = Items()
    communes: tuple[Commune, ...] = ()
    antennes: tuple[Antenne, ...] = ()
    missions: tuple[Mission, ...] = ()
    levels: tuple[Level, ...] = ()
    proposal_path: tuple[PathStep, ...] = ()
    priorities: tuple[Priority, ...] = ()
    glossary: tuple[Term, ...] = ()
    hosts: tuple[str, ...] = ()
    labels: Mapping[str, Text] = field(default_factory=dict)
    forge: Forge | None = None
    accessibility: AccessibilityStatement | None = None
    navigation: Navigation = field(default_factory=lambda: Navigation(header=(), footer=()))


@dataclass(frozen=True)
class Content:
    """All sources of the ten sites.

    Attributes:
        region: what the bassins share.
        bassins: the bassins in their order.
        own: the items of each bassin by its id, those of a bassin whose card cannot be read too.
        pages: the written pages by language and path below `docs/<lang>/`.

    """

    region: Region
    bassins: tuple[Bassin, ...]
    own: Mapping[str, Items]
    pages: Mapping[Lang, Mapping[str, WrittenPage]]

    def bassin(self, bassin_id: str) -> Bassin:
        """Return a bassin by its id.

        Raises:
            KeyError: no bassin has this id.

        """
        for bassin in self.bassins:
            if bassin.id == bassin_id:
                return bassin
        raise KeyError(bassin_id)

    def items(self, bassin_id: str) -> Items:
        """Return what the sites of a bassin show: its own items and the regional ones."""
        own, shared = self.own[bassin_id], self.region.items
        return Items(
            actions=_joined(own.actions, shared.actions, bassin_id),
            progress=own.progress,
            news=_joined(own.news, shared.news, bassin_id),
            events=_joined(own.events, shared.events, bassin_id),
            groups=_joined(own.groups, shared.groups, bassin_id),
            resources=_joined(own.resources, shared.resources, bassin_id),
            places=_joined(own.places, shared.places, bassin_id),
            roadmap=_joined(own.roadmap, shared.roadmap, bassin_id),
            figures=_joined(own.figures, shared.figures, bassin_id),
            redirects=own.redirects + shared.redirects,
            published=own.published,
        )

    def scopes(self) -> Iterator[tuple[str, Items]]:
        """Go through the Region and the bassins with the items each owns."""
        yield "region", self.region.items
        in_order = [bassin.id for bassin in self.bassins]
        without_card = [name for name in self.own if name not in in_order]
        for name in (*in_order, *without_card):
            yield name, self.own[name]


def _joined(
    own: Iterable[ScopedItem], shared: Iterable[ScopedItem], bassin_id: str
) -> tuple[ScopedItem, ...]:
    return (*own, *(i for i in shared if not i.bassins or bassin_id in i.bassins))
