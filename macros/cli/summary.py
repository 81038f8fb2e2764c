"""`bassin summary`: what a proposal changes, in Markdown for the page of a workflow run."""

from pathlib import Path

import click

from macros.agreement.status import statuses
from macros.checks.sources import Sources
from macros.clock import today
from macros.project import prepare
from macros.release.changes import changed_files, report


@click.command()
@click.option("--base", default="origin/main", show_default=True, help="Commit to compare with.")
def summary(base: str) -> None:
    """List the pages that changed since BASE, with links, and the parity of both languages."""
    root = Path.cwd()
    project = prepare(root, today())
    files = changed_files(root, base)
    parity = statuses(Sources(root, project.network), project.findings)
    click.echo(report(project.network, files, parity))
