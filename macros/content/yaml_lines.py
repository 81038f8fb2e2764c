"""Lines of YAML as an editor sees them, and how they are written right.

Nothing here parses: a file that YAML cannot read is looked at line by line.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from macros.language import LANGS

KEY = re.compile(r"\s*(?:- )?\w[\w-]*:(?=\s|$)")
"""What starts a line that has a key."""
_LIKE_A_KEY = re.compile(r"\s*(?:- )?(?:[\w-]+:|(?:fr|nl)\b)")
ITEM = re.compile(r"\s*-(?: |$)")
"""What starts a line of a list."""
_HEADER = re.compile(r"\s*(?:- )?[\w-]+: *[|>][-+]?\d?\s*")
BARE_KEY = re.compile(r"\s*(?:- )?(?P<key>[\w-]+):\s*")
"""A key with nothing behind it."""
_START = re.compile(r"\s*(?:- +)?(?:[\w-]+:(?: +|$))?")
"""What stands before the text of a line: its indent, a dash, a key."""
MARKS = "'\""
NO_INDENT = 10_000
"""More than any line stands in."""
SLIP = 2
"""Spaces by which a line may stand beside its place and still be known to belong there."""


def indent(line: str) -> int:
    """Return how many spaces a line starts with."""
    return len(line) - len(line.lstrip(" "))


def quoted(line: str) -> str:
    """Write a line with its text between straight quotation marks that cannot end too soon."""
    line = line.strip()
    start = _START.match(line)
    at = start.end() if start else 0
    text = line[at:].strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in MARKS:
        text = text[1:-1]
    text = text.replace("'", "’")
    if text.count('"') == 1:  # a mark without its fellow
        text = text.replace('"', "")
    return f"{line[:at]}'{text}'" if '"' in text else f'{line[:at]}"{text}"'


def mended(lines: Sequence[str], index: int) -> dict[int, str]:
    """Quote the text that starts on a line, with the lines on which it goes on."""
    last = end_of_text(lines, index)
    if last == index:
        return {index: " " * indent(lines[index]) + quoted(lines[index])}
    start = _START.match(lines[index])
    at = start.end() if start else 0
    parts = [lines[index][at:].strip(), *(lines[n].strip() for n in range(index + 1, last + 1))]
    if parts[0][:1] in MARKS:
        mark, parts[0] = parts[0][:1], parts[0][1:]
        parts[-1] = parts[-1].removesuffix(mark)
    parts = [part.replace("'", "’") for part in parts]
    result = {index: f"{lines[index][:at]}'{parts[0]}"}
    for number, part in enumerate(parts[1:], start=index + 1):
        result[number] = " " * indent(lines[number]) + part
    result[last] += "'"
    return result


def start_of_text(lines: Sequence[str], index: int) -> int:
    """Return the line with the key or the dash of the text that a line belongs to."""
    if KEY.match(lines[index]) or ITEM.match(lines[index]):
        return index
    for number in range(index - 1, -1, -1):
        if lines[number].strip() and indent(lines[number]) < indent(lines[index]):
            return number if end_of_text(lines, number) >= index else index
    return index


def end_of_text(lines: Sequence[str], index: int) -> int:
    """Return the last line of the text that starts on a line: those below stand further in."""
    last = index
    for number in range(index + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        if indent(line) <= indent(lines[index]) or KEY.match(line) or ITEM.match(line):
            break
        last = number
    return last


def block_above(lines: Sequence[str], index: int) -> int | None:
    """Return the line whose `|` or `>` starts the text right above a line."""
    lowest = NO_INDENT
    for number in range(index - 1, -1, -1):
        line = lines[number]
        if _HEADER.fullmatch(line):
            return number if indent(line) < lowest else None
        if KEY.match(line) or ITEM.match(line):
            lowest = min(lowest, indent(line))
        if lowest == 0:
            return None
    return None


def fallen_out(lines: Sequence[str], index: int) -> tuple[Mapping[int, str], int] | None:
    """Return the first lines that no longer belong to the block of text above, put back.

    The number with them is how many spaces the lines of that text have.
    """
    header = block_above(lines, index)
    if header is None:
        return None
    below = [n for n in range(header + 1, index + 1) if lines[n].strip()]
    if not below or indent(lines[below[0]]) <= indent(lines[header]):
        return None
    depth = indent(lines[below[0]])
    back: dict[int, str] = {}
    for number in _lines_of_text(lines, header + 1):
        if indent(lines[number]) < depth:
            back[number] = " " * depth + lines[number].strip()
        elif back:
            break
    return (back, depth) if back and min(back) <= index else None


def _lines_of_text(lines: Sequence[str], start: int) -> Iterator[int]:
    """Go through the lines that are no key, up to one that stands further out than a text."""
    depth = indent(lines[start]) if start < len(lines) else 0
    for number in range(start, len(lines)):
        line = lines[number]
        if line.strip() and indent(line) < depth and KEY.match(line):
            return
        if line.strip():
            yield number


def without_block_sign(lines: Sequence[str], index: int) -> int | None:
    """Return the line of the key above whose text starts below it without a `|`."""
    depth = indent(lines[index])
    for number in range(index - 1, -1, -1):
        if lines[number].strip() and indent(lines[number]) < depth:
            first = next(n for n in range(number + 1, index + 1) if lines[n].strip())
            is_text = not (ITEM.match(lines[first]) or _LIKE_A_KEY.match(lines[first]))
            return number if is_text and BARE_KEY.fullmatch(lines[number]) else None
    return None


def key_of(line: str) -> str:
    """Return the key of a line, or nothing."""
    return line.strip().removeprefix("- ").partition(":")[0]


def is_new_start(line: str, depth: int) -> bool:
    """Tell whether a line cannot belong to what started further in: a key or an item."""
    return not line.strip() or (indent(line) <= depth and bool(KEY.match(line) or ITEM.match(line)))


def line_above(lines: Sequence[str], index: int) -> int | None:
    """Return the nearest line above that is not empty."""
    return next((number for number in range(index - 1, -1, -1) if lines[number].strip()), None)


def level_for(lines: Sequence[str], index: int) -> tuple[int, int] | None:
    """Return the indent that a key or an item should have, and the line that it stands beside.

    That is the nearest indent among the lines that it can stand beside: an item beside an item, a
    language beside the other one.
    """
    if not (KEY.match(lines[index]) or ITEM.match(lines[index])):
        return None
    is_item = bool(ITEM.match(lines[index]))
    here, lowest = indent(lines[index]), NO_INDENT
    beside: list[tuple[int, int, int, int]] = []
    for number in range(index - 1, -1, -1):
        line = lines[number]
        if not line.strip() or indent(line) >= lowest:
            continue
        lowest = indent(line)
        # the key of an item stands behind its dash
        depth = lowest + SLIP if ITEM.match(line) and not is_item else lowest
        is_like = bool(ITEM.match(line)) if is_item else is_side(line) == is_side(lines[index])
        if (KEY.match(line) or is_item) and is_like:
            beside.append((abs(depth - here), index - number, depth, number))
        if lowest == 0:
            break
    if not beside:
        return None
    distance, _, depth, number = min(beside)
    is_near = distance <= SLIP or is_side(lines[index])
    return (depth, number) if distance and is_near else None


def is_side(line: str) -> bool:
    """Tell whether a line is one language of a text."""
    return key_of(line) in LANGS


def fallen_between(lines: Sequence[str], index: int) -> Mapping[int, str] | None:
    """Return the lines that stand too far out between a key and one of its fellows, put back.

    In `fr: …`, `until: …`, `nl: …` of which only the second stands at the margin, the third is
    where libyaml stops.
    """
    depth = indent(lines[index])
    fallen: list[int] = []
    fellow = line_above(lines, index)
    while fellow is not None and indent(lines[fellow]) < depth:
        fallen.append(fellow)
        fellow = line_above(lines, fellow)
    beside: list[int] = []
    number = fellow
    while number is not None and indent(lines[number]) >= depth:
        if indent(lines[number]) == depth and KEY.match(lines[number]):
            beside.append(number)
        number = line_above(lines, number)
    own = {key_of(lines[number]) for number in beside}
    if not fallen or not beside or key_of(lines[index]) in own or not KEY.match(lines[index]):
        return None
    if any(BARE_KEY.fullmatch(lines[n]) or ITEM.match(lines[n]) for n in fallen):
        return None  # what stands below belongs to it
    if is_side(lines[beside[0]]) != is_side(lines[index]):
        return None
    if _HEADER.fullmatch(lines[beside[0]]) and fellow is not None and fellow > beside[0]:
        depth = indent(lines[beside[0] + 1]) or depth
    return {n: " " * depth + lines[n].strip() for n in reversed(fallen)}
