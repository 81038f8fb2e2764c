"""Answers checked while they are given, with the messages that `bassin check` would show."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import TypeAdapter

from macros.authoring.kinds import BODY, Kind
from macros.authoring.template import Answers, value_of
from macros.content.content import Content
from macros.content.fields import is_pair
from macros.content.shapes import REGION
from macros.content.strict_yaml import Document, Mark
from macros.content.types import Choice, Id, Text
from macros.content.validate import validate
from macros.finding import Finding
from macros.folding import slugify
from macros.language import LANGS, Lang

MAX_SLUG = 60
"""Characters of a proposed slug: an address that can still be read aloud."""
_GLOSS = re.compile(r"([a-z-]+) \(([^)]+)\)")
_HERE, _ELSEWHERE = Mark(2, 1, 2), Mark(1, 1, 1)


def scopes(kind: Kind, content: Content) -> list[str]:
    """Return where an item can stand: one of the bassins, and for most kinds the Region."""
    bassins = [bassin.id for bassin in content.bassins]
    return bassins if kind.is_of_bassin else [REGION, *bassins]


def open_actions(content: Content, bassin: str) -> Mapping[str, Text]:
    """Return the titles, by id, of the regional actions whose state a bassin has not told."""
    told = {progress.id for progress in content.own[bassin].progress}
    return {a.id: a.title for a in content.region.items.actions if a.id not in told}


def scope_named(answer: str, content: Content) -> str:
    """Return the scope that is meant by its id or by a name of the bassin, else the answer."""
    ids = {bassin.id: bassin.id for bassin in content.bassins}
    names = {
        slugify(name[lang]): b.id
        for b in content.bassins
        for name in (b.name, b.short_name)
        for lang in LANGS
    }
    return {**names, **ids, **dict.fromkeys(_WORDS_FOR_ALL, REGION)}.get(slugify(answer), answer)


_WORDS_FOR_ALL = (
    "region",
    "gewest",
    "tous",
    "tous-les-bassins",
    "les-cinq",
    "alle",
    "alle-zorgzones",
    "alle-vijf",
)


def choices(kind: Kind, name: str, content: Content) -> Sequence[str]:
    """Return the values that a field admits; none when it is free."""
    if name == "mission":
        return [mission.id for mission in content.region.missions]
    if name == BODY or is_pair(kind.fields[name].annotation):
        return []
    allowed: Sequence[str] = TypeAdapter(kind.fields[name].annotation).json_schema().get("enum", [])
    return allowed


def value_named(kind: Kind, name: str, answer: str, content: Content) -> str:
    """Return the value that a word in French or Dutch stands for, else the answer.

    The words are those that the documentation of the field puts beside its values, as in
    `running (en cours)`, those that the sites show for them, and the names of the missions.
    """
    known = choices(kind, name, content)
    if not known or answer in known:
        return answer
    told = kind.fields[name].doc.text
    names: dict[str, str] = {
        slugify(word): value for _, text in told for value, word in _GLOSS.findall(text)
    }
    labels = content.region.labels
    shown = {value: labels[f"{name}_{value}"] for value in known if f"{name}_{value}" in labels}
    names |= {slugify(text): value for value, label in shown.items() for _, text in label}
    if name == "mission":
        names |= {slugify(text): m.id for m in content.region.missions for _, text in m.name}
    return names.get(slugify(answer), answer)


def problem(
    kind: Kind, name: str, answers: Answers, content: Content, lang: Lang | None
) -> Finding | None:
    """Return what is wrong with one answer; `lang` chooses the side of a pair."""
    known = choices(kind, name, content)
    value = answers.get(name, "")
    text = value if isinstance(value, str) else value.get(lang or "fr", "")
    if known and text:
        return wrong_word(name, text, known)
    if not text or (kind.is_page and name == BODY):
        return None
    whole = value_of(kind, name, answers) if not kind.is_page else text.strip()
    path: tuple[str, ...] = (name, lang) if lang and not kind.is_page else (name,)
    # Other fields are not there yet: only what is said of this place counts.
    document = Document({name: whole}, {(): _ELSEWHERE, path: _HERE})
    found = validate(kind.model, document, "")
    if not isinstance(found, list):
        return None
    return next((finding for finding in found if finding.line == _HERE.line), None)


def wrong_word(name: str, value: str, known: Sequence[str]) -> Finding | None:
    """Return what is wrong with a word that has to be one of some."""
    return _alone(name, value, Annotated[str, Choice(tuple(known))])


def wrong_id(value: str) -> Finding | None:
    """Return what is wrong with an internal name, which also names a file."""
    return _alone("id", value, Id)


def _alone(name: str, value: str, wanted: Any) -> Finding | None:
    """Judge a value outside a file; its name stands for that of the file in the message."""
    found = validate(wanted, Document(value, {}), name)
    return found[0] if isinstance(found, list) else None


def proposed_slug(title: str) -> str:
    """Make a slug of a title, cut at a word."""
    slug = slugify(title)
    if len(slug) <= MAX_SLUG:
        return slug
    return slug[: MAX_SLUG + 1].rpartition("-")[0] or slug[:MAX_SLUG]


def proposed_id(kind: Kind, answers: Answers, lang: Lang) -> str:
    """Make an internal name of the day and the title; empty when there is no title."""
    title = answers.get("title", "")
    sides = [title] if isinstance(title, str) else [title.get(lang, ""), *map(title.get, LANGS)]
    slug = next((s for s in map(proposed_slug, (side for side in sides if side)) if s), "")
    day = str(answers.get("date") or answers.get("start") or "")[:10]
    dated = slug and re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) and not kind.is_listed
    return f"{day}-{slug}" if dated else slug
