"""Rules about the check itself: its escapes, and rules that fail."""

from collections.abc import Iterator

from macros.checks.escapes import escapes
from macros.checks.registry import Family, Problem, all_rules, rule
from macros.checks.rules.reading import elsewhere
from macros.content.validate import suggestion
from macros.finding import Severity
from macros.language import Message
from macros.texts.sources import Sources, place


@rule(
    "unknown-escape",
    Family.ESCAPES,
    Severity.ERROR,
    summary=Message(
        fr="Une exception nomme une règle qui existe.",
        nl="Een uitzondering noemt een regel die bestaat.",
    ),
    before="allow: [{rule: vage-label, reason: Nom officiel / Officiële naam}]",
    after="allow: [{rule: vague-label, reason: Nom officiel / Officiële naam}]",
    excusable=False,
)
def unknown_escape(sources: Sources) -> Iterator[Problem]:
    """Find escapes from rules that do not exist."""
    known = [name for name, known_rule in all_rules().items() if known_rule.excusable]
    for escape in escapes(sources):
        name = escape.allowed.rule
        if name in known:
            continue
        message = FIXED if name in all_rules() else UNKNOWN
        near = suggestion(name, known)
        fix = near + UNKNOWN_FIX
        yield Problem(place(escape.allowed, "rule"), message.format(name=name), fix, quote=name)


unused_escape = rule(
    "unused-escape",
    Family.ESCAPES,
    Severity.WARNING,
    summary=Message(
        fr="Une exception qui ne couvre plus rien est supprimée.",
        nl="Een uitzondering die niets meer dekt, wordt verwijderd.",
    ),
    before="allow: [{rule: vague-label, reason: Titre du document / Titel van het document}]",
    after="",
    excusable=False,
)(elsewhere)

check_failed = rule(
    "check-failed",
    Family.ESCAPES,
    Severity.ERROR,
    summary=Message(
        fr="Une règle qui échoue le dit, et les autres continuent.",
        nl="Een regel die zelf faalt, zegt dat, en de andere gaan voort.",
    ),
    before="",
    after="",
    excusable=False,
)(elsewhere)

UNKNOWN = Message(
    fr="La règle « {name} » n’existe pas.",
    nl="De regel ‘{name}’ bestaat niet.",
)
FIXED = Message(
    fr="La règle « {name} » n’admet pas d’exception.",
    nl="De regel ‘{name}’ laat geen uitzondering toe.",
)
UNKNOWN_FIX = Message(
    fr="Les messages du guide donnent les noms des règles.",
    nl="De meldingen in de gids geven de namen van de regels.",
)
