"""Rules about the facts of the domain: figures, postcodes, mailboxes, groups."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from macros.checks.registry import Family, Problem, rule
from macros.content.base import Pair, Record
from macros.content.items import Event, Figure, Group, News
from macros.content.territory import Bassin, Commune
from macros.content.validate import suggestion
from macros.finding import Severity
from macros.language import LANGS, Message
from macros.texts.sources import Passage, Place, Sources, place

TOLERANCE = Decimal("0.5")
"""Published shares are rounded one by one; their sum may miss 100 by this much."""
FIRST_YEAR = 1830
"""No figure about the country is older than the country."""
_BEFORE_A_NAME = re.compile(r"(?<!\d)(1[0-2]\d\d)[ \u00a0]+(?=[A-ZÉ])")
MAIL = re.compile(r"[\w.+-]+@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})")


@rule(
    "shares-not-100",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="Les parts d’un même tout font 100 %, à un demi-point près.",
        nl="De delen van één geheel zijn samen 100 %, op een half punt na.",
    ),
    before="23.99 + 65.81 + 11.03 = 100.83",
    after="23.99 + 64.98 + 11.03 = 100",
)
def shares_not_100(sources: Sources) -> Iterator[Problem]:
    """Find sets of percentages that do not add up."""
    sets: dict[tuple[str, str, str | None], list[Figure]] = defaultdict(list)
    for owned in sources.owned:
        figure = owned.record
        if isinstance(figure, Figure) and figure.set and figure.unit == "percent":
            sets[owned.scope, figure.set, figure.commune].append(figure)
    for (_, name, _), figures in sets.items():
        total = sum((figure.value for figure in figures), Decimal(0))
        if len(figures) > 1 and abs(total - 100) > TOLERANCE:
            message = SHARES.format(name=name, total=str(total).replace(".", ","))
            yield Problem(place(figures[0], "set"), message, SHARES_FIX, quote=name)


@rule(
    "part-of-a-person",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="Un nombre d’habitant·es est entier.",
        nl="Een aantal inwoners is een geheel getal.",
    ),
    before="value: 304.523\nunit: inhabitants",
    after="value: 304523\nunit: inhabitants",
    excusable=False,
)
def part_of_a_person(sources: Sources) -> Iterator[Problem]:
    """Find populations with decimals: mostly a point that was meant to part the thousands."""
    for owned in sources.owned:
        figure = owned.record
        if isinstance(figure, Figure) and figure.unit == "inhabitants":
            for key, value in (("value", figure.value), ("region", figure.region)):
                if value is not None and value != value.to_integral_value():
                    values = {"key": key, "value": value, "whole": _whole(value)}
                    message, fix = PART.format(**values), PART_FIX.format(**values)
                    yield Problem(place(figure, key), message, fix, quote=str(value))


def _whole(value: Decimal) -> int:
    """Read a point before three figures as that of thousands, and round any other number."""
    whole, _, rest = str(value).partition(".")
    return int(whole + rest) if len(rest) == len("000") else round(value)


PART = Message(
    fr="« {value} » habitant·es : le point sépare ici des décimales, qu’un tel nombre n’a pas.",
    nl="‘{value}’ inwoners: de punt scheidt hier decimalen, en zo’n aantal heeft er geen.",
)
PART_FIX = Message(
    fr="Écrivez « {key}: {whole} », sans point ni espace.",
    nl="Schrijf ‘{key}: {whole}’, zonder punt of spatie.",
)


@rule(
    "figure-of-the-future",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="L’année d’un chiffre n’est pas dans l’avenir.",
        nl="Het jaar van een cijfer ligt niet in de toekomst.",
    ),
    before="year: 2052",
    after="year: 2025",
)
def figure_of_the_future(sources: Sources) -> Iterator[Problem]:
    """Find figures about a year that has not begun, or long before there were any."""
    for owned in sources.owned:
        figure = owned.record
        if isinstance(figure, Figure) and not FIRST_YEAR <= figure.year <= sources.today.year:
            message = YEAR.format(year=figure.year)
            yield Problem(place(figure, "year"), message, YEAR_FIX, quote=str(figure.year))


@rule(
    "news-of-the-future",
    Family.DOMAIN,
    Severity.WARNING,
    summary=Message(
        fr="Une actualité n’est pas datée d’un jour à venir.",
        nl="Een nieuwsbericht draagt geen datum in de toekomst.",
    ),
    before="date: 2062-01-14",
    after="date: 2026-01-14",
)
def news_of_the_future(sources: Sources) -> Iterator[Problem]:
    """Find news with a day that has not come: it would stand first until then."""
    for owned in sources.owned:
        news = owned.record
        if isinstance(news, News) and news.date > sources.today:
            message = FUTURE.format(day=news.date)
            yield Problem(place(news, "date"), message, FUTURE_FIX, quote=str(news.date))


@rule(
    "postcode-mismatch",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="Un code postal est celui de la commune nommée à côté.",
        nl="Een postcode is die van de gemeente die ernaast staat.",
    ),
    before="postcode: 1090\ncommune: ixelles   # 1090 Ixelles",
    after="postcode: 1050\ncommune: ixelles   # 1050 Ixelles",
)
def postcode_mismatch(sources: Sources) -> Iterator[Problem]:
    """Find postcodes that are not among those of their commune."""
    communes = {commune.id: commune for commune in sources.content.region.communes}
    for owned in sources.owned:
        record = owned.record
        where = record.place if isinstance(record, Event) else record
        if not isinstance(where, Record):
            continue
        code = getattr(where, "postcode", None)
        commune = communes.get(getattr(where, "commune", None) or "")
        if code is None or commune is None:
            continue
        right = _postcodes(commune)
        if code not in right:
            fix = POSTCODE_FIX.format(codes=", ".join(right))
            message = POSTCODE.format(code=code, fr=commune.name.fr, nl=commune.name.nl)
            yield Problem(place(where, "postcode"), message, fix, quote=code)

    for passage in sources.passages:
        yield from _postcodes_in(passage, communes.values())


def _postcodes_in(passage: Passage, communes: Iterable[Commune]) -> Iterator[Problem]:
    """Find `1090 Ixelles` in sentences."""
    for found in _BEFORE_A_NAME.finditer(passage.text) if "1" in passage.text else ():
        for commune in communes:
            name, right = commune.name[passage.lang], _postcodes(commune)
            if passage.text.startswith(name, found.end()) and found[1] not in right:
                fix = POSTCODE_FIX.format(codes=", ".join(right))
                message = POSTCODE.format(code=found[1], fr=commune.name.fr, nl=commune.name.nl)
                yield Problem(passage.place(found.start()), message, fix, quote=found[1])


def _postcodes(commune: Commune) -> list[str]:
    codes = {*commune.postcodes, *(c for part in commune.sections for c in part.postcodes)}
    return sorted(codes)


@rule(
    "unknown-mail-host",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="Une adresse électronique est d’un bassin ou d’un hôte de data/region/hosts.yml.",
        nl="Een e-mailadres is van een zorgzone of van een host in data/region/hosts.yml.",
    ),
    before="info@bassin-nrod.brussels",
    after="info@bassin-nord.brussels",
)
def unknown_mail_host(sources: Sources) -> Iterator[Problem]:
    """Find addresses at hosts that neither the bassins nor the list of hosts have."""
    known = _mail_hosts(sources)
    for passage in sources.passages:
        if "@" in passage.text:
            yield from _mails_in(passage, known)
    for owned in sources.owned:
        for where, address in _mail_fields(owned.record):
            host = address.rpartition("@")[2].lower()
            if host not in known:
                yield _mail(where, address, host, known)


def _mail_hosts(sources: Sources) -> set[str]:
    hosts = set(sources.content.region.hosts)
    for bassin in sources.content.bassins:
        hosts |= {bassin.host[lang].removeprefix("www.") for lang in LANGS}
        hosts |= {bassin.contact.email[lang].rpartition("@")[2] for lang in LANGS}
    return hosts


def _mails_in(passage: Passage, known: set[str]) -> Iterator[Problem]:
    for found in MAIL.finditer(passage.text):
        host = found[1].lower()
        if host not in known:
            yield _mail(passage.place(found.start()), found[0], host, known)


def _mail_fields(record: Record) -> Iterator[tuple[Place, str]]:
    """Go through the addresses in data, those of the bassins excepted: they make the list."""
    holders = [record, getattr(record, "registration", None)]
    for holder in holders:
        if not isinstance(holder, Record) or isinstance(holder, Bassin):
            continue
        for name in ("contact", "email"):
            pair = getattr(holder, name, None)
            if isinstance(pair, Pair):
                for lang in LANGS:
                    yield place(pair, lang), pair[lang]


def _mail(where: Place, address: str, host: str, known: set[str]) -> Problem:
    near = suggestion(host, known)
    fix = near + MAIL_FIX.format(host=host)
    return Problem(where, MAIL_HOST.format(host=host), fix, quote=address)


@rule(
    "group-without-contact",
    Family.DOMAIN,
    Severity.WARNING,
    summary=Message(
        fr="On sait à qui écrire pour se joindre à un groupe qui n’est pas du bassin.",
        nl="Het is duidelijk wie u mailt om aan te sluiten bij een groep buiten de zorgzone.",
    ),
    before="kind: partner",
    after="kind: partner\ncontact: {fr: info@example.org, nl: info@example.org}",
)
def group_without_contact(sources: Sources) -> Iterator[Problem]:
    """Find groups of partners without mailbox or web page; the bassin answers for its own."""
    for owned in sources.owned:
        group = owned.record
        if not isinstance(group, Group) or group.kind != "partner" or group.contact:
            continue
        if group.source is None or not group.source.address("fr"):
            message = CONTACT.format(fr=group.title.fr, nl=group.title.nl)
            yield Problem(place(group, "kind"), message, CONTACT_FIX, quote=group.id)


SHARES = Message(
    fr="Les parts de « {name} » font ensemble {total} %.",
    nl="De delen van ‘{name}’ zijn samen {total} %.",
)
SHARES_FIX = Message(
    fr="Vérifiez-les à la source, ou retirez « set: » : sans lui, elles ne forment pas un tout.",
    nl="Controleer ze in de bron, of verwijder ‘set:’: dan vormen ze geen geheel.",
)
YEAR = Message(
    fr="Un chiffre ne peut pas dater de {year}.",
    nl="Een cijfer kan niet van {year} zijn.",
)
YEAR_FIX = Message(
    fr="Écrivez l’année des données, non celle d’un objectif.",
    nl="Schrijf het jaar van de gegevens, niet dat van een doel.",
)
FUTURE = Message(
    fr="L’actualité est datée du {day}, un jour à venir.",
    nl="Het bericht heeft {day} als datum, een dag die nog moet komen.",
)
FUTURE_FIX = Message(
    fr="Vérifiez l’année ; ce qui aura lieu va dans l’agenda (events/).",
    nl="Controleer het jaar; wat nog komt, hoort in de agenda (events/).",
)
POSTCODE = Message(
    fr="{code} n’est pas un code postal de « {fr} ».",
    nl="{code} is geen postcode van ‘{nl}’.",
)
POSTCODE_FIX = Message(
    fr="Écrivez un code de cette commune : {codes}.",
    nl="Schrijf een postcode van deze gemeente: {codes}.",
)
MAIL_HOST = Message(
    fr="L’hôte « {host} » d’une adresse électronique est inconnu.",
    nl="De host ‘{host}’ van een e-mailadres is onbekend.",
)
MAIL_FIX = Message(
    fr="Si l’adresse est juste, ajoutez « - {host} » à data/region/hosts.yml.",
    nl="Is het adres juist, voeg dan ‘- {host}’ toe aan data/region/hosts.yml.",
)
CONTACT = Message(
    fr="Rien ne dit à qui s’adresser pour « {fr} ».",
    nl="Nergens staat bij wie u terechtkunt voor ‘{nl}’.",
)
CONTACT_FIX = Message(
    fr="Ajoutez « contact: » avec une boîte partagée, ou une « source: » avec son « url: ».",
    nl="Voeg ‘contact:’ toe met een gedeelde mailbox, of een ‘source:’ met haar ‘url:’.",
)
