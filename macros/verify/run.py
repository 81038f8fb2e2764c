"""All proofs over a folder of built sites, one process a site and then all sites together."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from macros.apart import crew
from macros.finding import Finding, Severity, in_order
from macros.language import Message
from macros.verify.folder import Folder, folders
from macros.verify.page import Page
from macros.verify.proofs import NETWORK_PROOFS, PAGE_PROOFS, SITE_PROOFS
from macros.verify.registry import Built, Network

Proved: TypeAlias = tuple[Built, list[Finding]]
"""A site with what is wrong with it alone."""


def verify(root: Path, jobs: int | None = None) -> list[Finding]:
    """Prove the sites below a folder; an empty list means that every promise holds.

    Raises:
        LostProcessError: a process that proves was ended from outside.

    """
    found = folders(root)
    if not found:
        return [Finding("nothing-built", Severity.ERROR, root.name or ".", 1, NOTHING, BUILD_FIRST)]
    workers = min(jobs or os.cpu_count() or 1, len(found))
    if workers == 1:
        results = [prove_site(folder) for folder in found]
    else:
        with crew(workers) as pool:
            results = list(pool.map(prove_site, found))
    return concluded(results)


def concluded(proved: Sequence[Proved]) -> list[Finding]:
    """Prove what only all sites together can show, and return everything that was found."""
    network = Network(tuple(built for built, _ in proved))
    findings = [finding for _, own in proved for finding in own]
    for proof in NETWORK_PROOFS:
        findings.extend(proof(network))
    return in_order(findings)


def prove_site(folder: Folder) -> Proved:
    """Read every page of a site once and prove what one site alone can show."""
    findings: list[Finding] = []
    facts = []
    for file in folder.files:
        if file.endswith((".html", ".htm")):
            page = Page(folder, file)
            facts.append(page.facts())
            for page_proof in PAGE_PROOFS:
                findings.extend(page_proof(page))
    built = Built(folder, tuple(facts))
    for site_proof in SITE_PROOFS:
        findings.extend(site_proof(built))
    return built, findings


NOTHING = Message(
    fr="Ce dossier ne contient aucun site construit.",
    nl="In deze map staat geen enkele gebouwde site.",
)
BUILD_FIRST = Message(
    fr="Construisez d’abord les sites : bassin build.",
    nl="Bouw eerst de sites: bassin build.",
)
