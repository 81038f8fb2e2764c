"""The `bassin` command: the same on a laptop and in CI."""

import click

from macros.cli.check import check


@click.group()
def main() -> None:
    """Build and check the websites of the bassins."""


main.add_command(check)
