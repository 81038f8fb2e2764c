"""Names and terms whose capitals are fixed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.prose.words import words_of


@dataclass(frozen=True, slots=True)
class Miscased:
    """A term with other capitals than its own."""

    start: int
    end: int
    right: str


class Capitals:
    """Finds terms that are written with other capitals, as whole words."""

    def __init__(self, terms: Iterable[str]) -> None:
        # the terms, with their words, by one of these
        self._by_word: dict[str, dict[frozenset[str], str]] = defaultdict(dict)
        for term in terms:
            words = words_of(term)
            self._by_word[max(words, key=len, default="")][words] = term
        self._signs = frozenset(self._by_word)

    def find(self, masked: str) -> Iterator[Miscased]:
        """Find them in masked prose; a small first letter may be a capital at any place."""
        words = words_of(masked)
        for sign in self._signs & words:
            for needed, right in self._by_word[sign].items():
                if needed <= words:
                    yield from _miscased(masked, right)


def _miscased(masked: str, right: str) -> Iterator[Miscased]:
    for found in _pattern(right).finditer(masked):
        written = re.sub(r"\s+", " ", found[0]).replace("'", "’")
        if written not in (right, right[0].upper() + right[1:]):
            yield Miscased(found.start(), found.end(), right)


@lru_cache(maxsize=1_000)
def _pattern(term: str) -> re.Pattern[str]:
    words = re.escape(term).replace(r"\ ", r"\s+").replace("’", "[’']")
    return re.compile(rf"(?<![\w-]){words}(?![\w]|-\w)", re.IGNORECASE)
