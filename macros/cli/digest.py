"""`bassin digest`: the newsletter of a bassin, for a period, as HTML and as plain text."""

from datetime import datetime
from pathlib import Path

import click

from macros.cli.bassins import chosen
from macros.cli.report import stop
from macros.cli.sound import sound_project
from macros.language import LANGS, Lang
from macros.output import digest as mail
from macros.render.errors import RenderError

DAY = click.DateTime(formats=["%Y-%m-%d"])
FORMS = {"html": mail.html, "txt": mail.text}


@click.command()
@click.option("--bassin", required=True, help="Lequel. / Welke zorgzone.")
@click.option(
    "--lang", type=click.Choice(LANGS), required=True, help="En quelle langue. / In welke taal."
)
@click.option(
    "--from",
    "start",
    type=DAY,
    required=True,
    help="Premier jour (2025-03-01). / Eerste dag (2025-03-01).",
)
@click.option(
    "--to",
    "end",
    type=DAY,
    required=True,
    help="Dernier jour (2025-03-31). / Laatste dag (2025-03-31).",
)
@click.option(
    "--weeks",
    default=6,
    type=click.IntRange(0, 520),
    show_default=True,
    help="Semaines d’agenda ensuite. / Weken agenda daarna.",
)
@click.option(
    "--out",
    default="digest",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Dossier des deux fichiers. / Map voor beide bestanden.",
)
def digest(
    *, bassin: str, lang: Lang, start: datetime, end: datetime, weeks: int, out: Path
) -> None:
    """Write what is new in a period, and what comes after it, for the newsletter.

    Écrit la lettre d’information d’une période, suivie de l’agenda. / Schrijft de nieuwsbrief van
    een periode, met daarna de agenda.
    """
    project = sound_project(Path.cwd())
    bassin = chosen([bassin], project.network.content)[0]
    site = project.network.site(bassin, lang)
    first, last = start.date(), end.date()
    try:
        made = mail.digest(project.network, site, first, last, weeks)
    except ValueError as error:
        raise click.BadParameter(f"--from > --to: {error}") from None
    try:
        texts = {ending: write(project.network, site, made) for ending, write in FORMS.items()}
    except RenderError as error:
        stop(error.message, LANGS, error.fix, code=1)
    out.mkdir(parents=True, exist_ok=True)
    for ending, text in texts.items():
        target = out / f"{bassin}-{lang}-{first}-{last}.{ending}"
        target.write_text(text, encoding="utf-8")
        click.echo(target)
