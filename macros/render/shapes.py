"""The schematic map of `overrides/macros/map_shapes.html`, for pictures that are no templates."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader

from macros.site.network import Site
from macros.templates import OVERRIDES

SIDE = 1010
"""Width and height of the grid on which the map is drawn."""
Ring = tuple[tuple[int, int], ...]
Ground = frozenset[tuple[str, str | None]]
"""Communes with no section, and sections of communes, by their ids."""


@dataclass(frozen=True)
class Shape:
    """A commune or a section of one, as path data of SVG and as polygons on the grid."""

    commune: str
    section: str | None
    path: str
    rings: tuple[Ring, ...]

    def belongs_to(self, site: Site) -> bool:
        """Tell whether the bassin of a site has the whole of it."""
        return (self.commune, self.section) in _ground(site)


@dataclass(frozen=True)
class Outlines:
    """The map in two paths: what a bassin has, and the rest of the Region."""

    bassin: str
    region: str


def outlines(site: Site) -> Outlines:
    """Return the map as the mark of a site shows it."""
    return _outlines(_ground(site))


@cache
def _outlines(ground: Ground) -> Outlines:
    own = {shape for shape in shapes() if (shape.commune, shape.section) in ground}
    return Outlines(
        bassin="".join(shape.path for shape in shapes() if shape in own),
        region="".join(shape.path for shape in shapes() if shape not in own),
    )


def _ground(site: Site) -> Ground:
    return frozenset((each.commune, each.section) for each in site.bassin.territory)


@cache
def shapes() -> tuple[Shape, ...]:
    """Return all shapes, in the order of the template."""
    templates = Environment(loader=FileSystemLoader(OVERRIDES), autoescape=True)
    module: Any = templates.get_template("macros/map_shapes.html").module
    return tuple(
        Shape(each["commune"], each["section"], each["d"], tuple(_rings(each["d"])))
        for each in module.shapes
    )


def _rings(path: str) -> list[Ring]:
    """Read the path data of SVG that the map uses: moves, implied lines, closed (SVG 2, 9.3)."""
    rings = []
    for part in path.split("M")[1:]:
        numbers = [int(number) for number in re.findall(r"\d+", part)]
        rings.append(tuple(zip(numbers[::2], numbers[1::2], strict=True)))
    return rings
