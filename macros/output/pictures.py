"""The mark of a bassin and the picture that is shown when a page is shared.

The mark is a ring of five discs, one for each bassin as they lie around the centre; the disc
of the bassin itself is full. Drawn here, so that nothing is borrowed and nothing foreign loaded.
"""

import io
import math
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from macros.output.colour import RGB, hexadecimal, mixed, oklch
from macros.site.network import Network, Site

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

MARK = "icon.svg"
LOGO = "icons/icon-512.png"
TOUCH = "icons/apple-touch-icon.png"
SIZES = (192, 512)
SHARE = "share.png"
SHARE_SIZE = (1200, 630)
_ASSETS = Path(__file__).resolve().parents[2] / "overrides/assets"
FONT = _ASSETS / "fonts/atkinson-hyperlegible-next-700.woff2"
RING = ("nord", "nord-est", "sud-est", "sud", "centre-ouest")
"""The bassins clockwise; others follow in their own order."""
WHITE: RGB = (255, 255, 255)


def write(network: Network, site: Site) -> dict[str, bytes]:
    """Return the icons and the sharing picture of a site."""
    files = {f"icons/icon-{size}.png": icon(network, site, size) for size in SIZES}
    files[TOUCH] = icon(network, site, 180)
    files["favicon.ico"] = favicon(network, site)
    files[MARK] = mark(network, site)
    files[SHARE] = share(network, site)
    return files


def dark(site: Site) -> RGB:
    """Return the ground of the mark, dark enough for white text on it."""
    return oklch(0.42, 0.11, site.bassin.accent.hue)


def discs(network: Network, site: Site) -> Iterator[tuple[float, float, bool]]:
    """Return the centres of the discs in a square of side 1, and whether each is ours."""
    known = [bassin.id for bassin in network.content.bassins]
    around = [one for one in RING if one in known] + [one for one in known if one not in RING]
    for index, bassin in enumerate(around):
        angle = math.tau * (index / len(around)) - math.pi / 2 - math.tau / 10
        yield (
            0.5 + 0.26 * math.cos(angle),
            0.5 + 0.26 * math.sin(angle),
            bassin == site.bassin.id,
        )


def mark(network: Network, site: Site) -> bytes:
    """Draw the mark as SVG."""
    circles = "".join(
        f'<circle cx="{x * 64:.2f}" cy="{y * 64:.2f}" r="8.5" fill="#fff"'
        + ("/>" if ours else ' fill-opacity=".45"/>')
        for x, y, ours in discs(network, site)
    )
    ground = hexadecimal(dark(site))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<rect width="64" height="64" rx="12" fill="{ground}"/>{circles}</svg>\n'
    ).encode()


def icon(network: Network, site: Site, size: int) -> bytes:
    """Draw the mark as PNG; the ground fills the square, as home screens cut it themselves."""
    return _png(_mark_image(network, site, size))


def favicon(network: Network, site: Site) -> bytes:
    """Draw the mark for browsers that ask for `/favicon.ico`."""
    out = io.BytesIO()
    _mark_image(network, site, 32).save(out, "ICO", sizes=[(32, 32)])
    return out.getvalue()


def share(network: Network, site: Site) -> bytes:
    """Draw the sharing picture: the name, the tagline and the host beside a large ring."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - workers that only render do without

    width, height = SHARE_SIZE
    ground = dark(site)
    picture = Image.new("RGB", SHARE_SIZE, ground)
    ring = _ring(network, site, 2 * height, ground).resize(
        (height, height), Image.Resampling.LANCZOS
    )
    picture.paste(ring, (width - height + 60, 0))
    draw = ImageDraw.Draw(picture)
    x, y, room = 80, 130, 640
    y = _lines(draw, site.name, (x, y), _font(84), WHITE, room=room)
    tagline = site.bassin.tagline[site.lang]
    _lines(draw, tagline, (x, y + 30), _font(36), mixed(WHITE, ground, 0.9), room=room)
    draw.text((x, height - 100), site.host.removeprefix("www."), WHITE, _font(30))
    return _png(picture)


def _mark_image(network: Network, site: Site, size: int) -> "Image.Image":
    from PIL import Image  # noqa: PLC0415

    large = _ring(network, site, 4 * size, dark(site))
    return large.resize((size, size), Image.Resampling.LANCZOS)


def _ring(network: Network, site: Site, side: int, ground: RGB) -> "Image.Image":
    """Draw the ring on its ground, larger than needed, to be made smooth by shrinking."""
    from PIL import Image, ImageDraw  # noqa: PLC0415

    picture = Image.new("RGB", (side, side), ground)
    draw = ImageDraw.Draw(picture)
    radius = side * 8.5 / 64
    for x, y, ours in discs(network, site):
        box = (x * side - radius, y * side - radius, x * side + radius, y * side + radius)
        draw.ellipse(box, fill=WHITE if ours else mixed(WHITE, ground, 0.45))
    return picture


def _font(size: int) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415

    return ImageFont.truetype(FONT, size)


def _lines(
    draw: "ImageDraw.ImageDraw",
    text: str,
    at: tuple[int, int],
    font: "ImageFont.FreeTypeFont",
    colour: RGB,
    *,
    room: int,
) -> int:
    """Write words on as many lines as they need; return where the next line would stand."""
    x, y = at
    line = ""
    height = int(font.getbbox("Ég")[3] * 1.2)
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and draw.textlength(longer, font) > room:
            draw.text((x, y), line, colour, font)
            line, y = word, y + height
        else:
            line = longer
    draw.text((x, y), line, colour, font)
    return y + height


def _png(picture: "Image.Image") -> bytes:
    out = io.BytesIO()
    picture.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()
