"""Facts in sentences."""

import pytest

from macros.finding import Severity
from tests.samples import Project

PARITY = [
    ("date-parity", "Le 3 décembre 2026.", "Op 4 december 2026.", "Op 3 december 2026."),
    ("date-parity", "Le 3 décembre 2026.", "Op 3 december 2027.", "Op 3 december."),
    ("time-parity", "À 14h30.", "Om 15.30 uur.", "Om 14u30."),
    ("amount-parity", "125 000 €.", "€ 12.500.", "€ 125.000."),
    ("percentage-parity", "31,8 %.", "38,1%.", "31,8 procent."),
    ("year-parity", "Depuis 2024.", "Sinds 2023.", "Sinds 12 mei 2024."),
    ("phone-parity", "02 318 60 57", "02 318 60 75", "+32 2 318 60 57"),
    ("email-parity", "info@example.org", "inof@example.org", "info@example.org"),
    ("email-parity", "info@bassin-nord.example.org", "x@y.be", "info@zorgzone-noord.example.org"),
    ("number-parity", "602 services", "620 diensten", "602 diensten"),
    ("number-parity", "3 tables, 15 sièges", "5 tafels, 15 zetels", "drie tafels, vijftien zetels"),
    ("number-parity", "Bureau 12A.", "Kantoor 12B.", "Kantoor 12A."),
    ("number-parity", "50 minutes", "60 minuten", "vijftig minuten"),
]


@pytest.mark.parametrize(("rule", "fr", "wrong", "right"), PARITY)
def test_a_fact_is_the_same_on_both_sides(
    project: Project, rule: str, fr: str, wrong: str, right: str
) -> None:
    project.page("a.md", f"Un.\n\n{fr}\n", f"Een.\n\n{wrong}\n")
    found = project.check(rule)
    assert {(f.file, f.line) for f in found} == {("docs/fr/a.md", 9), ("docs/nl/a.md", 9)}
    assert all(f.quote and f.quote in f.message.fr for f in found)
    project.page("a.md", f"Un.\n\n{fr}\n", f"Een.\n\n{right}\n")
    assert project.check(rule) == []


