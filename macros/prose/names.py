"""Words that have one right form in a language, and the wrong ones that stand for it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.prose.words import words_of


@dataclass(frozen=True, slots=True)
class Misnomer:
    """A wrong form in a text, with the right one."""

    start: int
    end: int
    right: str


class Misnomers:
    """Finds wrong forms as whole words, the longest first.

    Args:
        forms: right form by wrong form.
        exact: whether upper and lower case count. They do for names and abbreviations, so that
            `TO` is not found in "to". The first letter of a term may be upper case anyway.

    """

    def __init__(self, forms: Mapping[str, str], *, exact: bool = True) -> None:
        self._exact = exact
        self.forms = frozenset(forms)
        self._right = {self._key(wrong): right for wrong, right in forms.items()}
        # The words of each form, by one of them.
        self._words: dict[str, list[frozenset[str]]] = defaultdict(list)
        for wrong in forms:
            words = words_of(wrong)
            self._words[min(words, default="")].append(words)
        self._signs = frozenset(self._words)

    def find(self, masked: str) -> Iterator[Misnomer]:
        """Find the wrong forms of masked prose.

        A form that stands beside the right one, as in `Elsene (Ixelles)`, is a translation for
        the reader and no slip.
        """
        if not self._may_stand_in(words_of(masked)):
            return
        for found in self._pattern.finditer(masked):
            # A pattern without case takes letters such as `İ` for others, which no form has.
            right = self._right.get(self._key(found[0]))
            if right and not _stands_beside(right, masked, found.start(), found.end()):
                yield Misnomer(found.start(), found.end(), right)

    def _may_stand_in(self, words: frozenset[str]) -> bool:
        """Tell whether a text of these words has all words of a form; nearly none has."""
        if "" in self._signs:  # a form without letters
            return True
        shared = self._signs & words
        return bool(shared) and any(form <= words for word in shared for form in self._words[word])

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _whole_words(self.forms, exact=self._exact)

    def _key(self, word: str) -> str:
        word = re.sub(r"\s+", " ", word).replace("'", "’")
        return word if self._exact else word.casefold()


NEAR = 4
"""Characters between two names of one thing: ` (`, ` / `, ` – `."""


def _stands_beside(right: str, text: str, start: int, end: int) -> bool:
    before = text[max(0, start - len(right) - NEAR) : start]
    after = text[end : end + len(right) + NEAR]
    return right.casefold() in before.casefold() or right.casefold() in after.casefold()


def _whole_words(words: Iterable[str], *, exact: bool) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    parts = [re.escape(word).replace(r"\ ", r"\s+").replace("’", "[’']") for word in longest_first]
    flags = re.NOFLAG if exact else re.IGNORECASE
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w]|-\w)", flags)
