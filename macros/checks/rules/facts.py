"""Facts in sentences: the same in both languages, possible, and typed once."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from macros.checks.registry import Family, Problem, Rule, rule
from macros.checks.sources import Passage, Sources, Twins
from macros.content.base import Pair, Record
from macros.finding import Edit, Severity
from macros.language import LANGS, Lang, Message, other
from macros.prose.facts import (
    KIND_NAMES,
    NUMBER_WORDS,
    TENS,
    WEEKDAYS,
    Fact,
    Kind,
    facts,
    phone_value,
)

TEXT_NAMES: Mapping[Lang, Message] = {
    "fr": Message("le texte français", "de Franse tekst"),
    "nl": Message("le texte néerlandais", "de Nederlandse tekst"),
}


@lru_cache(maxsize=20_000)
def facts_of(text: str, lang: Lang) -> tuple[Fact, ...]:
    """Return the facts of a text; the rules of a run ask for the same texts."""
    return tuple(facts(text, lang))


def _parity(name: str, kind: Kind, severity: Severity, summary: Message, before: str) -> Rule:
    fr = before.splitlines()[0].removeprefix("fr: ")
    dutch = "\n".join(f"nl: {fact.written('nl')}" for fact in facts(fr, "fr") if fact.kind is kind)
    return rule(
        name, Family.FACTS, severity, summary=summary, before=before, after=f"fr: {fr}\n{dutch}"
    )(_Parity(kind))


class _Parity:
    """Compares the facts of one kind in both texts of each pair."""

    __module__ = __name__
    __doc__ = "Find the facts of one kind that one text has and its counterpart has not."

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    def __call__(self, sources: Sources) -> Iterator[Problem]:
        mailboxes = _mailboxes(sources) if self.kind is Kind.EMAIL else {}
        for twins in sources.pairs:
            yield from self._compare(twins, mailboxes)

    def _compare(self, twins: Twins, mailboxes: Mapping[str, str]) -> Iterator[Problem]:
        found = {
            p.lang: [f for f in facts_of(p.text, p.lang) if f.kind is self.kind] for p in twins
        }
        if not found["fr"] and not found["nl"]:
            return
        alone: dict[Lang, list[Fact]] = {}
        for lang in LANGS:
            there = twins[other(lang)]
            alone[lang] = [f for f in found[lang] if not _stands_in(f, there, mailboxes)]
        for lang in LANGS:
            for place, fact in enumerate(alone[lang]):
                rivals = alone[other(lang)]
                rival = rivals[place] if place < len(rivals) else None
                yield _parity_problem(fact, rival, twins[lang], twins[other(lang)])


def _stands_in(fact: Fact, there: Passage, mailboxes: Mapping[str, str]) -> bool:
    """Tell whether the other text says the same fact, if in another form."""
    theirs = facts_of(there.text, there.lang)
    if fact.kind is Kind.EMAIL:
        box = mailboxes.get(fact.value, fact.value)
        return any(mailboxes.get(f.value, f.value) == box for f in theirs)
    values = {f.value for f in theirs if f.kind is fact.kind}
    if fact.value in values:
        return True
    if fact.kind is Kind.DATE:
        return any(_same_day(fact.value, value) for value in values)
    if fact.kind is Kind.YEAR:
        years = {y for f in theirs for y in re.findall(r"\b(?:19|20)\d\d\b", f.value)}
        return all(year in years for year in fact.value.split("-"))
    if fact.kind is Kind.NUMBER:
        return _is_worded(fact.value, there) or any(
            fact.value in re.split(r"[-:]", f.value) for f in theirs
        )
    return False


def _same_day(one: str, two: str) -> bool:
    """Compare days of which one may leave the year to the context."""
    return one[-6:] == two[-6:] and (one.startswith("-") or two.startswith("-")) and len(one) > 6  # noqa: PLR2004


def _is_worded(value: str, there: Passage) -> bool:
    if not value.isdigit():
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
    quote = here.text[fact.start : fact.end]
    values = {
        "kind_fr": _capital(KIND_NAMES[fact.kind].fr),
        "kind_nl": _capital(KIND_NAMES[fact.kind].nl),
        "quote": quote,
        "there_fr": TEXT_NAMES[there.lang].fr,
        "there_nl": TEXT_NAMES[there.lang].nl,
        "wanted": fact.written(there.lang),
        "place": f"{there.file}:{there.place(rival.start).line if rival else there.line}",
    }
    if rival:
        values["rival"] = there.text[rival.start : rival.end]
        return Problem(
            here.place(fact.start),
            DIFFERS.format(**values),
            DIFFERS_FIX.format(**values),
            quote=quote,
        )
    return Problem(
        here.place(fact.start), ABSENT.format(**values), ABSENT_FIX.format(**values), quote=quote
    )


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _mailboxes(sources: Sources) -> dict[str, str]:
    """Map each mailbox of the data to the French one of its pair."""
    known: dict[str, str] = {}
    for owned in sources.owned:
        for pair in _address_pairs(owned.record):
            known[pair["fr"].lower()] = known[pair["nl"].lower()] = pair["fr"].lower()
    return known


def _address_pairs(record: Record) -> Iterator[Pair[str]]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in ("contact", "registration") and isinstance(value, Record):
            if isinstance(value, Pair):
                yield value
            else:
                yield from _address_pairs(value)
        elif name == "email" and isinstance(value, Pair):
            yield value


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
    "fr: 125 000 €\nnl: € 12.500",
)
percentage_parity = _parity(
    "percentage-parity",
    Kind.PERCENTAGE,
    Severity.ERROR,
    Message(
        fr="Un pourcentage est le même dans les deux langues.",
        nl="Een percentage is hetzelfde in beide talen.",
    ),
    "fr: 31,8 %\nnl: 38,1%",
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
    "fr: 02 318 60 57\nnl: 02 318 60 75",
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


@rule(
    "wrong-weekday",
    Family.FACTS,
    Severity.ERROR,
    summary=Message(
        fr="Le jour de la semaine est celui de la date.",
        nl="De weekdag is die van de datum.",
    ),
    before="lundi 24 septembre 2024",
    after="mardi 24 septembre 2024",
)
def wrong_weekday(sources: Sources) -> Iterator[Problem]:
    """Find dates whose weekday is another day's."""
    for passage in sources.passages:
        for fact in facts_of(passage.text, passage.lang):
            if fact.weekday is None or fact.day is None or fact.day.weekday() == fact.weekday:
                continue
            quote = passage.text[fact.start : fact.end]
            right, wrong = fact.day.weekday(), fact.weekday
            new = WEEKDAYS[passage.lang][right]
            values = {
                "quote": quote,
                "new": new.capitalize() if quote[0].isupper() else new,
                "right_fr": WEEKDAYS["fr"][right],
                "right_nl": WEEKDAYS["nl"][right],
                "wrong_fr": WEEKDAYS["fr"][wrong],
                "wrong_nl": WEEKDAYS["nl"][wrong],
            }
            yield Problem(
                passage.place(fact.start),
                WEEKDAY.format(**values),
                WEEKDAY_FIX.format(**values),
                quote=quote,
            )


