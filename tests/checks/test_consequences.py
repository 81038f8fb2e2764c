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
