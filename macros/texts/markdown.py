"""The structure of a Markdown text, with line numbers.

Python-Markdown, which renders the pages, keeps no line numbers; markdown-it-py does, and reads
the same text alike for what the pages use: headings, lists, tables, `!!!` admonitions, fenced
code, links, images and raw HTML. Macro calls are set aside before and read with Jinja's own
parser (`macros.texts.macro_calls`).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin

from macros.texts.macro_calls import MacroCall, Masked, mask

BlockKind: TypeAlias = Literal[
    "heading", "paragraph", "item", "cell", "list", "table", "admonition", "code", "quote", "html"
]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text.

    Attributes:
        kind: what it is; `item` and `cell` are the words of list items and table cells.
        line: its first line in the file.
        end: the line after its last one.
        text: the words as read, with a newline where the source has one; without code, HTML,
            macro calls and what stands in an element with a `lang` of its own.
        level: of a heading, 1 to 6; of a table, its number of columns.
        detail: kind of an admonition, language of code, `ul` or `ol` of a list.
        count: items of a list, rows of a table without its head.
        anchor: id of a heading in the page.
        depth: how many lists, quotes or admonitions it stands in.
        source: the raw source, for HTML and code.

    """

    kind: BlockKind
    line: int
    end: int
    text: str = ""
    level: int = 0
    detail: str = ""
    count: int = 0
    anchor: str = ""
    depth: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image: where it leads and what it says.

    Attributes:
        target: address as written, macro calls included.
        text: words of the link, or alternative text of the image.
        line: line of the file.
        image: whether it is an image.
        title: words between quotes after the address.

    """

    target: str
    text: str
    line: int
    image: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A raw HTML tag, opening or closing, as written."""

    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what follows, to the next heading of any level.

    `anchor` names it: that of its heading, or nothing for what stands before the first one.
    """

    heading: Block | None
    line: int
    end: int
    text: str

    @property
    def anchor(self) -> str:
        """Id of its heading in the page, empty for the opening section."""
        return self.heading.anchor if self.heading else ""

    @property
    def title(self) -> str:
        """Words of its heading, empty for the opening section."""
        return self.heading.text if self.heading else ""


@dataclass(frozen=True, eq=False)
class Structure:
    """All that a text is made of, in the order of the text."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    tags: tuple[Tag, ...]
    calls: tuple[MacroCall, ...]
    source: tuple[str, ...]
    first_line: int

    def of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """Return the blocks of some kinds."""
        return tuple(block for block in self.blocks if block.kind in kinds)

    @cached_property
    def words(self) -> tuple[Block, ...]:
        """The blocks that hold words to read."""
        return self.of("heading", "paragraph", "item", "cell")

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        """The headings."""
        return self.of("heading")

    @cached_property
    def images(self) -> tuple[Link, ...]:
        """The images."""
        return tuple(link for link in self.links if link.image)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The text cut at its headings; the opening section only when it holds something."""
        starts: list[tuple[int, Block | None]] = [(self.first_line, None)]
        starts += [(block.line, block) for block in self.headings if block.depth == 0]
        end = self.first_line + len(self.source)
        cuts = [*(line for line, _ in starts[1:]), end]
        made = []
        for (line, heading), stop in zip(starts, cuts, strict=True):
            text = "\n".join(self.source[line - self.first_line : stop - self.first_line])
            if heading or text.strip():
                made.append(Section(heading, line, stop, text))
        return tuple(made)


_PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_PARSER.use(admon_plugin)
# Addresses are judged as they were written.
_PARSER.normalizeLink = lambda url: url  # type: ignore[method-assign]
_PARSER.validateLink = bool  # type: ignore[method-assign,assignment]

_MARKUP = re.compile(
    r"[#*_`\[\]<>|{}\\&~]|^\s*(?:[-+]|\d+[.)])\s|^ {4}|^!!!|^\?\?\?|^[=-]{2,}", re.MULTILINE
)
_HEADING_ATTRIBUTES = re.compile(r"\s*\{:?\s*([^{}]*)\}\s*$")
_ANCHOR = re.compile(r"#([\w-]+)")
_LANG = re.compile(r"<(\w+)\b[^>]*\blang\s*=", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def structure_of(text: str, first_line: int, *, plain: bool = False) -> Structure:
    """Parse a text that starts on a line of its file; a plain one is a single paragraph."""
    source = tuple(text.split("\n"))
    if plain:
        block = Block("paragraph", first_line, first_line + len(source), text)
        return Structure((block,), (), (), (), source, first_line)
    if not _MARKUP.search(text):
        return Structure(tuple(_paragraphs(source, first_line)), (), (), (), source, first_line)
    masked = mask(text, first_line)
    reader = _Reader(masked, first_line)
    reader.read(_PARSER.parse(masked.text))
    return Structure(
        tuple(reader.blocks),
        tuple(reader.links),
        tuple(reader.tags),
        masked.calls,
        source,
        first_line,
    )


def _paragraphs(source: Sequence[str], first_line: int) -> Iterator[Block]:
    """Cut a text without any markup at its blank lines; most texts are such."""
    start: int | None = None
    for number, line in enumerate((*source, "")):
        if line.strip() and start is None:
            start = number
        elif not line.strip() and start is not None:
            words = "\n".join(part.strip() for part in source[start:number])
            yield Block("paragraph", first_line + start, first_line + number, words)
            start = None


class _Reader:
    """One pass over the tokens of markdown-it-py."""

    def __init__(self, masked: Masked, first_line: int) -> None:
        self.masked = masked
        self.first_line = first_line
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.tags: list[Tag] = []
        self._anchors: set[str] = set()
        self._around: list[str] = []

    def read(self, tokens: Sequence[Token]) -> None:
        for index, token in enumerate(tokens):
            if token.nesting < 0:
                if token.type in _AROUND_CLOSE:
                    self._around.pop()
                continue
            if token.type == "inline":
                self._inline(token, tokens[index - 1])
            elif token.type in ("fence", "code_block"):
                self._add(
                    "code", token, detail=token.info.strip().split(" ")[0], source=token.content
                )
            elif token.type == "html_block":
                self._html(token)
            elif token.nesting > 0:
                self._open(token, tokens, index)

    def _open(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            count = _inside(tokens, index, "list_item_open")
            self._add("list", token, detail=token.tag, count=count)
        elif token.type == "table_open":
            rows = _inside(tokens, index, "tr_open", depth=2) - 1
            columns = _inside(tokens, index, "th_open", depth=3)
            self._add("table", token, count=rows, level=columns)
        elif token.type == "admonition_open":
            self._add("admonition", token, detail=str(token.meta.get("tag", "")))
        elif token.type == "blockquote_open":
            self._add("quote", token)
        if token.type in _AROUND_OPEN:
            self._around.append(token.type)

    def _add(
        self,
        kind: BlockKind,
        token: Token,
        *,
        detail: str = "",
        count: int = 0,
        level: int = 0,
        source: str = "",
    ) -> None:
        line, end = self._lines(token)
        depth = sum(name in _NESTING for name in self._around)
        source = self.masked.restore(source)
        self.blocks.append(
            Block(
                kind, line, end, detail=detail, count=count, level=level, depth=depth, source=source
            )
        )

    def _lines(self, token: Token) -> tuple[int, int]:
        start, end = token.map or (0, 1)
        return self.first_line + start, self.first_line + end

    def _html(self, token: Token) -> None:
        line, _ = self._lines(token)
        self._add("html", token, source=token.content)
        for found in _TAG.finditer(token.content):
            below = token.content.count("\n", 0, found.start())
            self.tags.append(Tag(self.masked.restore(found[0]), line + below))

    def _inline(self, token: Token, parent: Token) -> None:
        line, end = self._lines(token)
        text = self._words(token, line)
        depth = sum(name in _NESTING for name in self._around)
        if parent.type == "heading_open":
            text, anchor = self._anchor(text)
            level = int(parent.tag[1:])
            self.blocks.append(
                Block("heading", line, end, text, level=level, anchor=anchor, depth=depth)
            )
            return
        kind: BlockKind = "paragraph"
        if parent.type in ("td_open", "th_open"):
            kind = "cell"
        elif any(name == "list_item_open" for name in self._around):
            kind = "item"
        self.blocks.append(Block(kind, line, end, text, depth=depth))

    def _words(self, token: Token, line: int) -> str:
        """Return the words of an inline run, noting links, images and tags on the way."""
        words: list[str] = []
        open_links: list[tuple[Token, int, int]] = []
        foreign: list[str] = []
        read = 0
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                words.append("\n")
                line += 1
            elif child.type == "text" and not foreign:
                words.append(self.masked.blank(child.content))
            elif child.type == "link_open":
                open_links.append((child, len(words), line))
            elif child.type == "link_close" and open_links:
                self._link(*open_links.pop(), words)
            elif child.type == "image":
                self._image(child, line)
                line += child.content.count("\n")
            elif child.type == "html_inline":
                self.tags.append(Tag(self.masked.restore(child.content), line))
                _enter_or_leave(child.content, foreign)
                line += child.content.count("\n")
            elif child.type == "code_inline":  # its line ends have become spaces
                start = token.content.find(child.markup, read)
                read = token.content.find(child.markup, start + len(child.markup))
                line += token.content.count("\n", start, read)
                read += len(child.markup)
        return "".join(words)

    def _link(self, token: Token, start: int, line: int, words: list[str]) -> None:
        target = self.masked.restore(str(token.attrs.get("href", "")))
        title = self.masked.restore(str(token.attrs.get("title", "")))
        self.links.append(Link(target, "".join(words[start:]).strip(), line, title=title))

    def _image(self, token: Token, line: int) -> None:
        target = self.masked.restore(str(token.attrs.get("src", "")))
        title = self.masked.restore(str(token.attrs.get("title", "")))
        text = self.masked.restore(token.content)
        self.links.append(Link(target, text, line, image=True, title=title))

    def _anchor(self, text: str) -> tuple[str, str]:
        """Return the words of a heading and its id, as Python-Markdown makes it."""
        anchor = ""
        attributes = _HEADING_ATTRIBUTES.search(text)
        if attributes:
            text = text[: attributes.start()]
            found = _ANCHOR.search(attributes[1])
            anchor = found[1] if found else ""
        text = text.strip()
        base = anchor or _id(text) or "_1"
        unique, number = base, 1
        while unique in self._anchors:
            unique, number = f"{base}_{number}", number + 1
        self._anchors.add(unique)
        return text, unique


def _id(words: str) -> str:
    """Return the id that a heading gets from the `toc` extension of Python-Markdown.

    Its function is copied here since its package takes longer to load than all texts to read.
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


_NESTING = frozenset({"list_item_open", "blockquote_open", "admonition_open"})
_AROUND_OPEN = _NESTING
_AROUND_CLOSE = frozenset(name.replace("_open", "_close") for name in _AROUND_OPEN)
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>", re.DOTALL)


def _inside(tokens: Sequence[Token], index: int, kind: str, depth: int = 1) -> int:
    """Count tokens of a kind that stand a given depth inside the block opened at `index`."""
    level = tokens[index].level
    count = 0
    for token in tokens[index + 1 :]:
        if token.level == level and token.nesting < 0:
            break
        count += token.type == kind and token.level == level + depth
    return count


def _enter_or_leave(source: str, foreign: list[str]) -> None:
    """Keep track of elements that quote another language: `<span lang="nl">`."""
    opened = _LANG.match(source)
    if opened:
        foreign.append(opened[1].lower())
    elif foreign and source.lower().startswith(f"</{foreign[-1]}"):
        foreign.pop()
