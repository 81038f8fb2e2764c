"""Findings that only follow from another one: one mistake is told once.

With a page or a list out of reach, what leads to it seems to lead nowhere; and what is wrong on
one side of a text is not the same on the other. The mistake itself is named; what follows from it
would bury it, and send editors to texts that are right. What is really wrong there is said as
soon as the mistake is mended.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from macros.agreement.ledger import FOLDER
from macros.checks.rules.references import NOUNS
from macros.content.shapes import REGION, SHAPES
from macros.content.validate import slugify
from macros.finding import Finding, Severity
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
        if finding.file == _twin(self.file) or self.name == "index":
            return True
        if not self.name.endswith("/index"):
            return False
        folder = self.name.removesuffix("index")
        kind = ABOVE_ITEMS.get(self.name, "")
        return f"/{folder}" in finding.file or (kind != "" and f"/{kind}/" in finding.file)


UNPLANNED = frozenset({"duplicate-address", "missing-slug", "orphan-page"})
"""Rules whose page gets no place on the sites, as if it could not be read."""
ECHOES: Mapping[str, frozenset[str]] = {
    echo: frozenset(causes.split())
    for echo, causes in {
        "agreement-file": "missing-counterpart",
        "bad-file-name": "copied-file",
        "duplicate-address": "copied-file",
        "missing-counterpart": "copied-file",
        "missing-key": "unknown-key",
        "missing-translation": "unknown-key",
        "missing-trema": "avoided-term",
        "unknown-file": "copied-file",
        "unknown-mail-host": "personal-mailbox",
        "unreachable-page": "dead-navigation missing-counterpart",
        "vague-label": "unknown-escape",
        "date-parity": "impossible-date date-without-year other-language-date",
        "year-parity": "date-without-year other-language-date",
        "time-parity": "impossible-date",
        "number-parity": "date-without-year download-parity file-label impossible-date "
        "other-language-date phone-not-belgian postcode-mismatch street-name",
        "phone-parity": "fact-with-a-home mobile-number phone-not-belgian",
        "email-parity": "fact-with-a-home other-sides-mailbox personal-mailbox unknown-mail-host",
        "front-matter-parity": "missing-slug unknown-bassin unknown-template",
        "heading-parity": "empty-heading heading-skip heading-space second-h1",
        "image-parity": "heading-parity heading-space",
        "link-parity": "bad-address broken-link-markup dead-link heading-parity heading-space "
        "own-host-link wrong-language-link",
        "download-parity": "bad-address broken-link-markup dead-link heading-parity heading-space",
        "list-parity": "glued-block nested-list-indent typed-bullet",
        "table-parity": "glued-block table-without-header",
        "macro-parity": "fact-with-a-home macro-argument macro-in-data macro-syntax single-braces "
        "unknown-macro",
    }.items()
}
"""Findings that repeat another one, by the rules of that one. Both stand on one line, or the echo
names the line of the cause."""


def without_consequences(findings: Iterable[Finding], unread: Iterable[str]) -> list[Finding]:
    """Return the findings that do not only follow from another one, or from unread files."""
    found = list(findings)
    lost = tuple(_lost(unread))
    absent = tuple(_lost(finding.file for finding in found if finding.rule in UNPLANNED))
    told = [
        f
        for f in found
        if not any(one.hides(f) for one in (lost if f.rule in UNPLANNED else (*lost, *absent)))
    ]
    return list(_without_echoes(told))


def _without_echoes(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Leave out what is said twice of one mistake; an error is never left out for less."""
    causes = [f for f in findings if f.rule in _CAUSES]
    for finding in findings:
        causing = ECHOES.get(finding.rule, frozenset())
        if not any(cause.rule in causing and _is_echo(finding, cause) for cause in causes):
            yield finding


_CAUSES = frozenset().union(*ECHOES.values())
_WHOLE_FILE = frozenset(
    {"bad-file-name", "duplicate-address", "front-matter-parity", "missing-counterpart"}
    | {"unknown-file", "unreachable-page", "vague-label"}
)
"""Echoes that may stand on any line of the file."""
_OF_SECTIONS = frozenset({"heading-parity", "heading-space"})
"""Causes that shift the sections of a text, by which its links and pictures are compared."""


def _is_echo(finding: Finding, cause: Finding) -> bool:
    if finding.severity is Severity.ERROR and cause.severity is not Severity.ERROR:
        return False
    if finding.rule in _OF_ITS_KIND:
        return _OF_ITS_KIND[finding.rule](finding, cause)
    shifts = cause.rule in _OF_SECTIONS and finding.rule != "heading-parity"
    if finding.rule in _WHOLE_FILE or shifts:
        return finding.file == cause.file or cause.file in _said(finding)
    if (finding.file, finding.line) == (cause.file, cause.line):
        return True
    named = re.search(rf"{re.escape(cause.file)}:(\d+)", _said(finding))
    if named is None or finding.file == cause.file:
        return named is not None and int(named[1]) == cause.line
    return int(named[1]) <= cause.line  # what is missing is wanted from the start of a section on


def _said(finding: Finding) -> str:
    return finding.message.fr + (finding.fix.fr if finding.fix else "")


def _is_misspelt(missing: Finding, unknown: Finding) -> bool:
    """Tell whether the missing key is there, under another name or in another place.

    The finding on the other key names it, or asks in its remedy whether it is meant.
    """
    key = _BETWEEN_GUILLEMETS.search(missing.message.fr)
    meant = _BETWEEN_GUILLEMETS.findall(_said(unknown))
    return missing.file == unknown.file and key is not None and key[0] in meant


def _is_miswritten(missing: Finding, unknown: Finding) -> bool:
    """Tell whether a language of a text stands there under a name like `NL`."""
    if missing.side is not None and unknown.side == missing.side:  # it stands too far out
        return missing.file == unknown.file and 0 < unknown.line - missing.line <= LONGEST_PAIR
    below = 0 < unknown.line - missing.line <= len(LANGS)
    asked = unknown.fix is not None and f"«\u00a0{missing.side}\u00a0»\u00a0?" in unknown.fix.fr
    return missing.file == unknown.file and below and asked


LONGEST_PAIR = 12
"""Lines between the key of a text and its second side, unless that is long."""


def _is_of_the_page(ledger: Finding, page: Finding) -> bool:
    below = page.file.split("/", 2)[-1].removesuffix(".md")
    return ledger.file == f"{FOLDER}/docs/{below}.txt"


_OF_ITS_KIND: Mapping[str, Callable[[Finding, Finding], bool]] = {
    "missing-key": _is_misspelt,
    "missing-translation": _is_miswritten,
    "agreement-file": _is_of_the_page,
}
_BETWEEN_GUILLEMETS = re.compile("«[^»]+»")


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
    """Return the other side of a page, under the name that it should have."""
    top, lang, *below = file.removesuffix(".md").split("/")
    return "/".join((top, {"fr": "nl", "nl": "fr"}.get(lang, lang), *map(slugify, below))) + ".md"
