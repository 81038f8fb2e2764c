"""What somebody meant by a value or a key that is refused, so that the remedy can be pasted.

People write as they speak: `23 septembre 2024`, `02 318 60 57`, `en cours`, `samenvatting`. A
guess is given only where it is the one right way to write that very value.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from itertools import pairwise

from macros.content import written_dates, written_rules
from macros.folding import words
from macros.language import LANGS


def plain(text: str) -> str:
    """Write words in lower case without accents, joined by single spaces."""
    return " ".join(words(text))


def _phone(written: str) -> str | None:
    digits = re.sub(r"\(0\)|\D", "", written)
    number = re.sub(r"^(?:0032|32|0)", "", digits)
    if len(number) == len("21234567"):
        ends = (3, 5) if number[:3] in ("800", "900") else (1, 4, 6) if number[0] in "2349" else ()
        cuts = ends or (2, 4, 6)
    elif len(number) == len("470123456"):
        cuts = (3, 5, 7)
    else:
        return None
    parts = (number[a:b] for a, b in pairwise((0, *cuts, len(number))))
    return f"+32 {' '.join(parts)}" if digits != number else None


def _email(written: str) -> str:
    address = written.strip().removeprefix("mailto:").replace(" ", "").replace(",", ".")
    return re.sub(r"\(at\)|\[at\]", "@", address)


def _host(written: str) -> str | None:
    found = re.match(r"(?:[a-z]+:)?(?://)?([^/?#]+)", written.lower())
    return found[1] if found else None


def _url(written: str) -> str | None:
    marked = re.fullmatch(r"(?:\[[^\]]*\])?[(<](https?://[^\s<>()]+)[)>]", written)
    if marked:
        return marked[1]
    address = re.sub(r"^https?:?/{0,2}(?=\w)", "", written)
    return f"https://{address}" if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?", address) else None


def _path(written: str) -> str:
    path = re.sub(r"^[a-z]+://[^/]*|[?#].*$", "", written)
    return f"/{path.strip().lstrip('/')}"


def _postcode(written: str) -> str | None:
    found = re.findall(r"(?<!\d)[1-9]\d{3}(?!\d)", written)
    return found[0] if len(found) == 1 else None


def _number(written: str) -> str | None:
    unit = r"\s*(?:[%€°]|pour cent|procent)\s*"
    bare = re.sub(rf"(?<=\d)\s(?=\d{{3}}(?!\d))|{unit}", "", written)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", bare):
        bare = bare.replace(".", "")
    if not re.fullmatch(r"-?\d+(?:[.,]\d+)?", bare):
        return None
    return bare.replace(",", ".")


def _whole_number(written: str) -> str | None:
    """Read a number, or the only one of a few words: `février 2024`, `environ 9`."""
    found = re.findall(r"\d+", written)
    return _number(written) or (found[0] if len(found) == 1 else None)


def _boolean(written: str) -> str | None:
    said = {"true": "oui ja yes vrai waar", "false": "non nee neen no faux onwaar"}
    return next((right for right, names in said.items() if plain(written) in names.split()), None)


def _read(reader: Callable[[str], str]) -> Callable[[str], str | None]:
    """Make a guess of a reader of dates."""

    def guess(written: str) -> str | None:
        try:
            return reader(written)
        except written_dates.NotADateError:
            return None

    return guess


def _day(written: str) -> str:
    return written_dates.moment(written)[: len("2024-09-23")]


_GUESSES: Mapping[str, Callable[[str], str | None]] = {
    "date_format": _read(_day),
    "date_order": _read(written_dates.moment),
    "time_format": _read(written_dates.moment),
    "month_format": _read(written_dates.partial),
    "whole_number": _whole_number,
    "phone_format": _phone,
    "email_format": _email,
    "host_format": _host,
    "url_format": _url,
    "path_format": _path,
    "postcode_format": _postcode,
    "number": _number,
    "boolean": _boolean,
    "rule_format": written_rules.rule,
    "rule_until": written_rules.without_end,
}
_FORMS: Mapping[str, str] = {
    "phone_format": r"\+32 [1-9]\d{0,2}(?: \d{2,3}){2,3}",
    "email_format": r"[a-zA-Z0-9._+-]+@(?:[a-z0-9-]+\.)+[a-z]+",
    "host_format": r"(?:[a-z0-9-]+\.)+[a-z]+",
    "path_format": r"/[\w./~-]+",
    "whole_number": r"-?\d+",
}


def value(kind: str, written: str) -> str | None:
    """Return what was meant by a value that is refused with an error of this kind."""
    guess = _GUESSES.get(kind)
    found = guess(written) if guess and written else None
    if found is None or found == written or not re.fullmatch(_FORMS.get(kind, ".*"), found):
        return None
    return found


def choice(written: str, allowed: Sequence[str]) -> str | None:
    """Return the allowed word that says the same as a French or Dutch one."""
    return _said(plain(written), allowed, _CHOICES)


def key(written: str, known: Sequence[str]) -> str | None:
    """Return the known key that a French or Dutch word stands for, or of which it is the start."""
    word = plain(written)
    started = (one for one in known if len(word) >= START and one.startswith(word))
    found = _said(word, known, _KEYS) or next(started, None)
    if found is None:  # `date de début`
        inside = {one for part in words(written) for one in known if part in _KEYS.get(one, ())}
        found = inside.pop() if len(inside) == 1 else None
    return found


def _said(word: str, among: Sequence[str], table: Mapping[str, frozenset[str]]) -> str | None:
    """Return what a word stands for, or one that is nearly the same: a letter may be missing."""
    told = {name: one for one in among for name in table.get(one, ())}
    near = [word] if word in told else get_close_matches(word, told, 1, NEARLY)
    return told[near[0]] if near else None


NEARLY = 0.82
"""How much alike a word and the one that is meant have to be."""


def is_key(word: str) -> bool:
    """Tell whether a word is a key of data or of front matter."""
    return word in LANGS or word in _KEYS or word in _KEYS_OF_NO_OTHER_NAME


START = 4
"""Letters from which on the start of a key is enough."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _table(said: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    return {one: frozenset(map(plain, names.split(", "))) for one, names in said.items()}


