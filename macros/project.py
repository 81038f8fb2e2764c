"""From a folder on disk to a planned network, with everything that is wrong on the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from macros.agreement.status import statuses
from macros.apart import Apart
from macros.checks.consequences import without_consequences
from macros.checks.registry import Family, Rule, all_rules
from macros.checks.run import run
from macros.content.load import load
from macros.finding import Finding, Inspection, has_errors, in_order
from macros.site import redirects
from macros.site.network import Network
from macros.site.plan import plan
from macros.texts.sources import Sources

if TYPE_CHECKING:
    from concurrent.futures import Executor


@dataclass(frozen=True)
class Project:
    """The sources of a folder, planned for a day.

    Attributes:
        root: the folder with `docs/` and `data/`.
        network: the planned sites; incomplete when there are errors.
        findings: everything found on the way, in order.

    """

    root: Path
    network: Network
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether the sites can be built."""
        return not has_errors(self.findings)


@dataclass(frozen=True)
class _Read:
    """How a check begins: the sources, what could not be read, and all that is wrong so far."""

    sources: Sources
    unread: list[Finding]
    found: list[Finding]


def inspect(root: Path, today: date) -> Inspection:
    """Check the sources at `root` and measure their parity.

    `bassin build` runs this in a process of its own: the checks hold memory that the workers,
    which are forked from the process that asked, do not need.
    """
    findings, sources = _checked(root, today, together=False)
    if has_errors(findings):
        return Inspection(tuple(findings), {})
    return Inspection(tuple(findings), {one.bassin: one.parity for one in statuses(sources)})


def prepare(root: Path, today: date) -> Project:
    """Load and plan the project at `root`, follow its references and try its macro calls."""
    network, unread, found = _planned(root, today)
    found += run(Sources(root, network), _rules(Family.REFERENCES))
    found += _tried(network, sound=not has_errors([*unread, *found]))
    return Project(root, network, tuple(_told([*unread, *found], unread)))


def examine(root: Path, today: date) -> Project:
    """Load and plan the project at `root` and find everything that `check` finds."""
    findings, sources = _checked(root, today, together=False)
    return Project(root, sources.network, tuple(findings))


def check(root: Path, today: date, *, together: bool = False) -> list[Finding]:
    """Return everything that is wrong with the sources at `root`, in order.

    A preview while writing needs no more than `prepare`; this is what an editor is told, and what
    stops a build. With `together` a second process does a part of it meanwhile.
    """
    return _checked(root, today, together=together)[0]


def check_again(root: Path, today: date, helper: "Executor") -> list[Finding]:
    """Check as `check` does, for somebody who checks again and again.

    The helper is one process that goes on: it does a half by itself and keeps what it knows.

    Raises:
        LostProcessError: the helper was ended from outside.

    """
    # Nothing is shared between the two, so each has about as much to do.
    theirs = (Family.FRESHNESS, Family.TERMS, Family.FACTS)
    rest = helper.submit(_half, root, today, theirs)
    read = _read(root, today)
    found = [*read.found, *_followed(read, theirs), *rest.result()]
    return _told(found, read.unread)


def _half(root: Path, today: date, families: Sequence[Family]) -> list[Finding]:
    return _apart(_read(root, today), families)


def _checked(root: Path, today: date, *, together: bool) -> tuple[list[Finding], Sources]:
    # What does not read words shares nothing with the rest.
    theirs = (Family.FRESHNESS,)
    read = _read(root, today)
    other_half = partial(_apart, read, theirs)
    if together:
        with Apart(other_half) as apart:
            found = [*read.found, *_followed(read, theirs), *apart.result()]
    else:
        found = [*read.found, *_followed(read, theirs), *other_half()]
    return _told(found, read.unread), read.sources


def _read(root: Path, today: date) -> _Read:
    """Load and plan, and follow the references."""
    network, unread, found = _planned(root, today)
    sources = Sources(root, network)
    return _Read(sources, unread, [*unread, *found, *run(sources, _rules(Family.REFERENCES))])


def _followed(read: _Read, theirs: Sequence[Family]) -> list[Finding]:
    """Follow the rules of all families but those of somebody else."""
    return run(read.sources, _rules(*set(Family) - {Family.REFERENCES, *theirs}))


def _apart(read: _Read, families: Sequence[Family]) -> list[Finding]:
    """Follow the rules of some families, and try the calls of macros."""
    tried = _tried(read.sources.network, sound=not has_errors(read.found))
    return [*run(read.sources, _rules(*families)), *tried]


def _planned(root: Path, today: date) -> tuple[Network, list[Finding], list[Finding]]:
    """Load and plan; return what could not be read apart from what is wrong with the plan."""
    content, unread = load(root)
    network, planned = plan(content, today)
    return network, unread, planned


def _told(found: Sequence[Finding], unread: Sequence[Finding]) -> list[Finding]:
    """Leave out what only follows from files that could not be read."""
    return in_order(without_consequences(found, (finding.file for finding in unread)))


def _rules(*families: Family) -> list[Rule]:
    return [rule for rule in all_rules().values() if rule.family in families]


def _tried(network: Network, *, sound: bool) -> list[Finding]:
    """Try the macro calls and the redirects, as far as the data are sound.

    Both read across all data; with holes in these they would only repeat what is known.
    """
    from macros.render.calls import check_calls  # noqa: PLC0415 - loads while the words are read

    return [
        *check_calls(network, sound=sound),
        *(redirects.problems(network) if sound else ()),
    ]
