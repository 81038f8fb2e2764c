"""A preview made whole: a page that leads to the ten sites, and links that need no server."""

import html
import posixpath
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.content.territory import Bassin
from macros.language import LANGS
from macros.render.environment import environment
from macros.templates import OVERRIDES

LINK = re.compile(r"""(\s(?:href|src|action|poster)=)(["'])(.*?)\2""", re.DOTALL)
REFRESH = re.compile(r'(content="\d+; url=)([^"]*)(")')
INDEX = "index.html"
FOR_EDITORS = ("compare", "status")
"""Folders of pages that `bassin compare` and `bassin status --html` may have put there."""


def write_chooser(bassins: Iterable[Bassin], folder: Path) -> None:
    """Write the page at the root of a preview: it leads to the sites and pages that are there."""
    template = environment().get_template("preview/index.html")
    there = [name for name in FOR_EDITORS if (folder / name / INDEX).is_file()]
    built = [b for b in bassins if (folder / b.id).is_dir()]
    page = template.render(bassins=built, langs=LANGS, for_editors=there)
    (folder / INDEX).write_text(page, encoding="utf-8")
    shutil.copy2(OVERRIDES / "preview" / "preview.css", folder / "preview.css")
    # The forge's pages would otherwise leave out what starts with an underscore.
    (folder / ".nojekyll").touch()


@dataclass(frozen=True)
class Offline:
    """Turns the links of a preview into ways between files.

    Attributes:
        folder: the preview.
        base: the address that it was built for, with a final slash.

    """

    folder: Path
    base: str

    def rewrite(self) -> int:
        """Rewrite all pages; return how many links changed."""
        return sum(self._page(path) for path in sorted(self.folder.rglob("*.html")))

    def _page(self, path: Path) -> int:
        place = path.relative_to(self.folder).as_posix()
        changed = 0

        def link(found: re.Match[str]) -> str:
            nonlocal changed
            new = self.link(html.unescape(found[3]), place)
            if new is None:
                return found[0]
            changed += 1
            return f"{found[1]}{found[2]}{html.escape(new)}{found[2]}"

        def refresh(found: re.Match[str]) -> str:
            new = self.link(html.unescape(found[2]), place)
            return f"{found[1]}{html.escape(new)}{found[3]}" if new else found[0]

        text = path.read_text(encoding="utf-8")
        path.write_text(REFRESH.sub(refresh, LINK.sub(link, text)), encoding="utf-8")
        return changed

    def link(self, url: str, place: str) -> str | None:
        """Return the way from a page to the file behind a URL; nothing when it stays as it is.

        `place` is the path of the page in the preview.
        """
        if not url or url.startswith("#"):
            return None
        try:
            target = self._target(url, place)
        except ValueError:  # no address at all, such as `http://[`
            return None
        if target is None:
            return None
        if (self.folder / target).is_dir():
            target = posixpath.join(target, INDEX)
        if not (self.folder / target).is_file():
            return None
        parts = urlsplit(url)
        way = posixpath.relpath(target, posixpath.dirname(place) or ".")
        return way + (f"#{parts.fragment}" if parts.fragment else "")

    def _target(self, url: str, place: str) -> str | None:
        """Return the path that a URL names in the preview; nothing outside of it."""
        root = urlsplit(self.base).path
        parts = urlsplit(url)
        if url.startswith(self.base):
            path = unquote(parts.path).removeprefix(root)
        elif parts.scheme or parts.netloc:
            return None
        elif parts.path.startswith("/"):
            path = unquote(parts.path).removeprefix(root)
        else:
            path = posixpath.join(posixpath.dirname(place), unquote(parts.path))
        path = posixpath.normpath(path)
        return None if path.startswith(("..", "/")) else path
