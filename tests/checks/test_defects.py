"""Defects of references, structure, links and macros in the real sources: each is found.

What is wrong in the words of a text is the matter of `test_mutations`.
"""

import random
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from macros.finding import Finding
from macros.project import check
from tests.checks.defects import IN_CALLS, IN_DATA, IN_PAGES, Defect, Mutate, noise
from tests.samples import TODAY

ROOT = Path(__file__).parents[2]
SEED = 20260302
BATCH = 30
"""Defects of one check, each in a file of its own: a check of the whole tree for each is slow."""

FOUNDATIONS = ("bassin.yml", "communes.yml", "index.md")
"""Without them whole bassins, communes or folders are unknown, and other defects are moot."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sources")
    for folder in ("data", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


def batches(root: Path, kinds: Sequence[Mutate], count: int, size: int) -> Iterator[list[Defect]]:
    """Make `count` defects, in groups that touch every file and its counterpart once."""
    chance = random.Random(SEED)
    files = sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*.*")
        if path.is_file() and path.suffix in (".yml", ".md") and path.name not in FOUNDATIONS
    )
    wanted = [kinds[number % len(kinds)] for number in range(count)]
    while wanted:
        touched: set[str] = set()
        batch: list[Defect] = []
        waiting = []
        for mutate in wanted:
            free = [file for file in files if _page(file) not in touched]
            defect = _somewhere(root, mutate, chance, free) if len(batch) < size else None
            if defect is None:
                waiting.append(mutate)
            else:
                touched.add(_page(defect.file))
                batch.append(defect)
        assert batch
        wanted = waiting
        yield batch


def _page(file: str) -> str:
    """Name a file and its counterpart alike: what is wrong with one shows in the other."""
    return file.removeprefix("docs/fr/").removeprefix("docs/nl/")


def _somewhere(
    root: Path, mutate: Mutate, chance: random.Random, files: Sequence[str]
) -> Defect | None:
    """Make a defect in the first file, in random order, that has a place for it."""
    for file in chance.sample(files, len(files)):
        defect = mutate(chance, file, (root / file).read_text(encoding="utf-8").split("\n"))
        if defect is not None:
            return defect
    return None


def spoilt(root: Path, batch: Sequence[Defect]) -> list[Finding]:
    """Check the sources with some defects, and mend them."""
    before = {defect.file: (root / defect.file).read_bytes() for defect in batch}
    for defect in batch:
        (root / defect.file).write_bytes(defect.text)
    try:
        return check(root, TODAY)
    finally:
        for file, text in before.items():
            (root / file).write_bytes(text)


def missed(batch: Sequence[Defect], found: Sequence[Finding]) -> list[str]:
    """Name the defects that no finding tells of at their place."""
    told = {(f.file, f.line, f.rule) for f in found}
    files = {(f.file, f.rule) for f in found}
    out = []
    for defect in batch:
        if defect.line is None:
            seen = any((defect.file, rule) in files for rule in defect.rules)
        else:
            seen = any((defect.file, defect.line, rule) in told for rule in defect.rules)
        if not seen:
            here = sorted((f.line, f.rule) for f in found if f.file == defect.file)
            out.append(f"{defect.kind}: {defect.file}:{defect.line} {sorted(defect.rules)} {here}")
    return out


@pytest.mark.parametrize(
    ("kinds", "count", "size"),
    [(IN_DATA, 120, BATCH), (IN_PAGES, 100, 16), (IN_CALLS, 20, 10)],
    ids=["data", "pages", "calls"],
)
def test_every_defect_is_found_at_its_line(
    copy: Path, kinds: Sequence[Mutate], count: int, size: int
) -> None:
    lost: list[str] = []
    made: Counter[str] = Counter()
    for batch in batches(copy, kinds, count, size):
        found = spoilt(copy, batch)
        assert "check-failed" not in {finding.rule for finding in found}
        lost += missed(batch, found)
        made.update(defect.kind for defect in batch)
    assert sum(made.values()) == count
    assert len(made) >= len(kinds) - 1  # two of them have one name, for a language each
    assert lost == []


def test_noise_never_stops_the_check(copy: Path) -> None:
    for batch in batches(copy, [noise], 100, BATCH):
        found = spoilt(copy, batch)
        assert "check-failed" not in {finding.rule for finding in found}, [d.file for d in batch]
