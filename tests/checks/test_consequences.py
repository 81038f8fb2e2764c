"""What only follows from a file that cannot be read is not told."""

import pytest

from macros.agreement.compare import agreed_entries
from macros.agreement.ledger import write_ledger
from macros.agreement.sections import units
from macros.project import check
from tests.samples import TODAY, Project

BROKEN = "title: [x\n"
ACTION = """
title: {fr: Une aide, nl: Een hulp}
slug: {fr: aide, nl: hulp}
summary: {fr: Ce qu’elle apporte, nl: Wat ze brengt}
mission: reseau
"""
GROUPS = """
- id: atelier
  kind: atelier
  title: {fr: Un atelier, nl: Een atelier van buren}
  purpose: {fr: On s’y parle TODO, nl: Daar praten buren met elkaar}
  who: {fr: Les gens du quartier, nl: De mensen van de wijk}
  join: {fr: Poussez la porte, nl: Duw de deur open}
  actions: [aide]
"""


@pytest.fixture
def linked(project: Project) -> Project:
    """A project whose files lean on each other."""
    project.write("data/region/actions/aide.yml", ACTION)
    project.write("data/region/groups.yml", GROUPS)
    project.page("actions/index.md", "Nos actions.\n", "Onze acties.\n")
    project.page("a.md", "[Aide](/actions/aide.md)\n", "[Hulp](/actions/aide.md)\n")
    return project


BREAKS = [
    "data/nord/bassin.yml",
    "data/region/actions/aide.yml",
    "data/region/communes.yml",
    "data/region/missions.yml",
    "docs/fr/index.md",
    "docs/nl/actions/index.md",
    "docs/nl/a.md",
]


@pytest.mark.parametrize("file", BREAKS)
def test_the_file_is_named_alone(linked: Project, file: str) -> None:
    before = {(f.file, f.rule) for f in check(linked.root, TODAY)}
    assert ("data/region/groups.yml", "leftover-note") in before
    text = BROKEN if file.endswith(".yml") else f"---\n{BROKEN}---\n\nTexte.\n"
    linked.write(file, text)
    found = check(linked.root, TODAY)
    assert {f.file for f in found if (f.file, f.rule) not in before} == {file}
    assert ("data/region/groups.yml", "leftover-note") in {(f.file, f.rule) for f in found}


def test_the_items_of_a_bassin_without_its_card_are_checked(project: Project) -> None:
    project.write("data/nord/groups.yml", GROUPS.replace("  actions: [aide]\n", ""))
    project.write("data/nord/bassin.yml", BROKEN)
    found = {(f.file, f.rule) for f in check(project.root, TODAY)}
    assert ("data/nord/groups.yml", "leftover-note") in found
    assert ("data/nord/bassin.yml", "yaml-bracket") in found


def test_what_does_not_follow_is_told(linked: Project) -> None:
    linked.write("data/region/missions.yml", BROKEN)
    linked.page("b.md", "[Aide](/actions/adie.md)\n", "[Hulp](/actions/aide.md)\n")
    found = [(f.file, f.rule) for f in check(linked.root, TODAY)]
    assert ("docs/fr/b.md", "dead-link") in found


def found_on(project: Project, fr: str, nl: str) -> set[str]:
    project.page("a.md", fr, nl)
    project.write("data/region/navigation.yml", "header: [a]\nfooter: []\n")
    return {finding.rule for finding in check(project.root, TODAY)}


def test_a_mistake_is_not_told_again_as_a_difference(project: Project) -> None:
    assert found_on(project, "Le 31 novembre 2026.\n", "Op 30 november 2026.\n") == {
        "impossible-date"
    }
    assert found_on(project, "[a](inconnu.md)\n", "[b](index.md)\n") == {"dead-link"}


def test_a_lost_title_is_told_once_for_the_links_below_it(project: Project) -> None:
    text = "## Un\n\nUn.\n\n## Deux\n\n[a](index.md)\n"
    assert found_on(project, text, text.replace("## Deux", "Twee")) == {"heading-parity"}
    assert found_on(project, text, text.replace("## Deux", "**Twee**")) == {"bold-as-heading"}


