"""Markdown of the data turned into HTML, with the same extensions as written pages."""

import re
from collections.abc import Callable, Sequence
from functools import cache

import markdown

EXTENSIONS: Sequence[str] = ("attr_list", "tables", "admonition")
_PAGE_LINK = re.compile(r'href="(/?[^":#]+\.md)(#[^"]*)?"')


@cache
def _converter() -> markdown.Markdown:
    """Return the one converter; to make it takes as long as a text of some pages."""
    return markdown.Markdown(extensions=list(EXTENSIONS), output_format="html")


@cache
def _converted(text: str) -> str:
    """Convert a text once: pages, feeds, calendars and the search show the same."""
    return _converter().reset().convert(text)


def to_html(text: str, resolve: Callable[[str], str | None]) -> str:
    """Render Markdown.

    `resolve` maps the path of a page (`news/x.md`) to its URL, or to nothing when unknown; such
    a link is left as it stands, for the link checks to name.
    """
    html = _converted(text)

    def link(found: re.Match[str]) -> str:
        target = resolve(found[1])
        return f'href="{target}{found[2] or ""}"' if target else found[0]

    return _PAGE_LINK.sub(link, html)
