"""`bassin serve`: both languages of a bassin with live reload."""

import gc
import os
from pathlib import Path

import click

from macros.cli.bassins import chosen
from macros.content.load import load


@click.command()
@click.option("--bassin", help="Lequel. / Welke zorgzone.")
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, help="Adresse locale. / Lokaal adres."
)
def serve(bassin: str | None, address: str) -> None:
    """Show both languages of a bassin while you write; French at /, Dutch at /nl/.

    Montre les deux langues d’un bassin pendant que vous écrivez. / Toont beide talen van een
    zorgzone terwijl u schrijft.
    """
    if bassin:
        content, _ = load(Path.cwd())
        os.environ["BASSIN"] = chosen([bassin], content)[0]
    os.environ.pop("SITE_LANG", None)
    gc.enable()  # other commands end soon; this one builds again and again
    from mkdocs.commands.serve import serve as mkdocs_serve  # noqa: PLC0415 - not for --help

    click.echo(f"Français : http://{address}/\nNederlands: http://{address}/nl/\nCtrl+C: stop")
    mkdocs_serve("mkdocs.yml", livereload=True, dev_addr=address)
