"""The whole of the sources is read in one run."""

import os
from pathlib import Path

import pytest

from macros.content.load import load
from macros.finding import Finding
from tests.conftest import ROOT
from tests.samples import Project, project

__all__ = ["project"]


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


def test_braces_in_the_name_of_a_folder_are_only_signs(project: Project) -> None:
    project.write("data/{a}/newss/x.yml", "a: 1")
    assert [rule for rule, _, _ in findings(project.root)] == ["unknown-file", "missing-bassin"]


@pytest.mark.parametrize(
    ("path", "data", "rule", "line"),
    [
        ("data/nord/news/x.yml", b"", "empty-file", 1),
        ("data/nord/news/x.yml", b"a: \xe9", "not-utf8", 1),
        ("data/nord/news/x.yml", b"a: 1\na: 2", "duplicate-key", 2),
        ("data/nord/nieuws/x.yml", b"a: 1", "unknown-file", 1),
        ("data/nord/news/x.yaml", b"a: 1", "unknown-file", 1),
        ("data/nord/news/loop/x.yaml", b"a: 1", "unknown-file", 1),
        ("data/nord/news/plan.JPG", b"\xff", "unknown-file", 1),
        ("data/nord/news/Santé Jette.yml", b"a: 1", "bad-file-name", 1),
        ("data/nord/news/dossier.yml/x.yml", b"a: 1", "file-irregular", 1),
        ("data/region/progress/x.yml", b"a: 1", "unknown-file", 1),
        ("docs/contact.md", b"---\ntitle: x\n---\nx", "unknown-file", 1),
        ("docs/fr/Nous écrire.md", b"---\ntitle: x\n---\nx", "bad-file-name", 1),
        ("data/ouest/groups.yml", b"- id: x", "missing-bassin", 1),
        ("docs/fr/x.md", b"Bonjour", "front-matter", 1),
        ("docs/fr/x.md", b"", "front-matter", 1),
        ("docs/fr/x.md", b"\n---\ntitle: x\n---\nx", "front-matter", 1),
        ("docs/fr/x.md", b"title: x\nslug: y\n---\nx", "front-matter", 1),
        ("docs/fr/x.md", b"---\ntitle: x\nslug: y\n\nUn.\n", "front-matter", 3),
        ("docs/fr/x.MD", b"x", "unknown-file", 1),
        ("docs/fr/x.md.txt", b"x", "unknown-file", 1),
        ("data/nord/news/x.yml.txt", b"x", "unknown-file", 1),
        ("data/nord/news/x.yml", b"a: 1\n=======\nb: 2", "git-conflict", 2),
        ("docs/fr/x.md", b"---\ntitle: x\n---\nUn.\n>>>>>>> main\n", "git-conflict", 5),
        ("docs/fr/x.md", b"---\ntitle: x\n", "front-matter", 2),
        ("docs/fr/x.md", b"----\ntitle: x\n---\nx", "front-matter", 1),
        ("docs/fr/x.md", "---\ntitle: x\n—\nUn.\n".encode(), "front-matter", 3),
        ("docs/fr/x.md", b"---\n---\nBonjour", "front-matter", 1),
        ("docs/nl/x.md", "---\ntitle: Réunion: le 3\n---\n".encode(), "yaml-colon", 2),
        ("docs/nl/x.md", b"---\ntitle: x\ntitle: y\n---\n", "duplicate-key", 3),
        ("docs/nl/x.md", b"---\ntitel: x\n---\n", "unknown-key", 2),
        ("docs/nl/x.md", b"\xff", "not-utf8", 1),
        ("docs/nl/x.md", b"---\ntitle: x\nslug: x\ndescription: x\n---\n\n", "empty-page", 5),
    ],
)
def test_a_bad_file_is_named(
    project: Project, path: str, data: bytes, rule: str, line: int
) -> None:
    target = project.root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    found = findings(project.root)
    if rule == "file-irregular":
        path = target.parent.relative_to(project.root).as_posix()
    wanted = "data/ouest/bassin.yml" if rule == "missing-bassin" else path
    assert (rule, wanted, line) in found
    assert {file for _, file, _ in found} <= {path, wanted}


def test_the_nearest_file_name_is_offered(project_copy: Path) -> None:
    (project_copy / "data/nord/group.yml").write_text("a: 1")
    found: list[Finding] = load(project_copy)[1]
    assert found[0].fix
    assert "nord/groups.yml" in found[0].fix.fr


def test_a_folder_near_that_of_a_bassin(project: Project) -> None:
    project.write("data/norde/groups.yml", "- id: x\n")
    found = next(f for f in load(project.root)[1] if f.rule == "missing-bassin")
    assert found.fix is not None
    assert "‘nord’" in found.fix.nl


@pytest.mark.parametrize("target", ["/etc/hostname", "nowhere.yml", "../news"])
@pytest.mark.parametrize("place", ["data/nord/news/x.yml", "docs/fr/x.md", "data/nord/loop"])
def test_a_shortcut_is_not_followed(project: Project, place: str, target: str) -> None:
    link = project.root / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target)
    assert findings(project.root) == [("file-irregular", place, 1)]


def test_a_pipe_does_not_stop_the_reading(project: Project) -> None:
    os.mkfifo(project.root / "docs/fr/x.md")
    assert findings(project.root) == [("file-irregular", "docs/fr/x.md", 1)]


def test_the_right_name_can_be_pasted(project: Project) -> None:
    for name in ("data/nord/news/Santé Jette.yml", "data/nord/news/jette.yaml"):
        project.write(name, "date: 2025-03-14\n")
    fixes = [found.fix.nl for found in load(project.root)[1] if found.fix]
    wanted = ["data/nord/news/sante-jette.yml", "data/nord/news/jette.yml"]
    assert fixes == [f"Hernoem het: {name}" for name in wanted]


def test_an_empty_folder_is_no_bassin(project: Project) -> None:
    (project.root / "data/ouest/news").mkdir(parents=True)
    assert findings(project.root) == []


@pytest.mark.parametrize(
    ("path", "right"),
    [
        ("data/nord/nieuws/x.yml", "data/nord/news/x.yml"),
        ("data/nord/event/x.yml", "data/nord/events/x.yml"),
        ("data/nord/news/x.YAML", "data/nord/news/x.yml"),
        ("docs/fr/a.markdown", "docs/fr/a.md"),
    ],
)
def test_a_misplaced_file_is_told_where_it_belongs(project: Project, path: str, right: str) -> None:
    project.write(path, "a: 1\n")
    (found,) = load(project.root)[1]
    assert found.rule == "unknown-file"
    assert found.fix
    assert found.fix.nl.endswith(f": {right}")
