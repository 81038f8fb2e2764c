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


@dataclass(frozen=True)
class Entry:
    """A term with its other words.

    Attributes:
        forms: the forms by which a text names it, each as folded words.
        others: what people may type instead, as written in the glossary.

    """

    forms: tuple[tuple[str, ...], ...]
    others: tuple[str, ...]


class Thesaurus:
    """The terms of one language, found in texts by their first word."""

    def __init__(self, terms: Iterable[Term], lang: Lang) -> None:
        self._endings = _ENDINGS[lang]
        self._by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for term in terms:
            entry = _entry(term, lang)
            for form in entry.forms:
                for ending in self._endings:
                    self._by_first.setdefault(form[0] + ending, []).append((form, entry))

    def others(self, text: str) -> tuple[str, ...]:
        """Return the other words for the terms that a text uses, each once, in order."""
        found: dict[str, None] = {}
        said = words(text)
        for place, word in enumerate(said):
            for form, entry in self._by_first.get(word, ()):
                if self._stands(form, said[place : place + len(form)]):
                    found.update(dict.fromkeys(entry.others))
        return tuple(found)

    def _stands(self, form: tuple[str, ...], said: list[str]) -> bool:
        """Tell whether words are a form of a term, each of them possibly in the plural."""
        return len(said) == len(form) and all(
            word.startswith(own) and word[len(own) :] in self._endings
            for own, word in zip(form, said, strict=True)
        )


def term_words(term: Term, lang: Lang) -> tuple[str, ...]:
    """Return all words for a term in one language besides the term itself."""
    short = (term.abbreviation[lang],) if term.abbreviation else ()
    return (*short, *getattr(term.synonyms, lang))


def _entry(term: Term, lang: Lang) -> Entry:
    forms = tuple(dict.fromkeys(tuple(words(name)) for name in _names(term, lang)))
    return Entry(forms, (term.term[lang], *term_words(term, lang)))


def _names(term: Term, lang: Lang) -> Iterator[str]:
    yield term.term[lang]
    if term.abbreviation:
        yield term.abbreviation[lang]
