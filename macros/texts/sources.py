"""What the rules read: the content, and views of it that are made once.

Nothing here judges; a rule that needs a text asks for `Sources.passages` or
`Sources.pairs` and finds each text with its language, its place and its counterpart.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast

from macros.content.base import Origin, Pair, Record
from macros.content.content import Content
from macros.content.pages import WrittenPage
from macros.content.types import Markdown, Text
from macros.language import LANGS, Lang
from macros.prose.facts import Fact, facts
from macros.prose.masking import (
    prose,
    without_calls_and_targets,
    without_quotations,
    without_titles,
)
from macros.site.network import Network
from macros.texts.markdown import Structure, structure_of

Kind: TypeAlias = Literal["plain", "markdown"]
Owner: TypeAlias = Record | WrittenPage


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the sources, as an editor counts: from 1."""

    file: str
    line: int
    column: int | None = None


def place(record: Record, *path: str | int) -> Place:
    """Return the place of a record, or of one part of it."""
    mark = record.origin.mark(*path)
    return Place(record.origin.file, mark.line, mark.column)


@dataclass(frozen=True, eq=False)
class Passage:
    """One text in one language.

    Attributes:
        lang: its language.
        text: the text, without the indentation that YAML adds.
        kind: `markdown`, or `plain` for one paragraph of words.
        file: path in the project.
        line: line of the file on which the text starts.
        scope: `region` or a bassin's id for data; `pages` for the texts of pages.
        owner: the item, or the page, that holds it.
        path: keys that lead from the file to the text; `("body",)` for the body of a page.
        raw: the lines of the file.

    """

    lang: Lang
    text: str
    kind: Kind
    file: str
    line: int
    scope: str
    owner: Owner
    path: tuple[str | int, ...]
    raw: tuple[str, ...]

    @cached_property
    def markdown(self) -> Structure:
        """The parsed text; line numbers are those of the file."""
        return structure_of(self.text, self.line, plain=self.kind == "plain")

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The dates, times, amounts and addresses that the text gives."""
        return _facts(self.text, self.lang)

    @cached_property
    def own_prose(self) -> str:
        """The words that should be in the language of the text, of its own length.

        That is its prose without what `lang="…"` marks as another language and, in a plain text,
        without quoted titles.
        """
        return _own_prose(self.text, self.lang, self.kind)

    def place(self, start: int = 0) -> Place:
        """Return the place of a character of the text.

        The column is left out where YAML folds or escapes the text, so that it is never wrong.
        """
        before = self.text[:start]
        first, number = before.rfind("\n") + 1, before.count("\n")
        last = self.text.find("\n", start)
        line_text = self.text[first : last if last >= 0 else len(self.text)]
        line = self.line + number
        at = self._column(line, line_text)
        if at is not None and (not number or not self.raw[line - 1][:at].strip()):
            return Place(self.file, line, at + start - first + 1)
        return self._walk(start) or Place(self.file, self.line)

    def _column(self, line: int, line_text: str) -> int | None:
        if not line_text or not 0 < line <= len(self.raw):
            return None
        at = self.raw[line - 1].rfind(line_text)
        return at if at >= 0 else None

    def _walk(self, start: int) -> Place | None:
        """Follow a folded or quoted text: YAML changes its white space and writes some signs twice.

        It is followed a little further, so that another text that begins alike is not taken for it.
        """
        first = self.raw[self.line - 1] if 0 < self.line <= len(self.raw) else ""
        opening = _OPENING.match(self.text)
        for found in re.finditer(re.escape(opening[1]), first) if opening else ():
            here = self._followed(start, found.start(), first[: found.start()][-1:])
            if here:
                return here
        return None

    def _followed(self, start: int, begin: int, mark: str) -> Place | None:
        """Return the place of a character, if the text begins at a column of its first line."""
        written = self._written(self.line - 1, begin, mark)
        row, end, here = self.line - 1, begin, None
        for index, character in enumerate(self.text[: start + SURE]):
            column = end
            if not character.isspace():
                row, column, end, found = next(written, (row, end, end, ""))
                if found != character:
                    return None
            else:
                end += 1
            if index == start:
                here = Place(self.file, row + 1, column + 1)
        return here

    def _written(self, first: int, at: int, mark: str) -> Iterator[tuple[int, int, int, str]]:
        """Go through the signs of the file that are no white space: row, from, to, and sign.

        What stands after the quotation mark `mark` is read as YAML reads it (1.2.2, 7.3).
        """
        for row in range(first, len(self.raw)):
            line, column = self.raw[row], at if row == first else 0
            while column < len(line):
                sign, width = line[column], 1
                if mark == "'" and line.startswith("''", column):
                    width = 2
                elif mark == '"' and (found := _ESCAPE.match(line, column)):
                    sign, width = _read(found), len(found[0])
                if sign and not sign.isspace():
                    yield row, column, column + width, sign
                column += width


SURE = 40
"""Signs by which a text is known for certain."""
_OPENING = re.compile(r"\s*([^\s'\"\\]+)")
_ESCAPE = re.compile(r"\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|(.?))")


def _read(escape: re.Match[str]) -> str:
    """Return the sign that an escape stands for; nothing for that of a line end."""
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else {"n": "\n", "t": "\t"}.get(escape[3], escape[3])


@lru_cache(maxsize=20_000)
def _facts(text: str, lang: Lang) -> tuple[Fact, ...]:
    return tuple(facts(without_calls_and_targets(text), lang))


@lru_cache(maxsize=20_000)
def _own_prose(text: str, lang: Lang, kind: Kind) -> str:
    masked = prose(without_quotations(text, lang))
    return without_titles(masked) if kind == "plain" else masked


@dataclass(frozen=True, eq=False)
class Twins:
    """A text in both languages."""

    fr: Passage
    nl: Passage

    def __getitem__(self, lang: Lang) -> Passage:
        return self.fr if lang == "fr" else self.nl

    def __iter__(self) -> Iterator[Passage]:
        yield self.fr
        yield self.nl


@dataclass(frozen=True, slots=True)
class Owned:
    """A record that stands for something: an item, a bassin, a commune, a label file."""

    scope: str
    kind: str
    record: Record


@dataclass(frozen=True, eq=False)
class Sources:
    """All that the rules read.

    Attributes:
        root: folder of the project, for rules about files that are not texts.
        network: the planned sites, with all their pages.

    """

    root: Path
    network: Network

    @property
    def content(self) -> Content:
        """The typed sources."""
        return self.network.content

    @property
    def today(self) -> date:
        """The day for which the check runs."""
        return self.network.today

    @cached_property
    def owned(self) -> tuple[Owned, ...]:
        """Every record of `data/`, with its scope and the name of its list."""
        return tuple(_owned(self.content))

    @cached_property
    def pages(self) -> tuple[WrittenPage, ...]:
        """All written pages, French first."""
        return tuple(page for lang in LANGS for page in self.content.pages[lang].values())

    @cached_property
    def page_pairs(self) -> tuple[tuple[WrittenPage, WrittenPage], ...]:
        """The written pages that exist on both sides, as (French, Dutch)."""
        fr, nl = self.content.pages["fr"], self.content.pages["nl"]
        return tuple((page, nl[path]) for path, page in fr.items() if path in nl)

    @cached_property
    def pairs(self) -> tuple[Twins, ...]:
        """All texts in both languages: those of `data/`, and those of the pages."""
        return (*self._data_pairs(), *self._page_pairs())

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All texts, those of pages without counterpart too."""
        paired = [passage for twins in self.pairs for passage in twins]
        fr, nl = self.content.pages["fr"], self.content.pages["nl"]
        lonely = [p for p in self.pages if (p.path in fr) != (p.path in nl)]
        return (*paired, *(passage for page in lonely for passage in self._of_page(page)))

    @cached_property
    def markdown(self) -> tuple[Passage, ...]:
        """All texts in Markdown."""
        return tuple(passage for passage in self.passages if passage.kind == "markdown")

    def twin(self, passage: Passage) -> Passage | None:
        """Return the same text in the other language; none when its page has no counterpart."""
        return self._twins.get(id(passage))

    @cached_property
    def _twins(self) -> Mapping[int, Passage]:
        found = {id(twins.fr): twins.nl for twins in self.pairs}
        return found | {id(twins.nl): twins.fr for twins in self.pairs}

    def lines(self, file: str) -> tuple[str, ...]:
        """Return the lines of a source file; none when it cannot be read."""
        if file not in self._lines:
            try:
                text = (self.root / file).read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                text = ""
            self._lines[file] = tuple(text.split("\n"))
        return self._lines[file]

    @cached_property
    def _lines(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _data_pairs(self) -> Iterator[Twins]:
        for owned in self.owned:
            for pair, kind in _texts(owned.record):
                yield Twins(
                    self._of_data(owned, pair, kind, "fr"), self._of_data(owned, pair, kind, "nl")
                )

    def _of_data(self, owned: Owned, pair: Text, kind: Kind, lang: Lang) -> Passage:
        origin: Origin = pair.origin
        return Passage(
            lang,
            pair[lang],
            kind,
            origin.file,
            origin.mark(lang).text_line,
            owned.scope,
            owned.record,
            (*origin.path, lang),
            self.lines(origin.file),
        )

    def _page_pairs(self) -> Iterator[Twins]:
        for fr, nl in self.page_pairs:
            theirs = {passage.path: passage for passage in self._of_page(nl)}
            for passage in self._of_page(fr):
                if passage.path in theirs:
                    yield Twins(passage, theirs[passage.path])

    def _of_page(self, page: WrittenPage) -> Iterator[Passage]:
        raw = self.lines(page.file)
        for name in ("title", "description", "menu"):
            text = getattr(page.meta, name)
            if text:
                line = page.meta.origin.mark(name).text_line
                yield Passage(
                    page.lang, text, "plain", page.file, line, "pages", page, (name,), raw
                )
        yield Passage(
            page.lang,
            page.body,
            "markdown",
            page.file,
            page.body_line,
            "pages",
            page,
            ("body",),
            raw,
        )


def _owned(content: Content) -> Iterator[Owned]:
    for bassin in content.bassins:
        yield Owned(bassin.id, "bassin", bassin)
    for scope, items in content.scopes():
        for part in dataclass_fields(items):
            for record in getattr(items, part.name):
                yield Owned(scope, part.name, record)
    region = content.region
    for part in dataclass_fields(region):
        value = getattr(region, part.name)
        if isinstance(value, tuple):
            records = (record for record in value if isinstance(record, Record))
            yield from (Owned("region", part.name, record) for record in records)
    for label in region.labels.values():
        yield Owned("region", "labels", label)
    if region.navigation.origin.file:
        yield Owned("region", "navigation", region.navigation)
    if region.accessibility:
        yield Owned("region", "accessibility", region.accessibility)


# The pairs that are texts, by their class; those of addresses and slugs are not among them.
_KINDS: Mapping[type[Any], Kind] = {
    cast("type[Any]", Text): "plain",
    cast("type[Any]", Markdown): "markdown",
}


def _texts(value: object) -> Iterator[tuple[Text, Kind]]:
    """Find the texts inside a record; addresses and slugs in pairs are no texts."""
    if isinstance(value, Pair):
        kind = _KINDS.get(type(value))
        if kind:
            yield value, kind
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
