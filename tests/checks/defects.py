"""Defects put into the real sources, each with the finding that must tell of it."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Lines = list[str]


@dataclass(frozen=True)
class Defect:
    """A spoilt file.

    `line` is that of the finding, counted from 1; none when any line of the file will do.
    `rules` are those of which one must fire; none for noise that may be harmless.
    """

    kind: str
    file: str
    text: bytes
    line: int | None = None
    rules: frozenset[str] = field(default_factory=frozenset)


Mutate = Callable[[random.Random, str, Lines], Defect | None]


def _made(kind: str, file: str, lines: Sequence[str], line: int | None, *rules: str) -> Defect:
    return Defect(kind, file, "\n".join(lines).encode(), line, frozenset(rules))


def _pick(chance: random.Random, lines: Lines, pattern: str, file: str, ending: str) -> int | None:
    """Choose a line that matches, in a file with some ending."""
    if not re.search(ending, file):
        return None
    found = [n for n, line in enumerate(lines) if re.search(pattern, line)]
    return chance.choice(found) if found else None


def _replacing(
    kind: str, ending: str, pattern: str, new: str, *rules: str, below: int = 0
) -> Mutate:
    """Make a mutation that replaces part of one line; the finding stands `below` it."""

    def mutate(chance: random.Random, file: str, lines: Lines) -> Defect | None:
        at = _pick(chance, lines, pattern, file, ending)
        if at is None:
            return None
        spoilt = [*lines[:at], re.sub(pattern, new, lines[at], count=1), *lines[at + 1 :]]
        return _made(kind, file, spoilt, at + 1 + below, *rules)

    return mutate


def _adding(kind: str, ending: str, new: str, *rules: str, below: int = 0) -> Mutate:
    """Make a mutation that adds a paragraph at the end of a page."""

    def mutate(_: random.Random, file: str, lines: Lines) -> Defect | None:
        if not re.search(ending, file):
            return None
        start = len(lines) + 1 if lines[-1] else len(lines)
        spoilt = [*lines[: start - 1], "", *new.split("\n"), ""]
        return _made(kind, file, spoilt, start + 1 + below, *rules)

    return mutate


def drop_side(chance: random.Random, file: str, lines: Lines) -> Defect | None:
    """Remove one language of a pair that stands on lines of its own."""
    found = [
        n
        for n in range(1, len(lines))
        if re.match(r"\s+nl: [^|>\s]", lines[n])
        and re.match(r"\s+fr: [^|>\s]", lines[n - 1])
        and re.match(r"\s*(?:- )?[a-z_]+:\s*$", lines[n - 2])
        and (n + 1 == len(lines) or _indent(lines[n + 1]) < _indent(lines[n]))
    ]
    if not found or not file.endswith(".yml"):
        return None
    at = chance.choice(found)
    return _made(
        "one language missing", file, lines[:at] + lines[at + 1 :], at - 1, "missing-translation"
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def other_encoding(chance: random.Random, file: str, lines: Lines) -> Defect | None:
    """Save a file in another encoding."""
    at = _pick(chance, lines, "[éèàç]", file, r"\.(?:yml|md)$")
    if at is None:
        return None
    spoilt = [line.encode() for line in lines]
    spoilt[at] = lines[at].replace("’", "'").encode("cp1252", "replace")
    return Defect("Windows-1252", file, b"\n".join(spoilt), at + 1, frozenset({"not-utf8"}))


def without_slug(_: random.Random, file: str, lines: Lines) -> Defect | None:
    """Leave out the slug of a page; the finding can only stand at the top."""
    kept = [line for line in lines if not line.startswith("slug: ")]
    if len(kept) == len(lines) or not file.endswith(".md"):
        return None
    return _made("slug missing", file, kept, 1, "missing-slug")


def noise(chance: random.Random, file: str, lines: Lines) -> Defect | None:
    """Do something that people and programs do to files; it may be harmless."""
    spoilt = list(lines)
    at = chance.randrange(len(spoilt))
    line = spoilt[at]
    cut = chance.randrange(len(line) + 1)
    deed = chance.randrange(8)
    if deed == 0:
        del spoilt[at]
    elif deed == 1:
        spoilt.insert(at, line)
    elif deed == 2:
        spoilt[at] = line[:cut] + line[cut + 1 :]
    elif deed == 3:
        spoilt[at] = line[:cut] + chance.choice("\"'{}[]|#*&!%@`:->\t\u200b\u00a0é<") + line[cut:]
    elif deed == 4:
        spoilt = spoilt[:at]
    elif deed == 5:
        other = chance.randrange(len(spoilt))
        spoilt[at], spoilt[other] = spoilt[other], spoilt[at]
    elif deed == 6:
        spoilt[at] = " " + line
    else:
        spoilt.insert(
            at, chance.choice(["<<<<<<< HEAD", "---", "{{", "{% for x %}", "| a |", "\x00"])
        )
    return _made("noise", file, spoilt, None)


ITEM = r"data/[a-z-]+/(?:actions|news|events|progress)/"
YML = r"\.yml$"
PAGE = r"\.md$"
FR, NL = r"docs/fr/.*\.md$", r"docs/nl/.*\.md$"

IN_DATA: tuple[Mutate, ...] = (
    drop_side,
    other_encoding,
    _replacing("key misspelt", ITEM, r"^summary:", "sumary:", "unknown-key"),
    _replacing(
        "key twice",
        ITEM,
        r"^(date|start|mission): (.*)$",
        r"\1: \2\n\1: \2",
        "duplicate-key",
        below=1,
    ),
    _replacing("day first", ITEM, r"^date: (\d{4})-(\d\d)-(\d\d)$", r"date: \3/\2/\1", "bad-date"),
    _replacing(
        "no such day", ITEM, r"^(date|start): (\d{4})-\d\d-\d\d", r"\1: \2-02-30", "bad-date"
    ),
    _replacing("tab", ITEM, r"^  (fr|nl):", r"\t\1:", "yaml-tab"),
    _replacing(
        "colon in a text",
        ITEM,
        r"^  fr: ([^\"'>|:]+) ([^\"'>|:]+)$",
        r"  fr: \1 : \2",
        "yaml-colon",
    ),
    _replacing("slug with a capital", ITEM, r"^  fr: ([a-z]+-[a-z-]+)$", r"  fr: É\1", "bad-slug"),
    _replacing("dead reference", ITEM, r"^  - ([a-z]+-[a-z-]+)$", r"  - \1x", "dead-reference"),
    _replacing(
        "unknown mission", "/actions/", r"^mission: (\w+)$", r"mission: \1x", "unknown-mission"
    ),
    _replacing(
        "unknown commune", YML, r"^(\s+)commune: (\w)", r"\1commune: x\2", "unknown-commune"
    ),
    _replacing(
        "wrong postcode", YML, r"^(\s+)postcode: .*$", r"\1postcode: 9000", "postcode-mismatch"
    ),
    _replacing("unknown kind", YML, r"^(\s+)kind: (\w+)$", r"\1kind: \2x", "unknown-value"),
    _replacing(
        "year missing",
        ITEM,
        r"(\d (?:septembre|octobre|mars|avril|maart|april|oktober)) 20\d\d",
        r"\1",
        "date-without-year",
        "date-parity",
        "year-parity",
    ),
    _replacing(
        "other day",
        ITEM,
        r"\b(\d)(?= (?:septembre|octobre|novembre|mars|avril) 20\d\d)",
        r"3\1",
        "date-parity",
        "impossible-date",
        "wrong-weekday",
        "number-parity",
    ),
    _replacing(
        "figure of the future",
        "figures",
        r"^(\s+)year: \d+$",
        r"\1year: 2099",
        "figure-of-the-future",
    ),
    _replacing("redirect to nowhere", "redirects", r"page: (\S+)", r"page: \1x", "dead-redirect"),
    _replacing("menu to nowhere", "navigation", r"^  - (\w+)$", r"  - \1x", "dead-navigation"),
)
"""Defects of data, found with others around them."""

IN_PAGES: tuple[Mutate, ...] = (
    other_encoding,
    _replacing("dead link", PAGE, r"\]\(([\w/.]+)\.md\)(?!`)", r"](\1x.md)", "dead-link"),
    _replacing("level skipped", PAGE, r"^## ", "#### ", "heading-skip", "heading-parity"),
    _replacing("second first level", PAGE, r"^## ", "# ", "second-h1"),
    _replacing("vague label", FR, r"(?<![`!])\[[^\]]+\]\(", "[ici](", "vague-label"),
    _replacing("vague label", NL, r"(?<![`!])\[[^\]]+\]\(", "[hier](", "vague-label"),
    _replacing("space in a link", PAGE, r"\]\(", "] (", "broken-link-markup"),
    without_slug,
    _replacing("unknown template", PAGE, r"^template: (.*)$", r"template: \1x", "unknown-template"),
    _adding("script", PAGE, "<script>alert(1)</script>", "unsafe-html"),
    _adding("inline handler", PAGE, 'Un <span onclick="x()">mot</span>.', "unsafe-html"),
    _adding(
        "image without words",
        PAGE,
        "![](https://example.org/a.svg)",
        "image-without-alt",
        "image-parity",
    ),
    _adding("heading on one side", PAGE, "## Zzz\n\nZzz.", "heading-parity"),
    _adding("list on one side", PAGE, "- zzz\n- zzz", "list-parity"),
    _adding("glued list", PAGE, "Zzz :\n- zzz", "glued-block", below=1),
    _adding(
        "English",
        PAGE,
        "The team will meet with all the partners and they have to choose what should be done.",
        "english-passage",
    ),
    _adding(
        "Dutch in French",
        FR,
        "De werkgroep komt elke maand samen en kiest welke acties eerst aan bod komen.",
        "other-language-passage",
    ),
    _adding(
        "French in Dutch",
        NL,
        "Le groupe de travail se réunit chaque mois et choisit les actions à mener.",
        "other-language-passage",
    ),
    _adding("left over", PAGE, "TODO zzz.", "leftover-note"),
    _adding("mojibake", PAGE, "La santÃ© et la prÃ©vention.", "damaged-letters"),
    _adding("zero width", PAGE, "Zz\u200bzz.", "invisible-character"),
    _adding("wrong host", PAGE, "Zzz: info@bassin-nrod.brussels.", "unknown-mail-host"),
    _adding(
        "address of the site",
        FR,
        "[Zzz zzz](https://www.bassin-nord.brussels/contact/).",
        "own-host-link",
    ),
    _adding(
        "other side",
        NL,
        "[Zzz zzz](https://www.bassin-nord.brussels/contact/).",
        "wrong-language-link",
    ),
)
"""Defects of pages."""

IN_CALLS: tuple[Mutate, ...] = (
    _replacing("unknown macro", PAGE, r"\{\{ (\w+)\(", r"{{ \1x(", "unknown-macro"),
    _replacing(
        "unknown argument", PAGE, r"\{\{ (\w+)\(\) \}\}", r'{{ \1(zzz="1") }}', "macro-argument"
    ),
    _replacing("macro not closed", PAGE, r"\) \}\}", "}}", "macro-syntax"),
)
"""Defects of macro calls, which are tried only when the sources can be read."""
