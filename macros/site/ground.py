"""Which bassin has which commune: the rows of "find my bassin"."""

from dataclasses import dataclass

from macros.content.content import Content
from macros.content.territory import Antenne, Commune, Coverage
from macros.folding import slugify
from macros.language import Lang
from macros.site.network import Network, Site


@dataclass(frozen=True, slots=True)
class Row:
    """A commune, or a part of one, in a bassin.

    Attributes:
        commune: id of the commune.
        name: its name, with that of the section.
        part: what is meant when it is not the whole, in words.
        postcodes: its postcodes.
        site: the site of the bassin in the reader's language.
        antennes: the mental-health antennes that work there.

    """

    commune: str
    name: str
    part: str | None
    postcodes: tuple[str, ...]
    site: Site
    antennes: tuple[Antenne, ...]


def ground(network: Network, lang: Lang) -> list[Row]:
    """Return the rows for all bassins in one language, by name."""
    sites = (site for site in network.sites if site.lang == lang)
    rows = (row for site in sites for row in ground_of(network.content, site))
    return sorted(rows, key=lambda row: (slugify(row.name), row.site.bassin.order))


def ground_of(content: Content, site: Site) -> list[Row]:
    """Return the rows of one bassin, in its own order."""
    communes = {commune.id: commune for commune in content.region.communes}
    return [
        _row(content, communes[covered.commune], covered, site)
        for covered in site.bassin.territory
        if covered.commune in communes
    ]


def _row(content: Content, commune: Commune, covered: Coverage, site: Site) -> Row:
    lang = site.lang
    section = next((s for s in commune.sections if s.id == covered.section), None)
    name = commune.name[lang]
    return Row(
        commune=commune.id,
        name=f"{section.name[lang]} ({name})" if section else name,
        part=covered.part[lang] if covered.part else None,
        postcodes=section.postcodes if section and section.postcodes else commune.postcodes,
        site=site,
        antennes=tuple(a for a in content.region.antennes if _works_in(a, covered)),
    )


def _works_in(antenne: Antenne, covered: Coverage) -> bool:
    """Tell whether an antenne names the ground that a bassin covers, or the whole around it.

    A part that is only described in words matches other such parts of its commune, never a
    section: the antenne of the Quartier Louise does not work in Laeken.
    """
    return any(
        own.commune == covered.commune
        and (own.section == covered.section or _is_whole(own) or _is_whole(covered))
        for own in antenne.covers
    )


def _is_whole(coverage: Coverage) -> bool:
    return coverage.section is None and coverage.part is None
