"""Bodies of forms as the forge sends them."""

from macros.forms.catalogue import FORMS
from macros.forms.form import FieldKind
from macros.language import Lang

ANSWERS: dict[Lang, dict[str, dict[str, str]]] = {
    "fr": {
        "news": {
            "bassin": "Bassin Nord-Est",
            "title": "Un guichet commun : premiers mois à Evere",
            "date": "03/04/2025",
            "summary": "Trois services accueillent ensemble les habitant·es.",
            "body": "Le guichet ouvre **deux matinées** par semaine.\n\n- lundi\n- jeudi\n",
        },
        "event": {
            "bassin": "Bassin Sud",
            "title": "Rencontre des services d’Ixelles",
            "date": "14/10/2025",
            "start": "14h30",
            "end": "17h",
            "summary": "Une après-midi pour se connaître.",
            "place": "Maison de quartier",
            "postcode": "1050",
        },
        "example": {
            "bassin": "Bassin Nord-Est",
            "action": "https://www.bassin-nord-est.brussels/actions/formation/",
            "example": "Deux services ouvrent leurs formations l’un à l’autre.",
        },
        "error": {
            "page": "https://www.bassin-nord.brussels/contact/",
            "wrong": "Le code postal n’est pas le bon.",
        },
    },
    "nl": {
        "news": {
            "bassin": "Alle zorgzones",
            "title": "Samen één loket: de eerste maanden",
            "date": "2025-04-03",
            "summary": "Drie diensten ontvangen de bewoners samen.",
            "body": "Het loket is twee ochtenden per week open.",
        },
        "event": {
            "bassin": "Zorgzone Zuid",
            "title": "Ontmoeting van de diensten van Elsene",
            "date": "14.10.2025",
            "start": "14.30 uur",
            "summary": "Een namiddag om elkaar te leren kennen.",
        },
        "example": {
            "bassin": "Zorgzone Noord-Oost",
            "action": "Formation",
            "example": "Twee diensten openen hun opleidingen voor elkaar.",
        },
        "error": {
            "page": "https://www.zorgzone-noord.brussels/contact/",
            "wrong": "De postcode klopt niet.",
        },
    },
}


def body(kind: str, lang: Lang, **changes: str) -> str:
    """Write the body that the forge makes; `changes` replaces answers."""
    answers = ANSWERS[lang][kind] | changes
    parts = []
    for field in FORMS[kind].fields:
        answer = answers.get(field.id, "_No response_")
        if field.kind is FieldKind.CONSENT and field.id not in answers:
            assert field.hint
            answer = f"- [X] {field.hint[lang]}"
        parts.append(f"### {field.label[lang]}\n\n{answer}")
    return "\n\n".join(parts) + "\n"
