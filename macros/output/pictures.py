"""The mark of a bassin and the picture that is shown when a page is shared.

The mark is the schematic map of the Region that the sites show, with the bassin itself in
white. Drawn here, so that nothing is borrowed and nothing foreign loaded.
"""

import io

from PIL import Image, ImageDraw, ImageFont, ImageOps

from macros.render.environment import environment
from macros.render.shapes import SIDE, outlines, shapes
from macros.site.brand import FAVICON, MARK, SIZES, TOUCH, dark
from macros.site.colour import RGB, hexadecimal, mixed
from macros.site.network import Site
from macros.templates import OVERRIDES

SHARE_SIZE = (1200, 630)
FONT = OVERRIDES / "assets/fonts/atkinson-hyperlegible-next-700.woff2"
MARGIN = 0.1
"""Share of the side of a mark that stays empty on each side of the map."""
FAINT = 0.4
"""How much of white the other bassins get."""
WHITE: RGB = (255, 255, 255)


def icons(site: Site) -> dict[str, bytes]:
    """Return the icons of a site, which are those of its bassin in either language."""
    files = {f"icons/icon-{size}.png": icon(site, size) for size in SIZES}
    files[TOUCH] = icon(site, 180)
    files[FAVICON] = favicon(site)
    files[MARK] = mark(site)
    return files


def mark(site: Site) -> bytes:
    """Draw the mark as SVG."""
    edge = MARGIN * SIDE / (1 - 2 * MARGIN)
    template = environment().get_template("pictures/mark.svg")
    drawn = template.render(
        edge=round(edge),
        side=round(SIDE + 2 * edge),
        ground=hexadecimal(dark(site)),
        faint=FAINT,
        map=outlines(site),
    )
    return f"{drawn}\n".encode()


def icon(site: Site, size: int) -> bytes:
    """Draw the mark as PNG; the ground fills the square, as home screens cut it themselves."""
    return _png(_mark_image(site, size))


def favicon(site: Site) -> bytes:
    """Draw the mark for browsers that ask for `/favicon.ico`."""
    out = io.BytesIO()
    _mark_image(site, 32).save(out, "ICO", sizes=[(32, 32)])
    return out.getvalue()


def share(site: Site) -> bytes:
    """Draw the sharing picture: the name, the tagline and the host beside the map."""
    width, height = SHARE_SIZE
    ground = dark(site)
    picture = Image.new("RGB", SHARE_SIZE, ground)
    region = _map(site, height, ground, margin=0.04, times=2)
    picture.paste(region, (width - height + 18, 0))
    draw = ImageDraw.Draw(picture)
    x, y, room = 70, 70, 540
    y = _lines(draw, site.name, (x, y), _font(80), WHITE, room=room)
    tagline = site.bassin.tagline[site.lang]
    _lines(draw, tagline, (x, y + 30), _font(34), mixed(WHITE, ground, 0.9), room=room)
    draw.text((x, height - 100), site.host.removeprefix("www."), WHITE, _font(30))
    return _png(picture)


def _mark_image(site: Site, size: int) -> Image.Image:
    return _map(site, size, dark(site), margin=MARGIN, times=4)


def _map(site: Site, size: int, ground: RGB, *, margin: float, times: int) -> Image.Image:
    """Draw the map on its ground, some `times` larger than needed, to be made smooth by shrinking.

    How much of white each point gets is drawn first: a third of the memory of colours.
    """
    side = size * times
    picture = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(picture)
    scale = side * (1 - 2 * margin) / SIDE
    gap = max(1, round(6 * scale))
    for shape in shapes():
        white = 255 if shape.belongs_to(site) else round(255 * FAINT)
        for ring in shape.rings:
            corners = [(side * margin + x * scale, side * margin + y * scale) for x, y in ring]
            draw.polygon(corners, fill=white, outline=0, width=gap)
    return ImageOps.colorize(picture.reduce(times), black=ground, white=WHITE)


def _font(size: int) -> ImageFont.FreeTypeFont:
    # The other engine is there or not with a library of the machine, and spaces letters otherwise.
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


def _lines(
    draw: ImageDraw.ImageDraw,
    text: str,
    at: tuple[int, int],
    font: ImageFont.FreeTypeFont,
    colour: RGB,
    *,
    room: int,
) -> int:
    """Write words on as many lines as they need; return where the next line would stand."""
    x, y = at
    line = ""
    height = int(font.getbbox("Ég")[3] * 1.05)
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and draw.textlength(longer, font) > room:
            draw.text((x, y), line, colour, font)
            line, y = word, y + height
        else:
            line = longer
    draw.text((x, y), line, colour, font)
    return y + height


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.quantize(64, method=Image.Quantize.FASTOCTREE).save(out, "PNG")
    return out.getvalue()
