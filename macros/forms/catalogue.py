"""The four forms: propose a news item, announce an event, share an example, report an error.

Fields that the data also have are named and explained as in the models, from the one source of
`macros/content/field_docs`; `_other` marks the side in the other language, which may stay open.
"""

from collections.abc import Mapping

from macros.content.base import Record
from macros.content.field_docs import field_doc
from macros.content.items import Event, News
from macros.forms.form import Field, FieldKind, Form
from macros.language import Message

NONE = Message("", "")


def _of_data(
    model: type[Record], name: str, kind: FieldKind, *, required: bool = False, more: Message = NONE
) -> Field:
    """Return a field of the data; `more` is added to what editors are told of it."""
    doc = field_doc(model, name)
    hint = Message(f"{doc.text.fr} {more.fr}".strip(), f"{doc.text.nl} {more.nl}".strip())
    return Field(name, kind, doc.title, hint, required)


_BASSIN = Field(
    "bassin",
    FieldKind.CHOICE,
    Message(fr="Bassin", nl="Zorgzone"),
    required=True,
)
_CONSENT = Field(
    "consent",
    FieldKind.CONSENT,
    Message(fr="Vie privée", nl="Privacy"),
    Message(
        fr="Mon texte ne contient ni nom, ni adresse, ni numéro, ni histoire reconnaissable "
        "d’une personne ; seulement des fonctions et des boîtes partagées.",
        nl="Mijn tekst bevat geen naam, adres, nummer of herkenbaar verhaal van een persoon; "
        "alleen functies en gedeelde mailboxen.",
    ),
    required=True,
)
_TITLE = _of_data(News, "title", FieldKind.LINE, required=True)
_SUMMARY = _of_data(
    News,
    "summary",
    FieldKind.TEXT,
    required=True,
    more=Message(fr="Sans mise en forme.", nl="Zonder opmaak."),
)
_BODY = Field(
    "body",
    FieldKind.MARKDOWN,
    Message(fr="Texte", nl="Tekst"),
    Message(
        fr="Des paragraphes courts. Les liens, les listes et le gras sont les bienvenus ; "
        "les images s’ajoutent plus tard.",
        nl="Korte alinea’s. Links, lijsten en vette tekst zijn welkom; "
        "afbeeldingen komen er later bij.",
    ),
)
_OTHER_HINT = Message(
    fr="Facultatif : si vous ne l’avez pas, l’équipe le demandera avant la publication.",
    nl="Niet verplicht: als u hem niet hebt, vraagt het team ernaar vóór de publicatie.",
)
_TITLE_OTHER = Field(
    "title_other",
    FieldKind.LINE,
    Message(fr="Titre en néerlandais", nl="Titel in het Frans"),
    _OTHER_HINT,
)
_SUMMARY_OTHER = Field(
    "summary_other",
    FieldKind.TEXT,
    Message(fr="Résumé en néerlandais", nl="Samenvatting in het Frans"),
    Message(fr="Facultatif.", nl="Niet verplicht."),
)
_BODY_OTHER = Field(
    "body_other",
    FieldKind.MARKDOWN,
    Message(fr="Texte en néerlandais", nl="Tekst in het Frans"),
    Message(fr="Facultatif.", nl="Niet verplicht."),
)
_SOURCE = Field(
    "source",
    FieldKind.LINE,
    Message(fr="Source", nl="Bron"),
    Message(
        fr="Le document public d’où vient l’information, s’il y en a un.",
        nl="Het openbare document waaruit de informatie komt, als dat er is.",
    ),
)
_SOURCE_URL = Field(
    "source_url",
    FieldKind.LINE,
    Message(fr="Adresse web de la source", nl="Webadres van de bron"),
    example=Message(fr="https://example.org/rapport", nl="https://example.org/verslag"),
)

NEWS = Form(
    "news",
    Message(fr="Proposer une actualité", nl="Een nieuwsbericht voorstellen"),
    Message(
        fr="Un texte court pour la page des actualités d’un bassin ou des cinq.",
        nl="Een korte tekst voor de nieuwspagina van één zorgzone of van alle vijf.",
    ),
    Message(
        fr="Écrivez dans votre langue. L’équipe relit votre texte ; il paraît quand il existe "
        "en français et en néerlandais.",
        nl="Schrijf in uw taal. Het team leest uw tekst na; hij verschijnt zodra hij in het "
        "Nederlands en in het Frans bestaat.",
    ),
    Message(fr="Actualité : ", nl="Nieuws: "),
    "news",
    (
        _BASSIN,
        _TITLE,
        Field(
            "date",
            FieldKind.LINE,
            Message(fr="Date de publication", nl="Datum van publicatie"),
            Message(fr="Avec l’année.", nl="Met het jaartal."),
            required=True,
            example=Message(fr="23/09/2024", nl="23/09/2024"),
        ),
        _SUMMARY,
        Field(_BODY.id, _BODY.kind, _BODY.label, _BODY.hint, required=True),
        _TITLE_OTHER,
        _SUMMARY_OTHER,
        _BODY_OTHER,
        _SOURCE,
        _SOURCE_URL,
        _CONSENT,
    ),
)

