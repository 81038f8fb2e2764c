"""What somebody meant by a value or a key that is refused, so that the remedy can be pasted.

People write as they speak: `23 septembre 2024`, `02 318 60 57`, `en cours`, `samenvatting`. A
guess is given only where it is the one right way to write that very value.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from urllib.parse import urlsplit

from macros.recurrence import Rule


def plain(text: str) -> str:
    """Write words in lower case without accents, joined by single spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"[a-z0-9+-]+", letters))


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan",
            "fev feb",
            "mar maa mrt",
            "avr apr",
            "mai mei",
            "juin juni jun",
            "juil juli jul",
            "aou aug",
            "sep",
            "oct okt",
            "nov",
            "dec",
        ),
        start=1,
    )
    for name in names.split()
}
_DAYS: Mapping[str, str] = {
    name: code
    for code, names in {
        "MO": "lun maa",
        "TU": "mar din",
        "WE": "mer woe",
        "TH": "jeu don",
        "FR": "ven vri",
        "SA": "sam zat",
        "SU": "dim zon",
    }.items()
    for name in names.split()
}
"""Days of RFC 5545 by the first three letters of their names in French and Dutch."""
_PLACES: Mapping[str, str] = {
    word: place
    for place, words in {
        "1": "premier premiere 1er 1re 1ere eerste 1ste",
        "2": "deuxieme second 2e 2eme tweede 2de",
        "3": "troisieme 3e 3eme derde 3de",
        "4": "quatrieme 4e 4eme vierde 4de",
        "-1": "dernier derniere laatste",
    }.items()
    for word in words.split()
}
_FREQUENCIES: Mapping[str, str] = {
    word: frequency
    for frequency, words in {
        "DAILY": "daily quotidien dagelijks jours dag",
        "WEEKLY": "weekly hebdomadaire wekelijks semaine semaines week weken",
        "MONTHLY": "monthly mensuel mensuelle maandelijks mois maand",
        "YEARLY": "yearly annuel annuelle jaarlijks an ans annee jaar",
    }.items()
    for word in words.split()
}


def _day(written: str) -> str | None:
    words = plain(written)
    worded = re.search(r"(?<!\d)(\d{1,2})(?:er|ste|de)? ([a-z]+) (\d{4})$", words)
    if worded:
        name = worded[2]
        month = _MONTHS.get(name[:4]) or _MONTHS.get(name[:3], 0)
        return _iso(int(worded[3]), month, int(worded[1]))
    turned = re.fullmatch(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", written.strip())
    return _iso(*(int(part) for part in turned.groups())) if turned else None


def _month(written: str) -> str | None:
    worded = re.fullmatch(r"([a-z]+) (\d{4})", plain(written))
    month = (_MONTHS.get(worded[1][:4]) or _MONTHS.get(worded[1][:3])) if worded else None
    if worded and month:
        return f"{worded[2]}-{month:02}"
    return _day(written)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


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


def _host(written: str) -> str:
    return urlsplit(written if "//" in written else f"//{written}").netloc.lower()


def _url(written: str) -> str | None:
    address = written.strip()
    return f"https://{address}" if re.match(r"[\w-]+(?:\.[\w-]+)+(?:/|$)", address) else None


def _path(written: str) -> str:
    path = urlsplit(written).path if "://" in written else written
    return f"/{path.strip().lstrip('/')}"


def _postcode(written: str) -> str | None:
    found = re.findall(r"(?<!\d)[1-9]\d{3}(?!\d)", written)
    return found[0] if len(found) == 1 else None


def _number(written: str) -> str | None:
    bare = re.sub(r"[\s\u00a0\u202f%€]|\b(?:pour cent|procent)\b", "", written)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", bare):
        bare = bare.replace(".", "")
    try:
        return str(Decimal(bare.replace(",", ".")))
    except InvalidOperation:
        return None


def _boolean(written: str) -> str | None:
    words = {"true": "oui ja yes vrai waar", "false": "non nee neen no faux onwaar"}
    return next((right for right, said in words.items() if plain(written) in said.split()), None)


def _rule(written: str) -> str | None:
    """Read words such as `chaque premier mercredi du mois`, or names of days in a rule."""
    if "=" in written:
        return _valid(re.sub(r"(?<=[=,\d])[A-Z]{3,8}\b", _day_code, written.upper()))
    words = plain(written).split()
    days = [_DAYS[word[:3]] for word in words if _is_day(word)]
    places = [_PLACES[word] for word in words if word in _PLACES]
    named = [_FREQUENCIES[word] for word in words if word in _FREQUENCIES]
    if len(days) > 1 or len(places) > 1 or (not days and places):
        return None
    frequency = "MONTHLY" if places else "WEEKLY" if days else (named or [""])[0]
    by_day = f";BYDAY={''.join(places)}{days[0]}" if days else ""
    return _valid(f"FREQ={frequency}{by_day}") if frequency else None


def _is_day(word: str) -> bool:
    return word[:3] in _DAYS and word.rstrip("s").endswith(("di", "dag", "manche"))


def _day_code(found: re.Match[str]) -> str:
    return _DAYS.get(plain(found[0])[:3], found[0])


def _valid(rule: str) -> str | None:
    try:
        Rule.parse(rule)
    except ValueError:
        return None
    return rule


_GUESSES: Mapping[str, Callable[[str], str | None]] = {
    "date_format": _day,
    "month_format": _month,
    "whole_number": _number,
    "phone_format": _phone,
    "email_format": _email,
    "host_format": _host,
    "url_format": _url,
    "path_format": _path,
    "postcode_format": _postcode,
    "number": _number,
    "boolean": _boolean,
    "rule_format": _rule,
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
    word = plain(written)
    return next((one for one in allowed if word in _CHOICES.get(one, ())), None)


def key(written: str, known: Sequence[str]) -> str | None:
    """Return the known key that a French or Dutch word stands for, or of which it is the start."""
    word = plain(written)
    said = (one for one in known if word in _KEYS.get(one, ()))
    started = (one for one in known if len(word) >= START and one.startswith(word))
    return next(said, None) or next(started, None)


START = 4
"""Letters from which on the start of a key is enough."""


def _table(words: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    return {one: frozenset(said.split(", ")) for one, said in words.items()}


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
        "support-group": "groupe d appui, ondersteuningsgroep, steungroep",
        "council": "conseil, raad, actieraad",
        "partner": "partenaire",
        "tool": "outil, hulpmiddel",
        "training": "formation, opleiding, vorming",
        "report": "rapport, verslag",
        "directory": "repertoire, repertorium, annuaire",
        "meeting": "rencontre, lieu de rencontre, ontmoeting, ontmoetingsplek",
        "immersion": "onderdompeling",
        "inhabitants": "habitants, habitant es, inwoners",
        "percent": "pour cent, pourcent, pourcentage, procent, percentage",
        "years": "ans, annees, jaar, jaren",
        "per-1000": "pour 1000, par 1000, per 1000",
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
        "audience": "public, doelgroep, publiek",
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
        "postcode": "code postal, code-postal",
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