def test_another_difference_stays(project: Project) -> None:
    fr = "Le 3 mai 2025.\n\n## Un\n\nLe 31 novembre 2026.\n"
    nl = "Op 4 mei 2025.\n\n## Een\n\nOp 30 november 2026.\n"
    assert found_on(project, fr, nl) == {"impossible-date", "date-parity"}


def test_a_warning_hides_no_error(project: Project) -> None:
    found = found_on(project, "Appelez le 02 318 60 57.\n", "Bel {{ phone() }}.\n")
    assert {"fact-with-a-home", "phone-parity"} <= found


def test_a_language_in_capitals_is_told_once(project: Project) -> None:
    text = "- id: un\n  kind: meeting\n  title:\n    fr: Un lieu\n    NL: Een plek\n"
    project.write("data/nord/places.yml", f"{text}  summary: {{fr: Un mot, nl: Een woord}}\n")
    (only,) = [f for f in check(project.root, TODAY) if f.file == "data/nord/places.yml"]
    assert (only.rule, only.line) == ("unknown-key", 5)


def test_a_misspelt_key_is_not_missing_too(project: Project) -> None:
    project.page("news/index.md", "Une liste.\n", "Een lijst.\n")
    text = (
        "titel: {fr: Un, nl: Een}\nslug: {fr: un, nl: een}\ndate: 2026-01-14\n"
        "summary: {fr: Un résumé, nl: Een samenvatting}\nbody: {fr: Un texte, nl: Een tekst}\n"
    )
    project.write("data/nord/news/a.yml", text)
    found = [f for f in check(project.root, TODAY) if f.file == "data/nord/news/a.yml"]
    assert [(f.rule, f.line) for f in found] == [("unknown-key", 1)]
    project.write("data/nord/news/a.yml", text.replace("titel", "title").replace("date", "  date"))
    found = [f for f in check(project.root, TODAY) if f.file == "data/nord/news/a.yml"]
    assert [f.line for f in found] == [3]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("docs/nl/a.md", "docs/nl/A.md", "bad-file-name"),
        ("docs/nl/a.md", "docs/nl/a.markdown", "unknown-file"),
        ("docs/nl/a.md", "docs/nl/a.md.txt", "unknown-file"),
        ("docs/nl/a.md", None, "missing-counterpart"),
        ("data/region/actions/aide.yml", "data/region/actions/Aide.yml", "bad-file-name"),
        ("data/region/actions/aide.yml", "data/region/actions/aide.yml.txt", "unknown-file"),
        ("data/region/actions/aide.yml", "data/region/acties/aide.yml", "unknown-file"),
    ],
)
def test_a_misnamed_or_lost_file_is_told_alone(
    linked: Project, old: str, new: str | None, rule: str
) -> None:
    linked.write("data/nord/published.yml", PUBLISHED)
    linked.page(
        "b.md", "[A](a.md) [Aide](/actions/aide.md)\n", "[A](a.md) [Hulp](/actions/aide.md)\n"
    )
    before = {(f.file, f.rule) for f in check(linked.root, TODAY)}
    text = linked.read(old)
    linked.remove(old)
    if new:
        linked.write(new, text)
    found = [f for f in check(linked.root, TODAY) if (f.file, f.rule) not in before]
    assert [(f.rule, f.file) for f in found] == [(rule, new or "docs/fr/a.md")]
    assert found[0].fix
    assert new is None or old in found[0].fix.nl


PUBLISHED = """
- {page: a, fr: [/a/], nl: [/a/]}
- {page: actions/aide, fr: [/actions/aide/], nl: [/actions/hulp/]}
"""


def test_an_unknown_bassin_is_told_alone(linked: Project) -> None:
    linked.write("data/nord/published.yml", PUBLISHED)
    before = {(f.file, f.rule) for f in check(linked.root, TODAY)}
    linked.write("data/region/actions/aide.yml", f"{ACTION}bassins: [noord]\n")
    found = {f.rule for f in check(linked.root, TODAY) if (f.file, f.rule) not in before}
    assert found == {"unknown-bassin"}


