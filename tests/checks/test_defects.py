"""A thousand defects in the real sources: none stops the check, and what matters is found."""

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

FOUNDATIONS = ("bassin.yml", "communes.yml")
"""Without them whole bassins or communes are unknown, and other defects are moot."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sources")
    for folder in ("data", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


def batches(root: Path, kinds: Sequence[Mutate], count: int, size: int) -> Iterator[list[Defect]]:
    """Make `count` defects, in groups that touch every file and its counterpart once."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    files = sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*.*")
        if path.is_file() and path.suffix in (".yml", ".md") and path.name not in FOUNDATIONS
    )
    made = 0
    while made < count:
        touched: set[str] = set()
        batch: list[Defect] = []
        for _ in range(40 * size):
            mutate, file = chance.choice(kinds), chance.choice(files)
            if file.removeprefix("docs/fr/").removeprefix("docs/nl/") in touched:
                continue
            defect = mutate(chance, file, (root / file).read_text(encoding="utf-8").split("\n"))
            if defect is None:
                continue
            touched.add(file.removeprefix("docs/fr/").removeprefix("docs/nl/"))
            batch.append(defect)
            if len(batch) == min(size, count - made):
                break
        assert batch
        made += len(batch)
        yield batch


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
    [(IN_DATA, 360, BATCH), (IN_PAGES, 260, 12), (IN_CALLS, 30, 10)],
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
    assert len(made) >= 0.8 * len(kinds)
    assert lost == []


def test_noise_never_stops_the_check(copy: Path) -> None:
    for batch in batches(copy, [noise], 350, BATCH):
        found = spoilt(copy, batch)
        assert "check-failed" not in {finding.rule for finding in found}, [d.file for d in batch]
