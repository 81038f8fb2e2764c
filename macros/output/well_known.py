"""Files below `/.well-known/` (RFC 8615): whom to tell of a hole, and what was built."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from importlib.metadata import version
from pathlib import Path

from macros.output.json_file import json_file
from macros.revision import UnknownRevisionError, head
from macros.site.network import Network, Site

VALID = timedelta(days=330)
"""How long `security.txt` holds; RFC 9116, 2.5.5 advises less than a year."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What is the same for all sites of one build.

    Attributes:
        built: moment of the build.
        commit: commit of the sources; nothing outside a repository.
        tool: name and version of the generator.
        parity: share of the pages that exist in both languages, in percent.
        agreed: share of the sections that people confirmed to say the same in both languages,
            in percent, by bassin.

    """

    built: datetime
    commit: str | None
    tool: str
    parity: float
    agreed: Mapping[str, int] = field(default_factory=dict)


def edition(network: Network, root: Path, epoch: int) -> Edition:
    """Return the edition that a build of `root` makes; what people agreed is counted later.

    `epoch` is the build time in seconds since 1970 (`SOURCE_DATE_EPOCH`).
    """
    built = datetime.fromtimestamp(epoch, UTC)
    return Edition(built, commit(root), f"bassin {version('bassin')}", parity(network))


def parity(network: Network) -> float:
    """Return the share of pages that have a counterpart, in percent with one decimal."""
    pages = [(site, key) for site in network.sites for key in site.pages]
    paired = sum(key in network.twin(site).pages for site, key in pages)
    return round(100 * paired / len(pages), 1) if pages else 0.0


def commit(root: Path) -> str | None:
    """Return the commit that is checked out at `root`."""
    try:
        return head(root)
    except UnknownRevisionError:
        return None


def write(network: Network, site: Site, made: Edition) -> dict[str, bytes]:
    """Return `security.txt` and `build.json`."""
    return {
        ".well-known/security.txt": security(network, site),
        ".well-known/build.json": build(network, site, made),
    }


def security(network: Network, site: Site) -> bytes:
    """Write `security.txt` (RFC 9116): reports go to the mailbox of the bassin.

    While no source shows the mailbox, they go to the page on which all ways to the bassin stand.
    """
    mailbox = site.bassin.contact.confirmed_email
    contact = f"mailto:{mailbox[site.lang]}" if mailbox else site.url("contact")
    expires = datetime.combine(network.today + VALID, time.min, UTC)
    other = network.twin(site).lang
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires.strftime('%Y-%m-%dT%H:%M:%SZ')}",
        f"Preferred-Languages: {site.lang}, {other}",
        f"Canonical: {site.base}.well-known/security.txt",
    ]
    return ("\n".join(lines) + "\n").encode()


def build(network: Network, site: Site, made: Edition) -> bytes:
    """Write what was built from what; `bassin verify` learns from it what a folder holds."""
    document = {
        "bassin": site.bassin.id,
        "language": site.lang,
        "base": site.base,
        "counterpart": network.twin(site).base,
        "network": [one.base for one in network.sites],
        "pages": len(site.pages),
        "parity": made.parity,
        "agreed": made.agreed.get(site.bassin.id),
        "built": made.built.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "commit": made.commit,
        "tool": made.tool,
        "preview": network.preview is not None,
    }
    return json_file(document)
