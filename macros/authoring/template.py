"""What a new file looks like: every field explained, the answers filled in, the rest to do.

The same text is written by `bassin new` and shown in the guides as a block to copy. A field
that must be there and has no answer stays empty, so that `bassin check` names it; an optional
one stands as a comment, with an example.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from macros.authoring.kinds import BODY, Kind
from macros.authoring.yaml_text import lines_of, many_lines, one_line
from macros.content.base import Record
from macros.content.field_docs import FieldDoc, field_doc
from macros.content.fields import Field, element_of, fields_of, is_pair, model_in
from macros.content.json_schema import FOLDER
from macros.language import LANGS, Lang, Message

Answer: TypeAlias = str | Mapping[Lang, str]
Answers: TypeAlias = Mapping[str, Answer]
"""What was answered, by field: a text, or one for each language."""


def record_text(
    kind: Kind, answers: Answers, langs: Sequence[Lang] = LANGS, schema: str | None = None
) -> str:
    """Write a file with one record; comments are in `langs`, the fields in both languages.

    `schema` is the way from the file to its JSON Schema, for the first line.
    """
    parts = [f"# yaml-language-server: $schema={schema}"] if schema else []
    parts += _comments([kind.doc.text], langs)
    present, offered = _parts(kind, answers)
    for name in present:
        parts += ["", *_field(kind, name, answers, langs)]
    parts += ["", *_comments([OPTIONAL], langs)]
    for name in offered:
        parts += ["", *_offer(kind.fields[name], langs)]
    return "\n".join(parts) + "\n"


def element_text(
    kind: Kind, item_id: str, answers: Answers, indent: int = 0, langs: Sequence[Lang] = LANGS
) -> str:
    """Write one item of a list file, `indent` spaces from the margin."""
    item = kind.fields["id"]
    parts = [*_explained(item.doc, langs), *lines_of("id", item_id)]
    present, offered = _parts(kind, answers)
    for name in present:
        parts += _field(kind, name, answers, langs)
    parts += _comments([OPTIONAL], langs)
    for name in offered:
        parts += _offer(kind.fields[name], langs)
    first = next(n for n, line in enumerate(parts) if not line.startswith("#"))
    margin = " " * indent
    # The explanation of the id stands before the dash, at the margin of the list.
    head = [margin + line for line in parts[:first]]
    dash = f"{margin}- {parts[first]}"
    rest = [f"{margin}  {line}" if line else "" for line in parts[first + 1 :]]
    return "\n".join([*head, dash, *rest]) + "\n"


def page_text(
    kind: Kind,
    lang: Lang,
    answers: Answers,
    bassins: Iterable[str] = (),
    langs: Sequence[Lang] = LANGS,
) -> str:
    """Write one side of a page."""
    parts = ["---"]
    for name in kind.asked:
        if name != BODY:
            doc = field_doc(kind.model, name)
            parts += [
                *_explained(doc, langs),
                *lines_of(name, one_line(_side(answers, name, lang))),
            ]
    chosen = list(bassins)
    if chosen:
        parts += [
            *_explained(field_doc(kind.model, "bassins"), langs),
            *lines_of("bassins", chosen),
        ]
    parts += _comments([OPTIONAL], langs)
    for name in kind.offered:
        parts += _offer(kind.fields[name], langs, lang)
    body = many_lines(_side(answers, BODY, lang))
    return "\n".join([*parts, "---", "", body]).rstrip("\n") + "\n"


def schema_path(depth: int, shape: str) -> str:
    """Return the way to a schema from a file `depth` folders below `data/`."""
    return "../" * depth + FOLDER.removeprefix("data/") + f"/{shape}.json"


def value_of(kind: Kind, name: str, answers: Answers) -> Any:
    """Return the answer to a field as it goes into the file; empty where there is none."""
    if not is_pair(kind.fields[name].annotation):
        return one_line(str(answers.get(name, "")))
    tidy = many_lines if name == BODY else one_line
    sides = {lang: tidy(_side(answers, name, lang)) for lang in LANGS}
    # A long text is easier to go on with when it starts below its key.
    return {lang: text + "\n" for lang, text in sides.items()} if name == BODY else sides


def _field(kind: Kind, name: str, answers: Answers, langs: Sequence[Lang]) -> Iterator[str]:
    yield from _explained(kind.fields[name].doc, langs)
    yield from lines_of(name, value_of(kind, name, answers))


def _parts(kind: Kind, answers: Answers) -> tuple[list[str], list[str]]:
    """Divide the fields into those that stand in the file and those that it only offers."""
    idle = [n for n in kind.asked if not kind.fields[n].required and not _is_answered(answers, n)]
    return [n for n in kind.asked if n not in idle], [*idle, *kind.offered]


def _is_answered(answers: Answers, name: str) -> bool:
    return any(_side(answers, name, lang) for lang in LANGS)


def _side(answers: Answers, name: str, lang: Lang) -> str:
    answer = answers.get(name, "")
    return answer if isinstance(answer, str) else answer.get(lang, "")


def _offer(field: Field, langs: Sequence[Lang], side: Lang | None = None) -> Iterator[str]:
    """Write an optional field as comments: what it is for, then an example to uncomment."""
    yield from _explained(field.doc, langs)
    example = field_example(field)
    if side is not None and isinstance(example, Mapping):
        example = example[side]
    for line in lines_of(field.name, example):
        yield "#" + line


def field_example(field: Field) -> Any:
    """Return the example of a field; for a record, made of the examples of its fields."""
    if field.doc.example is not None:
        return field.doc.example
    inside = fields_of(model_in(field.annotation) or Record)
    record = {inner.name: field_example(inner) for inner in inside if _shown(inner)}
    return [record] if element_of(field.annotation) is not None else record


def _shown(field: Field) -> bool:
    """Leave out of an example what would lead to something that does not exist."""
    return field.required or field.name in ("name", "street", "postcode", "url", "email")


def _explained(doc: FieldDoc, langs: Sequence[Lang]) -> Iterator[str]:
    yield from _comments(
        [Message(*(f"{doc.title[lang]} — {doc.text[lang]}" for lang in LANGS))], langs
    )


def _comments(messages: Iterable[Message], langs: Sequence[Lang]) -> list[str]:
    return [f"# {message[lang]}" for message in messages for lang in langs]


OPTIONAL = Message(
    fr="Facultatif : pour utiliser un champ, effacez le « # » au début de ses lignes.",
    nl="Niet verplicht: wis de ‘#’ aan het begin van de regels om een veld te gebruiken.",
)
