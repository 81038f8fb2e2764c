"""Facts in sentences: possible, typed once, and of the language of the text."""

import re
from collections.abc import Iterator

from macros.checks.mailboxes import address_pairs
from macros.checks.registry import Family, Problem, rule
from macros.content.messages import WRITE
from macros.finding import Edit, Severity
from macros.language import LANGS, Lang, Message, other
from macros.prose.facts import Fact, Kind, facts, phone_value
from macros.prose.spelled import MONTHS, WEEKDAYS
from macros.prose.words import words_of
from macros.texts.sources import Sources


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
        for fact in passage.facts:
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
        for fact in passage.facts:
            if fact.is_impossible and not _is_a_duration(fact, passage.text):
                quote = passage.text[fact.start : fact.end]
                message = IMPOSSIBLE.format(quote=quote)
                yield Problem(passage.place(fact.start), message, IMPOSSIBLE_FIX, quote=quote)


def _is_a_duration(fact: Fact, text: str) -> bool:
    """Tell whether so many hours last, as `48 heures` do, and are no time of the day."""
    if fact.kind is not Kind.TIME or not fact.value.endswith(":00"):
        return _A_WEEK.match(text, fact.end) is not None
    announced = _AT.search(text, max(0, fact.start - len("jusqu’à ")), fact.start)
    return announced is None or _A_WEEK.match(text, fact.end) is not None


_AT = re.compile(r"(?<![\dhu] )\b(?:à|dès|vers|om|rond|vanaf)[ \u00a0\n]$", re.IGNORECASE)
"""What stands before a time of the day, but not in `24h à 48h`."""
_A_WEEK = re.compile(r"[ \u00a0\n]?(?:/|par |per )", re.IGNORECASE)


@rule(
    "other-language-date",
    Family.FACTS,
    Severity.ERROR,
    summary=Message(
        fr="Une date porte le nom du mois dans la langue du texte.",
        nl="In een datum staat de naam van de maand in de taal van de tekst.",
    ),
    before="nl: Op 3 octobre 2024.",
    after="nl: Op 3 oktober 2024.",
)
def other_language_date(sources: Sources) -> Iterator[Problem]:
    """Find days with a month of the other language, where it is no quotation."""
    for passage in sources.passages:
        theirs = other(passage.lang)
        if words_of(passage.own_prose).isdisjoint(MONTHS[theirs]):
            continue
        for fact in facts(passage.own_prose, theirs):
            quote = passage.text[fact.start : fact.end]
            if fact.kind is Kind.DATE and any(month in quote.lower() for month in MONTHS[theirs]):
                right = fact.written(passage.lang)
                here = passage.place(fact.start)
                edit = Edit(quote, right) if fact.weekday is None and "\n" not in quote else None
                message = MONTH.format(quote=quote)
                yield Problem(here, message, WRITE.format(written=right), quote=quote, edit=edit)


MONTH = Message(
    fr="Le mois de « {quote} » est dans l’autre langue.",
    nl="De maand van ‘{quote}’ staat in de andere taal.",
)
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
        for pair in address_pairs(owned.record):
            if pair["fr"].lower() != pair["nl"].lower():
                for lang in LANGS:
                    right[lang][pair[other(lang)].lower()] = pair[lang]
    for passage in sources.passages:
        if "@" not in passage.text:
            continue
        for fact in passage.facts:
            if fact.kind is Kind.EMAIL and fact.value in right[passage.lang]:
                quote = passage.text[fact.start : fact.end]
                wanted = right[passage.lang][fact.value]
                yield Problem(
                    passage.place(fact.start),
                    MAILBOX.format(quote=quote),
                    WRITE.format(written=wanted),
                    quote=quote,
                    edit=Edit(quote, wanted),
                )


MAILBOX = Message(
    fr="« {quote} » est l’adresse de l’autre langue.",
    nl="‘{quote}’ is het adres van de andere taal.",
)


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
        for fact in passage.facts:
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
    fr="« {quote} » se trouve déjà dans {home} ; une page commune n’a pas à le répéter.",
    nl="‘{quote}’ staat al in {home}; een gemeenschappelijke pagina hoeft het niet te herhalen.",
)
HOME_FIX = Message(
    fr="Écrivez {macro} : chaque bassin montre alors le sien.",
    nl="Schrijf {macro}: elke zorgzone toont dan haar eigen gegevens.",
)
