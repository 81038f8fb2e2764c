"""Sections whose other side has changed, and texts whose review date has passed."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from macros.agreement.compare import Cause, Review, reviews
from macros.agreement.ledger import FOLDER, Ledger, ledger_file, read_ledgers
from macros.agreement.sections import Unit, units
from macros.checks.registry import Family, Problem, rule
from macros.checks.rules.language import SIDE
from macros.finding import Severity
from macros.language import Message
from macros.texts.sources import Place, Sources, place


@rule(
    "section-to-review",
    Family.FRESHNESS,
    Severity.WARNING,
    summary=Message(
        fr="Quand un côté d’une section change, l’autre est relu, puis confirmé.",
        nl="Verandert één kant van een onderdeel, dan wordt de andere nagelezen en bevestigd.",
    ),
    before="fr: Le helpdesk répond aussi le samedi. (nl non relu)",
    after="bassin agree docs/nl/contact.md",
)
def section_to_review(sources: Sources) -> Iterator[Problem]:
    """Find sections that no longer are what both sides agreed on."""
    if not (sources.root / FOLDER).is_dir():
        return  # a project that does not keep agreements
    ledgers = _ledgers(sources)
    for unit in units(sources):
        for review in reviews(unit, ledgers.get(unit.name)):
            if not _is_told_by_its_twin(review):
                yield _problem(review)


@lru_cache(maxsize=1)
def _ledgers(sources: Sources) -> Mapping[str, Ledger]:
    return read_ledgers(sources.root)


def _is_told_by_its_twin(review: Review) -> bool:
    """Say once, in a file that holds both languages, that they are to be read together."""
    together = review.cause in (Cause.NEVER_AGREED, Cause.BOTH_CHANGED)
    return together and review.lang == "nl" and len(set(review.unit.files.values())) == 1


def review_place(review: Review) -> Place:
    """Return the place to read again."""
    return review.part.place if review.part else Place(review.unit.files[review.lang], 1)


def _problem(review: Review) -> Problem:
    trigger = review.trigger
    there = trigger.place if trigger else None
    values = {
        "title": review.part.title if review.part else "",
        "there": f"{there.file}:{there.line}" if there else "",
        "their_title": trigger.title if trigger else "",
        "command": command(review),
        "line": review.line or "",
        "ledger": ledger_file(review.unit.name),
        "side_fr": SIDE[review.lang].fr,
        "side_nl": SIDE[review.lang].nl,
    }
    fix = CONFIRM_LINE if review.line else CONFIRM
    if review.cause in (Cause.ADDED, Cause.REMOVED):
        fix = BALANCE
    return Problem(
        review_place(review),
        MESSAGES[review.cause].format(**values),
        fix.format(**values),
        quote=review.part.title if review.part else None,
    )


def command(review: Review) -> str:
    """Return the command that confirms a section, or the whole unit."""
    file = review.unit.files[review.lang]
    if review.part is None or review.cause in (Cause.NEVER_AGREED, Cause.MOVED):
        return f"bassin agree {file}"
    return f"bassin agree {file}:{review.part.place.line}"


MESSAGES: dict[Cause, Message] = {
    Cause.CHANGED: Message(
        fr="« {title} » est à relire : l’autre langue a changé ({there}).",
        nl="‘{title}’ is na te lezen: de andere taal is gewijzigd ({there}).",
    ),
    Cause.BOTH_CHANGED: Message(
        fr="« {title} » a changé dans les deux langues ({there}) ; personne n’a confirmé "
        "qu’elles disent la même chose.",
        nl="‘{title}’ is in beide talen gewijzigd ({there}); niemand heeft bevestigd dat ze "
        "hetzelfde zeggen.",
    ),
    Cause.ADDED: Message(
        fr="L’autre langue a une nouvelle section, « {their_title} » ({there}).",
        nl="De andere taal heeft een nieuw onderdeel, ‘{their_title}’ ({there}).",
    ),
    Cause.REMOVED: Message(
        fr="« {title} » n’existe plus dans l’autre langue.",
        nl="‘{title}’ bestaat niet meer in de andere taal.",
    ),
    Cause.MOVED: Message(
        fr="« {title} » a changé de place dans l’autre langue ({there}).",
        nl="‘{title}’ is in de andere taal verplaatst ({there}).",
    ),
    Cause.NEVER_AGREED: Message(
        fr="Personne n’a encore confirmé que ce fichier dit la même chose dans les deux langues.",
        nl="Nog niemand heeft bevestigd dat dit bestand in beide talen hetzelfde zegt.",
    ),
}
CONFIRM = Message(
    fr="Relisez, corrigez si nécessaire, puis confirmez : {command}",
    nl="Lees na, verbeter waar nodig en bevestig dan: {command}",
)
CONFIRM_LINE = Message(
    fr="Relisez, corrigez si nécessaire, puis confirmez : {command}, ou mettez dans {ledger} "
    "la ligne « {line} ».",
    nl="Lees na, verbeter waar nodig en bevestig dan: {command}, of zet in {ledger} de regel "
    "‘{line}’.",
)
BALANCE = Message(
    fr="Ajoutez ou retirez la section du côté {side_fr}, puis confirmez : {command}",
    nl="Voeg het onderdeel toe of schrap het aan de {side_nl} kant en bevestig dan: {command}",
)


@rule(
    "agreement-file",
    Family.FRESHNESS,
    Severity.WARNING,
    summary=Message(
        fr="Un fichier de confirmations se lit, et correspond à un fichier de textes.",
        nl="Een bestand met bevestigingen is leesbaar en hoort bij een tekstbestand.",
    ),
    before="<<<<<<< 3fa2b1c0 9cd01e22 title",
    after="3fa2b1c0 9cd01e22 title",
    excusable=False,
)
def agreement_file(sources: Sources) -> Iterator[Problem]:
    """Find ledger lines that mean nothing, and ledgers whose source is gone."""
    if (sources.root / FOLDER).is_file():
        yield Problem(Place(FOLDER, 1), NO_FOLDER, NO_FOLDER_FIX)
    ledgers = _ledgers(sources)
    known: dict[str, Unit] = {unit.name: unit for unit in units(sources)} if ledgers else {}
    for name, ledger in ledgers.items():
        file = ledger_file(name)
        if name not in known:
            yield Problem(Place(file, 1), ORPHAN, ORPHAN_FIX)
        for line in ledger.unreadable:
            yield Problem(Place(file, line), UNREADABLE, UNREADABLE_FIX)


ORPHAN = Message(
    fr="Ces confirmations portent sur un fichier qui n’existe plus.",
    nl="Deze bevestigingen gaan over een bestand dat niet meer bestaat.",
)
ORPHAN_FIX = Message(
    fr="Supprimez ce fichier, ou lancez « bassin agree --clean ».",
    nl="Verwijder dit bestand, of voer ‘bassin agree --clean’ uit.",
)
NO_FOLDER = Message(
    fr="Un fichier occupe la place du dossier des confirmations : aucune ne se lit.",
    nl="Een bestand neemt de plaats in van de map met bevestigingen: geen enkele is leesbaar.",
)
NO_FOLDER_FIX = Message(
    fr="Renommez ou supprimez ce fichier, et remettez le dossier.",
    nl="Hernoem of verwijder dit bestand en zet de map terug.",
)
UNREADABLE = Message(
    fr="Des confirmations sont illisibles à partir d’ici.",
    nl="Vanaf hier zijn bevestigingen onleesbaar.",
)
UNREADABLE_FIX = Message(
    fr="Supprimez ces lignes ; leurs sections redeviennent à relire.",
    nl="Verwijder deze regels; hun onderdelen zijn dan weer na te lezen.",
)


@rule(
    "review-date",
    Family.FRESHNESS,
    Severity.WARNING,
    summary=Message(
        fr="Un texte dont la date de relecture est passée est relu.",
        nl="Een tekst waarvan de herzieningsdatum voorbij is, wordt nagelezen.",
    ),
    before="review: 2024-01-31",
    after="review: 2027-01-31",
)
def review_date(sources: Sources) -> Iterator[Problem]:
    """Find items and pages whose review date has passed."""
    records: list[Any] = [page.meta for page in sources.pages]
    records += [owned.record for owned in sources.owned]
    for record in records:
        day = getattr(record, "review", None)
        if day and day < sources.today:
            message = OVERDUE.format(day=day.isoformat())
            yield Problem(place(record, "review"), message, OVERDUE_FIX, quote=day.isoformat())


OVERDUE = Message(
    fr="Ce texte devait être relu avant le {day}.",
    nl="Deze tekst moest vóór {day} worden nagelezen.",
)
OVERDUE_FIX = Message(
    fr="Relisez-le dans les deux langues et donnez-lui une nouvelle date.",
    nl="Lees hem na in beide talen en geef hem een nieuwe datum.",
)
