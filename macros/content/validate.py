"""From a parsed document to typed records, or to findings that an editor can act on."""

import difflib
import re
import types
import typing
from collections.abc import Callable, Collection, Iterable
from functools import cache
from itertools import takewhile
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from macros.content import meant
from macros.content.base import Origin, Pair, settle
from macros.content.messages import (
    DID_YOU_MEAN,
    LANGUAGE,
    MODEL_ERRORS,
    WRITE,
    WRITE_LIST,
    WRITE_SIDES,
)
from macros.content.strict_yaml import Document, Path
from macros.content.written_dates import clock, says_an_hour
from macros.finding import Finding, Severity
from macros.folding import slugify
from macros.language import LANGS, Message

Model = TypeVar("Model")
ADDRESSES = frozenset({"url", "urls"})
"""Keys whose two sides are web addresses."""
LONGEST_QUOTE = 120
"""Signs of a value that a message repeats: who pastes a whole text need not read it again."""
SURE = 0.7
"""How much alike two words are of which one is meant, though it begins with another letter."""
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)


def validate(
    wanted: type[Model], document: Document, file: str, extra: dict[str, str] | None = None
) -> Model | list[Finding]:
    """Make typed records of a document; `extra` adds keys that the file name gives."""
    empty = {path: _empty(file, document, path) for path in _empty_values(document.value)}
    value = document.value
    if extra and isinstance(value, dict):
        taken = [key for key in extra if key in value]
        if taken:
            return [_finding("named_by_file", file, document, (taken[0],), {})]
        value = {**value, **extra}
    try:
        result: Model = _adapter(wanted).validate_python(value)
    except ValidationError as error:
        problems = [
            _translate(problem, wanted, document, file)
            for problem in _first_causes(error)
            if not _is_told(_without_tags(problem["loc"]), empty)
        ]
        emptied = _emptied(error, wanted, document)
        return [f for path, f in empty.items() if path not in emptied] + problems
    if empty:
        return list(empty.values())
    settle(result, Origin(file, document))
    return result


def _first_causes(error: ValidationError) -> list[Any]:
    """Leave out that a list is too short when that is because its elements are wrong."""
    problems = error.errors(include_url=False)
    wrong = {problem["loc"][:-1] for problem in problems}
    return [p for p in problems if p["type"] != "too_short" or p["loc"] not in wrong]


def _emptied(error: ValidationError, whole: Any, document: Document) -> set[Path]:
    """Return the keys that are empty because what they hold stands too far out, below them."""
    unknown = (p["loc"] for p in error.errors() if p["type"] == "extra_forbidden")
    found = (
        (path[:-1], _fallen_from(whole, document, path)) for path in map(_without_tags, unknown)
    )
    return {(*around, key) for around, key in found if key}


def _empty(file: str, document: Document, path: Path) -> Finding:
    is_side = len(path) > 1 and path[-1] in LANGS
    kind = "empty_side" if is_side else "empty"
    if is_side and path[-2] in ADDRESSES:
        other = _at(document.value, (*path[:-1], "nl" if path[-1] == "fr" else "fr"))
        kind, context = "empty_address", {"other": other or "https://…"}
        return _finding(kind, file, document, path, context)
    return _finding(kind, file, document, path, {})


