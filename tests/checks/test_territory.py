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


def test_a_bassin_copied_from_another_one(project: Project) -> None:
    names = {"fr": "Sud", "nl": "Zuid", "fr_host": "bassin-sud", "nl_host": "zorgzone-zuid"}
    text = BASSIN.format(order=3, territory="  - commune: jette", **names)
    project.write("data/est/bassin.yml", text)
    found = project.check("same-as-another-site")
    assert {f.file for f in found} == {"data/est/bassin.yml"}
    assert sorted(f.quote or "" for f in found) == [
        "Bassin Sud", "Sud", "Zorgzone Zuid", "Zuid",
        "bassin-sud.example.org", "zorgzone-zuid.example.org",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("mailbox", "right"),
    [
        ("info@bassin-sud.example.org", "info@zorgzone-zuid.example.org"),
        ("hallo@zorgzone-noord.example.org", "hallo@zorgzone-zuid.example.org"),
        ("zuid@example.org", None),
    ],
)
def test_the_mailbox_of_a_site_is_at_its_host(
    project: Project, mailbox: str, right: str | None
) -> None:
    card = project.read("data/sud/bassin.yml")
    project.write("data/sud/bassin.yml", card.replace("info@zorgzone-zuid.example.org", mailbox))
    found = project.check("mailbox-of-another-site")
    assert [f.quote for f in found] == ([mailbox] if right else [])
    assert all(f.fix and f"‘{right}’" in f.fix.nl for f in found)
