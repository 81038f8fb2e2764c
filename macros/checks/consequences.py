"""Findings that only follow from another one: one mistake is told once.

With a page or a list out of reach, what leads to it seems to lead nowhere; and what is wrong on
one side of a text is not the same on the other. The mistake itself is named; what follows from it
would bury it, and send editors to texts that are right. What is really wrong there is said as
soon as the mistake is mended.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from macros.agreement.ledger import FOLDER
from macros.checks.lost import lost, twin
from macros.finding import Finding, Severity
from macros.language import LANGS

UNPLANNED = frozenset({"duplicate-address", "missing-slug", "orphan-page", "unknown-bassin"})
"""Rules whose page gets no place on the sites, as if it could not be read."""
PLANNING = frozenset({*UNPLANNED, "missing-counterpart", "missing-page"})
"""Rules about the place of a page, which do not follow from its lack of a counterpart."""
UNREAD = frozenset({"bad-file-name", "unknown-file"})
"""Rules about files that are not read at all."""
ECHOES: Mapping[str, frozenset[str]] = {
    echo: frozenset(causes.split())
    for echo, causes in {
        "agreement-file": "missing-counterpart",
        "bad-file-name": "copied-file",
        "missing-counterpart": "copied-file front-matter-parity",
        "missing-key": "unknown-key",
        "missing-translation": "unknown-key",
        "commune-without-bassin": "unknown-commune",
        "duplicate-address": "copied-file duplicate-id",
        "file-without-counterpart": "unknown-file",
        "section-to-review": "duplicate-id",
        "missing-label": "missing-label",
        "missing-trema": "avoided-term other-language-passage same-in-both-languages",
        "french-spaces": "other-language-passage same-in-both-languages",
        "quotation-marks": "broken-admonition other-language-passage same-in-both-languages",
        "other-language-quotation": "other-language-passage",
        "table-parity": "glued-block table-without-header uneven-table",
        "admonition-parity": "broken-admonition unread-mark",
        "code-parity": "indented-text",
        "unknown-file": "copied-file",
        "unknown-mail-host": "personal-mailbox",
        "unreachable-page": "dead-navigation missing-counterpart",
        "unclosed-mark": "broken-link-markup macro-syntax",
        "vague-label": "unknown-escape",
        "date-parity": "impossible-date date-without-year other-language-date",
        "year-parity": "date-without-year other-language-date",
        "time-parity": "impossible-date",
        "number-parity": "date-without-year download-parity file-label impossible-date "
        "other-language-date phone-not-belgian postcode-mismatch street-name",
        "phone-parity": "fact-with-a-home mobile-number phone-not-belgian",
        "email-parity": "fact-with-a-home other-sides-mailbox personal-mailbox unknown-mail-host",
        "front-matter-parity": "missing-slug unknown-bassin unknown-template",
        "heading-parity": "bold-as-heading empty-heading heading-skip heading-space second-h1",
        "image-parity": "heading-parity heading-space",
        "link-parity": "bad-address broken-link-markup dead-link heading-parity heading-space "
        "own-host-link wrong-language-link",
        "download-parity": "bad-address broken-link-markup dead-link heading-parity heading-space",
        "list-parity": "glued-block nested-list-indent typed-bullet",
        "macro-parity": "fact-with-a-home heading-space macro-argument macro-in-data macro-syntax "
        "single-braces "
        "unknown-macro",
    }.items()
}
"""Findings that repeat another one, by the rules of that one. Both stand on one line, or the echo
names the line of the cause."""


def without_consequences(findings: Iterable[Finding], unread: Iterable[str]) -> list[Finding]:
    """Return the findings that do not only follow from another one, or from unread files."""
    found = list(findings)
    wrong = {finding.file for finding in found if finding.rule in UNREAD}
    away = tuple(lost({*unread, *wrong}))
    unplanned = tuple(lost(f.file for f in found if f.rule in {*UNPLANNED, "missing-page"}))
    absent = tuple(lost(twin(f.file) for f in found if f.rule == "missing-counterpart"))
    told = []
    for f in found:
        causes = away if f.rule in {*UNPLANNED, "missing-page"} else (*away, *unplanned)
        if f.rule not in PLANNING:
            causes = (*causes, *absent)
        if f.file in wrong or not any(one.hides(f) for one in causes):
            told.append(f)
    return list(_without_echoes(_without_swapped(told)))


def _without_swapped(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out all else about texts that stand on the wrong side: it is wrong there alone."""
    swapped = [f for f in findings if f.rule == "swapped-languages"]
    copied = [f for f in findings if f.rule == "same-in-both-languages" and f.column is None]
    return [
        f
        for f in findings
        if f.rule in ("swapped-languages", "same-in-both-languages")
        or not (
            any(_is_of_the_texts(f, one) for one in swapped)
            or any(_is_of_the_copied_text(f, one) for one in copied)
        )
    ]


