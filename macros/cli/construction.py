"""From the sources to proved sites in a folder, on all processors at once.

While the sources are inspected in a process of its own, builders make the pages. When both sites
of a bassin have theirs, their pictures are drawn, what they say of their build is written, and
they are finished and proved while the next ones are being built.
"""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from macros.apart import Apart, LostProcessError, crew
from macros.cli.bassins import chosen
from macros.cli.workers import (
    Built,
    Task,
    build_site,
    conclude,
    draw,
    equip,
    finish,
    give_way,
    share,
)
from macros.clock import EPOCH
from macros.content.load import load
from macros.finding import Finding, Inspection, has_errors, in_order
from macros.language import Lang
from macros.output.well_known import edition
from macros.output.write import write_edition, write_server_list
from macros.site.network import Network, Site, selected
from macros.site.plan import plan

PATIENCE = 0.2
"""Seconds after which a build looks whether the inspection found errors meanwhile."""


@dataclass(frozen=True)
class Order:
    """What is to be built of the sources at `root`, as of `day`; all bassins when none is named."""

    root: Path
    day: date
    preview: str | None
    bassins: Sequence[str]
    langs: Sequence[Lang]
    jobs: int


@dataclass(frozen=True)
class Construction:
    """What became of an order.

    Attributes:
        findings: what is wrong with the sources, or with what was made of them.
        built: the sites; some or all are missing when there are errors.
        is_whole: whether these are all sites of the network.

    """

    findings: tuple[Finding, ...]
    built: tuple[Built, ...]
    is_whole: bool


class _StoppedError(Exception):
    """The inspection has errors, so that nothing of what is being built will be of use."""


def construct(order: Order, staged: Path, inspection: Apart[Inspection]) -> Construction:
    """Build and prove what is ordered in the folder `staged`.

    Raises:
        SystemExit: there is no such bassin.
        LostProcessError: a worker was ended from outside.

    """
    content, unread = load(order.root)
    network, unplanned = plan(content, order.day, order.preview)
    sites: list[Site] = []
    built: list[Built] = []
    findings: list[Finding] = []
    # What is wrong with the plan is not told here: the inspection says it with all the rest.
    if not has_errors([*unread, *unplanned]):
        sites = selected(network.sites, chosen(order.bassins, content), order.langs)
        try:
            share(network)
            tasks = _tasks(sites, order, staged)
            built, findings = _built(network, tasks, order.jobs, inspection)
        except Exception as error:
            # An engine may break on what is wrong in the sources, which the inspection says better.
            if isinstance(error, LostProcessError) or not has_errors(inspection.result().findings):
                raise
    inspected = inspection.result().findings
    findings = in_order([*inspected, *([] if has_errors(inspected) else findings)])
    return Construction(tuple(findings), tuple(built), len(sites) == len(network.sites))


def _tasks(sites: Sequence[Site], order: Order, staged: Path) -> list[Task]:
    """Return what is to be done, with the name of the folder in which each site stands."""
    names = [f"{s.bassin.id}/{s.lang}" if order.preview else s.host for s in sites]
    return [
        Task(order.root, site.bassin.id, site.lang, staged, name)
        for site, name in zip(sites, names, strict=True)
    ]


def _built(
    network: Network, tasks: Sequence[Task], jobs: int, inspection: Apart[Inspection]
) -> tuple[list[Built], list[Finding]]:
    """Build, finish and prove sites; stop when the inspection has errors, which say why."""
    jobs = min(jobs, len(tasks))
    left = Counter(task.bassin for task in tasks)
    built: list[Built] = []
    proving: list[Future[bytes]] = []
    # Git is asked before: a worker forked meanwhile would keep open the pipe that tells of its end.
    asked = edition(network, tasks[0].root, int(os.environ[EPOCH]))
    with crew(1) as painter, crew(jobs, give_way) as finishers:
        equip(tasks[0].root, network.today)
        # Forked before the display starts its thread.
        with crew(jobs) as builders, _progress(len(tasks)) as advance:
            for result in _one_by_one([builders.submit(build_site, task) for task in tasks]):
                if inspection.is_done and has_errors(inspection.result().findings):
                    raise _StoppedError
                if result is None:
                    continue
                built.append(result)
                advance()
                bassin = result.task.bassin
                left[bassin] -= 1
                if not left[bassin] and not _complaints(built):
                    made = replace(asked, agreed=inspection.result().parity)
                    sisters = [task for task in tasks if task.bassin == bassin]
                    painter.submit(draw, sisters).result()  # now: MkDocs empties a folder first
                    for task in sisters:
                        write_edition(network, network.site(bassin, task.lang), made, task.folder)
                    proving += [finishers.submit(finish, task) for task in sisters]
        findings = _complaints(built)
        if not findings:
            write_server_list(network, tasks[0].staged)
            proofs = [proof.result() for proof in proving]
            findings = finishers.submit(conclude, proofs).result()
    return built, findings


def _one_by_one(building: Sequence[Future[Built]]) -> Iterator[Built | None]:
    """Go through the results in order; nothing means that one is still being waited for."""
    for site in building:
        while not wait([site], PATIENCE).done:
            yield None
        yield site.result()


def _complaints(built: Sequence[Built]) -> list[Finding]:
    return [finding for each in built for finding in each.findings]


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """Show on a terminal how many sites are built; give what is to be called for each."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich import console, progress  # noqa: PLC0415 - only a terminal has a use for them

    columns = (
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TimeElapsedColumn(),
    )
    with progress.Progress(*columns, console=console.Console(stderr=True)) as shown:
        label = shown.add_task("Sites", total=total)
        yield lambda: shown.advance(label)
