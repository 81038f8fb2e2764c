"""Can everybody use the pages: axe, narrow screens, large text, both themes, print."""

from collections.abc import Callable
from typing import Any

import pytest

from macros.project import Project
from macros.site.network import Site
from tests.browser.conftest import Visit, one_of_each
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"


def faults(window: Visit) -> list[str]:
    """Let axe look at the page as it stands."""
    if not window.page.evaluate("'axe' in window"):
        window.page.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    found: Any = window.page.evaluate(RUN, TAGS)
    return [
        f"{window.page.url} {rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def test_axe_finds_nothing_on_any_kind_of_page(visit: Callable[..., Visit], site: Site) -> None:
    window = visit()
    found: list[str] = []
    for url in one_of_each(site):
        for scheme in ("light", "dark"):
            window.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            if scheme == "light":
                window.go(url)
            found += faults(window)
    assert found == []


def test_axe_finds_nothing_on_a_phone(visit: Callable[..., Visit], site: Site) -> None:
    window = visit(width=390)
    found: list[str] = []
    for key in ("index", "actions/index", "bassin", "find"):
        window.go(site.url(key))
        found += faults(window)
    window.page.get_by_role("button", name="Menu").click()
    found += faults(window)
    assert found == []


def test_axe_finds_nothing_on_the_home_of_all_ten(
    visit: Callable[..., Visit], project: Project
) -> None:
    window = visit()
    found: list[str] = []
    for each in project.network.sites:
        for scheme in ("light", "dark"):
            window.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            if scheme == "light":
                window.go(each.base)
            found += faults(window)
    assert found == []


@pytest.mark.parametrize(("width", "text"), [(320, "100%"), (640, "225%")])
def test_no_page_scrolls_sideways(
    visit: Callable[..., Visit], site: Site, width: int, text: str
) -> None:
    """WCAG 1.4.10 at 320 px; 1.4.4 with letters twice as large (112.5 % is our usual size)."""
    window = visit(width=width)
    wide = []
    for url in one_of_each(site):
        window.page.goto(url)
        if text != "100%":
            window.page.evaluate("size => document.documentElement.style.fontSize = size", text)
        inner = window.page.evaluate("document.scrollingElement.scrollWidth")
        if inner > width:
            wide.append((url, inner))
    assert wide == []


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


def test_each_page_has_its_language_and_one_heading(
    visit: Callable[..., Visit], site: Site
) -> None:
    window = visit()
    titles = []
    for url in one_of_each(site):
        window.page.goto(url)
        assert window.page.locator("html").get_attribute("lang") == site.lang
        assert window.page.locator("h1").count() == 1, url
        titles.append(window.page.title())
    assert len(set(titles)) == len(titles)
