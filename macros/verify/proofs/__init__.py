"""The proofs, one promise a function; whoever takes their lists from here gets them filled."""

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
from macros.verify.registry import NETWORK_PROOFS, PAGE_PROOFS, SITE_PROOFS

__all__ = [
    "NETWORK_PROOFS",
    "PAGE_PROOFS",
    "SITE_PROOFS",
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
