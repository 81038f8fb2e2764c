"""A strict reading of YAML that keeps the place of every value.

Scalars stay text: `no`, `14:30` and `010` mean what an editor sees. Duplicate keys, anchors
and aliases are refused. Syntax: https://yaml.org/spec/1.1/ as read by libyaml.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import yaml

from macros.content import yaml_messages as said
from macros.content.yaml_lines import quoted
from macros.content.yaml_mistakes import cut_text, explain
from macros.content.yaml_seen import OF_ONE_LINE, Mistake
from macros.finding import Finding, Severity
from macros.language import Message

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Path: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 20
"""Deeper nesting than any model has; a limit keeps the recursive reader safe."""
_INDENT = re.compile(r"(?:[-?]? )*")
"""Spaces and dashes of lists; a rule of dashes across a text has no spaces in it."""
_INDENTED = re.compile(rf"^[ ?-]{{{4 * MAX_DEPTH + 1}}}", re.MULTILINE)

_CLOSED_ONLY = re.compile(r'[^"]*[^"\d]"')
"""A text with one quotation mark, the last sign; behind a number it may stand for inches."""
_FOREIGN_ENDS = re.compile("[\r\x85\u2028\u2029]")


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
            self.refuse("yaml-character", node, MARKED, self.quoted(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                self.marks[(*path, index)] = self.mark(item, item)
            return [self.value(item, (*path, i)) for i, item in enumerate(node.value)]
        if getattr(node, "style", None):
            return str(node.value)
        self.look_behind(node)
        is_of_one_line = node.start_mark.line == node.end_mark.line
        if is_of_one_line and node.value[-1:] == '"' and _CLOSED_ONLY.fullmatch(node.value):
            self.refuse("yaml-quote", node, said.UNOPENED, self.quoted(node))
        return None if node.value in ("", "~") else str(node.value)

    def look_behind(self, node: yaml.Node) -> None:
        """Refuse a text that ends at ` #`, where the rest of the line would be lost."""
        end = node.end_mark
        if self.text.startswith(" #", end.index) or self.text.startswith("  #", end.index):
            line = self.text.split("\n")[end.line]
            fix = cut_text(line, node.start_mark.column, end.column)
            if fix and end.line == node.start_mark.line:
                self.refuse("yaml-comment", node, said.CUT, fix)

    def quoted(self, node: yaml.Node) -> Message:
        """Return the remedy for a text that means something else without quotation marks."""
        return said.WRITE.format(line=quoted(self.text.split("\n")[node.start_mark.line]))

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for number, (key_node, value_node) in enumerate(node.value):
            if not isinstance(key_node, yaml.ScalarNode):
                if self.text.startswith("{{", node.start_mark.index):
                    sign = said.SIGN.format(sign="{{")
                    self.refuse("yaml-bracket", node, sign, self.quoted(node))
                else:
                    self.refuse("yaml-key", key_node, KEY, KEY_FIX)
                continue
            key = key_node.value
            if node.flow_style and len(node.value) == 1 and self.is_cut_at_a_comma(key_node):
                sign = said.SIGN.format(sign="{")
                self.refuse("yaml-bracket", node, sign, self.quoted(node))
                continue
            if node.flow_style and self.is_cut_at_a_comma(key_node):
                fix = COMMA_FIX.format(text=key)
                self.refuse("yaml-bracket", key_node, COMMA.format(text=key), fix)
                continue
            if key in result:
                if key == "id" and self.is_another_item(node.value[number + 1 :], result):
                    fix = said.NO_DASH_FIX.format(written=f"- id: {value_node.value}")
                    self.refuse("yaml-indent", key_node, said.NO_DASH, fix)
                    break
                first = self.marks[(*path, key)].line
                message = DUPLICATE.format(key=key, line=first)
                self.refuse("duplicate-key", key_node, message, DUPLICATE_FIX)
                continue
            self.marks[(*path, key)] = self.mark(key_node, value_node)
            result[key] = self.value(value_node, (*path, key))
        return result

    def is_another_item(self, rest: Sequence[tuple[Any, Any]], known: Mapping[str, Value]) -> bool:
        """Tell whether keys come a second time: the dash before them is missing."""
        return any(key.value in known for key, _ in rest if isinstance(key, yaml.ScalarNode))

    def is_cut_at_a_comma(self, key: yaml.Node) -> bool:
        """Tell whether what YAML takes for a key between braces has no colon."""
        rest = self.text[key.end_mark.index : key.end_mark.index + 80].lstrip()
        return not getattr(key, "style", None) and rest[:1] in (",", "}")

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


@dataclass(frozen=True, slots=True)
class Reading:
    """What a YAML text gave.

    Attributes:
        document: what it holds; with mistakes that have one sure remedy, what it will hold once
            they are mended. None where that cannot be known.
        findings: everything that is wrong with the writing.

    """

    document: Document | None
    findings: tuple[Finding, ...]


def parse(text: str, file: str, offset: int = 0) -> Document | list[Finding]:
    """Read YAML text; `offset` is the number of lines before it in the file.

    Returns the document, or the findings that make it unusable. An empty text gives `None`.
    """
    reading = read(text, file, offset)
    return list(reading.findings) or reading.document or Document(None, {})


def read(text: str, file: str, offset: int = 0) -> Reading:
    """Read YAML text like `parse`, and go on after mistakes that have one sure remedy."""
    text = _FOREIGN_ENDS.sub(" ", text)  # libyaml counts these as line ends, editors do not
    deep = _too_deep(text)
    if deep:
        return _lost(Finding("yaml-depth", Severity.ERROR, file, deep + offset, DEPTH, DEPTH_FIX))
    try:
        node, text, mistakes, is_whole = _composed(text)
    except yaml.YAMLError:
        message, fix = said.SYNTAX, said.SYNTAX_FIX
        return _lost(Finding("yaml-syntax", Severity.ERROR, file, 1 + offset, message, fix))
    lines = text.split("\n")
    found = [mistake.finding(lines, file, offset) for mistake in mistakes]
    if node is None:
        return Reading(None if mistakes else Document(None, {}), tuple(found))
    reader = _Reader(file, offset, text)
    value = reader.value(node, ())
    reader.marks[()] = reader.mark(node, node)
    told = {finding.line for finding in found}
    found += [finding for finding in reader.findings if finding.line not in told]
    is_whole = is_whole and not any(finding.rule in _LOSSES for finding in reader.findings)
    return Reading(Document(value, reader.marks) if is_whole else None, tuple(found))


_LOSSES = frozenset({"yaml-alias", "yaml-indent", "yaml-key"})
"""Rules by which a value is refused that then seems to be missing."""


def _lost(finding: Finding) -> Reading:
    return Reading(None, (finding,))


MAX_MISTAKES = 10
"""Mistakes of one text that are told in one run; whoever made more begins with these."""
_LARGE = 100_000
"""Characters of a text that is not read again for each mistake."""


def _composed(text: str) -> tuple[yaml.Node | None, str, list[Mistake], bool]:
    """Compose a text, mending it in memory where the remedy of a mistake leaves no choice.

    Returns the node if there is one, the text that gave it, the mistakes, and whether the
    document is what the editor will have after the remedies.
    """
    lines, mistakes = text.split("\n"), list[Mistake]()
    while True:
        try:
            node = yaml.compose("\n".join(lines), Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            mistake = explain(error, lines)
        else:
            is_whole = not any(mistake.moves for mistake in mistakes)
            return node, "\n".join(lines), mistakes, is_whole
        if mistakes and not _is_news(mistake, mistakes):
            return None, text, mistakes, False
        mistakes.append(mistake)
        if not mistake.repairs or len(text) > _LARGE:
            return None, text, mistakes, False
        if len(mistakes) == MAX_MISTAKES:
            mistakes[-1] = replace(mistake, fix=mistake.fix + said.MORE)
            return None, text, mistakes, False
        for index, line in mistake.repairs.items():
            lines[index] = line


def _is_news(mistake: Mistake, told: Sequence[Mistake]) -> bool:
    """Tell whether a mistake is the editor's, and not of the lines that we mended."""
    below = max(index for one in told for index in (one.index, *one.repairs))
    if any(one.moves for one in told):
        touched = {index for one in told for index in one.repairs}
        return mistake.rule in OF_ONE_LINE and mistake.index not in touched
    return mistake.index > below


