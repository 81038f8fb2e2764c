"""What can be found on a site."""

from collections import Counter

import pytest

from macros.language import LANGS, Lang
from macros.project import Project
from macros.search.record import Kind, Record, records


@pytest.fixture(scope="module")
def found(project: Project) -> dict[Lang, dict[str, Record]]:
    network = project.network
    return {
        lang: {r.key: r for r in records(network, network.site("nord", lang))} for lang in LANGS
    }


def test_both_languages_find_the_same_things(found: dict[Lang, dict[str, Record]]) -> None:
    assert found["fr"].keys() == found["nl"].keys()
    for key, record in found["fr"].items():
        assert record.kind == found["nl"][key].kind


def test_every_kind_is_there(found: dict[Lang, dict[str, Record]]) -> None:
    assert {record.kind for record in found["fr"].values()} == set(Kind)


def test_addresses_are_unique_and_lead_to_pages(project: Project) -> None:
    for site in project.network.sites:
        all_records = list(records(project.network, site))
        urls = Counter(record.url for record in all_records)
        assert urls.most_common(1)[0][1] == 1
        pages = {page.url for page in site.pages.values()}
        assert {record.url.partition("#")[0] for record in all_records} <= pages


def test_a_written_page_holds_what_its_macros_say(found: dict[Lang, dict[str, Record]]) -> None:
    assert "1030" in found["fr"]["find"].words
    assert "1030" not in found["fr"]["find"].body
    assert "Schaerbeek" in found["fr"]["find"].words
    assert "info@zorgzone-noord.brussels" in found["nl"]["contact"].body
    assert "{{" not in "".join(record.body for record in found["fr"].values())


def test_lists_leave_their_items_to_records_of_their_own(
    found: dict[Lang, dict[str, Record]],
) -> None:
    assert found["fr"]["glossary#cpas"].title == "centre public d’action sociale (CPAS)"
    assert "centre public d’action sociale" not in found["fr"]["glossary"].body
    assert found["fr"]["actions/babbel-noord"].title not in found["fr"]["actions/index"].body


def test_the_pages_that_can_be_found_are_those_that_say_so(
    project: Project, found: dict[Lang, dict[str, Record]]
) -> None:
    for lang in LANGS:
        pages = project.network.site("nord", lang).pages.values()
        findable = {page.key for page in pages if page.item is not None or page.is_findable}
        assert findable == {key for key in found[lang] if "#" not in key}
    assert not {"search", "a-z", "guide/index", "news/year-2025"} & found["fr"].keys()


def test_an_action_holds_what_the_bassin_says_of_it(found: dict[Lang, dict[str, Record]]) -> None:
    for lang in LANGS:
        helpdesk = found[lang]["actions/helpdesk"]
        assert len(helpdesk.body) > len(helpdesk.summary)


def test_news_and_events_carry_their_day_with_the_year(
    found: dict[Lang, dict[str, Record]],
) -> None:
    assert found["fr"]["news/2025-03-14-helpdesk-du-bassin"].date == "14 mars 2025"
    assert found["nl"]["news/2025-03-14-helpdesk-du-bassin"].date == "14 maart 2025"
    assert found["fr"]["contact"].date == ""
    assert found["fr"]["agenda/2025-04-25-concertation-liaison"].date == "25 avril 2025"
