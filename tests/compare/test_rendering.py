from dataclasses import replace

import pytest

from macros.compare.rendering import as_markup, rendered, stand_alone
from macros.project import Project


def test_every_page_can_be_rendered_alone(project: Project) -> None:
    for lang in ("fr", "nl"):
        site = project.network.site("nord-est", lang)
        for page in site.pages.values():
            content = rendered(project.network, site, page)
            assert content, page.key
            assert "<main" not in content


@pytest.mark.parametrize("code", ["{{ ''.__class__ }}", "{% for x in (1,) %}x{% endfor %}"])
def test_a_page_that_holds_more_than_macro_calls_is_not_run(project: Project, code: str) -> None:
    site = project.network.site("nord-est", "fr")
    page = replace(site.pages["contact"], body=f"Un mot {code}.")
    assert rendered(project.network, site, page) is None


def test_links_to_the_latest_items_are_left_out(project: Project) -> None:
    site = project.network.site("nord-est", "fr")
    kinds = {"news/": 0, "agenda/": 0}
    for page in site.pages.values():
        for kind in kinds:
            if page.item and page.key.startswith(kind):
                kinds[kind] += 1
                assert "further" not in (rendered(project.network, site, page) or "further")
    assert min(kinds.values()) > 3


@pytest.mark.parametrize(
    "hostile",
    [
        '<iframe src="https://example.org/"></iframe>',
        '<object data="x"></object><embed src="x"><base href="//x"><meta http-equiv="refresh">',
        '<img src="x" onerror="alert(1)">',
        '<svg onload="alert(1)"><a xlink:href="javascript:alert(1)">x</a></svg>',
        '<a href=" java\tscript:alert(1)">x</a>',
        '<a href="https://[x">x</a>',
        '<svg><a><animate attributeName="href" values="javascript:alert(1)"/></a></svg>',
        '<svg><a><set attributeName="href" to="javascript:alert(1)"/></a></svg>',
        '<p style="position:fixed;content:alert">x</p><img srcset="https://example.org/alert 2x">',
        '<video poster="https://example.org/alert"></video><a ping="https://example.org/alert">x</a>',
        '<button formaction="https://example.org/">x</button>',
    ],
)
def test_what_a_stranger_proposes_does_not_act(hostile: str) -> None:
    shown = as_markup(stand_alone(f"<p>a</p>{hostile}", "https://example.org/a/"))
    assert shown.startswith("<p>a</p>")
    for word in ("frame", "object", "embed", "base", "meta", "alert", "[x", "formaction"):
        assert word not in shown


def test_nothing_acts_in_a_page_that_stands_alone() -> None:
    tree = stand_alone(
        '<p id="a">x <a href="../b/">b</a></p><script>1</script><form action="/x"><input></form>',
        "https://example.org/a/",
    )
    assert as_markup(tree) == (
        '<p>x <a href="https://example.org/b/">b</a></p><form><input disabled></form>'
    )
