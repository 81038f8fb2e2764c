"""The proofs by what they look at: one page, one site, or all sites together.

A proof is a function that yields findings; nothing found means that the promise holds.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from macros.finding import Finding
from macros.verify.folder import Folder
from macros.verify.page import Facts, Page


@dataclass(frozen=True)
class Built:
    """A built site with the facts of its pages."""

    folder: Folder
    pages: tuple[Facts, ...]

    @cached_property
    def by_url(self) -> dict[str, Facts]:
        """Return the pages by their URL."""
        return {page.url: page for page in self.pages}

    @property
    def listed(self) -> list[Facts]:
        """Return the pages that people find: no redirects, no error page."""
        return [page for page in self.pages if page.is_listed]


@dataclass(frozen=True)
class Network:
    """All sites that were built together; a partial build has only some."""

    sites: tuple[Built, ...]

    @cached_property
    def by_base(self) -> dict[str, Built]:
        """Return the sites by the URL of their root."""
        return {site.folder.base: site for site in self.sites}

    def twin(self, site: Built) -> Built | None:
        """Return the sister site in the other language, when it was built too."""
        return self.by_base.get(site.folder.counterpart or "")

    def site_at(self, url: str) -> Built | None:
        """Return the site that a URL belongs to."""
        near = [site for site in self.sites if url.startswith(site.folder.origin)]
        found = [site for site in near if site.folder.file_at(url) is not None]
        return max(found, key=lambda site: len(site.folder.base), default=None)

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """Return the roots of all sites that belong together, built now or not."""
        return tuple({base: None for site in self.sites for base in site.folder.network})

    @cached_property
    def hosts(self) -> frozenset[str]:
        """Return the origins of the built sites, with and without `www`."""
        hosts = {site.folder.origin for site in self.sites}
        return frozenset(hosts | {host.replace("://www.", "://") for host in hosts})


PageProof = Callable[[Page], Iterable[Finding]]
SiteProof = Callable[[Built], Iterable[Finding]]
NetworkProof = Callable[[Network], Iterable[Finding]]

PAGE_PROOFS: list[PageProof] = []
SITE_PROOFS: list[SiteProof] = []
NETWORK_PROOFS: list[NetworkProof] = []


def page_proof(proof: PageProof) -> PageProof:
    """Register a proof that looks at one page."""
    PAGE_PROOFS.append(proof)
    return proof


def site_proof(proof: SiteProof) -> SiteProof:
    """Register a proof that looks at one site."""
    SITE_PROOFS.append(proof)
    return proof


def network_proof(proof: NetworkProof) -> NetworkProof:
    """Register a proof that looks at all sites."""
    NETWORK_PROOFS.append(proof)
    return proof
