"""Which bassins a command is asked for."""

from collections.abc import Sequence

from macros.authoring.answers import scope_named, wrong_word
from macros.cli.report import stop
from macros.content.content import Content
from macros.language import LANGS


def chosen(words: Sequence[str], content: Content) -> list[str]:
    """Return the ids of the bassins that are meant by their ids or names in either language.

    A word that is none ends the command with code 2 and says which there are.
    """
    known = [bassin.id for bassin in content.bassins]
    found = [scope_named(word, content) for word in words]
    for each in found:
        wrong = wrong_word("bassin", each, known)
        if wrong:
            stop(wrong.message, LANGS, wrong.fix)
    return found
