"""Rules about ids: what one record says of another must exist."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from macros.checks.registry import Family, Problem, rule
from macros.content.base import Record
from macros.content.content import Content
from macros.content.messages import DID_YOU_MEAN
from macros.content.territory import Bassin, Commune, Coverage, Section
from macros.content.validate import nearest, suggestion
from macros.finding import Severity
from macros.folding import slugify
from macros.language import LANGS, Message
from macros.texts.sources import Owned, Place, Sources, place

Target: TypeAlias = tuple[tuple[str | int, ...], str, str]
"""Path of keys to an id inside a record, the id, and the list that must hold it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One id that a record gives, and where it stands."""

    place: Place
    value: str
    target: str


def _one(name: str, target: str) -> Callable[[Any], Iterator[Target]]:
    def read(record: Any) -> Iterator[Target]:
        value = getattr(record, name)
        if value is not None:
            yield (name,), value, target

    return read


def _many(name: str) -> Callable[[Any], Iterator[Target]]:
    def read(record: Any) -> Iterator[Target]:
        for index, value in enumerate(getattr(record, name)):
            yield (name, index), value, name

    return read


def _minutes(record: Any) -> Iterator[Target]:
    for index, minutes in enumerate(record.minutes):
        if minutes.event is not None:
            yield ("minutes", index, "event"), minutes.event, "events"


REFERENCES: Mapping[str, tuple[Callable[[Any], Iterator[Target]], ...]] = {
    "news": (_many("actions"), _many("groups"), _many("events")),
    "events": (_one("group", "groups"), _many("actions")),
    "groups": (_many("actions"), _minutes),
    "resources": (_many("actions"),),
    "places": (_many("actions"),),
    "roadmap": (_one("event", "events"), _one("action", "actions")),
}
"""Which lists of ids the items of each kind hold."""


@rule(
    "dead-reference",
    Family.REFERENCES,
    Severity.ERROR,
    summary=Message(
        fr="Une action, un groupe ou un rendez-vous nommé par un autre texte existe.",
        nl="Een actie, groep of activiteit waarnaar een andere tekst verwijst, bestaat.",
    ),
    before="actions: [helpdeks]",
    after="actions: [helpdesk]",
    excusable=False,
)
def dead_reference(sources: Sources) -> Iterator[Problem]:
    """Find ids that lead nowhere on a site that shows the item."""
    known = _ids_by_bassin(sources.content)
    for owned in sources.owned:
        for reference in _references(owned):
            shown_on = _bassins_of(owned, sources.content)
            lacking = [b for b in shown_on if reference.value not in known[b.id, reference.target]]
            if lacking:
                candidates = {i for b in shown_on for i in known[b.id, reference.target]}
                yield _dead(reference, lacking, len(shown_on), candidates)


def _references(owned: Owned) -> Iterator[Reference]:
    for read in REFERENCES.get(owned.kind, ()):
        for path, value, target in read(owned.record):
            yield Reference(place(owned.record, *path), value, target)


def _ids_by_bassin(content: Content) -> Mapping[tuple[str, str], frozenset[str]]:
    known = {}
    for bassin in content.bassins:
        items = content.items(bassin.id)
        for target in ("actions", "groups", "events"):
            known[bassin.id, target] = frozenset(item.id for item in getattr(items, target))
    return known


def _bassins_of(owned: Owned, content: Content) -> list[Bassin]:
    """Return the bassins on whose sites a record appears."""
    if owned.scope != "region":
        return [bassin for bassin in content.bassins if bassin.id == owned.scope]
    wanted = getattr(owned.record, "bassins", ())
    return [bassin for bassin in content.bassins if not wanted or bassin.id in wanted]


def _dead(
    reference: Reference, lacking: list[Bassin], shown: int, candidates: Iterable[str]
) -> Problem:
    noun = NOUNS[reference.target]
    near = suggestion(reference.value, candidates)
    if len(lacking) < shown:
        message = DEAD_SOMEWHERE.format(
            value=reference.value, bassin_fr=lacking[0].name.fr, bassin_nl=lacking[0].name.nl
        )
    else:
        message = DEAD.format(value=reference.value)
    message = Message(f"{noun.fr} {message.fr}", f"{noun.nl} {message.nl}")
    fix = near + DEAD_FIX
    return Problem(reference.place, message, fix, quote=reference.value)


@rule(
    "progress-without-action",
    Family.REFERENCES,
    Severity.ERROR,
    summary=Message(
        fr="Un fichier de « progress » porte le nom d’une action régionale du bassin.",
        nl="Een bestand in ‘progress’ draagt de naam van een gewestelijke actie van de zorgzone.",
    ),
    before="data/nord/progress/helpdeks.yml",
    after="data/nord/progress/helpdesk.yml",
    excusable=False,
)
def progress_without_action(sources: Sources) -> Iterator[Problem]:
    """Find progress on actions that the Region does not have, or not in this bassin."""
    for owned in sources.owned:
        if owned.kind != "progress":
            continue
        actions = [
            action.id
            for action in sources.content.region.items.actions
            if not action.bassins or owned.scope in action.bassins
        ]
        name = getattr(owned.record, "id", "")
        if name not in actions:
            near = suggestion(name, actions)
            fix = near + PROGRESS_FIX
            where = Place(owned.record.origin.file, 1)
            yield Problem(where, PROGRESS.format(name=name), fix, quote=name)


@rule(
    "unknown-mission",
    Family.REFERENCES,
    Severity.ERROR,
    summary=Message(
        fr="Chaque action sert une des quatre missions.",
        nl="Elke actie dient een van de vier opdrachten.",
    ),
    before="mission: reseaux",
    after="mission: reseau",
    excusable=False,
)
def unknown_mission(sources: Sources) -> Iterator[Problem]:
    """Find actions whose mission does not exist."""
    known = [mission.id for mission in sources.content.region.missions]
    for owned in sources.owned:
        name = getattr(owned.record, "mission", None)
        if owned.kind == "actions" and name not in known:
            yield unknown(place(owned.record, "mission"), str(name), known, MISSION)


@rule(
    "unknown-bassin",
    Family.REFERENCES,
    Severity.ERROR,
    summary=Message(
        fr="Un bassin nommé dans « bassins » existe.",
        nl="Een zorgzone die in ‘bassins’ staat, bestaat.",
    ),
    before="bassins: [noord]",
    after="bassins: [nord]",
    excusable=False,
)
def unknown_bassin(sources: Sources) -> Iterator[Problem]:
    """Find bassins that do not exist in the lists that limit an item or a page to some."""
    known = [bassin.id for bassin in sources.content.bassins]
    holders: list[Record] = [owned.record for owned in sources.owned]
    holders += [page.meta for page in sources.pages]
    for record in holders:
        for index, name in enumerate(getattr(record, "bassins", ())):
            if name not in known:
                yield unknown(place(record, "bassins", index), name, known, BASSIN)


@rule(
    "unknown-commune",
    Family.REFERENCES,
    Severity.ERROR,
    summary=Message(
        fr="Une commune ou une section nommée dans les données existe.",
        nl="Een gemeente of deelgemeente die in de gegevens staat, bestaat.",
    ),
    before="commune: elsene",
    after="commune: ixelles",
    excusable=False,
)
def unknown_commune(sources: Sources) -> Iterator[Problem]:
    """Find communes and sections that do not exist."""
    communes = {commune.id: commune for commune in sources.content.region.communes}
    for owned in sources.owned:
        for where, name, section in _communes(owned.record):
            if name not in communes:
                said = _said_as(name, communes.values())
                yield unknown(place(where, "commune"), name, communes, COMMUNE, said)
                continue
            sections = {known.id: known for known in communes[name].sections}
            if section is not None and section not in sections:
                said = _said_as(section, sections.values())
                yield unknown(place(where, "section"), section, sections, SECTION, said)


def _said_as(name: str, known: Iterable[Commune | Section]) -> str | None:
    """Return the id of what bears this name in French or in Dutch."""
    names = {slugify(one.name[lang]): one.id for one in known for lang in LANGS}
    near = nearest(slugify(name), names)
    return names[near] if near else None


def _communes(record: Any) -> Iterator[tuple[Record, str, str | None]]:
    """Go through the communes that a record names."""
    covered: tuple[Coverage, ...] = (
        *getattr(record, "covers", ()),
        *(record.territory if isinstance(record, Bassin) else ()),
    )
    for coverage in covered:
        yield coverage, coverage.commune, coverage.section
    venue = getattr(record, "place", None)
    for holder in (record, venue):
        if holder is not None and getattr(holder, "commune", None) is not None:
            yield holder, holder.commune, None


@rule(
    "duplicate-id",
    Family.REFERENCES,
    Severity.ERROR,
    summary=Message(
        fr="Deux éléments d’une même liste n’ont pas le même « id ».",
        nl="Twee elementen van dezelfde lijst hebben niet dezelfde ‘id’.",
    ),
    before="- id: norwest\n- id: norwest",
    after="- id: norwest\n- id: norwest-club",
    excusable=False,
)
def duplicate_id(sources: Sources) -> Iterator[Problem]:
    """Find ids given twice, in a list or in a bassin and the Region."""
    seen: dict[tuple[str, str], list[tuple[str, Record]]] = defaultdict(list)
    # The Region comes after the bassins in `owned`, or before: only clashes count.
    for owned in sources.owned:
        name = getattr(owned.record, "id", None)
        if name is None or owned.kind in ("bassin", "progress"):
            continue
        for scope, first in seen[owned.kind, name]:
            if owned.scope == scope or "region" in (owned.scope, scope):
                at = f"{first.origin.file}:{first.origin.line()}"
                yield Problem(
                    place(owned.record, "id"),
                    DUPLICATE.format(name=name, place=at),
                    DUPLICATE_FIX,
                    quote=name,
                )
                break
        seen[owned.kind, name].append((owned.scope, owned.record))


def unknown(
    where: Place, name: str, known: Iterable[str], noun: Message, said: str | None = None
) -> Problem:
    """Tell of a name that is not known; `said` is the one meant, where more than letters tell."""
    choices = sorted(known)
    near = DID_YOU_MEAN.format(near=said) if said else suggestion(name, choices)
    listed = ", ".join(choices[:MANY]) + (", …" if len(choices) > MANY else "")
    fix = near + KNOWN.format(known=listed)
    message = Message(f"{noun.fr} {DEAD.fr}", f"{noun.nl} {DEAD.nl}").format(value=name)
    return Problem(where, message, fix, quote=name)


MANY = 12
NOUNS = {
    "actions": Message(fr="L’action", nl="De actie"),
    "groups": Message(fr="Le groupe", nl="De groep"),
    "events": Message(fr="Le rendez-vous", nl="De activiteit"),
}
MISSION = Message(fr="La mission", nl="De opdracht")
BASSIN = Message(fr="Le bassin", nl="De zorgzone")
COMMUNE = Message(fr="La commune", nl="De gemeente")
SECTION = Message(fr="La section", nl="De deelgemeente")
DEAD = Message(fr="« {value} » n’existe pas.", nl="‘{value}’ bestaat niet.")
DEAD_SOMEWHERE = Message(
    fr="« {value} » n’existe pas pour le site « {bassin_fr} », où ce texte paraît aussi.",
    nl="‘{value}’ bestaat niet voor de site ‘{bassin_nl}’, waar deze tekst ook verschijnt.",
)
DEAD_FIX = Message(
    fr="Le nom est celui du fichier, ou la clé « id: » dans la liste du bassin ou de la Région ; "
    "s’il n’existe plus, retirez-le d’ici.",
    nl="De naam is die van het bestand, of de sleutel ‘id:’ in de lijst van zorgzone of Gewest; "
    "bestaat hij niet meer, schrap hem dan hier.",
)
KNOWN = Message(fr="Noms possibles : {known}.", nl="Mogelijke namen: {known}.")
PROGRESS = Message(
    fr="Aucune action régionale de ce bassin ne s’appelle « {name} ».",
    nl="Geen enkele gewestelijke actie van deze zorgzone heet ‘{name}’.",
)
PROGRESS_FIX = Message(
    fr="Renommez le fichier comme l’action dans data/region/actions/, ou supprimez-le si elle "
    "n’existe plus.",
    nl="Geef het bestand de naam van de actie in data/region/actions/, of verwijder het als ze "
    "niet meer bestaat.",
)
DUPLICATE = Message(
    fr="Le nom « {name} » est déjà donné à {place}.",
    nl="De naam ‘{name}’ is al gegeven in {place}.",
)
DUPLICATE_FIX = Message(
    fr="Donnez un autre « id: », ou supprimez l’un des deux éléments.",
    nl="Geef een andere ‘id:’, of verwijder een van de twee elementen.",
)
