"""What must hold on every kind of page, looked at in one visit each.

Pages are opened once a language and all is noted: what axe says in each theme, how wide the page
gets, what it asked for and what it left behind. The tests read the notes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from macros.site.network import Site
from tests.browser.conftest import COLOURS, Visit, faults, one_of_each

pytestmark = pytest.mark.browser

WIDTHS = {"320 px": (320, "112.5%"), "text twice as large": (640, "225%")}
"""WCAG 1.4.10 at 320 px; 1.4.4 with letters twice as large: 112.5 % is our usual size."""


@dataclass(frozen=True)
class Note:
    """What one visit of a page showed."""

    url: str
    lang: str | None
    title: str
    headings: int
    kept: int
    faults: tuple[str, ...]
    widths: dict[str, int]


@dataclass(frozen=True)
class Walk:
    """All visits of a site, and what went wrong or left the site during them."""

    notes: tuple[Note, ...]
    errors: tuple[str, ...]
    requests: tuple[str, ...]
    cookies: int


@pytest.fixture(scope="module")
def walk(windows: Callable[..., Visit], site: Site) -> Iterator[Walk]:
    """Visit every kind of page of a site."""
    window = windows()
    notes = tuple(_note(window, url) for url in one_of_each(site))
    window.page.wait_for_load_state("networkidle")
    errors = tuple(each for each in window.errors if "404" not in each)
    yield Walk(notes, errors, tuple(window.requests), len(window.context.cookies()))
    window.context.close()


def _note(window: Visit, url: str) -> Note:
    page = window.page
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(url)
    found = faults(page)
    page.emulate_media(color_scheme="dark")
    found += faults(page, COLOURS)
    return Note(
        url=url,
        lang=page.locator("html").get_attribute("lang"),
        title=page.title(),
        headings=page.locator("h1").count(),
        kept=page.evaluate("localStorage.length + sessionStorage.length"),
        faults=tuple(found),
        widths={name: _width(page, *size) for name, size in WIDTHS.items()},
    )


def _width(page: Page, width: int, letters: str) -> int:
    """Return by how much a page is wider than the window."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("size => document.documentElement.style.fontSize = size", letters)
    return int(page.evaluate("document.scrollingElement.scrollWidth")) - width


def test_axe_finds_nothing_in_either_theme(walk: Walk) -> None:
    assert [fault for note in walk.notes for fault in note.faults] == []


@pytest.mark.parametrize("name", WIDTHS)
def test_no_page_scrolls_sideways(walk: Walk, name: str) -> None:
    assert [note.url for note in walk.notes if note.widths[name] > 0] == []


def test_each_page_has_its_language_one_heading_and_a_title_of_its_own(
    walk: Walk, site: Site
) -> None:
    assert {note.lang for note in walk.notes} == {site.lang}
    assert [note.url for note in walk.notes if note.headings != 1] == []
    titles = [note.title for note in walk.notes]
    assert len(set(titles)) == len(titles) > 20


def test_a_visit_asks_nobody_else_and_leaves_nothing_behind(walk: Walk, site: Site) -> None:
    assert walk.errors == ()
    assert [url for url in walk.requests if not url.startswith(site.base)] == []
    assert {note.kept for note in walk.notes} == {0}
    assert walk.cookies == 0


def test_every_content_is_there_without_scripts(windows: Callable[..., Visit], site: Site) -> None:
    """Scripts add forms and what one types into them; they bring no content of their own."""
    with_scripts, without = windows(), windows(scripts=False)
    for key in site.pages:
        if key.startswith(("guide/", "actions/", "news/", "agenda/")) and not key.endswith("index"):
            continue
        texts = []
        for window in (without, with_scripts):
            window.page.goto(site.url(key))
            texts.append(window.page.locator("main").inner_text().split())
        assert len(texts[0]) > 20, key
        if key not in ("find", "share", "search"):
            assert texts[0] == texts[1], key
    without.context.close()
    with_scripts.context.close()
