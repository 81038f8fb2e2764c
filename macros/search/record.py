"""What can be found on a site: its pages, and the things that stand on one page together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import chain

from macros.content.items import Action, Event, Group, News, PageItem, Place, Resource
from macros.content.territory import Antenne, Term
from macros.content.types import Text
from macros.dates import day_of, long_date
from macros.language import Lang
from macros.render.calls import Call, calls
from macros.render.macros import call
from macros.render.shown import Shown
from macros.render.view import View
from macros.search.synonyms import term_words
from macros.search.text import plain
from macros.site.network import Network, Site
from macros.site.occurrences import next_occurrence
from macros.site.page import Page
from macros.site.venues import town


class Kind(StrEnum):
    """What a result is; results are shown by kind, in this order where they match alike."""

    PAGE = "page"
    ACTION = "action"
    NEWS = "news"
    EVENT = "event"
    GROUP = "group"
    RESOURCE = "resource"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that a search can find.

    Attributes:
        key: key of its page, with `#` and its anchor when it is a part of a page.
        kind: what it is.
        url: where it stands, from the root of the site.
        title: its name.
        date: its day in words, for news and events.
        summary: one or two sentences.
        body: the rest of its text.
        words: other words by which it is looked for.

    """

    key: str
    kind: Kind
    url: str
    title: str
    date: str = ""
    summary: str = ""
    body: str = ""
    words: tuple[str, ...] = ()


_LISTS = frozenset(
    {
        "a_to_z",
        "actions",
        "agenda",
        "antennes",
        "example_form",
        "find_my_bassin",
        "glossary",
        "groups",
        "map",
        "news",
        "register",
        "search_form",
        "subscribe",
    }
)
"""Macros that show what has records of its own, those without words to find, and the table of
communes: its names and postcodes are words to search by, and read as a text they say nothing.
"""
_CALL = re.compile(r"\{\{\s*(\w+)[^{}]*\}\}")


def records(network: Network, site: Site) -> Iterator[Record]:
    """Go through everything that can be found on a site, in a fixed order."""
    for page in site.pages.values():
        if page.item is not None:
            yield _of_item(network, site, page, page.item)
        elif page.is_findable:
            yield _of_written(network, site, page)
    yield from _parts(network, site)


def _of_written(network: Network, site: Site, page: Page) -> Record:
    view = View(network, site, page)
    home = page.parent is None
    return Record(
        key=page.key,
        kind=Kind.PAGE,
        url=page.url,
        title=site.name if home else page.title,
        summary=page.description,
        body=plain(_CALL.sub(partial(_shown, view), page.body)),
        words=tuple(_words_for(view, page)),
    )


def _words_for(view: View, page: Page) -> Iterator[str]:
    """Go through the words by which people look for a written page and that it may not use.

    Labels named `search_words_<key>` hold them; the finder's are names and postcodes of places.
    """
    label = view.network.content.region.labels.get(f"search_words_{page.key}")
    if label is not None:
        yield label[view.lang]
    if page.key == "find":
        yield from dict.fromkeys(name for row in view.ground for name in (row.name, *row.postcodes))


def _shown(view: View, written: re.Match[str]) -> str:
    """Return what a macro call puts on a page, as far as the page is to be found by it."""
    if written[1] in _LISTS:
        return ""
    shown = (
        call(found.macro, view, *found.args, **dict(found.kwargs))
        for found in calls(written[0])
        if isinstance(found, Call)
    )
    return "".join(shown)


def _of_item(network: Network, site: Site, page: Page, item: PageItem) -> Record:
    lang = site.lang
    return Record(
        key=page.key,
        kind=Kind(str(page.kind)),
        url=page.url,
        title=page.title,
        date=_date(item, network.today, lang),
        summary=plain(item.summary[lang]),
        body=_joined(_said_of(network, site, item)),
    )


def _date(item: PageItem, today: date, lang: Lang) -> str:
    if isinstance(item, News):
        return long_date(item.date, lang)
    if isinstance(item, Event):
        return long_date(day_of(next_occurrence(item, today).start), lang)
    return ""


