"""A small network with one of everything that the outputs have to carry."""

from datetime import date

import pytest

from macros.site.network import Network, Site
from tests.samples import Project
from tests.samples import project as small

__all__ = ["small"]

TODAY = date(2025, 4, 1)

EVENTS = {
    "nord/events/table-ronde": """
        title:
          fr: Table ronde « Un été à l’hôpital »
          nl: Rondetafel ‘Een zomer in het ziekenhuis’
        slug: {fr: table-ronde, nl: rondetafel}
        summary: {fr: Où l’on s’écoute., nl: Waar we naar elkaar luisteren.}
        start: "2025-04-25 09:30"
        end: "2025-04-25 12:00"
        group: liaison
        place:
          name: {fr: Maison de quartier, nl: Buurthuis}
          street: {fr: rue Haute 1, nl: Hoogstraat 1}
          postcode: "1090"
          commune: jette
        price: {fr: "12,50 euros, repas compris", nl: "12,50 euro, maaltijd inbegrepen"}
        registration:
          text: {fr: Par courriel avant le 20 avril., nl: Per e-mail voor 20 april.}
          email: {fr: info@bassin-nord.example.org, nl: info@zorgzone-noord.example.org}
          until: 2025-04-20
        body:
          fr: Voir [l’agenda](agenda/index.md) et [le bassin](/index.md).
          nl: Zie [de agenda](agenda/index.md) en [de zorgzone](/index.md).
        """,
    "nord/events/premier-mercredi": """
        title: {fr: Rendez-vous du mercredi, nl: Afspraak op woensdag}
        slug: {fr: rendez-vous-du-mercredi, nl: afspraak-op-woensdag}
        summary: {fr: Chaque premier mercredi du mois., nl: Elke eerste woensdag van de maand.}
        start: "2025-03-05 14:00"
        end: "2025-03-05 16:00"
        repeat:
          rule: FREQ=MONTHLY;BYDAY=1WE
          until: 2026-12-31
          skip: [2025-08-06, 2026-08-05]
          also: ["2025-09-17 10:00"]
        price: {fr: Gratuit, nl: Gratis}
        """,
    "nord/events/jour-sans-heure": """
        title: {fr: Journée portes ouvertes, nl: Opendeurdag}
        slug: {fr: portes-ouvertes, nl: opendeurdag}
        summary: {fr: Une semaine de visites., nl: Een week vol bezoeken.}
        start: 2025-10-24
        end: 2025-10-28
        repeat: {rule: FREQ=YEARLY;BYMONTH=10;BYDAY=-1FR, until: 2026-12-31}
        status: postponed
        """,
    "region/events/congres": """
        title: {fr: Congrès, nl: Congres}
        slug: {fr: congres, nl: congres}
        summary: {fr: Il n’aura pas lieu., nl: Het gaat niet door.}
        start: "2026-03-29 01:30"
        end: "2026-03-29 04:30"
        status: cancelled
        organiser: {fr: La plateforme, nl: Het platform}
        """,
    "region/events/chaque-semaine": """
        title: {fr: Permanence, nl: Zitdag}
        slug: {fr: permanence, nl: zitdag}
        summary: {fr: Le jeudi soir., nl: Op donderdagavond.}
        start: "2025-10-02 23:30"
        end: "2025-10-03 00:30"
        repeat: {rule: FREQ=WEEKLY;BYDAY=TH, until: 2026-06-30, skip: [2025-12-25]}
        """,
}

NEWS = {
    "nord/news/2025-03-14-helpdesk": """
        title: {fr: Le helpdesk & vous, nl: De helpdesk & u}
        slug: {fr: le-helpdesk-et-vous, nl: de-helpdesk-en-u}
        old_slugs: {fr: [helpdesk], nl: [helpdesk]}
        date: 2025-03-14
        summary: {fr: Un numéro de plus., nl: Een nummer erbij.}
        body:
          fr: |
            Écrivez à l’équipe : voyez [la page d’accueil](index.md), ou
            [l’agenda](/agenda/index.md#past) & le reste.
          nl: |
            Mail het team: zie [de startpagina](index.md), of
            [de agenda](/agenda/index.md#past) & de rest.
        """,
    "region/news/2025-03-20-region": """
        title: {fr: Des nouvelles de la Région, nl: Nieuws van het Gewest}
        slug: {fr: nouvelles-de-la-region, nl: nieuws-van-het-gewest}
        date: 2025-03-20
        summary: {fr: Pour les cinq bassins., nl: Voor de vijf zorgzones.}
        body: {fr: Un texte court., nl: Een korte tekst.}
        """,
    "sud/news/2025-03-31-sud": """
        title: {fr: Le sud bouge, nl: Het zuiden beweegt}
        slug: {fr: le-sud-bouge, nl: het-zuiden-beweegt}
        date: 2025-03-31
        summary: {fr: Une visite., nl: Een bezoek.}
        body: {fr: Un texte., nl: Een tekst.}
        """,
}

