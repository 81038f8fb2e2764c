"""Which bassin and which antenne a commune belongs to."""

import pytest

from macros.project import Project
from macros.site.ground import ground


@pytest.mark.parametrize(
    ("name", "bassin", "antennes"),
    [
        ("Jette", "nord", {"norwest"}),
        ("Laeken (Bruxelles-Ville)", "nord", {"norwest"}),
        ("Haren (Bruxelles-Ville)", "nord", {"bruxelles-est"}),
        ("Centre (Pentagone) (Bruxelles-Ville)", "centre-ouest", {"hermes-plus"}),
        ("Molenbeek-Saint-Jean", "centre-ouest", {"norwest", "hermes-plus"}),
        ("Bruxelles-Ville", "sud", {"hermes-plus", "rezone"}),
    ],
)
def test_ground(project: Project, name: str, bassin: str, antennes: set[str]) -> None:
    [row] = [row for row in ground(project.network, "fr") if row.name == name]
    assert row.site.bassin.id == bassin
    assert {antenne.id for antenne in row.antennes} == antennes