def _said_of(network: Network, site: Site, item: PageItem) -> Iterator[str]:
    """Go through the texts of an item besides title and summary."""
    lang = site.lang
    if isinstance(item, Action):
        shown = Shown(network, site)
        progress = shown.progress_of(item.id)
        yield from _texts(lang, item.need, *item.steps, item.body, *item.examples)
        if progress:
            yield from _texts(lang, progress.note, *progress.examples)
        yield from _texts(lang, *item.partners)
        yield shown.mission(item.mission).name[lang]
    elif isinstance(item, News):
        yield item.body[lang]
    elif isinstance(item, Event):
        yield from _texts(lang, item.body, item.audience, item.organiser, item.price)
        if item.place:
            yield from _texts(lang, item.place.name, item.place.street)
            yield town(network.content, item.place, lang)
        if item.registration:
            yield item.registration.text[lang]


def _texts(lang: Lang, *texts: Text | None) -> Iterator[str]:
    yield from (text[lang] for text in texts if text is not None)


def _joined(texts: Iterable[str]) -> str:
    return " ".join(words for text in texts if (words := plain(text)))


def _parts(network: Network, site: Site) -> Iterator[Record]:
    """Go through what stands with others on a page, where the site has that page."""
    region, items = network.content.region, site.items
    if "participate" in site.pages:
        yield from (_of_group(site, group) for group in items.groups)
    if "resources" in site.pages:
        yield from (_of_resource(site, resource) for resource in items.resources)
        yield from (_of_place(network, site, place) for place in items.places)
    if "find" in site.pages:
        yield from (_of_antenne(site, antenne) for antenne in region.antennes)
    if "glossary" in site.pages:
        yield from (_of_term(site, term) for term in region.glossary if term.definition)


def _of_group(site: Site, group: Group) -> Record:
    lang = site.lang
    minutes = (text for m in group.minutes for text in (m.title, *m.points))
    return _part(
        site,
        ("participate", group.id),
        kind=Kind.GROUP,
        title=group.title[lang],
        summary=group.purpose[lang],
        body=_texts(lang, group.who, group.join, group.rhythm, *minutes),
    )


def _of_resource(site: Site, resource: Resource) -> Record:
    lang = site.lang
    year = str(resource.year) if resource.year else ""
    return _part(
        site,
        ("resources", resource.id),
        kind=Kind.RESOURCE,
        title=resource.title[lang],
        summary=resource.summary[lang],
        body=chain(_texts(lang, resource.publisher), [year]),
    )


def _of_place(network: Network, site: Site, place: Place) -> Record:
    lang = site.lang
    return _part(
        site,
        ("resources", place.id),
        kind=Kind.RESOURCE,
        title=place.title[lang],
        summary=place.summary[lang],
        body=chain(_texts(lang, place.street), [town(network.content, place, lang)]),
    )


def _of_antenne(site: Site, antenne: Antenne) -> Record:
    lang = site.lang
    return _part(
        site,
        ("find", antenne.id),
        kind=Kind.RESOURCE,
        title=antenne.name[lang],
        summary=antenne.territory[lang],
        body=_texts(lang, antenne.note),
    )


def _of_term(site: Site, term: Term) -> Record:
    lang = site.lang
    return _part(
        site,
        ("glossary", term.id),
        kind=Kind.TERM,
        title=term.term[lang] + (f" ({term.abbreviation[lang]})" if term.abbreviation else ""),
        summary=term.definition[lang] if term.definition else "",
        words=term_words(term, lang),
    )


def _part(
    site: Site,
    where: tuple[str, str],
    *,
    kind: Kind,
    title: str,
    summary: str,
    body: Iterable[str] = (),
    words: tuple[str, ...] = (),
) -> Record:
    """Return the record of a part of a page: `where` is the key of the page and the anchor."""
    key, anchor = where
    return Record(
        key=f"{key}#{anchor}",
        kind=kind,
        url=f"{site.pages[key].url}#{anchor}",
        title=title,
        summary=plain(summary),
        body=_joined(body),
        words=words,
    )
