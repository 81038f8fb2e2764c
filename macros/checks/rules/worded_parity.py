"""What sentences say in words alone, the same on both sides: days, months, and small numbers.

Two texts need not say as much: `en semaine` may stand for five days. They contradict each other
where each says something of a kind that the other one does not say.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from macros.checks.registry import Family, Problem, rule
from macros.checks.rules.fact_parity import DIFFERS, DIFFERS_FIX, TEXT_NAMES
from macros.finding import Severity
from macros.language import LANGS, Lang, Message
from macros.prose.facts import Kind, facts
from macros.prose.masking import HIDDEN
from macros.prose.spelled import MONTHS, NUMBER_WORDS, WEEKDAYS
from macros.prose.words import words_of
from macros.texts.markdown import Block
from macros.texts.sources import Place, Sources, Twins

Value: TypeAlias = tuple[str, int]
"""A kind of words, and which one of its kind."""
KINDS: Mapping[str, Message] = {
    "day": Message("Le jour", "De dag"),
    "month": Message("Le mois", "De maand"),
    "number": Message("Le nombre", "Het getal"),
    "rank": Message("Le rang", "Het rangtelwoord"),
}
_DAY_PARTS = ("", "en", "voormiddag", "namiddag", "middag", "avond", "morgen", "ochtend", "nacht")
_RANKS: Mapping[Lang, tuple[str, ...]] = {
    "fr": (
        "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième",
        "neuvième", "dixième",
    ),
    "nl": (
        "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
    ),
}  # fmt: skip


def _names(lang: Lang) -> Iterator[tuple[str, Value]]:
    for index, day in enumerate(WEEKDAYS[lang]):
        forms = (day, f"{day}s") if lang == "fr" else (f"{day}{part}" for part in _DAY_PARTS)
        yield from ((form, ("day", index)) for form in forms)
    yield from ((name, ("month", index)) for index, name in enumerate(MONTHS[lang]))
    for index, name in enumerate(NUMBER_WORDS[lang]):
        if index > 1:  # `un` is an article too
            yield name, ("number", index)
    yield from ((name, ("rank", index)) for index, name in enumerate(_RANKS[lang]))


_NAMES: Mapping[Lang, dict[str, Value]] = {lang: dict(_names(lang)) for lang in LANGS}
_SIGNS: Mapping[Lang, frozenset[str]] = {lang: frozenset(_NAMES[lang]) for lang in LANGS}
_WORDS: Mapping[Lang, Mapping[Value, str]] = {
    lang: {value: word for word, value in reversed(_NAMES[lang].items())} for lang in LANGS
}
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SPELL = re.compile(
    r"\b(?:quinze jours|deux semaines|huit jours|veertien dagen|twee weken|acht dagen)\b"
)
"""Spans of time that the languages count otherwise."""


@rule(
    "worded-parity",
    Family.FACTS,
    Severity.WARNING,
    summary=Message(
        fr="Un jour, un mois ou un nombre en lettres est le même dans les deux langues.",
        nl="Een dag, een maand of een getal in letters is hetzelfde in beide talen.",
    ),
    before="fr: Ouvert du lundi au vendredi.\nnl: Open van maandag tot donderdag.",
    after="fr: Ouvert du lundi au vendredi.\nnl: Open van maandag tot vrijdag.",
)
def worded_parity(sources: Sources) -> Iterator[Problem]:
    """Find paragraphs of which each side names a day, month or number that the other has not."""
    for twins in sources.pairs:
        kinds = _in_question(twins)
        blocks = [twins[lang].markdown.words if kinds else () for lang in LANGS]
        if len(blocks[0]) == len(blocks[1]):
            for fr, nl in zip(*blocks, strict=True):
                french, dutch = _named(fr.text, "fr"), _named(nl.text, "nl")
                # a look that costs little; figures and dates are not told apart yet
                if {v[0] for v in french - dutch} & {v[0] for v in dutch - french}:
                    yield from _contradictions(twins, fr, nl, kinds)


def _in_question(twins: Twins) -> list[str]:
    """Return the kinds of which both texts name some, and not the one same."""
    if any(_SIGNS[lang].isdisjoint(words_of(twins[lang].own_prose)) for lang in LANGS):
        return []  # nearly always
    french, dutch = _named(twins.fr.own_prose, "fr"), _named(twins.nl.own_prose, "nl")
    shared = {v[0] for v in french} & {v[0] for v in dutch}
    return [
        kind
        for kind in KINDS
        if kind in shared and len({v for v in french | dutch if v[0] == kind}) > 1
    ]


def _named(text: str, lang: Lang) -> frozenset[Value]:
    return frozenset(_NAMES[lang][word] for word in _SIGNS[lang] & words_of(text))


def _contradictions(twins: Twins, fr: Block, nl: Block, kinds: Iterable[str]) -> Iterator[Problem]:
    french, dutch = _said(fr.text, "fr"), _said(nl.text, "nl")
    for kind in kinds:
        noun, here, rival = KINDS[kind], _alone(french, dutch, kind), _alone(dutch, french, kind)
        if here and rival:
            wanted = _WORDS["nl"][_NAMES["fr"][here]]
            values = {
                "kind_fr": noun.fr,
                "kind_nl": noun.nl,
                "quote": here,
                "rival": rival,
                "there_fr": TEXT_NAMES["nl"].fr,
                "there_nl": TEXT_NAMES["nl"].nl,
                "wanted": wanted,
                "place": f"{twins.nl.file}:{nl.line}",
            }
            message, fix = DIFFERS.format(**values), DIFFERS_FIX.format(**values)
            yield Problem(Place(twins.fr.file, fr.line), message, fix, quote=here)


def _said(text: str, lang: Lang) -> Mapping[Value, str]:
    """Return what a paragraph names outside of dates; numbers in figures have no word."""
    said: dict[Value, str] = {}
    text = _SPELL.sub(HIDDEN, text.casefold())
    for fact in facts(text, lang):
        if fact.kind is Kind.DATE:
            text = text[: fact.start] + HIDDEN * (fact.end - fact.start) + text[fact.end :]
        elif fact.kind is Kind.NUMBER and fact.value.isdecimal():
            said["number", int(fact.value[:9])] = ""
    for word in _TOKEN.findall(text):
        if word in _NAMES[lang]:
            said.setdefault(_NAMES[lang][word], word)
    return said


def _alone(ours: Mapping[Value, str], theirs: Mapping[Value, str], kind: str) -> str | None:
    """Return the first word of a kind that the other side has not, in letters or in figures."""
    alone = (word for value, word in ours.items() if value[0] == kind and value not in theirs)
    return next(filter(None, alone), None)
