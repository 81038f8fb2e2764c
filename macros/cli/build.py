"""`bassin build`: ten sites in parallel workers, swapped in only when all are proved."""

import os
import time
from collections.abc import Sequence
from datetime import date
from multiprocessing.pool import AsyncResult
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from macros.cli.report import FORMATS, Format, Report
from macros.cli.staging import staging, swap
from macros.cli.workers import Built, Task, build_sites, inspecting
from macros.clock import EPOCH, epoch, today
from macros.content.load import load
from macros.finding import Finding, has_errors
from macros.language import LANGS, Lang
from macros.output.well_known import edition
from macros.output.write import write_edition, write_server_list
from macros.project import Inspection
from macros.site.network import Network, Site, selected
from macros.site.plan import plan


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
    with inspecting(root, day) as inspection, staging(out) as staged:
        network, is_sound = _planned(root, day, preview)
        _refuse_unknown(bassins, network, inspection)
        sites = selected(network.sites, bassins, langs or LANGS)
        tasks = [
            Task(root, site.bassin.id, site.lang, staged / folder_of(site, preview))
            for site in sites
        ]
        results = _built(network, tasks, jobs, inspection) if is_sound else []
        found = inspection.get()
        findings = list(found.findings)
        if not has_errors(findings):
            findings += [finding for result in results for finding in result.findings]
        if not has_errors(findings):
            made = edition(network, root, int(os.environ[EPOCH]), found.parity)
            for task, site in zip(tasks, sites, strict=True):
                write_edition(network, site, made, task.folder)
            write_server_list(network, staged)
            findings += _verified(staged, jobs)
        Report(form, LANGS).show(findings)
        if has_errors(findings):
            raise SystemExit(1)
        swap(staged, out, whole=len(sites) == len(network.sites))
    _summary(results, time.perf_counter() - started, out)


def folder_of(site: Site, preview: str | None) -> str:
    """Return where a site stands in the output."""
    return f"{site.bassin.id}/{site.lang}" if preview else site.host


def _planned(root: Path, day: date, preview: str | None) -> tuple[Network, bool]:
    """Plan the sites, and tell whether building them is worth a try.

    What is wrong is not told here: the inspection says it with all the rest.
    """
    content, unread = load(root)
    network, unplanned = plan(content, day, preview)
    return network, not has_errors([*unread, *unplanned])


def _refuse_unknown(
    bassins: Sequence[str], network: Network, inspection: "AsyncResult[Inspection]"
) -> None:
    """Refuse a bassin that does not exist, unless errors of the sources may be why it does not."""
    known = [bassin.id for bassin in network.content.bassins]
    unknown = sorted(set(bassins) - set(known))
    if unknown and not has_errors(inspection.get().findings):
        raise click.BadParameter(f"{', '.join(unknown)} (bassins: {', '.join(known)})")


def _built(
    network: Network, tasks: Sequence[Task], jobs: int, inspection: "AsyncResult[Inspection]"
) -> list[Built]:
    """Build the sites while the sources are inspected; give up when these have errors."""

    def is_refused() -> bool:
        return has_errors(inspection.get().findings)

    try:
        return build_sites(
            network, tasks, jobs, stopped=lambda: inspection.ready() and is_refused()
        )
    except Exception:
        # An engine may break on what is wrong in the sources, which the inspection says better.
        if is_refused():
            return []
        raise


def _verified(folder: Path, jobs: int) -> list[Finding]:
    """Prove the output; imported late, as the workers that build have no use for it."""
    from macros.verify.run import verify  # noqa: PLC0415

    return verify(folder, jobs)


def _summary(results: list[Built], seconds: float, out: Path) -> None:
    table = Table(box=None, pad_edge=False)
    table.add_column("Site")
    table.add_column("Pages", justify="right")
    table.add_column("s", justify="right")
    for result in results:
        table.add_row(result.task.folder.name, str(result.pages), f"{result.seconds:.1f}")
    console = Console(stderr=True)
    console.print(table)
    pages = sum(result.pages for result in results)
    peak = max(result.memory for result in results)
    console.print(
        f"{len(results)} sites, {pages} pages → {out}/  ({seconds:.1f} s, {peak} MiB)",
        style="bold green",
        highlight=False,
    )
