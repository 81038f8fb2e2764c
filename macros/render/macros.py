"""The macros that editors call in Markdown, such as `{{ news(limit=5) }}`.

A macro chooses what to show and names the template of `overrides/macros/` that shows it. It
learns the page, its language and its bassin from the `View`.
"""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from macros.authoring.kinds import KINDS
from macros.content.items import Place, Resource
from macros.content.types import GROUP_KINDS
from macros.language import Message
from macros.render import guides
from macros.render.environment import render
from macros.render.errors import RenderError, missing_file, unknown_value
from macros.render.shelves import by_year, filed, letter
from macros.render.view import View

REGISTER_KINDS = ("directory", "tool", "training", "report", "meeting", "immersion")
"""The kinds of resources and places, in the order in which visitors look for them."""
SUBSCRIPTIONS = ("agenda", "news", "data")
RECENT_NEWS = 60
"""Items on the page of all news; the archives by year hold the rest, so that it stays light."""


@dataclass(frozen=True)
class Macro:
    """A macro with what the guides say of it.

    Attributes:
        name: what editors write.
        function: takes the view and the arguments of the call; returns HTML.
        doc: what it puts on the page.
        example: a call, ready to copy.
        is_of_program: whether it shows what the program knows, so the same in all bassins.

    """

    name: str
    function: Callable[..., Markup]
    doc: Message
    example: str
    is_of_program: bool = False

    @cached_property
    def signature(self) -> inspect.Signature:
        """The arguments that an editor may give."""
        full = inspect.signature(self.function)
        return full.replace(parameters=list(full.parameters.values())[1:])


MACROS: dict[str, Macro] = {}
_Function = Callable[..., Markup]


def _macro(
    fr: str, nl: str, *, example: str = "", of_program: bool = False
) -> Callable[[_Function], _Function]:
    def register(function: _Function) -> _Function:
        name = function.__name__
        MACROS[name] = Macro(name, function, Message(fr, nl), example or f"{name}()", of_program)
        return function

    return register


def call(macro: Macro, view: View, *args: Any, **kwargs: Any) -> Markup:
    """Call a macro as an editor wrote it.

    Raises:
        RenderError: an argument is unknown or names nothing.

    """
    try:
        macro.signature.bind(*args, **kwargs)
    except TypeError:
        known = ", ".join(macro.signature.parameters)
        raise RenderError(
            "macro-argument",
            Message(
                fr=f"La macro « {macro.name} » n’admet pas ces arguments.",
                nl=f"De macro ‘{macro.name}’ aanvaardt deze argumenten niet.",
            ),
            Message(
                fr=f"Écrivez {{{{ {macro.example} }}}}. Arguments possibles : {known or 'aucun'}.",
                nl=f"Schrijf {{{{ {macro.example} }}}}. Mogelijke argumenten: {known or 'geen'}.",
            ),
        ) from None
    return macro.function(view, *args, **kwargs)


def _one_of(what: str, value: object, known: Iterable[str]) -> None:
    choices = list(known)
    if value is not None and value not in choices:
        raise unknown_value(what, value, choices)


def _positive(what: str, value: object) -> None:
    if value is not None and (not isinstance(value, int) or value < 1):
        raise unknown_value(what, value, ["1", "3", "5", "10"])


