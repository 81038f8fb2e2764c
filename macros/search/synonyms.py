"""The words that people type for what our texts call otherwise.

They come from the glossary and stay within one language: a Dutch synonym never leads to a
French page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from macros.content.territory import Term
from macros.folding import words
from macros.language import Lang

_ENDINGS = {"fr": ("", "s", "x", "e", "es"), "nl": ("", "s", "n", "en", "e")}
_SHORTEST = 4
"""Shorter words are abbreviations; they have no endings."""


@dataclass(frozen=True)
class Form:
    """A way in which texts name a term.

    Attributes:
        words: its folded words, each with its endings.
        others: what people may type instead, as written in the glossary.

    """

    words: tuple[frozenset[str], ...]
    others: tuple[str, ...]


class Thesaurus:
    """The terms of one language, found in texts by their first word."""

    def __init__(self, terms: Iterable[Term], lang: Lang) -> None:
        self._by_first: dict[str, list[Form]] = {}
        for term in terms:
            for form in _forms(term, lang):
                for first in form.words[0] if form.words else ():
                    self._by_first.setdefault(first, []).append(form)
        self.others = cache(self._others)
        """Returns the other words for the terms that a text uses, each once, in order."""

    def _others(self, text: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        said = words(text)
        for place, word in enumerate(said):
            for form in self._by_first.get(word, ()):
                if _stands(form, said[place : place + len(form.words)]):
                    found.update(dict.fromkeys(form.others))
        return tuple(found)


@lru_cache(maxsize=len(_ENDINGS))
def thesaurus(terms: tuple[Term, ...], lang: Lang) -> Thesaurus:
    """Return the thesaurus of a glossary, which all sites of a language share."""
    return Thesaurus(terms, lang)


def _stands(form: Form, said: list[str]) -> bool:
    """Tell whether words are a form of a term, each of them possibly in the plural."""
    return len(said) == len(form.words) and all(
        word in own for own, word in zip(form.words, said, strict=True)
    )


def term_words(term: Term, lang: Lang) -> tuple[str, ...]:
    """Return all words for a term in one language besides the term itself."""
    short = (term.abbreviation[lang],) if term.abbreviation else ()
    return (*short, *getattr(term.synonyms, lang))


def _forms(term: Term, lang: Lang) -> Iterator[Form]:
    """Go through the forms that have other words: the term, and its abbreviation."""
    others = term_words(term, lang)
    if others:
        yield Form(_inflected(term.term[lang], lang), others)
    if term.abbreviation:
        rest = (term.term[lang], *getattr(term.synonyms, lang))
        yield Form(_inflected(term.abbreviation[lang], lang), rest)


def _inflected(name: str, lang: Lang) -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(word + ending for ending in _ENDINGS[lang])
        if len(word) >= _SHORTEST
        else frozenset({word})
        for word in words(name)
    )
