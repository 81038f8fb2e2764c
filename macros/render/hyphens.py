"""Long Dutch words of headings, made to come apart where they are compounds.

A browser without a Dutch dictionary cuts `gezondheidsbevordering` anywhere and shows no hyphen.
Soft hyphens between the parts (`gezondheids-bevordering`) show only where a line ends.
"""

import re
from collections.abc import Iterable

from macros.search.compounds import Compounds
from macros.search.text import SEAM, WordSeams

SOFT_HYPHEN = "\u00ad"
_HEADING = re.compile(r"(?<=<)h([1-4])\b.*?(?=</h\1>)", re.DOTALL)
_LONG = re.compile(r"(?:(?<=>)|(?<=[\s‘(-]))[^\W\d_]{12,}(?![^<>]*>)")
_ENDING = re.compile(r"(?<=\w{6})(?=hei?d(?:en)?$)")
"""The one ending before which a long word that is no compound divides well."""


def dutch_seams(texts: Iterable[str]) -> WordSeams:
    """Return what divides the compounds that Dutch texts use."""
    return Compounds(texts).seams


def with_hyphens(html: str, seams: WordSeams) -> str:
    """Put soft hyphens into the long words of the headings of a page; tags stay as they are."""

    def word(found: re.Match[str]) -> str:
        divided = seams(found[0]).replace(SEAM, SOFT_HYPHEN)
        return divided if SOFT_HYPHEN in divided else _ENDING.sub(SOFT_HYPHEN, divided)

    return _HEADING.sub(lambda heading: _LONG.sub(word, heading[0]), html)
