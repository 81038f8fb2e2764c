"""A strict reading of YAML that keeps the place of every value.

Scalars stay text: `no`, `14:30` and `010` mean what an editor sees. Duplicate keys, anchors
and aliases are refused. Syntax: https://yaml.org/spec/1.1/ as read by libyaml.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from macros.finding import Finding, Severity
from macros.language import Message

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Path: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 20
"""Deeper nesting than any model has; a limit keeps the recursive reader safe."""
_INDENTED = re.compile(rf"^[ ?-]{{{4 * MAX_DEPTH + 1}}}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value stands: line and column of its key, and the first line of its text."""

    line: int
    column: int
    text_line: int


@dataclass(frozen=True, slots=True)
class Document:
    """The value of one YAML text and the mark of each part by its path of keys."""

    value: Value
    marks: Mapping[Path, Mark]

    def mark(self, path: Path) -> Mark:
        """Return the mark of the path, or of the nearest part around it."""
        while path not in self.marks:
            if not path:
                return Mark(1, 1, 1)
            path = path[:-1]
        return self.marks[path]


class _Loader(yaml.CSafeLoader):
    """libyaml's parser without guesses at types: every scalar stays text, so no tag is needed."""

    def resolve(self, *_: Any, **__: Any) -> str:
        return "tag:yaml.org,2002:str"

    def descend_resolver(self, *_: Any, **__: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


@dataclass
class _Reader:
    file: str
    offset: int
    text: str
    marks: dict[Path, Mark] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def value(self, node: yaml.Node, path: Path) -> Value:
        if id(node) in self.seen:
            self.refuse("yaml-alias", node, ALIAS, ALIAS_FIX)
            return None
        self.seen.add(id(node))
        if self.text[node.start_mark.index : node.start_mark.index + 1] in ("!", "&"):
            # libyaml takes the first word for a tag or a name, and it would be lost
            self.refuse("yaml-character", node, MARKED, MARKED_FIX)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                self.marks[(*path, index)] = self.mark(item, item)
            return [self.value(item, (*path, i)) for i, item in enumerate(node.value)]
        if node.value in ("", "~") and not getattr(node, "style", None):
            return None
        text: str = node.value
        return text

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.refuse("yaml-key", key_node, KEY, KEY_FIX)
                continue
            key = key_node.value
            if key in result:
                first = self.marks[(*path, key)].line
                message = DUPLICATE.format(key=key, line=first)
                self.refuse("duplicate-key", key_node, message, DUPLICATE_FIX)
                continue
            self.marks[(*path, key)] = self.mark(key_node, value_node)
            result[key] = self.value(value_node, (*path, key))
        return result

    def mark(self, node: yaml.Node, value: yaml.Node) -> Mark:
        start = value.start_mark.line + 1 + self.offset
        is_block = isinstance(value, yaml.ScalarNode) and value.style in ("|", ">")
        return Mark(
            node.start_mark.line + 1 + self.offset,
            node.start_mark.column + 1,
            start + 1 if is_block else start,
        )

    def refuse(self, rule: str, node: yaml.Node, message: Message, fix: Message) -> None:
        line = node.start_mark.line + 1 + self.offset
        column = node.start_mark.column + 1
        self.findings.append(Finding(rule, Severity.ERROR, self.file, line, message, fix, column))


def parse(text: str, file: str, offset: int = 0) -> Document | list[Finding]:
    """Read YAML text; `offset` is the number of lines before it in the file.

    Returns the document, or the findings that make it unusable. An empty text gives `None`.
    """
    deep = _too_deep(text)
    if deep:
        return [Finding("yaml-depth", Severity.ERROR, file, deep + offset, DEPTH, DEPTH_FIX)]
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return [_syntax_error(error, text, file, offset)]
    except yaml.YAMLError:
        return [Finding("yaml-syntax", Severity.ERROR, file, 1 + offset, SYNTAX, SYNTAX_FIX)]
    if node is None:
        return Document(None, {})
    reader = _Reader(file, offset, text)
    value = reader.value(node, ())
    reader.marks[()] = reader.mark(node, node)
    return reader.findings or Document(value, reader.marks)


def _too_deep(text: str) -> int:
    """Return the line on which brackets or indentation nest too deeply, or 0."""
    if text.count("[") + text.count("{") <= 5 * MAX_DEPTH and not _INDENTED.search(text):
        return 0  # so it is nearly always, and quickly seen
    depth = 0
    for number, line in enumerate(text.split("\n"), start=1):
        opened = line.count("[") + line.count("{")
        depth = max(0, depth + opened - line.count("]") - line.count("}"))
        indent = _INDENT.match(line)
        if max(opened, depth) > 5 * MAX_DEPTH or (indent and indent.end() > 4 * MAX_DEPTH):
            return number
    return 0


def _syntax_error(error: yaml.MarkedYAMLError, text: str, file: str, offset: int) -> Finding:
    mark = error.problem_mark or error.context_mark
    if "quoted scalar" in (error.context or ""):
        mark = error.context_mark  # an editor looks where the quote opens, not where the file ends
    index = mark.line if mark else 0
    problem = f"{error.context or ''} {error.problem or ''}"
    lines = text.split("\n")
    # libyaml reports some problems one line after the one that an editor has to change.
    if index > 0 and (index >= len(lines) or not lines[index].strip()):
        index -= 1
    line = lines[index] if index < len(lines) else ""
    rule, message, fix = _explanation(problem, line)
    if rule == "yaml-colon" and mark and _ONLY_KEY.fullmatch(line[: mark.column]):
        # its own colon is the only one: the line is taken for the text of the one above
        rule, message, fix = _BY_PROBLEM["while parsing a block"]
    if rule == "yaml-indent" and _QUOTE_TOO_SOON.match(line):
        rule, message, fix = "yaml-quote", CLOSED, CLOSED_FIX
    fix = fix.format(line=_quoted_value(line))
    return Finding(
        rule,
        Severity.ERROR,
        file,
        index + 1 + offset,
        message,
        fix,
        mark.column + 1 if mark and index == mark.line else None,
        line.strip()[:120] or None,
    )


def _explanation(problem: str, line: str) -> tuple[str, Message, Message]:
    if line.lstrip(" ").startswith("\t"):
        problem = "'\\t'"
    for words, rule, message, fix in SYNTAX_ERRORS:
        if words in problem:
            return rule, message, fix
    return "yaml-syntax", SYNTAX, SYNTAX_FIX


_INDENT = re.compile(r"(?:[-?]? )*")
"""Spaces and dashes of lists; a rule of dashes across a text has no spaces in it."""
_ONLY_KEY = re.compile(r"\s*[\w-]+")
_QUOTE_TOO_SOON = re.compile(r"""\s*(?:- )?[\w-]+: +(?:'[^']*'|"[^"]*")\s*[^\s#]""")


def _quoted_value(line: str) -> str:
    key, _, value = line.strip().partition(":")
    escaped = value.strip(" '\"").replace("'", "’").replace('"', "”")
    return f'{key}: "{escaped}"'


KEY = Message(
    fr="Une clé doit être un simple mot suivi de deux-points.",
    nl="Een sleutel moet één woord zijn, gevolgd door een dubbelpunt.",
)
KEY_FIX = Message(fr="Écrivez par exemple « title: … ».", nl="Schrijf bijvoorbeeld ‘title: …’.")
DUPLICATE = Message(
    fr="La clé « {key} » est déjà donnée à la ligne {line}.",
    nl="De sleutel ‘{key}’ staat al op regel {line}.",
)
DUPLICATE_FIX = Message(
    fr="Gardez une seule des deux lignes.", nl="Bewaar slechts één van de twee regels."
)
ALIAS = Message(
    fr="Un renvoi YAML (« * ») n’est pas admis.",
    nl="Een YAML-verwijzing (‘*’) is niet toegelaten.",
)
ALIAS_FIX = Message(
    fr="Mettez entre guillemets droits un texte qui commence par « * » ou « & ».",
    nl="Zet tekst die met ‘*’ of ‘&’ begint tussen rechte aanhalingstekens.",
)
MARKED = Message(
    fr="YAML ne lit pas comme du texte un mot qui commence par « ! » ou « & » : il serait perdu.",
    nl="YAML leest een woord dat met ‘!’ of ‘&’ begint niet als tekst: het zou verdwijnen.",
)
MARKED_FIX = Message(
    fr="Mettez le texte entier entre guillemets droits.",
    nl="Zet de hele tekst tussen rechte aanhalingstekens.",
)
CLOSED = Message(
    fr="Le guillemet droit qui ouvre ce texte se referme avant la fin.",
    nl="Het rechte aanhalingsteken dat deze tekst opent, sluit voor het einde.",
)
CLOSED_FIX = Message(
    fr="Écrivez l’apostrophe courbe (’), et le texte entre guillemets doubles : {line}",
    nl="Schrijf de gebogen apostrof (’), en de tekst tussen dubbele aanhalingstekens: {line}",
)
DEPTH = Message(
    fr="Les données sont imbriquées trop profondément.",
    nl="De gegevens zijn te diep genest.",
)
DEPTH_FIX = Message(
    fr="Vérifiez les crochets, les accolades et le retrait de cette ligne.",
    nl="Controleer de haken, de accolades en de inspringing van deze regel.",
)
SYNTAX = Message(
    fr="Le fichier YAML est illisible à partir d’ici.",
    nl="Het YAML-bestand is vanaf hier onleesbaar.",
)
SYNTAX_FIX = Message(
    fr="Chaque ligne s’écrit « clé: valeur », avec le même retrait que ses voisines.",
    nl="Elke regel heeft de vorm ‘sleutel: waarde’, even ver ingesprongen als de regels ernaast.",
)
SYNTAX_ERRORS: tuple[tuple[str, str, Message, Message], ...] = (
    (
        "'\\t'",
        "yaml-tab",
        Message(
            fr="Une tabulation sert de retrait ; YAML n’admet que des espaces.",
            nl="Er staat een tab als inspringing; YAML aanvaardt alleen spaties.",
        ),
        Message(
            fr="Remplacez la tabulation par deux espaces.",
            nl="Vervang de tab door twee spaties.",
        ),
    ),
    (
        "mapping values are not allowed",
        "yaml-colon",
        Message(
            fr="Un deux-points dans un texte fait croire à une nouvelle clé.",
            nl="Een dubbelpunt in een tekst lijkt hier op een nieuwe sleutel.",
        ),
        Message(
            fr="Mettez le texte entre guillemets droits : {line}",
            nl="Zet de tekst tussen rechte aanhalingstekens: {line}",
        ),
    ),
    (
        "undefined alias",
        "yaml-alias",
        ALIAS,
        ALIAS_FIX,
    ),
    (
        "scanning a quoted scalar",
        "yaml-quote",
        Message(
            fr="Un guillemet droit ouvert n’est pas refermé.",
            nl="Een geopend recht aanhalingsteken is niet gesloten.",
        ),
        Message(
            fr="Ajoutez le guillemet fermant à la fin du texte.",
            nl="Voeg het sluitende aanhalingsteken toe aan het einde van de tekst.",
        ),
    ),
    (
        "while parsing a flow",
        "yaml-bracket",
        Message(
            fr="Une liste [ ] ou une accolade { } n’est pas refermée, ou une virgule manque.",
            nl="Een lijst [ ] of accolade { } is niet gesloten, of er ontbreekt een komma.",
        ),
        Message(
            fr="Refermez-la, ou écrivez un élément par ligne, précédé d’un tiret.",
            nl="Sluit ze, of schrijf één element per regel met een streepje ervoor.",
        ),
    ),
    (
        "could not find expected ':'",
        "yaml-key",
        Message(
            fr="Cette ligne n’a pas de deux-points après la clé, ou son retrait est faux.",
            nl="Hier ontbreekt een dubbelpunt na de sleutel, of de inspringing klopt niet.",
        ),
        SYNTAX_FIX,
    ),
    (
        "while parsing a block",
        "yaml-indent",
        Message(
            fr="Le retrait de cette ligne ne correspond pas à celui des lignes voisines.",
            nl="De inspringing van deze regel past niet bij die van de regels ernaast.",
        ),
        Message(
            fr="Alignez-la, avec des espaces, sur les lignes du même niveau.",
            nl="Lijn hem met spaties uit op de regels van hetzelfde niveau.",
        ),
    ),
    (
        "expected a single document",
        "yaml-document",
        Message(
            fr="Une ligne « --- » coupe le fichier en deux.",
            nl="Een regel ‘---’ splitst het bestand in tweeën.",
        ),
        Message(fr="Supprimez cette ligne.", nl="Verwijder deze regel."),
    ),
    (
        "cannot start any token",
        "yaml-character",
        Message(
            fr="Un texte ne peut pas commencer par ce caractère (@, ` ou %).",
            nl="Een tekst kan niet met dit teken beginnen (@, ` of %).",
        ),
        Message(
            fr="Mettez le texte entre guillemets droits.",
            nl="Zet de tekst tussen rechte aanhalingstekens.",
        ),
    ),
)
_BY_PROBLEM = {words: (rule, message, fix) for words, rule, message, fix in SYNTAX_ERRORS}
