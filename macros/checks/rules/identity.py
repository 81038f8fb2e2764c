"""Rules about what tells the bassins, and the two sites of each, apart."""

from collections.abc import Iterator

from macros.checks.links import bare
from macros.checks.registry import Family, Problem, rule
from macros.content.territory import Bassin
from macros.finding import Severity
from macros.language import LANGS, Lang, Message
from macros.texts.sources import Place, Sources, place


@rule(
    "same-as-another-site",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="Un bassin ne porte pas le nom d’un autre, et chaque site a son hôte.",
        nl="Een zorgzone draagt niet de naam van een andere, en elke site heeft haar eigen host.",
    ),
    before="host: {fr: www.bassin-sud.brussels, nl: www.bassin-sud.brussels}",
    after="host: {fr: www.bassin-sud.brussels, nl: www.zorgzone-zuid.brussels}",
    excusable=False,
)
def same_as_another_site(sources: Sources) -> Iterator[Problem]:
    """Find hosts and names given twice: of two sites of one host, one would replace the other."""
    seen: dict[tuple[str, str], Place] = {}
    for bassin in sources.content.bassins:
        for kind, value, here in _identity(bassin):
            first = seen.setdefault((kind, value.casefold()), here)
            if first != here:
                message = TWICE.format(value=value, where=f"{first.file}:{first.line}")
                yield Problem(here, message, TWICE_FIX, quote=value)


def _identity(bassin: Bassin) -> Iterator[tuple[str, str, Place]]:
    for lang in LANGS:
        yield "host", bare(bassin.host[lang]), place(bassin.host, lang)
        yield f"name {lang}", bassin.name[lang], place(bassin.name, lang)
        yield f"short name {lang}", bassin.short_name[lang], place(bassin.short_name, lang)


TWICE = Message(
    fr="« {value} » est déjà donné à {where}.", nl="‘{value}’ is al gegeven in {where}."
)
TWICE_FIX = Message(
    fr="Écrivez ici ce qui est propre à ce bassin et à cette langue.",
    nl="Schrijf hier wat eigen is aan deze zorgzone en deze taal.",
)


@rule(
    "mailbox-of-another-site",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="La boîte e-mail d’un bassin porte l’hôte de son propre site, dans chaque langue.",
        nl="De mailbox van een zorgzone draagt de host van haar eigen site, in elke taal.",
    ),
    before="email: {fr: info@bassin-sud.brussels, nl: info@bassin-sud.brussels}",
    after="email: {fr: info@bassin-sud.brussels, nl: info@zorgzone-zuid.brussels}",
    excusable=False,
)
def mailbox_of_another_site(sources: Sources) -> Iterator[Problem]:
    """Find mailboxes of a bassin at the host of its other language, or of another bassin.

    One mailbox for both languages may well be, at a host that is none of the sites.
    """
    bassins = sources.content.bassins
    hosts = {bare(bassin.host[lang]) for bassin in bassins for lang in LANGS}
    for bassin in bassins:
        for lang in LANGS:
            yield from _strange_mailbox(bassin, lang, hosts)


def _strange_mailbox(bassin: Bassin, lang: Lang, hosts: set[str]) -> Iterator[Problem]:
    mailbox = bassin.contact.email[lang]
    local, _, host = mailbox.lower().rpartition("@")
    own = bare(bassin.host[lang])
    if host in hosts and host != own:
        message = MAILBOX.format(mailbox=mailbox)
        fix = MAILBOX_FIX.format(mailbox=f"{local}@{own}")
        yield Problem(place(bassin.contact.email, lang), message, fix, quote=mailbox)


MAILBOX = Message(
    fr="« {mailbox} » est la boîte d’un autre de nos sites.",
    nl="‘{mailbox}’ is de mailbox van een andere van onze sites.",
)
MAILBOX_FIX = Message(
    fr="Écrivez « {mailbox} », si cette boîte existe, ou une boîte commune aux deux langues.",
    nl="Schrijf ‘{mailbox}’ als die mailbox bestaat, of een mailbox voor beide talen.",
)
