"""A thousand corruptions of the real sources: no traceback, every defect at its file and line."""

import random
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from macros.finding import Finding
from macros.project import check, prepare
from macros.texts.sources import Sources
from tests.checks.mutations import FILES, TEXTS, Mutation, mutations, spots
from tests.conftest import TODAY, copy_project

COUNT = 1000
SEED = 20260302
SHARED = ("bassin.yml", "communes.yml", "glossary.yml")
"""Files without which others cannot be read or judged: when spoilt, they are spoilt alone."""


def batches(found: Iterator[Mutation]) -> Iterator[list[Mutation]]:
    """Group corruptions of different pages and records, so that one run checks many."""
    waiting = list(found)
    while waiting:
        batch: dict[str, Mutation] = {}
        later = []
        for mutation in waiting:
            unit = mutation.file.replace("docs/fr/", "docs/").replace("docs/nl/", "docs/")
            weighs = mutation.kind in FILES or mutation.kind == "name of the other language"
            alone = weighs and mutation.file.endswith(SHARED)
            if unit in batch or (alone and batch) or batch.get("alone"):
                later.append(mutation)
            else:
                batch["alone" if alone else unit] = mutation
        yield list(batch.values())
        waiting = later


def is_found(mutation: Mutation, findings: list[Finding]) -> bool:
    return any(
        f.rule in mutation.rules and (not mutation.line or f.line == mutation.line)
        for f in findings
    )


def test_every_defect_is_found_at_its_line(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    shutil.rmtree(root / "data/.agreed", ignore_errors=True)
    sources = Sources(root, prepare(root, TODAY).network)
    found = mutations(sources, spots(sources), COUNT, random.Random(SEED))
    seen: Counter[str] = Counter()
    missed: list[str] = []
    for batch in batches(found):
        before = {m.file: (root / m.file).read_bytes() for m in batch}
        for mutation in batch:
            (root / mutation.file).write_bytes(mutation.content)
        by_file: dict[str, list[Finding]] = defaultdict(list)
        for finding in check(root, TODAY):
            assert finding.rule != "check-failed", finding.text()
            by_file[finding.file].append(finding)
        for mutation in batch:
            seen[mutation.kind] += 1
            if mutation.rules and not is_found(mutation, by_file[mutation.file]):
                text = mutation.content.decode("utf-8", "replace").split("\n")
                line = text[mutation.line - 1] if mutation.line else ""
                missed.append(f"{mutation.kind}: {mutation.file}:{mutation.line} {line}")
        for file, content in before.items():
            (root / file).write_bytes(content)
    assert sum(seen.values()) == COUNT
    assert set(seen) == {*TEXTS, *FILES}
    assert missed == [], "\n".join(missed)
