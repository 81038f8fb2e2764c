from macros.compare.rendering import as_markup, rendered, stand_alone
from macros.project import Project


def test_every_page_can_be_rendered_alone(project: Project) -> None:
    for lang in ("fr", "nl"):
        site = project.network.site("nord-est", lang)
        for page in site.pages.values():
            content = rendered(project.network, site, page)
            assert content, page.key
            assert "<main" not in content


def test_nothing_acts_in_a_page_that_stands_alone() -> None:
    tree = stand_alone(
        '<p id="a">x <a href="../b/">b</a></p><script>1</script><form action="/x"><input></form>',
        "https://example.org/a/",
    )
    assert as_markup(tree) == (
        '<p>x <a href="https://example.org/b/">b</a></p><form><input disabled></form>'
    )
