"""What is wrong with keys, dashes and the level of lines, as an editor sees it."""

import re
from collections.abc import Mapping, Sequence

from macros.content import yaml_messages as said
from macros.content.meant import is_key
from macros.content.yaml_lines import (
    BARE_KEY,
    ITEM,
    KEY,
    SLIP,
    block_above,
    fallen_between,
    fallen_out,
    indent,
    is_side,
    key_of,
    level_for,
    line_above,
    without_block_sign,
)
from macros.content.yaml_seen import Mistake, Seen
from macros.language import LANGS

_NO_SPACE = re.compile(
    r"(?P<indent>\s*)(?P<dash>- )?(?P<key>[a-z][a-z_]*):(?!//)(?P<value>[^\s:].*)"
)
_NO_COLON = re.compile(
    r"(?P<indent>\s*)(?P<dash>- )?(?P<key>[a-z][a-z_]*)(?:(?:\s*[=;\uff1a]|\s)\s*(?P<value>.*))?"
)
_NO_GAP = re.compile(r"(?P<indent>\s*)-(?P<value>[^\s-].*)")
_ONLY_KEY = re.compile(r"\s*[\w-]+")
_MORE_KEYS = 2
"""Keys at the margin that are no slip of the hand."""
_BESIDE = re.compile(
    rf"\s*(?:- )?(?P<key>[\w-]+): +(?:(?P<side>{'|'.join(LANGS)}):(?:\s.*)?|(?P<inner>[a-z_]+):\s*)"
)
"""A key on the line of the one that it belongs to."""
_OWN_TEXT = re.compile(r"\s*(?:- )?(?!(?:fr|nl):)[\w-]+: +(?=[^|>\s])")
_TEXT_OF_SIDE = re.compile(rf"\s*(?:- )?(?:{'|'.join(LANGS)}): +[^|>\s]")


def keys(seen: Seen) -> Mistake | None:
    """Explain a colon that is missing, or one that makes a key of a text."""
    if "simple key" in seen.context:
        return _without_colon(seen.lines, seen.started[0])
    if "mapping values are not allowed" not in seen.problem:
        return None
    if _ONLY_KEY.fullmatch(seen.line[: seen.column]):
        return _taken_for_text(seen)
    beside = _BESIDE.fullmatch(seen.line)
    inner = beside and (beside["side"] or beside["inner"])
    if beside and inner and is_key(inner):
        known = {"key": beside["key"], "inner": inner}
        message, fix = said.BESIDE.format(**known), said.BESIDE_FIX.format(**known)
        return seen.mistake("yaml-colon", message, fix)
    outside = _out_of_text(seen.lines, seen.index)
    return outside or seen.to_quote("yaml-colon", said.COLON, said.COLON_FIX)


def _taken_for_text(seen: Seen) -> Mistake:
    """Explain a line whose own colon is the only one: YAML takes it for text of the line above."""
    above = line_above(seen.lines, seen.index)
    line = "" if above is None else seen.lines[above]
    is_deeper = indent(line) < indent(seen.line) and not is_side(seen.line)
    if _TEXT_OF_SIDE.match(line) and is_deeper:
        return seen.mistake("yaml-colon", said.COLON, said.FOLD_FIX.format(key=key_of(line)))
    owner = _OWN_TEXT.match(line) if is_side(seen.line) else None
    if owner and indent(line) < indent(seen.line) and not fallen_between(seen.lines, seen.index):
        fix = said.TEXT_BESIDE_FIX.format(key=key_of(line))
        message = said.TEXT_BESIDE.format(key=key_of(line))
        number = seen.index if above is None else above
        return Mistake("yaml-colon", number, message, fix, None, {number: owner[0].rstrip()})
    if above is not None and (_NO_SPACE.fullmatch(line) or ":" not in line):
        return _without_colon(seen.lines, above)
    return _dash(seen) or _off_level(seen)


