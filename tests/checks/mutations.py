"""Random corruptions of the real sources, each with the rules that must name it at its line."""

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.language import Lang
from macros.prose.facts import Kind
from macros.prose.masking import HIDDEN, prose, without_titles
from macros.texts.sources import Passage, Sources

NBSP = "\u00a0"


@dataclass(frozen=True)
class Mutation:
    """One corruption of one file.

    Attributes:
        kind: what was done.
        file: the file.
        content: its bytes afterwards.
        line: the line of the corruption; 0 when any line of the file will do.
        rules: the rules of which one must speak; none for damage that need not be a defect.

    """

    kind: str
    file: str
    content: bytes
    line: int
    rules: frozenset[str]


@dataclass(frozen=True)
class Spot:
    """A text of the sources that stands on lines of its own, as it is in the file."""

    passage: Passage
    lines: tuple[str, ...]
    numbers: tuple[int, ...]


Text = Callable[[Spot, random.Random], "tuple[int, str] | None"]
"""Corrupt one line of a spot: its number and its new text, or nothing where it does not apply."""


def spots(sources: Sources) -> dict[str, list[Spot]]:
    """Return the texts of each file whose lines are in the file as they are in the text."""
    found: dict[str, list[Spot]] = {}
    for passage in sources.passages:
        numbers, number = [], passage.line
        for line in passage.text.split("\n"):
            raw = passage.raw[number - 1] if number <= len(passage.raw) else ""
            # quoted and flow scalars have rules of their own, which a corruption may break
            if line.strip() and raw.endswith(line) and not re.search(r"[{}\"]", raw):
                numbers.append(number)
            number += 1
        if numbers:
            spot = Spot(passage, passage.raw, tuple(numbers))
            found.setdefault(passage.file, []).append(spot)
    return found


def mutations(
    sources: Sources, files: Mapping[str, list[Spot]], count: int, chance: random.Random
) -> Iterator[Mutation]:
    """Make `count` corruptions, all kinds in turn, in random places."""
    kinds = [*TEXTS, *FILES]
    names = sorted(files)
    made = 0
    while made < count:
        kind = kinds[made % len(kinds)]
        found = None
        while found is None:
            file = chance.choice(names)
            found = _mutation(kind, file, files[file], sources, chance)
        made += 1
        yield found


def _mutation(
    kind: str, file: str, here: Sequence[Spot], sources: Sources, chance: random.Random
) -> Mutation | None:
    lines = list(sources.lines(file))
    if kind in FILES:
        operation, rules = FILES[kind]
        spoilt = operation(lines, chance)
        if spoilt is None or (file.endswith(".md") and kind in YAML_ONLY):
            return None
        line, content = spoilt
        return Mutation(kind, file, content, line, frozenset(rules))
    change, names = TEXTS[kind]
    if kind == "name of the other language" and file.endswith(DEFINING):
        return None  # the names are defined there
    spot = chance.choice(here)
    done = change(spot, chance)
    if done is None or done[1] == lines[done[0] - 1]:
        return None
    lines[done[0] - 1] = done[1]
    return Mutation(kind, file, "\n".join(lines).encode(), done[0], frozenset(names))


def _words(
    pattern: str, new: str | Callable[[re.Match[str]], str], lang: Lang | None = None
) -> Text:
    """Replace words of prose."""

    def change(spot: Spot, chance: random.Random) -> tuple[int, str] | None:
        if lang and spot.passage.lang != lang:
            return None
        number = chance.choice(spot.numbers)
        raw = spot.lines[number - 1]
        start = len(raw) - len(_own(spot, number))
        masked = prose(raw)
        if spot.passage.kind == "plain":
            masked = without_titles(masked)
        found = [f for f in re.finditer(pattern, masked) if f.start() >= start]
        if not found:
            return None
        one = chance.choice(found)
        filled = new(one) if callable(new) else one.expand(new)
        return number, raw[: one.start()] + filled + raw[one.end() :]

    return change


def _own(spot: Spot, number: int) -> str:
    return spot.passage.text.split("\n")[number - spot.passage.line]


def _fact(*kinds: Kind) -> Text:
    """Change a digit or a name of a fact so that the text says another one."""

    def change(spot: Spot, chance: random.Random) -> tuple[int, str] | None:
        passage = spot.passage
        found = []
        for fact in passage.facts:
            place = passage.place(fact.start)
            quote = passage.text[fact.start : fact.end]
            if fact.kind in kinds and place.column and "\n" not in quote:
                raw = spot.lines[place.line - 1]
                is_said = prose(raw).startswith(quote, place.column - 1)  # not code
                is_marker = re.match(r"\s*\d+\.\s", raw) and not raw[: place.column - 1].strip()
                if place.line in spot.numbers and is_said and not is_marker:
                    found.append((place, quote))
        if not found:
            return None
        place, quote = chance.choice(found)
        digits = [m.start() for m in re.finditer(r"\d", quote)]
        if not digits or place.column is None:
            return None
        at = chance.choice(digits)
        others = [quote[:at] + digit + quote[at + 1 :] for digit in "123456789"]
        new = chance.choice([other for other in others if other not in passage.text])
        start = place.column - 1
        raw = spot.lines[place.line - 1]
        return place.line, raw[:start] + new + raw[start + len(quote) :]

    return change


