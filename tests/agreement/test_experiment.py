"""The experiment of tests/benchmark/freshness.py, shortened: seeded edits of the real sources."""

from pathlib import Path

from tests.benchmark.freshness_edits import edits, is_right, score

ROOT = Path(__file__).parents[2]
COUNT = 120
SEED = 7


def test_real_edits_are_found_at_their_section_and_typographic_ones_are_not(
    tmp_path: Path,
) -> None:
    right = {True: 0, False: 0}
    made = {True: 0, False: 0}
    kinds = set()
    for number, edit in enumerate(edits(ROOT, COUNT, SEED)):
        made[edit.real] += 1
        right[edit.real] += is_right(edit, score(ROOT, edit, tmp_path / str(number)))
        kinds.add(edit.kind)
    assert len(kinds) == 14
    assert right[True] >= 0.98 * made[True] > 50
    assert right[False] >= 0.98 * made[False] > 30
