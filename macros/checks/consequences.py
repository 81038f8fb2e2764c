"""Findings that only follow from a file that could not be read.

With a page or a list out of reach, what leads to it seems to lead nowhere. The file itself is
named with its mistake; such findings would bury it, and send editors to texts that are right.
What is really wrong in them is said as soon as the file can be read.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from macros.agreement.ledger import FOLDER
from macros.content.shapes import REGION, SHAPES
from macros.finding import Finding

_PAGES = ("page", "actions", "news", "events")
LOOK_UP: Mapping[str, tuple[str, ...]] = {
    "dead-anchor": _PAGES,
    "dead-link": _PAGES,
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
        return PurePosixPath(FOLDER, below).parent

    def _is_named(self, finding: Finding) -> bool:
        if self.name is None:
            return True
        folder = self.name.removesuffix("/index")
        if folder != self.name and f"/{folder}/" in finding.file:
            return True  # the pages of a folder have no address without its index
        return folder.rpartition("/")[2] in finding.message.fr

    def _hides_counterpart(self, finding: Finding) -> bool:
        if self.kind != "page" or self.name is None:
            return False
        if finding.file == _twin(self.file) or self.name == "index":
            return True
        if not self.name.endswith("/index"):
            return False
        folder = self.name.removesuffix("index")
        kind = ABOVE_ITEMS.get(self.name, "")
        return f"/{folder}" in finding.file or (kind != "" and f"/{kind}/" in finding.file)


def without_consequences(findings: Iterable[Finding], unread: Iterable[str]) -> list[Finding]:
    """Return the findings that do not only follow from files that could not be read."""
    lost = tuple(_lost(unread))
    return [f for f in findings if not any(one.hides(f) for one in lost)]


def _lost(files: Iterable[str]) -> Iterator[Lost]:
    for file in sorted(set(files)):
        top, _, below = file.partition("/")
        if top == "docs" and below.endswith(".md"):
            yield Lost(file, "page", below.partition("/")[2].removesuffix(".md"))
        for kind, shape in SHAPES.items() if top == "data" else ():
            found = shape.match(below.replace(".yaml", ".yml"))
            if found is not None:
                name = found.get("scope", REGION) if kind == "bassin" else found.get("id")
                yield Lost(file, kind, name)


def _twin(file: str) -> str:
    top, lang, below = file.split("/", 2)
    return "/".join((top, {"fr": "nl", "nl": "fr"}.get(lang, lang), below))
