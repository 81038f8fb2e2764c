"""Seeded edits of the real sources, each with the section that the other side should review."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.agreement.compare import Cause, Review, agreed_entries, reviews
from macros.agreement.ledger import Ledger
from macros.agreement.sections import Part, Unit, units
from macros.clock import today
from macros.content.load import load
from macros.language import LANGS, Lang, other
from macros.site.plan import plan
from macros.texts.sources import Sources

REAL_EDIT = True
WORDS = {"fr": "nouveau", "nl": "nieuwe"}
SENTENCE = {
    "fr": "Une permanence s’ajoute dès la rentrée pour toutes les équipes.",
    "nl": "Vanaf september komt er een permanentie bij voor alle teams.",
}


@dataclass(frozen=True)
class Edit:
    """One edit of one side.

    Attributes:
        kind: what was done.
        real: whether it changes what the text says.
        file: the file that was edited.
        text: its text afterwards.
        unit: the unit before the edit, with its parts.
        lang: the side that was edited.
        section: the section that was edited, as it was before; for a new one, its heading.

    """

    kind: str
    real: bool
    file: str
    text: str
    unit: Unit
    lang: Lang
    section: str

    @property
    def expected(self) -> str | None:
        """Name of the section that the other side should review."""
        if self.kind == "new section":
            return self.section
        names = {lang: [part.name for part in self.unit.parts[lang]] for lang in LANGS}
        return names[other(self.lang)][names[self.lang].index(self.section)]


Operation = Callable[[str, Lang, random.Random], str | None]


def read(root: Path) -> Sources:
    """Load a project; an edit may leave findings, as an editor's does."""
    content, _ = load(root)
    return Sources(root, plan(content, today())[0])


