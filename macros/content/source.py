"""Reading of source files: bytes to text, with every way to go wrong named."""

import codecs
import os
import re
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from macros.finding import Finding, Severity
from macros.language import Message

MAX_BYTES = 1_000_000
"""No text of an editor is this long; a larger file is a mistake, such as a picture renamed."""
_CONFLICT = re.compile(r"^(?:<{7} |\|{7} |={7}$|>{7} )", re.MULTILINE)
_CONFLICT_IN_PAGE = re.compile(r"^(?:<{7} |\|{7} |>{7} )", re.MULTILINE)
"""In Markdown a line of `=` makes a heading of the one above."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file; `file` is relative to the project, with forward slashes."""

    file: str
    text: str


def read(root: Path, path: Path) -> Source | Finding:
    """Read a UTF-8 text file below `root`, or say why it cannot be used.

    Line ends become plain newlines. A byte-order mark, bytes of another encoding, control
    characters and unreadable files are findings.
    """
    file = path.relative_to(root).as_posix()
    data = _bytes(path, file)
    return data if isinstance(data, Finding) else _text(data, file)


def _bytes(path: Path, file: str) -> bytes | Finding:
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return _irregular(file, status.st_mode)
        if status.st_size > MAX_BYTES:
            return _error("file-too-large", file, 1, TOO_LARGE, TOO_LARGE_FIX)
        return path.read_bytes()
    except OSError as error:
        message = DENIED if isinstance(error, PermissionError) else UNREADABLE
        return _error("file-unreadable", file, 1, message, UNREADABLE_FIX)


def _text(data: bytes, file: str) -> Source | Finding:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _error("not-utf8", file, 1, UTF16, NOT_UTF8_FIX)
    if data.startswith(codecs.BOM_UTF8):
        return _error("byte-order-mark", file, 1, BOM, BOM_FIX)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(file, data, error.start)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        message = CONTROL.format(code=f"U+{ord(control[0]):04X}")
        return _error("control-character", file, line, message, CONTROL_FIX)
    conflict = (_CONFLICT_IN_PAGE if file.endswith(".md") else _CONFLICT).search(text)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        return _error("git-conflict", file, line, CONFLICT, CONFLICT_FIX)
    return Source(file, text)


def line_end(path: Path) -> str:
    """Return how the lines of a file end: as on Windows where it has such lines, else as here."""
    return "\r\n" if path.is_file() and b"\r\n" in path.read_bytes() else "\n"


