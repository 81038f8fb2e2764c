"""Findings about agreements and review dates; the comparison itself is in tests/agreement."""

from macros.agreement.compare import agreed_entries
from macros.agreement.ledger import write_ledger
from macros.agreement.sections import units
from tests.samples import Project


def agree(project: Project) -> None:
    for unit in units(project.sources()):
        write_ledger(project.root, unit.name, agreed_entries(unit, None))


def test_a_changed_section_is_told_where_the_other_side_stands(project: Project) -> None:
    project.page("aide.md", "## Un\n\nA.\n\n## Deux\n\nB.\n", "## Eén\n\nC.\n\n## Twee\n\nD.\n")
    agree(project)
    assert project.check("section-to-review") == []
    project.page("aide.md", "## Un\n\nA.\n\n## Deux\n\nE.\n", "## Eén\n\nC.\n\n## Twee\n\nD.\n")
    (found,) = project.check("section-to-review")
    assert (found.file, found.line) == ("docs/nl/aide.md", 11)
    assert "docs/fr/aide.md:11" in found.message.nl
    assert found.fix
    assert "bassin agree docs/nl/aide.md:11" in found.fix.nl


def test_what_has_no_heading_is_named_by_its_first_words(project: Project) -> None:
    project.page("aide.md", "Un deux, trois quatre cinq six, sept.\n", "Een twee.\n")
    agree(project)
    project.page("aide.md", "Un deux, trois quatre cinq six, huit.\n", "Een drie.\n")
    found = project.check("section-to-review")
    assert "‘Een drie.’" in found[-1].message.nl
    project.page("aide.md", "Un deux, trois quatre cinq six, sept.\n", "Een drie.\n")
    (only,) = project.check("section-to-review")
    assert "‘Un deux, trois quatre cinq six…’" in only.message.nl


def test_the_line_of_the_remedy_confirms(project: Project) -> None:
    project.page("aide.md", "## Un\n\nA.\n", "## Eén\n\nC.\n")
    agree(project)
    project.page("aide.md", "## Un\n\nAutre.\n", "## Eén\n\nC.\n")
    (found,) = project.check("section-to-review")
    assert found.fix
    line = found.fix.nl.rpartition("‘")[2].rpartition("’")[0]
    ledger = "data/.agreed/docs/aide.txt"
    old = next(text for text in project.read(ledger).splitlines() if text.endswith("#un = #een"))
    project.write(ledger, project.read(ledger).replace(old, line))
    assert project.check("section-to-review") == []


def test_a_file_that_holds_both_languages_is_told_once(project: Project) -> None:
    agree(project)
    project.write("data/.agreed/nord/bassin.txt", "")
    (found,) = project.check("section-to-review")
    assert (found.file, found.line) == ("data/nord/bassin.yml", 2)


def test_a_project_without_agreements_is_left_alone(project: Project) -> None:
    assert project.check("section-to-review", "agreement-file") == []


def test_ledgers_that_mean_nothing_are_told(project: Project) -> None:
    agree(project)
    assert project.check("agreement-file") == []
    text = project.read("data/.agreed/docs/index.txt")
    project.write("data/.agreed/docs/index.txt", f"<<<<<<< HEAD\n{text}")
    project.write("data/.agreed/docs/gone.txt", text)
    found = project.check("agreement-file")
    assert [(f.file, f.line) for f in found] == [
        ("data/.agreed/docs/gone.txt", 1),
        ("data/.agreed/docs/index.txt", 1),
    ]


def test_a_review_date_that_has_passed_is_told(project: Project) -> None:
    text = project.read("docs/fr/index.md")
    for day, told in (("2026-03-01", [4]), ("2026-03-02", [])):
        project.write("docs/fr/index.md", text.replace("---\n\n", f"review: {day}\n---\n\n"))
        assert [f.line for f in project.check("review-date")] == told


def test_lines_that_mean_nothing_are_told_once(project: Project) -> None:
    agree(project)
    path = "data/.agreed/docs/index.txt"
    text = f"a\nb\n\nc\n{project.read(path)}<<<\n"
    project.write(path, text)
    assert [f.line for f in project.check("agreement-file")] == [1, text.count("\n")]


def test_a_file_in_the_place_of_the_agreements(project: Project) -> None:
    project.write("data/.agreed", "x\n")
    assert [f.file for f in project.check("agreement-file")] == ["data/.agreed"]
    assert project.check("section-to-review") == []
