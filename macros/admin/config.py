"""The whole configuration of the content management system, generated from models and data.

The system is Sveltia CMS, an option for those who prefer forms: it reads and writes the same
files in git, and `bassin check` judges what it wrote. Left out are files of maintainers: words
of the interface, menus, redirects, and lists that a command keeps.
"""

from collections.abc import Iterator
from typing import Any

from macros.admin.fields import Field, fields_of_record
from macros.content.content import Content
from macros.content.field_docs import kinds
from macros.content.json_schema import PAGE, schema_of
from macros.content.shapes import REGION, SHAPES, Shape
from macros.language import LANGS, Message

Collection = dict[str, Any]
_MAINTAINED = frozenset(("labels", "navigation", "redirects", "hosts", "published", "forge"))
_NAMES = ("title", "name", "term")
"""What a record in a list is known by."""
PROGRESS = "progress"
_LOCAL = "local/repository"
"""Stands for a repository where only a folder on the editor's disk is worked on."""


def configuration(content: Content) -> dict[str, Any]:
    """Return the configuration; without a forge in the data it only serves local folders."""
    forge = content.region.forge
    repository = "/".join(forge.address.split("/")[-2:]) if forge else _LOCAL
    return {
        "backend": {
            "name": "github",
            "repo": repository,
            "branch": forge.branch if forge else "main",
        },
        "app_title": "Bassins | Zorgzones",
        "media_folder": "docs/assets",
        "public_folder": "/assets",
        "show_preview_links": False,
        # The room goes to the two languages; `bassin serve` shows the page as it will be.
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "i18n": {
            "structure": "multiple_folders",
            "locales": list(LANGS),
            "default_locale": LANGS[0],
        },
        "collections": [*_pages(), *_scopes(content)],
    }


def _pages() -> Iterator[Collection]:
    fields = [field | {"i18n": True} for field in fields_of_record(schema_of(PAGE))]
    body = {"name": "body", "label": "Texte / Tekst", "widget": "text", "i18n": True}
    yield {
        "name": "pages",
        "label": "Pages / Pagina’s",
        "folder": "docs",
        "extension": "md",
        "format": "yaml-frontmatter",
        "i18n": True,
        "identifier_field": "title",
        "summary": "{{title}}",
        "create": False,
        "delete": False,
        "fields": [*fields, body],
    }


def _scopes(content: Content) -> Iterator[Collection]:
    names = {REGION: "Région / Gewest"}
    names |= {b.id: f"{b.short_name.fr} / {b.short_name.nl}" for b in content.bassins}
    for scope, name in names.items():
        yield {"divider": True}
        shapes = {
            kind: shape
            for kind, shape in SHAPES.items()
            if kind not in _MAINTAINED and shape.is_in(scope)
        }
        for kind, shape in shapes.items():
            if "{id}" in shape.pattern:
                yield _folder(kind, shape, scope, name) | (
                    _named_by_action(content) if kind == PROGRESS else {}
                )
        files = [
            _file(kind, shape, scope)
            for kind, shape in shapes.items()
            if "{id}" not in shape.pattern
        ]
        yield {"name": f"{scope}-lists", "label": f"Listes / Lijsten: {name}", "files": files}


def _folder(kind: str, shape: Shape, scope: str, name: str) -> Collection:
    path, _, file = shape.pattern.format(scope=scope, id="{{slug}}").rpartition("/")
    fields = fields_of_record(schema_of(kind))
    names = [each["name"] for each in fields]
    field = "title" if "title" in names else "note"
    slug = "{{fields.slug.fr}}"
    day = {"news": "{{fields.date}}-", "events": "{{fields.start | date('YYYY-MM-DD')}}-"}
    return {
        "name": f"{scope}-{kind}",
        "label": f"{kinds()[kind].title.both()}: {name}",
        "folder": f"data/{path}",
        "extension": file.rpartition(".")[2],
        "format": "yaml",
        "identifier_field": f"{field}.fr",
        "summary": _both(field),
        "slug": day.get(kind, "") + slug,
        "create": True,
        "fields": fields,
    }


def _named_by_action(content: Content) -> Collection:
    """Let the name of a file of progress be chosen: it is that of a regional action."""
    known = [action.id for action in content.region.items.actions]
    titles = (f"{a.id} ({a.title.fr} / {a.title.nl})" for a in content.region.items.actions)
    slug = {
        "editable": ["create"],
        "hint": f"{ACTION.both()}: {'; '.join(titles)}",
        "pattern": [f"^({'|'.join(known)})$", UNKNOWN.both()],
    }
    return {"slug": slug}


def _file(kind: str, shape: Shape, scope: str) -> Collection:
    schema = schema_of(kind)
    if schema["type"] == "array":
        named = [name for name in _NAMES if name in schema["items"]["properties"]]
        records: Field = {
            "name": kind,
            "label": kinds()[kind].title.both(),
            "widget": "list",
            "root": True,
            "required": False,
            "collapsed": True,
            **({"summary": _both(named[0])} if named else {}),
            "fields": fields_of_record(schema["items"]),
        }
        fields = [records]
    else:
        fields = fields_of_record(schema)
    file = shape.pattern.format(scope=scope)
    return {
        "name": f"{scope}-{kind}".replace("_", "-"),
        "label": kinds()[kind].title.both(),
        "file": f"data/{file}",
        "format": "yaml",
        "fields": fields,
    }


def _both(field: str) -> str:
    """Return the template that shows both sides of a text."""
    return " | ".join(f"{{{{{field}.{lang}}}}}" for lang in LANGS)


ACTION = Message(
    fr="Le nom interne de l’action régionale", nl="De interne naam van de gewestelijke actie"
)
UNKNOWN = Message(fr="Aucune action régionale n’a ce nom", nl="Geen gewestelijke actie heet zo")
