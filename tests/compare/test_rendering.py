from macros.compare.rendering import as_markup, rendered, stand_alone
from macros.project import Project


def test_every_page_can_be_rendered_alone(project: Project) -> None:
    for lang in ("fr", "nl"):
        site = project.network.site("nord-est", lang)
        for page in site.pages.values():
            content = rendered(project.network, site, page)
            assert content, page.key
            assert "<main" not in content


def test_links_to_the_latest_items_are_left_out(project: Project) -> None:
    site = project.network.site("nord-est", "fr")
    kinds = {"news/": 0, "agenda/": 0}
    for page in site.pages.values():
        for kind in kinds:
            if page.item and page.key.startswith(kind):
                kinds[kind] += 1
                assert "further" not in (rendered(project.network, site, page) or "further")
    assert min(kinds.values()) > 3


def test_nothing_acts_in_a_page_that_stands_alone() -> None:
    tree = stand_alone(
        '<p id="a">x <a href="../b/">b</a></p><script>1</script><form action="/x"><input></form>',
        "https://example.org/a/",
    )
    assert as_markup(tree) == (
        '<p>x <a href="https://example.org/b/">b</a></p><form><input disabled></form>'
    )
