"""The proofs, one promise a function; importing this package registers them all."""

from macros.verify.proofs import (
    calendars,
    documents,
    feeds,
    files,
    head,
    links,
    origins,
    pairs,
    redirects,
    sets,
    structured,
    well_known,
)

__all__ = [
    "calendars",
    "documents",
    "feeds",
    "files",
    "head",
    "links",
    "origins",
    "pairs",
    "redirects",
    "sets",
    "structured",
    "well_known",
]