def _is_of_the_copied_text(finding: Finding, copied: Finding) -> bool:
    """Tell whether the words of a page are only wrong since all of it is in the other language."""
    is_of_words = finding.severity is not Severity.ERROR or finding.rule in OF_NAMES
    return is_of_words and finding.file == copied.file and finding.line >= copied.line


OF_NAMES = frozenset({"abbreviation-pair", "institution-name", "place-name", "street-name"})
"""Errors about names, each of which has its own in each language."""


def _is_of_the_texts(finding: Finding, swapped: Finding) -> bool:
    if swapped.file.endswith(".md"):
        return finding.file in (swapped.file, twin(swapped.file))
    here = f"{finding.file}:{finding.line}"
    return here == f"{swapped.file}:{swapped.line}" or f"{here}." in _said(swapped)


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


def _is_above(parity: Finding, mark: Finding) -> bool:
    """Tell whether a mark may be what a list or table above it lacks, on this side or the other."""
    if parity.file == mark.file:
        return 0 <= mark.line - parity.line <= LONGEST_LIST
    named = re.search(rf"{re.escape(mark.file)}:(\d+)", _said(parity))
    return named is not None and int(named[1]) <= mark.line


LONGEST_LIST = 30
"""Lines of a list of which one was not read."""


def _is_of_other_side(parity: Finding, date: Finding) -> bool:
    """Tell whether a date that one side lacks is the one that is wrong there."""
    named = re.search(rf"{re.escape(date.file)}:(\d+)", _said(parity))
    if (parity.file, parity.line) == (date.file, date.line):
        return True
    if named is None:
        return False
    start, before = int(named[1]), parity.line if parity.file == date.file else 0
    return start <= date.line and not (before > start and date.line >= before)


def _is_of_the_copy(review: Finding, copy: Finding) -> bool:
    return review.file == copy.file and f"{copy.quote}." in _said(review) and "~" in _said(review)


def _is_of_one_side(lonely: Finding, cause: Finding) -> bool:
    """Tell whether a page lacks its counterpart since one side alone is for some bassins."""
    if cause.rule == "front-matter-parity":
        return cause.quote == "bassins" and lonely.file in (cause.file, twin(cause.file))
    return lonely.file == cause.file or cause.file in _said(lonely)


def _is_of_territory(lonely: Finding, unknown: Finding) -> bool:  # noqa: ARG001 - any commune
    return unknown.file.endswith("/bassin.yml")


def _is_of_the_labels(call: Finding, lacking: Finding) -> bool:
    told = f"«\u00a0{lacking.quote}\u00a0»" in call.message.fr
    return told and call.file != lacking.file == LABELS


LABELS = "data/region/labels.yml"
_OF_ITS_KIND: Mapping[str, Callable[[Finding, Finding], bool]] = {
    "missing-key": _is_misspelt,
    "missing-translation": _is_miswritten,
    "agreement-file": _is_of_the_page,
    "list-parity": _is_above,
    "table-parity": _is_above,
    "date-parity": _is_of_other_side,
    "section-to-review": _is_of_the_copy,
    "commune-without-bassin": _is_of_territory,
    "missing-label": _is_of_the_labels,
    "missing-counterpart": _is_of_one_side,
}
_BETWEEN_GUILLEMETS = re.compile("«[^»]+»")
