"""Bytes become text, or a finding that says why not."""

from pathlib import Path

import pytest

from macros.content.source import MAX_BYTES, Source, read
from macros.finding import Finding


def test_line_ends_become_newlines(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes("é: 1\r\nb: 2\rc: 3\n".encode())
    assert read(tmp_path, path) == Source("a.yml", "é: 1\nb: 2\nc: 3\n")


def test_a_heading_of_a_page_is_no_conflict(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Accueil\n=======\n", encoding="utf-8")
    assert isinstance(read(tmp_path, path), Source)


@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        ("a: 1\nb: é\n".encode("cp1252"), "not-utf8", 2),
        ("a: 1\rb: 2\r\nc: é\r".encode("cp1252"), "not-utf8", 3),
        (b"\xef\xbb\xbfa: 1", "byte-order-mark", 1),
        ("a: 1".encode("utf-16"), "not-utf8", 1),
        (b"a: 1\nb: \x00", "control-character", 2),
        (b"a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", "git-conflict", 2),
        (b"a: 1\nb: \xc2\x85", "control-character", 2),
        ("a: 1\nb: \u2028".encode(), "control-character", 2),
        (b"a" * (MAX_BYTES + 1), "file-too-large", 1),
    ],
)
def test_what_is_refused(tmp_path: Path, data: bytes, rule: str, line: int) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(data)
    found = read(tmp_path, path)
    assert isinstance(found, Finding)
    assert (found.rule, found.line) == (rule, line)


def test_windows_1252_is_shown_as_it_was_meant(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes("nom: Molenbeek l’été\n".encode("cp1252"))
    found = read(tmp_path, path)
    assert isinstance(found, Finding)
    assert "Molenbeek l’été" in found.message.nl


def test_an_unreadable_file(tmp_path: Path) -> None:
    found = read(tmp_path, tmp_path / "absent.yml")
    assert isinstance(found, Finding)
    assert found.rule == "file-unreadable"
