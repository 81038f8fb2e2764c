"""Inclusive spelling in French: one form on all sites, that of the sources, `professionnel·les`.

The stem is the masculine singular; the middle dot stands once, before the feminine ending, and
the plural has its `s` at the end. Other forms are turned into it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

DOT = "·"
_LETTERS = "[^\\W\\d_]"
_ENDINGS = "trice|rice|ice|euse|se|ère|ve|ne|le|te|e"
_FORMS = (
    # professionnel(le)s, professionnel.le.s, professionnel-le-s, professionnel·le·s, ami•es
    re.compile(rf"\b(?P<stem>{_LETTERS}{{3,}})\((?P<end>{_ENDINGS})\)(?P<many>s)?(?!\w)"),
    re.compile(
        rf"\b(?P<stem>[a-zà-ÿ]{{3,}}|[A-ZÀ-Ý][a-zà-ÿ]{{3,}}(?=\.{_LETTERS}+(?:s\b|\.s\b)))"
        rf"\.(?P<end>{_ENDINGS})\.?(?P<many>s)?(?![\w@.]\w)(?!\w)"
    ),
    re.compile(rf"\b(?P<stem>{_LETTERS}{{3,}})[-–](?P<end>{_ENDINGS})[-–](?P<many>s)\b"),
    re.compile(rf"\b(?P<stem>{_LETTERS}{{3,}})·(?P<end>{_ENDINGS})·(?P<many>s)\b"),
    re.compile(rf"\b(?P<stem>{_LETTERS}{{3,}})[•‧∙⋅](?P<end>{_ENDINGS})[•‧∙⋅]?(?P<many>s)?\b"),
    re.compile(rf"\b(?P<stem>{_LETTERS}{{3,}})/(?P<end>{_ENDINGS})/?(?P<many>s)?\b(?!/)"),
)
_DOUBLET = re.compile(
    rf"\b(?P<one>{_LETTERS}{{4,}}) (?:et|ou) (?:(?:les|des|aux|une|la) |(?:d|l)’)?"
    rf"(?P<two>{_LETTERS}{{4,}})\b"
)
_AFTER: dict[str, tuple[str, ...]] = {
    "trice": ("teur",),
    "rice": ("teur",),
    "ice": ("eur",),
    "euse": ("eur",),
    "se": ("eur",),
    "ère": ("er",),
    "ve": ("f",),
    "ne": ("n",),
    "le": ("l",),
    "te": ("t",),
}
"""The ends of the words that each feminine ending belongs to; a plain `e` comes after any."""
_HOUSE = {"trice": "rice", "ice": "rice", "euse": "se"}
_HOUSE_FORM = re.compile(rf"\b({_LETTERS}+){DOT}({_LETTERS}+?)s?\b")


@dataclass(frozen=True, slots=True)
class Variant:
    """Another inclusive form: where it stands, and the form of the house.

    `certain` says that it can be written in its place as it is; of two words joined by "et", the
    articles around them may have to change.
    """

    start: int
    end: int
    right: str
    certain: bool = True


def house_forms(text: str) -> Iterator[tuple[str, str]]:
    """Give the stem and the feminine ending of each word in the form of the house."""
    for found in _HOUSE_FORM.finditer(text.casefold()) if DOT in text else ():
        yield found[1], found[2]


def variants(text: str, known: frozenset[tuple[str, str]] = frozenset()) -> Iterator[Variant]:
    """Find the other forms; two words side by side only where `known` has theirs."""
    for form in _FORMS:
        for found in form.finditer(text):
            stem, end = found["stem"], found["end"]
            if end != "e" and not stem.casefold().endswith(_AFTER[end]):
                continue
            if end == "e" and stem.casefold().endswith("e"):
                continue
            right = f"{stem}{DOT}{_HOUSE.get(end, end)}{found['many'] or ''}"
            yield Variant(found.start(), found.end(), right)
    if " et " in text or " ou " in text:
        for found in _DOUBLET.finditer(text):
            joined = _joined(found["one"], found["two"], known)
            if joined:
                yield Variant(found.start(), found.end(), joined, certain=False)


def _joined(one: str, two: str, known: frozenset[tuple[str, str]]) -> str | None:
    """Return the form of the house for a masculine and a feminine word, in any order."""
    for him, her in ((one, two), (two, one)):
        many = "s" if him.endswith("s") and her.endswith("s") else ""
        stem, feminine = him.removesuffix(many), her.removesuffix(many).casefold()
        for base, end in known:
            if stem.casefold() == base and feminine in _feminines(base, end):
                return f"{stem}{DOT}{end}{many}"
    return None


def _feminines(base: str, end: str) -> tuple[str, ...]:
    """Return the feminine words that a house form may stand for."""
    if end in ("rice", "se", "ère", "ve"):
        cut = {"rice": 3, "se": 1, "ère": 2, "ve": 1}[end]
        return (base[:-cut] + end,)
    return (base + end,)
