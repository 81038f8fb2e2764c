"""The anchors of pages: ids of headings, of raw HTML, and of what macros put there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.checks.registry import all_rules
from macros.content.pages import WrittenPage
from macros.language import Lang
from macros.templates import OVERRIDES
from macros.texts.markdown import Structure
from macros.texts.sources import Sources

_ID = re.compile(r"""\bid=["']([\w-]+)["']""")
_ATTRIBUTE = re.compile(r"\{:?[^{}]*#([\w-]+)[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors of one page.

    `complete` is false where a template may add some that only a build knows.
    """

    names: frozenset[str]
    complete: bool


def anchors(sources: Sources) -> Mapping[tuple[Lang, str], Anchors]:
    """Return the anchors of every page by language and key."""
    fixed = frozenset(_of_templates())
    found: dict[tuple[Lang, str], Anchors] = {}
    for passage in sources.passages:
        if passage.path == ("body",) and isinstance(passage.owner, WrittenPage):
            structure = passage.markdown
            complete = not structure.calls and passage.owner.meta.template is None
            names = fixed.union(_of_text(structure), _of_rules(structure))
            found[passage.lang, passage.owner.key] = Anchors(names, complete)
    for site in sources.network.sites:
        for key in site.pages:
            found.setdefault((site.lang, key), Anchors(fixed, complete=False))
    return found


def _of_text(structure: Structure) -> Iterator[str]:
    yield from (heading.anchor for heading in structure.headings)
    for tag in structure.tags:
        yield from _ID.findall(tag.source)
    for line in structure.source:
        if "{" in line and "#" in line:
            yield from _ATTRIBUTE.findall(line)


def _of_rules(structure: Structure) -> Iterator[str]:
    """Give the rules that the guide explains on a page: each has the anchor of its name."""
    shown = {word for call in structure.calls if call.name == "rules" for word in call.arguments}
    return (rule.id for rule in all_rules().values() if rule.family in shown)


def _of_templates() -> Iterator[str]:
    for path in OVERRIDES.rglob("*.html"):
        yield from _ID.findall(path.read_text(encoding="utf-8"))
