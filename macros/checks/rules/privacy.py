"""Nothing of a private person stands in the sources."""

from collections.abc import Iterator
from functools import lru_cache

from macros.checks.registry import Family, Problem, rule
from macros.checks.rules.damage import source_files
from macros.finding import Severity
from macros.language import Message
from macros.prose.privacy import Trace, persons, traces
from macros.texts.sources import Place, Sources


def _found(sources: Sources, trace: Trace) -> Iterator[tuple[Place, str]]:
    """Look at whole lines: an address in a field of data is published like one in a text."""
    for place, quote, found in _all_traces(sources):
        if found is trace:
            yield place, quote


@lru_cache(maxsize=1)
def _all_traces(sources: Sources) -> tuple[tuple[Place, str, Trace], ...]:
    return tuple(
        (Place(file, number, found.start + 1), line[found.start : found.end], found.trace)
        for file in source_files(sources)
        for number, line in enumerate(sources.lines(file), start=1)
        if "@" in line or "4" in line
        for found in traces(line)
    )


@rule(
    "personal-mailbox",
    Family.PRIVACY,
    Severity.ERROR,
    summary=Message(
        fr="Aucune adresse e-mail d’une personne n’est publiée.",
        nl="Er staat geen e-mailadres van een persoon op de site.",
    ),
    before="jeanne.dupont@example.be",
    after="info@example.be",
)
def personal_mailbox(sources: Sources) -> Iterator[Problem]:
    """Find mailboxes that look like those of a person."""
    for place, quote in _found(sources, Trace.MAIL):
        yield Problem(place, MAIL.format(quote=quote), MAIL_FIX, quote=quote)


MAIL = Message(
    fr="« {quote} » semble être l’adresse d’une personne.",
    nl="‘{quote}’ lijkt het adres van een persoon.",
)
MAIL_FIX = Message(
    fr="Donnez une adresse de service, comme info@…, ou supprimez-la.",
    nl="Geef het adres van een dienst, zoals info@…, of schrap het.",
)


@rule(
    "mobile-number",
    Family.PRIVACY,
    Severity.ERROR,
    summary=Message(
        fr="Aucun numéro de gsm n’est publié.",
        nl="Er staat geen gsm-nummer op de site.",
    ),
    before="0470 12 34 56",
    after="02 555 00 12",
)
def mobile_number(sources: Sources) -> Iterator[Problem]:
    """Find Belgian mobile numbers."""
    for place, quote in _found(sources, Trace.MOBILE):
        yield Problem(place, MOBILE.format(quote=quote), MOBILE_FIX, quote=quote)


MOBILE = Message(
    fr="« {quote} » est un numéro de gsm, souvent celui d’une personne.",
    nl="‘{quote}’ is een gsm-nummer, vaak dat van een persoon.",
)
MOBILE_FIX = Message(
    fr="Donnez un numéro fixe du service. Est-ce bien le gsm du service ? Ajoutez "
    "« allow: [{rule: mobile-number, reason: Gsm du service / Gsm van de dienst}] ».",
    nl="Geef een vast nummer van de dienst. Is het echt de gsm van de dienst? Voeg dan toe: "
    "‘allow: [{rule: mobile-number, reason: Gsm du service / Gsm van de dienst}]’.",
)


@rule(
    "named-person",
    Family.PRIVACY,
    Severity.WARNING,
    summary=Message(
        fr="Un texte nomme une fonction ou un service, pas une personne.",
        nl="Een tekst noemt een functie of een dienst, geen persoon.",
    ),
    before="fr: Adressez-vous à Mme Dupont.\nnl: Vraag het aan mevrouw Dupont.",
    after="fr: Adressez-vous à l’équipe du bassin.\nnl: Vraag het aan het team van de zorgzone.",
)
def named_person(sources: Sources) -> Iterator[Problem]:
    """Find people called by their title and name; the publisher of a source is no such text."""
    for passage in sources.passages:
        if not set(passage.path) & OF_A_SOURCE:
            for start, end in persons(passage.own_prose):
                quote = " ".join(passage.text[start:end].split())
                message = PERSON.format(quote=quote)
                yield Problem(passage.place(start), message, PERSON_FIX, quote=quote)


OF_A_SOURCE = frozenset({"source", "publisher"})
"""Keys under which an author may be named, as a source is."""
PERSON = Message(
    fr="« {quote} » semble nommer une personne.", nl="‘{quote}’ lijkt een persoon te noemen."
)
PERSON_FIX = Message(
    fr="Nommez sa fonction ou son service : « la coordinatrice », « l’équipe du bassin ». Pour une "
    "personnalité publique, ajoutez « allow: [{rule: named-person, reason: …}] ».",
    nl="Noem de functie of de dienst: ‘de coördinator’, ‘het team van de zorgzone’. Voeg voor een "
    "publieke figuur ‘allow: [{rule: named-person, reason: …}]’ toe.",
)
