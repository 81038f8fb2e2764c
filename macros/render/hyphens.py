"""Where lines may end: in long Dutch words of headings, not in `e-mail`, nor in parts of code.

A browser without a Dutch dictionary cuts `gezondheidsbevordering` anywhere and shows no hyphen.
Soft hyphens between the parts (`gezondheids-bevordering`) show only where a line ends. After the
hyphens of `e-mail`, `--fix` and `2027-01-15` every browser ends a line, and after any letter of a
file name that is too long for a cell.
"""

import re
from collections.abc import Iterable
from functools import cache

from macros.prose.compounds import SEAM, Compounds, WordSeams
from macros.render.environment import environment

SOFT_HYPHEN = "\u00ad"
_HEADING = re.compile(r"(?<=<)h([1-4])\b.*?(?=</h\1>)", re.DOTALL)
_LONG = re.compile(r"(?:(?<=>)|(?<=[\s‘(-]))[^\W\d_]{12,}(?![^<>]*>)")
_CODE = re.compile(r"(?<=<code>)[^<]+(?=</code>)")
_WHOLE = re.compile(
    r"(?<!\S)--?[a-z][a-z-]*|\b\d{4}-\d\d(?:-\d\d)?\b|(?<=/)[a-z-]{1,20}\.(?:yml|md)\b"
)
_MAIL = re.compile(r"(?<![^\s(>])e-mail\w*(?=[^<>]*<(?!/(?:title|option|script)))", re.IGNORECASE)
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


def with_whole_words(html: str) -> str:
    """Keep `e-mail` on one line, and in inline code options, dates and short names of files."""
    html = _MAIL.sub(lambda found: _whole(found[0]), html)
    return _CODE.sub(lambda code: _WHOLE.sub(lambda found: _whole(found[0]), code[0]), html)


@cache
def _whole(text: str) -> str:
    return environment().get_template("macros/whole.html").render(text=text)
