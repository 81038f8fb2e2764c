"""Where new content goes, and its writing: nothing is overwritten, nothing half done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.authoring.answers import wrong_id
from macros.authoring.kinds import Kind
from macros.authoring.template import Answers, element_text, page_text, record_text, schema_path
from macros.content.shapes import SHAPES
from macros.content.source import line_end, read
from macros.content.strict_yaml import Document, parse
from macros.finding import Finding
from macros.language import LANGS, Message


class NotWrittenError(Exception):
    """Something stands in the way of new content.

    Attributes:
        message: what it is.
        fix: what to do.

    """

    def __init__(self, message: Message, fix: Message) -> None:
        super().__init__(message.fr)
        self.message = message
        self.fix = fix


@dataclass(frozen=True)
class Draft:
    """A file to write.

    Attributes:
        path: path in the project.
        text: its whole text.
        before: what it holds now; nothing for a new file.
        line: where the new content starts.

    """

    path: str
    text: str
    before: str | None = None
    line: int = 1


def drafts(
    root: Path, kind: Kind, item_id: str, answers: Answers, bassins: Sequence[str]
) -> list[Draft]:
    """Return the files for new content, without writing them.

    `bassins` holds the one folder of `data/` for an item, and the bassins of a page.

    Raises:
        NotWrittenError: the name cannot name a file, is taken, or the list has mistakes.

    """
    wrong = wrong_id(item_id)
    if wrong is not None:
        raise NotWrittenError(wrong.message, wrong.fix or wrong.message)
    if kind.is_page:
        made = [
            Draft(f"docs/{lang}/{item_id}.md", page_text(kind, lang, answers, bassins))
            for lang in LANGS
        ]
    else:
        (scope,) = bassins
        path = "data/" + SHAPES[kind.shape].pattern.format(scope=scope, id=item_id)
        if kind.is_listed:
            return [_in_list(root, path, kind, item_id, answers)]
        schema = schema_path(path.count("/") - 1, kind.shape)
        made = [Draft(path, record_text(kind, answers, schema=schema))]
    for draft in made:
        if (root / draft.path).exists():
            raise NotWrittenError(EXISTS.format(file=draft.path), EXISTS_FIX)
    return made


def write(root: Path, made: Iterable[Draft]) -> None:
    """Write drafts; new files never replace others, and one that fails takes the rest back.

    Raises:
        NotWrittenError: a file appeared or changed in the meantime, or cannot be written.

    """
    chosen = list(made)
    for draft in chosen:
        if draft.before is not None and draft.before != _text(root / draft.path):
            raise NotWrittenError(CHANGED.format(file=draft.path), CHANGED_FIX)
    done: list[Draft] = []
    try:
        for draft in chosen:
            path = root / draft.path
            path.parent.mkdir(parents=True, exist_ok=True)
            mode = "x" if draft.before is None else "w"
            with path.open(mode, encoding="utf-8", newline=line_end(path)) as file:
                done.append(draft)
                file.write(draft.text)
    except OSError as error:
        _take_back(root, done)
        if isinstance(error, FileExistsError):
            raise NotWrittenError(EXISTS.format(file=draft.path), EXISTS_FIX) from None
        reason = error.strerror or type(error).__name__
        raise NotWrittenError(
            UNWRITABLE.format(file=draft.path, reason=reason), CHANGED_FIX
        ) from None


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _take_back(root: Path, done: Iterable[Draft]) -> None:
    for draft in done:
        if draft.before is None:
            (root / draft.path).unlink()
        else:
            path = root / draft.path
            path.write_text(draft.before, encoding="utf-8", newline=line_end(path))


def _in_list(root: Path, path: str, kind: Kind, item_id: str, answers: Answers) -> Draft:
    """Add an item below the others of a list file; what stands there stays as it is."""
    if not (root / path).exists():
        schema = schema_path(path.count("/") - 1, kind.shape)
        head = [f"# yaml-language-server: $schema={schema}"]
        head += [f"# {kind.doc.text[lang]}" for lang in LANGS]
        text = "\n".join([*head, element_text(kind, item_id, answers)])
        return Draft(path, text)
    source = read(root, root / path)
    document = source if isinstance(source, Finding) else parse(source.text, path)
    if not isinstance(document, Document) or isinstance(source, Finding):
        raise NotWrittenError(BROKEN.format(file=path), BROKEN_FIX)
    items: Any = [] if document.value is None else document.value
    before = (root / path).read_text(encoding="utf-8")
    ended = source.text.rstrip("\n")
    start = f"{ended}\n\n" if ended else ""
    text = start + element_text(kind, item_id, answers, _dash_column(ended, document))
    if isinstance(items, list) and item_id in [i.get("id") for i in items if isinstance(i, dict)]:
        raise NotWrittenError(TAKEN.format(id=item_id, file=path), EXISTS_FIX)
    after = parse(text, path)
    if not isinstance(items, list) or not isinstance(after, Document) or not _grown(items, after):
        raise NotWrittenError(BROKEN.format(file=path), BROKEN_FIX)
    return Draft(path, text, before, start.count("\n") + 1)


def _dash_column(text: str, document: Document) -> int:
    """Return the column of the dashes of a list, counted from 0."""
    if not document.value:
        return 0
    first = text.split("\n")[document.mark((0,)).line - 1]
    return len(first) - len(first.lstrip(" "))


def _grown(items: list[Any], after: Document) -> bool:
    """Tell whether a list is what it was, with one more item."""
    return isinstance(after.value, list) and after.value[:-1] == items


EXISTS = Message(
    fr="Le fichier {file} existe déjà ; rien n’a été écrit.",
    nl="Het bestand {file} bestaat al; er is niets geschreven.",
)
EXISTS_FIX = Message(
    fr="Choisissez un autre titre, ou un autre nom interne avec --id.",
    nl="Kies een andere titel, of een andere interne naam met --id.",
)
CHANGED = Message(
    fr="Le fichier {file} a changé entre-temps ; rien n’a été écrit.",
    nl="Het bestand {file} is intussen gewijzigd; er is niets geschreven.",
)
CHANGED_FIX = Message(fr="Recommencez.", nl="Begin opnieuw.")
UNWRITABLE = Message(
    fr="Le fichier {file} ne peut pas être écrit ({reason}).",
    nl="Het bestand {file} kan niet geschreven worden ({reason}).",
)
TAKEN = Message(
    fr="Le nom interne « {id} » est déjà pris dans {file} ; rien n’a été écrit.",
    nl="De interne naam ‘{id}’ is al in gebruik in {file}; er is niets geschreven.",
)
BROKEN = Message(
    fr="Le fichier {file} n’est pas une liste lisible ; rien n’a été écrit.",
    nl="Het bestand {file} is geen leesbare lijst; er is niets geschreven.",
)
BROKEN_FIX = Message(
    fr="Corrigez d’abord ce que « bassin check » en dit.",
    nl="Verbeter eerst wat ‘bassin check’ erover meldt.",
)
