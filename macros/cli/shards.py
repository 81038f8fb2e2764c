"""`bassin shards`: how a workflow splits the build over runners."""

import json
from pathlib import Path

import click

from macros.clock import today
from macros.project import prepare


@click.command()
@click.option("--fan-out", default=False, type=bool, help="One shard for each site, or one.")
def shards(*, fan_out: bool) -> None:
    """Print the shards of a build as JSON: bassin and language, empty for all."""
    listed = [{"bassin": "", "lang": ""}]
    if fan_out:
        sites = prepare(Path.cwd(), today()).network.sites
        listed = [{"bassin": site.bassin.id, "lang": site.lang} for site in sites]
    click.echo(json.dumps(listed))
