"""What an editor reads when YAML cannot be read: the line to change, and what to write there.

libyaml tells where it gave up, which is often a line below the mistake, in words for programmers.
Here the lines around that place are looked at as an editor sees them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from macros.finding import Finding, Severity
from macros.language import Message

_NO_SPACE = re.compile(r"(?P<indent>\s*)(?P<dash>- )?(?P<key>[a-z][a-z_]*):(?P<value>[^\s/:].*)")
_NO_COLON = re.compile(r"(?P<indent>\s*)(?P<dash>- )?(?P<key>[a-z][a-z_]*)(?:\s+(?P<value>.*))?")
_NO_GAP = re.compile(r"(?P<indent>\s*)-(?P<value>[^\s-].*)")
_KEY = re.compile(r"\s*(?:- )?[\w-]+:")
_HEADER = re.compile(r"\s*(?:- )?[\w-]+: *[|>][-+]?\d?\s*")
_ONLY_KEY = re.compile(r"\s*[\w-]+")
_QUOTE_TOO_SOON = re.compile(r"""\s*(?:- )?[\w-]+: +(?:'[^']*'|"[^"]*")\s*[^\s#]""")
_OPENED = re.compile(r"""\s*(?:- )?[\w-]+: +(?P<mark>["'])""")
_SIGN = re.compile(r"\s*(?:- )?[\w-]+: +(?P<sign>\S)")
_CUT = re.compile(r"(?<=\S) +#(?=[^\s#!-])")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong on a line of a file, counted from 0, and at a column where that helps."""

    rule: str
    index: int
    message: Message
    fix: Message
    column: int | None = None


def finding(error: yaml.MarkedYAMLError, text: str, file: str, offset: int) -> Finding:
    """Explain why libyaml could not read a text that starts `offset` lines into its file."""
    lines = text.split("\n")
    mistake = _mistake(error, lines)
    line = lines[mistake.index] if mistake.index < len(lines) else ""
    return Finding(
        mistake.rule,
        Severity.ERROR,
        file,
        mistake.index + 1 + offset,
        mistake.message,
        mistake.fix.format(line=quoted(line)) if mistake.fix in _OF_A_LINE else mistake.fix,
        mistake.column,
        line.strip()[:120] or None,
    )


def cut_text(line: str, start: int, end: int) -> Message | None:
    """Return the remedy for a text that ` #` cuts short: what follows is a comment in YAML.

    `start` and `end` are the place of what YAML took for the text. A real comment has a space
    after its sign; `#3` or `#brusano` are words.
    """
    found = _CUT.match(line, end)
    key = line[:start]
    if found is None or not key.strip(" -"):
        return None
    return CUT_FIX.format(line=quoted(line.strip()))


def quoted(line: str) -> str:
    """Write a line with its value between straight quotation marks that cannot end too soon."""
    key, _, value = line.strip().partition(":")
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    value = value.replace("'", "’")
    if value.count('"') == 1:  # a mark without its fellow
        value = value.replace('"', "")
    return f"{key}: '{value}'" if '"' in value else f'{key}: "{value}"'


@dataclass(frozen=True, slots=True)
class _Seen:
    """What libyaml said, and the lines that an editor sees.

    Attributes:
        context, problem: libyaml's words.
        lines: the whole text.
        index: the line with the problem, counted from 0.
        column: the place in that line, where it is that line.
        started: line and column of what was being read.

    """

    context: str
    problem: str
    lines: Sequence[str]
    index: int
    column: int | None
    started: tuple[int, int]

    @property
    def line(self) -> str:
        return self.lines[self.index]

    def mistake(self, rule: str, message: Message, fix: Message) -> Mistake:
        column = None if self.column is None else self.column + 1
        return Mistake(rule, self.index, message, fix, column)


def _seen(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> _Seen:
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    index = at = mark.line if mark else 0
    # libyaml reports some problems below the line that an editor has to change
    while index > 0 and (index >= len(lines) or not lines[index].strip()):
        index -= 1
    column = mark.column if mark and index == at else None
    started = (start.line, start.column) if start else (index, 0)
    return _Seen(error.context or "", error.problem or "", lines, index, column, started)


def _mistake(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Mistake:
    seen = _seen(error, lines)
    for explain in (_tab, _quotes, _brackets, _keys, _signs, _levels):
        mistake = explain(seen)
        if mistake:
            return mistake
    return seen.mistake("yaml-syntax", SYNTAX, SYNTAX_FIX)


def _tab(seen: _Seen) -> Mistake | None:
    if seen.line.lstrip(" ").startswith("\t") or "'\\t'" in seen.problem:
        return seen.mistake("yaml-tab", TAB, TAB_FIX)
    return None


def _quotes(seen: _Seen) -> Mistake | None:
    above = _open_above(seen) if "while parsing a block" in seen.context else None
    if above is not None:
        return Mistake("yaml-quote", above, OPEN, OPEN_FIX)
    if _QUOTE_TOO_SOON.match(seen.line) and "while parsing a block" in seen.context:
        return seen.mistake("yaml-quote", CLOSED, WRITE)
    if "quoted scalar" in seen.context:
        # an editor looks where the quote opens, not where the file ends
        line, column = seen.started
        told = (ESCAPE, ESCAPE_FIX) if "escape" in seen.problem else (OPEN, OPEN_FIX)
        return Mistake("yaml-quote", line, *told, column + 1)
    return None


def _open_above(seen: _Seen) -> int | None:
    """Return the line whose quote was closed by the opening one of the line with the problem."""
    for index in range(seen.index - 1, -1, -1):
        found = _OPENED.match(seen.lines[index])
        if found:
            alone = seen.lines[index].count(found["mark"]) == 1
            return index if alone and found["mark"] in seen.line else None
    return None


def _brackets(seen: _Seen) -> Mistake | None:
    if "while parsing a flow" in seen.context:
        return Mistake("yaml-bracket", seen.started[0], BRACKET, BRACKET_FIX)
    closed = any(seen.line.count(end) > seen.line.count(start) for start, end in ("[]", "{}"))
    if closed and "while parsing a block" in seen.context:
        return seen.mistake("yaml-bracket", TOO_MANY, TOO_MANY_FIX)
    return None


def _keys(seen: _Seen) -> Mistake | None:
    if "simple key" in seen.context:
        return _without_colon(seen.lines, seen.started[0])
    if "mapping values are not allowed" not in seen.problem:
        return None
    if not _ONLY_KEY.fullmatch(seen.line[: seen.column]):
        return seen.mistake("yaml-colon", COLON, COLON_FIX)
    # its own colon is the only one: the line is taken for the text of the one above
    above = seen.index - 1
    while above > 0 and not seen.lines[above].strip():
        above -= 1
    if above >= 0 and (_NO_SPACE.fullmatch(seen.lines[above]) or ":" not in seen.lines[above]):
        return _without_colon(seen.lines, above)
    return seen.mistake("yaml-indent", INDENT, INDENT_FIX)


def _signs(seen: _Seen) -> Mistake | None:
    """Explain a text that starts with what means something else in YAML."""
    started = _SIGN.match(seen.line)
    if started and started["sign"] in "&!" and "while parsing a block" in seen.context:
        return Mistake("yaml-character", seen.index, SIGN.format(sign=started["sign"]), WRITE)
    if "alias" in seen.context + seen.problem:
        return Mistake("yaml-alias", seen.index, ALIAS, WRITE)
    if "cannot start any token" in seen.problem or "not allowed in this context" in seen.problem:
        sign = started["sign"] if started else seen.line.strip()[:1]
        return seen.mistake("yaml-character", SIGN.format(sign=sign), WRITE)
    if "block scalar" in seen.context and _KEY.match(seen.line):
        return Mistake("yaml-block", seen.index, BLOCK, _below(seen.line))
    return None


def _levels(seen: _Seen) -> Mistake | None:
    if "single document" in seen.context + seen.problem:
        return seen.mistake("yaml-document", DOCUMENT, DOCUMENT_FIX)
    if "<document start>" in seen.problem:
        words = (n for n, line in enumerate(seen.lines) if line.strip() and line.lstrip()[0] != "#")
        first = next(words, seen.index)
        if seen.lines[first].startswith(" "):
            return Mistake("yaml-indent", first, FIRST, FIRST_FIX)
    if "while parsing a block" in seen.context:
        return seen.mistake("yaml-indent", INDENT, INDENT_FIX)
    return None


def _without_colon(lines: Sequence[str], index: int) -> Mistake:
    """Explain a line that should be `key: value` and is not."""
    line = lines[index]
    found = _NO_GAP.fullmatch(line)
    if found and not line.startswith("---"):
        written = f"{found['indent']}- {found['value']}"
        return Mistake("yaml-key", index, DASH, WRITE_LINE.format(written=written.strip()))
    header = _block_above(lines, index)
    found = _NO_SPACE.fullmatch(line) or _NO_COLON.fullmatch(line)
    if found is None or (header is not None and _indent(line) not in _key_indents(lines, header)):
        inside = header is not None
        return Mistake("yaml-indent", index, OUTSIDE if inside else STRAY, OUTSIDE_FIX)
    written = f"{found['dash'] or ''}{found['key']}: {found['value'] or ''}".rstrip()
    glued = _NO_SPACE.fullmatch(line)
    message = (GLUED if glued else COLONLESS).format(key=found["key"])
    return Mistake("yaml-key", index, message, WRITE_LINE.format(written=written))


def _block_above(lines: Sequence[str], index: int) -> int | None:
    """Return the line whose `|` or `>` starts the text right above a line."""
    for number in range(index - 1, -1, -1):
        if _HEADER.fullmatch(lines[number]):
            return number
        if lines[number].strip() and _indent(lines[number]) == 0:
            return None
    return None


def _key_indents(lines: Sequence[str], header: int) -> set[int]:
    """Return where a key may stand below a block of text."""
    if header + 1 < len(lines) and _indent(lines[header + 1]) <= _indent(lines[header]):
        return set()  # the text itself stands where the keys are
    above = (line for line in lines[: header + 1] if line.strip())
    return {_indent(line) for line in above}


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _below(line: str) -> Message:
    key, _, value = line.strip().partition(":")
    sign, text = value.strip()[:1], value.strip()[1:].strip()
    return BLOCK_FIX.format(key=key, sign=sign, text=text)


TAB = Message(
    fr="Une tabulation sert de retrait ; YAML n’admet que des espaces.",
    nl="Er staat een tab als inspringing; YAML aanvaardt alleen spaties.",
)
TAB_FIX = Message(
    fr="Remplacez la tabulation par deux espaces.", nl="Vervang de tab door twee spaties."
)
CLOSED = Message(
    fr="Le guillemet droit qui ouvre ce texte se referme avant la fin.",
    nl="Het rechte aanhalingsteken dat deze tekst opent, sluit voor het einde.",
)
WRITE = Message(fr="Écrivez : {line}", nl="Schrijf: {line}")
WRITE_LINE = Message(fr="Écrivez « {written} ».", nl="Schrijf ‘{written}’.")
ESCAPE = Message(
    fr="Entre guillemets droits, la barre « \\ » est un signe de commande.",
    nl="Tussen rechte aanhalingstekens is ‘\\’ een bevelteken.",
)
ESCAPE_FIX = Message(
    fr="Retirez la barre, ou mettez le texte entre apostrophes droites ('…').",
    nl="Schrap het teken, of zet de tekst tussen rechte enkele aanhalingstekens ('…').",
)
OPEN = Message(
    fr="Un guillemet droit ouvert n’est pas refermé.",
    nl="Een geopend recht aanhalingsteken is niet gesloten.",
)
OPEN_FIX = Message(
    fr="Ajoutez le guillemet fermant à la fin du texte.",
    nl="Voeg het sluitende aanhalingsteken toe aan het einde van de tekst.",
)
BRACKET = Message(
    fr="Une liste [ ] ou une accolade { } n’est pas refermée, ou une virgule manque.",
    nl="Een lijst [ ] of accolade { } is niet gesloten, of er ontbreekt een komma.",
)
BRACKET_FIX = Message(
    fr="Refermez-la ; entre accolades, un texte qui contient une virgule ou un deux-points se "
    "met entre guillemets droits.",
    nl="Sluit ze; tussen accolades staat een tekst met een komma of dubbelpunt tussen rechte "
    "aanhalingstekens.",
)
TOO_MANY = Message(
    fr="Un crochet ou une accolade se referme sans avoir été ouvert.",
    nl="Een haak of accolade sluit zonder dat ze geopend is.",
)
TOO_MANY_FIX = Message(fr="Retirez le signe de trop.", nl="Schrap het overtollige teken.")
COLON = Message(
    fr="Un deux-points dans un texte fait croire à une nouvelle clé.",
    nl="Een dubbelpunt in een tekst lijkt hier op een nieuwe sleutel.",
)
COLON_FIX = Message(
    fr="Mettez le texte entre guillemets droits : {line}",
    nl="Zet de tekst tussen rechte aanhalingstekens: {line}",
)
COLONLESS = Message(
    fr="Il manque un deux-points après « {key} ».", nl="Na ‘{key}’ ontbreekt een dubbelpunt."
)
GLUED = Message(
    fr="Il manque une espace après le deux-points de « {key} ».",
    nl="Na de dubbelpunt van ‘{key}’ ontbreekt een spatie.",
)
DASH = Message(
    fr="Il manque une espace après le tiret.", nl="Na het streepje ontbreekt een spatie."
)
OUTSIDE = Message(
    fr="Cette ligne sort du texte qui la précède : son retrait est plus petit.",
    nl="Deze regel valt uit de tekst erboven: hij springt minder ver in.",
)
STRAY = Message(
    fr="Cette ligne n’appartient à aucune clé.", nl="Deze regel hoort bij geen enkele sleutel."
)
OUTSIDE_FIX = Message(
    fr="Mettez devant elle autant d’espaces que devant les lignes du même texte, plus que devant "
    "la clé.",
    nl="Zet er evenveel spaties voor als voor de regels van dezelfde tekst, meer dan voor de "
    "sleutel.",
)
ALIAS = Message(
    fr="Un texte ne peut pas commencer par « * » ou « & » sans guillemets.",
    nl="Een tekst kan niet met ‘*’ of ‘&’ beginnen zonder aanhalingstekens.",
)
BLOCK = Message(
    fr="Après « | » ou « > », le texte commence à la ligne suivante.",
    nl="Na ‘|’ of ‘>’ begint de tekst op de volgende regel.",
)
BLOCK_FIX = Message(
    fr="Écrivez « {key}: {sign} », puis en dessous, en retrait : {text}",
    nl="Schrijf ‘{key}: {sign}’ en daaronder, ingesprongen: {text}",
)
DOCUMENT = Message(
    fr="Une ligne « --- » coupe le fichier en deux.",
    nl="Een regel ‘---’ splitst het bestand in tweeën.",
)
DOCUMENT_FIX = Message(fr="Supprimez cette ligne.", nl="Verwijder deze regel.")
SIGN = Message(
    fr="Un texte ne peut pas commencer par « {sign} » sans guillemets.",
    nl="Een tekst kan niet met ‘{sign}’ beginnen zonder aanhalingstekens.",
)
FIRST = Message(
    fr="Cette ligne est en retrait, et les suivantes ne le sont pas.",
    nl="Deze regel springt in, en de volgende niet.",
)
FIRST_FIX = Message(
    fr="Effacez les espaces au début de la ligne.",
    nl="Wis de spaties aan het begin van de regel.",
)
INDENT = Message(
    fr="Le retrait de cette ligne ne correspond pas à celui des lignes voisines.",
    nl="De inspringing van deze regel past niet bij die van de regels ernaast.",
)
INDENT_FIX = Message(
    fr="Alignez-la, avec des espaces, sur les lignes du même niveau.",
    nl="Lijn hem met spaties uit op de regels van hetzelfde niveau.",
)
SYNTAX = Message(
    fr="Le fichier YAML est illisible à partir d’ici.",
    nl="Het YAML-bestand is vanaf hier onleesbaar.",
)
SYNTAX_FIX = Message(
    fr="Chaque ligne s’écrit « clé: valeur », avec le même retrait que ses voisines.",
    nl="Elke regel heeft de vorm ‘sleutel: waarde’, even ver ingesprongen als de regels ernaast.",
)
_OF_A_LINE = (WRITE, COLON_FIX)
"""Remedies that show the whole line; others may already hold words of an editor, braces too."""
CUT = Message(
    fr="Le texte s’arrête avant « # » : YAML prend la suite pour un commentaire.",
    nl="De tekst stopt vóór ‘#’: YAML neemt wat volgt voor een opmerking.",
)
CUT_FIX = Message(
    fr="Mettez le texte entre guillemets droits : {line}",
    nl="Zet de tekst tussen rechte aanhalingstekens: {line}",
)
