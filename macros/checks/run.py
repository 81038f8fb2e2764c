"""One run of all rules. It never raises: a rule that fails is a finding like another."""

import logging
from collections.abc import Iterable

from macros.checks.escapes import unused, without_escaped
from macros.checks.registry import Problem, Rule, all_rules
from macros.finding import Finding, in_order
from macros.language import Message
from macros.texts.sources import Place, Sources

logger = logging.getLogger(__name__)


def run(sources: Sources, rules: Iterable[Rule] | None = None) -> list[Finding]:
    """Return what the rules find in loaded sources, without what escapes hide."""
    known = all_rules()
    chosen = tuple(known.values() if rules is None else rules)
    failures: list[Rule] = []
    found: list[Finding] = []
    for each in chosen:
        try:
            found.extend(each.findings(sources))
        except Exception as error:  # a bug of ours must not hide the findings of an editor
            logger.exception("rule %s failed", each.id)
            failures.append(each)
            found.append(known["check-failed"].finding(_failure(each, error)))
    kept, idle = without_escaped(found, sources, (r for r in chosen if r not in failures))
    kept += [known["unused-escape"].finding(unused(escape)) for escape in idle]
    return in_order(kept)


def _failure(failed: Rule, error: Exception) -> Problem:
    file = failed.find.__module__.replace(".", "/") + ".py"
    line = failed.find.__code__.co_firstlineno if hasattr(failed.find, "__code__") else 1
    message = FAILED.format(name=failed.id, error=f"{type(error).__name__}: {error}"[:200])
    return Problem(Place(file, line), message, FAILED_FIX)


FAILED = Message(
    fr="La règle « {name} » n’a pas pu aller au bout ({error}) ; les autres ont été suivies.",
    nl="De regel ‘{name}’ kon niet afgewerkt worden ({error}); de andere wel.",
)
FAILED_FIX = Message(
    fr="Ce n’est pas votre texte : signalez-le aux personnes qui entretiennent le site.",
    nl="Het ligt niet aan uw tekst: meld het aan wie de site onderhoudt.",
)
