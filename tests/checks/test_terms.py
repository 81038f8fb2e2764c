"""Terms and names."""

import pytest

from tests.samples import Project

GLOSSARY = """
- id: cpas
  term:
    fr: Centre public d’action sociale
    nl: Openbaar centrum voor maatschappelijk welzijn
  abbreviation: {fr: CPAS, nl: OCMW}
- id: conseil-de-l-action
  term: {fr: Conseil de l’action, nl: Actieraad}
  avoid: {nl: [Actieadvies]}
- id: maison-medicale
  term: {fr: maison médicale, nl: wijkgezondheidscentrum}
  avoid: {nl: [medische instelling]}
- id: cbcs
  term: {fr: Conseil bruxellois, nl: CBCS}
  synonyms: {fr: [CBCS], nl: []}
- id: zone
  term: {fr: Bassin Nord, nl: Zorgzone Noord}
"""


@pytest.fixture
def glossary(project: Project) -> Project:
    text = GLOSSARY.replace("synonyms: {fr: [CBCS], nl: []}", "synonyms: {fr: [CBCS]}")
    return project.write("data/region/glossary.yml", text)


def quotes(project: Project, rule: str, fr: str, nl: str) -> list[tuple[str, int, str | None]]:
    project.page("a.md", f"Un.\n\n{fr}\n", f"Een.\n\n{nl}\n")
    return [(f.file[5:7], f.line, f.quote) for f in project.check(rule)]


def test_forms_to_avoid_are_found(glossary: Project) -> None:
    found = quotes(glossary, "avoided-term", "Oui.", "Het actieadvies en de medische\ninstelling.")
    assert found == [("nl", 9, "actieadvies"), ("nl", 9, "medische\ninstelling")]
    assert quotes(glossary, "avoided-term", "Oui.", "De actieraad geeft een advies.") == []
    (finding,) = glossary.page("a.md", "Oui.", "Actieadvies.").check("avoided-term")
    assert finding.fix
    assert "‘Actieraad’" in finding.fix.nl


def test_places_have_the_name_of_the_language(glossary: Project) -> None:
    rule = "place-name"
    found = quotes(glossary, rule, "À Elsene et Jette.", "In Laeken en Bassin Nord.")
    assert found == [("fr", 9, "Elsene"), ("nl", 9, "Laeken"), ("nl", 9, "Bassin Nord")]
    assert quotes(glossary, rule, "À Ixelles et Laeken.", "In Elsene (Ixelles) en Laken.") == []
    span = '<span lang="fr">Ixelles</span>'
    assert quotes(glossary, rule, "À Ixelles.", f"Op het bord staat {span}.") == []


def test_institutions_have_the_name_of_the_language(glossary: Project) -> None:
    rule = "institution-name"
    found = quotes(glossary, rule, "Le Actieraad.", "De Conseil de l'action.")
    assert found == [("fr", 9, "Actieraad"), ("nl", 9, "Conseil de l'action")]
    clean = quotes(glossary, rule, "Le Conseil de l’action, le CBCS.", "De Actieraad, CBCS.")
    assert clean == []
    # places are told by their own rule, common words by that on passages
    assert quotes(glossary, rule, "Zorgzone Noord.", "maison médicale") == []


def test_abbreviations_are_paired(glossary: Project) -> None:
    rule = "abbreviation-pair"
    assert quotes(glossary, rule, "L’OCMW.", "Het CPAS.") == [
        ("fr", 9, "OCMW"),
        ("nl", 9, "CPAS"),
    ]
    assert quotes(glossary, rule, "Le CPAS (OCMW).", "Het OCMW, de CPAS-OCMW.") == []


def test_streets_have_the_name_of_the_language(glossary: Project) -> None:
    rule = "street-name"
    glossary.write(
        "data/nord/places.yml",
        """
        - id: maison
          kind: meeting
          title: {fr: La maison, nl: Het huis}
          summary: {fr: Ouverte, nl: Open}
          street: {fr: "Rue des Archives 12", nl: "Archiefstraat 12"}
        """,
    )
    fr, nl = "Au 3, Kruidtuinlaan.", "Kom naar Rue des Archives 14."
    assert quotes(glossary, rule, fr, nl) == [
        ("fr", 9, "Kruidtuinlaan"),
        ("nl", 9, "Rue des Archives"),
    ]
    found = glossary.check(rule)
    assert found[1].edit
    assert (found[1].edit.old, found[1].edit.new) == ("Rue des Archives", "Archiefstraat")
    assert quotes(glossary, rule, "Rue des Archives 1.", "Archiefstraat 1, een plein.") == []


@pytest.mark.parametrize(
    ("fr", "nl", "severities"),
    [
        ("L’UZ Elsene.", "De vzw Ixelles Solidaire, Centre culturel d’Ixelles.", "www"),
        ("À Elsene.", "In Ixelles, het CPAS in Ixelles.", "eee"),
    ],
)
def test_a_place_in_the_name_of_an_organisation(
    project: Project, fr: str, nl: str, severities: str
) -> None:
    project.page("a.md", f"{fr}\n", f"{nl}\n")
    found = project.check("place-name")
    assert "".join(f.severity.value[0] for f in found) == severities
    marked = [f.fix.nl.partition("schrijf ")[2].rstrip(".") for f in found if f.fix]
    if severities[0] == "w":  # what the remedy says is not refused
        project.page("a.md", fr.replace("Elsene", marked[0]), nl.replace("Ixelles", marked[1]))
        assert project.check("place-name") == []