def write(path: Path, text: str) -> None:
    """Replace a file at once; a stop in the middle leaves the old one.

    Line ends are written as given; the mode of an existing file stays.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        Path(name).chmod(path.stat().st_mode if path.exists() else 0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _irregular(file: str, mode: int) -> Finding:
    """Refuse what would be read from elsewhere, or never end."""
    if stat.S_ISLNK(mode):
        return _error("file-irregular", file, 1, SHORTCUT, SHORTCUT_FIX)
    if stat.S_ISDIR(mode):
        return _error("file-irregular", file, 1, FOLDER, FOLDER_FIX)
    return _error("file-irregular", file, 1, IRREGULAR, IRREGULAR_FIX)


def _not_utf8(file: str, data: bytes, offset: int) -> Finding:
    line = len(re.findall(rb"\r\n?|\n", data[:offset])) + 1
    start = max(data.rfind(end, 0, offset) for end in (b"\r", b"\n")) + 1
    words = re.split(rb"[\r\n]", data[start:], maxsplit=1)[0].decode("cp1252", "replace").strip()
    return _error("not-utf8", file, line, NOT_UTF8.format(words=words[:80]), NOT_UTF8_FIX)


def _error(rule: str, file: str, line: int, message: Message, fix: Message | None) -> Finding:
    return Finding(rule, Severity.ERROR, file, line, message, fix)


TOO_LARGE = Message(
    fr="Ce fichier dépasse 1 Mo : ce n’est pas un texte.",
    nl="Dit bestand is groter dan 1 MB: het is geen tekst.",
)
TOO_LARGE_FIX = Message(
    fr="Placez les images et documents à côté des pages, et gardez ici le texte seul.",
    nl="Zet afbeeldingen en documenten naast de pagina’s en bewaar hier alleen de tekst.",
)
SHORTCUT = Message(
    fr="Ceci n’est qu’un raccourci vers un autre fichier ou dossier (lien symbolique).",
    nl="Dit is maar een snelkoppeling naar een ander bestand of een andere map (symbolische link).",
)
SHORTCUT_FIX = Message(
    fr="Mettez à sa place le fichier lui-même.", nl="Zet er het bestand zelf in de plaats."
)
FOLDER = Message(
    fr="Ceci est un dossier qui porte le nom d’un fichier.",
    nl="Dit is een map met de naam van een bestand.",
)
FOLDER_FIX = Message(
    fr="Mettez à sa place un fichier, ou renommez le dossier sans « .yml » ni « .md ».",
    nl="Zet er een bestand in de plaats, of hernoem de map zonder ‘.yml’ of ‘.md’.",
)
IRREGULAR = Message(fr="Ceci n’est pas un fichier ordinaire.", nl="Dit is geen gewoon bestand.")
IRREGULAR_FIX = Message(
    fr="Mettez à sa place un fichier de texte, ou supprimez-le.",
    nl="Zet er een tekstbestand in de plaats, of verwijder het.",
)
UNREADABLE = Message(
    fr="Ce fichier ne peut pas être lu.", nl="Dit bestand kan niet worden gelezen."
)
DENIED = Message(
    fr="Ce fichier ne peut pas être lu : l’accès est refusé.",
    nl="Dit bestand kan niet worden gelezen: de toegang is geweigerd.",
)
UNREADABLE_FIX = Message(
    fr="Rétablissez-le depuis une version précédente, ou demandez de l’aide.",
    nl="Herstel het uit een vorige versie, of vraag hulp.",
)
UTF16 = Message(
    fr="Ce fichier est enregistré en UTF-16, pas en UTF-8.",
    nl="Dit bestand is opgeslagen als UTF-16, niet als UTF-8.",
)
BOM = Message(
    fr="Le fichier commence par une marque d’ordre des octets (BOM) invisible.",
    nl="Het bestand begint met een onzichtbare byte order mark (BOM).",
)
BOM_FIX = Message(
    fr="Enregistrez-le en « UTF-8 » sans BOM.",
    nl="Sla het op als ‘UTF-8’ zonder BOM.",
)
NOT_UTF8 = Message(
    fr="Ce fichier n’est pas en UTF-8 ; la ligne se lit « {words} » en Windows-1252.",
    nl="Dit bestand is niet in UTF-8; in Windows-1252 staat hier ‘{words}’.",
)
NOT_UTF8_FIX = Message(
    fr="Enregistrez le fichier avec le codage UTF-8.",
    nl="Sla het bestand op met de codering UTF-8.",
)
CONFLICT = Message(
    fr="Deux versions de ce fichier se sont rencontrées : git a laissé ses marques.",
    nl="Twee versies van dit bestand zijn op elkaar gebotst: git heeft er tekens achtergelaten.",
)
CONFLICT_FIX = Message(
    fr="Gardez les bonnes lignes, et supprimez celles qui commencent par <<<<<<<, ======= et "
    ">>>>>>>.",
    nl="Hou de juiste regels, en schrap die welke met <<<<<<<, ======= en >>>>>>> beginnen.",
)
CONTROL = Message(
    fr="Un caractère de contrôle invisible ({code}) se trouve sur cette ligne.",
    nl="Op deze regel staat een onzichtbaar controleteken ({code}).",
)
CONTROL_FIX = Message(
    fr="Effacez la ligne et retapez-la, ou collez le texte sans mise en forme.",
    nl="Wis de regel en typ hem opnieuw, of plak de tekst zonder opmaak.",
)
