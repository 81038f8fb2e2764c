"""Texts as the search index takes them: plain words, with the seams that people search at.

The index cuts words at spaces and ASCII punctuation only, and knows no ligatures. What is put in
here for it, `overrides/assets/javascripts/search.js` takes out again for readers.
"""

import html
import re

from macros.language import Lang
from macros.prose.compounds import WordSeams

_SOFT_HYPHEN = "\u00ad"
"""Stands in a ligature; the index passes over it."""

_HIDDEN = re.compile(r"<(svg|script|style|template)\b.*?</\1>", re.DOTALL)
_WITHIN = re.compile(r"<wbr>(?:<span[^>]*>)?")
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ATTRIBUTES = re.compile(r"\{:[^}]*\}|\{ ?[#.][^}\n]*\}")
_FRAMES = re.compile(r"^ *(?:!!! *[\w -]+|\|?[ |:-]*-{3}[ |:-]*$)", re.MULTILINE)
"""What opens a note or rules a table: the words of its title stay."""
_MARKS = re.compile(r"^\s*(?:#+|[-*+>]|\d+\.)\s+|[*`|]|\b_|_\b", re.MULTILINE)
_SPACES = re.compile(r"[ \t\r\n]+")
_APART = re.compile(r" (?=[,.)](?:\s|$))")
"""A space that stood for the end of a link, before the mark that belongs to its last word."""
_ELISION = re.compile(r"\b([cdjlmnst]|(?:jus|lors|puis|quoi)?qu)[’'](?=\w)", re.IGNORECASE)
_LIGATURE = re.compile(r"[œŒæÆ]")
_LETTERS = {"œ": "o\u00ade", "Œ": "O\u00ade", "æ": "a\u00ade", "Æ": "A\u00ade"}
_WORD = re.compile(r"[^\W\d_]{8,}")
_SPELLED = re.compile(r"[^\W\d_]{4,}")


def plain(markup: str) -> str:
    """Return the words of HTML or of our Markdown on one line."""
    text = _TAG.sub(" ", _WITHIN.sub("", _HIDDEN.sub(" ", markup)))
    text = _FRAMES.sub(" ", _ATTRIBUTES.sub(" ", _LINK.sub(r"\1", text)))
    text = _MARKS.sub(" ", text)
    return _APART.sub("", _SPACES.sub(" ", html.unescape(text))).strip()


def prepared(text: str, lang: Lang, seams: WordSeams) -> str:
    """Return a text with its seams open to the index.

    French: an elided article stands apart (`l’ accès`), a ligature is two letters around a soft
    hyphen. Dutch: the parts of compound words are divided by soft hyphens.
    """
    if lang == "nl":
        return _WORD.sub(lambda found: seams(found[0]), text)
    apart = _ELISION.sub(r"\1’ ", text)
    return _LIGATURE.sub(lambda found: _LETTERS[found[0]], apart)


def spelled(text: str) -> list[str]:
    """Return the words of a text in small letters with their accents; short ones are left out."""
    return _SPELLED.findall(text.lower())
