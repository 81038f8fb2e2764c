"""What looks like the mailbox or the mobile telephone of a private person.

The sites publish roles and shared mailboxes only (General Data Protection Regulation, article
5.1.c, data minimisation).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


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
