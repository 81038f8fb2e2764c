"""The words of a text, to tell at once that it cannot hold what a rule looks for."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=20_000)
def words_of(text: str) -> frozenset[str]:
    """Return the different words of a text, whatever their case. Several rules ask for them."""
    return frozenset(_WORD.findall(text.casefold()))
