"""What can go wrong while a page is rendered, said to the person who wrote it."""

import difflib
from collections.abc import Iterable

from macros.content.validate import suggestion
from macros.language import Message

MOST_CHOICES = 12
"""Nobody reads a longer list of possible values; then the nearest ones are shown."""


class RenderError(Exception):
    """A mistake in a macro call or a template, with its message and remedy.

    Attributes:
        rule: identifier for the finding.
        message: what is wrong.
        fix: what to write instead.

    """

    def __init__(self, rule: str, message: Message, fix: Message) -> None:
        # All of it, since a worker of a build hands it on pickled: Python makes it anew of these.
        super().__init__(rule, message, fix)
        self.rule = rule
        self.message = message
        self.fix = fix

    def __str__(self) -> str:
        return self.message.fr


def unknown_value(what: str, value: object, known: Iterable[str]) -> RenderError:
    """Report an argument that names nothing."""
    choices = sorted(known)
    near = suggestion(str(value), choices)
    if len(choices) > MOST_CHOICES:
        choices = difflib.get_close_matches(str(value), choices, n=MOST_CHOICES, cutoff=0)
    return RenderError(
        "macro-argument",
        Message(
            fr=f"« {value} » n’est pas une valeur de « {what} ».",
            nl=f"‘{value}’ is geen waarde van ‘{what}’.",
        ),
        Message(
            fr=f"{near.fr}Valeurs possibles : {', '.join(choices)}.",
            nl=f"{near.nl}Mogelijke waarden: {', '.join(choices)}.",
        ),
    )


def unknown_page(key: str, known: Iterable[str]) -> RenderError:
    """Report a link to a page that the site does not have."""
    near = suggestion(key, known)
    return RenderError(
        "dead-link",
        Message(fr=f"La page « {key} » n’existe pas.", nl=f"De pagina ‘{key}’ bestaat niet."),
        Message(
            fr=near.fr or "Vérifiez le nom de la page.",
            nl=near.nl or "Controleer de naam van de pagina.",
        ),
    )


def missing_label(name: str, known: Iterable[str]) -> RenderError:
    """Report a word of the interface that `data/region/labels.yml` does not have."""
    near = suggestion(name, known)
    return RenderError(
        "missing-label",
        Message(
            fr=f"Le libellé « {name} » manque dans data/region/labels.yml.",
            nl=f"Het label ‘{name}’ ontbreekt in data/region/labels.yml.",
        ),
        Message(
            fr=f"{near.fr}Ajoutez « {name}: » avec « fr: » et « nl: ».",
            nl=f"{near.nl}Voeg ‘{name}:’ toe met ‘fr:’ en ‘nl:’.",
        ),
    )


def missing_file(path: str) -> RenderError:
    """Report a file of the data without which a macro has nothing to show."""
    return RenderError(
        "missing-record",
        Message(fr=f"Le fichier {path} manque.", nl=f"Het bestand {path} ontbreekt."),
        Message(
            fr="Rétablissez-le, ou retirez l’appel de la macro de la page.",
            nl="Zet het terug, of haal de macro-oproep van de pagina.",
        ),
    )
