"""The sections of the sources whose two sides have to say the same.

A unit is what one ledger file is about: a written page with its counterpart, or a file of
`data/`. Its parts are, in each language, the front-matter texts, the sections of Markdown and
the texts of records, in their order. A part of data has the same name on both sides; a section
of a page is named by its anchor, which differs.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from macros.agreement.fingerprint import fingerprint
from macros.content.base import Record
from macros.content.pages import WrittenPage
from macros.content.strict_yaml import Document
from macros.language import LANGS, Lang
from macros.texts.sources import Passage, Place, Sources


@dataclass(frozen=True, slots=True)
class Part:
    """One section in one language.

    Attributes:
        name: its name in the unit: `title`, `#le-helpdesk`, `atelier.purpose`.
        fingerprint: of what it says.
        place: where it stands.
        title: what an editor calls it.

    """

    name: str
    fingerprint: str
    place: Place
    title: str


@dataclass(frozen=True)
class Unit:
    """A page with its counterpart, or a file of `data/`.

    Attributes:
        name: path of its ledger below `data/.agreed/`, without `.txt`.
        files: its source file in each language; the same for data.
        parts: its sections in each language, in order.
        scope: bassin or `region` for data, `pages` for a page.
        bassins: the bassins that show it; all of them when empty.

    """

    name: str
    files: Mapping[Lang, str]
    parts: Mapping[Lang, tuple[Part, ...]]
    scope: str
    bassins: tuple[str, ...] = ()

    def shown_in(self, bassin: str) -> bool:
        """Tell whether the sites of a bassin show it."""
        if self.scope in ("pages", "region"):
            return not self.bassins or bassin in self.bassins
        return self.scope == bassin


OPENING = 6
"""Words that suffice to find the beginning of a page again."""


@dataclass
class _Draft:
    files: dict[Lang, str] = field(default_factory=dict)
    parts: dict[Lang, list[Part]] = field(default_factory=lambda: {lang: [] for lang in LANGS})
    scope: str = "pages"
    bassins: tuple[str, ...] = ()


@lru_cache(maxsize=2)
def units(sources: Sources) -> tuple[Unit, ...]:
    """Return all units that exist on both sides, in the order of their names."""
    drafts: dict[str, _Draft] = {}
    for twins in sources.pairs:
        for passage in twins:
            name = unit_name(passage.file)
            if name not in drafts:
                drafts[name] = _Draft(scope=passage.scope, bassins=_bassins(passage))
            draft = drafts[name]
            draft.files[passage.lang] = passage.file
            draft.parts[passage.lang].extend(_parts(passage))
    return tuple(
        Unit(
            name,
            draft.files,
            {lang: tuple(_unique(parts)) for lang, parts in draft.parts.items()},
            draft.scope,
            draft.bassins,
        )
        for name, draft in sorted(drafts.items())
    )


def unit_name(file: str) -> str:
    """Return the unit of a source file: `docs/contact` for `docs/nl/contact.md`."""
    top, _, below = file.partition("/")
    if top == "docs":
        return "docs/" + below.partition("/")[2].removesuffix(".md")
    return below.removesuffix(".yml")


def _bassins(passage: Passage) -> tuple[str, ...]:
    owner = passage.owner.meta if isinstance(passage.owner, WrittenPage) else passage.owner
    if owner.origin.path:
        return ()  # a list file mixes records of different bassins
    return tuple(getattr(owner, "bassins", ()))


def _parts(passage: Passage) -> Iterator[Part]:
    name = _name(passage)
    if passage.kind == "plain":
        yield Part(name, fingerprint(passage.text), passage.place(), name)
        return
    prefix = "" if passage.scope == "pages" else name
    for section in passage.markdown.sections:
        anchor = f"#{section.anchor}" if section.anchor or not prefix else ""
        line = section.line
        if not section.heading:
            blank = len(section.text) - len(section.text.lstrip("\n"))
            line += blank
        yield Part(
            prefix + anchor,
            fingerprint(section.text),
            Place(passage.file, line),
            section.title or (name if prefix else _opening(section.text)),
        )


def _opening(text: str) -> str:
    """Return the words with which a part begins that has no heading of its own."""
    words = text.split()
    shown = " ".join(words[:OPENING])
    return f"{shown.rstrip(',;:')}…" if len(words) > OPENING else shown


def _name(passage: Passage) -> str:
    """Name a text by its keys, with the id of a record of a list in place of its number."""
    document = _document(passage)
    names: list[str] = []
    value: Any = document.value if document else None
    for key in passage.path:
        if key in LANGS:
            continue
        inner = value[key] if _has(value, key) else None
        if isinstance(key, int):
            own = inner.get("id") if isinstance(inner, dict) else None
            names.append(str(own or key + 1))
        else:
            names.append(key)
        value = inner
    # A name is one word of a ledger, whatever kind of space a key holds.
    return ".".join("-".join(name.split()) for name in names)


def _document(passage: Passage) -> Document | None:
    if passage.scope == "pages":
        return None
    owner = passage.owner
    return owner.origin.document if isinstance(owner, Record) else None


def _has(value: Any, key: str | int) -> bool:
    if isinstance(value, dict):
        return key in value
    return isinstance(value, list) and isinstance(key, int) and key < len(value)


def _unique(parts: Iterable[Part]) -> Iterator[Part]:
    """Give repeated names a number, so that each names one part."""
    seen: dict[str, int] = {}
    for part in parts:
        count = seen[part.name] = seen.get(part.name, 0) + 1
        if count == 1:
            yield part
        else:
            yield Part(f"{part.name}~{count}", part.fingerprint, part.place, part.title)
