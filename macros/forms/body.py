"""The answers in the Markdown that the forge makes of a form.

A heading of the third level holds the label of each field; `_No response_` stands for an
answer left open.
"""

import re
from collections.abc import Sequence

from macros.forms.catalogue import FORMS
from macros.forms.form import LIMITS, Answers, FieldKind, Form, RefusedError
from macros.forms.safety import clean
from macros.language import LANGS, Lang, Message

MAX_BODY = 70_000
"""The forge takes 65 536 characters; what is longer does not come from it."""
_HEADING = re.compile(r"^### (.+?)\s*$")
_OPEN = "_No response_"
_TICKED = re.compile(r"^\s*- \[[xX]\] ", re.MULTILINE)


def read(body: bytes, kind: str | None = None, lang: Lang | None = None) -> Answers:
    """Read the body of a form; kind and language are found by its headings when not given.

    Raises:
        RefusedError: it is no such form, a required field is open, or an answer is too long
            or not harmless.

    """
    text = _text(body)
    form, language = _recognised(text, kind, lang)
    try:
        return Answers(form, language, _complete(_answers(text, form, language), form))
    except RefusedError as refusal:
        raise RefusedError(refusal.reason, language) from None


def _complete(values: dict[str, str], form: Form) -> dict[str, str]:
    for field in form.fields:
        value = values.get(field.id)
        if field.required and value is None:
            raise RefusedError(_about(MISSING, form, field.id))
        if value is not None and len(value) > LIMITS[field.kind]:
            raise RefusedError(_about(TOO_LONG, form, field.id, most=LIMITS[field.kind]))
        if field.kind is FieldKind.CONSENT and not _TICKED.search(value or ""):
            raise RefusedError(_about(MISSING, form, field.id))
    return values


def label(form: Form, field: str) -> Message:
    """Return what a field is called."""
    return next(f.label for f in form.fields if f.id == field)


def _about(message: Message, form: Form, field: str, **values: object) -> Message:
    name = label(form, field)
    return Message(
        message.fr.format(field=name.fr, **values), message.nl.format(field=name.nl, **values)
    )


def _text(body: bytes) -> str:
    if len(body) > 4 * MAX_BODY:
        raise RefusedError(HUGE)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError(NOT_TEXT) from None
    if len(text) > MAX_BODY:
        raise RefusedError(HUGE)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _headings(text: str) -> Sequence[str]:
    found = (_HEADING.match(line) for line in text.split("\n"))
    return [heading[1] for heading in found if heading]


def _recognised(text: str, kind: str | None, lang: Lang | None) -> tuple[Form, Lang]:
    headings = set(_headings(text))
    forms = [FORMS[kind]] if kind else list(FORMS.values())
    for form in forms:
        for language in [lang] if lang else LANGS:
            if {field.label[language] for field in form.fields if field.required} <= headings:
                return form, language
    raise RefusedError(UNKNOWN)


def _answers(text: str, form: Form, lang: Lang) -> dict[str, str]:
    names = {field.label[lang]: field for field in form.fields}
    parts: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.split("\n"):
        heading = _HEADING.match(line)
        field = names.get(heading[1]) if heading else None
        if field is None:
            lines.append(line)
        elif field.id in parts:
            # Which of the two is the answer cannot be told.
            raise RefusedError(_about(TWICE, form, field.id))
        else:
            lines = parts[field.id] = []
    values: dict[str, str] = {}
    for field in form.fields:
        answer = "\n".join(parts.get(field.id, [])).strip()
        if answer and answer != _OPEN:
            values[field.id] = clean(answer, field)
    return values


MISSING = Message(
    fr="Le champ « {field} » est vide. Remplissez-le, puis renvoyez le formulaire.",
    nl="Het veld ‘{field}’ is leeg. Vul het in en stuur het formulier opnieuw.",
)
TOO_LONG = Message(
    fr="Le champ « {field} » dépasse {most} caractères. Raccourcissez-le.",
    nl="Het veld ‘{field}’ telt meer dan {most} tekens. Kort het in.",
)
TWICE = Message(
    fr="Le titre « ### {field} » apparaît deux fois. Retirez-le de votre texte.",
    nl="De kop ‘### {field}’ staat er twee keer. Haal hem uit uw tekst.",
)
HUGE = Message(
    fr="Ce formulaire est trop long. Raccourcissez les textes et renvoyez-le.",
    nl="Dit formulier is te lang. Kort de teksten in en stuur het opnieuw.",
)
NOT_TEXT = Message(
    fr="Ce formulaire contient des octets qui ne sont pas du texte en UTF-8. Recopiez vos textes "
    "sans mise en forme dans un nouveau formulaire.",
    nl="Dit formulier bevat bytes die geen UTF-8-tekst zijn. Kopieer uw teksten zonder opmaak "
    "in een nieuw formulier.",
)
UNKNOWN = Message(
    fr="Ce texte ne suit aucun de nos formulaires : des titres manquent ou ont été modifiés. "
    "Remplissez un nouveau formulaire sans toucher à ses titres.",
    nl="Deze tekst volgt geen van onze formulieren: er ontbreken koppen of ze zijn gewijzigd. "
    "Vul een nieuw formulier in zonder de koppen te veranderen.",
)
