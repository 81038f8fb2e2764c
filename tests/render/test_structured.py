"""Structured data use the words of schema.org and say what is true."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from macros.content.base import Pair
from macros.content.items import Repeat
from macros.project import Project as Plan
from macros.render import structured
from macros.site.network import Network, Site
from tests.render.vocabulary import properties, types

INPUT = "query-input"
"""An annotation of actions, which the vocabulary derives from `query` (schema.org/docs/actions)."""


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for part in value.values():
            yield from nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from nodes(part)


def node(graph: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(one for one in graph["@graph"] if one["@type"] == kind)


def test_the_vocabulary_is_read_whole() -> None:
    assert len(types()) > 800
    assert {"startDate", "eventStatus", "name", "url"} <= properties("Event")
    assert "startDate" not in properties("Place")


@pytest.mark.parametrize("lang", ["fr", "nl"])
def test_types_and_properties_are_those_of_the_vocabulary(project: Plan, lang: Any) -> None:
    used = set()
    for bassin in project.network.content.bassins:
        site = project.network.site(bassin.id, lang)
        for page in site.pages.values():
            for one in nodes(structured.graph(project.network, site, page)):
                used.add((one["@type"], *(key for key in one if not key.startswith("@"))))
    for kind, *keys in used:
        unknown = set(keys) - properties(kind) - {INPUT}
        assert not unknown, f"{kind}: {unknown}"
    assert {"Event", "NewsArticle", "BreadcrumbList", "ContactPoint"} <= {kind for kind, *_ in used}


@pytest.mark.parametrize("lang", ["fr", "nl"])
def test_a_mailbox_that_no_source_shows_is_not_told_to_machines(project: Plan, lang: Any) -> None:
    deduced = set()
    for bassin in project.network.content.bassins:
        node = structured.organization(project.network, project.network.site(bassin.id, lang))
        assert ("email" in node) is not bassin.contact.email_deduced
        known = not bassin.contact.email_deduced or bassin.contact.phone is not None
        assert ("contactPoint" in node) is known
        deduced.add(bassin.contact.email_deduced)
    assert deduced == {True, False}


def test_event_with_price_place_and_registration(network: Network, fr: Site) -> None:
    event = node(structured.graph(network, fr, fr.pages["agenda/table-ronde"]), "Event")
    assert event["startDate"] == "2025-04-25T09:30:00+02:00"
    assert event["offers"]["price"] == "12.50"
    assert event["offers"]["validThrough"] == "2025-04-20"
    assert event["location"]["address"]["addressLocality"] == "Jette"


@pytest.mark.parametrize(
    ("key", "status"), [("congres", "EventCancelled"), ("jour-sans-heure", "EventPostponed")]
)
def test_status(network: Network, nl: Site, key: str, status: str) -> None:
    event = node(structured.graph(network, nl, nl.pages[f"agenda/{key}"]), "Event")
    assert event["eventStatus"] == f"https://schema.org/{status}"


def test_free_event(network: Network, nl: Site) -> None:
    event = node(structured.graph(network, nl, nl.pages["agenda/premier-mercredi"]), "Event")
    assert event["isAccessibleForFree"] is True
    assert event["offers"]["price"] == "0"
    assert event["eventSchedule"]["repeatFrequency"] == "P1M"
    assert event["eventSchedule"]["duration"] == "PT2H"


@pytest.mark.parametrize(
    ("words", "price"),
    [
        ("Gratuit", "0"),
        ("12,50 €", "12.50"),
        ("1\u00a0000 euros", "1000"),
        ("1.250,50 €", "1250.50"),
        ("200 euro per 3 000 euro", None),
        ("Gratuit pour les membres, 5 € pour les autres", None),
        ("Gratis voor leden, anders € 5", None),
        ("Libre participation", None),
    ],
)
def test_one_sum_is_told_as_a_price(
    network: Network, fr: Site, words: str, price: str | None
) -> None:
    event = next(each for each in fr.items.events if each.id == "premier-mercredi")
    item = event.model_copy(update={"price": Pair(fr=words, nl=words)})
    shown = structured.event(network, fr, fr.pages["agenda/premier-mercredi"], item)
    assert shown["offers"].get("price") == price
    assert shown.get("isAccessibleForFree", False) is (price == "0")


def test_a_rule_keeps_its_months_and_one_without_words_is_left_out(
    network: Network, fr: Site
) -> None:
    def shown(rule: str) -> dict[str, Any]:
        event = next(each for each in fr.items.events if each.id == "jour-sans-heure")
        assert event.repeat
        repeat = Repeat.model_validate(event.repeat.model_dump() | {"rule": rule})
        item = event.model_copy(update={"repeat": repeat})
        return structured.event(network, fr, fr.pages["agenda/jour-sans-heure"], item)

    schedule = shown("RRULE:FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1FR")["eventSchedule"]
    assert (schedule["repeatFrequency"], schedule["byMonth"]) == ("P1Y", [3, 10])
    assert schedule["byDay"] == ["-1FR"]
    assert shown("FREQ=MONTHLY;BYMONTHDAY=15")["eventSchedule"]["byMonthDay"] == [15]
    assert "eventSchedule" not in shown("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1")


def test_a_part_of_a_commune_is_not_called_the_whole(network: Network) -> None:
    areas = structured.organization(network, network.site("sud", "nl"))["areaServed"]
    assert [(area["name"], area.get("description")) for area in areas] == [
        ("Elsene", None),
        ("Brussel-Stad", "het centrum"),
    ]


def test_words_cannot_end_the_script(network: Network, fr: Site) -> None:
    page = fr.pages["news/2025-03-14-helpdesk"]
    text = structured.script(network, fr, page)
    assert "<" not in text
    assert json.loads(text) == structured.graph(network, fr, page)
