"""The names of a site's pictures and the ground of its mark; `pictures` draws them."""

from macros.site.colour import RGB, oklch
from macros.site.network import Site

MARK = "icon.svg"
LOGO = "icons/icon-512.png"
TOUCH = "icons/apple-touch-icon.png"
FAVICON = "favicon.ico"
SIZES = (192, 512)
SHARE = "share.png"


def dark(site: Site) -> RGB:
    """Return the ground of the mark, dark enough for white text on it."""
    return oklch(0.42, 0.11, site.bassin.accent.hue)
