"""Loading of all sources: `data/**/*.yml` and `docs/{fr,nl}/**/*.md`.

One call reads everything and collects every problem; there is no partial success.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from macros.content.content import Content, Items, Region
from macros.content.names import bad_name, misnamed_page, unknown_file
from macros.content.pages import FrontMatter, WrittenPage
from macros.content.shapes import REGION, SHAPES, shape_of
from macros.content.source import Source, read
from macros.content.strict_yaml import Reading
from macros.content.strict_yaml import read as read_yaml
from macros.content.validate import Model, suggestion, validate
from macros.finding import Finding, Severity
from macros.folding import slugify
from macros.language import LANGS, Lang, Message

_ITEM_KINDS = {f.name for f in fields(Items)}


@dataclass
class _Loaded:
    records: dict[str, dict[str, list[Any]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    findings: list[Finding] = field(default_factory=list)


def load(root: Path) -> tuple[Content, list[Finding]]:
    """Read the project at `root`.

    Returns the content and the findings. With errors among the findings the content is what
    could be read: good enough to check further, never to publish.
    """
    loaded = _Loaded()
    folders = _bassin_folders(root)
    for path in _files(root / "data"):
        _load_data(root, path, loaded)
    for folder in folders:
        if (
            not loaded.records[folder]["bassin"]
            and not (root / "data" / folder / "bassin.yml").exists()
        ):
            loaded.findings.append(_without_card(folder, [f for f in folders if f != folder]))
    loaded.findings.extend(_outside(root))
    pages: dict[Lang, dict[str, WrittenPage]] = {}
    for lang in LANGS:
        pages[lang] = dict(_load_pages(root, lang, loaded.findings))
    bassins = sorted(
        (b for folder in folders for b in loaded.records[folder]["bassin"]),
        key=lambda bassin: (bassin.order, bassin.id),
    )
    return Content(
        region=_region(loaded.records[REGION]),
        bassins=tuple(bassins),
        own={folder: _items(loaded.records[folder]) for folder in folders},
        pages=pages,
    ), loaded.findings


def _without_card(folder: str, others: Sequence[str]) -> Finding:
    near = suggestion(folder, others)
    fix = near + NO_BASSIN_FIX
    return _error("missing-bassin", f"data/{folder}/bassin.yml", 1, NO_BASSIN, fix)


def _files(folder: Path) -> Iterator[Path]:
    """Walk a folder in a fixed order, without hidden files.

    Folders that are links, or named like a file, come as files: what they are will be told.
    """
    for directory, folders, names in os.walk(folder):
        odd = [name for name in folders if _is_odd(Path(directory, name))]
        folders[:] = sorted({name for name in folders if not name.startswith(".")} - {*odd})
        for name in sorted([*names, *odd]):
            if not name.startswith("."):
                yield Path(directory, name)


def _is_odd(folder: Path) -> bool:
    return folder.suffix in (".yml", ".md") or folder.is_symlink()


def _bassin_folders(root: Path) -> list[str]:
    data = root / "data"
    if not data.is_dir():
        return []
    return sorted(
        entry.name
        for entry in data.iterdir()
        if entry.is_dir() and entry.name != REGION and not entry.name.startswith(".")
        if any(_files(entry))  # an empty folder is nothing for git
    )


def _load_data(root: Path, path: Path, loaded: _Loaded) -> None:
    below = path.relative_to(root / "data").as_posix()
    known = shape_of(below)
    if known is None:
        source = read(root, path) if path.is_symlink() else None
        told = source if isinstance(source, Finding) else unknown_file(below)
        loaded.findings.append(told)
        return
    kind, found = known
    name = found.get("id", "")
    if name and slugify(name) != name:
        loaded.findings.append(bad_name(f"data/{below}", path))
        return
    source = read(root, path)
    if isinstance(source, Finding):
        loaded.findings.append(source)
        return
    scope = found.get("scope", REGION)
    if kind == "bassin":
        name = scope
    result = _records(kind, source, name)
    if isinstance(result, list):
        loaded.findings.extend(result)
    elif isinstance(result, tuple):
        loaded.records[scope][kind].extend(result)
    else:
        loaded.records[scope][kind].append(result)


@lru_cache(maxsize=2_000)
def _records(kind: str, source: Source, name: str) -> Any:
    """Return what a file holds, or what is wrong with it; the same file is read once."""
    empty = _error("empty-file", source.file, 1, EMPTY_FILE, EMPTY_FILE_FIX)
    reading = read_yaml(source.text, source.file)
    return _validated(SHAPES[kind].holds, reading, source.file, empty, {"id": name} if name else {})


def _validated(
    wanted: type[Model],
    reading: Reading,
    file: str,
    empty: Finding,
    extra: dict[str, str] | None = None,
) -> Model | list[Finding]:
    """Make records of a YAML text, or return everything that is wrong with its writing and data."""
    written = list(reading.findings)
    if reading.document is None:
        return written
    if reading.document.value is None:
        return written or [empty]
    result = validate(wanted, reading.document, file, extra)
    if not written:
        return result
    told = {finding.line for finding in written}
    wrong = result if isinstance(result, list) else []
    return [*written, *(finding for finding in wrong if finding.line not in told)]


def _items(records: dict[str, list[Any]]) -> Items:
    return Items(**{kind: tuple(records[kind]) for kind in _ITEM_KINDS if kind in records})


_SINGLE = ("labels", "navigation", "forge", "accessibility")
"""What the region has one record of."""


def _region(records: dict[str, list[Any]]) -> Region:
    known = {f.name for f in fields(Region)} - {"items", *_SINGLE}
    values: dict[str, Any] = {kind: tuple(records[kind]) for kind in known if kind in records}
    for single in _SINGLE:
        if records.get(single):
            values[single] = records[single][0]
    return Region(items=_items(records), **values)


def _load_pages(
    root: Path, lang: Lang, findings: list[Finding]
) -> Iterator[tuple[str, WrittenPage]]:
    folder = root / "docs" / lang
    for path in _files(folder):
        if path.suffix != ".md" and not path.is_symlink():
            misnamed = misnamed_page(path.relative_to(root).as_posix())
            findings.extend([misnamed] if misnamed else [])
            continue
        below = path.relative_to(folder).with_suffix("")
        if any(slugify(part) != part for part in below.parts):
            findings.append(bad_name(path.relative_to(root).as_posix(), path))
            continue
        source = read(root, path)
        page = (
            source
            if isinstance(source, Finding)
            else _page(source, lang, path.relative_to(folder).as_posix())
        )
        if isinstance(page, WrittenPage):
            yield page.path, page
        elif isinstance(page, Finding):
            findings.append(page)
        else:
            findings.extend(page)


def _outside(root: Path) -> Iterator[Finding]:
    docs = root / "docs"
    for entry in sorted(docs.iterdir()) if docs.is_dir() else ():
        if entry.name not in LANGS and not entry.name.startswith("."):
            yield _error("unknown-file", f"docs/{entry.name}", 1, OUTSIDE, OUTSIDE_FIX)


def _page(source: Source, lang: Lang, path: str) -> WrittenPage | list[Finding]:
    lines = source.text.split("\n")
    if lines[0].rstrip() != "---":
        return [_without_start(source.file, lines)]
    ends = (n for n, line in enumerate(lines[1:], start=1) if line.rstrip() in ("---", "..."))
    end = next(ends, None)
    if end is None:
        last = _last_key(lines)
        if _LIKE_DASHES.fullmatch("".join(lines[last : last + 1])):
            message = LIKE_DASHES.format(line=lines[last].strip())
            return [_error("front-matter", source.file, last + 1, message, LIKE_DASHES_FIX)]
        return [_error("front-matter", source.file, last, OPEN_FRONT_MATTER, OPEN_FRONT_MATTER_FIX)]
    body = "\n".join(lines[end + 1 :]).rstrip() + "\n"
    meta = _front_matter(source, "\n".join(lines[1:end]))
    if not body.strip():
        empty = _error("empty-page", source.file, end + 1, EMPTY_PAGE, EMPTY_PAGE_FIX)
        return [*meta, empty] if isinstance(meta, list) else [empty]
    if isinstance(meta, list):
        return meta
    return WrittenPage(lang, path, source.file, meta, body, end + 2)


def _without_start(file: str, lines: Sequence[str]) -> Finding:
    """Say what stands in the place of the first line of a page."""
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if lines[first].rstrip() == "---":
        return _error("front-matter", file, 1, LATE_FRONT_MATTER, LATE_FRONT_MATTER_FIX)
    if _LIKE_DASHES.fullmatch(lines[first]) and _FRONT_KEY.match("".join(lines[first + 1 :][:1])):
        message = LIKE_DASHES.format(line=lines[first].strip())
        return _error("front-matter", file, first + 1, message, LIKE_DASHES_FIX)
    if _FRONT_KEY.match(lines[first]):
        return _error("front-matter", file, first + 1, STARTLESS, STARTLESS_FIX)
    return _error("front-matter", file, 1, NO_FRONT_MATTER, NO_FRONT_MATTER_FIX)


def _last_key(lines: Sequence[str]) -> int:
    """Return the last line, counted from 1, that still looks like front matter."""
    last = 1
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            break
        last = number if _FRONT_KEY.match(line) else last
    return last


_LIKE_DASHES = re.compile(r"\s*(?:[-_*–—]\s*)+")
"""What people, and programs that mend their typing, write for three dashes."""
_FRONT_KEY = re.compile(r"[a-z_]+:(?: |$)")


def _front_matter(source: Source, text: str) -> FrontMatter | list[Finding]:
    empty = _error("front-matter", source.file, 1, NO_FRONT_MATTER, NO_FRONT_MATTER_FIX)
    return _validated(FrontMatter, read_yaml(text, source.file, offset=1), source.file, empty)


def _error(
    rule: str, file: str, line: int, message: Message, fix: Message | None = None
) -> Finding:
    return Finding(rule, Severity.ERROR, file, line, message, fix)


NO_BASSIN = Message(
    fr="Ce dossier de bassin n’a pas de fichier bassin.yml.",
    nl="Deze map van een zorgzone heeft geen bestand bassin.yml.",
)
NO_BASSIN_FIX = Message(
    fr="Déplacez ses fichiers dans le dossier du bon bassin ; pour un nouveau bassin, prenez pour "
    "modèle le bassin.yml d’un autre.",
    nl="Verplaats de bestanden naar de map van de juiste zorgzone; neem voor een nieuwe zorgzone "
    "de bassin.yml van een andere als voorbeeld.",
)
EMPTY_FILE = Message(fr="Ce fichier est vide.", nl="Dit bestand is leeg.")
EMPTY_FILE_FIX = Message(fr="Remplissez-le, ou supprimez-le.", nl="Vul het in, of verwijder het.")
OUTSIDE = Message(
    fr="Rien n’est publié de ce qui est hors de docs/fr et de docs/nl.",
    nl="Wat buiten docs/fr en docs/nl staat, wordt niet gepubliceerd.",
)
OUTSIDE_FIX = Message(
    fr="Déplacez-le dans docs/fr et donnez-lui son pendant dans docs/nl.",
    nl="Verplaats het naar docs/fr en geef het zijn tegenhanger in docs/nl.",
)
NO_FRONT_MATTER = Message(
    fr="La page ne commence pas par son en-tête.",
    nl="De pagina begint niet met haar hoofding.",
)
NO_FRONT_MATTER_FIX = Message(
    fr="Commencez par une ligne « --- », puis « title: », « slug: », « description: » et « --- ».",
    nl="Begin met een regel ‘---’, dan ‘title:’, ‘slug:’, ‘description:’ en ‘---’.",
)
LATE_FRONT_MATTER = Message(
    fr="Une ligne vide précède l’en-tête de la page.",
    nl="Voor de hoofding van de pagina staat een lege regel.",
)
LATE_FRONT_MATTER_FIX = Message(
    fr="Supprimez-la : « --- » est la toute première ligne.",
    nl="Verwijder die: ‘---’ is de allereerste regel.",
)
LIKE_DASHES = Message(
    fr="« {line} » n’est pas la ligne de trois traits d’union qui borde l’en-tête.",
    nl="‘{line}’ is niet de regel met drie koppeltekens die de hoofding afbakent.",
)
LIKE_DASHES_FIX = Message(
    fr="Remplacez cette ligne par « --- », sans rien d’autre.",
    nl="Vervang deze regel door ‘---’ en niets anders.",
)
STARTLESS = Message(
    fr="La première ligne « --- » de l’en-tête manque.",
    nl="De eerste regel ‘---’ van de hoofding ontbreekt.",
)
STARTLESS_FIX = Message(
    fr="Ajoutez une ligne « --- » au-dessus de celle-ci.",
    nl="Voeg boven deze regel een regel ‘---’ toe.",
)
EMPTY_PAGE = Message(fr="La page n’a pas de texte.", nl="De pagina heeft geen tekst.")
EMPTY_PAGE_FIX = Message(
    fr="Écrivez-le sous la deuxième ligne « --- ».",
    nl="Schrijf hem onder de tweede regel ‘---’.",
)
OPEN_FRONT_MATTER = Message(
    fr="L’en-tête de la page n’est pas refermé.",
    nl="De hoofding van de pagina is niet afgesloten.",
)
OPEN_FRONT_MATTER_FIX = Message(
    fr="Ajoutez une ligne « --- » sous celle-ci, entre l’en-tête et le texte.",
    nl="Voeg onder deze regel een regel ‘---’ toe, tussen de hoofding en de tekst.",
)
