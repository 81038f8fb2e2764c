"""What a commune and its sections are called."""

import pytest

from macros.project import Project


@pytest.mark.parametrize(
    ("postcode", "fr", "nl"),
    [
        ("1000", "Bruxelles", "Brussel"),
        ("1020", "Laeken", "Laken"),
        ("1130", "Haren", "Haren"),
        (None, "Bruxelles-Ville", "Brussel-Stad"),
    ],
)
def test_an_address_names_the_section_of_its_postcode(
    project: Project, postcode: str | None, fr: str, nl: str
) -> None:
    communes = project.network.content.region.communes
    [commune] = [commune for commune in communes if commune.id == "bruxelles"]
    assert (commune.locality(postcode)["fr"], commune.locality(postcode)["nl"]) == (fr, nl)
