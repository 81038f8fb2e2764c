"""`bassin addresses`: keep the record of what was published, so that no address is lost."""

from pathlib import Path

import click

from macros.cli.sound import sound_project
from macros.content.source import write
from macros.site.published import record


@click.command()
def addresses() -> None:
    """Add the addresses of all pages to data/<bassin>/published.yml, for each release.

    Exit code: 0 written, 1 errors in the sources.
    """
    root = Path.cwd()
    project = sound_project(root)
    for bassin in project.network.content.bassins:
        path = root / "data" / bassin.id / "published.yml"
        write(path, record(project.network, bassin.id))
        click.echo(path.relative_to(root).as_posix())
