"""Why a command could not run, said in both languages of those who write."""

import re
from typing import NoReturn

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

from macros.cli.report import stop
from macros.content.validate import suggestion
from macros.language import LANGS, Message


def explain(error: click.UsageError) -> NoReturn:
    """Say what click finds wrong in French and Dutch, and end with code 2."""
    if isinstance(error, NoArgsIsHelpError):
        raise error
    path = error.ctx.command_path if error.ctx else "bassin"
    message, fix = _explained(error)
    stop(message, LANGS, fix or SEE_HELP.format(command=path))


def explain_loss() -> NoReturn:
    """Say that a process was ended from outside, and end with code 1: nothing was changed."""
    stop(LOST, LANGS, LOST_FIX, code=1)


def explain_moment(given: str) -> NoReturn:
    """Say that the day which the environment gives is none, and end with code 2."""
    stop(NO_MOMENT.format(word=given), LANGS, NO_MOMENT_FIX)


def _explained(error: click.UsageError) -> tuple[Message, Message | None]:
    word = _quoted(error.message)
    group = error.ctx.command if error.ctx else None
    if isinstance(error, NoSuchCommand) and error.ctx and isinstance(group, click.Group):
        known = group.list_commands(error.ctx)
        return NO_COMMAND.format(word=error.command_name), _choice(error.command_name, known)
    if isinstance(error, click.NoSuchOption):
        return NO_OPTION.format(word=error.option_name), None
    kind = getattr(getattr(error, "param", None), "type", None)
    if word and isinstance(kind, click.Choice):
        return NO_VALUE.format(word=word), _choice(word, [str(one) for one in kind.choices])
    if word and isinstance(kind, click.Path):
        return NO_FILE.format(word=word), NO_FILE_FIX
    if isinstance(error, click.BadOptionUsage):
        return NO_VALUE_GIVEN.format(word=error.option_name), None
    ours = isinstance(error, click.BadParameter) and not (error.param or error.param_hint)
    said = error.message if ours else error.format_message()
    return OTHER.format(said=said.rstrip(".")), None


def _quoted(said: str) -> str:
    """Return the word that click puts between quotes."""
    found = re.search(r"'([^']+)'", said)
    return found[1] if found else ""


def _choice(word: str, known: list[str]) -> Message:
    near = suggestion(word, known)
    listed = CHOICE.format(known=", ".join(known))
    return Message(near.fr + listed.fr, near.nl + listed.nl)


NO_COMMAND = Message(fr="« {word} » n’est pas une commande.", nl="‘{word}’ is geen opdracht.")
NO_VALUE_GIVEN = Message(
    fr="Il manque une valeur après « {word} ».", nl="Na ‘{word}’ ontbreekt een waarde."
)
NO_OPTION = Message(fr="L’option « {word} » n’existe pas.", nl="De optie ‘{word}’ bestaat niet.")
NO_VALUE = Message(fr="« {word} » n’est pas possible ici.", nl="‘{word}’ kan hier niet.")
CHOICE = Message(fr="Choix : {known}.", nl="Keuze: {known}.")
NO_FILE = Message(fr="« {word} » n’existe pas.", nl="‘{word}’ bestaat niet.")
NO_FILE_FIX = Message(
    fr="Vérifiez le nom, et le dossier où vous êtes.",
    nl="Controleer de naam, en de map waarin u bent.",
)
OTHER = Message(fr="La commande ne convient pas : {said}.", nl="De opdracht klopt niet: {said}.")
SEE_HELP = Message(
    fr="« {command} --help » dit ce qui est possible.",
    nl="‘{command} --help’ zegt wat er kan.",
)
NO_MOMENT = Message(
    fr="SOURCE_DATE_EPOCH ne donne pas de jour : « {word} ».",
    nl="SOURCE_DATE_EPOCH geeft geen dag: ‘{word}’.",
)
NO_MOMENT_FIX = Message(
    fr="Donnez un nombre de secondes depuis 1970 ($(date +%s) est maintenant), "
    "ou retirez cette variable.",
    nl="Geef een aantal seconden sinds 1970 ($(date +%s) is nu), of haal die variabele weg.",
)
LOST = Message(
    fr="Une partie du travail a été arrêtée de l’extérieur, sans doute faute de mémoire : "
    "rien n’a été modifié.",
    nl="Een deel van het werk is van buitenaf stopgezet, wellicht bij gebrek aan geheugen: "
    "er is niets gewijzigd.",
)
LOST_FIX = Message(
    fr="Fermez d’autres programmes et recommencez ; « bassin build --jobs 1 » demande moins de "
    "mémoire.",
    nl="Sluit andere programma’s en probeer opnieuw; ‘bassin build --jobs 1’ vraagt minder "
    "geheugen.",
)