EVENT = Form(
    "event",
    Message(fr="Annoncer un rendez-vous", nl="Een activiteit aankondigen"),
    Message(
        fr="Une réunion, une formation ou une journée pour l’agenda.",
        nl="Een vergadering, een opleiding of een studiedag voor de agenda.",
    ),
    NEWS.intro,
    Message(fr="Agenda : ", nl="Agenda: "),
    "event",
    (
        _BASSIN,
        _TITLE,
        Field(
            "date",
            FieldKind.LINE,
            Message(fr="Date", nl="Datum"),
            Message(fr="Le premier jour, avec l’année.", nl="De eerste dag, met het jaartal."),
            required=True,
            example=Message(fr="14/10/2025", nl="14/10/2025"),
        ),
        Field(
            "start",
            FieldKind.LINE,
            Message(fr="Heure de début", nl="Beginuur"),
            example=Message(fr="14h30", nl="14.30"),
        ),
        Field(
            "end",
            FieldKind.LINE,
            Message(fr="Heure de fin", nl="Einduur"),
            example=Message(fr="17h", nl="17.00"),
        ),
        Field(
            "last_day",
            FieldKind.LINE,
            Message(fr="Dernier jour", nl="Laatste dag"),
            Message(
                fr="Seulement si le rendez-vous dure plusieurs jours.",
                nl="Alleen als de activiteit meerdere dagen duurt.",
            ),
        ),
        _SUMMARY,
        _BODY,
        Field("place", FieldKind.LINE, Message(fr="Lieu", nl="Plaats")),
        Field("street", FieldKind.LINE, Message(fr="Rue et numéro", nl="Straat en nummer")),
        Field("postcode", FieldKind.LINE, Message(fr="Code postal", nl="Postcode")),
        _of_data(Event, "price", FieldKind.LINE),
        _of_data(Event, "audience", FieldKind.LINE),
        _of_data(Event, "organiser", FieldKind.LINE),
        Field(
            "registration", FieldKind.TEXT, Message(fr="Comment s’inscrire", nl="Hoe inschrijven")
        ),
        Field(
            "registration_url",
            FieldKind.LINE,
            Message(fr="Adresse web pour s’inscrire", nl="Webadres om in te schrijven"),
        ),
        _TITLE_OTHER,
        _SUMMARY_OTHER,
        _BODY_OTHER,
        _CONSENT,
    ),
)

EXAMPLE = Form(
    "example",
    Message(fr="Partager un exemple", nl="Een voorbeeld delen"),
    Message(
        fr="Une pratique de votre service qui peut nourrir une action.",
        nl="Een praktijk van uw dienst die een actie kan vooruithelpen.",
    ),
    Message(
        fr="Écrivez dans votre langue. L’équipe relit votre exemple et l’ajoute à l’action ; il "
        "paraît quand il existe en français et en néerlandais.",
        nl="Schrijf in uw taal. Het team leest uw voorbeeld na en voegt het toe aan de actie; "
        "het verschijnt zodra het in het Nederlands en in het Frans bestaat.",
    ),
    Message(fr="Exemple : ", nl="Voorbeeld: "),
    "example",
    (
        _BASSIN,
        Field(
            "action",
            FieldKind.LINE,
            Message(fr="Action", nl="Actie"),
            Message(
                fr="Le titre de l’action, ou l’adresse de sa page.",
                nl="De titel van de actie, of het adres van haar pagina.",
            ),
            required=True,
        ),
        Field(
            "example",
            FieldKind.TEXT,
            Message(fr="Votre exemple", nl="Uw voorbeeld"),
            Message(
                fr="Le besoin, la réponse, l’effet : deux ou trois phrases sans mise en forme.",
                nl="De behoefte, het antwoord, het effect: twee of drie zinnen zonder opmaak.",
            ),
            required=True,
        ),
        Field(
            "example_other",
            FieldKind.TEXT,
            Message(fr="Votre exemple en néerlandais", nl="Uw voorbeeld in het Frans"),
            Message(fr="Facultatif.", nl="Niet verplicht."),
        ),
        _CONSENT,
    ),
)

ERROR = Form(
    "error",
    Message(fr="Signaler une erreur", nl="Een fout melden"),
    Message(
        fr="Un chiffre, une date, un lien ou un mot qui n’est pas juste.",
        nl="Een cijfer, een datum, een link of een woord dat niet klopt.",
    ),
    Message(
        fr="Merci de nous le dire : une erreur corrigée sert tout le monde.",
        nl="Bedankt dat u het zegt: van een verbeterde fout wordt iedereen beter.",
    ),
    Message(fr="Erreur : ", nl="Fout: "),
    "error",
    (
        Field(
            "page",
            FieldKind.LINE,
            Message(fr="Adresse de la page", nl="Adres van de pagina"),
            required=True,
        ),
        Field(
            "wrong",
            FieldKind.TEXT,
            Message(fr="Ce qui n’est pas juste", nl="Wat er niet klopt"),
            required=True,
        ),
        Field(
            "right",
            FieldKind.TEXT,
            Message(fr="Ce qu’il faudrait lire", nl="Wat er zou moeten staan"),
        ),
        _SOURCE,
        _CONSENT,
    ),
)

FORMS: Mapping[str, Form] = {form.kind: form for form in (NEWS, EVENT, EXAMPLE, ERROR)}
CONVERTED = ("news", "event", "example")
"""The kinds that become files; a report of an error is for people."""
ALL_BASSINS = Message(fr="Tous les bassins", nl="Alle zorgzones")
