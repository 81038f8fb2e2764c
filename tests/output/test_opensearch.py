"""What browsers are told of the search of a site."""

from dataclasses import replace

from macros.output.opensearch import NAME_LENGTH, short_name
from macros.project import Project as Plan


def test_each_site_has_a_short_name_of_its_own(project: Plan) -> None:
    names = [short_name(site) for site in project.network.sites]
    assert len(set(names)) == len(names) == 10
    assert max(map(len, names)) <= NAME_LENGTH
    assert {"Bassin Nord-Est", "Noord-Oost"} <= set(names)


def test_a_name_is_cut_when_none_is_short(project: Plan) -> None:
    site = project.network.site("nord", "nl")
    long = {"fr": "x" * 30, "nl": "Zorgzone van heel het noorden"}
    bassin = site.bassin.model_copy(update={"name": long, "short_name": long})
    assert short_name(replace(site, bassin=bassin)) == "Zorgzone van hee"
