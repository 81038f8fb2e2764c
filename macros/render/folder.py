"""A page for editors that opens from a folder, with the look of the sites and no server."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from macros.content.territory import Bassin
from macros.language import LANGS
from macros.render.assets import STYLE, assets_for
from macros.render.environment import environment


def write_page(out: Path, template: str, bassins: Sequence[Bassin], **values: object) -> Path:
    """Write `OUT/index.html` and what it needs, in place of an earlier one; return its path."""
    shutil.rmtree(out / "assets", ignore_errors=True)
    assets = assets_for(next(iter(bassins), None), bassins)
    for file in assets.files:
        target = out / "assets" / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    page = environment().get_template(template)
    text = page.render(style=assets.path(STYLE), langs=LANGS, **values)
    # The name of a file need not be text.
    (out / "index.html").write_text(text, encoding="utf-8", errors="replace")
    return out / "index.html"
