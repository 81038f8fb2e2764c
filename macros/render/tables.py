"""Written tables that may be wider than a phone: they scroll by themselves, and no page does."""

import html as entities
import re

from markupsafe import Markup

from macros.render.environment import environment

WIDE = 3
"""Columns from which on a table with long words does not fit on a phone."""
_TAG = re.compile(r"<[^>]*>")
_HEAD = re.compile(r"<th\b[^>]*>((?:(?!</th>).)*)</th>", re.DOTALL)
_TABLE = re.compile(
    rf"(?<=\n)<table>(?=\s*<thead>\s*<tr>(?P<heads>(?:\s*{_HEAD.pattern}){{{WIDE},}}))"
    r"(?:(?!</table>).)*</table>",
    re.DOTALL,
)


def with_scrolling_tables(html: str) -> str:
    """Put wide tables of Markdown into a region that scrolls and that the keyboard reaches.

    The names of its columns name it (WCAG 2.2, 1.4.10 Reflow, 2.1.1 Keyboard and 4.1.2 Name).
    """
    return _TABLE.sub(_scrolling, html) if "\n<table>" in html else html


def _scrolling(found: re.Match[str]) -> str:
    heads = (_TAG.sub("", head[1]).strip() for head in _HEAD.finditer(found["heads"]))
    label = entities.unescape(", ".join(filter(None, heads)))
    template = environment().get_template("macros/scroll.html")
    return template.render(table=Markup(found[0]), label=label)  # noqa: S704 - of our own Markdown
