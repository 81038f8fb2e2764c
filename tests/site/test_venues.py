"""Places as an address is written."""

import pytest

from macros.content.items import Venue
from macros.project import Project
from macros.site.venues import address, locality, town

NAME = {"fr": "Maison", "nl": "Huis"}
STREET = {"fr": "rue Haute 1", "nl": "Hoogstraat 1"}


@pytest.mark.parametrize(
    ("fields", "where", "line"),
    [
        ({"commune": "bruxelles", "postcode": "1130"}, "1130 Haren", "Huis, 1130 Haren"),
        ({"commune": "jette", "street": STREET}, "Jette", "Huis, Hoogstraat 1, Jette"),
        ({"postcode": "1090"}, "1090", "Huis, 1090"),
        ({}, "", "Huis"),
    ],
)
def test_what_is_known_of_a_place(
    project: Project, fields: dict[str, object], where: str, line: str
) -> None:
    content = project.network.content
    place = Venue.model_validate({"name": NAME, **fields})
    assert town(content, place, "nl") == where
    assert address(content, place, "nl") == line


def test_a_section_stands_in_the_language_of_the_reader(project: Project) -> None:
    place = Venue.model_validate({"name": NAME, "commune": "bruxelles", "postcode": "1020"})
    assert locality(project.network.content, place, "fr") == "Laeken"
    assert locality(project.network.content, place, "nl") == "Laken"
