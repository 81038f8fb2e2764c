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