def _out_of_text(lines: Sequence[str], index: int) -> Mistake | None:
    """Explain a line of prose that YAML does not take for a part of the text around it."""
    header = without_block_sign(lines, index)
    if header is not None:
        key = key_of(lines[header])
        repairs = {header: f"{lines[header].rstrip()} |"}
        message, fix = said.NO_SIGN.format(key=key), said.NO_SIGN_FIX.format(key=key)
        return Mistake("yaml-block", header, message, fix, None, repairs)
    fallen = fallen_out(lines, index)
    if fallen is None:
        return None
    back, depth = fallen
    fix = said.SPACES_FIX.format(count=depth)
    message = said.OUTSIDE if len(back) == 1 else said.OUTSIDE_MORE.format(count=len(back))
    return Mistake("yaml-indent", min(back), message, fix, None, back)


def levels(seen: Seen) -> Mistake | None:
    """Explain a line that stands on no level of those around it."""
    if "single document" in seen.context + seen.problem:
        message = said.DOCUMENT.format(line=seen.line.strip())
        return seen.mistake("yaml-document", message, said.DOCUMENT_FIX)
    if "<document start>" in seen.problem:
        words = (n for n, line in enumerate(seen.lines) if line.strip() and line.lstrip()[0] != "#")
        first = next(words, seen.index)
        if seen.lines[first].startswith(" "):
            return Mistake("yaml-indent", first, said.FIRST, said.FIRST_FIX)
        ended = next((n for n, line in enumerate(seen.lines) if line.rstrip() == "..."), None)
        if ended is not None:
            message = said.DOCUMENT.format(line="...")
            return Mistake("yaml-document", ended, message, said.DOCUMENT_FIX)
    if "while parsing a block" in seen.context:
        outside = None if KEY.match(seen.line) else _out_of_text(seen.lines, seen.index)
        return outside or _dash(seen) or _off_level(seen)
    return None


def _dash(seen: Seen) -> Mistake | None:
    """Explain a dash that is missing, that lacks its space, or that belongs to no list."""
    above = line_above(seen.lines, seen.index)
    for index in dict.fromkeys(
        (seen.started[0], seen.index if above is None else above, seen.index)
    ):
        line = seen.lines[index]
        if _NO_GAP.fullmatch(line) and KEY.match(line.lstrip(" -")):
            return _without_gap(line, index)
        is_further_out = indent(line) < indent(seen.line) or "'-' indicator" in seen.problem
        if key_of(line) == "id" and not ITEM.match(line) and is_further_out:
            written = f"- {line.strip()}"
            fix = said.WRITE_LINE.format(written=written)
            repairs = {index: " " * indent(line) + written}
            return Mistake("yaml-indent", index, said.NO_DASH, fix, None, repairs)
    return _loose_dash(seen)


def _loose_dash(seen: Seen) -> Mistake | None:
    """Explain a dash that makes a list where there is none, or outside of the one there is."""
    first = _only_item(seen.lines)
    index = seen.index if first is None else first
    rest = seen.lines[index].strip()[1:].strip()
    level = level_for(seen.lines, index)
    is_of_item = level is not None and _is_id(seen.lines[level[1]]) and not _is_id(rest)
    if not ITEM.match(seen.lines[index]) or (rest and index > 0 and level and not is_of_item):
        return None
    if not rest:
        repairs = {index: ""}
        return Mistake("yaml-indent", index, said.LOOSE, said.LOOSE_FIX, None, repairs)
    if KEY.match(rest):
        fix = said.WRITE_LINE.format(written=rest)
        depth = level[0] + SLIP if level and is_of_item else indent(seen.lines[index])
        repairs = {index: " " * depth + rest}
        return Mistake("yaml-indent", index, said.LOOSE, fix, None, repairs)
    owner = line_above(seen.lines, seen.index)
    line = "" if owner is None else seen.lines[owner]
    if BARE_KEY.fullmatch(line):
        depth = indent(line) + SLIP
        fix = said.BELOW_ITS_KEY.format(key=key_of(line), count=depth)
        repairs = {seen.index: " " * depth + seen.line.strip()}
        return Mistake("yaml-indent", seen.index, said.INDENT, fix, None, repairs, moves=True)
    return seen.mistake("yaml-indent", said.LOOSE, said.LIST_IN_TEXT.format(key=key_of(line)))


def _is_id(line: str) -> bool:
    return key_of(line) == "id"


