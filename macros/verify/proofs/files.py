"""Only what belongs to a site is in its folder, and nothing tells of the machine that built it."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from macros.finding import Finding, Severity
from macros.language import Message
from macros.verify.folder import Folder
from macros.verify.page import Page
from macros.verify.registry import Built, Network, network_proof, page_proof, site_proof

LEFT = {".md", ".yml", ".yaml", ".py", ".pyc", ".tmp", ".swp", ".orig", ".bak", ".rej", ".log",
        ".lock", ".j2", ".gz", ".part", ".toml"}  # fmt: skip
"""Endings of sources and of files that programs leave behind."""
STRAY = {"thumbs.db", ".ds_store", "desktop.ini", "makefile", "node_modules", "__pycache__"}
TEXT = {".css", ".js", ".mjs", ".json", ".xml", ".atom", ".txt", ".ics", ".csv",
        ".svg", ".webmanifest", ".map"}  # fmt: skip
_MACHINE = re.compile(
    rb"(?:file:///?\w|(?<![\w.])/(?:home|Users|root|tmp|var/folders|builds)/[\w.-]+|[A-Za-z]:\\Users\\)"
    rb"[^\s\"'<>)]*"
)
_HINTS = (
    b"file://",
    b"/home/",
    b"/Users/",
    b"/root/",
    b"/tmp/",
    b"/var/",
    b"/builds/",
    b":\\Users",
)
"""One of these is in every such path; looking for them first is far quicker."""
BESIDE = {"redirects.json"}
"""Files that stand beside the sites."""


@site_proof
def no_leftovers(site: Built) -> Iterator[Finding]:
    """No temporary file and no source is published."""
    for file, size in site.folder.files.items():
        path = PurePosixPath(file)
        names = [part.lower() for part in path.parts]
        hidden = any(n.startswith(".") and n != ".well-known" for n in names)
        is_index = file.startswith("pagefind/")
        if (
            hidden
            or STRAY & set(names)
            or path.name.endswith("~")
            or (path.suffix.lower() in LEFT and not is_index)
        ):
            yield site.folder.error("leftover-file", file, LEFTOVER.format(file=file), quote=file)
        elif size == 0:
            yield site.folder.error("empty-file", file, EMPTY.format(file=file), quote=file)


@page_proof
def no_machine_paths(page: Page) -> Iterator[Finding]:
    """No page tells a path of the machine, and with it the name of a person."""
    yield from _machine_path(page.folder, page.file, page.raw)


@site_proof
def no_machine_paths_in_files(site: Built) -> Iterator[Finding]:
    """No other text tells one either."""
    for file in site.folder.files:
        if PurePosixPath(file).suffix.lower() in TEXT:
            yield from _machine_path(site.folder, file, site.folder.read(file))


def _machine_path(folder: Folder, file: str, data: bytes) -> Iterator[Finding]:
    found = _MACHINE.search(data) if any(hint in data for hint in _HINTS) else None
    if found:
        words = found[0].decode("utf-8", "replace")[:80]
        yield folder.error("machine-path", file, MACHINE.format(words=words), quote=words)


@network_proof
def nothing_beside(network: Network) -> Iterator[Finding]:
    """Beside the sites there is nothing that a build did not put there."""
    roots = {_root(site) for site in network.sites} - {None}
    known = {site.folder.path for site in network.sites}
    for root in roots:
        for one in sorted(root.iterdir()) if root else ():
            inside = any(path == one or one in path.parents for path in known)
            if not inside and one.name not in BESIDE:
                yield Finding(
                    "leftover-file", Severity.ERROR, one.name, 1, LEFTOVER.format(file=one.name)
                )


def _root(site: Built) -> Path | None:
    """Return the folder that was verified; nothing when that is the site itself."""
    parts = [part for part in site.folder.name.split("/") if part]
    return site.folder.path.parents[len(parts) - 1] if parts else None


LEFTOVER = Message(
    fr="Ce fichier n’a rien à faire dans le site : {file}",
    nl="Dit bestand hoort niet in de site: {file}",
)
EMPTY = Message(fr="Ce fichier est vide : {file}", nl="Dit bestand is leeg: {file}")
MACHINE = Message(
    fr="Un chemin de la machine est publié : {words}",
    nl="Een pad van de machine is gepubliceerd: {words}",
)
