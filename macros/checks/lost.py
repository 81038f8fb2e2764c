"""Files that could not be read, or are not where they should be, and what seems wrong without them.

With a page or a list out of reach, what leads to it seems to lead nowhere. The file is named; what
follows from its loss would bury that, and send editors to texts that are right.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from macros.agreement.ledger import FOLDER
from macros.checks.rules.references import NOUNS
from macros.content.names import DATA_ENDINGS, PAGE_ENDINGS
from macros.content.shapes import REGION, SHAPES
from macros.finding import Finding
from macros.folding import slugify
from macros.language import LANGS

_PAGES = ("page", "actions", "news", "events")
LOOK_UP: Mapping[str, tuple[str, ...]] = {
    "dead-anchor": _PAGES,
    "dead-link": _PAGES,
    "dead-navigation": _PAGES,
    "dead-redirect": _PAGES,
    "dead-reference": ("actions", "groups", "events"),
    "lost-address": (*_PAGES, "published", "redirects"),
    "missing-page": ("page",),
    "orphan-page": ("page",),
    "progress-without-action": ("actions",),
    "unknown-bassin": ("bassin",),
    "unknown-commune": ("communes",),
    "unknown-mission": ("missions",),
    "unknown-mail-host": ("hosts", "bassin"),
}
"""What rules look for elsewhere. A finding follows from a lost file that holds many of these, or
the one that it names."""
WIDE: Mapping[str, tuple[str, ...]] = {
    "commune-without-bassin": ("bassin",),
    "unreachable-page": ("navigation", *_PAGES),
}
"""The same, where any of these files may be the cause."""
ABOVE_ITEMS = {"actions/index": "actions", "news/index": "news", "agenda/index": "events"}
"""The pages without which items have no page of their own."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A file that could not be read, and what it would have given.

    Attributes:
        file: its path in the project.
        kind: name of its list in `data/`, or `page`.
        name: id of the one record that it holds, or key of the page; nothing for a list.

    """

    file: str
    kind: str
    name: str | None

    def hides(self, finding: Finding) -> bool:
        """Tell whether a finding may only follow from the loss of this file."""
        if finding.file == self.file:
            return finding.rule in ("missing-page", "missing-counterpart")
        if finding.rule == "missing-counterpart":
            return self._hides_counterpart(finding)
        if finding.rule == "agreement-file":
            # beside the file, as a wrong name has confirmations under the right one
            return PurePosixPath(finding.file).parent == self._agreed_folder
        if self.kind in WIDE.get(finding.rule, ()):
            return True
        return self.kind in LOOK_UP.get(finding.rule, ()) and self._is_named(finding)

    @property
    def _agreed_folder(self) -> PurePosixPath:
        top, _, below = self.file.partition("/")
        if top == "docs":
            below = f"docs/{below.partition('/')[2]}"
        if self.kind in ITEMS:  # under the folder that it should stand in
            return PurePosixPath(FOLDER, below.partition("/")[0], self.kind)
        return PurePosixPath(FOLDER, below).parent

    def _is_named(self, finding: Finding) -> bool:
        if self.name is None:
            # a list may hold any id of its kind, for the files of its bassin
            scope = self.file.split("/")[1]
            is_near = scope == REGION or finding.file.startswith((f"data/{scope}/", "data/region/"))
            noun = NOUNS[self.kind].fr if self.kind in NOUNS else ""
            return is_near and finding.message.fr.startswith(noun)
        folder = self.name.removesuffix("/index")
        if folder != self.name and f"/{folder}/" in finding.file:
            return True  # the pages of a folder have no address without its index
        last = re.escape(folder.rpartition("/")[2])
        return bool(re.search(rf"(?<![\w-]){last}(?![\w-])", finding.message.fr))

    def _hides_counterpart(self, finding: Finding) -> bool:
        if self.kind != "page" or self.name is None:
            return False
        if finding.file == twin(self.file) or self.name == "index":
            return True
        if not self.name.endswith("/index"):
            return False
        folder = self.name.removesuffix("index")
        kind = ABOVE_ITEMS.get(self.name, "")
        return f"/{folder}" in finding.file or (kind != "" and f"/{kind}/" in finding.file)


def lost(files: Iterable[str]) -> Iterator[Lost]:
    """Tell what these files would have given, whatever is wrong with their names."""
    for file in sorted(set(files)):
        top, _, below = file.partition("/")
        ending = PAGE_ENDINGS.search(below)
        if top == "docs" and ending:
            path = below.partition("/")[2][: ending.start() - len(below)]
            yield Lost(file, "page", _right_name(path))
        for kind, shape in SHAPES.items() if top == "data" else ():
            found = shape.match(DATA_ENDINGS.sub(".yml", below))
            if found is not None:
                name = found.get("scope", REGION) if kind == "bassin" else found.get("id")
                yield Lost(file, kind, _right_name(name) if name else None)
        if top == "data" and below.count("/") == DEEP:  # an item, perhaps in the wrong folder
            name = _right_name(PurePosixPath(below).name.partition(".")[0])
            yield from (Lost(file, kind, name) for kind in ITEMS if f"/{kind}/" not in below)


ITEMS = ("actions", "news", "events")
DEEP = 2
"""Slashes in the path of an item below `data/`."""


def _right_name(path: str) -> str:
    return "/".join(map(slugify, path.split("/")))


def twin(file: str) -> str:
    """Return the other side of a page, under the name that it should have."""
    top, lang, *below = file.split("/")
    sides: dict[str, str] = dict(zip(LANGS, reversed(LANGS), strict=True))
    path = PAGE_ENDINGS.sub("", "/".join(below))
    return f"{top}/{sides.get(lang, lang)}/{_right_name(path)}.md"
