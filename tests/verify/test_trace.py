"""A finding points at the line of the words that it is about."""

from pathlib import Path

import pytest

from macros.verify.trace import Source, source_line

TEXT = "---\ntitle: Contact\nslug: contact\n---\n\nVoyez l’agenda.\n\nPuis l’agenda.\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "page.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return "page.md"


@pytest.mark.parametrize(
    ("start", "words", "line"),
    [
        (3, "l’agenda", 6),
        (7, "l’agenda", 8),
        (8, "Contact", 2),
        (3, "nulle part", 3),
        (3, "  ", 3),
        (99, "Puis", 8),
    ],
)
def test_line_of_words(file: str, start: int, words: str, line: int, tmp_path: Path) -> None:
    assert source_line(Source(str(tmp_path / file), start), words) == line


def test_a_source_that_is_not_at_hand() -> None:
    assert source_line(Source("nowhere/page.md", 7), "words") == 7
