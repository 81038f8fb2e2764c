"""Names and terms whose capitals are fixed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.prose.words import words_of


@dataclass(frozen=True, slots=True)
class Miscased:
    """A term with other capitals than its own."""

    start: int
    end: int
    right: str


class Capitals:
    """Finds terms that are written with other capitals, as whole words, the longest first."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._right: dict[str, str] = {}
        for term in terms:
            self._right.setdefault(_key(term), term)
        self._signs = [(words_of(term), term) for term in self._right.values()]

    def find(self, masked: str) -> Iterator[Miscased]:
        """Find them in masked prose; a small first letter may be a capital at any place."""
        words = words_of(masked)
        if not any(sign <= words for sign, _ in self._signs):
            return
        for found in self._pattern.finditer(masked):
            right = self._right[_key(found[0])]
            written = re.sub(r"\s+", " ", found[0]).replace("'", "’")
            if written not in (right, right[0].upper() + right[1:]):
                yield Miscased(found.start(), found.end(), right)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._right.values(), key=lambda term: (-len(term), term))
        parts = [re.escape(t).replace(r"\ ", r"\s+").replace("’", "[’']") for t in longest_first]
        return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w]|-\w)", re.IGNORECASE)


def _key(term: str) -> str:
    return re.sub(r"\s+", " ", term).replace("'", "’").casefold()