def edits(root: Path, count: int, seed: int) -> Iterator[Edit]:
    """Make `count` edits: half in each language, two thirds real, most of them in pages."""
    chance = random.Random(seed)
    sources = read(root)
    found = [
        unit
        for unit in units(sources)
        if len(unit.parts["fr"]) == len(unit.parts["nl"]) and unit.name != "region/labels"
    ]
    pages = [unit for unit in found if unit.name.startswith("docs/")]
    made = 0
    while made < count:
        lang = LANGS[made % 2]
        names = list(REAL) if made % 3 else list(TYPOGRAPHIC)
        kind = names[(made // 6) % len(names)]
        whole = kind in ("moved section", "new section") or (made // 2) % 2
        unit = chance.choice(pages if whole else found)
        edit = _edit(root, unit, lang, kind, chance)
        if edit:
            made += 1
            yield edit


def _edit(root: Path, unit: Unit, lang: Lang, kind: str, chance: random.Random) -> Edit | None:
    file = unit.files[lang]
    text = (root / file).read_text(encoding="utf-8")
    if kind == "moved section":
        return _moved(unit, lang, file, text, chance)
    if kind == "new section":
        return _new(unit, lang, file, text, chance)
    lines = text.split("\n")
    real = kind in REAL
    operation = (REAL if real else TYPOGRAPHIC)[kind]
    places = [n for n, line in enumerate(lines) if _is_prose(unit, lang, n + 1, line, lines)]
    chance.shuffle(places)
    for place in places:
        changed = operation(lines[place], lang, chance) if operation else None
        if changed is not None and changed != lines[place]:
            section = _section(unit.parts[lang], place + 1)
            after = "\n".join([*lines[:place], changed, *lines[place + 1 :]])
            return Edit(kind, real, file, after, unit, lang, section.name)
    return None


def _is_prose(unit: Unit, lang: Lang, number: int, line: str, lines: Sequence[str]) -> bool:
    """Choose lines of running text of one side: those that the sections of that side hold."""
    if unit.name.startswith("docs/"):
        end = lines.index("---", 1) + 1
        return number > end and bool(re.search(r"\w{3}", line)) and not line.startswith(("{{", "|"))
    part = _section(unit.parts[lang], number)
    twin = _section(unit.parts[other(lang)], number)
    start = part.place.line
    if not start <= number or twin.place.line > start:
        return False
    indent = len(lines[start - 1]) - len(lines[start - 1].lstrip())
    here = len(line) - len(line.lstrip())
    inside = all(
        not before.strip() or len(before) - len(before.lstrip()) >= indent
        for before in lines[start - 1 : number]
    )
    # a line of another key, or of a quoted scalar, is not running text
    own_key = bool(re.match(r"\s*(?:- )?\w+:(?:\s|$)", line)) and number != start
    return inside and here >= indent and not own_key and bool(re.search(r"\w{4}", line))


def _section(parts: Sequence[Part], number: int) -> Part:
    above = [part for part in parts if part.place.line <= number]
    return max(above, key=lambda part: part.place.line) if above else parts[0]


def _sub(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Operation:
    def operation(line: str, _lang: Lang, chance: random.Random) -> str | None:
        head, text = _value(line)
        found = list(re.finditer(pattern, text))
        if not found:
            return None
        one = chance.choice(found)
        filled = new(one) if callable(new) else one.expand(new)
        return head + text[: one.start()] + filled + text[one.end() :]

    return operation


def _value(line: str) -> tuple[str, str]:
    """Part the keys and marks at the start of a line from its text."""
    found = re.match(r"\s*(?:- )?(?:[\w-]+: *)?(?:\{fr: )?[\"']?(?:#+ |[-*] |\d+\. )?", line)
    cut = found.end() if found else 0
    return line[:cut], line[cut:]


def _word(line: str, lang: Lang, chance: random.Random) -> str | None:
    return _sub(r"(?<= )[^\W\d_]{4,}(?= )", WORDS[lang])(line, lang, chance)


def _sentence(line: str, lang: Lang, _chance: random.Random) -> str | None:
    head, text = _value(line)
    if not text.endswith(".") or '"' in head or "'" in head:
        return None
    return f"{line} {SENTENCE[lang]}"


def _moved(unit: Unit, lang: Lang, file: str, text: str, chance: random.Random) -> Edit | None:
    parts = [part for part in unit.parts[lang] if part.name.startswith("#") and part.name != "#"]
    lines = text.split("\n")
    if len(parts) < 3:  # of two, nobody can tell which one moved
        return None
    starts = [part.place.line - 1 for part in parts]
    levels = {len(lines[start]) - len(lines[start].lstrip("#")) for start in starts}
    if len(levels) > 1:
        return None
    blocks = [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    first, last = 0, len(blocks) - 1
    source, target = chance.choice([(first, last), (last, first)])
    moved = blocks.pop(source)
    blocks.insert(target, moved)
    after = lines[: starts[0]]
    for block in blocks:
        after += [*_stripped(block), ""]
    section = parts[source].name
    return Edit("moved section", REAL_EDIT, file, "\n".join(after), unit, lang, section)


def _stripped(block: list[str]) -> list[str]:
    while block and not block[-1].strip():
        block = block[:-1]
    return block


def _new(unit: Unit, lang: Lang, file: str, text: str, chance: random.Random) -> Edit | None:
    parts = [part for part in unit.parts[lang] if part.name.startswith("#") and part.name != "#"]
    if not parts:
        return None
    lines = text.split("\n")
    at = chance.choice(parts).place.line - 1
    title = {"fr": "Une permanence", "nl": "Een permanentie"}[lang]
    new = [f"## {title}", "", SENTENCE[lang], ""]
    after = "\n".join([*lines[:at], *new, *lines[at:]])
    return Edit("new section", REAL_EDIT, file, after, unit, lang, title)


REAL: dict[str, Operation | None] = {
    "changed date or figure": _sub(
        r"(?<![\w.,/#(])\d+(?!\w)", lambda found: str(int(found[0]) + 1)
    ),
    "changed word": _word,
    "new sentence": _sentence,
    "removed words": _sub(r"(?<= )[^\W\d_]+ [^\W\d_]{3,} (?=\w)", ""),
    "new section": None,
    "moved section": None,
}
TYPOGRAPHIC: dict[str, Operation] = {
    "comma": _sub(r"(?<=[^\W\d_]{4}) (?=[^\W\d_]{2})", ", "),
    "comma removed": _sub(r"(?<=\w), (?=[^\W\d_])", " "),
    "apostrophe": _sub(r"’(?=\w)", "'"),
    "spaces": _sub(r"(?<=\w) (?=\w)", "  "),
    "firm space": _sub(r"(?<=\w)[ \u00a0](?=[^\W\d_])", "\u00a0"),
    "quotes": _sub(r"(?<= )([^\W\d_]{4,})(?= )", r"« \1 »"),
    "emphasis": _sub(r"(?<= )([^\W\d_]{4,})(?= )", r"**\1**"),
    "ellipsis": _sub(r"(?<=[^\W\d_])\.(?=$)", "…"),
}


def score(root: Path, edit: Edit, sample: Path) -> tuple[Review, ...]:
    """Apply an edit in a project that holds this unit alone, and ask what is to review."""
    for file in {*edit.unit.files.values(), *_context(root, edit.file)}:
        target = sample / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text((root / file).read_text(encoding="utf-8"), encoding="utf-8")
    ledger = Ledger(agreed_entries(edit.unit, None))
    (sample / edit.file).write_text(edit.text, encoding="utf-8")
    after = next((u for u in units(read(sample)) if u.name == edit.unit.name), None)
    return reviews(after, ledger) if after else ()


def _context(root: Path, file: str) -> list[str]:
    """Return what a file of a bassin needs to be read."""
    scope = file.split("/")[1]
    bassin = f"data/{scope}/bassin.yml"
    return [bassin] if file.startswith("data/") and (root / bassin).is_file() else []


def is_right(edit: Edit, found: Sequence[Review]) -> bool:
    """Tell whether the other side is to review at the section of the edit, and nowhere else."""
    if not edit.real:
        return not found
    if len(found) != 1 or found[0].lang != other(edit.lang):
        return False
    review = found[0]
    if edit.kind == "new section":
        title = review.trigger.title if review.trigger else ""
        return review.cause is Cause.ADDED and title == edit.section
    return review.part is not None and review.part.name == edit.expected
