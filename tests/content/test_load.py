"""The whole of the sources is read in one run."""

from pathlib import Path

import pytest

from macros.content.load import load
from macros.finding import Finding
from tests.conftest import ROOT


def findings(root: Path) -> list[tuple[str, str, int]]:
    return [(found.rule, found.file, found.line) for found in load(root)[1]]


def test_the_real_sources_are_clean() -> None:
    content, found = load(ROOT)
    assert [finding.text() for finding in found] == []
    assert content.bassin("nord").name["nl"] == "Zorgzone Noord"
    with pytest.raises(KeyError):
        content.bassin("ouest")


def test_an_empty_folder_has_no_bassin(tmp_path: Path) -> None:
    content, found = load(tmp_path)
    assert content.bassins == ()
    assert found == []


@pytest.mark.parametrize(
    ("path", "data", "rule", "line"),
    [
        ("data/nord/news/x.yml", b"", "empty-file", 1),
        ("data/nord/news/x.yml", b"a: \xe9", "not-utf8", 1),
        ("data/nord/news/x.yml", b"a: 1\na: 2", "duplicate-key", 2),
        ("data/nord/nieuws/x.yml", b"a: 1", "unknown-file", 1),
        ("data/nord/news/x.yaml", b"a: 1", "unknown-file", 1),
        ("data/region/progress/x.yml", b"a: 1", "unknown-file", 1),
        ("data/ouest/groups.yml", b"- id: x", "missing-bassin", 1),
        ("docs/fr/x.md", b"Bonjour", "front-matter", 1),
        ("docs/fr/x.md", b"---\ntitle: x\n", "front-matter", 1),
        ("docs/fr/x.md", b"---\n---\nBonjour", "front-matter", 1),
        ("docs/nl/x.md", "---\ntitle: Réunion: le 3\n---\n".encode(), "yaml-colon", 2),
        ("docs/nl/x.md", b"---\ntitle: x\ntitle: y\n---\n", "duplicate-key", 3),
        ("docs/nl/x.md", b"---\ntitel: x\n---\n", "unknown-key", 2),
        ("docs/nl/x.md", b"\xff", "not-utf8", 1),
        ("docs/nl/x.md", b"---\ntitle: x\nslug: x\ndescription: x\n---\n\n", "empty-page", 5),
    ],
)
def test_a_bad_file_is_named(
    project_copy: Path, path: str, data: bytes, rule: str, line: int
) -> None:
    target = project_copy / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    found = findings(project_copy)
    wanted = "data/ouest/bassin.yml" if rule == "missing-bassin" else path
    assert (rule, wanted, line) in found
    assert {file for _, file, _ in found} <= {path, wanted}


def test_the_nearest_file_name_is_offered(project_copy: Path) -> None:
    (project_copy / "data/nord/group.yml").write_text("a: 1")
    found: list[Finding] = load(project_copy)[1]
    assert found[0].fix
    assert "nord/groups.yml" in found[0].fix.fr