GROUPS = """
    - id: liaison
      kind: concertation
      title: {fr: Concertation Liaison, nl: Overleg Liaison}
      purpose: {fr: Se parler., nl: Met elkaar praten.}
      who: {fr: Ouverte., nl: Open.}
      join: {fr: Écrivez-nous., nl: Mail ons.}
    - id: sans-date
      kind: council
      title: {fr: Conseil, nl: Raad}
      purpose: {fr: Décider., nl: Beslissen.}
      who: {fr: Les délégué·es., nl: De afgevaardigden.}
      join: {fr: Écrivez-nous., nl: Mail ons.}
    """

ACTION = """
    title: {fr: Le répertoire, nl: Het repertorium}
    slug: {fr: repertoire, nl: repertorium}
    mission: reseau
    since: "2024"
    summary: {fr: Qui fait quoi., nl: Wie doet wat.}
    partners: [{fr: Le CPAS, nl: Het OCMW}]
    """

REDIRECTS = """
    - {lang: fr, old: /bassin-nord, page: index}
    - {lang: nl, old: /240321_oud/, page: agenda/index}
    """

LABELS = """
    news_of_year: {fr: "Actualités de {year}", nl: "Nieuws van {year}"}
    digest_title: {fr: "Les nouvelles du {site}", nl: "Nieuws uit {site}"}
    digest_period: {fr: "Du {start} au {end}", nl: "Van {start} tot {end}"}
    digest_news: {fr: Ce qui est neuf, nl: Wat er nieuw is}
    digest_no_news: {fr: Rien de neuf., nl: Geen nieuws.}
    digest_agenda: {fr: Ce qui vient, nl: Wat eraan komt}
    digest_no_agenda: {fr: Rien n’est annoncé., nl: Er is niets aangekondigd.}
    digest_other_language: {fr: En néerlandais, nl: In het Frans}
    status_cancelled: {fr: Annulé, nl: Geannuleerd}
    status_postponed: {fr: Reporté, nl: Uitgesteld}
    region_feed: {fr: Actualités des bassins de Bruxelles, nl: Nieuws van de Brusselse zorgzones}
    foot_line: {fr: "Bruxelles : cinq bassins.", nl: "Brussel: vijf zorgzones."}
    """

PAGES = {
    "news/index": (("Actualités", "actualites"), ("Nieuws", "nieuws")),
    "agenda/index": (("Agenda", "agenda"), ("Agenda", "agenda")),
    "actions/index": (("Actions", "actions"), ("Acties", "acties")),
    "search": (("Recherche", "recherche"), ("Zoeken", "zoeken")),
}


@pytest.fixture
def sample(small: Project) -> Project:
    """Sources with events of every sort, news, groups, actions and redirects."""
    for path, text in (EVENTS | NEWS).items():
        small.write(f"data/{path}.yml", text)
    small.write("data/nord/groups.yml", GROUPS)
    small.write("data/nord/actions/repertoire.yml", ACTION)
    small.write("data/nord/redirects.yml", REDIRECTS)
    small.write("data/region/labels.yml", LABELS)
    for key, sides in PAGES.items():
        for lang, (title, slug) in zip(("fr", "nl"), sides, strict=True):
            old = "old_slugs: [anciennes]\n" if key == "news/index" and lang == "fr" else ""
            front = f"title: {title}\nslug: {slug}\ndescription: {title}.\n{old}"
            small.write(f"docs/{lang}/{key}.md", f"---\n{front}---\n\n{title}\n")
    return small


@pytest.fixture
def network(sample: Project) -> Network:
    """The sample, planned for a day in April 2025."""
    return sample.sources(TODAY).network


@pytest.fixture
def fr(network: Network) -> Site:
    return network.site("nord", "fr")


@pytest.fixture
def nl(network: Network) -> Site:
    return network.site("nord", "nl")