def _only_item(lines: Sequence[str]) -> int | None:
    """Return the first line of a file whose other keys at the margin say that it is no list."""
    outer = [n for n, line in enumerate(lines) if KEY.match(line) and not line.startswith(" ")]
    items = [n for n in outer if ITEM.match(lines[n])]
    return outer[0] if items == outer[:1] and len(outer) > _MORE_KEYS else None


def _off_level(seen: Seen) -> Mistake:
    fallen = fallen_between(seen.lines, seen.index) or _side_at_level_of_key(seen)
    if fallen:
        first = min(fallen)
        key, depth = key_of(seen.lines[first]), indent(fallen[first])
        fix = said.LEVEL_FIX.format(key=key, count=depth, other=key_of(seen.line))
        return Mistake("yaml-indent", first, said.INDENT, fix, None, fallen, moves=True)
    level = level_for(seen.lines, seen.index)
    if level is None:
        return seen.mistake("yaml-indent", said.INDENT, said.INDENT_FIX)
    depth, beside = level
    known = {"key": key_of(seen.line), "count": depth, "other": key_of(seen.lines[beside])}
    words = said.LEVEL_FIX if KEY.match(seen.line) else said.LEVEL_OF_DASH
    fix = (words if depth else said.FIRST_FIX).format(**known)
    repairs = {seen.index: " " * depth + seen.line.strip()}
    return Mistake("yaml-indent", seen.index, said.INDENT, fix, seen.place, repairs, moves=True)


def _side_at_level_of_key(seen: Seen) -> Mapping[int, str] | None:
    """Return the first language of a text, put further in, where it stands below no key."""
    first = line_above(seen.lines, seen.index)
    key = None if first is None else line_above(seen.lines, first)
    if first is None or key is None or not is_side(seen.line) or not is_side(seen.lines[first]):
        return None
    if not BARE_KEY.fullmatch(seen.lines[key]) or indent(seen.lines[first]) > indent(
        seen.lines[key]
    ):
        return None
    return {first: " " * indent(seen.line) + seen.lines[first].strip()}


def _without_gap(line: str, index: int) -> Mistake:
    written = re.sub(r"^(\s*)-\s*", r"\1- ", line)
    fix = said.WRITE_LINE.format(written=written.strip())
    return Mistake("yaml-key", index, said.DASH, fix, None, {index: written})


def _without_colon(lines: Sequence[str], index: int) -> Mistake:
    """Explain a line that should be `key: value` and is not."""
    line = lines[index]
    if _NO_GAP.fullmatch(line) and not line.startswith("---"):
        return _without_gap(line, index)
    outside = _out_of_text(lines, index)
    if outside and outside.rule == "yaml-block":
        return outside
    header = block_above(lines, index)
    glued = _NO_SPACE.fullmatch(line)
    found = glued or _NO_COLON.fullmatch(line)
    if found and not glued and not _is_key_here(found["key"], lines, index):
        found = None
    if found is None or (header is not None and indent(line) not in _key_indents(lines, header)):
        if outside:
            return outside
        above = line_above(lines, index)
        if header is None and (above is None or not _TEXT_OF_SIDE.match(lines[above])):
            return Mistake("yaml-indent", index, said.STRAY, said.STRAY_FIX)
        return Mistake("yaml-indent", index, said.OUTSIDE, said.OUTSIDE_FIX)
    written = f"{found['dash'] or ''}{found['key']}: {found['value'] or ''}".rstrip()
    message = (said.GLUED if glued else said.COLONLESS).format(key=found["key"])
    repairs = {index: found["indent"] + written}
    fix = said.WRITE_LINE.format(written=written)
    return Mistake("yaml-key", index, message, fix, None, repairs)


def _is_key_here(word: str, lines: Sequence[str], index: int) -> bool:
    """Tell whether a word is a key of the data, or of a line on the same level."""
    return is_key(word) or any(
        KEY.match(line) and key_of(line) == word and indent(line) == indent(lines[index])
        for line in lines
    )


def _key_indents(lines: Sequence[str], header: int) -> set[int]:
    """Return where a key may stand below a block of text."""
    if header + 1 < len(lines) and indent(lines[header + 1]) <= indent(lines[header]):
        return set()  # the text itself stands where the keys are
    above = (line for line in lines[: header + 1] if line.strip())
    return {indent(line) for line in above}
