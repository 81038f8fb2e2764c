"""Tables that editors write fit on a phone, or scroll by themselves."""

import pytest

from macros.render.tables import with_scrolling_tables


def table(*heads: str) -> str:
    row = "\n".join(f"<th>{head}</th>" for head in heads)
    return (
        f"<p>Un.</p>\n<table>\n<thead>\n<tr>\n{row}\n</tr>\n</thead>\n<tbody></tbody>\n</table>\n"
    )


def test_a_wide_table_scrolls_by_itself() -> None:
    shown = with_scrolling_tables(table("Jour", "<em>Lieu</em>", "Aide &amp; soins", ""))
    opened = '<p>Un.</p>\n<div class="scroll" tabindex="0" role="region" aria-label="'
    assert shown.startswith(f'{opened}Jour, Lieu, Aide &amp; soins"><table>\n<thead>')
    assert shown.endswith("</table></div>\n")


@pytest.mark.parametrize(
    "html",
    [
        table("Jour", "Lieu"),
        table("a", "b", "c", "d").replace("\n<table>", '\n<table class="x">'),
        table("a", "b", "c", "d").replace("\n<table>", '\n<div class="scroll"><table>'),
        "<p>Aucun tableau</p>",
    ],
)
def test_other_tables_stay_as_they_are(html: str) -> None:
    assert with_scrolling_tables(html) == html
