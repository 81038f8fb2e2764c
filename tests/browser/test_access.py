"""Can everybody use the pages: menus open on a phone, all ten homes, forced colours, print."""

import re
from collections.abc import Callable

import pytest

from macros.project import Project
from macros.site.network import Site
from tests.browser.conftest import COLOURS, Visit, faults

pytestmark = pytest.mark.browser


def test_axe_finds_nothing_on_a_phone(visit: Callable[..., Visit], site: Site) -> None:
    window = visit(width=390)
    found: list[str] = []
    for key in ("index", "actions/index", "bassin", "find"):
        window.go(site.url(key))
        found += faults(window.page)
    window.page.get_by_role("button", name="Menu").click()
    found += faults(window.page)
    assert found == []


def test_axe_finds_nothing_on_the_home_of_all_ten(
    visit: Callable[..., Visit], project: Project
) -> None:
    window = visit()
    found: list[str] = []
    for each in project.network.sites:
        window.page.emulate_media(color_scheme="light")
        window.go(each.base)
        found += faults(window.page)
        window.page.emulate_media(color_scheme="dark")
        found += faults(window.page, COLOURS)
    assert found == []


def test_a_phone_has_the_whole_home_on_its_first_screen(
    visit: Callable[..., Visit], project: Project
) -> None:
    """What the bassin is, helpdesk, finder, next meeting, latest news and the four missions.

    The last line may be cut: how many lines a title takes is up to editors.
    """
    window = visit(width=390)
    for site in project.network.sites:
        window.go(site.base)
        parts = ".hero h1, .hero .button, .hero input, .home-now h2, .mission h3"
        for width in (390, 320):
            window.page.set_viewport_size({"width": width, "height": 844})
            boxes = window.page.locator(parts).evaluate_all(
                "all => all.map(each => each.getBoundingClientRect().toJSON())"
            )
            assert len(boxes) >= 10
            low = [box for box in boxes if not box["height"] or box["y"] + 20 > 844]
            assert low == [], (site.host, width)


def test_forced_colours_leave_marks_edges_and_the_map(
    visit: Callable[..., Visit], site: Site
) -> None:
    """Where the system chooses the colours, what they told is told by edges and shapes."""
    window = visit()
    window.page.emulate_media(forced_colors="active")
    style = "(each, name) => getComputedStyle(each)[name]"
    window.go(site.url("actions/index"))
    for part in (".card", ".filters label"):
        edge = window.page.locator(part).first.evaluate(style, "borderTopStyle")
        assert edge == "solid", part
    marks = window.page.locator(".card .state")
    shapes = "each => { const s = getComputedStyle(each, '::before');"
    shapes += (
        " return [s.forcedColorAdjust, s.backgroundColor, s.backgroundImage, s.borderStyle]; }"
    )
    kinds = {mark.get_attribute("class"): str(mark.evaluate(shapes)) for mark in marks.all()}
    assert len(set(kinds.values())) == len(kinds) > 1
    assert all("none" in kind.split("'")[1] for kind in kinds.values())
    window.page.locator(".filters input").first.focus()
    focused = window.page.locator(".filters label").first
    assert focused.evaluate(style, "outlineStyle") == "solid"
    window.go(site.url("bassin"))
    path = window.page.locator(".map a > path").first
    assert path.evaluate(style, "stroke") != path.evaluate(style, "fill")
    before = path.evaluate(style, "stroke")
    window.page.keyboard.press("Tab")
    window.page.locator(".map a").first.focus()
    assert path.evaluate(style, "stroke") != before
    chosen = window.page.locator(".menu [aria-current]")
    assert chosen.evaluate(style, "textDecorationLine") == "underline"


def test_print_leaves_the_text_and_drops_the_ways_around(
    visit: Callable[..., Visit], site: Site
) -> None:
    window = visit()
    window.page.emulate_media(media="print")
    window.go(site.url("actions/helpdesk"))
    ink = window.page.evaluate("getComputedStyle(document.body).color")
    window.page.emulate_media(media="print", color_scheme="dark")
    assert window.page.evaluate("getComputedStyle(document.body).color") == ink
    assert window.page.get_by_role("heading", level=1).is_visible()
    assert not window.page.locator("nav:visible").count()
    assert not window.page.locator(".picture:visible").count()
    window.go(site.url("roadmap"))
    steps = window.page.locator(".timeline > li")
    assert steps.count() == window.page.locator(".timeline > li:visible").count() > 10


def test_an_action_and_a_synthesis_print_on_one_page(
    visit: Callable[..., Visit], project: Project
) -> None:
    site = project.network.site("nord-est", "fr")
    window = visit()
    synthesis = next(key for key in site.pages if key.startswith("news/") and "synthese" in key)
    for key in ("actions/helpdesk", "actions/diagnostics", synthesis):
        window.go(site.url(key))
        sheets = re.findall(rb"/Type\s*/Page\b", window.page.pdf(format="A4"))
        assert len(sheets) == 1, key
