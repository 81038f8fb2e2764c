"""Facts in sentences that are the same on both sides: dates, times, amounts, numbers."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from macros.checks.mailboxes import french_mailboxes
from macros.checks.registry import Family, Problem, Rule, rule
from macros.finding import Severity
from macros.language import LANGS, Lang, Message, other
from macros.prose.facts import KIND_NAMES, Fact, Kind, facts
from macros.prose.spelled import NUMBER_WORDS, TENS
from macros.texts.sources import Passage, Sources, Twins

TEXT_NAMES: Mapping[Lang, Message] = {
    "fr": Message("le texte français", "de Franse tekst"),
    "nl": Message("le texte néerlandais", "de Nederlandse tekst"),
}


@dataclass(frozen=True, slots=True)
class _Said:
    """A fact and the number of the section that says it."""

    section: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class _Side:
    """One text with the facts of one kind that it says, and all facts of the other text."""

    here: Passage
    there: Passage
    said: tuple[_Said, ...]
    theirs: tuple[_Said, ...]

    def alone(self, mailboxes: Mapping[str, str]) -> list[Fact]:
        """Return the facts that the other text does not say at all."""
        theirs = [each.fact for each in self.theirs]
        return [s.fact for s in self.said if not _stands_in(s.fact, theirs, self.there, mailboxes)]

    def more_often(self, mailboxes: Mapping[str, str]) -> list[_Said]:
        """Return the facts that stand here more often than in the same section there."""
        seen: dict[tuple[int, str], int] = defaultdict(int)
        found = []
        for each in self.said:
            theirs = [t.fact for t in self.theirs if t.section == each.section]
            seen[each.section, each.fact.value] += 1
            said = _count(each.fact, theirs, mailboxes)
            if seen[each.section, each.fact.value] > said and not _is_worded(each.fact, self.there):
                found.append(each)
        return found


def _parity(name: str, kind: Kind, severity: Severity, summary: Message, before: str) -> Rule:
    fr, nl = (line[len("fr: ") :] for line in before.splitlines())
    wanted = next(fact for fact in facts(fr, "fr") if fact.kind is kind).written("nl")
    wrong = next(fact for fact in facts(nl, "nl") if fact.kind is kind)
    after = f"fr: {fr}\nnl: {nl[: wrong.start]}{wanted}{nl[wrong.end :]}"
    return rule(name, Family.FACTS, severity, summary=summary, before=before, after=after)(
        _Parity(kind)
    )


class _Parity:
    """Compares the facts of one kind in both texts of each pair."""

    __module__ = __name__
    __doc__ = "Find the facts of one kind that one text has and its counterpart has not."

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    def __call__(self, sources: Sources) -> Iterator[Problem]:
        yield from _differences(sources)[self.kind]


@lru_cache(maxsize=1)
def _differences(sources: Sources) -> Mapping[Kind, Sequence[Problem]]:
    """Compare the texts of all pairs; the rules of a run share what is found."""
    mailboxes = french_mailboxes(sources)
    found: dict[Kind, list[Problem]] = defaultdict(list)
    for twins in sources.pairs:
        fr, nl = _said(twins, "fr"), _said(twins, "nl")
        keys = [_key(said) for said in fr], [_key(said) for said in nl]
        if keys[0] == keys[1]:
            continue
        if sorted(keys[0]) == sorted(keys[1]):
            for kind, problem in _exchanged(twins, fr, nl):
                found[kind].append(problem)
            continue
        for kind in {each.fact.kind for each in (*fr, *nl)}:
            found[kind] += _compared(kind, twins, fr, nl, mailboxes)
    return found


def _key(said: _Said) -> tuple[int, Kind, str]:
    return said.section, said.fact.kind, said.fact.value


def _said(twins: Twins, lang: Lang) -> tuple[_Said, ...]:
    """Return the facts of one side; sections count where both sides have as many."""
    passage = twins[lang]
    if not passage.facts:
        return ()
    starts = [section.line for section in passage.markdown.sections]
    if len(starts) != len(twins[other(lang)].markdown.sections):
        starts = []
    lines = (passage.line + passage.text.count("\n", 0, fact.start) for fact in passage.facts)
    sections = [bisect_right(starts, line) for line in lines]
    return tuple(map(_Said, sections, passage.facts))


def _compared(
    kind: Kind,
    twins: Twins,
    fr: tuple[_Said, ...],
    nl: tuple[_Said, ...],
    mailboxes: Mapping[str, str],
) -> Iterator[Problem]:
    of_kind = {
        "fr": tuple(s for s in fr if s.fact.kind is kind),
        "nl": tuple(s for s in nl if s.fact.kind is kind),
    }
    sides: dict[Lang, _Side] = {
        "fr": _Side(twins.fr, twins.nl, of_kind["fr"], nl),
        "nl": _Side(twins.nl, twins.fr, of_kind["nl"], fr),
    }
    alone = {lang: sides[lang].alone(mailboxes) for lang in LANGS}
    surplus = {
        lang: [s for s in sides[lang].more_often(mailboxes) if s.fact not in alone[lang]]
        for lang in LANGS
    }
    for lang in LANGS:
        here, there = twins[lang], twins[other(lang)]
        # what one text says in place of the other: first what is new in it, then what it repeats
        rivals = alone[other(lang)] + [said.fact for said in surplus[other(lang)]]
        for place, fact in enumerate(alone[lang]):
            rival = rivals[place] if place < len(rivals) else None
            yield _parity_problem(fact, rival, here, there)
        told = max(0, len(alone[other(lang)]) - len(alone[lang]))
        for said in surplus[lang][told:]:
            yield _surplus_problem(said, here, there)


def _exchanged(
    twins: Twins, fr: tuple[_Said, ...], nl: tuple[_Said, ...]
) -> Iterator[tuple[Kind, Problem]]:
    """Tell where two texts that say the same facts say them in another order."""
    theirs = _in_order(nl)
    for (section, kind), ours in _in_order(fr).items():
        pairs = zip(ours, theirs[section, kind], strict=True)
        fact, rival = next((pair for pair in pairs if pair[0].value != pair[1].value), (None, None))
        if fact and rival:
            line = twins.nl.place(rival.start).line
            values = _values(fact, twins.fr, twins.nl, line)
            values["rival"] = twins.nl.text[rival.start : rival.end]
            message, fix = OTHER_ORDER.format(**values), OTHER_ORDER_FIX.format(**values)
            here = twins.fr.place(fact.start)
            yield kind, Problem(here, message, fix, values["quote"], severity=Severity.WARNING)


def _in_order(said: Iterable[_Said]) -> Mapping[tuple[int, Kind], Sequence[Fact]]:
    order: dict[tuple[int, Kind], list[Fact]] = defaultdict(list)
    for each in said:
        order[each.section, each.fact.kind].append(each.fact)
    return order


def _stands_in(
    fact: Fact, theirs: Sequence[Fact], there: Passage, mailboxes: Mapping[str, str]
) -> bool:
    """Tell whether the other text says the same fact, if in another form."""
    return _count(fact, theirs, mailboxes) > 0 or _is_worded(fact, there)


def _count(fact: Fact, theirs: Sequence[Fact], mailboxes: Mapping[str, str]) -> int:
    """Count how often the other text says a fact."""
    if fact.kind is Kind.YEAR:
        # `2022-2025` is said by 2022 and 2025, and a year by a date
        years = [year for one in theirs for year in re.findall(r"\b(?:19|20)\d\d\b", one.value)]
        return min(years.count(year) for year in fact.value.split("-"))
    return sum(_is_the_same(fact, one, mailboxes) for one in theirs)


def _is_the_same(fact: Fact, one: Fact, mailboxes: Mapping[str, str]) -> bool:
    """Compare two facts of which one may be said in another form or inside a longer one."""
    if fact.kind is Kind.NUMBER and one.kind is not Kind.NUMBER:
        return fact.value in re.split(r"[-:]", one.value)
    if fact.kind is not one.kind:
        return False
    if fact.kind is Kind.EMAIL:
        return mailboxes.get(fact.value, fact.value) == mailboxes.get(one.value, one.value)
    if fact.kind is Kind.DATE and _same_day(fact.value, one.value):
        return True
    return fact.value == one.value


def _same_day(one: str, two: str) -> bool:
    """Compare days of which one may leave the year to the context."""
    tail = len("-12-31")
    without_year = one.startswith("-") or two.startswith("-")
    return without_year and len(one) > tail and one[-tail:] == two[-tail:]


def _is_worded(fact: Fact, there: Passage) -> bool:
    """Tell whether the other text writes a number in letters."""
    value = fact.value
    if fact.kind is not Kind.NUMBER or not value.isdecimal() or len(value) > len("1000"):
        return False
    if int(value) >= len(NUMBER_WORDS[there.lang]):
        word = TENS[there.lang].get(value)
        return word is not None and word in there.text.casefold()
    word = NUMBER_WORDS[there.lang][int(value)]
    words = {
        "fr": {"1": r"une?|premi\w+|1er|1re", "2": r"deux(?:ièmes?)?|seconde?s?"},
        "nl": {"1": r"[eé][eé]n|eerste", "3": r"drie|derde", "8": r"acht(?:ste)?"},
    }[there.lang].get(value) or rf"{word}(?:de|ste)?|{word.rstrip('e')}u?ièmes?"
    return bool(re.search(rf"\b(?:{words})\b", there.text, re.IGNORECASE))


def _parity_problem(fact: Fact, rival: Fact | None, here: Passage, there: Passage) -> Problem:
    line = there.place(rival.start).line if rival else there.line
    values = _values(fact, here, there, line)
    if rival:
        values["rival"] = there.text[rival.start : rival.end]
    message, fix = (DIFFERS, DIFFERS_FIX) if rival else (ABSENT, ABSENT_FIX)
    return Problem(
        here.place(fact.start), message.format(**values), fix.format(**values), values["quote"]
    )


def _surplus_problem(said: _Said, here: Passage, there: Passage) -> Problem:
    line = there.markdown.sections[said.section - 1].line if said.section else there.line
    values = _values(said.fact, here, there, line)
    return Problem(
        here.place(said.fact.start),
        MORE_OFTEN.format(**values),
        MORE_OFTEN_FIX.format(**values),
        values["quote"],
        severity=Severity.WARNING,  # a text may say again what the other one says once
    )


def _values(fact: Fact, here: Passage, there: Passage, line: int) -> dict[str, str]:
    return {
        "kind_fr": _capital(KIND_NAMES[fact.kind].fr),
        "kind_nl": _capital(KIND_NAMES[fact.kind].nl),
        "quote": here.text[fact.start : fact.end],
        "there_fr": TEXT_NAMES[there.lang].fr,
        "there_nl": TEXT_NAMES[there.lang].nl,
        "wanted": fact.written(there.lang),
        "place": f"{there.file}:{line}",
    }


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


DIFFERS = Message(
    fr="{kind_fr} « {quote} » ne se retrouve pas dans {there_fr}, qui dit « {rival} ».",
    nl="{kind_nl} ‘{quote}’ staat niet in {there_nl}: daar staat ‘{rival}’.",
)
DIFFERS_FIX = Message(
    fr="Si ce texte-ci a raison, écrivez « {wanted} » à {place} ; sinon, corrigez celui-ci.",
    nl="Klopt deze tekst, schrijf dan ‘{wanted}’ in {place}; pas anders deze tekst aan.",
)
ABSENT = Message(
    fr="{kind_fr} « {quote} » manque dans {there_fr}.",
    nl="{kind_nl} ‘{quote}’ ontbreekt in {there_nl}.",
)
ABSENT_FIX = Message(
    fr="Ajoutez « {wanted} » à {place}, ou retirez ces mots ici.",
    nl="Voeg ‘{wanted}’ toe in {place}, of schrap deze woorden hier.",
)
OTHER_ORDER = Message(
    fr="« {quote} » se lit ici là où {there_fr} dit « {rival} » : l’ordre n’est pas le même.",
    nl="‘{quote}’ staat hier waar in {there_nl} ‘{rival}’ staat: de volgorde is anders.",
)
OTHER_ORDER_FIX = Message(
    fr="Comparez avec {place}, et rétablissez l’ordre du côté qui se trompe.",
    nl="Vergelijk met {place} en herstel de volgorde aan de foute kant.",
)
MORE_OFTEN = Message(
    fr="{kind_fr} « {quote} » se lit ici plus souvent qu’à la même place dans {there_fr}.",
    nl="{kind_nl} ‘{quote}’ staat hier vaker dan op dezelfde plaats in {there_nl}.",
)
MORE_OFTEN_FIX = Message(
    fr="Comparez avec {place} : si « {wanted} » y manque, ajoutez-le ; sinon, retirez la "
    "répétition ici.",
    nl="Vergelijk met {place}: ontbreekt ‘{wanted}’ daar, voeg het dan toe; schrap anders de "
    "herhaling hier.",
)

date_parity = _parity(
    "date-parity",
    Kind.DATE,
    Severity.ERROR,
    Message(
        fr="Une date est la même dans les deux langues.",
        nl="Een datum is dezelfde in beide talen.",
    ),
    "fr: Le 3 décembre 2026\nnl: Op 4 december 2026",
)
time_parity = _parity(
    "time-parity",
    Kind.TIME,
    Severity.ERROR,
    Message(
        fr="Une heure est la même dans les deux langues.",
        nl="Een uur is hetzelfde in beide talen.",
    ),
    "fr: À 14h30\nnl: Om 15.30 uur",
)
amount_parity = _parity(
    "amount-parity",
    Kind.AMOUNT,
    Severity.ERROR,
    Message(
        fr="Un montant est le même dans les deux langues.",
        nl="Een bedrag is hetzelfde in beide talen.",
    ),
    "fr: 125\u00a0000\u00a0€\nnl: € 12.500",
)
percentage_parity = _parity(
    "percentage-parity",
    Kind.PERCENTAGE,
    Severity.ERROR,
    Message(
        fr="Un pourcentage est le même dans les deux langues.",
        nl="Een percentage is hetzelfde in beide talen.",
    ),
    "fr: 31,8\u00a0%\nnl: 38,1\u00a0%",
)
year_parity = _parity(
    "year-parity",
    Kind.YEAR,
    Severity.ERROR,
    Message(
        fr="Une année est la même dans les deux langues.",
        nl="Een jaartal is hetzelfde in beide talen.",
    ),
    "fr: Depuis 2024\nnl: Sinds 2023",
)
phone_parity = _parity(
    "phone-parity",
    Kind.PHONE,
    Severity.ERROR,
    Message(
        fr="Un numéro de téléphone est le même dans les deux langues.",
        nl="Een telefoonnummer is hetzelfde in beide talen.",
    ),
    "fr: 02 555 00 12\nnl: 02 555 00 21",
)
email_parity = _parity(
    "email-parity",
    Kind.EMAIL,
    Severity.ERROR,
    Message(
        fr="Une adresse e-mail a son pendant dans l’autre langue.",
        nl="Een e-mailadres heeft zijn tegenhanger in de andere taal.",
    ),
    "fr: info@example.org\nnl: inof@example.org",
)
number_parity = _parity(
    "number-parity",
    Kind.NUMBER,
    Severity.WARNING,
    Message(
        fr="Un nombre ou un code postal est le même dans les deux langues.",
        nl="Een getal of een postcode is hetzelfde in beide talen.",
    ),
    "fr: 602 services\nnl: 620 diensten",
)
