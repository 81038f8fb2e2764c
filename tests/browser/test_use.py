"""Do the pages do what they promise: by keyboard, without scripts, without third parties."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from macros.site.network import Site
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

FOCUSED = "() => document.activeElement.getAttribute('href') ?? document.activeElement.tagName"


def test_the_keyboard_goes_through_the_header(visit: Callable[..., Visit], site: Site) -> None:
    window = visit()
    window.go(site.url("contact"))
    keyboard = window.page.keyboard
    keyboard.press("Tab")
    assert window.page.evaluate(FOCUSED) == "#content"
    keyboard.press("Enter")
    assert window.page.evaluate("document.activeElement.id") == "content"
    window.go(site.url("contact"))
    stops = []
    for _ in range(11):
        keyboard.press("Tab")
        stops.append(window.page.evaluate("document.activeElement.href"))
        box = window.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert box == "solid"
    assert len(set(stops)) == 11
    assert stops[1] == site.base
    assert stops[2] == site.url("search")
    assert stops[10] == site.url("contact")


def test_the_switch_leads_to_the_same_page(visit: Callable[..., Visit], site: Site) -> None:
    window = visit(width=320)
    window.go(site.url("roadmap"))
    window.page.locator(".switch").press("Enter")
    window.page.wait_for_load_state()
    other = window.page.locator("html").get_attribute("lang")
    assert other != site.lang
    window.page.locator(".switch").press("Enter")
    window.page.wait_for_url(site.url("roadmap"))


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_of_a_phone_opens_and_closes(
    visit: Callable[..., Visit], site: Site, *, scripts: bool
) -> None:
    window = visit(width=320, scripts=scripts)
    window.go(site.base)
    entries = window.page.locator("#site-menu a")
    assert entries.count() == 7
    assert not entries.first.is_visible()
    window.page.locator(".menu-button").press("Enter")
    assert entries.last.is_visible()
    window.page.keyboard.press("Escape")
    assert not entries.last.is_visible()
    window.page.locator(".menu-button").click()
    window.page.locator(".menu-close").click()
    assert not entries.last.is_visible()
    window.page.locator(".menu-button").click()
    if scripts:
        # What comes after the menu has the focus in the open, not behind it.
        entries.last.focus()
        window.page.keyboard.press("Tab")
        assert not entries.last.is_visible()
        window.page.locator(".menu-button").click()
    entries.first.click()
    window.page.wait_for_url(site.url("bassin"))


@pytest.mark.parametrize("scripts", [True, False])
def test_actions_are_filtered_by_mission_and_state_together(
    visit: Callable[..., Visit], site: Site, *, scripts: bool
) -> None:
    window = visit(scripts=scripts)
    window.go(site.url("actions/index"))
    cards, shelves = window.page.locator(".card"), window.page.locator(".shelf")
    everything = cards.count()
    running = window.page.locator(".card.is-running").count()
    both = shelves.nth(2).locator(".card.is-running").count()
    assert 0 < both < running < everything
    missions, states = (
        window.page.locator(f".filters [name={name}]") for name in ("shelf", "state")
    )
    window.page.locator(".filters [value=running]").check()
    assert window.page.locator(".card:visible").count() == running
    missions.nth(3).check()
    assert window.page.locator(".card:visible").count() == both
    assert window.page.locator(".shelf:visible").count() == 1
    if scripts:
        status = window.page.locator(".filter-status")
        expect(status).to_contain_text(str(both))
        expect(status).to_contain_text(str(everything))
    # The arrows of the keyboard choose; a mission without such an action stays and says so.
    missions.nth(3).press("ArrowUp")
    offered = [str(each.get_attribute("value")) for each in states.all()[1:]]
    absent = [name for name in offered if not shelves.nth(1).locator(f".is-{name}").count()]
    window.page.locator(f".filters [value={absent[0]}]").check()
    assert missions.nth(2).is_checked()
    assert not window.page.locator(".card:visible").count()
    assert window.page.locator(".none:visible").count() == 1
    missions.nth(0).check()
    states.nth(0).check()
    assert window.page.locator(".card:visible").count() == everything
    assert window.page.locator(".shelf:visible").count() == shelves.count()
    assert not window.page.locator(".none:visible").count()


def test_registers_are_filtered_by_kind(visit: Callable[..., Visit], site: Site) -> None:
    window = visit(scripts=False)
    window.go(site.url("resources"))
    kinds = window.page.locator(".filters [name=shelf]")
    shelves = window.page.locator(".shelf").count()
    assert kinds.count() == shelves + 1 > 3
    kinds.last.check()
    assert window.page.locator(".shelf:visible").count() == 1
    assert window.page.locator(".shelf").last.is_visible()
    kinds.first.check()
    assert window.page.locator(".shelf:visible").count() == shelves


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("1090", 1),
        ("schaerbeek", 1),
        ("Schaarbeek", 1),
        ("molenbek", 1),
        ("st gillis", 1),
        ("zzz", 0),
    ],
)
def test_find_my_bassin_narrows_while_one_types(
    visit: Callable[..., Visit], site: Site, typed: str, rows: int
) -> None:
    window = visit(width=390)
    window.go(site.url("find"))
    window.page.locator("#find").press_sequentially(typed)
    assert window.page.locator(".find tbody tr:visible").count() == rows
    assert window.page.locator(".find-status").inner_text()


def test_home_hands_the_commune_on(visit: Callable[..., Visit], site: Site) -> None:
    window = visit()
    window.go(site.base)
    window.page.locator("#home-find").fill("saint gilles" if site.lang == "fr" else "sint gillis")
    window.page.keyboard.press("Enter")
    window.page.wait_for_url(f"{site.url('find')}?q=*")
    assert window.page.locator(".find tbody tr:visible").count() == 1


def test_without_scripts_all_communes_and_the_prepared_mail_are_there(
    visit: Callable[..., Visit], site: Site
) -> None:
    window = visit(scripts=False)
    window.go(site.url("find"))
    assert window.page.locator(".find tbody tr:visible").count() >= 22
    assert not window.page.locator("#find").is_visible()
    window.go(site.url("share"))
    assert not window.page.locator(".example form").is_visible()
    link = window.page.locator(".example-plain a").get_attribute("href")
    assert link
    assert link.startswith(f"mailto:{site.bassin.contact.email[site.lang]}?subject=")
    assert link.count("%3A%0D%0A") == 7


def test_the_form_writes_a_whole_mail(visit: Callable[..., Visit], site: Site) -> None:
    window = visit()
    window.go(site.url("share"))
    window.page.locator("#example-title").fill("Café & co")
    window.page.locator("#example-need").fill("Ligne 1")
    before = len(window.requests)
    with window.page.expect_request("mailto:**") as asked:
        window.page.locator(".example button").press("Enter")
    assert asked.value.url.startswith(f"mailto:{site.bassin.contact.email[site.lang]}?subject=")
    assert "Caf%C3%A9%20%26%20co" in asked.value.url
    assert len(window.requests) == before + 1


def test_the_missing_page_helps(visit: Callable[..., Visit], site: Site) -> None:
    window = visit()
    response = window.page.goto(f"{site.base}none/such/")
    assert response
    assert response.status == 404
    window.page.locator("#q").fill("x")
    window.page.keyboard.press("Enter")
    window.page.wait_for_url(f"{site.url('search')}?q=x")


def test_the_map_is_reached_by_keyboard_and_named(visit: Callable[..., Visit], site: Site) -> None:
    window = visit()
    window.go(site.url("bassin"))
    shapes = window.page.locator(".map a")
    assert shapes.count() == 24
    names = [shape.get_attribute("aria-label") for shape in shapes.all()]
    assert any("1090" in (name or "") for name in names)
    shapes.first.focus()
    window.page.keyboard.press("Enter")
    window.page.wait_for_url(f"{site.url('find')}#*")
    assert window.page.locator("tr:target").count() == 1