def _copied(spot: Spot, chance: random.Random) -> tuple[int, str] | None:
    """Put a sentence of the other language in place of a line."""
    number = chance.choice(spot.numbers)
    raw = spot.lines[number - 1]
    own = _own(spot, number)
    above = spot.lines[number - 2].rstrip() if number > 1 else ""
    is_inside_a_sentence = number > spot.passage.line and above[-1:] not in (".", "?", "!", "")
    if len(own.split()) < 6 or HIDDEN in prose(own) or is_inside_a_sentence:
        return None
    foreign = {
        "fr": "De zorgzone nodigt alle diensten van de wijk uit voor een gesprek over hun werk.",
        "nl": "Le bassin invite tous les services du quartier à parler ensemble de leur travail.",
    }[spot.passage.lang]
    return number, raw[: len(raw) - len(own)] + foreign


def _appended(words: str) -> Text:
    def change(spot: Spot, chance: random.Random) -> tuple[int, str] | None:
        number = chance.choice(spot.numbers)
        own = prose(_own(spot, number))
        if own.rstrip().endswith((HIDDEN, "|")) or len(own.split()) < 3:
            return None
        return number, f"{spot.lines[number - 1]} {words}"

    return change


def _swapped(found: re.Match[str]) -> str:
    return {**SWAPS, **{b: a for a, b in SWAPS.items()}}[found[0]]


DEFINING = ("communes.yml", "glossary.yml")
SWAPS = {
    "Ixelles": "Elsene", "Uccle": "Ukkel", "Forest": "Vorst", "Schaerbeek": "Schaarbeek",
    "Auderghem": "Oudergem", "Saint-Gilles": "Sint-Gillis", "Laeken": "Laken",
    "Molenbeek-Saint-Jean": "Sint-Jans-Molenbeek", "CPAS": "OCMW", "Cocom": "GGC",
    "CLSS": "LWGC",
}  # fmt: skip
_NAMES = r"(?<![\w-])(?:" + "|".join([*SWAPS, *SWAPS.values()]) + r")(?![\w-])"
_FACT_RULES = (
    "date-parity", "time-parity", "amount-parity", "percentage-parity", "year-parity",
    "number-parity", "wrong-weekday", "impossible-date", "phone-parity", "shares-of-a-whole",
)  # fmt: skip

TEXTS: Mapping[str, tuple[Text, tuple[str, ...]]] = {
    "changed date": (_fact(Kind.DATE), _FACT_RULES),
    "changed time": (_fact(Kind.TIME), _FACT_RULES),
    "changed figure": (_fact(Kind.AMOUNT, Kind.PERCENTAGE, Kind.NUMBER), _FACT_RULES),
    "changed year": (_fact(Kind.YEAR), _FACT_RULES),
    "other language": (_copied, ("other-language-passage", "same-in-both-languages")),
    "English": (
        _appended("This page will be available in the next few weeks."),
        ("english-passage",),
    ),
    "leftover": (_appended("TODO"), ("leftover-note",)),
    "leftover to translate": (_appended("[à traduire]"), ("leftover-note",)),
    "mojibake": (
        _words(r"[éèàëö]", lambda found: found[0].encode().decode("cp1252")),
        ("damaged-letters",),
    ),
    "zero width": (_words(r"(?<=\w{2})(?=\w{2})", "\u200b"), ("invisible-character",)),
    "split accent": (
        _words(r"\w*[éèàëö]\w*", lambda found: unicodedata.normalize("NFD", found[0])),
        ("split-accent",),
    ),
    "name of the other language": (_words(_NAMES, _swapped), ("place-name", "abbreviation-pair")),
    "mailbox of a person": (_appended("marie.janssens@example.be"), ("personal-mailbox",)),
    "mobile number": (_appended("0470 12 34 56"), ("mobile-number",)),
    "French space": (_words(rf"{NBSP}(?=[;?!»:])", " ", "fr"), ("french-spaces",)),
    "French space lost": (_words(rf"{NBSP}(?=[;?!])", "", "fr"), ("french-spaces",)),
    "apostrophe": (_words(r"(?<=\w)’(?=\w)", "'"), ("straight-apostrophe",)),
    "double space": (_words(r"(?<=[a-z]) (?=[a-z])", "  "), ("double-space",)),
    "double word": (
        _words(r"(?<= )(?:les|des|een|van|het|pour)(?= [a-z])", r"\g<0> \g<0>"),
        ("double-word",),
    ),
    "straight quotes": (
        _words(r"(?<= )[a-z]{5,}(?= )", r'"\g<0>"'),
        ("quotation-marks",),
    ),
    "Dutch trema": (
        _words(r"coördin|patiënt|geïnte|financiële", lambda f: _plain(f[0]), "nl"),
        ("missing-trema", "avoided-term"),
    ),
}


