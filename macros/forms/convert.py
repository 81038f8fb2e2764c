"""From the answers of a form to a file of `data/`.

A side that nobody wrote is an empty key, marked to translate: `bassin check` asks for it by name.
Everything else that the model refuses is a refusal of the form.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from macros.authoring.answers import proposed_slug
from macros.authoring.template import schema_path
from macros.authoring.yaml_text import lines_of
from macros.content.content import Content
from macros.content.items import Action
from macros.content.shapes import SHAPES
from macros.content.strict_yaml import parse
from macros.content.validate import suggestion, validate
from macros.content.written_dates import NotADateError, clock, day, end
from macros.finding import Finding
from macros.folding import slugify
from macros.forms.catalogue import CONVERTED
from macros.forms.form import Answers, RefusedError
from macros.forms.issue_template import choices
from macros.forms.safety import shown
from macros.language import LANGS, Lang, Message, other

Tree: TypeAlias = "str | Mapping[str, Tree] | Sequence[Tree]"
MARK: Mapping[Lang, str] = {"fr": "# à traduire", "nl": "# te vertalen"}
"""Stands where a side is to be written, in its language."""
_FOLDERS = {"news": "news", "event": "events"}


@dataclass(frozen=True, slots=True)
class Converted:
    """A file made of a form.

    Attributes:
        file: its path in the project, with forward slashes.
        text: all of it.
        to_do: what the file still misses, for the person who goes on with it.

    """

    file: str
    text: str
    to_do: tuple[Finding, ...]


def convert(answers: Answers, content: Content, root: Path) -> Converted:
    """Make a file of a form.

    Raises:
        RefusedError: the answers fit no file; the reason is for the person who wrote them.

    """
    if answers.form.kind not in CONVERTED:
        raise RefusedError(FOR_PEOPLE)
    scope = _scope(answers, content)
    if answers.form.kind == "example":
        return _example(answers, content, scope, root)
    try:
        record = _news(answers) if answers.form.kind == "news" else _event(answers)
        name = f"{day(answers['date'])}-{_slug(answers['title'])}"
    except NotADateError as error:
        raise RefusedError(error.reason) from None
    file = f"data/{scope}/{_FOLDERS[answers.form.kind]}/{name}.yml"
    if (root / file).exists():
        raise RefusedError(EXISTS.format(file=file))
    return _new_file(file, record)


def _new_file(file: str, record: Mapping[str, Tree]) -> Converted:
    kind = file.split("/")[2]
    schema = f"# yaml-language-server: $schema={schema_path(file.count('/') - 1, kind)}\n"
    text = schema + to_yaml(record)
    return Converted(file, text, _to_do(text, file))


def _scope(answers: Answers, content: Content) -> str:
    offered = choices(content.bassins, answers.lang)
    chosen = offered.get(answers["bassin"])
    if chosen is None:
        raise RefusedError(NO_BASSIN.format(value=shown(answers["bassin"])))
    return chosen


def _news(answers: Answers) -> Mapping[str, Tree]:
    record: dict[str, Tree] = {
        "title": _pair(answers, "title"),
        "slug": _slugs(answers),
        "date": day(answers["date"]),
        "summary": _pair(answers, "summary"),
        "body": _blocks(answers),
    }
    source = answers.get("source")
    url = answers.get("source_url")
    if source or url:
        told: dict[str, Tree] = {"label": _own(answers, source or url)}
        record["source"] = {**told, "url": url} if url else told
    return record


def _event(answers: Answers) -> Mapping[str, Tree]:
    record: dict[str, Tree] = {
        "title": _pair(answers, "title"),
        "slug": _slugs(answers),
        "summary": _pair(answers, "summary"),
        **_moments(answers),
    }
    if answers.get("place"):
        place: dict[str, Tree] = {"name": _own(answers, answers["place"])}
        if answers.get("street"):
            place["street"] = _own(answers, answers["street"])
        if answers.get("postcode"):
            place["postcode"] = answers["postcode"]
        record["place"] = place
    elif answers.get("street") or answers.get("postcode"):
        raise RefusedError(NO_PLACE)
    for name in ("price", "audience", "organiser"):
        if answers.get(name):
            record[name] = _own(answers, answers[name])
    url = answers.get("registration_url")
    words = answers.get("registration")
    if words or url:
        signing: dict[str, Tree] = {"text": _own(answers, words or url)}
        record["registration"] = {**signing, "url": url} if url else signing
    if answers.get("body") or answers.get("body_other"):
        record["body"] = _blocks(answers)
    return record


def _moments(answers: Answers) -> Mapping[str, Tree]:
    first = day(answers["date"])
    hour, last_hour, last_day = (answers.get(name) for name in ("start", "end", "last_day"))
    if last_hour and not hour:
        raise RefusedError(NO_START)
    start = f"{first} {clock(hour)}" if hour else first
    last = " ".join(filter(None, (last_day and day(last_day), last_hour and clock(last_hour))))
    return {"start": start, **({"end": end(last, start)} if last else {})}


def _example(answers: Answers, content: Content, scope: str, root: Path) -> Converted:
    action = _action(answers, content, scope)
    is_own = action.origin.file.startswith(f"data/{scope}/")
    file = action.origin.file if is_own else f"data/{scope}/progress/{action.id}.yml"
    pair = _pair(answers, "example")
    path = root / file
    if not path.exists():
        return _new_file(file, {"examples": [pair]})
    before = path.read_text(encoding="utf-8")
    text = with_example(before, pair)
    return Converted(file, text, _to_do(text, file))


def to_yaml(record: Mapping[str, Tree]) -> str:
    """Write a record as `bassin new` does, in the order of its keys; empty sides are marked."""
    lines = (f"{line}\n" for key, value in record.items() for line in lines_of(key, value))
    return _marked("".join(lines))


def _marked(text: str) -> str:
    """Mark the empty sides of a text in YAML."""
    document = parse(text, "")
    if isinstance(document, list):
        return text
    lines = text.split("\n")
    for path, mark in document.marks.items():
        side = next((lang for lang in LANGS if path[-1:] == (lang,)), None)
        if side and lines[mark.line - 1].endswith(f"{side}:"):
            lines[mark.line - 1] += f"  {MARK[side]}"
    return "\n".join(lines)


def with_example(text: str, pair: Mapping[str, Tree]) -> str:
    """Add one example to the text of an action or its progress, leaving all else as it is."""
    lines = text.rstrip("\n").split("\n")
    start = next((n for n, line in enumerate(lines) if line.rstrip() == "examples:"), None)
    if start is None:
        return "\n".join([*lines, "examples:", *_item(pair, 2)]) + "\n"
    end = start + 1
    while end < len(lines) and not _is_key(lines[end]):
        end += 1
    while not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#"):
        end -= 1
    first = lines[start + 1] if end > start + 1 else "  - "
    item = _item(pair, len(first) - len(first.lstrip()))
    return "\n".join([*lines[:end], *item, *lines[end:]]) + "\n"


def _item(pair: Mapping[str, Tree], indent: int) -> list[str]:
    lines = list(lines_of("examples", [pair], indent - 2))[1:]
    return _marked("\n".join(lines)).split("\n")


def _is_key(line: str) -> bool:
    return line[:1] not in ("", " ", "-", "#")


def _action(answers: Answers, content: Content, scope: str) -> Action:
    """Find the action by the title or address that somebody gave."""
    known = content.region.items.actions if scope == "region" else content.items(scope).actions
    given = answers["action"].rstrip("/").rpartition("/")[2]
    wanted = slugify(given)
    for action in known:
        names = {action.id, *(action.slug[lang] for lang in LANGS)}
        if wanted in names or wanted in {slugify(action.title[lang]) for lang in LANGS}:
            return action
    near = suggestion(given, [action.title[answers.lang] for action in known])
    told = NO_ACTION.format(value=shown(given))
    raise RefusedError(Message(f"{told.fr} {near.fr}".strip(), f"{told.nl} {near.nl}".strip()))


def _pair(answers: Answers, field: str) -> dict[str, Tree]:
    """Return both sides of a text, French first; a side that nobody wrote is empty."""
    return _own(answers, answers.get(field), answers.get(f"{field}_other"))


def _own(answers: Answers, text: str | None, translated: str | None = None) -> dict[str, Tree]:
    """Return a text in the language of the form, with its other side or an empty one."""
    sides = {answers.lang: text or "", other(answers.lang): translated or ""}
    return {lang: sides[lang] for lang in LANGS}


def _blocks(answers: Answers) -> dict[str, Tree]:
    # The final newline makes the writer choose a block even for one line.
    return {lang: f"{text}\n" if text else "" for lang, text in _pair(answers, "body").items()}


def _slugs(answers: Answers) -> dict[str, Tree]:
    titles = _pair(answers, "title").items()
    return {lang: _slug(str(title)) if title else "" for lang, title in titles}


def _slug(title: str) -> str:
    slug = proposed_slug(title)
    if not slug:
        raise RefusedError(NO_SLUG)
    return slug


def _to_do(text: str, file: str) -> tuple[Finding, ...]:
    """Read the file as the build does, and tell what it misses.

    Raises:
        RefusedError: it misses more than texts.

    """
    kind, name = file.removesuffix(".yml").split("/")[2:]
    document = parse(text, file)
    if not isinstance(document, list):
        document = validate(SHAPES[kind].holds, document, file, {"id": name})
    problems: list[Finding] = document if isinstance(document, list) else []
    for problem in problems:
        # What the next person settles; anything else makes the form useless.
        if problem.rule != "missing-key" and not (problem.side and problem.rule == "empty-value"):
            fix = problem.fix or Message("", "")
            raise RefusedError(
                Message(f"{problem.message.fr} {fix.fr}", f"{problem.message.nl} {fix.nl}")
            )
    return tuple(problems)


FOR_PEOPLE = Message(
    fr="Ce formulaire s’adresse à l’équipe ; il ne devient pas un fichier.",
    nl="Dit formulier is voor het team; het wordt geen bestand.",
)
EXISTS = Message(
    fr="Le fichier {file} existe déjà : ce texte a sans doute été proposé auparavant. Donnez-lui "
    "un autre titre.",
    nl="Het bestand {file} bestaat al: deze tekst is wellicht al voorgesteld. Geef hem een andere "
    "titel.",
)
NO_BASSIN = Message(
    fr="`{value}` n’est pas un bassin. Choisissez-en un dans la liste du formulaire.",
    nl="`{value}` is geen zorgzone. Kies er een uit de lijst van het formulier.",
)
NO_ACTION = Message(
    fr="Aucune action de ce bassin ne s’appelle `{value}`. Copiez le titre de l’action, ou "
    "l’adresse de sa page.",
    nl="Geen enkele actie van deze zorgzone heet `{value}`. Kopieer de titel van de actie, of het "
    "adres van haar pagina.",
)
NO_PLACE = Message(
    fr="L’adresse est donnée sans le nom du lieu. Ajoutez-le dans le champ « Lieu ».",
    nl="Het adres staat er zonder de naam van de plaats. Voeg die toe in het veld ‘Plaats’.",
)
NO_START = Message(
    fr="L’heure de fin est donnée sans heure de début. Ajoutez-la.",
    nl="Het einduur staat er zonder beginuur. Voeg het toe.",
)
NO_SLUG = Message(
    fr="Le titre ne contient aucune lettre qui puisse servir dans une adresse. Ajoutez-y des mots.",
    nl="De titel bevat geen enkele letter die in een webadres kan staan. Voeg er woorden aan toe.",
)
