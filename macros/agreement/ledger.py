"""What both sides of each section said when someone last confirmed that they agree.

One small text file a source file, below `data/.agreed/`, one line a section in the order of the
page:

    3fa2b1c0 9cd01e22 title

    77aa0c1e 0b9ff412 #le-helpdesk = #de-helpdesk

that is: fingerprint of the French side, fingerprint of the Dutch side, name of the section (or
both names where they differ). Where the Dutch sections deliberately stand in another order, each
line ends with the place of the Dutch one, such as ` @3`. No dates and no commits: the state is a
function of the files alone, so it survives rebase and squash. The empty lines between let git
merge confirmations of neighbouring sections.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.agreement.fingerprint import LENGTH
from macros.content.source import write
from macros.language import Lang

FOLDER = "data/.agreed"
_LINE = re.compile(
    rf"(?P<fr>[0-9a-f]{{{LENGTH}}}) (?P<nl>[0-9a-f]{{{LENGTH}}}) (?P<name>\S+)"
    r"(?: = (?P<other>[^\s@]\S*))?(?: @(?P<place>\d{1,4}))?"
)


@dataclass(frozen=True, slots=True)
class Half:
    """One side of an agreement."""

    name: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a ledger: both sides of a section when they were last agreed.

    `place` is that of the Dutch section where the two pages have different orders.
    """

    fr: Half
    nl: Half
    place: int | None = None

    def __getitem__(self, lang: Lang) -> Half:
        return self.fr if lang == "fr" else self.nl

    def __str__(self) -> str:
        same = self.fr.name == self.nl.name
        names = self.fr.name if same else f"{self.fr.name} = {self.nl.name}"
        place = f" @{self.place}" if self.place is not None else ""
        return f"{self.fr.fingerprint} {self.nl.fingerprint} {names}{place}"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The agreements of one unit, and where lines of its file start that cannot be read."""

    entries: tuple[Entry, ...] = ()
    unreadable: tuple[int, ...] = ()


def ledger_file(unit: str) -> str:
    """Return the path of the ledger of a unit in the project."""
    return f"{FOLDER}/{unit}.txt"


def read_ledgers(root: Path) -> Mapping[str, Ledger]:
    """Read all ledgers below `root`, by unit; nothing of what they hold can make it raise."""
    folder = root / FOLDER
    return {
        path.relative_to(folder).with_suffix("").as_posix(): _read(path)
        for path in sorted(folder.rglob("*.txt"))
        if path.is_file()
    }


def write_ledger(root: Path, unit: str, entries: Iterable[Entry]) -> bool:
    """Write the ledger of a unit; one without entries is removed. Tell whether it changed."""
    path = root / ledger_file(unit)
    text = "\n".join(f"{entry}\n" for entry in entries)
    before = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    if text == before:
        return False
    if text:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, text)
    else:
        path.unlink()
    return True


def _read(path: Path) -> Ledger:
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return Ledger(unreadable=(1,))
    entries, unreadable, is_readable = [], [], True
    for number, line in enumerate(text.splitlines(), start=1):
        found = _LINE.fullmatch(line.rstrip())
        if found:
            other = found["other"] or found["name"]
            french, dutch = Half(found["name"], found["fr"]), Half(other, found["nl"])
            entries.append(Entry(french, dutch, int(found["place"]) if found["place"] else None))
            is_readable = True
        elif line.strip():
            unreadable += [number] if is_readable else []
            is_readable = False
    return Ledger(tuple(entries), tuple(unreadable))
