"""`bassin preview`: finishes what `bassin build --preview` wrote."""

from pathlib import Path

import click

from macros.cli.release import sound_project
from macros.release.preview import Offline, write_chooser


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--base", required=True, metavar="BASE_URL", help="The address it was built for.")
@click.option("--offline", is_flag=True, help="Make its links work from a folder, with no server.")
def preview(folder: Path, base: str, *, offline: bool) -> None:
    """Add a page that leads to the sites of the preview in FOLDER."""
    write_chooser(sound_project().network, folder)
    if offline:
        changed = Offline(folder, base.rstrip("/") + "/").rewrite()
        click.echo(f"{changed} links → files", err=True)
