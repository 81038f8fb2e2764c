"""How the samples of the rules are written: one text that holds the mistake and its remedy.

`[-wrong-]{+right+}` marks what is changed, as `git diff --word-diff` does, in the text of a file
or in its name. The change is the whole difference between the two projects, so that nothing else
can silence the rule. `@@` stands for the example that the rule itself gives in the guide,
and `@fr@` and `@nl@` for its two sides: what editors read there is proven with it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

import pytest

from macros.checks.registry import Rule
from macros.language import LANGS, Lang
from tests.samples import PAGE, Project

Side: TypeAlias = Literal["wrong", "right"]
Act: TypeAlias = Callable[[Project, Side, pytest.MonkeyPatch], None]
HOLE = "@@"
_MARK = re.compile(
    r"\[-(?P<wrong>.*?)-\](?:\{\+(?P<both>.*?)\+\})?|\{\+(?P<right>.*?)\+\}", re.DOTALL
)
_ARROW = "   →   "
TEXT: Mapping[Lang, str] = {"fr": "Un texte.", "nl": "Een tekst."}


@dataclass(frozen=True)
class Specimen:
    """A small project in which one rule fires, and what mends it.

    Attributes:
        files: marked texts by marked path, on top of the project of `house`.
        at: where the findings stand, as `file:line`; by default where the first mark is.
        act: what text cannot show, done after the files are written.

    """

    files: Mapping[str, str]
    at: tuple[str, ...] = ()
    act: Act | None = None

    def filled(self, rule: Rule) -> "Specimen":
        """Put the example of the rule in the place of the holes."""
        holes = {HOLE: _marked(rule.before, rule.after)}
        for lang in LANGS:
            sides = (_side(text, lang) for text in (rule.before, rule.after))
            holes[f"@{lang}@"] = _marked(*sides)
        files = {_filled(path, holes): _filled(text, holes) for path, text in self.files.items()}
        return replace(self, files=files)

    def write(self, project: Project, side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
        """Write the files of one side; a name that only the other side has is removed."""
        for path, text in self.files.items():
            here = project.root / chosen(path, side)
            if here != project.root:
                here.parent.mkdir(parents=True, exist_ok=True)
                # a lone surrogate is a byte that is no UTF-8
                here.write_bytes(chosen(text, side).encode("utf-8", "surrogateescape"))
                continue
            there = project.root / chosen(path, "right" if side == "wrong" else "wrong")
            there.unlink(missing_ok=True)
        if self.act:
            self.act(project, side, monkeypatch)

    @property
    def places(self) -> tuple[str, ...]:
        """Return where the findings stand."""
        return self.at or (next(_first_places(self.files), ""),)


def _first_places(files: Mapping[str, str]) -> Iterator[str]:
    for path, text in files.items():
        found = _MARK.search(text)
        if found or _MARK.search(path):
            line = text.count("\n", 0, found.start()) + 1 if found else 1
            yield f"{chosen(path, 'wrong') or chosen(path, 'right')}:{line}"


def chosen(text: str, side: Side) -> str:
    """Return a marked text as it is before or after the change."""

    def keep(found: re.Match[str]) -> str:
        return (found["wrong"] if side == "wrong" else found["both"] or found["right"]) or ""

    return _MARK.sub(keep, text)


def page(fr: str = "", nl: str = "", *, fr_head: str = "", nl_head: str = "") -> dict[str, str]:
    """Return both sides of the page `a`; their texts start on line 7, a `head` on line 5."""
    made = {}
    for lang, text, head in (("fr", fr, fr_head), ("nl", nl, nl_head)):
        title = {"fr": "Une page", "nl": "Een pagina"}[lang]
        words = {"fr": "Ce qu’elle dit.", "nl": "Wat ze zegt."}[lang]
        front = PAGE.format(title=title, slug="a", description=words)
        front = front.replace("\n---\n\n", f"\n{head}\n---\n\n") if head else front
        made[f"docs/{lang}/a.md"] = f"{front}{text or f'@{lang}@'}\n"
    return made


def shown(rule: Rule) -> Specimen:
    """Make a specimen of the example of a rule alone: the text of a page, on one side or both."""
    return Specimen(page()).filled(rule)


def _side(example: str, lang: Lang) -> str:
    """Return what an example says on one side."""
    if _ARROW in example:
        fr, _, nl = example.partition(_ARROW)
        return (fr if lang == "fr" else nl) or TEXT[lang]
    sides = {
        found[1]: found[2].rstrip("\n")
        for found in re.finditer(r"^(fr|nl): (.*(?:\n(?!fr: |nl: ).*)*)", example, re.MULTILINE)
    }
    if sides:
        return sides.get(lang) or TEXT[lang]
    return example if lang == "fr" else TEXT[lang]


def _marked(wrong: str, right: str) -> str:
    """Mark the lines that differ."""
    if wrong == right:
        return wrong
    old, new = wrong.split("\n"), right.split("\n")
    same = 0
    while same < min(len(old), len(new)) - 1 and old[same] == new[same]:
        same += 1
    before, after = "\n".join(old[same:]), "\n".join(new[same:])
    return "\n".join([*old[:same], f"[-{before}-]{{+{after}+}}"])


def _filled(text: str, holes: Mapping[str, str]) -> str:
    """Fill the holes; every line of an example gets the indent of its hole."""
    for hole, example in holes.items():
        found = re.search(rf"^ *(?={hole})", text, re.MULTILINE)
        indent = found[0] if found else ""
        text = text.replace(hole, example.replace("\n", f"\n{indent}"))
    return text


def house(project: Project) -> Project:
    """Complete the sample project: lists, an action, a page that the menu leads to.

    Its bassins have the hosts that the examples of the rules name.
    """
    for bassin in ("nord", "sud"):
        path = f"data/{bassin}/bassin.yml"
        project.write(path, project.read(path).replace(".example.org", ".brussels"))
    for folder in ("actions", "news", "agenda"):
        project.page(f"{folder}/index.md", "Une liste.\n", "Een lijst.\n")
    project.write("data/region/navigation.yml", "header: [a]\nfooter: []\n")
    project.write(
        "data/region/actions/helpdesk.yml",
        """
        title: {fr: Un helpdesk, nl: Een helpdesk voor allen}
        slug: {fr: le-helpdesk, nl: de-helpdesk}
        summary: {fr: Un résumé, nl: Een samenvatting}
        mission: reseau
        """,
    )
    return project.page("a.md", f"{TEXT['fr']}\n", f"{TEXT['nl']}\n")


def link(root: Path, path: str, target: str) -> None:
    """Put a symbolic link in the place of a file."""
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    place.symlink_to(target)
