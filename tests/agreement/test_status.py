"""The state of each bassin."""

from macros.agreement.compare import agreed_entries
from macros.agreement.ledger import write_ledger
from macros.agreement.sections import units
from macros.agreement.status import State, Status, statuses
from macros.project import prepare
from tests.samples import TODAY, Project


def agree(project: Project) -> None:
    for unit in units(project.sources()):
        write_ledger(project.root, unit.name, agreed_entries(unit, None))


def status(project: Project, bassin: str) -> Status:
    found = prepare(project.root, TODAY).findings
    return next(s for s in statuses(project.sources(), found) if s.bassin == bassin)


def test_parity_is_whole_when_all_is_agreed(project: Project) -> None:
    assert status(project, "nord").parity == 0
    agree(project)
    assert (status(project, "nord").parity, status(project, "nord").tasks) == (100, ())


def test_a_bassin_counts_only_what_it_shows(project: Project) -> None:
    agree(project)
    text = project.read("data/nord/bassin.yml")
    project.write("data/nord/bassin.yml", text.replace("Un territoire", "Un grand territoire"))
    nord, sud = status(project, "nord"), status(project, "sud")
    assert (nord.whole.agreed, sud.whole.agreed) == (nord.whole.sections - 1, sud.whole.sections)
    assert [(t.lang, t.state, t.place.file) for t in nord.tasks] == [
        ("nl", State.TO_REVIEW, "data/nord/bassin.yml")
    ]
    assert nord.parity == 100 * nord.whole.agreed // nord.whole.sections
    assert sud.parity == 100


def test_shared_texts_count_for_every_bassin(project: Project) -> None:
    agree(project)
    project.write("docs/fr/index.md", project.read("docs/fr/index.md") + "\nEt merci.\n")
    assert [status(project, b).count(State.TO_REVIEW, "nl") for b in ("nord", "sud")] == [1, 1]


def test_a_page_of_one_language_is_missing_in_the_other(project: Project) -> None:
    agree(project)
    project.page("seule.md", "Seule.\n", None)
    found = status(project, "nord")
    (task,) = (t for t in found.tasks if t.state is State.MISSING and t.lang)
    assert (task.lang, task.place.file) == ("nl", "docs/nl/seule.md")
    assert found.parity < 100


def test_a_review_date_that_has_passed_is_told(project: Project) -> None:
    for lang in ("fr", "nl"):
        path = f"docs/{lang}/index.md"
        text = project.read(path).replace("---\n\n", "review: 2026-03-01\n---\n\n")
        project.write(path, text)
    agree(project)
    found = status(project, "sud")
    assert found.count(State.OVERDUE) == 2
    assert found.parity == 100


def test_a_new_section_on_both_sides_counts_once(project: Project) -> None:
    project.page("aide.md", "## Un\n\nA.\n", "## Eén\n\nB.\n")
    agree(project)
    before = status(project, "nord")
    project.page("aide.md", "## Un\n\nA.\n\n## Deux\n\nC.\n", "## Eén\n\nB.\n\n## Twee\n\nD.\n")
    after = status(project, "nord")
    assert (after.whole.sections, after.whole.agreed) == (
        before.whole.sections + 1,
        before.whole.agreed,
    )
    assert after.count(State.TO_REVIEW, "fr") == after.count(State.TO_REVIEW, "nl") == 1
