"""Rules about the facts of the domain."""

from datetime import date

import pytest

from tests.samples import Project

EVENT = """
title: {fr: Un atelier, nl: Een atelier}
slug: {fr: un-atelier, nl: een-atelier}
summary: {fr: Un résumé, nl: Een samenvatting}
"""
NEWS = EVENT + "body: {fr: %s, nl: Een tekst}\ndate: %s\n"
FIGURE = """
- id: %s
  title: {fr: Un chiffre, nl: Een cijfer}
  value: %s
  unit: percent
  year: 2022
  source: {fr: Le site, nl: De site}
  set: age
"""
PARTNER = """
- id: a
  kind: partner
  title: {fr: A, nl: B}
  purpose: {fr: C, nl: D}
  who: {fr: E, nl: F}
  join: {fr: G, nl: H}
"""


@pytest.fixture
def agenda(project: Project) -> Project:
    project.page("agenda/index.md", "Une liste.\n", "Een lijst.\n")
    return project.page("news/index.md", "Une liste.\n", "Een lijst.\n")


def lines(project: Project, rule: str, today: date | None = None) -> list[tuple[str, int]]:
    found = project.check(rule, today=today) if today else project.check(rule)
    return [(f.file.rpartition("/")[2], f.line) for f in found]


@pytest.mark.parametrize(
    ("days", "bad"),
    [
        ("start: 2025-12-05\nend: 2025-12-01\n", [5]),
        ("start: 2025-12-05 14:00\nend: 2025-12-05 14:00\n", [5]),
        ("start: 2025-12-05 14:00\nend: 2025-12-05\n", []),
        ("start: 2025-12-05\nend: 2025-12-05\n", []),
        ("start: 2025-12-05\nrepeat: {rule: FREQ=DAILY, until: 2025-12-01}\n", [5]),
    ],
)
def test_an_end_before_its_start(agenda: Project, days: str, bad: list[int]) -> None:
    agenda.write("data/nord/events/a.yml", EVENT + days)
    assert [line for _, line in lines(agenda, "end-before-start")] == bad


def test_a_step_that_ends_before_it_starts(project: Project) -> None:
    step = "- {id: %s, date: %s, end: %s, title: {fr: A, nl: B}, source: {fr: C, nl: D}}\n"
    project.write(
        "data/nord/roadmap.yml",
        step % ("a", "2025-06", "2025") + step % ("b", "2025-06", "2025-05-30"),
    )
    assert lines(project, "end-before-start") == [("roadmap.yml", 2)]


def test_a_rule_that_never_fires(agenda: Project) -> None:
    repeat = "start: 2026-01-01\nrepeat:\n  rule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=%s\n"
    agenda.write("data/nord/events/a.yml", EVENT + repeat % 30 + "  until: 2026-12-31\n")
    assert lines(agenda, "rule-never-fires") == [("a.yml", 6)]
    agenda.write("data/nord/events/a.yml", EVENT + repeat % 28 + "  until: 2026-12-31\n")
    assert lines(agenda, "rule-never-fires") == []


def test_a_start_that_its_rule_does_not_give(agenda: Project) -> None:
    repeat = "repeat: {rule: FREQ=MONTHLY;BYDAY=2WE, until: 2025-12-31%s}\n"
    agenda.write("data/nord/events/a.yml", EVENT + "start: 2025-04-08\n" + repeat % "")
    (only,) = agenda.check("start-outside-rule")
    assert only.line == 4
    assert only.fix is not None
    assert "start: 2025-04-09" in only.fix.nl
    agenda.write("data/nord/events/a.yml", EVENT + "start: 2025-04-09\n" + repeat % "")
    assert agenda.check("start-outside-rule") == []
    skipped = repeat % ", skip: [2025-04-09]"
    agenda.write("data/nord/events/a.yml", EVENT + "start: 2025-04-09\n" + skipped)
    assert agenda.check("start-outside-rule") == []


def test_a_day_to_skip_on_which_nothing_happens(agenda: Project) -> None:
    repeat = "repeat:\n  rule: FREQ=WEEKLY;BYDAY=WE\n  until: 2025-06-30\n  skip: [%s]\n"
    agenda.write("data/nord/events/a.yml", EVENT + "start: 2025-04-09\n" + repeat % "2025-05-08")
    assert lines(agenda, "skip-outside-rule") == [("a.yml", 8)]
    agenda.write("data/nord/events/a.yml", EVENT + "start: 2025-04-09\n" + repeat % "2025-05-07")
    assert lines(agenda, "skip-outside-rule") == []


@pytest.mark.parametrize(("hour", "bad"), [("", [5, 9]), (" 10:00", [])])
def test_hours_of_an_event_that_starts_without_one(
    agenda: Project, hour: str, bad: list[int]
) -> None:
    repeat = (
        "repeat:\n  rule: FREQ=WEEKLY;BYDAY=WE\n  until: 2025-06-30\n  also: [2025-05-08 14:00]\n"
    )
    start = f"start: 2025-04-09{hour}\nend: 2025-04-09 16:00\n"
    agenda.write("data/nord/events/a.yml", EVENT + start + repeat)
    assert [line for _, line in lines(agenda, "hour-without-start")] == bad


