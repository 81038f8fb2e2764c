"""What is sent: the ten sites of one build, compressed copies, server rules and a manifest."""

import hashlib
import json
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.language import Message
from macros.release.compress import compress
from macros.release.failure import ReleaseError

BUILD = ".well-known/build.json"
"""What each site says of its build; written by `bassin build`."""
MANIFEST = "manifest"
SERVER_RULES = "sites.caddy"


@dataclass(frozen=True)
class Parcel:
    """A release ready to be sent.

    Attributes:
        folder: its files: `HOST/...`, server rules and manifest.
        id: commit and digest of the content, so that the same output is the same release.
        commit: commit of the sources.
        hashes: SHA-256 of every file by its path in the folder.

    """

    folder: Path
    id: str
    commit: str
    hashes: Mapping[str, str]


@contextmanager
def parcel(built: Path, hosts: Collection[str], server_rules: str) -> Iterator[Parcel]:
    """Make a parcel of built sites in a folder that lasts as long as the context.

    Raises:
        ReleaseError: the folder does not hold all the sites, whole and of one build.

    """
    commit = built_commit(built, hosts)
    _refuse_links(built, hosts)
    with TemporaryDirectory(prefix="bassin-release-") as name:
        folder = Path(name)
        for host in hosts:
            shutil.copytree(built / host, folder / host)
        compress(folder)
        (folder / SERVER_RULES).write_text(server_rules, encoding="utf-8")
        hashes = {path: digest(folder / path) for path in _files(folder)}
        lines = "".join(f"{value}  {path}\n" for path, value in hashes.items())
        (folder / MANIFEST).write_text(lines, encoding="utf-8")
        content = hashlib.sha256(lines.encode()).hexdigest()
        yield Parcel(folder, f"{commit[:12]}-{content[:8]}", commit, hashes)


def parse_manifest(text: str) -> dict[str, str]:
    """Read a manifest in the form of `sha256sum`: SHA-256 of files by their path."""
    return {line[66:]: line[:64] for line in text.splitlines()}


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal form."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def built_commit(built: Path, hosts: Collection[str]) -> str:
    """Return the commit of which all sites are made.

    Raises:
        ReleaseError: a site is missing, or they are not of one build.

    """
    missing = [host for host in hosts if not (built / host / "404.html").is_file()]
    if missing:
        raise ReleaseError(MISSING.format(folder=built, hosts=", ".join(missing)))
    builds = {host: _build(built / host / BUILD) for host in hosts}
    if any(build.get("preview") for build in builds.values()):
        raise ReleaseError(PREVIEW.format(folder=built))
    editions = {(build.get("commit"), build.get("built")) for build in builds.values()}
    if len(editions) > 1:
        found = sorted(f"{commit} ({built})" for commit, built in editions)
        raise ReleaseError(MIXED.format(editions=", ".join(found)))
    commit = editions.pop()[0]
    if not commit:
        raise ReleaseError(NO_COMMIT)
    return str(commit)


def _files(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in files)


def _refuse_links(built: Path, hosts: Collection[str]) -> None:
    """Stop at a symbolic link: no build makes one, and it could publish a file from elsewhere."""
    for host in hosts:
        for path in (built / host, *(built / host).rglob("*")):
            if path.is_symlink():
                raise ReleaseError(LINK.format(path=path))


def _build(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_bytes())
    except (OSError, ValueError):
        document = None
    if not isinstance(document, dict):
        raise ReleaseError(UNREADABLE.format(path=path))
    return document


MISSING = Message(
    fr="Sites absents de {folder}/ : {hosts}. Lancez d’abord « bassin build ».",
    nl="Sites ontbreken in {folder}/: {hosts}. Voer eerst ‘bassin build’ uit.",
)
PREVIEW = Message(
    fr="{folder}/ contient un aperçu, pas les sites. Lancez « bassin build » sans --preview.",
    nl="{folder}/ bevat een voorbeeld, niet de sites. Voer ‘bassin build’ uit zonder --preview.",
)
MIXED = Message(
    fr="Les sites ne viennent pas d’un seul build ({editions}). Reconstruisez-les tous.",
    nl="De sites komen niet uit één build ({editions}). Bouw ze allemaal opnieuw.",
)
NO_COMMIT = Message(
    fr="Le build ne connaît pas son commit. Construisez les sites dans le dépôt git.",
    nl="De build kent zijn commit niet. Bouw de sites in de git-repository.",
)
LINK = Message(
    fr="{path} est un lien symbolique ; seuls des fichiers sont publiés.",
    nl="{path} is een symbolische link; alleen bestanden worden gepubliceerd.",
)
UNREADABLE = Message(
    fr="Illisible : {path}. Lancez « bassin build ».",
    nl="Onleesbaar: {path}. Voer ‘bassin build’ uit.",
)
