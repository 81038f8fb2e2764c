"""What a first view of a page weighs over the wire: `python -m tests.browser.weigh [FOLDER]`."""

import gzip
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HTML_LIMIT = 15_000
VIEW_LIMIT = 75_000
FONT_LIMIT = 100_000
_ASSET = re.compile(r'(?:href|src)="[^"]*?assets/([^"]+)"')


@dataclass(frozen=True)
class Weight:
    """Bytes of a page: its HTML and the styles and scripts it loads, all gzipped; its fonts."""

    page: str
    html: int
    view: int
    fonts: int


def weigh(folder: Path) -> Iterator[Weight]:
    """Weigh every page of a built site."""
    sizes = {
        path.relative_to(folder / "assets").as_posix(): _zipped(path)
        for path in (folder / "assets").rglob("*")
        if path.suffix in {".css", ".js"}
    }
    fonts = sum(path.stat().st_size for path in (folder / "assets").rglob("*.woff2"))
    for path in sorted(folder.rglob("*.html")):
        if "http-equiv" in path.read_text("utf-8"):
            continue  # a redirect, which nobody sees
        html = _zipped(path)
        used = set(_ASSET.findall(path.read_text("utf-8"))) & sizes.keys()
        name = f"{folder.name}/{path.relative_to(folder).parent.as_posix()}"
        yield Weight(name, html, html + sum(sizes[asset] for asset in used), fonts)


def _zipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def main() -> None:
    """Print the heaviest pages of each site."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    line = "{:<70} {:>8} {:>8} {:>11}\n"
    sys.stdout.write(line.format("page", "html", "view", "with fonts"))
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        for weight in sorted(weigh(folder), key=lambda each: -each.view)[:3]:
            total = weight.view + weight.fonts
            sys.stdout.write(line.format(weight.page, weight.html, weight.view, total))


if __name__ == "__main__":
    main()
