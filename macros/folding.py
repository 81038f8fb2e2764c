"""Words without what people leave out when they search, compare or name: accents, case, marks."""

import re
import unicodedata

_FOLDED_WORD = re.compile(r"[^\W_]+")
_LETTERS = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
"""Latin letters beside the plain alphabet, of which most have an accent."""
_UNSEEN = "·\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""The dot of inclusive spelling, and what divides no word and cannot be seen."""
_FOLDED = (
    {
        code: unicodedata.normalize("NFD", chr(code))[0]
        for code in _LETTERS
        if unicodedata.decomposition(chr(code))
    }
    | dict.fromkeys((*range(0x300, 0x370), *map(ord, _UNSEEN)), "")  # accents that stand alone
    | {ord("œ"): "oe", ord("æ"): "ae", ord("ß"): "ss"}
)
"""What becomes of letters that are not of the plain alphabet."""


def folded(text: str) -> str:
    """Return a text for comparison: small letters without accents, ligatures or middle dots."""
    return text.lower().translate(_FOLDED)


def words(text: str) -> list[str]:
    """Return the folded words of a text; elided articles and hyphens divide."""
    return _FOLDED_WORD.findall(folded(text))


def slugify(text: str) -> str:
    """Turn a title into a slug: ASCII lower case, words joined by hyphens."""
    parts = (re.sub(r"[^a-z0-9]", "", word) for word in words(unicodedata.normalize("NFKC", text)))
    return "-".join(filter(None, parts))
