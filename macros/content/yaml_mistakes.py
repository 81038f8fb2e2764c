"""What an editor reads when YAML cannot be read: the line to change, and what to write there.

libyaml tells where it gave up, which is often a line below the mistake, in words for programmers.
Here the lines around that place are looked at as an editor sees them. Where the remedy is
mechanical it comes with the lines as they will be, so that reading can go on below.
"""

import re
from collections.abc import Sequence

import yaml

from macros.content import yaml_messages as said
from macros.content.meant import is_key
from macros.content.yaml_levels import keys, levels
from macros.content.yaml_lines import KEY, indent, is_new_start, key_of, mended, quoted
from macros.content.yaml_seen import Mistake, Seen, seen_at
from macros.language import LANGS, Message

_QUOTE_TOO_SOON = re.compile(r"""\s*(?:- )?[\w-]+: +(?:'[^']*'|"[^"]*")\s*[^\s#]""")
_OPENED = re.compile(r"""\s*(?:- )?[\w-]+: +(?P<mark>["'])""")
_CLIPPED = re.compile(r"\s*(?:- )?[\w-]+: +'[stnkd]\s", re.IGNORECASE)
"""A Dutch word whose first letters are left out, as in `'s avonds`."""
_SIGN = re.compile(r"\s*(?:- )?[\w-]+: +(?P<sign>\S)")
_BRACKETED = re.compile(r"\s*(?:- )?[\w-]+: +(?:\[[^\[\]]*\]|\{[^{}]*\}) *[^\s#,\]}]")
_LISTED = re.compile(r"\s*(?:- )?(?P<key>[\w-]+): +(?P<item>- .*)")
_STARRED = re.compile(r"(?P<indent>\s*)\* +(?P<value>\S.*)")
_MARKED_KEY = re.compile(
    r"(?P<indent>\s*)(?P<sign>[^\w\s'\"-]+)\s*(?P<key>[a-z_]+)\*{0,2}:\*{0,2}(?P<rest>(?: .*)?)"
)
_CUT = re.compile(r"(?<=\S) +#(?=[^\s#!-])")
_CUT_SIDE = re.compile(r"(?<=\S) +#(?=.)")
_TABBED = re.compile(r" *(?:- *)?\t[ \t]*")
_UNSEEN = "\u00a0\u2007\u2009\u202f\u200b\u2060\ufeff"
_TOUCHED = re.compile(
    rf"(?P<indent>[ {_UNSEEN}]*)(?P<dash>-[ {_UNSEEN}]+)?(?P<key>\w[\w-]*)"
    rf":(?P<gap>[ {_UNSEEN}]*)(?P<value>.*)"
)
_WITHOUT_WIDTH = re.compile("[\u200b\u2060\ufeff]")
_WITH_WIDTH = re.compile("[\u00a0\u2007\u2009\u202f]")


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Mistake:
    """Explain why libyaml could not read a text of these lines."""
    seen = seen_at(error, lines)
    for look in (_unseen, _tab, _quotes, _brackets, keys, _marked_key, _signs, levels):
        mistake = look(seen)
        if mistake:
            return mistake
    return seen.mistake("yaml-syntax", said.SYNTAX, said.SYNTAX_FIX)


def cut_text(line: str, start: int, end: int) -> Message | None:
    """Return the remedy for a text that ` #` cuts short: what follows is a comment in YAML.

    `start` and `end` are the place of what YAML took for the text. A real comment has a space
    after its sign; `#3` or `#brusano` are words. What stands behind a text in one language is
    no comment either; behind an empty one it is: `nl:  # te vertalen`.
    """
    key = line[:start]
    is_of_text = key_of(key) in LANGS and start < end
    found = (_CUT_SIDE if is_of_text else _CUT).match(line, end)
    if found is None or not key.strip(" -"):
        return None
    return said.CUT_FIX.format(line=quoted(line.strip()))


