"""`bassin links`: whether the links that leave the sites still lead somewhere."""

from pathlib import Path

import click

from macros.release.external import dead_links, external_links, report


@click.command()
@click.argument(
    "folder", default="site", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option(
    "--report", "target", type=click.Path(path_type=Path), help="Write to this file; exit code 0."
)
def links(folder: Path, target: Path | None) -> None:
    """Ask for every external link of the built sites in FOLDER.

    Exit code: 0 all lead somewhere (or the answer is in a file), 1 dead links, 2 wrong usage.
    """
    dead = dead_links(external_links(folder))
    if target:
        target.write_text(report(dead), encoding="utf-8")
        return
    click.echo(report(dead), nl=False)
    raise SystemExit(1 if dead else 0)