WEEKDAY = Message(
    fr="« {quote} » : ce jour est un {right_fr}, pas un {wrong_fr}.",
    nl="‘{quote}’: die dag is een {right_nl}, geen {wrong_nl}.",
)
WEEKDAY_FIX = Message(
    fr="Écrivez « {new} », ou corrigez la date ; vérifiez aussi l’autre langue.",
    nl="Schrijf ‘{new}’, of verbeter de datum; kijk ook de andere taal na.",
)


@rule(
    "impossible-date",
    Family.FACTS,
    Severity.ERROR,
    summary=Message(
        fr="Une date écrite dans un texte existe au calendrier, et une heure à l’horloge.",
        nl="Een datum in een tekst bestaat op de kalender, en een uur op de klok.",
    ),
    before="31 novembre 2026",
    after="30 novembre 2026",
)
def impossible_date(sources: Sources) -> Iterator[Problem]:
    """Find days that no calendar has and times that no clock shows."""
    for passage in sources.passages:
        for fact in facts_of(passage.text, passage.lang):
            if fact.is_impossible:
                quote = passage.text[fact.start : fact.end]
                message = IMPOSSIBLE.format(quote=quote)
                yield Problem(passage.place(fact.start), message, IMPOSSIBLE_FIX, quote=quote)


