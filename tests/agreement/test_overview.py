"""What the status page tells: each file once, and what the agenda waits for."""

from macros.agreement.overview import Overview, overview
from macros.agreement.status import State, statuses
from macros.project import prepare
from macros.texts.sources import Sources
from tests.agreement.test_status import agree, status
from tests.samples import TODAY, Project

EVENT = """
title: {fr: Une table, nl: Een tafel}
slug: {fr: une-table-ID, nl: een-tafel-ID}
summary: {fr: On se parle., nl: We praten.}
"""
PAST = {
    "fini": "start: 2026-01-06\nrepeat: {rule: FREQ=WEEKLY, until: 2026-02-10}\n",
    "passe": "start: 2026-02-03\n",
}
TO_COME = {
    "futur": "start: 2026-03-04 14:00\n",
    "long": "start: 2026-02-03\nend: 2026-03-04\n",
    "suite": "start: 2026-02-03\nrepeat: {rule: FREQ=WEEKLY, until: 2026-03-10}\n",
}
UNREADABLE = {"brouillon": "", "faux": "start: 4/3/2026\n"}


def write(project: Project, name: str, day: str, *, lacking: str = "") -> None:
    text = (EVENT + day).replace("ID", name).replace(lacking or "\0", "")
    project.write(f"data/nord/events/{name}.yml", text)


def shown(project: Project) -> Overview:
    prepared = prepare(project.root, TODAY)
    sources = Sources(project.root, prepared.network)
    return overview(sources, statuses(sources, prepared.findings))


def waiting(view: Overview) -> list[str]:
    return [entry.file.split("/")[-1].removesuffix(".yml") for entry in view.agenda]


def test_meetings_to_come_that_lack_a_side_are_named(project: Project) -> None:
    agree(project)
    for name, day in {**PAST, **TO_COME, **UNREADABLE}.items():
        write(project, name, day, lacking=", nl: Een tafel")
    view = shown(project)
    assert sorted(waiting(view)) == sorted({**TO_COME, **UNREADABLE})
    entry = view.agenda[-1]
    assert (entry.title, entry.bassins) == ("Une table", ("nord",))
    assert list(entry.owed) == [("nl", State.MISSING)]
    assert len(view.entries["events"]) == len({**PAST, **TO_COME, **UNREADABLE})
    assert (view.statuses[0].count(State.MISSING, "nl"), view.statuses[1].tasks) == (7, ())


def test_so_are_those_that_were_never_confirmed(project: Project) -> None:
    agree(project)
    for name, day in {**PAST, **TO_COME}.items():
        write(project, name, day)
    view = shown(project)
    assert sorted(waiting(view)) == sorted(TO_COME)
    assert {state for _, state in view.agenda[0].owed} == {State.NEVER_AGREED}
    assert view.agenda[0].title == "Une table / Een tafel"


def test_a_side_left_empty_is_missing_in_its_language(project: Project) -> None:
    agree(project)
    write(project, "futur", TO_COME["futur"].replace("14:00", "14:00\nbody:\n  fr: Oui.\n  nl:"))
    (entry,) = shown(project).agenda
    assert list(entry.owed) == [("nl", State.MISSING)]


def test_a_file_stands_once_with_all_whom_it_concerns(project: Project) -> None:
    project.page("aide.md", "## Un\n\nA.\n", "## Eén\n\nB.\n")
    agree(project)
    project.page("aide.md", "## Un\n\nC.\n", "## Eén\n\nB.\n")
    project.page("seule.md", None, "Alleen.\n")
    view = shown(project)
    assert [entry.file for entry in view.entries["page"]] == ["docs/nl/aide.md", "docs/fr/seule.md"]
    aide, seule = view.entries["page"]
    assert (aide.title, aide.bassins) == ("Une page / Een pagina", ("nord", "sud"))
    assert [task.title for task in aide.owed["nl", State.TO_REVIEW]] == ["Eén"]
    assert (seule.title, list(seule.owed)) == ("Een pagina", [("fr", State.MISSING)])


def test_kinds_are_counted_apart(project: Project) -> None:
    agree(project)
    write(project, "futur", TO_COME["futur"])
    found = status(project, "nord")
    assert (found.kinds["page"].parity, found.kinds["events"].parity) == (100, 0)
    assert found.owed("events") == {"fr": 1, "nl": 1}
    assert found.owed("page") == {"fr": 0, "nl": 0}
    assert found.whole.sections == sum(one.sections for one in found.kinds.values())
    assert list(shown(project).kinds) == ["bassin", "events", "communes", "missions", "page"]
