"""`bassin compare`: a change set on one page, French left and Dutch right, before and after."""

import shutil
import tempfile
from pathlib import Path

import click

from macros.clock import today
from macros.compare.comparison import Comparison, compare
from macros.compare.revision import UnknownRevisionError, export, touched
from macros.language import LANGS
from macros.project import Project, prepare
from macros.render.environment import OVERRIDES, environment


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
        comparison = compare(before, after, files, after.findings)
    write(comparison, after, base, out)
    click.echo(f"{out / 'index.html'}  ({len(comparison.changes)} pages)")


def write(comparison: Comparison, after: Project, base: str, out: Path) -> None:
    """Write the page and what it needs; an earlier one is replaced."""
    shutil.rmtree(out / "assets", ignore_errors=True)
    shutil.copytree(OVERRIDES / "assets", out / "assets")
    bassins = {bassin.id: bassin for bassin in after.network.content.bassins}
    names = {
        key: f"{bassin.short_name.fr} | {bassin.short_name.nl}" for key, bassin in bassins.items()
    }
    hues = {key: bassin.accent.hue for key, bassin in bassins.items()}
    styles = sorted(path.name for path in (out / "assets/stylesheets").glob("*.css"))
    page = environment().get_template("compare/index.html")
    text = page.render(
        comparison=comparison, base=base, names=names, hues=hues, styles=styles, langs=LANGS
    )
    (out / "index.html").write_text(text, encoding="utf-8")
