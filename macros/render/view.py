"""What a template sees: one page of one site, and words, links and dates in its language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from urllib.parse import urlsplit

from markupsafe import Markup

from macros import dates
from macros.content.items import Event, Place, Venue
from macros.language import COLON, Lang, other
from macros.render import structured
from macros.render.assets import Assets, assets_for
from macros.render.errors import missing_label, unknown_page
from macros.render.markup import to_html
from macros.render.numbers import number, width
from macros.render.page_tools import PageTools, form_address, page_tools
from macros.render.shown import Shown
from macros.site.network import Site, relative_url
from macros.site.occurrences import Occurrence
from macros.site.page import Page
from macros.site.rhythm import rhythm, rhythm_in_full
from macros.site.venues import town

_WITHIN_A_DAY = re.compile(r"(?:(?<=\d)|(?<=1er)) | (?=\d{4}\b)")


@dataclass(frozen=True)
class View(Shown):
    """One page as templates see it.

    Attributes:
        network: all sites.
        site: the site of the page.
        page: the page; none for templates such as the 404 page, which stands in for any address
            and whose links therefore begin at the root.

    """

    page: Page | None

    # Words, links and dates

    def t(self, name: str, **values: object) -> str:
        """Return a word of the interface by its name in `data/region/labels.yml`.

        Raises:
            RenderError: no label has this name.

        """
        label = self.network.content.region.labels.get(name)
        if label is None:
            raise missing_label(name, self.network.content.region.labels)
        return label[self.lang].format(**values) if values else label[self.lang]

    def href(self, key: str, anchor: str = "") -> str:
        """Return the link to a page of the same site.

        Raises:
            RenderError: the site has no such page.

        """
        target = self.site.pages.get(key)
        if target is None:
            raise unknown_page(key, self.site.pages)
        fragment = f"#{anchor}" if anchor else ""
        if self.page is None:
            return self._root + target.url + fragment
        if fragment and target.url == self.page.url:
            return fragment
        return relative_url(target.url, self.page.url) + fragment

    @property
    def assets(self) -> Assets:
        """Return the stylesheet, script and fonts of the site."""
        return assets_for(self.bassin, self.network.content.bassins)

    def asset(self, name: str) -> str:
        """Return the link to a file of `overrides/assets/`, such as `stylesheets/bassin.css`."""
        return self.file(self.site.assets + self.assets.path(name))

    def file(self, path: str) -> str:
        """Return the link to a file at the root of the site, such as `agenda.ics`."""
        if self.page is None:
            return self._root + path
        return path if not self.page.url else relative_url("", self.page.url) + path

    @property
    def _root(self) -> str:
        """The root of the site without its host, as in `/` or, in a preview, `/nord/fr/`."""
        return urlsplit(self.site.base).path

    def webcal(self, path: str) -> str:
        """Return the link that lets a calendar subscribe to a file of the site."""
        return "webcal://" + (self.site.base + path).split("://", 1)[1]

    def markdown(self, text: str) -> Markup:
        """Turn Markdown of the data into HTML; links to pages are resolved."""
        return Markup(to_html(text, self._resolve))  # noqa: S704 - sources are checked and reviewed

    def _resolve(self, path: str) -> str | None:
        key = path.strip("/").removesuffix(".md")
        return self.href(key) if key in self.site.pages else None

    def full_date(self, day: date | datetime) -> str:
        """Write a day with its weekday and year."""
        return _whole(dates.full_date(day, self.lang))

    def long_date(self, day: date | datetime) -> str:
        """Write a day with its year."""
        return _whole(dates.long_date(day, self.lang))

    def month(self, day: date | datetime) -> str:
        """Write a month with its year."""
        return dates.month(day, self.lang)

    def short_month(self, day: date | datetime) -> str:
        """Write a short month for a date badge."""
        return dates.short_month(day, self.lang)

    def partial_span(self, first: str, last: str | None) -> str:
        """Write two partial dates, what both have once; one where there is no last."""
        return dates.partial_span(first, last, self.lang)

    def partial_date(self, value: str) -> str:
        """Write a year, a month or a day in words."""
        return dates.partial_date(value, self.lang)

    def when(self, occurrence: Occurrence) -> str:
        """Write when a meeting takes place; its days and its hours each stay on one line."""
        return _whole(dates.span(occurrence.start, occurrence.end, self.lang))

    def rhythm(self, event: Event) -> str:
        """Write the rule of a recurring event; nothing for others."""
        return rhythm(event, self.lang)

    def rhythm_in_full(self, event: Event) -> str:
        """Write the rule of a recurring event with its end and what differs."""
        words = rhythm_in_full(event, self.lang)
        return words[:1].upper() + words[1:]

    def phone(self, digits: str) -> str:
        """Write a Belgian number as people do, `02 318 60 57`; it never breaks over lines."""
        return ("0" + digits.removeprefix("+32 ")).replace(" ", "\u00a0")

    def tel(self, digits: str) -> str:
        """Return the `tel:` link of a number (RFC 3966)."""
        return "tel:" + digits.replace(" ", "")

    def town(self, place: Venue | Place) -> str:
        """Write postcode and locality of a place, as far as they are known."""
        return town(self.network.content, place, self.lang)

    def number(self, value: Decimal | int) -> str:
        """Write a number with the marks of the language."""
        return number(value, self.lang)

    def bar(self, value: Decimal, whole: Decimal) -> str:
        """Return the length of a bar of a chart, 0 to 100."""
        return width(value, whole)

    # Ways out of the site

    @property
    def counterpart(self) -> str:
        """Return the absolute URL of this page in the other language; home for the 404 page."""
        twin = self.network.twin(self.site)
        return twin.base if self.page is None else self.network.counterpart(self.site, self.page)

    # For machines

    @property
    def structured_data(self) -> Markup:
        """Return what the page is about, as JSON-LD; nothing for the 404 page."""
        text = structured.script(self.network, self.site, self.page) if self.page else ""
        return Markup(text)  # noqa: S704 - `script` escapes what would end the element

    @cached_property
    def page_tools(self) -> PageTools | None:
        """Return the links for those who want to change the page; none for the 404 page."""
        return page_tools(self.network, self.site, self.page) if self.page else None

    @property
    def example_on_forge(self) -> str | None:
        """Return the form of the forge that shares an example; none without a forge."""
        return form_address(self.network, self.site, "example", bassin=self.site.name)

    @property
    def other_lang(self) -> Lang:
        """Return the language of the counterpart."""
        return other(self.lang)

    @property
    def other_language_name(self) -> str:
        """Return the name of the other language in that language."""
        return {"fr": "Français", "nl": "Nederlands"}[self.other_lang]

    @property
    def colon(self) -> str:
        """Return a colon, with the space that French puts before it."""
        return COLON[self.lang]

    def is_current(self, page: Page) -> bool:
        """Tell whether the page is the one shown or stands above it."""
        return self.page is not None and (page == self.page or page in self.ancestors)

    @property
    def sisters(self) -> tuple[Site, ...]:
        """Return the sites of the other bassins in this language."""
        return self.network.sisters(self.site)

    @property
    def ancestors(self) -> tuple[Page, ...]:
        """Return the pages above this one, home first."""
        return self.site.ancestors(self.page) if self.page else ()

    def pages(self, keys: Iterable[str]) -> list[Page]:
        """Return those of the named pages that the site has."""
        return [self.site.pages[key] for key in keys if key in self.site.pages]

    @property
    def header(self) -> list[Page]:
        """Return the pages of the header, in order."""
        return self.pages(self.network.content.region.navigation.header)

    @property
    def footer(self) -> list[Page]:
        """Return the pages of the footer, in order."""
        return self.pages(self.network.content.region.navigation.footer)


def _whole(when: str) -> str:
    """Let no line end within `3 juin 2025`, nor within the hours after a comma."""
    day, comma, hours = when.partition(", ")
    return _WITHIN_A_DAY.sub("\u00a0", day) + comma + hours.replace(" ", "\u00a0")
