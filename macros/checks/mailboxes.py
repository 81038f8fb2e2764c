"""The mailboxes of the data, which have one address a language."""

from collections.abc import Iterator

from macros.content.base import Pair, Record
from macros.texts.sources import Sources


def french_mailboxes(sources: Sources) -> dict[str, str]:
    """Map each mailbox of the data, in lower case, to the French one of its pair."""
    known: dict[str, str] = {}
    for owned in sources.owned:
        for pair in address_pairs(owned.record):
            known[pair["fr"].lower()] = known[pair["nl"].lower()] = pair["fr"].lower()
    return known


def address_pairs(record: Record) -> Iterator[Pair[str]]:
    """Find the mailboxes of a record: its own, and those of its contact or registration."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in ("contact", "registration") and isinstance(value, Record):
            if isinstance(value, Pair):
                yield value
            else:
                yield from address_pairs(value)
        elif name == "email" and isinstance(value, Pair):
            yield value
