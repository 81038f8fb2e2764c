"""All mistakes in the writing of a file are told in one run, and none that is not there."""

import random
import re
from collections.abc import Callable, Sequence

import pytest

from macros.content.load import load
from macros.content.strict_yaml import MAX_MISTAKES, parse, read
from tests.conftest import ROOT
from tests.samples import Project, project

__all__ = ["project"]

FILES = sorted(
    path
    for path in (ROOT / "data").rglob("*.yml")
    if not path.name.startswith(".")
    and path.name not in ("published.yml", "hosts.yml", "navigation.yml")
)
_VALUE = re.compile(r"(?P<key> *(?:- )?[a-z][a-z_]*: )(?P<text>[^\s\"'\[{|>&*!%@`#-].*)")

SPOILT: dict[str, Callable[[str], str]] = {
    "yaml-colon": lambda line: _VALUE.sub(r"\g<key>Un: \g<text>", line),
    "yaml-character": lambda line: _VALUE.sub(r"\g<key>@\g<text>", line),
    "yaml-alias": lambda line: _VALUE.sub(r"\g<key>**\g<text>**", line),
    "yaml-quote": lambda line: _VALUE.sub(r'\g<key>"Un" \g<text>', line),
    "yaml-key": lambda line: line.replace(": ", ":", 1),
}
"""Ways to spoil a line of one key and its text, by the rule that must find it."""


def told(text: str) -> list[tuple[str, int]]:
    parsed = parse(text, "f.yml")
    assert isinstance(parsed, list), parsed
    return [(finding.rule, finding.line) for finding in parsed]


@pytest.mark.parametrize("seed", range(25))
def test_what_was_spoilt_is_told_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    lines = chance.choice(FILES).read_text(encoding="utf-8").split("\n")
    spoilt = _spoil(lines, chance)
    assert told("\n".join(lines)) == sorted(spoilt, key=lambda found: found[1])


def _spoil(lines: list[str], chance: random.Random) -> list[tuple[str, int]]:
    """Spoil up to five lines that hold a whole text of one line, and return what must be told."""
    alone = [n for n in range(len(lines)) if _is_whole(lines, n)]
    spoilt: list[tuple[str, int]] = []
    for number in chance.sample(alone, min(5, len(alone))):
        # two lines without space after the colon are one text for YAML
        known = [rule for rule in sorted(SPOILT) if rule != "yaml-key" or not spoilt]
        rule = chance.choice(known)
        lines[number] = SPOILT[rule](lines[number])
        spoilt.append((rule, number + 1))
    return spoilt


