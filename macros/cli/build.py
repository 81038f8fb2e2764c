"""`bassin build`: ten sites in parallel workers, swapped in only when all are proved."""

import logging
import multiprocessing
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from macros.cli.report import Report
from macros.clock import EPOCH, epoch, today
from macros.finding import Finding, Severity, has_errors
from macros.language import LANGS, Lang, Message
from macros.output.well_known import Edition, edition
from macros.output.write import write_pictures, write_server_list, write_texts
from macros.project import Inspection, inspect, network_of
from macros.site.network import Network, Site, selected


@dataclass(frozen=True)
class Task:
    """What a worker has to build: the index of a site and where its files go."""

    root: Path
    bassin: str
    lang: Lang
    folder: Path


@dataclass(frozen=True)
class Built:
    """What became of a task; `memory` is the peak of the worker in MiB."""

    task: Task
    pages: int
    seconds: float
    memory: int
    findings: tuple[Finding, ...]


_network: Network | None = None
"""All sites, loaded once before the workers are forked and only read by them."""
_edition: Edition | None = None
"""What the sites say of this build, shared in the same way."""


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns about, to be told as findings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@click.command()
@click.option("--bassin", "bassins", multiple=True, help="Only this bassin; may be repeated.")
@click.option(
    "--lang", "langs", multiple=True, type=click.Choice(LANGS), help="Only this language."
)
@click.option("--out", default="site", type=click.Path(path_type=Path), help="Target folder.")
@click.option("--jobs", default=os.cpu_count() or 1, type=click.IntRange(1), help="Workers.")
@click.option("--preview", metavar="BASE_URL", help="Build for a preview below this address.")
def build(
    bassins: tuple[str, ...], langs: tuple[Lang, ...], out: Path, jobs: int, preview: str | None
) -> None:
    """Build the sites into OUT/<host>/, or OUT/<bassin>/<lang>/ for a preview."""
    started = time.perf_counter()
    root = Path.cwd()
    day = today()
    os.environ.setdefault(EPOCH, str(epoch(day)))
    inspection, network = _inspected(root, day, preview)
    report = Report("text", LANGS)
    report.show(inspection.findings)
    if has_errors(inspection.findings):
        raise SystemExit(1)
    unknown = set(bassins) - {bassin.id for bassin in network.content.bassins}
    if unknown:
        known = ", ".join(bassin.id for bassin in network.content.bassins)
        raise click.BadParameter(f"{', '.join(sorted(unknown))} (bassins: {known})")
    sites = selected(network.sites, bassins, langs or LANGS)
    with _staging(out) as staging:
        tasks = [
            Task(root, site.bassin.id, site.lang, staging / folder_of(site, preview))
            for site in sites
        ]
        made = edition(network, root, int(os.environ[EPOCH]), inspection.parity)
        results = _run(network, made, tasks, jobs)
        findings = [finding for result in results for finding in result.findings]
        report.show(findings)
        if findings:
            raise SystemExit(1)
        for site in sites:
            write_pictures(site, staging / folder_of(site, preview))
        write_server_list(network, staging)
        findings = _verified(staging, jobs)
        report.show(findings)
        if has_errors(findings):
            raise SystemExit(1)
        swap(staging, out, whole=len(sites) == len(network.sites))
    _summary(results, time.perf_counter() - started, out)


def _inspected(root: Path, day: date, preview: str | None) -> tuple[Inspection, Network]:
    """Check the sources in one process and plan the sites in this one, at the same time."""
    with multiprocessing.get_context("fork").Pool(1) as pool:
        inspection = pool.apply_async(inspect, (root, day))
        network = network_of(root, day, preview)
        found: Inspection = inspection.get()
        pool.close()
        pool.join()
    return found, network


def _verified(folder: Path, jobs: int) -> list[Finding]:
    """Prove the output; imported late, so that the workers are forked from a small process."""
    from macros.verify.run import verify  # noqa: PLC0415

    return verify(folder, jobs)


def folder_of(site: Site, preview: str | None) -> str:
    """Return where a site stands in the output."""
    return f"{site.bassin.id}/{site.lang}" if preview else site.host


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    """Give a folder beside the target, on the same disk, and remove what is left of it."""
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent.resolve()))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def swap(staging: Path, out: Path, *, whole: bool) -> None:
    """Put new sites in the place of the old ones by renames.

    A whole build replaces the folder; a partial one replaces the folders it made.
    """
    if whole or not out.exists():
        pairs = [(staging, out)]
    else:
        pairs = [
            (index.parent, out / index.parent.relative_to(staging)) for index in _roots(staging)
        ]
        for file in (path for path in staging.iterdir() if path.is_file()):
            file.replace(out / file.name)
    for new, old in pairs:
        retired = staging.with_name(staging.name + ".old")
        if old.exists():
            old.rename(retired)
        old.parent.mkdir(parents=True, exist_ok=True)
        new.chmod(0o755)
        new.rename(old)
        shutil.rmtree(retired, ignore_errors=True)


def _roots(staging: Path) -> list[Path]:
    """Return the home pages of the built sites: those with no home page above them."""
    found = sorted(staging.rglob("404.html"), key=lambda path: len(path.parts))
    return [page for page in found if page.parent != staging]


def _run(network: Network, made: Edition, tasks: list[Task], jobs: int) -> list[Built]:
    global _network, _edition
    _network, _edition = network, made
    console = Console(stderr=True)
    context = multiprocessing.get_context("fork")
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )

    # A worker a site: MkDocs keeps what it has read. The first ones are forked before the display
    # starts its thread; the others by the pool's own.
    with context.Pool(min(jobs, len(tasks)), maxtasksperchild=1) as pool:
        results = pool.imap(build_site, tasks)
        with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
            label = progress.add_task("Sites", total=len(tasks))
            built = []
            for result in results:
                built.append(result)
                progress.advance(label)
        pool.close()
        pool.join()
    return built


def build_site(task: Task) -> Built:
    """Build one site with MkDocs in this process.

    Warnings of MkDocs become findings: nothing wrong is published silently.
    """
    # MkDocs is heavy; only workers load it.
    from mkdocs.commands import build as mkdocs_build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    from macros.guest import NETWORK  # noqa: PLC0415

    assert _network is not None  # noqa: S101 - set before the fork
    assert _edition is not None  # noqa: S101
    started = time.perf_counter()
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.handlers, logger.propagate = [warnings], False
    os.environ |= {"SITE_LANG": task.lang, "BASSIN": task.bassin}
    try:
        config = load_config(str(task.root / "mkdocs.yml"), site_dir=str(task.folder), strict=False)
        vars(config)[NETWORK] = _network
        mkdocs_build.build(config)
    except (MkDocsException, SystemExit) as error:
        warnings.messages.append(str(error))
    site = _network.site(task.bassin, task.lang)
    if not warnings.messages:
        write_texts(_network, site, _edition, task.folder)
    return Built(
        task,
        len(site.pages),
        time.perf_counter() - started,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        tuple(_from_mkdocs(site, message) for message in warnings.messages),
    )


def _from_mkdocs(site: Site, words: str) -> Finding:
    return Finding(
        "mkdocs",
        Severity.ERROR,
        "mkdocs.yml",
        1,
        MKDOCS.format(site=site.host, words=words.strip() or "?"),
    )


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


MKDOCS = Message(fr="MkDocs signale pour {site} : {words}", nl="MkDocs meldt voor {site}: {words}")
