"""`bassin build`: ten sites in parallel workers, swapped in only when all are proved."""

import os
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.apart import Apart
from macros.cli.report import FORMATS, Format, Report
from macros.cli.staging import staging, swap
from macros.clock import EPOCH, epoch, today
from macros.finding import has_errors
from macros.language import LANGS, Lang

if TYPE_CHECKING:
    from macros.cli.construction import Construction
    from macros.project import Inspection


@click.command()
@click.option("--bassin", "bassins", multiple=True, help="Only this bassin; may be repeated.")
@click.option(
    "--lang", "langs", multiple=True, type=click.Choice(LANGS), help="Only this language."
)
@click.option("--out", default="site", type=click.Path(path_type=Path), help="Target folder.")
@click.option("--jobs", default=os.cpu_count() or 1, type=click.IntRange(1), help="Workers.")
@click.option("--preview", metavar="BASE_URL", help="Build for a preview below this address.")
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

    Exit code: 0 built, 1 errors found and nothing changed, 2 wrong usage.
    """
    started = time.perf_counter()
    root, day = Path.cwd(), today()
    os.environ.setdefault(EPOCH, str(epoch(day)))
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


def _inspected(root: Path, day: date) -> "Inspection":
    """Check the sources, in a process that loads only what this takes."""
    from macros.project import inspect  # noqa: PLC0415 - see above

    return inspect(root, day)


def _tell(construction: "Construction", seconds: float, out: Path) -> None:
    """Sum up what was built, a site a line."""
    from rich.console import Console  # noqa: PLC0415 - the inspection has no use for it
    from rich.table import Table  # noqa: PLC0415 - the same

    table = Table(box=None, pad_edge=False)
    table.add_column("Site")
    table.add_column("Pages", justify="right")
    table.add_column("s", justify="right")
    for built in construction.built:
        table.add_row(built.task.folder.name, str(built.pages), f"{built.seconds:.1f}")
    console = Console(stderr=True)
    console.print(table)
    pages = sum(built.pages for built in construction.built)
    peak = max(built.memory for built in construction.built)
    console.print(
        f"{len(construction.built)} sites, {pages} pages → {out}/  ({seconds:.1f} s, {peak} MiB)",
        style="bold green",
        highlight=False,
    )
