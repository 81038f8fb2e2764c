"""Files whose name or folder is not one that is read: what they should be called."""

import re
from pathlib import Path

from macros.content.shapes import SHAPES, shape_of
from macros.content.validate import nearest, suggestion
from macros.finding import Finding, Severity
from macros.folding import slugify
from macros.language import Message

DATA_ENDINGS = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)
PAGE_ENDINGS = re.compile(r"\.(?:md|mdown|mkd|markdown)(?:\.txt)?$", re.IGNORECASE)
"""What editors and their programs write in the place of `.yml` and `.md`."""


def misnamed_page(file: str) -> Finding | None:
    """Return what is wrong with the name of a file that seems to be a page."""
    if not PAGE_ENDINGS.search(file):
        return None
    fix = RENAME.format(name=PAGE_ENDINGS.sub(".md", file))
    return _found("unknown-file", file, 1, BAD_PAGE_ENDING, fix)


def bad_name(file: str, path: Path) -> Finding:
    """Say how a file is called whose name cannot be part of an address."""
    parts = [slugify(part) or "nom-naam" for part in file.rpartition(".")[0].split("/")]
    right = "/".join(parts) + path.suffix
    message, fix = BAD_NAME.format(name=path.name), RENAME.format(name=right)
    return _found("bad-file-name", file, 1, message, fix)


def unknown_file(below: str) -> Finding:
    """Say where a file below `data/` belongs, or what it should be called."""
    wanted = DATA_ENDINGS.sub(".yml", below)
    if wanted != below and shape_of(wanted):
        fix = RENAME.format(name=f"data/{wanted}")
        return _found("unknown-file", f"data/{below}", 1, BAD_ENDING, fix)
    folder = _meant_folder(below)
    if folder:
        fix = MOVE.format(name=f"data/{folder}")
        return _found("unknown-file", f"data/{below}", 1, UNKNOWN_FILE, fix)
    if f".{below.rpartition('.')[2].lower()}" in PICTURES:
        fix = PICTURE_FIX.format(name=below.rpartition("/")[2])
        return _found("unknown-file", f"data/{below}", 1, UNKNOWN_FILE, fix)
    known = [shape.pattern for shape in SHAPES.values()]
    scope = below.split("/", 1)[0]
    candidates = [p.replace("{scope}", scope).replace("{id}", "…") for p in known]
    fix = suggestion(below, candidates) + UNKNOWN_FILE_FIX
    return _found("unknown-file", f"data/{below}", 1, UNKNOWN_FILE, fix)


def _meant_folder(below: str) -> str | None:
    """Return where an item belongs whose folder has a French or a misspelt name."""
    parts = below.split("/")
    if len(parts) != ITEM_DEPTH:
        return None
    known = [s.pattern.split("/")[1] for s in SHAPES.values() if s.pattern.endswith("/{id}.yml")]
    said = FOLDERS.get(slugify(parts[1])) or nearest(parts[1], known)
    wanted = f"{parts[0]}/{said}/{parts[2]}"
    return wanted if said and wanted != below and shape_of(wanted) else None


ITEM_DEPTH = 3
"""Parts of the path of an item below `data/`."""
FOLDERS = {
    "actualites": "news",
    "nieuws": "news",
    "agenda": "events",
    "evenements": "events",
    "activiteiten": "events",
    "acties": "actions",
    "progression": "progress",
    "voortgang": "progress",
}
"""Folders of items by names that people give them."""


def _found(rule: str, file: str, line: int, message: Message, fix: Message) -> Finding:
    return Finding(rule, Severity.ERROR, file, line, message, fix)


BAD_NAME = Message(
    fr="Le nom « {name} » contient une majuscule, un accent, une espace ou un autre signe.",
    nl="De naam ‘{name}’ bevat een hoofdletter, een accent, een spatie of een ander teken.",
)
BAD_ENDING = Message(
    fr="Le nom d’un fichier de données se termine par « .yml ».",
    nl="De naam van een gegevensbestand eindigt op ‘.yml’.",
)
BAD_PAGE_ENDING = Message(
    fr="Le nom d’un fichier de page se termine par « .md ».",
    nl="De naam van het bestand van een pagina eindigt op ‘.md’.",
)
MOVE = Message(fr="Déplacez-le : {name}", nl="Verplaats het: {name}")
RENAME = Message(fr="Renommez-le : {name}", nl="Hernoem het: {name}")
UNKNOWN_FILE = Message(
    fr="Aucun fichier de ce nom n’est attendu à cet endroit.",
    nl="Op deze plaats wordt geen bestand met deze naam verwacht.",
)
PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
PICTURE_FIX = Message(
    fr="Déplacez l’image vers docs/fr/{name} et copiez-la vers docs/nl/{name}.",
    nl="Verplaats de afbeelding naar docs/fr/{name} en kopieer ze naar docs/nl/{name}.",
)
UNKNOWN_FILE_FIX = Message(
    fr="Les noms se terminent par « .yml » et suivent ceux des dossiers voisins.",
    nl="De namen eindigen op ‘.yml’ en volgen die van de mappen ernaast.",
)
