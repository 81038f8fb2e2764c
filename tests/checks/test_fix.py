"""Mechanical repairs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.checks.fix import apply, fix
from macros.finding import Edit, Finding, Severity
from macros.language import Lang, Message
from macros.project import check
from tests.samples import TODAY, Project

SAY = Message(fr="Oui.", nl="Ja.")


def finding(file: str, line: int, old: str, new: str, column: int | None = None) -> Finding:
    return Finding("some-rule", Severity.ERROR, file, line, SAY, column=column, edit=Edit(old, new))


def test_edits_of_one_line_do_not_disturb_each_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("l'eau, l'air\nl'eau\n", encoding="utf-8")
    wanted = [finding("a.txt", 1, "'", "’…", 2), finding("a.txt", 1, "'", "’", 9)]
    assert apply(tmp_path, wanted) == 2
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "l’…eau, l’air\nl'eau\n"


def test_an_edit_that_no_longer_applies_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("eau\n", encoding="utf-8")
    wanted = [finding("a.txt", 1, "air", "feu"), finding("a.txt", 9, "eau", "feu")]
    wanted += [finding("b.txt", 1, "eau", "feu"), finding("a.txt", 1, "eau", "feu", 2)]
    assert apply(tmp_path, wanted) == 0
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "eau\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_yaml_is_never_broken(tmp_path: Path) -> None:
    text = "fr: 'l''eau'\nnl: a - b\n"
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    wanted = [finding("a.yml", 1, "''", "'"), finding("a.yml", 2, "a - b", "a: b")]
    assert apply(tmp_path, wanted) == 0
    assert (tmp_path / "a.yml").read_text(encoding="utf-8") == text
    wanted = [finding("a.yml", 1, "''", "’"), finding("a.yml", 2, "a - b", "a: b")]
    assert apply(tmp_path, wanted) == 1
    assert (tmp_path / "a.yml").read_text(encoding="utf-8") == "fr: 'l’eau'\nnl: a - b\n"


def test_front_matter_is_never_broken(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: a - b\n---\n\na - b\n", encoding="utf-8")
    wanted = [finding("a.md", 2, "a - b", "a: b"), finding("a.md", 5, "a - b", "a: b")]
    assert apply(tmp_path, wanted) == 1
    expected = "---\ntitle: a - b\n---\n\na: b\n"
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == expected


def test_line_ends_and_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"fr: eau\r\nnl: water\r\n")
    path.chmod(0o640)
    assert apply(tmp_path, [finding("a.yml", 2, "water", "lucht")]) == 1
    assert path.read_bytes() == b"fr: eau\r\nnl: lucht\r\n"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_line_ends_as_the_others_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"mots\r\n- un\r\n")
    assert apply(tmp_path, [finding("a.md", 2, "- un", "\n- un", 1)]) == 1
    assert path.read_bytes() == b"mots\r\n\r\n- un\r\n"


def test_repairs_are_repeated_until_none_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a    b\n", encoding="utf-8")

    def double_spaces() -> Iterator[Finding]:
        if "  " in path.read_text(encoding="utf-8"):
            yield finding("a.txt", 1, "  ", " ")

    assert fix(tmp_path, double_spaces) == 3
    assert path.read_text(encoding="utf-8") == "a b\n"
    assert fix(tmp_path, double_spaces) == 0


@pytest.mark.parametrize(
    ("lang", "wrong", "right"),
    [
        ("fr", "'L''accueil ; l''hiver'", "'L’accueil\u00a0; l’hiver'"),
        ("nl", '"Het \\"huis\\" om 14:30 ; \'s avonds"', '"Het ‘huis’ om 14.30 uur; ’s avonds"'),
        ("nl", "'Het ''huis'' : \"welkom\"'", "'Het ‘huis’: ‘welkom’'"),
        ("nl", '"\\u2019s Avonds om 14:30"', '"\\u2019s Avonds om 14.30 uur"'),
    ],
)
def test_a_text_between_quotation_marks_is_mended_and_nothing_else(
    project: Project, lang: Lang, wrong: str, right: str
) -> None:
    code = '``` text\nl\'accueil "huis" 14:30\n```\n'
    project.page("a.md", code, code)
    path = f"docs/{lang}/a.md"
    before = project.read(path)
    line = next(line for line in before.splitlines() if line.startswith("description"))
    project.write(path, before.replace(line, f"description: {wrong}"))
    fix(project.root, lambda: check(project.root, TODAY))
    assert project.read(path) == before.replace(line, f"description: {right}")


def test_a_repair_that_changes_another_text_is_left_out(tmp_path: Path) -> None:
    text = 'fr: "l\'eau"\n'
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    assert apply(tmp_path, [finding("a.yml", 1, '"', "’", 5)]) == 0
    assert (tmp_path / "a.yml").read_text(encoding="utf-8") == text
