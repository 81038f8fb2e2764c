"""What looks like the name, the mailbox or the mobile telephone of a private person.

The sites publish roles and shared mailboxes only (General Data Protection Regulation, article
5.1.c, data minimisation).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from macros.prose.words import words_of


class Trace(StrEnum):
    """What was found of a person."""

    MAIL = "mail"
    MOBILE = "mobile"


@dataclass(frozen=True, slots=True)
class Personal:
    """A trace of a person in a text."""

    trace: Trace
    start: int
    end: int


_EMAIL = re.compile(r"(?P<local>[A-Za-z0-9][\w.+-]*)@(?P<host>(?:[\w-]+\.)+[a-z]+)")
# Belgian mobile numbers begin with 04 and have ten digits (national numbering plan, BIPT).
_MOBILE = re.compile(
    r"(?<![\d+])(?:(?:\+|00)32[ \u00a0./-]?(?:\(0\))?[ \u00a0]?|0)"
    r"4[5-9]\d(?:[ \u00a0./-]*\d){6}(?!\d)"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HOME_HOSTS = _words(
    """
    gmail.com googlemail.com hotmail.com hotmail.be hotmail.fr outlook.com outlook.be live.be
    live.com msn.com yahoo.com yahoo.fr yahoo.be icloud.com me.com skynet.be telenet.be proximus.be
    scarlet.be voo.be belgacom.net brutele.be gmx.com gmx.net gmx.fr laposte.net orange.fr
    proton.me protonmail.com
    """
)
_ROLES = _words(
    """
    accueil actie actions administration admin agenda aide antenne asbl bassin bureau centre centrum
    clss communication communicatie concertation contact coordination coordinatie coordinatieteam
    dienst direction directie dpo drh email equipe formation gemeente helpdesk hello help hr info
    inscription inscriptions inschrijving inschrijvingen jobs kantoor lwgc mail mobile netwerk
    newsletter nieuwsbrief noreply office onthaal overleg permanence permanentie pers presse press
    prevention preventie privacy projet project recrutement reseau secretariaat secretariat secr
    security service services social sociaal ssm support team vorming vzw web webmaster welzijn
    werkgroep zorg zorgzone nord noord est oost sud zuid ouest west
    """
)
_SAMPLE_HOSTS = ("example.org", "example.com", "example.net")


def traces(text: str) -> Iterator[Personal]:
    """Find mailboxes named after a person or at a host for homes, and mobile numbers."""
    for found in _EMAIL.finditer(text) if "@" in text else ():
        if _is_personal(found["local"].lower(), found["host"].lower()):
            yield Personal(Trace.MAIL, found.start(), found.end())
    for found in _MOBILE.finditer(text):
        yield Personal(Trace.MOBILE, found.start(), found.end())


def _is_personal(local: str, host: str) -> bool:
    if host.endswith(_SAMPLE_HOSTS):
        return False
    parts = [part for part in re.split(r"[._+-]+", local) if part]
    if any(part.rstrip("0123456789") in _ROLES for part in parts):
        return False
    if host in _HOME_HOSTS:
        return True
    # first.last, f.last
    return len(parts) > 1 and all(part.isalpha() for part in parts)


_TITLES = (
    r"M\.|MM\.|Mr\.?|Mme|Mmes|Mlle|Mlles|[Mm]adame|[Mm]esdames|[Mm]ademoiselle|[Mm]onsieur|"
    r"[Mm]essieurs|Dr\.?|[Dd]octeure?|[Pp]rofesseure?|Prof\.|"
    r"[Mm]evr\.|[Mm]evrouw|[Dd]hr\.|[Dd]e heer|[Mm]eneer|[Mm]ijnheer|[Dd]okter|[Pp]rofessor|"
    r"[Mm]w\.|[Dd]rs?\."
)
_CAPITAL = "A-ZÀ-ÖØ-Þ"
_SURNAME = rf"[{_CAPITAL}][\w’'-]*[a-zß-ÿ][\w’'-]*|[{_CAPITAL}]{{3,}}"
_PARTICLE = "(?i:de|du|des|d’|van|von|den|der|ten|ter|el|al|le|la)"
_GAP = r"[ \u00a0\u202f]"
_PERSON = re.compile(
    rf"(?<![\w’'-])(?:{_TITLES}){_GAP}+"
    rf"(?P<name>(?:[{_CAPITAL}]\.{_GAP}?(?:-?[{_CAPITAL}]\.{_GAP}?)*)?"
    rf"(?:{_PARTICLE}{_GAP}+){{0,2}}(?:{_SURNAME})(?:{_GAP}+(?:{_PARTICLE}{_GAP}+)*(?:{_SURNAME}))*)"
)
_NAMED_AFTER = re.compile(
    r"\b(?:rue|avenue|av\.|place|boulevard|bd|square|chaussée|quai|clos|allée|impasse|cours|"
    r"drève|parc|école|institut|fondation|prix|centre|maison|hôpital|clinique|résidence|home|"
    r"crèche|salle|bibliothèque|stichting|instituut|centrum|huis|ziekenhuis|school|zaal|prijs|"
    r"campus|site)\b[^.;:!?\n]{0,12}$",
    re.IGNORECASE,
)
_STREET_ENDING = re.compile(
    r"(?:straat|laan|plein|steenweg|kaai|dreef|weg|park|lei|school|huis|centrum)$", re.IGNORECASE
)
_SIGNS = _words(
    """
    m mm mr mme mmes mlle mlles madame mesdames mademoiselle monsieur messieurs dr docteur docteure
    professeur professeure prof mevr mevrouw dhr heer meneer mijnheer dokter professor mw drs
    """
)
"""The words of every title above, in lower case."""
_NOBODY = _words(
    """
    Ministre Présidente Président Bourgmestre Échevine Échevin Directrice Directeur Minister
    Burgemeester Schepen Voorzitter Voorzitster Directeur Tout-le-Monde Tout Iedereen Janneke
    """
)
"""Words after a title that name an office, or anybody."""


def persons(text: str) -> Iterator[tuple[int, int]]:
    """Find people called by a civil title and their name: `Mme Dupont`, `de heer J. Peeters`.

    Streets, institutions and prizes named after somebody are none, nor is an office (`Madame la
    Ministre`).
    """
    if _SIGNS.isdisjoint(words_of(text)):
        return  # nearly always, and quickly seen
    for found in _PERSON.finditer(text):
        words = found["name"].split()
        is_office = any(word in _NOBODY for word in words)
        is_street = any(_STREET_ENDING.search(word) for word in words)
        if not (is_office or is_street or _NAMED_AFTER.search(text, 0, found.start())):
            yield found.start(), found.end()