_CHOICES = _table(
    {
        "idea": "idee",
        "started": "lance, lancee, commence, commencee, gestart, opgestart, begonnen",
        "running": "en cours, lopend, bezig, actif, active, actief",
        "done": "fini, finie, termine, terminee, cloture, afgerond, klaar, afgelopen",
        "confirmed": "confirme, confirmee, bevestigd",
        "cancelled": "annule, annulee, geannuleerd, afgelast",
        "postponed": "reporte, reportee, uitgesteld, verplaatst",
        "atelier": "veranderatelier, atelier du changement, workshop",
        "concertation": "overleg, thematisch overleg",
        "working-group": "groupe de travail, werkgroep",
        "support-group": "groupe d’appui, ondersteuningsgroep, steungroep",
        "council": "conseil, raad, actieraad",
        "partner": "partenaire",
        "tool": "outil, hulpmiddel",
        "training": "formation, opleiding, vorming",
        "report": "rapport, verslag",
        "directory": "repertoire, repertorium, annuaire",
        "meeting": "rencontre, lieu de rencontre, ontmoeting, ontmoetingsplek",
        "immersion": "onderdompeling",
        "inhabitants": "habitants, habitant·es, inwoners",
        "percent": "pour cent, pourcent, pourcentage, procent, percentage",
        "years": "ans, annees, jaar, jaren",
        "per-1000": "pour mille, promille, pour 1000, par 1000, per 1000, pour 1 000, "
        "pour 1000 habitants, pour 1 000 habitants, per 1000 inwoners, per 1 000 inwoners",
        "count": "nombre, aantal",
        "euro": "euros, eur",
        "exact": "exactement, precies",
        "about": "environ, ongeveer, circa",
        "more-than": "plus de, meer dan",
        "less-than": "moins de, minder dan",
    }
)
"""What people say for the words that data allow."""
_KEYS = _table(
    {
        "title": "titre, titel",
        "summary": "resume, samenvatting",
        "body": "texte, corps, tekst, inhoud",
        "description": "beschrijving, omschrijving",
        "date": "datum",
        "start": "debut, begin, aanvang",
        "end": "fin, einde, eind",
        "place": "lieu, endroit, plaats, locatie",
        "price": "prix, prijs",
        "registration": "inscription, inschrijving",
        "audience": "public, public cible, public vise, doelgroep, publiek",
        "organiser": "organisateur, organisator, organizer",
        "repeat": "repetition, recurrence, herhaling",
        "rule": "regle, regel",
        "until": "jusque, tot",
        "status": "statut",
        "state": "etat, toestand",
        "since": "depuis, sinds",
        "group": "groupe, groep",
        "groups": "groupes, groepen",
        "actions": "acties",
        "events": "rendez-vous, evenements, activiteiten",
        "source": "bron",
        "label": "libelle, opschrift",
        "value": "valeur, waarde",
        "unit": "unite, eenheid",
        "year": "annee, an, jaar",
        "commune": "gemeente",
        "postcode": "code postal",
        "street": "rue, adresse, straat, adres",
        "name": "nom, naam",
        "kind": "type, genre, soort",
        "note": "remarque, opmerking, nota",
        "purpose": "but, objectif, doel",
        "who": "qui, wie",
        "join": "rejoindre, deelnemen",
        "rhythm": "rythme, ritme, frequence, frequentie",
        "contact": "contactgegevens",
        "phone": "telephone, tel, telefoon",
        "email": "mail, e-mail, courriel",
        "url": "lien, link, adresse web, webadres",
        "partners": "partenaires",
        "steps": "etapes, stappen",
        "need": "besoin, behoefte, nood",
        "examples": "exemples, voorbeelden",
        "term": "terme",
        "definition": "definitie",
        "synonyms": "synonymes, synoniemen",
        "avoid": "eviter, vermijden",
        "page": "pagina",
        "old": "ancien, ancienne, oud",
        "lang": "langue, taal",
        "repository": "depot, opslagplaats",
        "branch": "branche, tak",
        "reason": "raison, reden",
        "template": "modele, sjabloon",
        "bassins": "bassin, zorgzones, zorgzone",
    }
)
"""What people call the keys of data and of front matter."""
_KEYS_OF_NO_OTHER_NAME = _words(
    """
    abbreviation accent action allow also complaint contract count covers detail email_deduced
    event footer gaps header history host hue icon id menu method minutes mission named number
    old_slugs order part phone_to_check points portrait postcodes publisher qualifier
    quartiers region review role section sections set short_name skip slug standard tagline
    territory territory_note text town urls words year_deduced
    """
)
"""The other keys."""
