"""Where Dutch compound words come apart, learnt from the texts of a site.

A word is divided after a part that the same texts use as a word: `zorg|verlener`. The best place
is one where the other part is known too, as a word or as the end of several compounds. A wrong
division does no harm: nobody sees it, and nobody searches for the pieces.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import accumulate, pairwise
from typing import TypeAlias

from macros.folding import words

SEAM = "|"
"""Stands between the parts of a word; the index takes the word as a whole and each part."""
WordSeams: TypeAlias = Callable[[str], str]
"""Puts seams between the parts of a compound word."""

SHORTEST_WORD = 8
SHORTEST_PART = 4
SHORTEST_UNKNOWN = 5
"""The least length of a part that stands nowhere as a word of its own."""
_LINKS = ("", "s", "en", "e")
_NO_HEADS = frozenset(
    {
        "achter", "alle", "andere", "anders", "binnen", "boven", "buiten", "door", "eerste",
        "elkaar", "heen", "ieder", "ligt", "mede", "meer", "mijn", "naar", "neer", "onder", "over",
        "rond", "samen", "tegen", "terug", "tussen", "vast", "vele", "verder", "voor", "voort",
        "waar", "weer", "welk", "zelf", "zijn",
    }
)  # fmt: skip
"""Prefixes and short words that begin many words without being a part to search for."""
_SUFFIX = re.compile(
    r"(?:e?lijk|e?lijks|ing|heid|heden|baar|achtig|loos|isch|ster|ende|eren)\w{0,3}"
)
"""What is an ending of one word rather than a part of a compound."""
_ONSET = re.compile(
    r"[aeiou]|[bcdfghjklmnprstvwz][aeiouy]|[bdfgkptvw]r|[bfgkpsv]l|[dtz]w|k[nw]"
    r"|s(?:ch|[cmnpt][aeioulr])"
)
"""How a Dutch word can begin."""


class Compounds:
    """The compounds of one collection of texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        used = {word for text in texts for word in words(text)}
        self._words = {word for word in used if len(word) >= SHORTEST_PART and word.isalpha()}
        heads = self._words - _NO_HEADS
        self._heads = {head + link: head for link in _LINKS for head in sorted(heads)}
        """First parts as they stand in compounds, and the word that each is."""
        self._endings = self._productive()
        self._divided = cache(self._division)
        self.seams = cache(self._seams)
        """Puts seams between the parts of a word; most words stay as they are."""

    def _seams(self, word: str) -> str:
        whole = words(word)
        if len(whole) != 1 or len(whole[0]) != len(word):
            return word
        parts = self._divided(whole[0])
        if len(parts) == 1:
            return word
        cuts = accumulate(map(len, parts), initial=0)
        return SEAM.join(word[start:end] for start, end in pairwise(cuts))

    def _productive(self) -> frozenset[str]:
        """Return the endings that follow at least two different heads."""
        heads: dict[str, set[str]] = {}
        for word in self._words:
            for cut in range(SHORTEST_PART, len(word) - SHORTEST_UNKNOWN + 1):
                head = self._heads.get(word[:cut])
                if head:
                    heads.setdefault(word[cut:], set()).add(head)
        return frozenset(ending for ending, found in heads.items() if len(found) > 1)

    def _division(self, word: str) -> tuple[str, ...]:
        """Return the parts of a word; known parts come first, then the longest first part."""
        if len(word) < SHORTEST_WORD:
            return (word,)
        cuts = range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1)
        worth, cut = max((self._worth(word[:cut], word[cut:]), cut) for cut in cuts)
        if not worth:
            return (word,)
        return (*self._divided(word[:cut]), *self._divided(word[cut:]))

    def _worth(self, first: str, rest: str) -> int:
        """Tell how sure it is that a word is divided here: 0 when it is not."""
        if not _ONSET.match(rest):
            return 0
        if first not in self._heads:
            whole = len(rest) >= SHORTEST_UNKNOWN and rest in self._words
            return int(whole and first not in _NO_HEADS)
        if rest in self._words:
            return 4
        if _SUFFIX.fullmatch(rest):
            return 0
        if rest in self._endings or len(self._divided(rest)) > 1:
            return 3
        return 2 if len(rest) >= SHORTEST_UNKNOWN else 0
