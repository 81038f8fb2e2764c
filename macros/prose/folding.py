"""Words for comparison: small letters without accents, ligatures or middle dots."""

import re
import unicodedata

_FOLDED_WORD = re.compile(r"[^\W_]+")
_SOFT_HYPHEN = "\u00ad"
_FOLDED = {
    code: unicodedata.normalize("NFD", chr(code))[0]
    for code in range(0xC0, 0x250)
    if unicodedata.decomposition(chr(code))
} | {ord("œ"): "oe", ord("æ"): "ae", ord("·"): "", ord(_SOFT_HYPHEN): ""}
"""What becomes of letters that are not of the plain alphabet; Latin with accents loses them."""


def folded(text: str) -> str:
    """Return a text for comparison: small letters without accents, ligatures or middle dots."""
    return text.lower().translate(_FOLDED)


def words(text: str) -> list[str]:
    """Return the folded words of a text; elided articles and hyphens divide."""
    return _FOLDED_WORD.findall(folded(text))