def _unseen(seen: Seen) -> Mistake | None:
    """Explain spaces that look like others and are no indent for YAML."""
    for index, line in enumerate(seen.lines[: seen.index + 1]):
        found = None if line.isascii() else _TOUCHED.fullmatch(line)
        if not found or not is_key(found["key"]):
            continue
        around = [found["indent"], found["dash"] or "", found["gap"]]
        plain = [_WITH_WIDTH.sub(" ", _WITHOUT_WIDTH.sub("", part)) for part in around]
        if around != plain:
            start, dash, _ = plain
            repairs = {index: f"{start}{dash}{found['key']}: {found['value']}"}
            message = said.UNSEEN.format(key=found["key"])
            fix = said.UNSEEN_FIX.format(key=found["key"])
            return Mistake("yaml-indent", index, message, fix, None, repairs, moves=True)
    return None


def _tab(seen: Seen) -> Mistake | None:
    if not (_TABBED.match(seen.line) or "'\\t'" in seen.problem):
        return None
    repairs = {}
    for number in range(seen.index, len(seen.lines)):
        found = _TABBED.match(seen.lines[number])
        if found:
            repairs[number] = found[0].replace("\t", "  ") + seen.lines[number][found.end() :]
    message = said.TABS.format(count=len(repairs)) if len(repairs) > 1 else said.TAB
    column = None if seen.column is None else seen.column + 1
    return Mistake("yaml-tab", seen.index, message, said.TAB_FIX, column, repairs, moves=True)


def _quotes(seen: Seen) -> Mistake | None:
    above = _open_above(seen) if "while parsing a block" in seen.context else None
    if above is not None:
        return _left_open(seen, above, None)
    if _QUOTE_TOO_SOON.match(seen.line) and "while parsing a block" in seen.context:
        return seen.to_quote("yaml-quote", said.CLOSED, said.WRITE)
    if "quoted scalar" not in seen.context:
        return None
    # an editor looks where the quote opens, not where the file ends
    line, column = seen.started
    if "escape" in seen.problem:
        repairs = {seen.index: seen.line.replace("\\", "")}
        return Mistake("yaml-quote", line, said.ESCAPE, said.ESCAPE_FIX, column + 1, repairs)
    return _left_open(seen, line, column)


def _left_open(seen: Seen, index: int, column: int | None) -> Mistake:
    """Explain a quotation mark without its fellow; the text ends where a key follows."""
    line = seen.lines[index].rstrip()
    opened = _OPENED.match(line)
    following = seen.lines[index + 1] if index + 1 < len(seen.lines) else ""
    place = None if column is None else column + 1
    if _CLIPPED.match(line):
        fix = said.WRITE.format(line=quoted(line))
        return Mistake("yaml-quote", index, said.CLIPPED, fix, place, mended(seen.lines, index))
    if (
        opened is None
        or line.count(opened["mark"]) != 1
        or not is_new_start(following, indent(line))
    ):
        return Mistake("yaml-quote", index, said.OPEN, said.OPEN_FIX, place)
    written = line + opened["mark"]
    fix = said.WRITE.format(line=written.strip())
    return Mistake("yaml-quote", index, said.OPEN, fix, place, {index: written})


def _open_above(seen: Seen) -> int | None:
    """Return the line whose quote was closed by the opening one of the line with the problem."""
    for index in range(seen.index - 1, -1, -1):
        found = _OPENED.match(seen.lines[index])
        if found:
            alone = seen.lines[index].count(found["mark"]) == 1
            return index if alone and found["mark"] in seen.line else None
    return None


def _brackets(seen: Seen) -> Mistake | None:
    if "while parsing a flow" in seen.context:
        return _bracket_open(seen, seen.started[0])
    if "while parsing a block" not in seen.context:
        return None
    if _BRACKETED.match(seen.line):
        sign = _SIGN.match(seen.line)
        told = said.SIGN.format(sign=sign["sign"] if sign else "[")
        return seen.to_quote("yaml-bracket", told, said.WRITE)
    for start, end in ("[]", "{}"):
        if seen.line.count(end) > seen.line.count(start):
            written = seen.line.rstrip().removesuffix(end)
            is_last = written.count(end) == written.count(start)
            fix = said.WRITE.format(line=written.strip()) if is_last else said.TOO_MANY_FIX
            repairs = {seen.index: written} if is_last else {}
            return Mistake("yaml-bracket", seen.index, said.TOO_MANY, fix, None, repairs)
    return None


