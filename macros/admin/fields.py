"""From the schema of a kind of file to the fields of the content management system.

The schemas are generated from the models, so the same fields are required and the same forms
refused. Options: https://sveltiacms.app/en/docs/fields
"""

from collections.abc import Mapping
from typing import Any

from macros.content.json_schema import Schema
from macros.language import LANGS

Field = dict[str, Any]
_SHORT = frozenset(("title", "name", "short_name", "label", "term", "abbreviation", "menu"))
"""Texts of one line; the others get a box that grows."""
_PLAIN = {
    "boolean": {"widget": "boolean"},
    "integer": {"widget": "number", "value_type": "int"},
    "number": {"widget": "number", "value_type": "float"},
}
_LANGUAGE = {"fr": "Français", "nl": "Nederlands"}


def fields_of_record(schema: Schema) -> list[Field]:
    """Return the fields of a record: those that it needs first."""
    required = schema.get("required", [])
    names = sorted(schema["properties"], key=lambda name: name not in required)
    return [_field(name, schema["properties"][name], required=name in required) for name in names]


def _field(name: str, schema: Schema, *, required: bool, label: str | None = None) -> Field:
    field: Field = {"name": name, "label": label or schema.get("title", name)}
    if schema.get("description"):
        field["hint"] = schema["description"]
    field["required"] = required
    return field | _widget(name, schema)


def _widget(name: str, schema: Schema) -> Field:
    kind = schema["type"]
    if kind == "object":
        return _object(name, schema)
    if kind == "array":
        return _list(name, schema)
    if isinstance(kind, list) and kind[0] in _PLAIN:
        return dict(_PLAIN[kind[0]])
    if "enum" in schema:
        return {"widget": "select", "options": schema["enum"]}
    if "pattern" in schema:
        # Whatever the browser thinks of the format, the check is the judge.
        return {"widget": "string", "pattern": [schema["pattern"], _example(schema)]}
    return {"widget": "string" if name in _SHORT else "text"}


def _object(name: str, schema: Schema) -> Field:
    if "properties" not in schema:
        return {"widget": "keyvalue"}
    sides = schema["properties"]
    if set(sides) != set(LANGS):
        return {"widget": "object", "fields": fields_of_record(schema)}
    needed = schema.get("required", [])
    pair = []
    for lang in LANGS:
        side = {key: value for key, value in sides[lang].items() if key != "description"}
        field = _field(lang, side, required=lang in needed, label=_LANGUAGE[lang])
        # The pair says which text it is; its sides are as long as that text.
        if field["widget"] == "text" and name in _SHORT:
            field["widget"] = "string"
        pair.append(field)
    return {"widget": "object", "fields": pair}


def _list(name: str, schema: Schema) -> Field:
    items: Mapping[str, Any] = schema["items"]
    if items["type"] != "object":
        return {"widget": "list", "field": _field(name, dict(items), required=True)}
    if set(items["properties"]) == set(LANGS):
        return {"widget": "list", "fields": _object(name, dict(items))["fields"]}
    return {"widget": "list", "fields": fields_of_record(dict(items)), "collapsed": "auto"}


def _example(schema: Schema) -> str:
    known = schema.get("examples", [])
    return f"Exemple / voorbeeld: {known[0]}" if known else "Forme inattendue / onverwachte vorm"
