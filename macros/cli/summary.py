"""`bassin summary`: what a proposal changes, in Markdown for the page of a workflow run."""

from collections.abc import Collection
from pathlib import Path

import click

from macros.agreement.status import statuses
from macros.clock import today
from macros.project import examine
from macros.release.changes import report
from macros.revision import UnknownRevisionError, touched
from macros.texts.sources import Sources


@click.command()
@click.option("--base", default="origin/main", show_default=True, help="Commit to compare with.")
def summary(base: str) -> None:
    """List the pages that changed since BASE, what the check finds, and the parity."""
    root = Path.cwd()
    project = examine(root, today())
    parity = statuses(Sources(root, project.network), project.findings)
    try:
        files: Collection[str] | None = touched(root, base)
    except UnknownRevisionError:
        files = None
    click.echo(report(project.network, files, project.findings, parity))
