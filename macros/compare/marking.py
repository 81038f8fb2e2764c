"""Marks inside rendered pages: which blocks changed, and what a check says of them."""

import re
from collections.abc import Iterable, Sequence

from lxml import html
from lxml.html import builder

from macros.finding import Finding
from macros.language import Lang

BLOCKS = frozenset(
    ["p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "td", "th", "figcaption", "summary", "label"]
)
_MARKUP = re.compile(r"[*_`#>|\[\]]+|\([^)]*\)|^\s*[-\d.]+\s|^\s*[a-z_]+:\s*")
_LEAST = 12
"""Fewer letters than this would match anywhere."""


def words(element: html.HtmlElement) -> str:
    """Return the words of an element, evenly spaced."""
    return " ".join(element.text_content().split())


def blocks(tree: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the smallest blocks of text of a page, in order."""
    return [
        element
        for element in tree.iter()
        if element.tag in BLOCKS
        and not any(child.tag in BLOCKS for child in element.iterdescendants())
    ]


def mark_changes(before: html.HtmlElement, after: html.HtmlElement) -> None:
    """Give a class to the blocks that only one of two versions has."""
    old = {words(block) for block in blocks(before)}
    new = {words(block) for block in blocks(after)}
    for tree, others, name in ((before, new, "removed"), (after, old, "added")):
        for block in blocks(tree):
            if words(block) and words(block) not in others:
                block.set("class", f"{block.get('class', '')} {name}".strip())


def place_findings(
    tree: html.HtmlElement, findings: Iterable[Finding], lines: Sequence[str], lang: Lang
) -> list[Finding]:
    """Put each finding below the block that it is about; return those without such a block."""
    homeless = []
    for finding in findings:
        block = _block_of(tree, finding, lines)
        if block is None:
            homeless.append(finding)
        else:
            block.addnext(_note(finding, lang))
    return homeless


def _block_of(
    tree: html.HtmlElement, finding: Finding, lines: Sequence[str]
) -> html.HtmlElement | None:
    source = lines[finding.line - 1] if 0 < finding.line <= len(lines) else ""
    for text in (finding.quote or "", source):
        wanted = _plain(text)
        if len(wanted) < _LEAST:
            continue
        for block in blocks(tree):
            if wanted in words(block):
                return block
    return None


def _plain(text: str) -> str:
    """Return a line of a source as it reads on the page, as far as that can be told."""
    bare = _MARKUP.sub(" ", text).strip().strip("\"'")
    return " ".join(bare.split())[:60]


def _note(finding: Finding, lang: Lang) -> html.HtmlElement:
    note = builder.ASIDE(
        builder.P(finding.message[lang]), builder.CLASS(f"finding {finding.severity}")
    )
    if finding.fix:
        note.append(builder.P(f"→ {finding.fix[lang]}"))
    note.append(builder.P(finding.location, builder.CLASS("place")))
    return note
