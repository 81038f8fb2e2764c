"""`bassin build`: ten sites in parallel workers, swapped in only when all are proved."""

import os
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.apart import Apart
from macros.cli.report import FORMATS, Format, Report, stop
from macros.cli.staging import holds_sources, staging, swap
from macros.clock import settle, today
from macros.finding import Inspection, has_errors
from macros.language import LANGS, Lang, Message

if TYPE_CHECKING:
    from macros.cli.construction import Construction


@click.command()
@click.option(
    "--bassin", "bassins", multiple=True, help="Celui-ci seulement. / Alleen deze zorgzone."
)
@click.option(
    "--lang", "langs", multiple=True, type=click.Choice(LANGS), help="Une seule langue. / Eén taal."
)
@click.option(
    "--out",
    default="site",
    type=click.Path(path_type=Path),
    help="Dossier des sites. / Map voor de sites.",
)
@click.option(
    "--jobs",
    default=os.cpu_count() or 1,
    type=click.IntRange(1),
    help="Travaux en même temps. / Taken tegelijk.",
)
@click.option(
    "--preview",
    metavar="BASE_URL",
    help="Aperçu sous cette adresse. / Voorvertoning onder dit adres.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
def build(
    *,
    bassins: tuple[str, ...],
    langs: tuple[Lang, ...],
    out: Path,
    jobs: int,
    preview: str | None,
    form: Format,
) -> None:
    """Build the sites into OUT/<host>/, or OUT/<bassin>/<lang>/ for a preview.

    Construit les sites, s’il n’y a pas d’erreur. / Bouwt de sites, als er geen fouten zijn.

    Exit code: 0 built, 1 errors found and nothing changed, 2 wrong usage.
    """
    started = time.perf_counter()
    root, day = Path.cwd(), today()
    if holds_sources(root, out):
        stop(OVER_SOURCES.format(out=out), LANGS)
    settle(day)
    # The sources are inspected while this process still loads what building takes.
    with Apart(lambda: _inspected(root, day)) as inspection, staging(out) as staged:
        from macros.cli.construction import Order, construct  # noqa: PLC0415 - see above

        order = Order(root, day, preview, bassins, langs or LANGS, jobs)
        construction = construct(order, staged, inspection)
        Report(form, LANGS).show(construction.findings)
        if has_errors(construction.findings):
            raise SystemExit(1)
        swap(staged, out, whole=construction.is_whole)
    _tell(construction, time.perf_counter() - started, out)


def _inspected(root: Path, day: date) -> Inspection:
    """Check the sources, in a process that loads only what this takes."""
    from macros.project import inspect  # noqa: PLC0415 - see above

    return inspect(root, day)


def _tell(construction: "Construction", seconds: float, out: Path) -> None:
    """Sum up what was built, a site a line."""
    rows = [
        (built.task.name, str(built.pages), f"{built.seconds:.1f}") for built in construction.built
    ]
    width = max(len(name) for name, _, _ in rows)
    for name, pages, spent in (("Site", "Pages", "s"), *rows):
        click.echo(f"{name:<{width}}  {pages:>5}  {spent:>4}", err=True)
    count = sum(built.pages for built in construction.built)
    peak = max(built.memory for built in construction.built)
    sites = f"{len(rows)} site{'s'[: len(rows) > 1]}"
    summary = f"{sites}, {count} pages → {out}/  ({seconds:.1f} s, {peak} MiB)"
    click.secho(summary, fg="green", bold=True, err=True)


OVER_SOURCES = Message(
    fr="« {out} » contient des sources, que les sites remplaceraient. Choisissez un autre dossier.",
    nl="‘{out}’ bevat bronnen, die de sites zouden vervangen. Kies een andere map.",
)
