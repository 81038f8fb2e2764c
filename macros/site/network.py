"""The ten sites: one for each bassin and language, and the ways between them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from macros.content.content import Content, Items
from macros.content.items import News
from macros.content.territory import Bassin
from macros.language import LANGS, Lang, other
from macros.site.occurrences import Occurrence, occurrences
from macros.site.page import Page


@dataclass(frozen=True)
class Site:
    """The site of one bassin in one language.

    Attributes:
        bassin: whose site it is.
        lang: its language.
        base: absolute URL of its root, with a final slash.
        pages: its pages by key, in a fixed order.
        items: what its bassin shows.
        assets: way from its root to the folder of stylesheets, scripts and pictures.

    """

    bassin: Bassin
    lang: Lang
    base: str
    pages: Mapping[str, Page]
    items: Items
    assets: str = "assets/"

    @property
    def host(self) -> str:
        """Host name of the site in production."""
        return self.bassin.host[self.lang]

    @property
    def name(self) -> str:
        """Name of the bassin in the language of the site."""
        return self.bassin.name[self.lang]

    def url(self, key: str) -> str:
        """Return the absolute URL of a page.

        Raises:
            KeyError: the site has no such page.

        """
        return self.base + self.pages[key].url

    def ancestors(self, page: Page) -> tuple[Page, ...]:
        """Return the pages above a page, home first."""
        above: list[Page] = []
        key = page.parent
        while key is not None:
            above.insert(0, self.pages[key])
            key = self.pages[key].parent
        return tuple(above)

    @cached_property
    def news(self) -> tuple[News, ...]:
        """Return the news, newest first."""
        return tuple(sorted(self.items.news, key=lambda item: (item.date, item.id), reverse=True))

    @cached_property
    def agenda(self) -> tuple[Occurrence, ...]:
        """Return all meetings, earliest first; a recurring event gives many."""
        return tuple(occurrences(self.items.events))

    @cached_property
    def by_path(self) -> Mapping[str, Page]:
        """Return the pages by their path below `docs/`."""
        return MappingProxyType({page.path: page for page in self.pages.values()})


@dataclass(frozen=True)
class Network:
    """All sites, with the day they are built for.

    Attributes:
        content: the sources.
        sites: the sites, by bassin and then language.
        today: the day that divides the agenda into past and to come.
        preview: base URL when the sites are built for a preview; nothing in production.

    """

    content: Content
    sites: tuple[Site, ...]
    today: date
    preview: str | None = None

    def site(self, bassin_id: str, lang: Lang) -> Site:
        """Return one site.

        Raises:
            KeyError: no bassin has this id.

        """
        for site in self.sites:
            if site.bassin.id == bassin_id and site.lang == lang:
                return site
        raise KeyError(bassin_id)

    def twin(self, site: Site) -> Site:
        """Return the site of the same bassin in the other language."""
        return self.site(site.bassin.id, other(site.lang))

    def sisters(self, site: Site) -> tuple[Site, ...]:
        """Return the sites of the other bassins in the same language."""
        return tuple(
            sister
            for sister in self.sites
            if sister.lang == site.lang and sister.bassin.id != site.bassin.id
        )

    @cached_property
    def owners(self) -> Mapping[tuple[Lang, str, str | None], Site]:
        """Return the site that has a whole commune, or a section of one, in a language."""
        return MappingProxyType(
            {
                (site.lang, covered.commune, covered.section): site
                for site in sorted(self.sites, key=lambda site: -site.bassin.order)
                for covered in site.bassin.territory
            }
        )

    def counterpart(self, site: Site, page: Page) -> str:
        """Return the absolute URL of the same page in the other language.

        Raises:
            KeyError: the page has no counterpart; `plan` reports that before.

        """
        return self.twin(site).url(page.key)


def relative_url(target: str, start: str) -> str:
    """Return the way from one page URL to another inside a site.

    Both are URLs from the root of the site, such as `acties/` or the empty home.
    """
    if target == start:
        return "./"
    *here, _ = start.split("/")
    *there, file = target.split("/")
    shared = 0
    for one, two in zip(here, there, strict=False):
        if one != two:
            break
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:] + [file])


def base_url(bassin: Bassin, lang: Lang, preview: str | None) -> str:
    """Return the absolute URL of a site's root, in production or below a preview URL."""
    if preview is None:
        return f"https://{bassin.host[lang]}/"
    return f"{preview.rstrip('/')}/{bassin.id}/{lang}/"


def selected(
    sites: Iterable[Site], bassins: Iterable[str] = (), langs: Iterable[str] = LANGS
) -> list[Site]:
    """Return the sites of the named bassins (all when none is named) and languages."""
    wanted, spoken = set(bassins), set(langs)
    return [
        site for site in sites if (not wanted or site.bassin.id in wanted) and site.lang in spoken
    ]
