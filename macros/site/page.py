"""A page of a site: what it is called, where it stands, and what it is made of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from macros.content.items import PageItem
from macros.language import Lang

_LISTS_OF_PAGES = frozenset({"search", "a-z"})


class PageKind(StrEnum):
    """What a page is made from."""

    WRITTEN = "written"
    ACTION = "action"
    NEWS = "news"
    EVENT = "event"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language.

    Attributes:
        key: its name in both languages, such as `actions/index` or `news/2024-09-23-a`.
        kind: what it is made from.
        lang: its language.
        url: its URL from the root of the site, such as `acties/diagnoses/`; empty for home.
        title: its heading.
        menu: its title in menus.
        description: one or two sentences for search engines and sharing.
        file: the source that an editor changes, relative to the project.
        line: the line of that source on which the page, or its slug, is named.
        body: its text in Markdown, without front matter.
        template: the file of `overrides/pages/` that lays it out, without `.html`.
        parent: key of the page above it; home has none.
        item: the record it shows, for generated pages.
        year: the year it lists, for the archive of news.
        updated: day of its content where the content has one.

    """

    key: str
    kind: PageKind
    lang: Lang
    url: str
    title: str
    menu: str
    description: str
    file: str
    line: int
    body: str
    template: str | None = None
    parent: str | None = None
    item: PageItem | None = None
    year: int | None = None
    updated: date | None = None

    @property
    def path(self) -> str:
        """Path of the page below `docs/`, real or as if it stood there."""
        return f"{self.lang}/{self.key}.md"

    @property
    def is_findable(self) -> bool:
        """Tell whether search leads to the page; those that only list others are left out."""
        is_list = self.kind is PageKind.YEAR or self.key in _LISTS_OF_PAGES
        return not is_list and not self.is_for_editors

    @property
    def is_for_editors(self) -> bool:
        """Tell whether the page is part of the guide for editors, which no visitor looks for."""
        return self.key.startswith("guide/")

    @property
    def is_generated(self) -> bool:
        """Tell whether the page comes from data instead of a file in `docs/`."""
        return self.kind is not PageKind.WRITTEN
