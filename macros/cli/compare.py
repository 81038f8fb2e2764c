"""`bassin compare`: a change set on one page, French left and Dutch right, before and after."""

import shutil
import tempfile
from pathlib import Path

import click

from macros.clock import today
from macros.compare.comparison import Comparison, compare
from macros.compare.revision import UnknownRevisionError, export, touched
from macros.language import LANGS
from macros.project import Project, check, prepare
from macros.render.assets import STYLE, assets_for
from macros.render.environment import environment


@click.command("compare")
@click.option("--base", required=True, metavar="REV", help="What the sources are compared with.")
@click.option(
    "--out", default="preview/compare", type=click.Path(path_type=Path), help="Target folder."
)
def compare_command(base: str, out: Path) -> None:
    """Show what the change since REV does to the pages; open OUT/index.html without a server."""
    root = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        try:
            export(root, base, Path(folder))
            files = touched(root, base)
        except UnknownRevisionError as error:
            raise click.BadParameter(
                f"« {error} » : git ne connaît pas cette révision. / "
                f"‘{error}’: git kent deze revisie niet."
            ) from None
        day = today()
        before, after = prepare(Path(folder), day), prepare(root, day)
        comparison = compare(before, after, files, check(root, day))
    write(comparison, after, base, out)
    click.echo(f"{out / 'index.html'}  ({len(comparison.changes)} pages)")


def write(comparison: Comparison, after: Project, base: str, out: Path) -> None:
    """Write the page and what it needs; an earlier one is replaced."""
    shutil.rmtree(out / "assets", ignore_errors=True)
    bassins = after.network.content.bassins
    assets = assets_for(bassins[0], bassins)
    for file in assets.files:
        target = out / "assets" / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    names = {b.id: f"{b.short_name.fr} | {b.short_name.nl}" for b in bassins}
    page = environment().get_template("compare/index.html")
    text = page.render(
        comparison=comparison, base=base, names=names, style=assets.path(STYLE), langs=LANGS
    )
    (out / "index.html").write_text(text, encoding="utf-8")
