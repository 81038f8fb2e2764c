"""`bassin preview`: finishes what `bassin build --preview` wrote."""

from pathlib import Path

import click

from macros.content.load import load
from macros.release.preview import Offline, write_chooser


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--base", required=True, metavar="BASE_URL", help="The address it was built for.")
@click.option("--offline", is_flag=True, help="Make its links work from a folder, with no server.")
def preview(folder: Path, base: str, *, offline: bool) -> None:
    """Add a page that leads to what is in FOLDER: sites, and pages for editors.

    With mistakes in the sources no sites were built; the pages for editors say what is wrong.
    """
    content, _ = load(Path.cwd())
    write_chooser(content.bassins, folder)
    if offline:
        changed = Offline(folder, base.rstrip("/") + "/").rewrite()
        click.echo(f"{changed} links → files", err=True)
