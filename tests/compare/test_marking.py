from lxml import html

from macros.compare.marking import blocks, mark_changes, place_findings, words
from macros.finding import Finding, Severity
from macros.language import Message


def _tree(text: str) -> html.HtmlElement:
    return html.fragment_fromstring(text, create_parent="div")


def _finding(line: int, quote: str | None = None) -> Finding:
    message = Message(fr="Faux.", nl="Fout.")
    return Finding("rule", Severity.ERROR, "docs/fr/a.md", line, message, quote=quote)


def test_blocks_are_the_smallest() -> None:
    tree = _tree("<ul><li>a</li><li><p>b</p></li></ul><p>c</p>")
    assert [(block.tag, words(block)) for block in blocks(tree)] == [
        ("li", "a"),
        ("p", "b"),
        ("p", "c"),
    ]


def test_only_what_differs_is_marked() -> None:
    before, after = _tree("<p>un</p><p>deux</p>"), _tree("<p>un</p><p>trois</p>")
    mark_changes(before, after)
    assert [block.get("class") for block in blocks(before)] == [None, "removed"]
    assert [block.get("class") for block in blocks(after)] == [None, "added"]


def test_findings_find_their_block_by_quote_or_line() -> None:
    tree = _tree("<p>Premier paragraphe assez long.</p><h2>Un titre assez long</h2>")
    lines = ["Premier **paragraphe** assez long.", "## Un titre assez long", "autre"]
    left = place_findings(tree, [_finding(2), _finding(3, "ailleurs dans le monde")], lines, "fr")
    assert [finding.line for finding in left] == [3]
    assert [child.tag for child in tree] == ["p", "h2", "aside"]
    place_findings(tree, [_finding(1, "paragraphe assez long")], lines, "nl")
    assert [child.tag for child in tree] == ["p", "aside", "h2", "aside"]
    assert "Fout." in words(tree[1])