def _bracket_open(seen: Seen, index: int) -> Mistake:
    line = seen.lines[index].rstrip()
    following = seen.lines[index + 1] if index + 1 < len(seen.lines) else ""
    sign = _SIGN.match(line)
    if sign and key_of(line) in LANGS and "," not in line and is_new_start(following, indent(line)):
        fix = said.WRITE.format(line=quoted(line))
        told = said.SIGN.format(sign=sign["sign"])
        return Mistake("yaml-bracket", index, told, fix, None, mended(seen.lines, index))
    for start, end in ("[]", "{}"):
        lacks = line.count(start) - line.count(end) == 1 and not line.endswith(",")
        if lacks and ": " not in line.partition(start)[2] and is_new_start(following, indent(line)):
            written = line + end
            fix = said.WRITE.format(line=written.strip())
            return Mistake("yaml-bracket", index, said.BRACKET, fix, None, {index: written})
    return Mistake("yaml-bracket", index, said.BRACKET, said.BRACKET_FIX)


def _signs(seen: Seen) -> Mistake | None:
    """Explain a text that starts with what means something else in YAML."""
    started = _SIGN.match(seen.line)
    sign = started["sign"] if started else seen.line.strip()[:1]
    told = said.SIGN.format(sign=sign)
    if sign in "&!," and ("while parsing a block" in seen.context or "anchor" in seen.context):
        return seen.to_quote("yaml-character", told, said.WRITE)
    if "alias" in seen.context + seen.problem:
        starred = _STARRED.fullmatch(seen.line)
        if starred:
            fix = said.WRITE_LINE.format(written=f"- {starred['value']}")
            repairs = {seen.index: f"{starred['indent']}- {starred['value']}"}
            return Mistake("yaml-alias", seen.index, said.STARRED, fix, None, repairs)
        return seen.to_quote("yaml-alias", said.ALIAS, said.WRITE)
    if "cannot start any token" in seen.problem or "not allowed in this context" in seen.problem:
        return _list_beside(seen) or seen.to_quote("yaml-character", told, said.WRITE)
    if "block scalar" in seen.context and KEY.match(seen.line):
        return Mistake("yaml-block", seen.index, said.BLOCK, _below(seen.line))
    return None


def _list_beside(seen: Seen) -> Mistake | None:
    """Explain a list that starts on the line of its key; in a text, the dash is a word."""
    found = _LISTED.fullmatch(seen.line)
    if not found or found["key"] in LANGS:
        return None
    fix = said.LIST_BESIDE_FIX.format(**found.groupdict())
    return seen.mistake("yaml-character", said.LIST_BESIDE, fix)


def _marked_key(seen: Seen) -> Mistake | None:
    """Explain a sign in front of a key."""
    for index in (seen.index, seen.started[0]):
        found = _MARKED_KEY.fullmatch(seen.lines[index])
        if found and is_key(found["key"]):
            written = f"{found['key']}:{found['rest']}".rstrip()
            message = said.MARKED_KEY.format(sign=found["sign"], key=found["key"])
            fix = said.WRITE_LINE.format(written=written)
            repairs = {index: found["indent"] + written}
            return Mistake("yaml-character", index, message, fix, None, repairs)
    return None


def _below(line: str) -> Message:
    key, _, value = line.strip().partition(":")
    sign = "".join(re.findall(r"^[|>][-+]?", value.strip()))
    text = value.strip().removeprefix(sign).strip()
    return said.BLOCK_FIX.format(key=key, sign=sign, text=text)
