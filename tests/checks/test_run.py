"""Running rules, escapes, and rules that fail."""

from collections.abc import Iterator

import pytest

from macros.checks.registry import Family, Problem, Rule, rule
from macros.checks.run import run
from macros.finding import Severity
from macros.language import Message
from macros.project import check
from macros.texts.sources import Place, Sources
from tests.samples import TODAY, Project

SUMMARY = Message(fr="Une règle.", nl="Een regel.")


@rule("finds-cats", Family.DOMAIN, Severity.ERROR, summary=SUMMARY, before="chat", after="")
def finds_cats(sources: Sources) -> Iterator[Problem]:
    """Find cats."""
    for passage in sources.passages:
        for word in ("chat", "kat"):
            if word in passage.text:
                yield Problem(passage.place(passage.text.index(word)), SUMMARY, quote=word)


@rule("finds-none", Family.DOMAIN, Severity.ERROR, summary=SUMMARY, before="", after="")
def fails(sources: Sources) -> Iterator[Problem]:
    """Yield one problem, then fail."""
    yield Problem(Place("docs/fr/index.md", 1), SUMMARY)
    raise KeyError(sources.today)


def cats(project: Project, *rules: Rule) -> list[tuple[str, str, int]]:
    found = run(project.sources(), rules or (finds_cats,))
    return [(finding.rule, finding.file, finding.line) for finding in found]


def with_escape(project: Project, fr: str, words: str = "") -> Project:
    project.page("chats.md", fr, "Niets.\n")
    text = project.read("docs/fr/chats.md")
    escape = f"allow: [{{rule: finds-cats, reason: Un nom{words}}}]\n---\n\n"
    return project.write("docs/fr/chats.md", text.replace("---\n\n", escape))


def test_findings_carry_rule_file_line_and_column(project: Project) -> None:
    project.page("chats.md", "Un chien.\n\nUn chat.\n", "Een kat.\n")
    found = run(project.sources(), [finds_cats])
    assert [(f.file, f.line, f.column, f.severity) for f in found] == [
        ("docs/fr/chats.md", 9, 4, Severity.ERROR),
        ("docs/nl/chats.md", 7, 5, Severity.ERROR),
    ]


def test_an_escape_hides_the_findings_of_its_page(project: Project) -> None:
    assert cats(with_escape(project, "Un chat.\n")) == []


def test_an_escape_with_words_hides_only_those(project: Project) -> None:
    with_escape(project, "Un chat perché.\n\n", ", words: Perché")
    assert cats(project) == []
    with_escape(project, "Un chat couché.\n", ", words: Perché")
    assert cats(project) == [
        ("unused-escape", "docs/fr/chats.md", 5),
        ("finds-cats", "docs/fr/chats.md", 8),
    ]


def test_the_words_of_an_escape_are_typed_as_people_type(project: Project) -> None:
    with_escape(project, "Un\u00a0chat d’ici.\n", ', words: "un chat d\'ici"')
    assert cats(project) == []


def test_an_escape_that_hides_nothing_is_a_finding(project: Project) -> None:
    with_escape(project, "Un chien.\n")
    assert cats(project) == [("unused-escape", "docs/fr/chats.md", 5)]


def test_an_escape_covers_its_item_and_not_the_next_one(project: Project) -> None:
    project.write(
        "data/nord/places.yml",
        """
        - id: un
          kind: meeting
          title: {fr: Le chat, nl: De poes}
          summary: {fr: Un lieu, nl: Een plek}
          allow: [{rule: finds-cats, reason: Un nom}]
        - id: deux
          kind: meeting
          title: {fr: Le chat noir, nl: De poes}
          summary: {fr: Un lieu, nl: Een plek}
        """,
    )
    assert cats(project) == [("finds-cats", "data/nord/places.yml", 8)]


def test_an_escape_from_a_rule_that_does_not_exist(project: Project) -> None:
    text = project.read("docs/fr/index.md")
    escape = "allow: [{rule: unknown-escap, reason: Un nom}, {rule: check-failed, reason: Non}]\n"
    project.write("docs/fr/index.md", text.replace("---\n\n", f"{escape}---\n\n"))
    found = project.check("unknown-escape")
    assert [(f.line, f.quote) for f in found] == [(4, "unknown-escap"), (4, "check-failed")]
    assert "n’admet pas" in found[1].message.fr


def test_a_rule_that_fails_is_a_finding_and_the_others_go_on(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    project.page("chats.md", "Un chat.\n", "Niets.\n")
    found = cats(project, fails, finds_cats)
    assert ("finds-none", "docs/fr/index.md", 1) in found
    assert ("finds-cats", "docs/fr/chats.md", 7) in found
    assert [name for name, file, _ in found if file == "tests/checks/test_run.py"] == [
        "check-failed"
    ]
    assert "finds-none" in caplog.text


def test_a_check_reports_unreadable_files_too(project: Project) -> None:
    project.write("data/nord/places.yml", "- id: un\n  kind: [\n")
    found = check(project.root, TODAY)
    assert "data/nord/places.yml" in {finding.file for finding in found}
