"""What only follows from a file that cannot be read is not told."""

import pytest

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
