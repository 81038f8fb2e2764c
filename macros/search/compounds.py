"""Where Dutch compound words come apart, learnt from the texts of a site.

A word is divided where both parts are words of the same texts, or where the first is one and the
second ends several compounds: `hulpverlener` and `zorgverlener` tell that `verlener` is a part.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from macros.search.text import SOFT_HYPHEN, words

SHORTEST_WORD = 8
SHORTEST_PART = 4
SHORTEST_ENDING = 5
"""The least length of an ending that stands nowhere as a word of its own."""
_LINKS = ("", "s", "en", "e")
_NO_HEADS = frozenset(
    ["aan", "achter", "alle", "andere", "anders", "binnen", "boven", "buiten", "door", "eerste", "elkaar", "heen", "ieder", "in", "ligt", "mede", "meer", "mijn", "naar", "neer", "onder", "over", "rond", "samen", "tegen", "terug", "tussen", "vast", "vele", "verder", "voor", "voort", "waar", "weer", "welk", "zelf", "zijn"]
)
"""Prefixes and short words that begin many words without being a part to search for."""


class Compounds:
    """The compounds of one collection of texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        counts = Counter(word for text in texts for word in words(text) if word.isalpha())
        self._words = frozenset(word for word in counts if len(word) >= SHORTEST_PART)
        self._heads = self._words - _NO_HEADS
        self._endings = self._productive()
        self._divided = cache(self._division)

    def seams(self, word: str) -> str:
        """Return a word with soft hyphens between its parts; most words stay as they are."""
        whole = words(word)
        if len(whole) != 1 or len(whole[0]) != len(word):
            return word
        parts = self._divided(whole[0])
        if len(parts) == 1:
            return word
        ends = [sum(map(len, parts[:count])) for count in range(len(parts) + 1)]
        return SOFT_HYPHEN.join(
            word[start:end] for start, end in zip(ends[:-1], ends[1:], strict=True)
        )

    def _productive(self) -> frozenset[str]:
        """Return the endings that follow at least two different heads."""
        heads: dict[str, set[str]] = {}
        for word in self._words:
            for cut in range(SHORTEST_PART, len(word) - SHORTEST_ENDING + 1):
                head = self._head(word[:cut])
                if head:
                    heads.setdefault(word[cut:], set()).add(head)
        return frozenset(ending for ending, found in heads.items() if len(found) > 1)

    def _head(self, part: str) -> str | None:
        """Return the word that a first part is, without its linking letters."""
        for link in _LINKS:
            bare = part.removesuffix(link) if link else part
            if len(bare) >= SHORTEST_PART and bare + link == part and bare in self._heads:
                return bare
        return None

    def _tail(self, part: str) -> bool:
        return part in self._words or part in self._endings

    def _division(self, word: str) -> tuple[str, ...]:
        """Return the parts of a word; the longest known first part wins."""
        if len(word) < SHORTEST_WORD:
            return (word,)
        for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            first, rest = word[:cut], word[cut:]
            if self._head(first) is None:
                continue
            if self._tail(rest):
                return (*self._divided(first), *self._divided(rest))
            deeper = self._divided(rest)
            if len(deeper) > 1:
                return (*self._divided(first), *deeper)
        return (word,)
