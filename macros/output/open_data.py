"""Open data: agenda, actions, news and communes as JSON, the communes as CSV too.

The models below are the format: the files are written from them, and so is the JSON Schema
that stands beside each file. `VERSION` rises when a field changes its meaning or goes away.
"""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from macros.content.items import Action, Event, News
from macros.dates import BRUSSELS
from macros.language import Lang
from macros.output import calendars
from macros.output.markup import absolute_html
from macros.site.ground import ground
from macros.site.network import Network, Site
from macros.site.occurrences import meetings

VERSION = 1
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def _said(fr: str, nl: str) -> Any:
    """Describe a field in both languages; each site publishes its own."""
    return Field(json_schema_extra={"fr": fr, "nl": nl})


class _Datum(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Meeting(_Datum):
    start: str = _said(
        "Début : jour, ou jour et heure avec décalage horaire (ISO 8601).",
        "Begin: dag, of dag en uur met tijdverschil (ISO 8601).",
    )
    end: str | None = _said("Fin, sous la même forme.", "Einde, in dezelfde vorm.")


class AgendaItem(_Datum):
    id: str = _said(
        "Identifiant, le même dans les deux langues et dans les calendriers.",
        "Kenmerk, hetzelfde in beide talen en in de kalenders.",
    )
    url: str = _said("Adresse de la page.", "Adres van de pagina.")
    counterpart: str = _said(
        "Adresse de la page dans l’autre langue.", "Adres van de pagina in de andere taal."
    )
    title: str = _said("Titre.", "Titel.")
    summary: str = _said("Résumé en une ou deux phrases.", "Samenvatting in een of twee zinnen.")
    status: str = _said(
        "« confirmed » (maintenu), « cancelled » (annulé) ou « postponed » (reporté).",
        "‘confirmed’ (gaat door), ‘cancelled’ (geannuleerd) of ‘postponed’ (uitgesteld).",
    )
    meetings: tuple[Meeting, ...] = _said("Toutes les dates.", "Alle data.")
    place: str | None = _said("Lieu, en une ligne.", "Plaats, op één regel.")
    price: str | None = _said("Tarif, en toutes lettres.", "Prijs, in woorden.")
    audience: str | None = _said("Public.", "Doelgroep.")
    organiser: str | None = _said(
        "Qui organise, si ce n’est pas le bassin.", "Wie organiseert, als het niet de zorgzone is."
    )
    registration: str | None = _said("Comment s’inscrire.", "Hoe inschrijven.")
    group: str | None = _said("Groupe qui se réunit.", "Groep die vergadert.")
    actions: tuple[str, ...] = _said("Actions concernées.", "Betrokken acties.")


class ActionItem(_Datum):
    id: str = _said("Identifiant.", "Kenmerk.")
    url: str = _said("Adresse de la page.", "Adres van de pagina.")
    counterpart: str = _said(
        "Adresse de la page dans l’autre langue.", "Adres van de pagina in de andere taal."
    )
    title: str = _said("Titre.", "Titel.")
    summary: str = _said("Résumé en une ou deux phrases.", "Samenvatting in een of twee zinnen.")
    mission: str = _said("Mission du bassin.", "Opdracht van de zorgzone.")
    state: str | None = _said(
        "« idea », « started », « running » ou « done ».",
        "‘idea’, ‘started’, ‘running’ of ‘done’.",
    )
    since: str | None = _said("Année, mois ou jour du début.", "Jaar, maand of dag van het begin.")
    partners: tuple[str, ...] = _said("Partenaires.", "Partners.")


class NewsItem(_Datum):
    id: str = _said("Identifiant.", "Kenmerk.")
    url: str = _said("Adresse de la page.", "Adres van de pagina.")
    counterpart: str = _said(
        "Adresse de la page dans l’autre langue.", "Adres van de pagina in de andere taal."
    )
    title: str = _said("Titre.", "Titel.")
    summary: str = _said("Résumé en une ou deux phrases.", "Samenvatting in een of twee zinnen.")
    date: str = _said("Jour de parution (ISO 8601).", "Dag van publicatie (ISO 8601).")
    year_deduced: bool = _said(
        "Vrai quand la source ne donnait pas l’année.", "Waar als de bron geen jaartal gaf."
    )
    html: str = _said("Texte complet en HTML.", "Volledige tekst in HTML.")


class CommuneItem(_Datum):
    commune: str = _said("Identifiant de la commune.", "Kenmerk van de gemeente.")
    name: str = _said("Nom, avec celui de la section.", "Naam, met die van de deelgemeente.")
    part: str | None = _said("Partie concernée, en mots.", "Betrokken deel, in woorden.")
    postcodes: tuple[str, ...] = _said("Codes postaux.", "Postcodes.")
    bassin: str = _said("Identifiant du bassin.", "Kenmerk van de zorgzone.")
    bassin_name: str = _said("Nom du bassin.", "Naam van de zorgzone.")
    url: str = _said("Site du bassin.", "Site van de zorgzone.")
    antennes: tuple[str, ...] = _said(
        "Antennes de santé mentale.", "Antennes voor geestelijke gezondheid."
    )


class _Document(_Datum):
    version: int = _said("Version du format.", "Versie van het formaat.")
    language: str = _said("Langue des textes.", "Taal van de teksten.")
    source: str = _said("Site qui publie ces données.", "Site die deze gegevens publiceert.")
    generated: str = _said("Jour de production.", "Dag van aanmaak.")


class Agenda(_Document):
    items: tuple[AgendaItem, ...] = _said("Rendez-vous.", "Afspraken.")


class Actions(_Document):
    items: tuple[ActionItem, ...] = _said("Actions.", "Acties.")


class NewsList(_Document):
    items: tuple[NewsItem, ...] = _said("Actualités, la plus récente d’abord.", "Nieuws, het recentste eerst.")


class Communes(_Document):
    items: tuple[CommuneItem, ...] = _said(
        "Communes, ou parties de commune, avec leur bassin.",
        "Gemeenten, of delen ervan, met hun zorgzone.",
    )


def write(network: Network, site: Site) -> dict[str, bytes]:
    """Return `data/<name>.json` with `data/<name>.schema.json`, and `data/communes.csv`."""
    head: dict[str, Any] = {
        "version": VERSION,
        "language": site.lang,
        "source": site.base,
        "generated": network.today.isoformat(),
    }
    communes = _communes(network, site.lang)
    documents: dict[str, _Document] = {
        "agenda": Agenda(**head, items=tuple(_agenda(network, site))),
        "actions": Actions(**head, items=tuple(_actions(network, site))),
        "news": NewsList(**head, items=tuple(_news(network, site))),
        "communes": Communes(**head, items=communes),
    }
    files = {"data/communes.csv": _csv(communes)}
    for name, document in documents.items():
        schema = f"{site.base}data/{name}.schema.json"
        content = {"$schema": schema, **document.model_dump(mode="json")}
        files[f"data/{name}.json"] = _json(content)
        files[f"data/{name}.schema.json"] = _json(_schema(type(document), schema, site.lang))
    return files


def _agenda(network: Network, site: Site) -> Iterable[AgendaItem]:
    lang = site.lang
    for event in sorted(site.items.events, key=lambda event: (str(event.start), event.id)):
        yield AgendaItem(
            id=calendars.uid(event),
            **_page(network, site, event, "agenda"),
            status=event.status,
            meetings=tuple(
                Meeting(start=_moment(m.start), end=_moment(m.end) if m.end else None)
                for m in meetings(event)
            ),
            place=calendars.address(network, event.place, lang) if event.place else None,
            price=event.price[lang] if event.price else None,
            audience=event.audience[lang] if event.audience else None,
            organiser=event.organiser[lang] if event.organiser else None,
            registration=event.registration.text[lang] if event.registration else None,
            group=event.group,
            actions=event.actions,
        )


def _actions(network: Network, site: Site) -> Iterable[ActionItem]:
    progress = {one.id: one for one in site.items.progress}
    for action in sorted(site.items.actions, key=lambda action: action.id):
        own = progress.get(action.id)
        yield ActionItem(
            id=action.id,
            **_page(network, site, action, "actions"),
            mission=action.mission,
            state=own.state if own else action.state,
            since=(own.since if own else None) or action.since,
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


def _schema(model: type[_Document], address: str, lang: Lang) -> dict[str, Any]:
    """Return the JSON Schema of a document, described in the language of the site."""
    schema = model.model_json_schema()
    schema["properties"]["$schema"] = {"type": "string", "format": "uri"}
    schema["properties"]["version"]["const"] = VERSION
    return {"$schema": DRAFT, "$id": address, **_described(schema, lang)}


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


def _moment(value: date) -> str:
    if isinstance(value, datetime):
        return value.replace(tzinfo=BRUSSELS).isoformat()
    return value.isoformat()


def _json(document: object) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