def _plain(word: str) -> str:
    return word.translate(str.maketrans("ëïö", "eio"))


def _encoded(lines: Sequence[str]) -> bytes:
    return "\n".join(lines).encode()


def _side_lost(lines: list[str], chance: random.Random) -> tuple[int, bytes] | None:
    """Delete the one-line Dutch or French side of a pair."""
    places = [
        n
        for n, line in enumerate(lines[:-1])
        if re.match(r"\s+(?:fr|nl): [^\s>|]", line)
        and re.match(r"\s*(?:fr|nl|\w+|- \w+): |\s*$|\s*- ", lines[n + 1])
        and not re.match(r"\s*-\s", line)
    ]
    parent = [n for n in places if lines[n - 1].rstrip().endswith(":") or "fr:" in lines[n - 1]]
    # old_slugs and words may stand in one language alone
    parent = [
        n for n in parent if not re.search(r"old_slugs|synonyms|avoid", "".join(lines[n - 2 : n]))
    ]
    if not parent:
        return None
    place = chance.choice(parent)
    return 0, _encoded([*lines[:place], *lines[place + 1 :]])


def _key_misspelt(lines: list[str], chance: random.Random) -> tuple[int, bytes] | None:
    places = [
        n for n, line in enumerate(lines) if re.match(r"(?:- |  )?(?:title|name|id|date): ?", line)
    ]
    if not places:
        return None
    place = chance.choice(places)
    lines[place] = re.sub(r"(title|name|id|date):", r"\1s:", lines[place], count=1)
    return 0, _encoded(lines)


def _key_twice(lines: list[str], chance: random.Random) -> tuple[int, bytes] | None:
    places = [n for n, line in enumerate(lines) if re.match(r"\s+(?:fr|nl): [^\s>|]", line)]
    places = [n for n in places if n + 1 == len(lines) or not lines[n + 1].startswith(" " * 12)]
    if not places:
        return None
    place = chance.choice(places)
    following = lines[place + 1] if place + 1 < len(lines) else ""
    if following.strip() and not re.match(r"\s*(?:- )?[\w-]+:|\s*- ", following):
        return None
    lines.insert(place + 1, lines[place])
    return place + 2, _encoded(lines)


def _tab(lines: list[str], chance: random.Random) -> tuple[int, bytes] | None:
    places = [n for n, line in enumerate(lines) if re.match(r"  +(?:fr|nl): [^>|]", line)]
    if not places:
        return None
    place = chance.choice(places)
    lines[place] = "\t" + lines[place].lstrip()
    return 0, _encoded(lines)


def _latin(lines: list[str], chance: random.Random) -> tuple[int, bytes] | None:
    places = [n for n, line in enumerate(lines) if re.search(r"[éèàëö]", line)]
    if not places:
        return None
    place = chance.choice(places)
    data = [line.encode() for line in lines]
    data[place] = lines[place].encode("cp1252", "ignore")
    return place + 1, b"\n".join(data)


def _mark(lines: list[str], _chance: random.Random) -> tuple[int, bytes]:
    return 1, b"\xef\xbb\xbf" + _encoded(lines)


def _noise(lines: list[str], chance: random.Random) -> tuple[int, bytes]:
    data = bytearray(_encoded(lines))
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return 0, bytes(data)


def _cut(lines: list[str], chance: random.Random) -> tuple[int, bytes]:
    data = _encoded(lines)
    return 0, data[: chance.randrange(len(data))]


def _control(lines: list[str], chance: random.Random) -> tuple[int, bytes]:
    place = chance.randrange(len(lines))
    lines[place] += chr(chance.randrange(1, 9))
    return place + 1, _encoded(lines)


Spoil = Callable[[list[str], random.Random], "tuple[int, bytes] | None"]
FILES: Mapping[str, tuple[Spoil, tuple[str, ...]]] = {
    "side lost": (_side_lost, ("missing-translation", "empty-value", "wrong-shape")),
    "key misspelt": (_key_misspelt, ("unknown-key",)),
    "key twice": (_key_twice, ("duplicate-key",)),
    "tab": (_tab, ("yaml-tab", "yaml-indent", "yaml-syntax", "yaml-key")),
    "Windows-1252": (_latin, ("not-utf8",)),
    "byte-order mark": (_mark, ("byte-order-mark",)),
    "control character": (_control, ("control-character",)),
    "noise": (_noise, ()),
    "cut": (_cut, ()),
}
YAML_ONLY = frozenset({"side lost", "key twice", "tab", "key misspelt"})