def test_registration_after_the_event(agenda: Project) -> None:
    text = EVENT + "start: 2025-04-09\nregistration: {text: {fr: A, nl: B}, until: 2025-04-%s}\n"
    agenda.write("data/nord/events/a.yml", text % 10)
    assert lines(agenda, "late-registration") == [("a.yml", 5)]
    agenda.write("data/nord/events/a.yml", text % "09")
    assert lines(agenda, "late-registration") == []


@pytest.mark.parametrize(
    ("shares", "bad"), [((23.99, 65.81, 11.03), True), ((23.99, 65, 11.03), False), ((40,), False)]
)
def test_shares_that_do_not_add_up(
    project: Project, shares: tuple[float, ...], *, bad: bool
) -> None:
    figures = "".join(FIGURE % (f"f{n}", share) for n, share in enumerate(shares))
    project.write("data/nord/figures.yml", figures)
    assert lines(project, "shares-not-100") == ([("figures.yml", 7)] if bad else [])


def test_a_figure_about_a_year_to_come(project: Project) -> None:
    project.write("data/nord/figures.yml", FIGURE.replace("2022", "2026") % ("a", 3))
    assert lines(project, "figure-of-the-future") == []
    assert lines(project, "figure-of-the-future", date(2025, 12, 31)) == [("figures.yml", 5)]


def test_news_dated_in_the_future(agenda: Project) -> None:
    agenda.write("data/nord/news/a.yml", NEWS % ("Un texte", "2026-03-03"))
    assert lines(agenda, "news-of-the-future") == [("a.yml", 5)]
    assert lines(agenda, "news-of-the-future", date(2026, 3, 3)) == []


def test_a_postcode_of_another_commune(agenda: Project) -> None:
    place = "start: 2025-04-09\nplace:\n  name: {fr: A, nl: B}\n  postcode: %s\n  commune: %s\n"
    agenda.write("data/nord/events/a.yml", EVENT + place % ("1090", "ixelles"))
    (only,) = agenda.check("postcode-mismatch")
    assert (only.line, only.quote) == (7, "1090")
    assert only.fix is not None
    assert "1050" in only.fix.fr
    # the postcode of a section is one of its commune
    agenda.write("data/nord/events/a.yml", EVENT + place % ("1020", "bruxelles"))
    assert agenda.check("postcode-mismatch") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Appelez le 02 318 60 5.", "02 318 60 5"),
        ("Appelez le 02 318 60 577", "02 318 60 577"),
        ("Appelez le +33 1 44 55 66 77.", "+33 1 44 55 66 77"),
        ("Appelez le 0033/1.44.55.66.77", "0033/1.44.55.66.77"),
        ("Appelez le 02/318.60.57, +32 (0)2 318 60 57 ou 0800 12 345.", None),
        ("Le 03/05/2024, de 09.30 à 10.00, 0123.456.789, 2019-2020, réf. 02-2024.", None),
    ],
)
def test_a_number_in_a_text_is_belgian(project: Project, text: str, quote: str | None) -> None:
    project.page("a.md", f"{text}\n", "Een tekst.\n")
    found = project.check("phone-not-belgian")
    assert [f.quote for f in found] == ([quote] if quote else [])


def test_a_postcode_beside_the_name_of_another_commune(project: Project) -> None:
    project.page("a.md", "Rue A, 1090 Ixelles ou 1020 Bruxelles-Ville.\n", "A, 1050 Elsene.\n")
    (only,) = project.check("postcode-mismatch")
    assert (only.file, only.line, only.column, only.quote) == ("docs/fr/a.md", 7, 8, "1090")
    project.page("a.md", "Rue A, 1050 Ixelles, 1200 Ixellois.\n", "A, 1050 Elsene.\n")
    assert project.check("postcode-mismatch") == []


def test_mail_at_an_unknown_host(project: Project) -> None:
    project.page(
        "contact.md",
        "Écrivez à info@bassin-nrod.example.org.\n",
        "Mail info@zorgzone-noord.example.org of info@example.be.\n",
    )
    found = project.check("unknown-mail-host")
    assert [(f.file, f.line, f.column) for f in found] == [
        ("docs/fr/contact.md", 7, 11),
        ("docs/nl/contact.md", 7, 41),
    ]
    assert found[0].fix is not None
    assert "bassin-nord.example.org" in found[0].fix.fr
    project.write("data/region/hosts.yml", "- example.be\n")
    assert [f.file for f in project.check("unknown-mail-host")] == ["docs/fr/contact.md"]


