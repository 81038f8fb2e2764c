"""`bassin compare`: a change set on one page, French left and Dutch right, before and after."""

import tempfile
from pathlib import Path

import click

from macros.clock import today
from macros.compare.comparison import compare
from macros.project import examine, prepare
from macros.render.folder import write_page
from macros.revision import SOURCES, UnknownRevisionError, export, touched


@click.command("compare")
@click.option("--base", required=True, metavar="REV", help="L’état d’avant. / De toestand ervoor.")
@click.option(
    "--out",
    default="preview/compare",
    type=click.Path(path_type=Path),
    help="Dossier de sortie. / Doelmap.",
)
def compare_command(base: str, out: Path) -> None:
    """Show what the change since REV does to the pages; open OUT/index.html without a server.

    Montre les pages avant et après un changement. / Toont de pagina’s voor en na een wijziging.
    """
    root = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        try:
            export(root, base, Path(folder))
            files = touched(root, base, *SOURCES)
        except UnknownRevisionError:
            raise click.BadParameter(
                f"« {base} » : git ne connaît pas cette révision. / "
                f"‘{base}’: git kent deze revisie niet."
            ) from None
        day = today()
        before, after = prepare(Path(folder), day), examine(root, day)
        comparison = compare(before, after, files)
    bassins = after.network.content.bassins
    names = {b.id: f"{b.short_name.fr} | {b.short_name.nl}" for b in bassins}
    page = write_page(
        out, "compare/index.html", bassins, comparison=comparison, base=base, names=names
    )
    click.echo(f"{page}  ({len(comparison.changes)} pages)")
