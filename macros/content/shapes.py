"""Which file of `data/` holds what."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
    Level,
    Mission,
    Navigation,
    PathStep,
    Priority,
    Term,
)
from macros.content.types import Host, Label

REGION = "region"
"""Folder of what the five bassins share."""


@dataclass(frozen=True)
class Shape:
    """The form of a file.

    Attributes:
        pattern: path below `data/`; `{scope}` stands for `region` or a bassin, `{id}` for
            the name that the file gives to its one record.
        holds: type of its content.
        scopes: `region`, `bassin` or `both`.

    """

    pattern: str
    holds: Any
    scopes: str = "both"

    def match(self, path: str) -> Mapping[str, str] | None:
        """Return the scope and id that a path below `data/` gives, or nothing."""
        expression = re.escape(self.pattern).replace(r"\{scope\}", "(?P<scope>[^/]+)")
        expression = expression.replace(r"\{id\}", "(?P<id>[^/]+)")
        found = re.fullmatch(expression, path)
        given = found.groupdict() if found else {}
        return given if found and self.is_in(given.get("scope", REGION)) else None

    def is_in(self, scope: str) -> bool:
        """Tell whether `region`, or a bassin, can have such a file."""
        return self.scopes == "both" or (self.scopes == REGION) == (scope == REGION)


SHAPES: Mapping[str, Shape] = {
    "bassin": Shape("{scope}/bassin.yml", Bassin, "bassin"),
    "figures": Shape("{scope}/figures.yml", tuple[Figure, ...]),
    "progress": Shape("{scope}/progress/{id}.yml", Progress, "bassin"),
    "actions": Shape("{scope}/actions/{id}.yml", Action),
    "news": Shape("{scope}/news/{id}.yml", News),
    "events": Shape("{scope}/events/{id}.yml", Event),
    "groups": Shape("{scope}/groups.yml", tuple[Group, ...]),
    "resources": Shape("{scope}/resources.yml", tuple[Resource, ...]),
    "places": Shape("{scope}/places.yml", tuple[Place, ...]),
    "roadmap": Shape("{scope}/roadmap.yml", tuple[Milestone, ...]),
    "redirects": Shape("{scope}/redirects.yml", tuple[Redirect, ...]),
    "published": Shape("{scope}/published.yml", tuple[Published, ...], "bassin"),
    "communes": Shape("region/communes.yml", tuple[Commune, ...], REGION),
    "antennes": Shape("region/antennes.yml", tuple[Antenne, ...], REGION),
    "missions": Shape("region/missions.yml", tuple[Mission, ...], REGION),
    "levels": Shape("region/levels.yml", tuple[Level, ...], REGION),
    "proposal_path": Shape("region/proposal-path.yml", tuple[PathStep, ...], REGION),
    "priorities": Shape("region/priorities.yml", tuple[Priority, ...], REGION),
    "glossary": Shape("region/glossary.yml", tuple[Term, ...], REGION),
    "labels": Shape("region/labels.yml", dict[str, Label], REGION),
    "accessibility": Shape("region/accessibility.yml", AccessibilityStatement, REGION),
    "forge": Shape("region/forge.yml", Forge, REGION),
    "hosts": Shape("region/hosts.yml", tuple[Host, ...], REGION),
    "navigation": Shape("region/navigation.yml", Navigation, REGION),
}


def shape_of(path: str) -> tuple[str, Mapping[str, str]] | None:
    """Return the kind of a file below `data/` with the scope and id that its path gives."""
    found = ((kind, shape.match(path)) for kind, shape in SHAPES.items())
    return next(((kind, given) for kind, given in found if given is not None), None)
