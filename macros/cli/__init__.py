"""The `bassin` command: the same on a laptop and in CI."""

from pathlib import Path

import click

from macros.content.load import load
from macros.finding import has_errors, in_order


@click.group()
def main() -> None:
    """Build and check the websites of the bassins."""


@main.command()
def check() -> None:
    """Show all findings of the sources."""
    findings = in_order(load(Path.cwd())[1])
    for finding in findings:
        click.echo(finding.text())
    raise SystemExit(1 if has_errors(findings) else 0)