PLAIN = {
    "email": Message(
        fr="L’adresse électronique du bassin, cliquable.",
        nl="Het e-mailadres van de zorgzone, aanklikbaar.",
    ),
    "phone": Message(
        fr="Le numéro du helpdesk du bassin, ou son adresse s’il n’en a pas.",
        nl="Het nummer van de helpdesk van de zorgzone, of het e-mailadres als er geen is.",
    ),
    "missions": Message(
        fr="Les quatre missions et leurs actions.",
        nl="De vier opdrachten en hun acties.",
    ),
    "contact": Message(
        fr="Le téléphone et l’adresse du bassin.",
        nl="Telefoon en e-mail van de zorgzone.",
    ),
    "helpdesk": Message(fr="L’encadré du helpdesk.", nl="Het kader van de helpdesk."),
    "territory": Message(
        fr="Les communes et quartiers du bassin.",
        nl="De gemeenten en wijken van de zorgzone.",
    ),
    "figures": Message(
        fr="Les chiffres du bassin, avec année et source.",
        nl="De cijfers van de zorgzone, met jaar en bron.",
    ),
    "map": Message(
        fr="La carte schématique des bassins.",
        nl="De schematische kaart van de zorgzones.",
    ),
    "find_my_bassin": Message(
        fr="Le tableau des communes : code postal, bassin, antenne.",
        nl="De tabel van de gemeenten: postcode, zorgzone, antenne.",
    ),
    "antennes": Message(
        fr="Les antennes de santé mentale.", nl="De antennes voor geestelijke gezondheid."
    ),
    "levels": Message(
        fr="Les niveaux : quartier, bassin, Région.",
        nl="De niveaus: wijk, zorgzone, Gewest.",
    ),
    "proposal_path": Message(fr="Le chemin d’une proposition.", nl="De weg van een voorstel."),
    "portrait": Message(fr="Le portrait du bassin.", nl="Het portret van de zorgzone."),
    "example_form": Message(
        fr="Le formulaire pour partager un exemple.",
        nl="Het formulier om een voorbeeld te delen.",
    ),
    "search_form": Message(fr="Le champ de recherche.", nl="Het zoekveld."),
    "a_to_z": Message(fr="L’index de A à Z.", nl="Het register van A tot Z."),
}
"""Macros without arguments that fill the template of their name, with what they show."""


def _filling(name: str) -> _Function:
    def fill(view: View) -> Markup:
        return render(name, view)

    return fill


MACROS.update((name, Macro(name, _filling(name), doc, f"{name}()")) for name, doc in PLAIN.items())


@_macro("Le nom du bassin.", "De naam van de zorgzone.")
def bassin(view: View) -> Markup:
    return Markup.escape(view.site.name)


@_macro(
    "Un terme du glossaire avec son abréviation.",
    "Een term uit de woordenlijst met de afkorting.",
    example='term("clss")',
)
def term(view: View, name: str) -> Markup:
    _one_of("term", name, (term.id for term in view.network.content.region.glossary))
    return render("term", view, term=view.term(name))


@_macro(
    "Les actions, par mission ; ou celles d’une seule mission.",
    "De acties, per opdracht; of die van één opdracht.",
    example='actions(mission="reseau")',
)
def actions(view: View, mission: str | None = None) -> Markup:
    _one_of("mission", mission, (m.id for m in view.missions))
    chosen = [m for m in view.missions if mission in (None, m.id)]
    return render("actions", view, missions=chosen, filters=mission is None)


@_macro("La feuille de route, en ligne du temps.", "Het stappenplan, als tijdlijn.")
def roadmap(view: View) -> Markup:
    return render("roadmap", view, years=by_year(view.items.roadmap))


@_macro(
    "Les actualités récentes, par année, et le chemin vers les autres ; "
    "« limit » n’en montre que quelques-unes.",
    "Het recente nieuws, per jaar, en de weg naar de rest; ‘limit’ toont er maar enkele.",
    example="news(limit=5)",
)
def news(view: View, limit: int | None = None) -> Markup:
    _positive("limit", limit)
    return render("news", view, items=view.news[: limit or RECENT_NEWS], all=limit is None)


@_macro(
    "L’agenda : ce qui vient, puis ce qui est passé.",
    "De agenda: wat komt, en daarna wat voorbij is.",
    example="agenda(limit=3)",
)
def agenda(view: View, limit: int | None = None) -> Markup:
    _positive("limit", limit)
    return render("agenda", view, limit=limit)


@_macro(
    "Les groupes auxquels participer ; « kind » n’en montre qu’une sorte.",
    "De groepen waaraan u kunt deelnemen; ‘kind’ toont er één soort van.",
    example='groups(kind="concertation")',
)
def groups(view: View, kind: str | None = None) -> Markup:
    _one_of("kind", kind, GROUP_KINDS)
    shown = [group for group in view.items.groups if kind in (None, group.kind)]
    return render("groups", view, groups=shown, kind=kind)


