"""Old addresses lead on, once and straight."""

import pytest

from macros.content.load import load
from macros.site import redirects
from macros.site.network import Network, Site
from tests.one_of_each import TODAY
from tests.samples import Project


def files_led_on(network: Network) -> set[str]:
    site = network.site("nord", "fr")
    return {redirects.target_file(rule.old) for rule in redirects.rules(network, site)}


def test_from_data_and_old_slugs_also_of_the_page_above(network: Network, fr: Site) -> None:
    found = {rule.old: rule.new for rule in redirects.rules(network, fr)}
    base = fr.base
    assert found == {
        "/bassin-nord": base,
        "/anciennes": f"{base}actualites/",
        "/anciennes/2025": f"{base}actualites/2025/",
        "/anciennes/helpdesk": f"{base}actualites/le-helpdesk-et-vous/",
        "/anciennes/le-helpdesk-et-vous": f"{base}actualites/le-helpdesk-et-vous/",
        "/anciennes/nouvelles-de-la-region": f"{base}actualites/nouvelles-de-la-region/",
        "/actualites/helpdesk": f"{base}actualites/le-helpdesk-et-vous/",
    }


def test_each_language_has_its_own(network: Network, nl: Site) -> None:
    found = [rule.old for rule in redirects.rules(network, nl)]
    assert found == ["/240321_oud", "/nieuws/helpdesk"]


def test_rules_name_their_source(network: Network, fr: Site) -> None:
    places = {rule.old: f"{rule.file}:{rule.line}" for rule in redirects.rules(network, fr)}
    assert places["/bassin-nord"] == "data/nord/redirects.yml:1"
    assert places["/actualites/helpdesk"] == "data/nord/news/2025-03-14-helpdesk.yml:3"
    assert places["/anciennes"] == "docs/fr/news/index.md:5"


def test_files_for_odd_paths() -> None:
    assert redirects.target_file("/charge%C2%B7e/x") == "charge·e/x/index.html"
    assert redirects.target_file("/vieux.html") == "vieux.html"


def test_an_address_in_use_and_two_that_disagree_are_findings(sample: Project) -> None:
    sample.write(
        "data/nord/redirects.yml",
        """
        - {lang: fr, old: /agenda/, page: index}
        - {lang: fr, old: /vieux, page: index}
        - {lang: fr, old: /vieux/, page: agenda/index}
        """,
    )
    network = sample.sources(TODAY).network
    found = [(f.rule, f.line) for f in redirects.problems(network)]
    assert found == [("redirect-over-page", 1), ("redirect-twice", 3)]
    assert [rule.old for rule in redirects.rules(network, network.site("nord", "fr"))].count(
        "/vieux"
    ) == 1


@pytest.mark.parametrize("old", ["/index.html", "/agenda/index.html", "/404.html"])
def test_the_file_of_a_page_of_today_is_no_old_address(sample: Project, old: str) -> None:
    sample.write("data/nord/redirects.yml", f"- {{lang: fr, old: {old}, page: news/index}}")
    network = sample.sources(TODAY).network
    assert [found.rule for found in redirects.problems(network)] == ["redirect-over-page"]
    assert redirects.target_file(old) not in files_led_on(network)


@pytest.mark.parametrize("old", ["/robots.txt", "/agenda.ics/", "/feeds/News.XML"])
def test_a_file_of_ours_is_no_old_address(sample: Project, old: str) -> None:
    sample.write("data/nord/redirects.yml", f"- {{lang: fr, old: {old}, page: news/index}}")
    network = sample.sources(TODAY).network
    assert [found.rule for found in redirects.problems(network)] == ["redirect-over-page"]
    assert redirects.target_file(old) not in files_led_on(network)


@pytest.mark.parametrize("old", ["/../../x", "/a/%2e%2E/x", "/a/.", "//", "/a%00b", "/a%2fb"])
def test_an_old_address_stays_below_the_root(sample: Project, old: str) -> None:
    sample.write("data/nord/redirects.yml", f"- {{lang: fr, old: {old}, page: news/index}}")
    assert [found.rule for found in load(sample.root)[1]] == ["bad-url"]


def test_sound_redirects_have_no_finding(network: Network) -> None:
    assert not list(redirects.problems(network))
