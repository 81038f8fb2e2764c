"""Names and terms whose capitals are fixed, and words that have nothing but capitals."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.prose.words import words_of

_CAPITALS = "[A-ZÀ-ÖØ-ÞŒŸ]"
_LOUD = re.compile(_CAPITALS + "{4}")
_WORD = rf"{_CAPITALS}+(?:[-’']{_CAPITALS}+)*"
_SHOUT = re.compile(rf"(?<![\w’'-]){_WORD}(?:(?:\s+\d+)*\s+{_WORD})+(?![\w’'-])")
"""Words in capitals with nothing but spaces and numbers between them; a list has commas."""
_LETTERS = {2: 18}
_LETTERS_OF_MORE = 12
"""Letters from which so many words are no row of abbreviations."""


@dataclass(frozen=True, slots=True)
class Miscased:
    """A term with other capitals than its own."""

    start: int
    end: int
    right: str


def shouts(masked: str) -> Iterator[tuple[int, int]]:
    """Find sentences, or most of them, in capitals: give where each starts and ends."""
    if not _LOUD.search(masked):
        return
    for found in _SHOUT.finditer(masked):
        words = [word for word in found[0].split() if not word.isdigit()]
        if sum(map(str.isalpha, found[0])) >= _LETTERS.get(len(words), _LETTERS_OF_MORE):
            yield found.start(), found.end()


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
        signs = self._signs & words
        if not signs:
            return
        plain = _plain(masked)
        lowered = plain.lower()
        for sign in signs:
            for needed, right in self._by_word[sign].items():
                if needed <= words:
                    yield from _miscased(plain, lowered, right)


def _miscased(plain: str, lowered: str, right: str) -> Iterator[Miscased]:
    wanted, start = right.lower(), -1
    while (start := lowered.find(wanted, start + 1)) >= 0:
        end = start + len(wanted)
        is_right = plain.startswith((right, right[0].upper() + right[1:]), start)
        if not is_right and _is_whole(plain, start, end):
            yield Miscased(start, end, right)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether whole words stand there, not a part of a longer one."""
    before, after = text[start - 1 : start], text[end : end + 2]
    inside = before.isalnum() or before in ("-", "_")
    return not (before and inside) and not after[:1].isalnum() and not re.match(r"-\w|_", after)


def _plain(text: str) -> str:
    """Write a text on one line with one kind of apostrophe, every character in its place."""
    return text.replace("\n", " ").replace("'", "’")
