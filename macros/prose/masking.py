"""What in a Markdown text is not prose: code, macros, tags, addresses, markup.

Everything here keeps the length of the text, so that a place found in the masked text is the
place in the source. Hidden characters become `HIDDEN`, line ends stay.
"""

import re
from functools import lru_cache

from macros.language import Lang

HIDDEN = "\ue000"
"""Stands for what is not prose: a private-use character that no rule looks for."""

_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_NOT_PROSE_FORMS = (
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??(?P=fence)[^\n]*$",  # fenced code
    r"<!--.*?-->",
    r"(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)",  # inline code
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}",  # macros
    r"\{ ?[:.#][^}\n]*\}|\{ *[\w-]+=[^}\n]*\}",  # attribute lists
    r"</?[a-zA-Z][^<>]*>",
    r"<(?:https?://|mailto:)[^<>\s]+>",
    r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)",  # target of a link, with its title
    r"\]\[[^\]\n]*\]|^ {0,3}\[[^\]\n]+\]:[^\n]*$",  # reference link and its definition
    r"\[\^[^\]\n]+\]:?",  # footnote
    r"\b(?:https?://|www\.)[^\s<>»\"]+",
    _EMAIL,
    r"\b(?:[a-z0-9-]+\.)+(?:brussels|be|org|com|eu|net)\b(?:/[^\s<>»\")]*)?",
    r"^ *(?:!!!|\?\?\?\+?) *[\w -]*\"?|(?<=\")(?= *$)",  # admonition before its title
    r":[a-z0-9]+(?:[-_][a-z0-9]+)+:",  # icon
    r"^ *\|[ |:-]*-[ |:-]*$|^ *:?-{2,}:? *\|[ |:-]*$|^ *[-*_]{3,} *$",  # rule
    r"&#?\w+;",
    r"^ {0,3}#{1,6} |^ *(?:[-*+]|\d{1,3}[.)]) (?:\[[ xX]\] )?|^ *(?:> ?)+",  # block marks
)
_NOT_PROSE = re.compile("|".join(_NOT_PROSE_FORMS), re.MULTILINE | re.DOTALL)
_ADMONITION_END = re.compile(r"^ *(?:!!!|\?\?\?\+?)[^\n]*(\")[ ]*$", re.MULTILINE)
# Without any of these nothing has to be hidden, which is so for most texts of data/.
_MARKUP = re.compile(
    r"[`{<\[\]#|@&]|[a-z0-9]\.[a-z]|www\.|://|^ *(?:[-*+>_]|\d|!!!|\?\?\?)|:\w+[-_]\w+:",
    re.MULTILINE,
)
_QUOTED_TONGUE = re.compile(
    r"<(?P<tag>\w+)\b[^<>]*\blang=[\"']?(?P<html>[a-zA-Z-]+)[\"']?[^<>]*>.*?</(?P=tag)>"
    r"|(?P<mark>\*{1,2}|_{1,2})(?=\S)[^*_\n]+?(?P=mark)"
    r"\{:? *lang=[\"']?(?P<attr>[a-zA-Z-]+)[^}\n]*\}"
    r"|\[[^\]\n]+\](?:\([^)\n]*\))?\{[^}\n]*lang=[\"']?(?P<link>[a-zA-Z-]+)[^}\n]*\}",
    re.DOTALL,
)

_CALL_OR_TARGET = re.compile(r"\{\{.*?\}\}|\]\((?!mailto:|tel:)[^)\n]*\)")
_TITLE = re.compile(r"«[^«»]{1,150}»|‘[^‘’]{1,150}’(?!\w)|“[^“”]{1,150}”")


@lru_cache(maxsize=20_000)
def prose(text: str) -> str:
    """Hide everything that is not prose. Several rules ask for the same texts."""
    if not _MARKUP.search(text):
        return text
    masked = _NOT_PROSE.sub(_hide, text)
    for found in _ADMONITION_END.finditer(text):
        masked = masked[: found.start(1)] + HIDDEN + masked[found.end(1) :]
    return masked


def without_quotations(text: str, lang: Lang) -> str:
    """Hide the passages that say by `lang="…"` that they are in another language.

    That is the one way to quote the other language, and the one that screen readers need too
    (WCAG 2.2, 3.1.2 Language of Parts).
    """
    if "lang=" not in text:
        return text

    def hide(found: re.Match[str]) -> str:
        return found[0] if _tongue(found) == lang else _hide(found)

    return _QUOTED_TONGUE.sub(hide, text)


def without_calls_and_targets(text: str) -> str:
    """Hide macro calls and the targets of links: their digits are nothing that a text says.

    A mailbox or a number to call is read all the same.
    """
    if "{{" not in text and "](" not in text:
        return text
    return _CALL_OR_TARGET.sub(_hide, text)


def without_titles(text: str) -> str:
    """Hide what stands between quotation marks in a plain text.

    A plain text knows no `lang="…"`; what it quotes is the title of a document, which keeps its
    own language.
    """
    return _TITLE.sub(_hide, text)


def _tongue(found: re.Match[str]) -> str:
    code = found["html"] or found["attr"] or found["link"]
    return code.split("-")[0].lower()


def _hide(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", HIDDEN, found[0])
