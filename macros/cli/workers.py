"""The processes of a build: what each of them does.

All are forked, so that what was loaded once is shared. MkDocs makes the pages of one site after the
other; everything else, which needs other libraries, is made and proved in processes of its own.
"""

import gc
import logging
import os
import pickle
import resource
import sys
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import ClassVar, TypeVar

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from macros.apart import leave_interrupts
from macros.dates import long_date
from macros.finding import Finding, Severity
from macros.guest import NETWORK
from macros.language import LANGS, Lang, Message
from macros.output.write import write_pictures, write_texts
from macros.render import environment, guides
from macros.render.errors import RenderError
from macros.site.network import Network, Site
from macros.verify.folder import folder_at
from macros.verify.run import concluded, prove_site

MIB = 1024**2 if sys.platform == "darwin" else 1024
"""In what getrusage counts memory: bytes on macOS, KiB elsewhere."""
Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Task:
    """A site to build.

    Attributes:
        root: where the sources are.
        bassin: id of the bassin.
        lang: language of the site.
        staged: the folder of all sites.
        name: path of the folder of this site in it.

    """

    root: Path
    bassin: str
    lang: Lang
    staged: Path
    name: str

    @property
    def folder(self) -> Path:
        """Where the files of the site go."""
        return self.staged / self.name


@dataclass(frozen=True)
class Built:
    """What became of a task; `memory` is the peak of the worker in MiB."""

    task: Task
    pages: int
    seconds: float
    memory: int
    findings: tuple[Finding, ...]


class _Shared:
    """What is loaded once before the workers are forked, and only read by them."""

    network: ClassVar[Network]


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns about, to be told as findings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def share(network: Network) -> None:
    """Set what workers read, before the first of them is forked."""
    _Shared.network = network


def equip(root: Path, day: date) -> None:
    """Load once what each builder needs; other workers can be forked before and stay smaller."""
    load_config(str(root / "mkdocs.yml"))
    guides.remember()
    environment.remember()
    for lang in LANGS:
        long_date(day, lang)
    gc.freeze()  # all this stays: who looks for garbage later need not look through it


def _told(work: Callable[[Given], Made]) -> Callable[[Given], Made]:
    """Let whatever goes wrong in a worker reach the process that waits for its answer.

    An exception that cannot be unpickled there would end the reading of answers, and not the wait.
    """

    @wraps(work)
    def told(given: Given) -> Made:
        try:
            return work(given)
        except Exception as error:
            raise RuntimeError(f"{type(error).__name__}: {error}") from error

    return told


@_told
def build_site(task: Task) -> Built:
    """Build one site with MkDocs in this process.

    Warnings of MkDocs become findings: nothing wrong is published silently.
    """
    started = time.perf_counter()
    gc.collect()  # MkDocs leaves the site before in cycles, which nothing else here looks for
    found: list[Finding] = []
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.handlers, logger.propagate = [warnings], False
    os.environ |= {"SITE_LANG": task.lang, "BASSIN": task.bassin}
    try:
        config = load_config(str(task.root / "mkdocs.yml"), site_dir=str(task.folder), strict=False)
        vars(config)[NETWORK] = _Shared.network
        mkdocs_build.build(config)
    except (MkDocsException, SystemExit) as error:
        warnings.messages.append(str(error))
    except RenderError as error:
        found = [_from_template(error)]
    site = _Shared.network.site(task.bassin, task.lang)
    found = found or [_from_mkdocs(site, message) for message in warnings.messages]
    return Built(
        task,
        len(site.pages),
        time.perf_counter() - started,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MIB,
        tuple(found),
    )


def give_way() -> None:
    """Start a worker whose work can wait: as long as sites are being built, those go first."""
    leave_interrupts()
    os.nice(10)


@_told
def draw(tasks: Sequence[Task]) -> None:
    """Draw the pictures of the sites of one bassin, which share its marks."""
    sites: Mapping[Path, Site] = {
        task.folder: _Shared.network.site(task.bassin, task.lang) for task in tasks
    }
    write_pictures(sites)


@_told
def finish(task: Task) -> bytes:
    """Add the other files of a site that has its pages, prove it, and return the proof packed.

    Only `conclude` has a use for it, and the process in between should not carry its weight.
    """
    write_texts(_Shared.network, _Shared.network.site(task.bassin, task.lang), task.folder)
    return zlib.compress(pickle.dumps(prove_site(folder_at(task.folder, task.staged))), 1)


@_told
def conclude(proved: Sequence[bytes]) -> list[Finding]:
    """Prove what only all sites together can show, and return everything that was found."""
    return concluded([pickle.loads(zlib.decompress(one)) for one in proved])  # noqa: S301 - ours


def _from_template(error: RenderError) -> Finding:
    """Tell what a template of pages asks for and does not get."""
    return Finding(error.rule, Severity.ERROR, "overrides", 1, error.message, error.fix)


def _from_mkdocs(site: Site, words: str) -> Finding:
    return Finding(
        "mkdocs",
        Severity.ERROR,
        "mkdocs.yml",
        1,
        MKDOCS.format(site=site.host, words=words.strip() or "?"),
    )


MKDOCS = Message(fr="MkDocs signale pour {site} : {words}", nl="MkDocs meldt voor {site}: {words}")
