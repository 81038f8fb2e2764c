"""Values that the models refuse, as an editor meets them."""

import pytest

from macros.project import check
from tests.samples import TODAY, Project

PLACE = """
- id: un
  kind: meeting
  title: {fr: Un lieu, nl: Een plek}
  summary: {fr: Un résumé, nl: Een samenvatting}
  postcode: "1090"
"""
RESOURCE = """
- id: un
  kind: tool
  title: {fr: Un outil, nl: Een hulpmiddel}
  summary: {fr: Un résumé, nl: Een samenvatting}
  url: {fr: https://example.org/a, nl: https://example.org/b}
"""


@pytest.mark.parametrize(
    ("file", "right", "wrong", "expected"),
    [
        ("places", "id: un", "id: Lieu_1", ("bad-id", 1)),
        ("places", '"1090"', "B-1090", ("bad-postcode", 5)),
        ("resources", "https://example.org/a", "example.org/a", ("bad-url", 5)),
        ("resources", "https://example.org/b", "/b", ("bad-url", 5)),
    ],
)
def test_a_value_of_the_wrong_form(
    project: Project, file: str, right: str, wrong: str, expected: tuple[str, int]
) -> None:
    path = f"data/nord/{file}.yml"
    text = {"places": PLACE, "resources": RESOURCE}[file]
    project.write(path, text)
    assert [f.rule for f in check(project.root, TODAY) if f.file == path] == []
    project.write(path, text.replace(right, wrong))
    found = [(f.rule, f.line) for f in check(project.root, TODAY) if f.file == path]
    assert found == [expected]


def test_a_page_without_a_text(project: Project) -> None:
    project.page("a.md", "\n", "Een tekst.\n")
    found = [(f.rule, f.file) for f in check(project.root, TODAY) if f.file.startswith("docs/fr")]
    assert ("empty-page", "docs/fr/a.md") in found
    project.page("a.md", "Un texte.\n", "Een tekst.\n")
    assert "empty-page" not in {f.rule for f in check(project.root, TODAY)}
