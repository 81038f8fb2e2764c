"""Open data: agenda, actions, news and communes as JSON, the communes as CSV too.

Partners and the regional directory reuse them; `open_data_format` says what the fields mean.
"""

import csv
import io
from collections.abc import Iterable
from functools import cache
from typing import Any

from macros.content.items import Action, Event, News
from macros.dates import in_brussels
from macros.language import Lang
from macros.output import calendars
from macros.output.json_file import json_file
from macros.output.markup import absolute_html
from macros.output.open_data_format import (
    VERSION,
    ActionItem,
    Actions,
    Agenda,
    AgendaItem,
    CommuneItem,
    Communes,
    Document,
    Meeting,
    NewsItem,
    NewsList,
)
from macros.render.shown import Shown
from macros.site.ground import ground
from macros.site.network import Network, Site
from macros.site.occurrences import meetings
from macros.site.venues import address

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def write(network: Network, site: Site) -> dict[str, bytes]:
    """Return `data/<name>.json` with `data/<name>.schema.json`, and `data/communes.csv`."""
    head: dict[str, Any] = {
        "version": VERSION,
        "language": site.lang,
        "source": site.base,
        "generated": network.today.isoformat(),
    }
    communes = _communes(network, site.lang)
    documents: dict[str, Document] = {
        "agenda": Agenda(**head, items=tuple(_agenda(network, site))),
        "actions": Actions(**head, items=tuple(_actions(network, site))),
        "news": NewsList(**head, items=tuple(_news(network, site))),
        "communes": Communes(**head, items=communes),
    }
    files = {"data/communes.csv": _csv(communes)}
    for name, document in documents.items():
        place = f"{site.base}data/{name}.schema.json"
        content = {"$schema": place, **document.model_dump(mode="json")}
        schema = {"$schema": DRAFT, "$id": place, **_schema(type(document), site.lang)}
        files[f"data/{name}.json"] = json_file(content)
        files[f"data/{name}.schema.json"] = json_file(schema)
    return files


def _agenda(network: Network, site: Site) -> Iterable[AgendaItem]:
    lang = site.lang
    for event in sorted(site.items.events, key=lambda event: (str(event.start), event.id)):
        yield AgendaItem(
            id=calendars.uid(event),
            **_page(network, site, event, "agenda"),
            status=event.status,
            meetings=tuple(
                Meeting(
                    start=in_brussels(m.start).isoformat(),
                    end=in_brussels(m.end).isoformat() if m.end else None,
                )
                for m in meetings(event)
            ),
            place=address(network.content, event.place, lang) if event.place else None,
            price=event.price[lang] if event.price else None,
            audience=event.audience[lang] if event.audience else None,
            organiser=event.organiser[lang] if event.organiser else None,
            registration=event.registration.text[lang] if event.registration else None,
            group=event.group,
            actions=event.actions,
        )


def _actions(network: Network, site: Site) -> Iterable[ActionItem]:
    shown = Shown(network, site)
    for action in sorted(site.items.actions, key=lambda action: action.id):
        yield ActionItem(
            id=action.id,
            **_page(network, site, action, "actions"),
            mission=action.mission,
            state=shown.state_of(action),
            since=shown.since_of(action),
            partners=tuple(partner[site.lang] for partner in action.partners),
        )


def _news(network: Network, site: Site) -> Iterable[NewsItem]:
    for item in sorted(site.items.news, key=lambda item: (item.date, item.id), reverse=True):
        yield NewsItem(
            id=item.id,
            **_page(network, site, item, "news"),
            date=item.date.isoformat(),
            year_deduced=item.year_deduced,
            html=absolute_html(item.body[site.lang], site, f"news/{item.id}"),
        )


def _page(network: Network, site: Site, item: Action | Event | News, folder: str) -> dict[str, str]:
    page = site.pages[f"{folder}/{item.id}"]
    return {
        "url": site.base + page.url,
        "counterpart": network.counterpart(site, page),
        "title": item.title[site.lang],
        "summary": item.summary[site.lang],
    }


def _communes(network: Network, lang: Lang) -> tuple[CommuneItem, ...]:
    return tuple(
        CommuneItem(
            commune=row.commune,
            name=row.name,
            part=row.part,
            postcodes=row.postcodes,
            bassin=row.site.bassin.id,
            bassin_name=row.site.name,
            url=row.site.base,
            antennes=tuple(antenne.name[lang] for antenne in row.antennes),
        )
        for row in ground(network, lang)
    )


def _csv(rows: Iterable[CommuneItem]) -> bytes:
    """Write the table for spreadsheets (RFC 4180); lists are joined by spaces or semicolons."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(CommuneItem.model_fields)
    for row in rows:
        values = row.model_dump()
        values["postcodes"] = " ".join(row.postcodes)
        values["antennes"] = "; ".join(row.antennes)
        table.writerow(values.values())
    return text.getvalue().encode()


@cache
def _schema(model: type[Document], lang: Lang) -> dict[str, Any]:
    """Return the JSON Schema of a document, described in one language."""
    schema = model.model_json_schema()
    schema["properties"]["$schema"] = {"type": "string", "format": "uri"}
    schema["properties"]["version"]["const"] = VERSION
    described: dict[str, Any] = _described(schema, lang)
    return described


def _described(part: Any, lang: Lang) -> Any:
    if isinstance(part, list):
        return [_described(one, lang) for one in part]
    if not isinstance(part, dict):
        return part
    result = {
        key: _described(value, lang)
        for key, value in part.items()
        if key not in ("fr", "nl", "title", "description") or isinstance(value, dict)
    }
    if isinstance(part.get(lang), str):
        result["description"] = part[lang]
    return result