def test_mail_fields_of_data_at_an_unknown_host(project: Project) -> None:
    contact = "  contact: {fr: info@example.net, nl: info@zorgzone-sud.example.org}\n"
    project.write("data/nord/groups.yml", PARTNER + contact)
    found = project.check("unknown-mail-host")
    assert [f.quote for f in found] == ["info@example.net", "info@zorgzone-sud.example.org"]


def test_a_partner_that_nobody_can_reach(project: Project) -> None:
    project.write("data/nord/groups.yml", PARTNER)
    assert lines(project, "group-without-contact") == [("groups.yml", 2)]
    source = "  source: {label: {fr: A, nl: B}, url: https://example.org/a}\n"
    project.write("data/nord/groups.yml", PARTNER + source)
    assert lines(project, "group-without-contact") == []
    project.write("data/nord/groups.yml", PARTNER.replace("partner", "council"))
    assert lines(project, "group-without-contact") == []


@pytest.mark.parametrize(
    ("fr", "nl", "quotes"),
    [
        ("Le 23 septembre.", "Op 23 september.", ["23 septembre", "23 september"]),
        ("Le 23 septembre 2024.", "Op 23 september 2024.", []),
        ("Du 1er au 5 mars 2025.", "Van 1 tot 5 maart 2025.", []),
        ("Du 14 mars au 30 avril 2022.", "Van 14 maart tot 30 april 2022.", []),
        (
            "Le 14 mars. Le 30 avril 2022.",
            "Op 14 maart. Op 30 april 2022.",
            ["14 mars", "14 maart"],
        ),
        ("Chaque année le 10 octobre.", "Elk jaar op 10 oktober.", []),
        ("Chaque 1er mai, jour férié.", "Elke 1 mei, een feestdag.", []),
        ("Journée d’étude le 3 mai.", "Europese studiedag op 3 mei.", ["3 mai", "3 mei"]),
        ("Il a 23 ans en mai.", "Hij is 23 in mei.", []),
        ("Le 15/10/24, en 2023/24.", "Op 15/10/2024, 1/2/3.", ["15/10/24"]),
    ],
)
def test_a_date_without_its_year(project: Project, fr: str, nl: str, quotes: list[str]) -> None:
    project.page("a.md", fr + "\n", nl + "\n")
    assert [f.quote for f in project.check("date-without-year")] == quotes


@pytest.mark.parametrize(
    ("fr", "nl", "quotes"),
    [
        ("L’année prochaine.", "Volgend jaar.", ["année prochaine", "Volgend jaar"]),
        ("Après-demain, lundi dernier.", "Overmorgen, verleden maandag.",
         ["Après-demain", "lundi dernier", "Overmorgen", "verleden maandag"]),
        ("Ce soir-là, il pleuvait.", "Die avond regende het.", []),
    ],
)  # fmt: skip
def test_a_day_without_its_date(project: Project, fr: str, nl: str, quotes: list[str]) -> None:
    project.page("a.md", fr + "\n", nl + "\n")
    assert [f.quote for f in project.check("day-without-date")] == quotes


@pytest.mark.parametrize(("value", "whole"), [("304.523", "304523"), ("1200.5", "1200")])
def test_the_remedy_for_a_part_of_a_person(project: Project, value: str, whole: str) -> None:
    figure = (FIGURE % ("a", value)).replace("percent", "inhabitants").replace("  set: age\n", "")
    project.write("data/nord/figures.yml", figure)
    (found,) = project.check("part-of-a-person")
    assert found.fix
    assert f"‘value: {whole}’" in found.fix.nl


@pytest.mark.parametrize(
    ("fr", "nl", "count"),
    [
        ("L’atelier aura lieu le 3 mars 2025.", "Het vindt plaats op 3 maart 2025.", 2),
        ("L’atelier aura lieu le 3 mars 2026.", "Het vindt plaats op 3 maart 2026.", 0),
        ("L’atelier a eu lieu le 3 mars 2025.", "Het vond plaats op 3 maart 2025.", 0),
        ("Inscription avant le 3 mars 2025.", "Inschrijven moet vóór 3 maart 2025.", 2),
        ("La suivante était prévue le 3 mars 2025.", "De volgende was op 3 maart 2025.", 0),
        ("Né le 3 mars 2025. Le prochain suit.", "Van 3 maart 2025. Het volgende komt.", 0),
    ],
)
def test_a_past_day_announced(project: Project, fr: str, nl: str, count: int) -> None:
    project.page("a.md", fr + "\n", nl + "\n")
    assert len(project.check("past-announced")) == count


def test_news_may_announce_what_came_after_it(agenda: Project) -> None:
    agenda.write("data/nord/news/a.yml", NEWS % ("Il aura lieu le 3 mars 2025", "2025-03-01"))
    assert lines(agenda, "past-announced") == []
    agenda.write("data/nord/news/a.yml", NEWS % ("Il aura lieu le 3 mars 2025", "2025-03-05"))
    assert lines(agenda, "past-announced") == [("a.yml", 4)]
