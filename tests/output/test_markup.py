"""Texts of the data as readers outside the site get them."""

from macros.output.markup import absolute_html, plain
from macros.site.network import Site


def test_what_stands_beside_the_pages_has_a_full_address(fr: Site) -> None:
    key = next(key for key in fr.pages if key.startswith("news/") and not key.endswith("index"))
    text = "[Accueil](index.md) ![Plan](plan.jpg) [Ici](#la) [Ailleurs](https://example.org/x)"
    html = absolute_html(text, fr, key)
    assert f'href="{fr.base}"' in html
    assert f'src="{fr.base}plan.jpg"' in html
    assert f'href="{fr.url(key)}#la"' in html
    assert 'href="https://example.org/x"' in html


def test_words_stay_apart_and_spaces_as_they_were_written() -> None:
    assert plain("<p>Rue X<br>1000 Bruxelles,\n  à 14\u202fh\u00a0!</p><p>b</p>") == (
        "Rue X 1000 Bruxelles, à 14\u202fh\u00a0!\n\nb"
    )
