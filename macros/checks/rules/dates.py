"""Rules about dates in texts: a year is always there, and what is past is not announced."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from macros.checks.registry import Family, Problem, rule
from macros.content.items import News
from macros.content.messages import WRITE
from macros.finding import Severity
from macros.language import LANGS, Lang, Message
from macros.prose.spelled import MONTHS, WEEKDAYS
from macros.texts.sources import Passage, Sources

_NAMES: Mapping[Lang, str] = {lang: "|".join(MONTHS[lang]) for lang in LANGS}
_DIGIT = re.compile(r"\d")
_DAY: Mapping[Lang, re.Pattern[str]] = {
    lang: re.compile(
        rf"\b([12]?\d|3[01]|1er)[\s\u00a0]({names})\b(?:[\s\u00a0](\d{{4}})\b)?", re.IGNORECASE
    )
    for lang, names in _NAMES.items()
}
_YEAR_SOON: Mapping[Lang, re.Pattern[str]] = {
    # `du 14 mars au 30 avril 2022`, `le 3, le 10 et le 17 mai 2025`: the year comes once.
    lang: re.compile(rf"[^.!?;\n]{{0,60}}?\b(?:{names})[\s\u00a0]\d{{4}}\b", re.IGNORECASE)
    for lang, names in _NAMES.items()
}
_EVERY_YEAR: Mapping[Lang, re.Pattern[str]] = {
    "fr": re.compile(
        r"chaque (?:année|\d)|tous les ans|jours? fériés?|fête nationale"
        r"|journée (?:mondiale|internationale)",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        r"\b(?:elk|ieder)e? (?:jaar|\d)|jaarlijks|feestdag|wereld\w*dag"
        r"|internationale (?:\w+en)?dag\b",
        re.IGNORECASE,
    ),
}
_COMING: Mapping[Lang, re.Pattern[str]] = {
    "fr": re.compile(
        r"aur(?:a|ont) lieu|se tiend(?:ra|ront)|à venir|prochaine?s?\b|sera organisée?"
        r"|inscri(?:vez-vous|ption)[^.]{0,40}(?:jusqu|avant)",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        r"zal plaatsvinden|zullen plaatsvinden|vindt (?:binnenkort )?plaats|komende|volgende"
        r"|gaat door op|schrijf (?:je|u) in|inschrij[fv][^.]{0,40}(?:tot\b|v[oó]{2}r\b)",
        re.IGNORECASE,
    ),
}
_TOLD: Mapping[Lang, re.Pattern[str]] = {
    "fr": re.compile(
        r"\b(?:étai(?:t|ent)|avai(?:t|ent)|a eu|ont eu|s’est|se sont|ont? été|fut|furent)\b",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        r"\b(?:was|waren|werd|werden|vond|vonden|had|hadden|kwam|kwamen|ging|gingen)\b",
        re.IGNORECASE,
    ),
}


@lru_cache(maxsize=20_000)
def _days(text: str, lang: Lang) -> tuple[re.Match[str], ...]:
    """Find the days with their month, in words; two rules ask for them."""
    return tuple(_DAY[lang].finditer(text)) if _DIGIT.search(text) else ()


@rule(
    "date-without-year",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="Une date dans un texte a son année.",
        nl="Een datum in een tekst heeft haar jaartal.",
    ),
    before="fr: Rendez-vous le 23 septembre.\nnl: Afspraak op 23 september.",
    after="fr: Rendez-vous le 23 septembre 2024.\nnl: Afspraak op 23 september 2024.",
)
def date_without_year(sources: Sources) -> Iterator[Problem]:
    """Find days with their month and no year, unless it comes once for several days."""
    for passage in sources.passages:
        for found in _days(passage.text, passage.lang):
            if found[3] or _YEAR_SOON[passage.lang].match(passage.text, found.end()):
                continue
            if _EVERY_YEAR[passage.lang].search(_sentence(passage.text, found.start())):
                continue
            words = found[0].replace("\n", " ")
            where = passage.place(found.start())
            yield Problem(where, YEARLESS.format(words=words), YEARLESS_FIX, quote=words)
        for found in _SHORT_YEAR.finditer(passage.own_prose) if "/" in passage.text else ():
            day, month, year = (int(part) for part in found.groups())
            name = MONTHS[passage.lang][month - 1]
            fix = WRITE.format(written=f"{day} {name} {CENTURY + year}")
            where = passage.place(found.start())
            yield Problem(where, SHORT_YEAR.format(words=found[0]), fix, quote=found[0])


@rule(
    "day-without-date",
    Family.DOMAIN,
    Severity.WARNING,
    summary=Message(
        fr="Un jour s’écrit avec sa date : « samedi prochain » n’est plus vrai une semaine après.",
        nl="Een dag staat er met zijn datum: ‘volgende zaterdag’ klopt een week later niet meer.",
    ),
    before="fr: Rendez-vous samedi prochain.\nnl: Afspraak volgende zaterdag.",
    after="fr: Rendez-vous le 5 juin 2027.\nnl: Afspraak op 5 juni 2027.",
)
def day_without_date(sources: Sources) -> Iterator[Problem]:
    """Find days that only the day of writing tells: next Saturday, tomorrow, last week."""
    for passage in sources.passages:
        if not any(hint in passage.text for hint in _HINTS[passage.lang]):
            continue
        for found in _RELATIVE[passage.lang].finditer(passage.own_prose):
            where = passage.place(found.start())
            message = RELATIVE.format(words=found[0])
            yield Problem(where, message, RELATIVE_FIX, quote=found[0])


_WHEN: Mapping[Lang, str] = {
    "fr": "|".join((*WEEKDAYS["fr"], "semaine", "week-end", "mois", "année")),
    "nl": "|".join((*WEEKDAYS["nl"], "week", "weekend", "maand", "jaar")),
}
_RELATIVE: Mapping[Lang, re.Pattern[str]] = {
    "fr": re.compile(
        rf"\b(?:{_WHEN['fr']}) (?:prochaine?|derni(?:er|ère))\b|\bdemain soir\b|\baprès-demain\b"
        r"|\b(?:dès|à partir de) demain\b|\bce soir\b(?!-)",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        rf"\b(?:volgende?|komende?|vorige?|verleden) (?:{_WHEN['nl']})\b"
        r"|\b(?:vanavond|overmorgen)\b|\bvanaf morgen\b|\bmorgenavond\b",
        re.IGNORECASE,
    ),
}
_HINTS: Mapping[Lang, tuple[str, ...]] = {
    "fr": ("prochain", "derni", "emain", "e soir"),
    "nl": ("olgend", "omend", "orig", "erleden ", "anavond", "morgen"),
}
"""Parts of every such word, which most texts have not."""
RELATIVE = Message(
    fr="« {words} » n’est vrai que le jour où on l’écrit.",
    nl="‘{words}’ klopt alleen op de dag dat u het schrijft.",
)
RELATIVE_FIX = Message(fr="Donnez la date, avec l’année.", nl="Geef de datum, met het jaartal.")


@rule(
    "past-announced",
    Family.DOMAIN,
    Severity.WARNING,
    summary=Message(
        fr="Une date passée n’est pas annoncée comme à venir.",
        nl="Een datum in het verleden wordt niet aangekondigd als toekomst.",
    ),
    before="Le prochain atelier aura lieu le 3 octobre 2024.",
    after="L’atelier a eu lieu le 3 octobre 2024.",
)
def past_announced(sources: Sources) -> Iterator[Problem]:
    """Find sentences that announce a day gone by; news may, for the days after its own."""
    for passage in sources.passages:
        limit = passage.owner.date if isinstance(passage.owner, News) else sources.today
        yield from _announced(passage, limit)


def _announced(passage: Passage, limit: date) -> Iterator[Problem]:
    for found in _days(passage.text, passage.lang):
        day = _date(found, passage.lang)
        if day is None or day >= limit:
            continue
        sentence = _sentence(passage.text, found.start())
        announcing = _COMING[passage.lang].search(sentence)
        if announcing and not _TOLD[passage.lang].search(sentence):
            words = found[0].replace("\n", " ")
            message = PAST.format(words=words, how=announcing[0])
            yield Problem(passage.place(found.start()), message, PAST_FIX, quote=words)


def _date(found: re.Match[str], lang: Lang) -> date | None:
    if not found[3]:
        return None
    month = MONTHS[lang].index(found[2].lower()) + 1
    try:
        return date(int(found[3]), month, int(found[1].removesuffix("er")))
    except ValueError:
        return None


def _sentence(text: str, at: int) -> str:
    """Return the sentence around a place of a text."""
    start = max(text.rfind(mark, 0, at) for mark in (". ", "! ", "? ", ".\n", "\n\n", "\n- "))
    ends = [text.find(mark, at) for mark in (". ", "! ", "? ", ".\n", "\n\n", "\n- ")]
    end = min((place for place in ends if place >= 0), default=len(text))
    return text[start + 1 : end]


CENTURY = 2000
_SHORT_YEAR = re.compile(r"(?<![\d/])(0?[1-9]|[12]\d|3[01])/(0?[1-9]|1[0-2])/(\d{2})(?![\d/])")
SHORT_YEAR = Message(
    fr="L’année de « {words} » n’a que deux chiffres.",
    nl="Het jaartal van ‘{words}’ heeft maar twee cijfers.",
)
YEARLESS = Message(
    fr="La date « {words} » n’a pas d’année.",
    nl="De datum ‘{words}’ heeft geen jaartal.",
)
YEARLESS_FIX = Message(
    fr="Ajoutez l’année, ou « chaque année » si la date revient.",
    nl="Voeg het jaartal toe, of ‘elk jaar’ als de datum terugkeert.",
)
PAST = Message(
    fr="« {words} » est passé, et le texte l’annonce (« {how} »).",
    nl="‘{words}’ is voorbij, en de tekst kondigt het aan (‘{how}’).",
)
PAST_FIX = Message(
    fr="Écrivez-le au passé, ou retirez la phrase : l’agenda montre ce qui vient.",
    nl="Schrijf het in de verleden tijd, of verwijder de zin: de agenda toont wat komt.",
)
