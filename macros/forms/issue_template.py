"""The forms as files of the forge: `.github/ISSUE_TEMPLATE/*.yml`.

Written by `bassin forms`; a test says when they are no longer current. Schema:
https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from macros.content.territory import Bassin
from macros.forms.catalogue import ALL_BASSINS, FORMS
from macros.forms.form import Field, FieldKind, Form
from macros.language import LANGS, Lang

FOLDER = Path(".github/ISSUE_TEMPLATE")
_HEAD = "# Écrit par « bassin forms » ; ne pas modifier. Geschreven door ‘bassin forms’.\n"
_ELEMENTS = {
    FieldKind.LINE: "input",
    FieldKind.TEXT: "textarea",
    FieldKind.MARKDOWN: "textarea",
    FieldKind.CHOICE: "dropdown",
    FieldKind.CONSENT: "checkboxes",
}


def templates(bassins: Sequence[Bassin]) -> Mapping[str, str]:
    """Return the text of every file of the folder by its name."""
    files = {
        form.file(lang): _HEAD + _dump(issue_form(form, lang, bassins))
        for form in FORMS.values()
        for lang in LANGS
    }
    # People who only want to ask something still may write freely.
    files["config.yml"] = _HEAD + _dump({"blank_issues_enabled": True})
    return files


def choices(bassins: Sequence[Bassin], lang: Lang) -> Mapping[str, str]:
    """Return what the field of the bassin offers, with the id of each; `region` is all."""
    names = {bassin.name[lang]: bassin.id for bassin in bassins}
    return {**names, ALL_BASSINS[lang]: "region"}


def issue_form(form: Form, lang: Lang, bassins: Sequence[Bassin]) -> dict[str, Any]:
    """Return one form as the forge wants it."""
    return {
        "name": form.name[lang],
        "description": form.purpose[lang],
        "title": form.subject[lang],
        "labels": [form.label],
        "body": [
            {"type": "markdown", "attributes": {"value": form.intro[lang]}},
            *(_element(field, lang, bassins) for field in form.fields),
        ],
    }


def _element(field: Field, lang: Lang, bassins: Sequence[Bassin]) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": field.label[lang]}
    if field.kind is FieldKind.CONSENT:
        statement = field.hint[lang] if field.hint else field.label[lang]
        attributes["options"] = [{"label": statement, "required": True}]
    else:
        if field.hint:
            attributes["description"] = field.hint[lang]
        if field.example:
            attributes["placeholder"] = field.example[lang]
        if field.kind is FieldKind.CHOICE:
            attributes["options"] = list(choices(bassins, lang))
    element: dict[str, Any] = {
        "type": _ELEMENTS[field.kind],
        "id": field.id,
        "attributes": attributes,
    }
    if field.kind is not FieldKind.CONSENT:
        element["validations"] = {"required": field.required}
    return element


def _dump(value: dict[str, Any]) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100)