def _too_deep(text: str) -> int:
    """Return the line on which brackets or indentation nest too deeply, or 0."""
    if text.count("[") + text.count("{") <= 5 * MAX_DEPTH and not _INDENTED.search(text):
        return 0  # nearly always, and quickly seen
    depth = 0
    for number, line in enumerate(text.split("\n"), start=1):
        opened = line.count("[") + line.count("{")
        depth = max(0, depth + opened - line.count("]") - line.count("}"))
        indent = _INDENT.match(line)
        if max(opened, depth) > 5 * MAX_DEPTH or (indent and indent.end() > 4 * MAX_DEPTH):
            return number
    return 0


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
COMMA = Message(
    fr="Entre accolades, une virgule finit le texte : « {text} » n’en fait plus partie.",
    nl="Tussen accolades eindigt de tekst bij een komma: ‘{text}’ hoort er niet meer bij.",
)
COMMA_FIX = Message(
    fr="Mettez entre guillemets droits tout le texte qui contient la virgule.",
    nl="Zet de hele tekst met de komma tussen rechte aanhalingstekens.",
)
DEPTH = Message(
    fr="Les données sont imbriquées trop profondément.",
    nl="De gegevens zijn te diep genest.",
)
DEPTH_FIX = Message(
    fr="Vérifiez les crochets, les accolades et le retrait de cette ligne.",
    nl="Controleer de haken, de accolades en de inspringing van deze regel.",
)
