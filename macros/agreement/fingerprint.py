"""A short fingerprint of what a text says, whatever its typography.

Spaces, punctuation, quotes, dashes, upper case, emphasis, ligatures and the trema do not count:
mending them does not make a translation stale. Words, figures, addresses of links and macro
calls do.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

LENGTH = 8
"""Hexadecimal digits: 32 bits, so that a change goes unseen once in four thousand million."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{ *[:.#][^{}\n#]*\}|\{ *lang=[^{}\n]*\}")
_TAG = re.compile(r"<(?![a-z]+:)/?[a-zA-Z][^<>]*>")
_ADDRESS = re.compile(r"(?:href|src)=[\"']?([^\"'\s>]+)")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ .]\d{3})+(?!\d)")
_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+|[%€§+@]")
_DIGIT = re.compile(r"\d")
_DIAERESIS = "\u0308"
_IGNORED = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")


@lru_cache(maxsize=20_000)
def fingerprint(text: str) -> str:
    """Return the fingerprint of a text or a Markdown section."""
    return hashlib.sha256(normal_form(text).encode()).hexdigest()[:LENGTH]


def normal_form(text: str) -> str:
    """Return what of a text counts, as one string without spaces."""
    if "<" in text:
        text = _TAG.sub(_addresses, _COMMENT.sub(" ", text))
    if "{" in text:
        text = _ATTRIBUTES.sub(" ", text)
    text = unicodedata.normalize("NFKD", _IGNORED.sub("", text)).replace(_DIAERESIS, "")
    text = unicodedata.normalize("NFC", text).casefold().replace("œ", "oe").replace("æ", "ae")
    if not _DIGIT.search(text):
        return "".join(_TOKEN.findall(text))
    text = _GROUPED.sub(lambda found: re.sub(r"[ .]", "", found[0]), text)
    return "".join(_apart(_TOKEN.findall(text)))


def _apart(tokens: Iterable[str]) -> Iterator[str]:
    """Write figures alike, with a space between two of them."""
    after_a_figure = False
    for token in tokens:
        if token[0].isdigit():
            figure = re.sub(r"[,:/-]", ".", token)
            yield f" {figure}" if after_a_figure else figure
        else:
            yield token
        after_a_figure = token[-1].isdigit()


def _addresses(tag: re.Match[str]) -> str:
    return " ".join(("", *_ADDRESS.findall(tag[0]), ""))
