"""`bassin check`: all findings of the sources in one run."""

from pathlib import Path

import click

from macros.cli.report import FORMATS, Format, Report
from macros.clock import today
from macros.language import LANGS, Lang
from macros.project import prepare


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--lang", type=click.Choice(LANGS), help="Only in this language.")
def check(form: Format, lang: Lang | None) -> None:
    """Show all findings of the sources. Exit code: 0 clean, 1 errors, 2 wrong usage."""
    project = prepare(Path.cwd(), today())
    Report(form, [lang] if lang else LANGS).show(project.findings)
    raise SystemExit(0 if project.is_sound else 1)
