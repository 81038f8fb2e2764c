"""JSON Schemas of the data, generated from the models, for editors that complete and validate.

Dialect: JSON Schema draft 7, the one that yaml-language-server reads. Its YAML 1.2 reader makes
numbers of `2024` and booleans of `true` where our strict reader keeps text, so the schemas
accept both. They are a help while typing; `bassin check` remains the judge.
"""

import json
import typing
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import TypeAdapter

from macros.content.base import Record
from macros.content.field_docs import FieldDoc, kinds
from macros.content.fields import Field, element_of, fields_of, is_pair, optional
from macros.content.pages import FrontMatter
from macros.content.shapes import SHAPES

FOLDER = "data/.schemas"
"""Folder of the schemas; the loader leaves hidden folders alone."""
PAGE = "page"
DIALECT = "http://json-schema.org/draft-07/schema#"
SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"

Schema = dict[str, Any]


def generated_files() -> Mapping[str, str]:
    """Return the text of each file that `bassin schemas` writes, by path in the project."""
    files = {f"{FOLDER}/{kind}.json": _text(schema_of(kind)) for kind in (*SHAPES, PAGE)}
    return files | {SETTINGS: _text(_settings()), EXTENSIONS: _text(_extensions())}


def schema_of(kind: str) -> Schema:
    """Return the schema of a kind of file: a name of `SHAPES`, or `page` for front matter."""
    if kind == PAGE:
        body = _record(FrontMatter)
    else:
        body = _value(SHAPES[kind].holds)
        _without_given_id(body)
    return {"$schema": DIALECT, **_described(kinds()[kind]), **body}


def _without_given_id(body: Schema) -> None:
    """Drop the id of a file with one record: the name of the file or folder gives it."""
    if body["type"] == "object" and "id" in body.get("required", ()):
        del body["properties"]["id"]
        body["required"].remove("id")


def _record(model: type[Record]) -> Schema:
    fields = list(fields_of(model))
    required = [field.name for field in fields if field.required]
    return {
        "type": "object",
        "properties": {field.name: _field(field) for field in fields},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(field: Field) -> Schema:
    schema = {**_described(field.doc), **_value(field.annotation)}
    example = field.doc.example
    if isinstance(example, Mapping) and not is_pair(field.annotation):
        schema["examples"] = list(dict.fromkeys(example.values()))
    elif example is not None:
        schema["examples"] = [example]
    return schema


def _described(doc: FieldDoc) -> Schema:
    return {"title": doc.title.both(), "description": doc.text.both("\n\n")}


def _value(annotation: Any) -> Schema:
    annotation = optional(annotation)
    if typing.get_origin(annotation) is Annotated:
        whole = TypeAdapter(annotation).json_schema()
        if whole.get("type") not in ("array", "object"):
            return _scalar(whole)
        least = {key: value for key, value in whole.items() if key == "minItems"}
        return _value(typing.get_args(annotation)[0]) | least
    element = element_of(annotation)
    if element is not None:
        return {"type": "array", "items": _value(element)}
    if typing.get_origin(annotation) is dict:
        return {"type": "object", "additionalProperties": _value(typing.get_args(annotation)[1])}
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _record(annotation)
    return _scalar(TypeAdapter(annotation).json_schema())


def _scalar(schema: Schema) -> Schema:
    """Accept what an editor writes for a value of one word or text."""
    kind = schema.get("type")
    if "anyOf" in schema:  # a decimal, or a day that may have a time
        numeric = any(part.get("type") == "number" for part in schema["anyOf"])
        return {"type": ["number", "string"] if numeric else "string"}
    if kind == "boolean":
        return {"type": ["boolean", "string"], "enum": [True, False, "true", "false"]}
    if kind == "integer":
        return {**schema, "type": ["integer", "string"], "pattern": r"^-?\d+$"}
    if kind == "string" and "enum" not in schema:
        # A number that stands for a text, such as a year or a postcode, needs no quotes.
        return {**schema, "type": ["string", "number"]}
    return schema


def _settings() -> Schema:
    """Return the settings of the workspace: which schema is for which files."""
    schemas = {
        f"./{FOLDER}/{kind}.json": ["data/" + shape.pattern.format(scope="*", id="*")]
        for kind, shape in SHAPES.items()
    }
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
        "[markdown]": {"editor.wordWrap": "on"},
        "yaml.yamlVersion": "1.2",
        "yaml.schemas": schemas,
    }


def _extensions() -> Schema:
    return {"recommendations": ["redhat.vscode-yaml"]}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