def suggestion(word: str, known: Iterable[str]) -> Message:
    """Return the sentence "Did you mean ...?" for the nearest known word, or nothing."""
    near = nearest(word, known)
    return DID_YOU_MEAN.format(near=near) if near else Message("", "")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that looks most like this one, if one does."""
    words = list(known)
    alike = [one for one in words if one.casefold() == word.casefold()]
    near = alike or difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    starts_alike = bool(near) and near[0][:1].casefold() == word[:1].casefold()
    is_sure = starts_alike or bool(difflib.get_close_matches(word, near, 1, SURE))
    return near[0] if near and is_sure else None


def _empty_values(value: Any, path: Path = ()) -> list[Path]:
    if value is None or value == "":
        return [path]
    if isinstance(value, dict):
        return [p for key, part in value.items() for p in _empty_values(part, (*path, key))]
    if isinstance(value, list):
        return [p for index, part in enumerate(value) for p in _empty_values(part, (*path, index))]
    return []


def _is_told(path: Path, told: Collection[Path]) -> bool:
    """Tell whether a value, or one around it, is empty; pydantic adds the parts of a union."""
    return any(path[:end] in told for end in range(len(path) + 1))


def _without_tags(loc: tuple[int | str, ...]) -> Path:
    return tuple(
        part for part in loc if not (isinstance(part, str) and part.startswith("function-"))
    )


_SAID_AS = {
    "too_short": "empty",
    "string_too_short": "empty",
    "date_type": "date_format",
    "datetime_type": "date_format",
}
"""Errors of pydantic by the name that they have here."""


def _translate(problem: Any, whole: Any, document: Document, file: str) -> Finding:
    path = _without_tags(problem["loc"])
    kind: str = _SAID_AS.get(problem["type"], problem["type"])
    value = problem.get("input")
    context: dict[str, Any] = dict(problem.get("ctx") or {})
    wanted = _annotation_at(whole, path)
    if kind == "missing":
        if path[-1] in LANGS and len(path) > 1:
            kind = "missing_address" if path[-2] in ADDRESSES else "missing_side"
    elif kind == "extra_forbidden":
        return _unknown_key(file, document, path, whole)
    elif kind in ("model_type", "model_attributes_type", "dict_type"):
        kind = _kind_of_record(path, wanted, value)
        context["known"] = ", ".join(_keys_at(whole, path))
    elif kind in ("tuple_type", "list_type"):
        first = next(iter(_keys_at(whole, (*path, 0))), None)
        kind = "not_a_list_of_records" if first else "not_a_list"
        context["first"] = first
    elif kind == "string_type":
        kind = "sides_of_one_address" if _are_two_addresses(path, value) else "not_a_text"
    elif kind.startswith(("int_", "decimal_", "finite_")):
        kind = "whole_number" if wanted is int else "number"
    elif kind.startswith("bool_"):
        kind = "boolean"
    return _finding(kind, file, document, path, {"value": _shown(value), **context})


def _kind_of_record(path: Path, wanted: Any, value: object) -> str:
    """Tell what stands where keys should be."""
    if not path:
        return "not_a_file_of_keys"
    if isinstance(value, list):
        return "dashes"
    if len(path) == 1 and isinstance(path[0], int):
        return "not_an_item"
    if not (_is_model(wanted) and issubclass(wanted, Pair)):
        return "not_a_record"
    is_glued = re.search(r"\bfr:\S.*\bnl:\S", str(value), re.DOTALL)
    return "glued_pair" if is_glued else "not_a_pair"


def _are_two_addresses(path: Path, value: object) -> bool:
    return path[-1:] == ("url",) and isinstance(value, dict) and set(value) <= set(LANGS)


def _keys_at(whole: Any, path: Path) -> list[str]:
    """Return the keys that a record has; the name of its file is none of them."""
    model = _annotation_at(whole, path)
    own = list(model.model_fields) if _is_model(model) else []
    is_named_by_file = not path and _is_model(whole)
    return [name for name in own if name != "id" or not is_named_by_file]


def _unknown_key(file: str, document: Document, path: Path, whole: Any) -> Finding:
    written = str(path[-1])
    known, around = (_keys_at(whole, path[:end]) for end in (-1, -2))
    seen = _UNSEEN.sub("", written).strip()
    if seen != written:
        return _finding("hidden_space", file, document, path, {"key": seen})
    if written in around and len(path) > 1:
        return _finding("too_deep", file, document, path, {})
    above = _fallen_from(whole, document, path)
    if above:
        return _finding("too_shallow", file, document, path, {"above": above})
    said = meant.key(written, known)
    near = DID_YOU_MEAN.format(near=said) if said else suggestion(written, known)
    return _finding(
        "unknown_key",
        file,
        document,
        path,
        {"suggestion_fr": near.fr, "suggestion_nl": near.nl, "known": ", ".join(known)},
    )


def _fallen_from(whole: Any, document: Document, path: Path) -> str | None:
    """Return the key above whose record lacks this one, which stands too far out."""
    above = takewhile(lambda key: key != path[-1], _at(document.value, path[:-1]) or ())
    own = _keys_at(whole, path[:-1])
    before = [key for key in above if key in own]
    if not before or path[-1] in (_at(document.value, (*path[:-1], before[-1])) or ()):
        return None
    return before[-1] if path[-1] in _keys_at(whole, (*path[:-1], before[-1])) else None


def _finding(
    kind: str, file: str, document: Document, path: Path, context: dict[str, Any]
) -> Finding:
    rule, message, fix = MODEL_ERRORS.get(kind, MODEL_ERRORS["other"])
    names = [part for part in path if isinstance(part, str)]
    values = {
        "key": path[-1] if names and path[-1] == names[-1] else (names[-1] if names else file),
        "parent": names[-2] if len(names) > 1 else file,
        "value": "",
        **context,
    }
    side = next((lang for lang in LANGS if path and str(path[-1]).strip() == lang), None)
    if side:
        values["language_fr"], values["language_nl"] = LANGUAGE[side].fr, LANGUAGE[side].nl
    if "allowed" in context:
        said = meant.choice(str(context["value"]), context["allowed"])
        near = (
            DID_YOU_MEAN.format(near=said)
            if said
            else suggestion(str(context["value"]), context["allowed"])
        )
        values |= {
            "suggestion_fr": near.fr,
            "suggestion_nl": near.nl,
            "known": ", ".join(context["allowed"]),
        }
    remedy = _remedy(kind, document, path, values)
    whole = str(values["value"])
    values["slug"] = (
        slugify(whole.strip("/").rpartition("/")[2])[:LONGEST_QUOTE].strip("-")
        or "exemple-voorbeeld"
    )
    values["value"] = whole[:LONGEST_QUOTE]
    mark = document.mark(path)
    return Finding(
        rule,
        Severity.ERROR,
        file,
        mark.line,
        message.format(**values),
        remedy or fix.format(**values),
        mark.column,
        values["value"] or None,
        side=side,
    )


def _remedy(kind: str, document: Document, path: Path, values: dict[str, Any]) -> Message | None:
    """Return the remedy that can be pasted as it is, where what was meant leaves no doubt."""
    key = values["key"]
    written = str(values["value"])
    right = meant.value(kind, written)
    if key == "end" and says_an_hour(written):
        start = str(_at(document.value, (*path[:-1], "start")) or "")[: len("2024-09-23")]
        right = f"{start} {clock(written)}" if start else None
    if right is not None:
        named = isinstance(path[-1], str) if path else False
        return WRITE.format(written=f"{key}: {right}" if named else f"- {right}")
    return _remedy_of_shape(kind, document, path, values)


def _remedy_of_shape(
    kind: str, document: Document, path: Path, values: dict[str, Any]
) -> Message | None:
    """Return the remedy for a value that is a list, a pair or a text, and should not be."""
    key, written = values["key"], str(values["value"])
    several = re.split("[,;]| - ", written)
    if kind == "id_format" and len(several) > 1 and not isinstance(path[-1], str):
        names = ", ".join(map(slugify, several))
        return WRITE_LIST.format(key=key, items=names)
    if kind == "not_a_list" and re.fullmatch(r"[-–—•*\s]*[\w-]+(?:\s*[,;]\s*[\w-]+)*", written):
        items = (item.strip(" \u00a0-–—•*") for item in re.split("[,;]", written))
        return WRITE_LIST.format(key=key, items=", ".join(items))
    if kind == "not_a_text" and isinstance(path[-1], int):
        inside = _at(document.value, path)
        texts = list(inside.values()) if isinstance(inside, dict) else []
        if len(texts) == 1 and isinstance(texts[0], str):
            return WRITE.format(written=f"- {texts[0]}")
    if kind == "not_a_pair" and re.match(r"(?:https?://|www\.|[\w.+-]+@)", written):
        return WRITE_SIDES.format(key=key, value=written)
    other = _at(document.value, (*path[:-1], "nl" if path[-1:] == ("fr",) else "fr"))
    if kind == "missing_address":
        return MODEL_ERRORS[kind][2].format(**values, other=other or "https://…")
    return None


def _at(value: Any, path: Path) -> Any:
    """Follow keys and indexes through plain values; None where they lead nowhere."""
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: …" for key in value)[:LONGEST_QUOTE]
    if isinstance(value, list):
        return ", ".join(_shown(item) for item in value)[:LONGEST_QUOTE]
    return "" if value is None else str(value)[:LONGEST_QUOTE]


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _annotation_at(annotation: Any, path: Path) -> Any:
    """Follow keys and indexes through the annotations of the models."""
    annotation = _bare(annotation)
    for part in path:
        arguments = typing.get_args(annotation)
        if _is_model(annotation):
            field = annotation.model_fields.get(str(part))
            annotation = _bare(field.annotation) if field else None
        elif arguments:
            # tuple[X, ...] by index, dict[str, X] by key
            annotation = _bare(arguments[0] if isinstance(part, int) else arguments[-1])
        else:
            return None
    return annotation


def _bare(annotation: Any) -> Any:
    """Strip `Annotated` and `| None`."""
    if typing.get_origin(annotation) is Annotated:
        return _bare(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        parts = [part for part in typing.get_args(annotation) if part is not type(None)]
        return _bare(parts[0])
    return annotation