REPEATED = [
    # a repetition is lost, and a date moved to another section
    ("Le 3 mai 2025, de 9h à 12h.\n\nRendez-vous le 3 mai 2025.",
     "Op 3 mei 2025, van 9 tot 12 uur.",
     {"date-parity": [("docs/fr/a.md", "3 mai 2025")]}),
    ("## Un\n\nLe 3 mai 2025.\n\n## Deux\n\nLe 5 mai 2025.",
     "## Een\n\nOp 5 mei 2025.\n\n## Twee\n\nOp 3 mei 2025.",
     {"date-parity": [
         ("docs/fr/a.md", "3 mai 2025"), ("docs/fr/a.md", "5 mai 2025"),
         ("docs/nl/a.md", "5 mei 2025"), ("docs/nl/a.md", "3 mei 2025")]}),
    ("De 2022 à 2025.\n\nEn 2024, trois tables, puis 3 tables.",
     "In 2022-2025.\n\nIn 2024, 3 tafels, dan drie tafels.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("fr", "nl", "expected"), REPEATED)
def test_a_fact_is_said_as_often_in_each_section(
    project: Project, fr: str, nl: str, expected: dict[str, list[tuple[str, str]]]
) -> None:
    project.page("a.md", f"{fr}\n", f"{nl}\n")
    for rule in ("date-parity", "time-parity", "year-parity", "number-parity"):
        found = project.check(rule)
        assert [(f.file, f.quote) for f in found] == expected.get(rule, [])
        assert {f.severity for f in found} <= {Severity.WARNING}


def test_a_repetition_stands_for_what_took_its_place(project: Project) -> None:
    project.page("a.md", "Le 3 mai 2025 et le 3 mai 2025.\n", "Op 3 mei 2025 en op 4 mei 2025.\n")
    (found,) = project.check("date-parity")
    assert (found.quote, found.severity) == ("4 mei 2025", Severity.ERROR)
    assert "«\u00a03 mai 2025\u00a0»" in found.message.fr


def test_the_remedy_can_be_pasted(project: Project) -> None:
    project.page("a.md", "Le 3 décembre 2026 à 14h30.\n", "Op 3 december.\n")
    (found,) = project.check("time-parity")
    assert found.fix
    assert "14.30 uur" in found.fix.fr
    assert "‘14.30 uur’" in found.fix.nl
    assert found.column == 22


def test_facts_of_data_are_compared_too(project: Project) -> None:
    project.write(
        "data/nord/places.yml",
        """
        - id: maison
          kind: meeting
          title: {fr: La maison, nl: Het huis}
          summary:
            fr: >-
              Une maison qui ouvre ses portes chaque
              jour à 9h30.
            nl: >-
              Een huis dat elke dag zijn deuren opent
              om 8.30 uur.
        """,
    )
    found = project.check("time-parity")
    assert [(f.line, f.quote) for f in found] == [(7, "9h30"), (10, "8.30 uur")]


def test_a_weekday_is_that_of_its_date(project: Project) -> None:
    project.page("a.md", "Lundi 24 septembre 2024.\n", "Dinsdag 24 september 2024.\n")
    (found,) = project.check("wrong-weekday")
    assert (found.file, found.line) == ("docs/fr/a.md", 7)
    assert found.fix
    assert "Mardi" in found.fix.fr
    project.page("a.md", "Mardi 24 septembre 2024.\n", "Dinsdag 24 september.\n")
    assert project.check("wrong-weekday") == []


def test_a_date_exists(project: Project) -> None:
    project.page("a.md", "Le 31 novembre 2026.\n", "Op 30 november 2026.\n")
    (found,) = project.check("impossible-date")
    assert (found.file, found.quote) == ("docs/fr/a.md", "31 novembre 2026")
    project.page("a.md", "Le 29 février.\n", "Op 29 februari.\n")
    assert project.check("impossible-date") == []


def test_a_text_gives_the_mailbox_of_its_language(project: Project) -> None:
    mail = "info@bassin-nord.example.org"
    project.page("a.md", f"Écrivez à {mail}.\n", f"Schrijf naar {mail}.\n")
    (found,) = project.check("other-sides-mailbox")
    assert (found.file, found.line, found.column) == ("docs/nl/a.md", 7, 14)
    assert found.edit
    assert found.edit.new == "info@zorgzone-noord.example.org"
    project.page("a.md", f"Écrivez à {mail}.\n", f"Schrijf naar {found.edit.new}.\n")
    assert project.check("other-sides-mailbox") == []


def test_a_fact_of_the_data_is_not_typed_again(project: Project) -> None:
    project.page("a.md", "Appelez le 02 318 60 57.\n", "Bel {{ phone() }}.\n")
    (found,) = project.check("fact-with-a-home")
    assert found.fix
    assert "{{ phone() }}" in found.fix.nl
    project.page("a.md", "Appelez le 02 880 29 87.\n", "Bel 02 880 29 87.\n")
    assert project.check("fact-with-a-home") == []


@pytest.mark.parametrize(
    ("fr", "nl", "quotes"),
    [
        ("Fermé en juillet et en août.", "Gesloten in juli en september.", ["août"]),
        ("Une personne sur quatre.", "Een op de vijf.", ["quatre"]),
        ("Le deuxième mardi.", "De derde woensdag.", ["mardi", "deuxième"]),
        # what each language says in its own way
        ("Le mercredi après-midi, sauf lundi.", "Op woensdagnamiddag, behalve maandag.", []),
        ("En semaine, et le samedi.", "Van maandag tot vrijdag, en zaterdagochtend.", []),
        ("Deux fois, pendant quinze jours.", "Twee keer, twee weken lang.", []),
        ("Les deux équipes, et trois autres.", "Beide teams, en 3 andere.", []),
        ("Le mardi 3 juin 2025.", "Op woensdag 4 juli 2025.", []),  # dates have their own rules
        ("Quatre-vingts et vingt-deux.", "Tachtig en tweeëntwintig, op vrijdag.", []),
    ],
)
def test_days_months_and_numbers_in_words(
    project: Project, fr: str, nl: str, quotes: list[str]
) -> None:
    project.page("a.md", f"{fr}\n", f"{nl}\n")
    assert [f.quote for f in project.check("worded-parity")] == quotes


@pytest.mark.parametrize(
    ("fr", "nl", "quotes"),
    [
        (
            "Réponse dans les 48 heures, ou 24h à 48h.",
            "Antwoord binnen 48 uur, of 24 à 48 uur.",
            [],
        ),
        ("38h30 par semaine.", "38.30 uur per week; 38 uur/week.", []),
        ("À 25h, dès 26 heures.", "Om 25 uur.", ["25h", "26 heures", "25 uur"]),
        ("14h75.", "25.30 uur.", ["14h75", "25.30 uur"]),
    ],
)
def test_hours_that_last_are_no_time_of_the_day(
    project: Project, fr: str, nl: str, quotes: list[str]
) -> None:
    project.page("a.md", f"{fr}\n", f"{nl}\n")
    assert [f.quote for f in project.check("impossible-date")] == quotes


def test_a_number_without_end_is_compared_like_any_other(project: Project) -> None:
    project.page("a.md", f"{'1' * 5000}\n", "Niets.\n")
    (found,) = project.check("number-parity")
    assert (found.file, found.line) == ("docs/fr/a.md", 7)


def test_an_account_is_no_telephone(project: Project) -> None:
    account = "BE68\u00a05390\u00a00754\u00a07034"
    project.page("a.md", f"Compte {account}, tél. 02 555 00 1.\n", f"Rekening {account}.\n")
    assert [f.quote for f in project.check("phone-not-belgian")] == ["02 555 00 1"]


@pytest.mark.parametrize(
    ("fr", "nl", "found"),
    [
        ("Le lundi de 9h à 12h, le mardi de 13h à 16h.",
         "Maandag van 13 tot 16 uur, dinsdag van 9 tot 12 uur.", [("time-parity", "9h")]),
        ("Inscription avant le 5 juin 2026, atelier le 12 juin 2026.",
         "Inschrijven vóór 12 juni 2026, atelier op 5 juni 2026.",
         [("date-parity", "5 juin 2026")]),
        ("À 9h, le 5 juin 2026.", "Op 5 juni 2026 om 9 uur.", []),
        ("## Un\n\nÀ 9h.\n\n## Deux\n\nÀ 12h.", "## Een\n\nOm 9 uur.\n\n## Twee\n\nOm 12 uur.", []),
    ],
)  # fmt: skip
def test_facts_that_changed_places(
    project: Project, fr: str, nl: str, found: list[tuple[str, str]]
) -> None:
    project.page("a.md", f"{fr}\n", f"{nl}\n")
    told = project.check("time-parity", "date-parity")
    assert [(f.rule, f.quote, f.file) for f in told] == [(*one, "docs/fr/a.md") for one in found]
    assert {f.severity for f in told} <= {Severity.WARNING}