@_macro(
    "Le registre des répertoires, outils, formations, rapports et lieux, avec ses filtres ; ou "
    "une seule sorte.",
    "Het register van repertoria, tools, opleidingen, rapporten en plekken, met filters; of één "
    "soort.",
    example='register(kind="report")',
)
def register(view: View, kind: str | None = None) -> Markup:
    _one_of("kind", kind, REGISTER_KINDS)
    items: list[Resource | Place] = [*view.items.resources, *view.items.places]
    kinds = [name for name in REGISTER_KINDS if kind in (None, name)]
    shelves = [(name, [item for item in items if item.kind == name]) for name in kinds]
    found = [(name, some) for name, some in shelves if some]
    return render("register", view, shelves=found, filters=kind is None)


@_macro(
    "Ce à quoi s’abonner : le calendrier, les flux d’actualités, les données ouvertes ; « kind » "
    "n’en montre qu’une sorte.",
    "Waarop u zich kunt abonneren: de kalender, de nieuwsfeeds, de open data; ‘kind’ toont er één "
    "soort van.",
    example='subscribe(kind="agenda")',
)
def subscribe(view: View, kind: str | None = None) -> Markup:
    _one_of("kind", kind, SUBSCRIPTIONS)
    return render("subscribe", view, kinds=(kind,) if kind else SUBSCRIPTIONS)


@_macro("Le glossaire.", "De woordenlijst.")
def glossary(view: View) -> Markup:
    terms = [term for term in view.network.content.region.glossary if term.definition]
    terms.sort(key=lambda term: filed(term.term[view.lang], view.lang))
    firsts = {letter(term.term[view.lang], view.lang): term.id for term in reversed(terms)}
    return render("glossary", view, terms=terms, firsts=sorted(firsts.items()))


@_macro("Les priorités issues des enquêtes.", "De prioriteiten uit de enquêtes.")
def priorities(view: View) -> Markup:
    region = view.network.content.region
    shown = [p for p in region.priorities if not p.bassins or view.bassin.id in p.bassins]
    return render("priorities", view, priorities=shown)


STATEMENT_PARTS = ("standard", "method", "gaps", "complaint", "date")


@_macro(
    "Un point de la déclaration d’accessibilité : norme, méthode, défauts, plainte ou date.",
    "Een punt uit de toegankelijkheidsverklaring: norm, aanpak, gebreken, klacht of datum.",
    example='accessibility("gaps")',
)
def accessibility(view: View, part: str) -> Markup:
    _one_of("part", part, STATEMENT_PARTS)
    statement = view.network.content.region.accessibility
    if statement is None:
        raise missing_file("data/region/accessibility.yml")
    return render("accessibility", view, statement=statement, part=part)


@_macro(
    "Pour les guides : les champs d’une sorte de fichier.",
    "Voor de gidsen: de velden van een soort bestand.",
    example='fields("news")',
    of_program=True,
)
def fields(view: View, kind: str) -> Markup:
    _one_of("kind", kind, guides.documented())
    return render("fields", view, rows=guides.field_rows(kind, view.lang))


@_macro(
    "Pour les guides : un modèle de fichier à copier.",
    "Voor de gidsen: een sjabloon van een bestand om te kopiëren.",
    example='block("news")',
    of_program=True,
)
def block(view: View, kind: str) -> Markup:
    _one_of("kind", kind, KINDS)
    return Markup(guides.block(kind, view.lang))  # noqa: S704 - Markdown of our own


@_macro("Pour les guides : toutes les macros.", "Voor de gidsen: alle macro’s.", of_program=True)
def macro_list(view: View) -> Markup:
    return render("macro_list", view, macros=sorted(MACROS.values(), key=lambda m: m.name))


@_macro(
    "Pour les guides : les messages du contrôle d’une famille de règles.",
    "Voor de gidsen: de meldingen van de controle van een familie regels.",
    example='rules("typography")',
    of_program=True,
)
def rules(view: View, family: str) -> Markup:
    _one_of("family", family, guides.rules())
    return render("rules", view, rules=guides.rules()[family])


@_macro(
    "Pour les guides : les noms des règles expliquées, de A à Z.",
    "Voor de gidsen: de namen van de uitgelegde regels, van A tot Z.",
)
def rule_index(view: View) -> Markup:
    return render("rule_index", view, rules=guides.explained(view.site.pages.values()))