def _is_whole(lines: Sequence[str], number: int) -> bool:
    line, below = lines[number], lines[number + 1] if number + 1 < len(lines) else ""
    found = _VALUE.fullmatch(line)
    inside = re.search(r"[\[\]{}'\"#]|: ", found["text"]) if found else None
    in_block = any(re.search(r": [|>]", above) for above in lines[max(0, number - 12) : number])
    depth = len(line) - len(line.lstrip())
    goes_on = below.strip() and len(below) - len(below.lstrip()) > depth
    return bool(found) and inside is None and not in_block and not goes_on


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each at its own line, whatever is wrong
        ("a: b: c\nd: e: f", "yaml-colon 1, yaml-colon 2"),
        ("a: b: c\ndate:1\ne: 'l'un'", "yaml-colon 1, yaml-key 2, yaml-quote 3"),
        ("a: @x\nb: *y\nc: %z", "yaml-character 1, yaml-alias 2, yaml-character 3"),
        ('a: "C:\\dossier"\nb: c: d', "yaml-quote 1, yaml-colon 2"),
        ('a: "Un\nb: c: d', "yaml-quote 1, yaml-colon 2"),
        ("a: [1, 2\nb: [1]]\nc: d: e", "yaml-bracket 1, yaml-bracket 2, yaml-colon 3"),
        ("a: b: c\nd: 1\nd: 2", "yaml-colon 1, duplicate-key 3"),
        ("a: b: c\ne: Atelier #3", "yaml-colon 1, yaml-comment 2"),
        ("a: [Un] mot\nb: {Deux} mots\nc: d: e", "yaml-bracket 1, yaml-bracket 2, yaml-colon 3"),
        ("a: {fr: Un, deux, nl: b}\nc: d: e", "yaml-colon 2, yaml-bracket 1"),
        # all tabs are one mistake, and what one line shows stays sure below
        ("a:\n\t- x\n\t- y\nb: c: d", "yaml-tab 2, yaml-colon 4"),
        ("a:\n  b: 1\n c: 2\nd: e: f", "yaml-indent 3, yaml-colon 4"),
        ("a: b: c\n  d: e\nf: g: h", "yaml-colon 1, yaml-indent 2, yaml-colon 3"),
        # a text of several lines is one text
        ("a: b: c\n  et la suite\nf: g: h", "yaml-colon 1, yaml-colon 3"),
        ("a: Un\n  et deux: trois\nf: g: h", "yaml-colon 2, yaml-colon 3"),
        ("a:\n  fr:\n    Un: b\n    c: d: e", "yaml-colon 4"),
        ("a:\n  fr:\n    Un mot\n    dit: oui\n  nl: a: b", "yaml-block 2, yaml-colon 5"),
        # a part of a text that stands too far out is one mistake
        ("a: |\n    Un.\n  Deux.\n  Trois.\n    Fin.\nb: c: d", "yaml-indent 3, yaml-colon 6"),
        # what cannot be mended surely ends the reading
        ("a: {fr: b\nc: d: e", "yaml-bracket 1"),
        ("a: [1,\nc: d: e", "yaml-bracket 1"),
        ("| a: b |\nc: d: e", "yaml-syntax 1"),
    ],
)
def test_mistakes_are_told_together(text: str, expected: str) -> None:
    assert ", ".join(f"{rule} {line}" for rule, line in told(text)) == expected


def test_what_only_follows_from_a_mended_level_is_not_told() -> None:
    # with two spaces for the tab, the last line is on no level: that is our doing
    assert told("a:\n\tb: 1\n    c: 2\n   d: 3") == [("yaml-tab", 2)]


def test_there_is_an_end_to_mistakes() -> None:
    found = parse("a: b: c\n" * 50, "f.yml")
    assert isinstance(found, list)
    assert [finding.line for finding in found] == list(range(1, MAX_MISTAKES + 1))
    fixes = [finding.fix for finding in found]
    assert all(fixes)
    said = [bool(fix and "plus bas" in fix.fr and "Verderop" in fix.nl) for fix in fixes]
    assert said == [False] * (MAX_MISTAKES - 1) + [True]


def test_a_large_text_is_read_once() -> None:
    assert told("a: b: c\n" + "d: e: f\n" * 20_000) == [("yaml-colon", 1)]


def test_what_the_remedy_gives_is_read_on() -> None:
    reading = read("a: Réunion: le 3\nb: L'un: l'autre\n  et le reste\nc:d", "f.yml")
    assert reading.document
    assert reading.document.value == {
        "a": "Réunion: le 3",
        "b": "L’un: l’autre et le reste",
        "c": "d",
    }


def test_wrong_data_are_told_with_wrong_writing(project: Project) -> None:
    project.write(
        "data/nord/news/x.yml",
        """
        title:
          fr: Réunion: le 3
        slug: {fr: a, nl: b}
        date: 23/09/2024
        summary: {fr: Un résumé, nl: Een samenvatting}
        body: {fr: Un texte, nl: Een tekst}
        """,
    )
    found = [(finding.rule, finding.line) for finding in load(project.root)[1]]
    assert found == [("yaml-colon", 2), ("missing-translation", 1), ("bad-date", 4)]


def test_data_are_not_judged_where_lines_were_moved(project: Project) -> None:
    project.write("data/nord/news/x.yml", "title:\n\tfr: Un\n\tnl: Een\ndate: 23/09/2024\n")
    assert [finding.rule for finding in load(project.root)[1]] == ["yaml-tab"]
