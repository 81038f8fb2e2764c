"""What a rule is, and the one list of all rules.

A rule is a small function below `macros.checks.rules` that reads the sources and yields
problems; the decorator `rule` gives it its name, its severity and its place in the guide.
Modules of that package are found by themselves: a new rule needs no other change.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeAlias

from macros.finding import Edit, Finding, Severity
from macros.language import Message
from macros.texts.sources import Place, Sources


class Family(StrEnum):
    """What rules are about; the guide for editors explains the rules of each together."""

    READING = "reading"
    EXISTENCE = "existence"
    REFERENCES = "references"
    STRUCTURE = "structure"
    FACTS = "facts"
    LANGUAGE = "language"
    TERMS = "terms"
    FRESHNESS = "freshness"
    DOMAIN = "domain"
    LINKS = "links"
    ACCESSIBILITY = "accessibility"
    MARKUP = "markup"
    TYPOGRAPHY = "typography"
    PRIVACY = "privacy"
    ESCAPES = "escapes"


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule saw at one place; the registry makes a finding of it.

    Attributes:
        place: where it stands.
        message: what is wrong, with the words in question.
        fix: what to write instead, ready to paste.
        quote: the words in question alone; an escape can name them.
        edit: a repair that needs no judgement.
        severity: only where this case weighs less or more than the rule does.

    """

    place: Place
    message: Message
    fix: Message | None = None
    quote: str | None = None
    edit: Edit | None = None
    severity: Severity | None = None


Find: TypeAlias = Callable[[Sources], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the check.

    Attributes:
        id: name in findings and in escapes, such as `page-without-counterpart`.
        family: what it is about.
        severity: an error stops the release. A rule that is wrong about our own content in
            more than 2 % of cases is a warning.
        summary: one sentence for editors.
        before: a source text on which the rule fires.
        after: the same text, mended.
        find: the function; it may fail without harm to the other rules.
        excusable: whether `allow:` may hide its findings. Rules about dead references are not.

    """

    id: str
    family: Family
    severity: Severity
    summary: Message
    before: str
    after: str
    find: Find
    excusable: bool = True

    def findings(self, sources: Sources) -> Iterator[Finding]:
        """Yield what the rule finds."""
        return map(self.finding, self.find(sources))

    def finding(self, problem: Problem) -> Finding:
        """Make a finding of a problem that this rule is about."""
        return Finding(
            self.id,
            problem.severity or self.severity,
            problem.place.file,
            problem.place.line,
            problem.message,
            problem.fix,
            problem.place.column,
            problem.quote,
            problem.edit,
        )


def rule(
    name: str,
    family: Family,
    severity: Severity,
    *,
    summary: Message,
    before: str,
    after: str,
    excusable: bool = True,
) -> Callable[[Find], Rule]:
    """Make a rule of a function that yields the problems it sees."""

    def decorate(find: Find) -> Rule:
        return Rule(name, family, severity, summary, before, after, find, excusable)

    return decorate


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its id, by family and name.

    Raises:
        ValueError: two rules have the same id.

    """
    package = importlib.import_module("macros.checks.rules")
    found: dict[str, Rule] = {}
    for info in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        for each in _rules_in(vars(importlib.import_module(info.name)).values()):
            if found.setdefault(each.id, each) is not each:
                raise ValueError(f"two rules are called {each.id}")
    order = list(Family)
    return dict(sorted(found.items(), key=lambda item: (order.index(item[1].family), item[0])))


def _rules_in(values: Iterable[object]) -> Iterator[Rule]:
    """Find the rules among the values of a module, alone or in tuples."""
    for value in values:
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Rule):
                yield each
