"""Telephone numbers in sentences, where no model reads them."""

import re
from collections.abc import Iterator

from macros.checks.registry import Family, Problem, rule
from macros.finding import Severity
from macros.language import Message
from macros.prose.facts import Kind
from macros.texts.sources import Sources

_DIALLED = re.compile(
    r"(?=[+0])(?<![\w+/.-])(?<!\d[ \u00a0])(?:(?:\+|00)[1-9]\d{0,2}|0[1-9]\d{0,2})"
    r"(?:[ \u00a0./-]?(?:\(0\)[ \u00a0]?)?\d{1,4}){2,5}(?![\w/-]|[.,]\d)"
)
_ENTERPRISE = re.compile(r"0\d{3}\.\d{3}\.\d{3}")
"""Numbers of the Crossroads Bank for Enterprises, which look alike."""
LANDLINE, MOBILE = 8, 9
"""Digits behind the zero (national numbering plan of the BIPT)."""
FEWEST = 7
"""With fewer digits it is some other number."""


@rule(
    "phone-not-belgian",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="Un numéro de téléphone dans un texte est belge et complet.",
        nl="Een telefoonnummer in een tekst is Belgisch en volledig.",
    ),
    before="Appelez le 02 555 00 1.",
    after="Appelez le 02 555 00 12.",
)
def phone_not_belgian(sources: Sources) -> Iterator[Problem]:
    """Find numbers of another country, and those with too many or too few digits."""
    for passage in sources.passages:
        words = passage.own_prose
        for found in _DIALLED.finditer(words) if "0" in words or "+" in words else ():
            days = (fact.start for fact in passage.facts if fact.kind is Kind.DATE)
            if found.start() not in days and _is_wrong(found[0]):
                here = passage.place(found.start())
                yield Problem(here, PHONE.format(quote=found[0]), PHONE_FIX, quote=found[0])


def _is_wrong(written: str) -> bool:
    digits = re.sub(r"\(0\)|[^\d+]", "", written)
    inside = re.sub(r"^(?:\+32|0032|0(?!0))", "", digits)
    if inside == digits:
        return True
    right = MOBILE if inside.startswith("4") else LANDLINE
    return len(inside) not in (right, *range(FEWEST)) and not _ENTERPRISE.fullmatch(written)


PHONE = Message(
    fr="« {quote} » n’est pas un numéro belge complet.",
    nl="‘{quote}’ is geen volledig Belgisch nummer.",
)
PHONE_FIX = Message(
    fr="Vérifiez-le ; un numéro fixe s’écrit comme 02 318 60 57.",
    nl="Controleer het; een vast nummer schrijft u zoals 02 318 60 57.",
)
