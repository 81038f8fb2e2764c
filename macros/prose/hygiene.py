"""Marks that a text was left unfinished or was damaged on its way.

These look at raw text: an invisible character matters in a key and in a name of a file too.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from macros.language import Message
from macros.prose.masking import HIDDEN
from macros.prose.words import words_of

_LEFTOVER = re.compile(
    r"\b(?:TODO|FIXME|TBC|TBD|XXX+)\b|\b[xX]{3,}\b"
    r"|\blorem ipsum\b|\bdolor sit amet\b"
    r"|(?<!\w)(?:à|a) (?:traduire|compléter|completer|préciser plus tard)(?!\w)"
    r"|\btraduction (?:à venir|suivra|en cours)\b|\btexte (?:provisoire|à venir)\b"
    r"|\b(?:nog )?(?:te vertalen|te vervolledigen)\b"
    # Without "nog" these are ordinary words, unless they stand alone.
    r"|\bnog (?:aan te vullen|in te vullen|na te kijken)\b|^\W*(?:aan|in) te vullen\W*$"
    r"|\bvertaling (?:volgt|komt|in opmaak)\b|\btekst (?:volgt|komt nog)\b"
    r"|\[(?:…|\.\.\.|aanvullen|\?+)\]|\?{3,}"
    r"|<<<<<<<|>>>>>>> ",
    re.IGNORECASE,
)
_SIGNS = words_of(
    "todo fixme tbc tbd lorem dolor traduire compléter completer préciser traduction texte "
    "vertalen vullen vervolledigen kijken vertaling tekst aanvullen"
)
_MARKS = ("xx", "XX", "[", "???", "<<<<", ">>>>")
"""One of these words or marks stands in every leftover: most texts need no closer look."""
_CASED_LEFTOVER = re.compile(r"\b(?:todo|tbc|tbd)\b")

_DIRECTION = Message("un signe de sens d’écriture", "een teken voor de schrijfrichting")
INVISIBLE = {
    "\u200b": Message("une espace sans largeur", "een spatie zonder breedte"),
    "\u200c": Message("un antiliant", "een niet-verbindingsteken"),
    "\u200d": Message("un liant", "een verbindingsteken"),
    "\u2060": Message("un gluon de mots", "een woordverbinder"),
    "\ufeff": Message("une espace sans largeur", "een spatie zonder breedte"),
    "\u00ad": Message("un trait d’union caché", "een verborgen afbreekstreepje"),
    "\u200e": _DIRECTION,
    "\u200f": _DIRECTION,
    "\u202a": _DIRECTION,
    "\u202b": _DIRECTION,
    "\u202c": _DIRECTION,
    "\u202d": _DIRECTION,
    "\u202e": _DIRECTION,
    "\u2066": _DIRECTION,
    "\u2067": _DIRECTION,
    "\u2068": _DIRECTION,
    "\u2069": _DIRECTION,
    "\u2028": Message("un séparateur de lignes", "een regelscheiding"),
    "\u2029": Message("un séparateur de paragraphes", "een alineascheiding"),
    HIDDEN: Message("un signe sans nom", "een teken zonder naam"),
}
_INVISIBLE = re.compile(f"[{''.join(INVISIBLE)}]")

_CP1252 = {bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xC0)}
_MOJIBAKE_SIGNS = "ÃÂÅâï\ufffd?"
_MOJIBAKE = re.compile(
    rf"(?:[ÃÂÅ][{''.join(map(re.escape, sorted(_CP1252)))}])"
    rf"|(?:[âï][{''.join(map(re.escape, sorted(_CP1252)))}]{{2}})"
    r"|\ufffd"
    r"|(?<=\w)\?(?=[a-zà-ÿ]{2,})"  # a question mark inside a word replaces a lost letter
)


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged place and what it should read, where that can be told."""

    start: int
    end: int
    new: str | None = None


def leftovers(masked: str) -> Iterator[Damage]:
    """Find notes to self and dummy text in prose."""
    if _SIGNS.isdisjoint(words_of(masked)) and not any(mark in masked for mark in _MARKS):
        return
    for pattern in (_LEFTOVER, _CASED_LEFTOVER):
        for found in pattern.finditer(masked):
            yield Damage(found.start(), found.end())


def mojibake(text: str) -> Iterator[Damage]:
    """Find UTF-8 that was read as Windows-1252, replacement characters, and letters lost."""
    if not any(sign in text for sign in _MOJIBAKE_SIGNS):
        return
    for found in _MOJIBAKE.finditer(text):
        yield Damage(found.start(), found.end(), _reread(found[0]))


def invisible(text: str) -> Iterator[Damage]:
    """Find characters that nobody sees and that break search, links and line ends."""
    for found in _INVISIBLE.finditer(text):
        yield Damage(found.start(), found.end(), "")


def decomposed(text: str) -> Iterator[Damage]:
    """Find letters written as a base and a separate accent (not Unicode NFC)."""
    if unicodedata.is_normalized("NFC", text):
        return
    for found in re.finditer(r"\S+", text):
        whole = unicodedata.normalize("NFC", found[0])
        if whole != found[0]:
            yield Damage(found.start(), found.end(), whole)


def _reread(damaged: str) -> str | None:
    try:
        read = damaged.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
    return None if read in (damaged, LOST) else read


LOST = "\ufffd"
"""Stands for a letter that nobody knows any more."""
