"""A built site on disk: what it says of itself, and which files it has."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from macros.finding import Finding, Severity
from macros.language import LANGS, Lang, Message
from macros.verify.html import parsed

BUILD = ".well-known/build.json"


@dataclass(frozen=True)
class Folder:
    """One built site.

    Attributes:
        path: where it stands on disk.
        name: that path from the folder that is verified; empty when it is that folder.
        lang: its language.
        base: absolute URL of its root, with a final slash.
        counterpart: base of the sister site; nothing when the build does not say.
        network: bases of all sites that belong together.
        built: day of the build; nothing when the build does not say.
        said: `build.json` as it stands.
        files: its files with their sizes in bytes, by path below its root.

    """

    path: Path
    name: str
    lang: Lang
    base: str
    counterpart: str | None
    network: tuple[str, ...]
    built: date | None
    said: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def origin(self) -> str:
        """Scheme and host, such as `https://www.example.org`."""
        return origin(self.base)

    @cached_property
    def origins(self) -> frozenset[str]:
        """Origins of all sites of the network."""
        return frozenset(origin(base) for base in self.network) | {self.origin}

    @property
    def is_preview(self) -> bool:
        """Tell whether search engines are to stay out of it."""
        return bool(self.said.get("preview"))

    def file_at(self, url: str) -> str | None:
        """Return the file that a URL of this site names, whether it exists or not.

        Nothing when the URL is not of this site.
        """
        bare = url.partition("#")[0].partition("?")[0]
        if not bare.startswith(self.base) and bare + "/" != self.base:
            return None
        path = unquote(bare[len(self.base) :])
        return f"{path}index.html" if not path or path.endswith("/") else path

    def url_of(self, file: str) -> str:
        """Return the URL of a file; a page is named by its folder."""
        return self.base + (file.removesuffix("index.html"))

    def shown(self, file: str) -> str:
        """Return the path of a file for a finding."""
        return f"{self.name}/{file}" if self.name else file

    def read(self, file: str) -> bytes:
        """Return the bytes of a file."""
        return (self.path / file).read_bytes()

    def error(
        self, rule: str, file: str, message: Message, line: int = 1, quote: str | None = None
    ) -> Finding:
        """Make a finding on a file of the site that has no source of its own."""
        return Finding(rule, Severity.ERROR, self.shown(file), line, message, quote=quote)


@cache
def origin(url: str) -> str:
    """Return scheme and host of a URL."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def folders(root: Path) -> list[Folder]:
    """Return the built sites below a folder: each folder with `index.html` and `404.html`."""
    found = []
    for parent, below, files in os.walk(root):
        below.sort()
        if "index.html" in files and ("404.html" in files or Path(parent, BUILD).exists()):
            below.clear()
            found.append(Path(parent))
    return [folder_at(path, root) for path in found]


def folder_at(path: Path, root: Path) -> Folder:
    """Return the built site at a path, named from the folder that is verified."""
    said = _said(path)
    home = path / "index.html"
    tree = parsed(home.read_bytes())
    spoken = said.get("language") or tree.get("lang")
    lang = next((lang for lang in LANGS if lang == spoken), LANGS[0])
    base = said.get("base")
    if not isinstance(base, str):
        canonical = tree.xpath("string(//link[@rel='canonical']/@href)")
        base = str(canonical) or f"https://{path.name}/"
    twin = said.get("counterpart")
    network = said.get("network")
    return Folder(
        path=path,
        name="" if path == root else path.relative_to(root).as_posix(),
        lang=lang,
        base=base,
        counterpart=twin if isinstance(twin, str) else None,
        network=tuple(map(str, network)) if isinstance(network, list) else (base,),
        built=_day(said.get("built")),
        said=said,
        files=_files(path),
    )


def _said(path: Path) -> dict[str, Any]:
    try:
        said = json.loads((path / BUILD).read_bytes())
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _day(moment: object) -> date | None:
    try:
        return date.fromisoformat(str(moment)[:10])
    except ValueError:
        return None


def _files(path: Path) -> dict[str, int]:
    found = {}
    start = len(str(path)) + 1
    for parent, below, names in os.walk(path):
        below.sort()
        for name in sorted(names):
            file = f"{parent}/{name}"
            found[file[start:]] = os.stat(file).st_size  # noqa: PTH116 - thousands of files
    return found
