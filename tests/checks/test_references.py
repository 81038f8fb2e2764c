"""Rules about ids."""

import pytest

from tests.samples import Project

ACTION = """
title: {fr: Une action, nl: Een actie}
slug: {fr: une-action, nl: een-actie}
summary: {fr: Un résumé, nl: Een samenvatting}
mission: reseau
"""
OTHER_ACTION = ACTION.replace("une-action", "autre").replace("een-actie", "andere")
NEWS = """
title: {fr: Une nouvelle, nl: Een bericht}
slug: {fr: une-nouvelle, nl: een-bericht}
date: 2025-03-14
summary: {fr: Un résumé, nl: Een samenvatting}
body: {fr: Un texte, nl: Een tekst}
"""
PLACE = """
- id: un
  kind: meeting
  title: {fr: Un lieu, nl: Een plek}
  summary: {fr: Un résumé, nl: Een samenvatting}
"""
MILESTONE = """
- id: a
  date: 2025
  title: {fr: A, nl: B}
  source: {fr: C, nl: D}
"""
GROUP = """
- id: a
  kind: council
  title: {fr: A, nl: B}
  purpose: {fr: C, nl: D}
  who: {fr: E, nl: F}
  join: {fr: G, nl: H}
"""
MINUTES = """\
  minutes:
    - date: 2025-03-01
      title: {fr: I, nl: J}
      points: [{fr: K, nl: L}]
      event: non
"""


@pytest.fixture
def items(project: Project) -> Project:
    """The sample project with the pages above items, and an action of the Region."""
    for folder in ("actions", "news", "agenda"):
        project.page(f"{folder}/index.md", "Une liste.\n", "Een lijst.\n")
    project.write("data/region/actions/helpdesk.yml", ACTION)
    return project


def found(project: Project, rule: str) -> list[tuple[str, int, str | None]]:
    return [(f.file, f.line, f.quote) for f in project.check(rule)]


def test_an_action_that_does_not_exist(items: Project) -> None:
    items.write("data/nord/news/a.yml", NEWS + "actions:\n  - helpdesk\n  - helpdeks\n")
    (only,) = items.check("dead-reference")
    assert (only.file, only.line, only.quote) == ("data/nord/news/a.yml", 8, "helpdeks")
    assert only.fix is not None
    assert "helpdesk" in only.fix.fr
    assert "Bedoelde u ‘helpdesk’" in only.fix.nl


def test_an_item_of_the_region_needs_its_action_on_every_site(items: Project) -> None:
    items.write("data/nord/actions/babbel.yml", OTHER_ACTION)
    items.write("data/region/news/a.yml", NEWS + "actions: [babbel]\n")
    (only,) = items.check("dead-reference")
    assert "Bassin Sud" in only.message.fr
    assert "Zorgzone Zuid" in only.message.nl
    items.write("data/region/news/a.yml", NEWS + "actions: [babbel]\nbassins: [nord]\n")
    assert items.check("dead-reference") == []


@pytest.mark.parametrize(
    ("file", "text", "line", "quote"),
    [
        ("data/nord/places.yml", PLACE + "  actions: [non]\n", 5, "non"),
        (
            "data/nord/roadmap.yml",
            MILESTONE + "  event: non\n  action: helpdesk\n",
            5,
            "non",
        ),
        (
            "data/nord/groups.yml",
            GROUP + MINUTES,
            11,
            "non",
        ),
    ],
)
def test_lists_of_a_bassin(items: Project, file: str, text: str, line: int, quote: str) -> None:
    items.write(file, text)
    assert found(items, "dead-reference") == [(file, line, quote)]


def test_an_event_of_a_group_that_does_not_exist(items: Project) -> None:
    event = ACTION.replace("mission: reseau", "start: 2025-03-01\ngroup: non")
    items.write("data/sud/events/a.yml", event)
    assert found(items, "dead-reference") == [("data/sud/events/a.yml", 5, "non")]


def test_progress_on_an_unknown_action(items: Project) -> None:
    text = "state: running\nnote: {fr: Un mot, nl: Een woord}\n"
    items.write("data/nord/progress/helpdesk.yml", text)
    assert found(items, "progress-without-action") == []
    items.write("data/nord/progress/helpdeks.yml", text)
    assert found(items, "progress-without-action") == [
        ("data/nord/progress/helpdeks.yml", 1, "helpdeks")
    ]


def test_a_mission_that_does_not_exist(items: Project) -> None:
    assert found(items, "unknown-mission") == []
    items.write("data/region/actions/autre.yml", OTHER_ACTION.replace("reseau", "reseaux"))
    assert found(items, "unknown-mission") == [("data/region/actions/autre.yml", 4, "reseaux")]


