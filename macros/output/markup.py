"""Texts of the data for readers outside the site: absolute links, or no markup at all."""

import re
from urllib.parse import urljoin

from lxml import html as lxml_html

from macros.render.markup import to_html
from macros.site.item_links import from_root
from macros.site.network import Site

_ADDRESS = re.compile(r'\b(href|src)="([^"]*)"')
_BLOCKS = "p|li|h1|h2|h3|h4|h5|h6|tr|blockquote|div|pre"
_BLOCK_END = re.compile(rf"</(?:{_BLOCKS})>")
_BREAK = re.compile(r"<br\b[^>]*>")
_SPACES = re.compile(r"[ \t\r\n]+")
"""What HTML shows as one space; those that do not break stay."""


def absolute_html(text: str, site: Site, key: str) -> str:
    """Render the Markdown of a page's item so that it can be read anywhere.

    `key` is the key of the page that the text stands on; links are resolved from there.
    """
    page = site.pages[key]

    def resolve(path: str) -> str | None:
        target = path.strip("/").removesuffix(".md")
        return site.url(target) if target in site.pages else None

    def absolute(found: re.Match[str]) -> str:
        if found[2][:1] == "/":  # from the root of the site, which a preview has in a folder
            return f'{found[1]}="{site.base}{found[2].lstrip("/")}"'
        return f'{found[1]}="{urljoin(site.base + page.url, found[2])}"'

    return _ADDRESS.sub(absolute, to_html(from_root(text), resolve))


def plain(html: str) -> str:
    """Return the words of HTML, one paragraph a line, blank lines between them."""
    marked = _BLOCK_END.sub(lambda end: f"\n\n{end[0]}", _BREAK.sub(" ", html))
    if not marked.strip():
        return ""
    words = lxml_html.fromstring(f"<div>{marked}</div>").text_content()
    paragraphs = (_SPACES.sub(" ", part).strip(" ") for part in words.split("\n\n"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
