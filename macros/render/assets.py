"""Stylesheet, script and fonts as the sites hold them: joined, small, named by their content.

The sources are the files of `overrides/assets/`, in the order of their names. A name with a hash
of the content lets a web server tell browsers to keep a file for a year (RFC 8246, immutable).
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from macros.content.territory import Bassin
from macros.templates import OVERRIDES

FOLDER = OVERRIDES / "assets"
STYLE = "stylesheets/bassin.css"
SCRIPT = "scripts/bassin.js"
LICENCE = "fonts/OFL.txt"
"""The licence of the fonts, which asks to travel with them."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AROUND = re.compile(r"\s*([{};,>])\s*|(?<=:)\s+")
_FONT = re.compile(r"url\(\"\.\./(fonts/[^\"]+)\"\)")


@dataclass(frozen=True)
class Asset:
    """A file as a site holds it.

    Attributes:
        name: what templates ask for, such as `stylesheets/bassin.css`.
        path: its path below `assets/`, with the hash of its content.
        content: its bytes.

    """

    name: str
    path: str
    content: bytes


@dataclass(frozen=True)
class Assets:
    """The files that one site needs, by the names that templates use."""

    files: tuple[Asset, ...]

    def path(self, name: str) -> str:
        """Return the published path of a file below `assets/`.

        Raises:
            KeyError: no source has this name.

        """
        for file in self.files:
            if file.name == name:
                return file.path
        raise KeyError(name)


def assets_for(bassin: Bassin | None, bassins: Iterable[Bassin]) -> Assets:
    """Return the files of the sites of a bassin, whose hue is in the stylesheet; red for none.

    A rule in the stylesheet stands where other sites would use inline style, which our content
    security policy forbids.
    """
    hues = tuple((each.id, each.accent.hue) for each in bassins)
    return _assets(bassin.accent.hue if bassin else 0, hues)


@cache
def _assets(hue: int, hues: tuple[tuple[str, int], ...]) -> Assets:
    fonts = [_named(path, path.read_bytes()) for path in sorted(FOLDER.glob("fonts/*.woff2"))]
    licence = Asset(LICENCE, LICENCE, (FOLDER / LICENCE).read_bytes())
    return Assets((*fonts, licence, _style(hue, hues, Assets(tuple(fonts))), _script()))


def _style(hue: int, hues: tuple[tuple[str, int], ...], fonts: Assets) -> Asset:
    rules = [f":root{{--hue:{hue}}}", *(f".b-{name}{{--hue:{value}}}" for name, value in hues)]
    text = "".join(rules) + small_css(_joined("stylesheets/*.css"))
    text = _FONT.sub(lambda found: f"url(../{fonts.path(found[1])})", text)
    return _named(FOLDER / STYLE, text.encode())


def _script() -> Asset:
    return _named(FOLDER / SCRIPT, _joined("scripts/*.js").encode())


def _joined(pattern: str) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(FOLDER.glob(pattern)))


def _named(path: Path, content: bytes) -> Asset:
    name = path.relative_to(FOLDER).as_posix()
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(name, f"{path.parent.name}/{path.stem}.{digest}{path.suffix}", content)


def small_css(text: str) -> str:
    """Leave out comments and the spaces that only people need."""
    return _AROUND.sub(lambda found: found[1] or "", _COMMENT.sub("", text)).strip()
