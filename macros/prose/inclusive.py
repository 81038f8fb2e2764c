"""Inclusive spelling in French: one form on all sites, that of the sources, `professionnel·les`.

The stem is the masculine singular; the middle dot stands once, before the feminine ending, and
the plural has its `s` at the end. Other forms are turned into it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.prose.words import words_of

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
_ALL = re.compile(r"\b(?P<tou>[Tt]ou)(?:s?[.•‧∙⋅/-]te[.•‧∙⋅/-]?s|\(te\)s)(?!\w)")
"""`tou.te.s`, `tous.tes`: the one word whose stem is no masculine singular."""
_SIGN = re.compile(rf"{_LETTERS}[(.•‧∙⋅·/–-](?:{_ENDINGS})s?(?![^\W\d_])")
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


class Doublets:
    """The pairs of words, such as "habitants et habitantes", that have a form of the house.

    Args:
        forms: stems and endings of the forms in use (see `house_forms`).

    """

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        self._right: dict[frozenset[str], str] = {}
        for base, end in forms:
            for many in ("", "s"):
                pair = frozenset({base + many, _feminine(base, end) + many})
                self._right[pair] = f"{base}{DOT}{end}{many}"
        self._signs = frozenset(word for pair in self._right for word in pair)

    def find(self, text: str) -> Iterator[Variant]:
        """Find pairs joined by "et" or "ou", in any order."""
        if (" et " not in text and " ou " not in text) or self._signs.isdisjoint(words_of(text)):
            return
        for found in _DOUBLET.finditer(text):
            right = self._right.get(frozenset({found["one"].lower(), found["two"].lower()}))
            if right:
                right = right.capitalize() if found["one"][0].isupper() else right
                yield Variant(found.start(), found.end(), right, certain=False)


def variants(text: str, doublets: Doublets | None = None) -> Iterator[Variant]:
    """Find the other forms; of two words side by side, those that `doublets` knows."""
    is_signed = _SIGN.search(text) is not None
    for form in _FORMS if is_signed else ():
        for found in form.finditer(text):
            stem, end = found["stem"], found["end"]
            after = stem.casefold()
            if after.endswith("e") if end == "e" else not after.endswith(_AFTER[end]):
                continue
            right = f"{stem}{DOT}{_HOUSE.get(end, end)}{found['many'] or ''}"
            yield Variant(found.start(), found.end(), right)
    for found in _ALL.finditer(text) if is_signed else ():
        yield Variant(found.start(), found.end(), f"{found['tou']}{DOT}tes")
    if doublets:
        yield from doublets.find(text)


def _feminine(base: str, end: str) -> str:
    """Return the feminine word that a form of the house stands for: `acteur·rice`, `actrice`."""
    cut = {"rice": 3, "se": 1, "ère": 2, "ve": 1}.get(end, 0)
    return base[: len(base) - cut] + end
