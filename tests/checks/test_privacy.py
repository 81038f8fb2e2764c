"""Nothing of private persons."""

import pytest

from tests.samples import Project


@pytest.mark.parametrize(
    ("rule", "private", "public"),
    [
        ("personal-mailbox", "jeanne.dupont@gemeente.brussels", "info@gemeente.brussels"),
        ("mobile-number", "0470 12 34 56", "02 470 12 34"),
    ],
)
def test_a_person_is_not_published(project: Project, rule: str, private: str, public: str) -> None:
    project.page("a.md", f"Un.\n\nVoir {private}.\n", f"Een.\n\nZie {public}.\n")
    (found,) = project.check(rule)
    assert (found.file, found.line, found.column, found.quote) == ("docs/fr/a.md", 9, 6, private)


def test_fields_of_data_are_looked_at_too(project: Project) -> None:
    text = project.read("data/nord/bassin.yml")
    project.write("data/nord/bassin.yml", text.replace("+32 2 318 60 57", "+32 470 12 34 56"))
    (found,) = project.check("mobile-number")
    assert found.file == "data/nord/bassin.yml"


def test_a_person_is_named_as_a_source_alone(project: Project) -> None:
    project.page("a.md", "Un.\n\nVoir Mme Dupont.\n", "Een.\n\nZie het team.\n")
    text = project.read("data/nord/bassin.yml")
    said = "source: {fr: Mme Dupont, nl: Mevrouw Dupont}"
    assert "source: {fr: Site du bassin" in text
    project.write(
        "data/nord/bassin.yml",
        text.replace("source: {fr: Site du bassin, nl: Site van de zorgzone}", said),
    )
    (found,) = project.check("named-person")
    assert (found.file, found.line, found.column) == ("docs/fr/a.md", 9, 6)
    assert (found.severity, found.quote) == ("warning", "Mme Dupont")
