"""Rules about the ground of the bassins."""

import pytest

from tests.samples import BASSIN, Project


def test_a_commune_in_no_bassin(project: Project) -> None:
    text = project.read("data/nord/bassin.yml").replace("  - commune: jette\n", "")
    project.write("data/nord/bassin.yml", text)
    assert [(f.file, f.line, f.quote) for f in project.check("commune-without-bassin")] == [
        ("data/region/communes.yml", 1, "jette")
    ]


@pytest.mark.parametrize(
    ("territory", "clashes"),
    [
        ("  - commune: jette", True),
        ("  - {commune: bruxelles, section: laeken}", True),
        ("  - commune: bruxelles", True),
        ("  - commune: bruxelles\n    part: {fr: l’est, nl: het oosten}", False),
        ("  - {commune: bruxelles, section: haren}", False),
    ],
)
def test_the_same_ground_in_two_bassins(project: Project, territory: str, *, clashes: bool) -> None:
    names = {"fr": "Est", "nl": "Oost", "fr_host": "bassin-est", "nl_host": "zorgzone-oost"}
    project.write("data/est/bassin.yml", BASSIN.format(order=3, territory=territory, **names))
    project.write(
        "data/region/communes.yml",
        project.read("data/region/communes.yml")
        + "    - id: haren\n      name: {fr: Haren, nl: Haren}\n      postcodes: ['1130']\n",
    )
    assert [f.file for f in project.check("commune-in-two-bassins")] == (
        ["data/est/bassin.yml"] if clashes else []
    )
