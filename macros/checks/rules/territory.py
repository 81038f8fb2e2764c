"""Rules about the ground of the bassins: every commune in one, and in one only."""

from collections import defaultdict
from collections.abc import Iterator

from macros.checks.registry import Family, Problem, rule
from macros.content.territory import Bassin, Coverage
from macros.finding import Severity
from macros.language import Message
from macros.texts.sources import Sources, place


@rule(
    "commune-without-bassin",
    Family.DOMAIN,
    Severity.WARNING,  # a network may leave a bassin out
    summary=Message(
        fr="Chaque commune appartient à un bassin, en entier ou par parties.",
        nl="Elke gemeente behoort tot een zorgzone, helemaal of in delen.",
    ),
    before="- {id: jette, …}   # aucun bassin / geen zorgzone",
    after="territory:\n  - commune: jette",
    excusable=False,
)
def commune_without_bassin(sources: Sources) -> Iterator[Problem]:
    """Find communes that no bassin covers."""
    covered = {
        coverage.commune for bassin in sources.content.bassins for coverage in bassin.territory
    }
    for commune in sources.content.region.communes:
        if commune.id not in covered:
            names = {"fr": commune.name.fr, "nl": commune.name.nl}
            fix = UNCOVERED_FIX.format(id=commune.id)
            yield Problem(place(commune, "id"), UNCOVERED.format(**names), fix, quote=commune.id)


@rule(
    "commune-in-two-bassins",
    Family.DOMAIN,
    Severity.ERROR,
    summary=Message(
        fr="Une commune entière, ou une même section, n’est que dans un bassin.",
        nl="Een hele gemeente, of dezelfde deelgemeente, ligt maar in één zorgzone.",
    ),
    before="territory:\n  - commune: jette   # nord\nterritory:\n  - commune: jette   # sud",
    after="territory:\n  - commune: jette",
    excusable=False,
)
def commune_in_two_bassins(sources: Sources) -> Iterator[Problem]:
    """Find ground that two bassins, or two lines of one, both have as a whole."""
    taken: dict[str, list[tuple[Bassin, Coverage]]] = defaultdict(list)
    for bassin in sources.content.bassins:
        for coverage in bassin.territory:
            for other, first in taken[coverage.commune]:
                if _overlap(first, coverage):
                    message = TWICE.format(
                        id=coverage.section or coverage.commune, fr=other.name.fr, nl=other.name.nl
                    )
                    yield Problem(place(coverage, "commune"), message, TWICE_FIX)
                    break
            taken[coverage.commune].append((bassin, coverage))


def _overlap(first: Coverage, second: Coverage) -> bool:
    """Tell whether two coverages of one commune claim the same ground."""
    if first.part or second.part:
        whole = [c for c in (first, second) if not c.part and not c.section]
        return bool(whole)
    return None in (first.section, second.section) or first.section == second.section


UNCOVERED = Message(
    fr="La commune « {fr} » n’appartient à aucun bassin.",
    nl="De gemeente ‘{nl}’ behoort tot geen enkele zorgzone.",
)
UNCOVERED_FIX = Message(
    fr="Ajoutez « - commune: {id} » sous « territory: » dans le bassin.yml de son bassin.",
    nl="Voeg ‘- commune: {id}’ toe onder ‘territory:’ in de bassin.yml van haar zorgzone.",
)
TWICE = Message(
    fr="« {id} » est déjà dans le territoire « {fr} ».",
    nl="‘{id}’ ligt al in het gebied ‘{nl}’.",
)
TWICE_FIX = Message(
    fr="Gardez-la dans un seul bassin, ou dites la partie avec « section: » ou « part: ».",
    nl="Bewaar ze in één zorgzone, of vermeld het deel met ‘section:’ of ‘part:’.",
)
