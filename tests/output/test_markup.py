"""Texts of the data as readers outside the site get them."""

from macros.output.markup import absolute_html
from macros.site.network import Site


def test_what_stands_beside_the_pages_has_a_full_address(fr: Site) -> None:
    key = next(key for key in fr.pages if key.startswith("news/") and not key.endswith("index"))
    text = "[Accueil](index.md) ![Plan](plan.jpg) [Ici](#la) [Ailleurs](https://example.org/x)"
    html = absolute_html(text, fr, key)
    assert f'href="{fr.base}"' in html
    assert f'src="{fr.base}plan.jpg"' in html
    assert f'href="{fr.url(key)}#la"' in html
    assert 'href="https://example.org/x"' in html
