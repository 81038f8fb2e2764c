"""Pictures are drawn the same each time, one for each bassin and language."""

import io

import pytest
from lxml import etree
from PIL import Image, ImageFont

from macros.output import pictures
from macros.project import Project as Plan
from macros.site.brand import SHARE
from macros.site.colour import hexadecimal, oklch
from macros.site.network import Network, Site


def test_sizes(fr: Site) -> None:
    files = pictures.icons(fr) | {SHARE: pictures.share(fr)}
    sizes = {
        path: Image.open(io.BytesIO(content)).size
        for path, content in files.items()
        if path.endswith(".png")
    }
    assert sizes == {
        "icons/icon-192.png": (192, 192),
        "icons/icon-512.png": (512, 512),
        "icons/apple-touch-icon.png": (180, 180),
        "share.png": (1200, 630),
    }
    assert Image.open(io.BytesIO(files["favicon.ico"])).size == (32, 32)


def test_drawn_twice_gives_the_same_bytes(fr: Site) -> None:
    assert pictures.icons(fr) == pictures.icons(fr)
    assert pictures.share(fr) == pictures.share(fr)


def test_drawn_the_same_on_a_machine_without_a_library(
    fr: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pillow finds FriBidi or not, and would let it place letters where it is."""
    here = pictures.share(fr)
    monkeypatch.setattr(ImageFont.core, "HAVE_RAQM", False)
    assert pictures.share(fr) == here


def test_each_language_and_bassin_has_its_own(network: Network) -> None:
    assert len({pictures.share(site) for site in network.sites}) == len(network.sites)


def test_the_bassin_stands_out_on_the_mark(project: Plan) -> None:
    """Its communes are in full white, the others faint; each bassin has a mark of its own."""
    marks = set()
    for bassin in project.network.content.bassins:
        content = pictures.mark(project.network.site(bassin.id, "fr"))
        assert content == pictures.mark(project.network.site(bassin.id, "nl"))
        paths = etree.fromstring(content).findall("{http://www.w3.org/2000/svg}path")
        assert len(paths) == 2
        assert all(path.get("d") for path in paths)
        marks.add(content)
    assert len(marks) == len(project.network.content.bassins)


def test_white_text_is_readable_on_every_hue() -> None:
    """WCAG 2.2, 1.4.3 asks for a contrast of 4.5 to 1."""

    def linear(part: int) -> float:
        value = part / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    for hue in range(360):
        red, green, blue = (linear(part) for part in oklch(0.42, 0.11, hue))
        light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        assert 1.05 / (light + 0.05) > 4.5


def test_known_colours() -> None:
    """The white, and the red of sRGB as CSS Color 4 gives it in OKLCH."""
    assert hexadecimal(oklch(1, 0, 0)) == "#ffffff"
    assert hexadecimal(oklch(0.62796, 0.25768, 29.234)) == "#ff0000"
