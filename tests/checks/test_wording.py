"""Words that have one form, and texts that stand twice."""

from macros.finding import Severity
from macros.project import check
from tests.samples import TODAY, Project

GLOSSARY = """
- id: region
  term: {fr: Région, nl: Gewest}
- id: helpdesk
  term: {fr: helpdesk, nl: helpdesk}
- id: haren
  term: {fr: Haren, nl: Haren}
- id: brusano
  term: {fr: Brusano, nl: Brusano}
- id: cpas
  term: {fr: centre public, nl: openbaar centrum}
  abbreviation: {fr: CPAS, nl: OCMW}
- id: to
  term: {fr: concertation, nl: overleg}
  abbreviation: {fr: CT, nl: TO}
"""
SENTENCE = "Le helpdesk cherche avec vous le service qui peut aider."


def quotes(project: Project, rule: str, fr: str, nl: str = "Niets.") -> list[str | None]:
    project.page("a.md", f"{fr}\n", f"{nl}\n")
    return [found.quote for found in project.check(rule)]


def test_names_keep_their_capitals(project: Project) -> None:
    project.write("data/region/glossary.yml", GLOSSARY)
    found = quotes(project, "term-capitals", "BRUSANO, le cpas, le bassin Nord", "Een HELPDESK.")
    assert set(found) == {"BRUSANO", "cpas", "bassin Nord", "HELPDESK"}
    # what is a common word too, in one language or the other
    fine = quotes(project, "term-capitals", "La région, Haren, ct.", "Naar het gewest, haren.")
    assert fine == []


def test_two_words_for_one_form_are_a_warning(project: Project) -> None:
    text = "Les habitant·es. Les habitants et les habitantes, les ami(e)s."
    assert quotes(project, "inclusive-spelling", text) == [
        "habitants et les habitantes",
        "ami(e)s",
    ]
    severities = {found.severity for found in project.check("inclusive-spelling")}
    assert severities == {Severity.WARNING, Severity.ERROR}
    assert quotes(project, "inclusive-spelling", "Les habitants et les habitantes.") == []


def test_what_is_pasted_twice(project: Project) -> None:
    again = f"{SENTENCE} Venez.\n\n## Un\n\nVenez. {SENTENCE}\n\n- {SENTENCE}"
    project.page("a.md", f"{again}\n", "Niets.\n")
    assert [found.line for found in project.check("repeated-passage")] == [11, 13]
    assert "7" in project.check("repeated-passage")[0].message.nl
    short = "Venez nombreux.\n\nVenez nombreux."
    assert quotes(project, "repeated-passage", short) == []


def test_a_copy_left_beside_its_file(project: Project) -> None:
    progress = "state: running\nnote: {fr: Un mot, nl: Een woord}\n"
    project.page("a.md", "Un texte.\n", "Een tekst.\n")
    project.write("docs/fr/a (1).md", project.read("docs/fr/a.md"))
    told = {found.rule for found in check(project.root, TODAY) if "(1)" in found.file}
    assert told == {"copied-file"}
    project.remove("docs/fr/a (1).md")
    # short records may be alike
    project.write("data/nord/progress/helpdesk.yml", progress)
    project.write("data/nord/progress/formation.yml", progress)
    assert project.check("copied-file") == []


def test_a_month_of_the_other_language(project: Project) -> None:
    found = quotes(project, "other-language-date", "Op zijn best.", "Op 3 octobre 2024, 5 mai.")
    assert found == ["3 octobre 2024", "5 mai"]
    nl = 'De titel <span lang="fr">Le 3 octobre 2024</span>.'
    assert quotes(project, "other-language-date", "Le 3 octobre 2024, en mei.", nl) == []


def test_the_remedy_for_capitals_keeps_the_names(project: Project) -> None:
    project.write("data/region/glossary.yml", GLOSSARY)
    project.page("a.md", "INSCRIPTION AU CPAS D’IXELLES AVANT JEUDI.\n", "Niets.\n")
    (found,) = project.check("capitals-only")
    assert found.fix
    assert "Inscription au CPAS d’Ixelles avant jeudi" in found.fix.fr
