"""How well stale translations are found: our fingerprints beside a rule on commit dates.

    python -m tests.benchmark.freshness [COUNT] [SEED]

Each seeded edit changes one side of the real sources. The rule on commit dates is the usual
one: a page is stale when its counterpart was committed later; here it asks a real repository.
It is scored on pages alone, as it can say nothing of data files, which hold both languages.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.agreement.compare import Review
from macros.language import other
from tests.benchmark.freshness_edits import Edit, edits, is_right, score

ROOT = Path(__file__).parents[2]


@dataclass
class Tally:
    """Counts of one kind of edit."""

    edits: int = 0
    ours: int = 0
    pages: int = 0
    dates_marked: int = 0
    dates_at_section: int = 0


def dates_mark(sample: Path, edit: Edit) -> bool:
    """Commit the edit and ask whether the other side was committed earlier."""
    mine, theirs = edit.unit.files[edit.lang], edit.unit.files[other(edit.lang)]
    before = (ROOT / edit.file).read_text(encoding="utf-8")
    (sample / edit.file).write_text(before, encoding="utf-8")
    _git(sample, "init", "--quiet")
    _commit(sample, 1_700_000_000)
    (sample / edit.file).write_text(edit.text, encoding="utf-8")
    _commit(sample, 1_700_000_060)
    return _date(sample, mine) > _date(sample, theirs)


def _commit(sample: Path, when: int) -> None:
    _git(sample, "add", "--all")
    identity = ("-c", "user.name=Essai", "-c", "user.email=essai@example.org")
    _git(sample, *identity, "commit", "--quiet", "--allow-empty", "-m", "Essai", when=when)


def _date(sample: Path, file: str) -> int:
    return int(_git(sample, "log", "-1", "--format=%ct", "--", file))


def _git(folder: Path, *arguments: str, when: int = 0) -> str:
    stamp = f"{when} +0000"
    environ = os.environ | {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
    ran = subprocess.run(
        ["git", *arguments], cwd=folder, env=environ, check=True, capture_output=True, text=True
    )
    return ran.stdout


def run(count: int, seed: int) -> dict[tuple[bool, str], Tally]:
    """Score all edits by kind."""
    tallies: dict[tuple[bool, str], Tally] = defaultdict(Tally)
    for edit in edits(ROOT, count, seed):
        sample = Path(tempfile.mkdtemp())
        try:
            found: Sequence[Review] = score(ROOT, edit, sample)
            marked = dates_mark(sample, edit)
        finally:
            shutil.rmtree(sample)
        tally = tallies[edit.real, edit.kind]
        tally.edits += 1
        tally.ours += is_right(edit, found)
        if edit.file.startswith("data/"):
            continue  # both languages in one file: a date says nothing
        tally.pages += 1
        tally.dates_marked += marked
        # a rule on files is at the right section only where there is but one
        tally.dates_at_section += marked and len(edit.unit.parts[edit.lang]) == 1
    return tallies


def table(tallies: dict[tuple[bool, str], Tally]) -> str:
    """Write the shares of right answers for people."""
    lines = [
        f"{'edit':24}{'count':>6}{'ours':>9}{'in pages':>10}{'dates':>9}{'dates, section':>16}"
    ]
    for real, title in ((True, "REAL: to review"), (False, "TYPOGRAPHIC: not to review")):
        rows = {kind: t for (is_real, kind), t in tallies.items() if is_real is real}
        lines.append(title)
        lines += [_row(kind, [tally], real=real) for kind, tally in sorted(rows.items())]
        lines.append(_row("all", list(rows.values()), real=real))
    return "\n".join(lines)


def _row(name: str, tallies: Sequence[Tally], *, real: bool) -> str:
    count, pages = sum(t.edits for t in tallies), sum(t.pages for t in tallies)
    right = sum(t.ours for t in tallies)
    marked = sum(t.dates_marked for t in tallies)
    section = sum(t.dates_at_section for t in tallies)
    dates = marked if real else pages - marked
    at = section if real else pages - marked
    shares = (_share(right, count), _share(dates, pages), _share(at, pages))
    return f"  {name:22}{count:6}{shares[0]:>9}{pages:10}{shares[1]:>9}{shares[2]:>16}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:3]]
    print(table(run(*(numbers + [500, 1][len(numbers) :]))))
