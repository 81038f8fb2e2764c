"""A release from end to end: send, check, switch, ask, keep; or go back."""

from collections.abc import Callable
from dataclasses import dataclass

from macros.language import Message
from macros.release.failure import ReleaseError
from macros.release.parcel import Parcel, parse_manifest
from macros.release.session import Session, Target, session
from macros.release.smoke import OWN_ADDRESSES, Origin, questions, smoke_test

Tell = Callable[[Message], None]
"""Shows one step to whoever watches."""


@dataclass(frozen=True)
class Terms:
    """How a release goes about it.

    Attributes:
        origin: where the hosts are asked after the switch.
        wait: seconds to wait for another release.
        keep: releases that stay on the target.
        patience: seconds for a host that does not answer.
        welcome: the same for a host that is new there: its certificate must be asked for first.

    """

    origin: Origin = OWN_ADDRESSES
    wait: int = 120
    keep: int = 10
    patience: float = 30
    welcome: float = 300


def release(place: Target, what: Parcel, terms: Terms, tell: Tell) -> None:
    """Put a parcel live on all hosts at once.

    Raises:
        ReleaseError: it could not be done; what was live before is live.

    """
    with session(place, terms.wait, terms.keep) as talk:
        if talk.live == what.id:
            tell(SAME.format(id=what.id))
        else:
            tell(SENDING.format(id=what.id, files=len(what.hashes), login=place.login))
            talk.send(what.folder, what.id)
        _go_live(talk, what.id, terms, tell)


def rollback(place: Target, terms: Terms, tell: Tell) -> None:
    """Put the release before the live one live again.

    Raises:
        ReleaseError: there is none, or it does not work; what was live before is live.

    """
    with session(place, terms.wait, terms.keep) as talk:
        _go_live(talk, talk.ask("before"), terms, tell)


def _go_live(talk: Session, release_id: str, terms: Terms, tell: Tell) -> None:
    asked = questions(parse_manifest(talk.manifest(release_id)))
    known = talk.hosts()
    if talk.live != release_id:
        talk.ask("switch", release_id)
        tell(SWITCHED.format(id=release_id, old=talk.live or "–"))
    served = [question for question in asked if question.host in known]
    new = [question for question in asked if question.host not in known]
    problems = smoke_test(served, terms.origin, terms.patience)
    problems = problems or smoke_test(new, terms.origin, terms.welcome)
    if problems and talk.live != release_id:
        talk.ask("back")
    if problems:
        raise ReleaseError(WRONG.format(id=talk.live or "–", problems="\n  ".join(problems)))
    talk.ask("keep")
    tell(LIVE.format(id=release_id, count=len(asked)))


SENDING = Message(
    fr="Envoi de {id} ({files} fichiers) vers {login}",
    nl="{id} ({files} bestanden) wordt verzonden naar {login}",
)
SAME = Message(fr="{id} est déjà en ligne", nl="{id} staat al online")
SWITCHED = Message(fr="Bascule de {old} vers {id}", nl="Omgeschakeld van {old} naar {id}")
LIVE = Message(
    fr="{id} est en ligne : {count} réponses vérifiées",
    nl="{id} staat online: {count} antwoorden gecontroleerd",
)
WRONG = Message(
    fr="Mauvaises réponses ; la version {id} est en ligne :\n  {problems}",
    nl="Foute antwoorden; versie {id} staat online:\n  {problems}",
)
