"""The format of the open data: documents, items and what each field means.

`VERSION` rises when a field changes its meaning or goes away. The JSON Schemas that stand
beside the files are made from these models.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

VERSION = 1


def said(fr: str, nl: str) -> Any:
    """Describe a field in both languages; each site publishes its own."""
    return Field(json_schema_extra={"fr": fr, "nl": nl})


class Datum(BaseModel):
    """A frozen value without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PageDatum(Datum):
    """What has a page of its own."""

    id: str = said("Identifiant.", "Kenmerk.")
    url: str = said("Adresse de la page.", "Adres van de pagina.")
    counterpart: str = said(
        "Adresse de la page dans l’autre langue.", "Adres van de pagina in de andere taal."
    )
    title: str = said("Titre.", "Titel.")
    summary: str = said("Résumé en une ou deux phrases.", "Samenvatting in een of twee zinnen.")


class Meeting(Datum):
    """One date of an event."""

    start: str = said(
        "Début : jour, ou jour et heure avec décalage horaire (ISO 8601).",
        "Begin: dag, of dag en uur met tijdverschil (ISO 8601).",
    )
    end: str | None = said("Fin, sous la même forme.", "Einde, in dezelfde vorm.")


class AgendaItem(PageDatum):
    """An event with all its dates."""

    id: str = said(
        "Identifiant, le même dans les deux langues et dans les calendriers.",
        "Kenmerk, hetzelfde in beide talen en in de kalenders.",
    )
    status: str = said(
        "« confirmed » (maintenu), « cancelled » (annulé) ou « postponed » (reporté).",
        "‘confirmed’ (gaat door), ‘cancelled’ (geannuleerd) of ‘postponed’ (uitgesteld).",
    )
    meetings: tuple[Meeting, ...] = said("Toutes les dates.", "Alle data.")
    place: str | None = said("Lieu, en une ligne.", "Plaats, op één regel.")
    price: str | None = said("Tarif, en toutes lettres.", "Prijs, in woorden.")
    audience: str | None = said("Public.", "Doelgroep.")
    organiser: str | None = said(
        "Qui organise, si ce n’est pas le bassin.", "Wie organiseert, als het niet de zorgzone is."
    )
    registration: str | None = said("Comment s’inscrire.", "Hoe inschrijven.")
    group: str | None = said("Groupe qui se réunit.", "Groep die vergadert.")
    actions: tuple[str, ...] = said("Actions concernées.", "Betrokken acties.")


class ActionItem(PageDatum):
    """An action, in the state that the bassin gives it."""

    mission: str = said("Mission du bassin.", "Opdracht van de zorgzone.")
    state: str | None = said(
        "« idea », « started », « running » ou « done ».",
        "‘idea’, ‘started’, ‘running’ of ‘done’.",
    )
    since: str | None = said("Année, mois ou jour du début.", "Jaar, maand of dag van het begin.")
    partners: tuple[str, ...] = said("Partenaires.", "Partners.")


class NewsItem(PageDatum):
    """A news item with its full text."""

    date: str = said("Jour de parution (ISO 8601).", "Dag van publicatie (ISO 8601).")
    year_deduced: bool = said(
        "Vrai quand la source ne donnait pas l’année.", "Waar als de bron geen jaartal gaf."
    )
    html: str = said("Texte complet en HTML.", "Volledige tekst in HTML.")


class CommuneItem(Datum):
    """A commune, or a part of one, with its bassin."""

    commune: str = said("Identifiant de la commune.", "Kenmerk van de gemeente.")
    name: str = said("Nom, avec celui de la section.", "Naam, met die van de deelgemeente.")
    part: str | None = said("Partie concernée, en mots.", "Betrokken deel, in woorden.")
    postcodes: tuple[str, ...] = said("Codes postaux.", "Postcodes.")
    bassin: str = said("Identifiant du bassin.", "Kenmerk van de zorgzone.")
    bassin_name: str = said("Nom du bassin.", "Naam van de zorgzone.")
    url: str = said("Site du bassin.", "Site van de zorgzone.")
    antennes: tuple[str, ...] = said(
        "Antennes de santé mentale.", "Antennes voor geestelijke gezondheid."
    )


class Document(Datum):
    """What every file says of itself."""

    version: int = said("Version du format.", "Versie van het formaat.")
    language: str = said("Langue des textes.", "Taal van de teksten.")
    source: str = said("Site qui publie ces données.", "Site die deze gegevens publiceert.")
    generated: str = said("Jour de production.", "Dag van aanmaak.")


class Agenda(Document):
    """`data/agenda.json`."""

    items: tuple[AgendaItem, ...] = said("Rendez-vous.", "Activiteiten.")


class Actions(Document):
    """`data/actions.json`."""

    items: tuple[ActionItem, ...] = said("Actions.", "Acties.")


class NewsList(Document):
    """`data/news.json`."""

    items: tuple[NewsItem, ...] = said(
        "Actualités, la plus récente d’abord.", "Nieuws, het recentste eerst."
    )


class Communes(Document):
    """`data/communes.json`."""

    items: tuple[CommuneItem, ...] = said(
        "Communes, ou parties de commune, avec leur bassin.",
        "Gemeenten, of delen ervan, met hun zorgzone.",
    )
