"""The words that people type for what our texts call otherwise.

They come from the glossary and stay within one language: a Dutch synonym never leads to a
French page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.content.territory import Term
from macros.language import Lang
from macros.search.text import words

_ENDINGS = {"fr": ("", "s", "x", "e", "es"), "nl": ("", "s", "n", "en", "e")}
_SHORTEST = 4
"""Shorter words are abbreviations; they have no endings."""


@dataclass(frozen=True)
class Form:
    """A way in which texts name a term.

    Attributes:
        words: its folded words.
        others: what people may type instead, as written in the glossary.

    """

    words: tuple[str, ...]
    others: tuple[str, ...]


class Thesaurus:
    """The terms of one language, found in texts by their first word."""

    def __init__(self, terms: Iterable[Term], lang: Lang) -> None:
        self._endings = _ENDINGS[lang]
        self._by_first: dict[str, list[Form]] = {}
        for term in terms:
            for form in _forms(term, lang):
                for first in self._inflected(form.words[0]):
                    self._by_first.setdefault(first, []).append(form)

    def others(self, text: str) -> tuple[str, ...]:
        """Return the other words for the terms that a text uses, each once, in order."""
        found: dict[str, None] = {}
        said = words(text)
        for place, word in enumerate(said):
            for form in self._by_first.get(word, ()):
                if self._stands(form.words, said[place : place + len(form.words)]):
                    found.update(dict.fromkeys(form.others))
        return tuple(found)

    def _inflected(self, word: str) -> tuple[str, ...]:
        if len(word) < _SHORTEST:
            return (word,)
        return tuple(word + ending for ending in self._endings)

    def _stands(self, form: tuple[str, ...], said: list[str]) -> bool:
        """Tell whether words are a form of a term, each of them possibly in the plural."""
        return len(said) == len(form) and all(
            word in self._inflected(own) for own, word in zip(form, said, strict=True)
        )


def term_words(term: Term, lang: Lang) -> tuple[str, ...]:
    """Return all words for a term in one language besides the term itself."""
    short = (term.abbreviation[lang],) if term.abbreviation else ()
    return (*short, *getattr(term.synonyms, lang))


def _forms(term: Term, lang: Lang) -> Iterator[Form]:
    """Go through the forms that have other words: the term, and its abbreviation."""
    others = term_words(term, lang)
    if others:
        yield Form(tuple(words(term.term[lang])), others)
    if term.abbreviation:
        rest = (term.term[lang], *getattr(term.synonyms, lang))
        yield Form(tuple(words(term.abbreviation[lang])), rest)
