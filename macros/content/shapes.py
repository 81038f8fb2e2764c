"""Which file of `data/` holds what."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

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
from macros.content.territory import (
    AccessibilityStatement,
    Antenne,
    Bassin,
    Commune,
    Forge,
    Label,
    Level,
    Mission,
    Navigation,
    PathStep,
    Priority,
    Term,
)
from macros.content.types import Host

REGION = "region"
"""Folder of what the five bassins share."""


@dataclass(frozen=True)
class Shape:
    """The form of a file.

    Attributes:
        pattern: path below `data/`; `{scope}` stands for `region` or a bassin, `{id}` for
            the name that the file gives to its one record.
        adapter: what validates the content.
        scopes: `region`, `bassin` or `both`.

    """

    pattern: str
    adapter: TypeAdapter[Any]
    scopes: str = "both"

    def match(self, path: str) -> Mapping[str, str] | None:
        """Return the scope and id that a path below `data/` gives, or nothing."""
        expression = re.escape(self.pattern).replace(r"\{scope\}", "(?P<scope>[^/]+)")
        expression = expression.replace(r"\{id\}", "(?P<id>[^/]+)")
        found = re.fullmatch(expression, path)
        if not found:
            return None
        scope = found.groupdict().get("scope", REGION)
        if self.scopes != "both" and (scope == REGION) != (self.scopes == REGION):
            return None
        return found.groupdict()


SHAPES: Mapping[str, Shape] = {
    "bassin": Shape("{scope}/bassin.yml", TypeAdapter(Bassin), "bassin"),
    "figures": Shape("{scope}/figures.yml", TypeAdapter(tuple[Figure, ...])),
    "progress": Shape("{scope}/progress/{id}.yml", TypeAdapter(Progress), "bassin"),
    "actions": Shape("{scope}/actions/{id}.yml", TypeAdapter(Action)),
    "news": Shape("{scope}/news/{id}.yml", TypeAdapter(News)),
    "events": Shape("{scope}/events/{id}.yml", TypeAdapter(Event)),
    "groups": Shape("{scope}/groups.yml", TypeAdapter(tuple[Group, ...])),
    "resources": Shape("{scope}/resources.yml", TypeAdapter(tuple[Resource, ...])),
    "places": Shape("{scope}/places.yml", TypeAdapter(tuple[Place, ...])),
    "roadmap": Shape("{scope}/roadmap.yml", TypeAdapter(tuple[Milestone, ...])),
    "redirects": Shape("{scope}/redirects.yml", TypeAdapter(tuple[Redirect, ...])),
    "published": Shape("{scope}/published.yml", TypeAdapter(tuple[Published, ...]), "bassin"),
    "communes": Shape("region/communes.yml", TypeAdapter(tuple[Commune, ...]), REGION),
    "antennes": Shape("region/antennes.yml", TypeAdapter(tuple[Antenne, ...]), REGION),
    "missions": Shape("region/missions.yml", TypeAdapter(tuple[Mission, ...]), REGION),
    "levels": Shape("region/levels.yml", TypeAdapter(tuple[Level, ...]), REGION),
    "proposal_path": Shape("region/proposal-path.yml", TypeAdapter(tuple[PathStep, ...]), REGION),
    "priorities": Shape("region/priorities.yml", TypeAdapter(tuple[Priority, ...]), REGION),
    "glossary": Shape("region/glossary.yml", TypeAdapter(tuple[Term, ...]), REGION),
    "labels": Shape("region/labels.yml", TypeAdapter(dict[str, Label]), REGION),
    "accessibility": Shape("region/accessibility.yml", TypeAdapter(AccessibilityStatement), REGION),
    "forge": Shape("region/forge.yml", TypeAdapter(Forge), REGION),
    "hosts": Shape("region/hosts.yml", TypeAdapter(tuple[Host, ...]), REGION),
    "navigation": Shape("region/navigation.yml", TypeAdapter(Navigation), REGION),
}
