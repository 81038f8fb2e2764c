"""What editors may write, beyond what is on the pages today: it has its looks and fits a phone."""

from collections.abc import Callable

import pytest

from macros.render.markup import to_html
from macros.render.tables import with_scrolling_tables
from macros.site.network import Site
from tests.browser.conftest import Visit, faults

pytestmark = pytest.mark.browser
WRITTEN = """
1. Un

    - deux

    Trois.

> Quatre
>
> - cinq

!!! note "Six"
    Sept

    - huit

| Dag | Plaats van de bijeenkomst | Gezondheidsprofessionals | Kinesitherapeuten |
|---|---|---|---|
| maandag | gemeentehuis | maatschappelijk werkers | verantwoordelijken |
"""
ADD = "(main, html) => main.insertAdjacentHTML('beforeend', html)"
LEFT = "each => each.getBoundingClientRect().left"
GROUND = "each => getComputedStyle(each).backgroundColor"


def test_all_that_may_be_written_fits_the_smallest_phone(
    visit: Callable[..., Visit], site: Site
) -> None:
    window = visit(width=320)
    window.go(site.url("privacy"))
    page = window.page
    prose = page.locator(".prose").first
    prose.evaluate(ADD, with_scrolling_tables("\n" + to_html(WRITTEN, str)))
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320
    table = prose.locator(".scroll")
    assert table.evaluate("each => each.scrollWidth > each.clientWidth")
    edge = prose.locator("p").first.evaluate(LEFT)
    for inside in ("ol > li > ul > li", "blockquote > ul > li", ".admonition > ul > li"):
        assert prose.locator(inside).evaluate(LEFT) > edge + 30, inside
    box = prose.locator(".admonition")
    assert box.evaluate(GROUND) != page.locator("body").evaluate(GROUND)
    assert faults(page) == []
