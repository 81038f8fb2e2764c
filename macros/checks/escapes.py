"""Escapes: `allow:` beside a text hides the findings of one rule, with a reason.

```yaml
allow:
  - rule: english-passage
    reason: Nom officiel du projet / Officiële naam van het project
    words: Babbel No·o·rd
```

An escape covers its item, or its whole page. With `words` it hides only the findings whose
quoted words, or whose line, hold them. An escape that hides nothing any more is a finding.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.checks.registry import Problem, Rule
from macros.content.base import Record
from macros.content.items import Allowed
from macros.finding import Finding
from macros.language import Message
from macros.texts.sources import Sources, place


@dataclass(frozen=True, slots=True)
class Escape:
    """One entry of an `allow:` list and the lines that it covers."""

    allowed: Allowed
    file: str
    first: int
    last: float

    def hides(self, finding: Finding, sources: Sources) -> bool:
        """Tell whether the finding is the one that this escape is about."""
        if (finding.rule, finding.file) != (self.allowed.rule, self.file):
            return False
        if not self.first <= finding.line <= self.last:
            return False
        words = self.allowed.words
        if not words:
            return True
        lines = sources.lines(finding.file)
        line = lines[finding.line - 1] if finding.line <= len(lines) else ""
        return any(_plain(words) in _plain(text) for text in (finding.quote or "", line))


def _plain(text: str) -> str:
    """Write a text as it is typed: any space as a space, an apostrophe as a straight one."""
    return " ".join(text.replace("’", "'").split()).casefold()


def escapes(sources: Sources) -> Iterator[Escape]:
    """Go through all escapes of the sources."""
    holders: list[Record] = [owned.record for owned in sources.owned]
    holders += [page.meta for page in sources.pages]
    for record in holders:
        entries: Sequence[Allowed] = getattr(record, "allow", ())
        if entries:
            first, last = _span(record)
            for entry in entries:
                yield Escape(entry, record.origin.file, first, last)


def without_escaped(
    findings: Iterable[Finding], sources: Sources, rules: Iterable[Rule]
) -> tuple[list[Finding], list[Escape]]:
    """Return the findings that no escape hides, and the escapes that hide nothing.

    Only escapes from one of `rules` are judged; the findings of a rule that must not be
    excused stay.
    """
    judged = {rule.id: rule.excusable for rule in rules}
    entries = [escape for escape in escapes(sources) if escape.allowed.rule in judged]
    used: set[int] = set()
    kept = []
    for finding in findings:
        hiding = [e for e in entries if judged[e.allowed.rule] and e.hides(finding, sources)]
        used.update(id(escape) for escape in hiding)
        if not hiding:
            kept.append(finding)
    return kept, [escape for escape in entries if id(escape) not in used]


def unused(escape: Escape) -> Problem:
    """Say that an escape hides nothing any more."""
    values = {"rule": escape.allowed.rule, "words": escape.allowed.words or ""}
    return Problem(
        place(escape.allowed), UNUSED.format(**values), UNUSED_FIX, quote=escape.allowed.rule
    )


def _span(record: Record) -> tuple[int, float]:
    """Return the first and last line of a record in its file."""
    origin = record.origin
    if not origin.path or not isinstance(origin.path[-1], int):
        return 1, float("inf")
    following = (*origin.path[:-1], origin.path[-1] + 1)
    marks = origin.document.marks
    return origin.line(), marks[following].line - 1 if following in marks else float("inf")


UNUSED = Message(
    fr="Cette exception à « {rule} » ne couvre plus rien.",
    nl="Deze uitzondering op ‘{rule}’ dekt niets meer.",
)
UNUSED_FIX = Message(
    fr="Supprimez-la de la liste « allow: ».",
    nl="Verwijder ze uit de lijst ‘allow:’.",
)