@pytest.mark.parametrize(
    ("fr", "rule"),
    [
        ("- un\n- deux\n\n• trois\n", "typed-bullet"),
        ("- un\n- deux\n\n-Trois\n", "typed-bullet"),
    ],
)
def test_what_a_mark_takes_away_is_not_told(project: Project, fr: str, rule: str) -> None:
    nl = "- een\n- twee\n- drie\n"
    assert found_on(project, fr, nl) == {rule}


def test_a_date_of_the_other_language_in_one_file_is_told_once(linked: Project) -> None:
    body = "body:\n  fr: |\n    Le 3 mai 2025.\n  nl: |\n    Een woord.\n\n    Op 3 mai 2025.\n"
    linked.write("data/region/actions/aide.yml", ACTION + body)
    found = [f for f in check(linked.root, TODAY) if f.file.endswith("aide.yml")]
    assert {f.rule for f in found} - {"section-to-review"} == {"other-language-date"}


def test_a_side_that_stands_too_far_out_is_told_once(linked: Project) -> None:
    text = ACTION.replace(
        "title: {fr: Une aide, nl: Een hulp}", "title:\n  fr: Une aide\nnl: Een hulp"
    )
    linked.write("data/region/actions/aide.yml", text)
    found = [f for f in check(linked.root, TODAY) if f.file.endswith("aide.yml")]
    assert [(f.rule, f.line) for f in found] == [("unknown-key", 3)]


def test_a_page_of_the_other_side_is_told_once(project: Project) -> None:
    text = "De helpdesk luistert: hij zoekt samen met u.\n\nWaar? In Elsene.\n"
    found = found_on(project, text, text)
    assert found == {"same-in-both-languages"}


def test_a_page_for_some_bassins_on_one_side_is_told_once(project: Project) -> None:
    project.page("a.md", "Un.\n", "Een.\n")
    text = project.read("docs/fr/a.md")
    project.write("docs/fr/a.md", text.replace("slug:", "bassins: [nord]\nslug:"))
    found = {f.rule for f in check(project.root, TODAY) if f.file.endswith("/a.md")}
    assert found - {"unreachable-page"} == {"front-matter-parity"}


def test_a_group_copied_with_its_id_is_told_once(linked: Project) -> None:
    sources = linked.sources()
    for unit in units(sources):
        write_ledger(linked.root, unit.name, agreed_entries(unit, None))
    before = {(f.file, f.rule) for f in check(linked.root, TODAY)}
    assert ("data/region/groups.yml", "section-to-review") not in before
    linked.write("data/region/groups.yml", GROUPS + GROUPS)
    found = [f for f in check(linked.root, TODAY) if (f.file, f.rule) not in before]
    assert [f.rule for f in found] == ["duplicate-id"]


def test_a_misspelt_commune_is_in_no_bassin_and_that_is_not_told(project: Project) -> None:
    text = project.read("data/nord/bassin.yml")
    project.write("data/nord/bassin.yml", text.replace("commune: jette", "commune: jete"))
    rules = {f.rule for f in check(project.root, TODAY)}
    assert "unknown-commune" in rules
    assert "commune-without-bassin" not in rules


def test_swapped_sides_of_data_are_told_once(linked: Project) -> None:
    fr, nl = "Un helpdesk écoute les services du quartier.", "Een helpdesk luistert naar de buurt."
    text = ACTION.replace(
        "{fr: Ce qu’elle apporte, nl: Wat ze brengt}", f"\n  fr: {nl}\n  nl: {fr}"
    )
    linked.write("data/region/actions/aide.yml", text.replace("quartier", "coordination"))
    found = [f for f in check(linked.root, TODAY) if f.file.endswith("aide.yml")]
    assert [(f.rule, f.line) for f in found] == [("swapped-languages", 4)]
