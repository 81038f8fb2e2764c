"""The processes of a build: one reads the sources as `check` does, the others make the sites.

All of them are forked, so that what was loaded once is shared. MkDocs keeps what it has read,
so a site has a process of its own; its memory is gone with it.
"""

import gc
import logging
import multiprocessing
import os
import resource
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from multiprocessing.pool import AsyncResult, Pool
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from macros.finding import Finding, Severity
from macros.language import LANGS, Lang, Message
from macros.output.write import write_pictures, write_texts
from macros.project import Inspection, inspect
from macros.site.network import Network, Site

FORK = multiprocessing.get_context("fork")


@dataclass(frozen=True)
class Task:
    """What a worker has to build, and the folder where its files go."""

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


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns about, to be told as findings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def inspecting(root: Path, day: date) -> Iterator[AsyncResult[Inspection]]:
    """Check the sources in a process of its own while the sites are being made.

    To be entered first: what is loaded before the fork, that process has to carry too.
    """
    with FORK.Pool(1) as pool:
        yield pool.apply_async(inspect, (root, day))


def build_sites(
    network: Network, tasks: Sequence[Task], jobs: int, *, stopped: Callable[[], bool]
) -> list[Built]:
    """Build sites in parallel, draw their pictures, and show the progress on a terminal.

    `stopped` is asked after each site; what is left is not built once it says yes.
    """
    global _network  # noqa: PLW0603 - shared by the fork, which copies nothing
    _network = network
    _load_engine(tasks[0].root)
    last = {sisters[-1]: sisters for sisters in _by_bassin(tasks)}
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    # The first workers are forked before the display starts its thread. Drawing has a process of
    # its own: it needs a library that the others can do without.
    with (
        FORK.Pool(min(jobs, len(tasks)), maxtasksperchild=1) as pool,
        FORK.Pool(1) as painter,
    ):
        results = pool.imap(build_site, tasks)
        drawn = []
        with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
            label = progress.add_task("Sites", total=len(tasks))
            built = []
            for result in results:
                built.append(result)
                progress.advance(label)
                if result.task in last:
                    # MkDocs empties a folder first, so the pictures come when the pages are there.
                    drawn.append(painter.apply_async(draw, (last[result.task],)))
                if stopped():
                    return built
        for drawing in drawn:
            drawing.get()
        for each in (pool, painter):
            _close(each)
    return built


def _close(pool: Pool) -> None:
    """Let the workers end by themselves, so that they can say what of the code they ran."""
    pool.close()
    pool.join()


def _load_engine(root: Path) -> None:
    """Import once what every worker needs, and the proofs while another process still inspects."""
    from mkdocs.config import load_config  # noqa: PLC0415 - only a build pays for the engine

    import macros.verify.run  # noqa: F401, PLC0415
    from macros.render import guides  # noqa: PLC0415

    load_config(str(root / "mkdocs.yml"))
    for lang in LANGS:
        guides.rules(lang)


def _by_bassin(tasks: Sequence[Task]) -> list[tuple[Task, ...]]:
    """Put the sites of a bassin together, which share its marks."""
    bassins = dict.fromkeys(task.bassin for task in tasks)
    return [tuple(task for task in tasks if task.bassin == bassin) for bassin in bassins]


def build_site(task: Task) -> Built:
    """Build one site with MkDocs in this process.

    Warnings of MkDocs become findings: nothing wrong is published silently.
    """
    from mkdocs.commands import build as mkdocs_build  # noqa: PLC0415 - see `_load_engine`
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    from macros.guest import NETWORK  # noqa: PLC0415

    assert _network is not None  # noqa: S101 - set before the fork
    started = time.perf_counter()
    gc.disable()  # the process ends with the site, before there is anything worth collecting
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
        write_texts(_network, site, task.folder)
    return Built(
        task,
        len(site.pages),
        time.perf_counter() - started,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        tuple(_from_mkdocs(site, message) for message in warnings.messages),
    )


def draw(tasks: Sequence[Task]) -> None:
    """Draw the pictures of the sites of one bassin."""
    assert _network is not None  # noqa: S101 - set before the fork
    sites: Mapping[Path, Site] = {
        task.folder: _network.site(task.bassin, task.lang) for task in tasks
    }
    write_pictures(sites)


def _from_mkdocs(site: Site, words: str) -> Finding:
    return Finding(
        "mkdocs",
        Severity.ERROR,
        "mkdocs.yml",
        1,
        MKDOCS.format(site=site.host, words=words.strip() or "?"),
    )


MKDOCS = Message(fr="MkDocs signale pour {site} : {words}", nl="MkDocs meldt voor {site}: {words}")
