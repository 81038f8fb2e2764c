"""Rules about pairs of addresses in data: the document of each language."""

import re
from collections.abc import Iterator
from typing import Any

from macros.checks.registry import Family, Problem, rule
from macros.content.base import Pair
from macros.finding import Severity
from macros.language import LANGS, Lang, Message, other
from macros.texts.sources import Sources, place


@rule(
    "exchanged-address",
    Family.LINKS,
    Severity.WARNING,
    summary=Message(
        fr="L’adresse de chaque côté mène au document dans sa langue.",
        nl="Het adres van elke kant leidt naar het document in haar taal.",
    ),
    before="url: {fr: https://example.org/nl/gids, nl: https://example.org/fr/guide}",
    after="url: {fr: https://example.org/fr/guide, nl: https://example.org/nl/gids}",
)
def exchanged_address(sources: Sources) -> Iterator[Problem]:
    """Find addresses that name the other language, while those of the other side do not."""
    for owned in sources.owned:
        source = getattr(owned.record, "source", None)
        pairs = (getattr(owned.record, "url", None), getattr(source, "urls", None))
        for pair in pairs:
            if isinstance(pair, Pair):
                yield from _exchanged(pair)


def _exchanged(pair: Pair[Any]) -> Iterator[Problem]:
    for lang in LANGS:
        there = other(lang)
        if _tongue_of(pair[lang]) == there != _tongue_of(pair[there]):
            values = {"address": pair[lang]}
            message = EXCHANGED[lang].format(**values)
            yield Problem(place(pair, lang), message, EXCHANGED_FIX, quote=pair[lang])


def _tongue_of(address: str) -> str | None:
    found = set(_TONGUE.findall(address.partition("://")[2]))
    return found.pop() if len(found) == 1 else None


_TONGUE = re.compile(r"(?:(?<=[/.?=&_-])|^)(fr|nl)(?=[/.?&_-]|$)")
EXCHANGED: dict[Lang, Message] = {
    "fr": Message(
        fr="L’adresse française « {address} » semble mener à un document en néerlandais.",
        nl="Het Franse adres ‘{address}’ lijkt naar een document in het Nederlands te leiden.",
    ),
    "nl": Message(
        fr="L’adresse néerlandaise « {address} » semble mener à un document en français.",
        nl="Het Nederlandse adres ‘{address}’ lijkt naar een document in het Frans te leiden.",
    ),
}
EXCHANGED_FIX = Message(
    fr="Échangez les deux adresses ; si le document n’existe qu’en une langue, répétez la même.",
    nl="Verwissel de twee adressen; bestaat het document in één taal, herhaal dan hetzelfde adres.",
)