IMPOSSIBLE = Message(fr="« {quote} » n’existe pas.", nl="‘{quote}’ bestaat niet.")
IMPOSSIBLE_FIX = Message(
    fr="Écrivez le bon jour ou la bonne heure, dans les deux langues.",
    nl="Schrijf de juiste dag of het juiste uur, in beide talen.",
)


@rule(
    "other-sides-mailbox",
    Family.FACTS,
    Severity.ERROR,
    summary=Message(
        fr="Un texte donne l’adresse e-mail de sa langue.",
        nl="Een tekst geeft het e-mailadres van zijn taal.",
    ),
    before="nl: Schrijf naar info@bassin-nord.brussels.",
    after="nl: Schrijf naar info@zorgzone-noord.brussels.",
)
def other_sides_mailbox(sources: Sources) -> Iterator[Problem]:
    """Find mailboxes of the data that belong to the other language."""
    right: dict[Lang, dict[str, str]] = {lang: {} for lang in LANGS}
    for owned in sources.owned:
        for pair in _address_pairs(owned.record):
            if pair["fr"].lower() != pair["nl"].lower():
                for lang in LANGS:
                    right[lang][pair[other(lang)].lower()] = pair[lang]
    for passage in sources.passages:
        if "@" not in passage.text:
            continue
        for fact in facts_of(passage.text, passage.lang):
            if fact.kind is Kind.EMAIL and fact.value in right[passage.lang]:
                quote = passage.text[fact.start : fact.end]
                wanted = right[passage.lang][fact.value]
                yield Problem(
                    passage.place(fact.start),
                    MAILBOX.format(quote=quote),
                    WRITE.format(wanted=wanted),
                    quote=quote,
                    edit=Edit(quote, wanted),
                )


MAILBOX = Message(
    fr="« {quote} » est l’adresse de l’autre langue.",
    nl="‘{quote}’ is het adres van de andere taal.",
)
WRITE = Message(fr="Écrivez « {wanted} ».", nl="Schrijf ‘{wanted}’.")


@rule(
    "fact-with-a-home",
    Family.FACTS,
    Severity.WARNING,
    summary=Message(
        fr="Un numéro ou une adresse qui vient de data/ s’écrit avec une macro.",
        nl="Een nummer of adres dat uit data/ komt, schrijft u met een macro.",
    ),
    before="Appelez le 02 318 60 57.",
    after="Appelez le {{ phone() }}.",
)
def fact_with_a_home(sources: Sources) -> Iterator[Problem]:
    """Find the helpdesk numbers and mailboxes of the bassins typed in pages."""
    homes: dict[str, tuple[str, str]] = {}
    for bassin in sources.content.bassins:
        place = f"data/{bassin.id}/bassin.yml"
        for lang in LANGS:
            homes[bassin.contact.email[lang].lower()] = ("{{ email() }}", place)
        if bassin.contact.phone:
            homes[phone_value(bassin.contact.phone)] = ("{{ phone() }}", place)
    for passage in sources.passages:
        if passage.scope != "pages" or passage.kind != "markdown":
            continue
        for fact in facts_of(passage.text, passage.lang):
            if fact.kind in (Kind.PHONE, Kind.EMAIL) and fact.value in homes:
                quote = passage.text[fact.start : fact.end]
                macro, home = homes[fact.value]
                values = {"quote": quote, "macro": macro, "home": home}
                yield Problem(
                    passage.place(fact.start),
                    HOME.format(**values),
                    HOME_FIX.format(**values),
                    quote=quote,
                )


HOME = Message(
    fr="« {quote} » se trouve déjà dans {home} ; une page commune aux bassins ne le tape pas.",
    nl="‘{quote}’ staat al in {home}; een gemeenschappelijke pagina herhaalt het niet.",
)
HOME_FIX = Message(
    fr="Écrivez {macro} : chaque bassin montre alors le sien.",
    nl="Schrijf {macro}: elke zorgzone toont dan haar eigen gegevens.",
)