def test_a_bassin_that_does_not_exist(items: Project) -> None:
    items.write("data/region/places.yml", PLACE + "  bassins: [nord, zuid]\n")
    text = items.read("docs/nl/index.md").replace("---\n\n", "bassins: [sud, noord]\n---\n\n")
    items.write("docs/nl/index.md", text)
    assert found(items, "unknown-bassin") == [
        ("data/region/places.yml", 5, "zuid"),
        ("docs/nl/index.md", 4, "noord"),
    ]


def test_communes_and_sections_that_do_not_exist(items: Project) -> None:
    items.write("data/nord/places.yml", PLACE + "  commune: elsene\n")
    text = items.read("data/nord/bassin.yml").replace("section: laeken", "section: laken")
    items.write("data/nord/bassin.yml", text)
    assert found(items, "unknown-commune") == [
        ("data/nord/bassin.yml", 12, "laken"),
        ("data/nord/places.yml", 5, "elsene"),
    ]


def test_a_redirect_to_nowhere(items: Project) -> None:
    items.write(
        "data/nord/redirects.yml",
        "- {lang: fr, old: /bassin, page: index}\n- {lang: nl, old: /zorgzone, page: actions}\n",
    )
    assert found(items, "dead-redirect") == [("data/nord/redirects.yml", 2, "actions")]


def test_a_menu_entry_to_nowhere(items: Project) -> None:
    items.write("data/region/navigation.yml", "header: [actions/index]\nfooter:\n  - legal\n")
    assert found(items, "dead-navigation") == [("data/region/navigation.yml", 3, "legal")]


def test_the_same_id_twice(items: Project) -> None:
    items.write("data/nord/places.yml", PLACE + PLACE)
    items.write("data/sud/places.yml", PLACE)
    assert found(items, "duplicate-id") == [("data/nord/places.yml", 6, "un")]
    items.write("data/nord/places.yml", PLACE)
    items.write("data/region/places.yml", PLACE.replace("un\n", "deux\n"))
    assert found(items, "duplicate-id") == []


def test_a_template_that_does_not_exist(items: Project) -> None:
    text = items.read("docs/fr/index.md")
    items.write("docs/fr/index.md", text.replace("---\n\n", "template: home\n---\n\n"))
    assert found(items, "unknown-template") == []
    items.write("docs/fr/index.md", text.replace("---\n\n", "template: hom\n---\n\n"))
    assert found(items, "unknown-template") == [("docs/fr/index.md", 4, "hom")]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("b", "une-page"),  # renamed: its address is that of the page
        ("Une page", "une-page"),
        ("une-page.md", "une-page"),
        ("une-pages", "une-page"),
        ("autre-chose-encore", None),
    ],
)
def test_a_menu_names_the_page_that_it_means(items: Project, key: str, meant: str | None) -> None:
    items.page("une-page.md", "Un texte.\n", "Een tekst.\n")
    items.write("data/nord/published.yml", "- {page: b, fr: [/une-page/], nl: [/une-page/]}\n")
    items.write("data/region/navigation.yml", f"header: [{key}]\nfooter: []\n")
    (found,) = items.check("dead-navigation")
    assert (found.file, found.line, found.quote) == ("data/region/navigation.yml", 1, key)
    assert found.fix
    asked = f"‘{meant}’?" if meant else "Mogelijke namen: actions/index, agenda/index"
    assert asked in found.fix.nl
    assert "actions/helpdesk" not in found.fix.nl  # no menu leads to an item


def test_a_redirect_names_the_page_that_it_means(items: Project) -> None:
    items.page("une-page.md", "Un texte.\n", "Een tekst.\n")
    items.write("data/nord/published.yml", "- {page: b, fr: [/une-page/], nl: [/une-page/]}\n")
    items.write("data/nord/redirects.yml", "- {lang: fr, old: /x, page: b}\n")
    (found,) = items.check("dead-redirect")
    assert found.fix
    assert "‘une-page’?" in found.fix.nl


@pytest.mark.parametrize(("name", "meant"), [("elsene", "ixelles"), ("brussel-stad", "bruxelles")])
def test_a_commune_is_known_by_its_other_name(items: Project, name: str, meant: str) -> None:
    items.write("data/nord/places.yml", f"{PLACE}  commune: {name}\n")
    (found,) = items.check("unknown-commune")
    assert found.fix
    assert f"‘{meant}’?" in found.fix.nl
