"""Rules about marks in texts: what Markdown, HTML and macros may do, and where."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from itertools import pairwise

from macros.checks.registry import Family, Problem, rule
from macros.content.base import Record
from macros.content.messages import WRITE
from macros.content.pages import WrittenPage
from macros.finding import Edit, Severity
from macros.language import Message
from macros.texts.markdown import Tag
from macros.texts.sources import Passage, Place, Sources

SAFE_TAGS: Mapping[str, frozenset[str]] = {
    name: frozenset(attributes.split())
    for name, attributes in {
        "abbr": "title",
        "br": "",
        "details": "open",
        "div": "markdown",
        "em": "",
        "kbd": "",
        "p": "markdown",
        "q": "cite",
        "span": "",
        "strong": "",
        "sub": "",
        "summary": "",
        "sup": "",
        "time": "datetime",
    }.items()
}
"""HTML that a text may hold, with the attributes of each tag beside `COMMON`."""
COMMON = frozenset({"class", "id", "lang", "dir"})
_MARKUP = re.compile(
    r"\*\*[^*]+\*\*|(?<!\w)__[^_]+__(?!\w)|\[[^\]]+\]\([^)]+\)|</?[a-z][^<>]*>|\{\{|\{%|`[^`]+`"
)


_SINGLE = re.compile(r"(?<!\{)\{ ?([a-z_]+\([^(){}\n]*\)) ?\}(?!\})")


class _Attributes(HTMLParser):
    """Reads the name and the attributes of one tag."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.name = ""
        self.names: tuple[str, ...] = ()
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.name = tag
        self.names = tuple(name for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        self.name = tag


@rule(
    "unsafe-html",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Un texte n’emploie que quelques balises HTML, sans script, style ni cadre.",
        nl="Een tekst gebruikt maar enkele HTML-tags, zonder script, stijl of kader.",
    ),
    before='<iframe src="https://example.org"></iframe>',
    after="[La carte interactive](https://example.org)",
    excusable=False,
)
def unsafe_html(sources: Sources) -> Iterator[Problem]:
    """Find tags and attributes outside the safe list."""
    for passage in sources.markdown:
        for tag in passage.markdown.tags:
            bad = _unsafe(tag)
            if bad:
                fix = INSTEAD.get(bad.strip("<>"), UNSAFE_FIX)
                here = Place(passage.file, tag.line)
                yield Problem(here, UNSAFE.format(bad=bad), fix, quote=bad)


def _unsafe(tag: Tag) -> str | None:
    if tag.source.startswith("<!--"):
        return None
    read = _Attributes(tag.source)
    if read.name not in SAFE_TAGS:
        return f"<{read.name or tag.source[:20]}>"
    allowed = SAFE_TAGS[read.name] | COMMON
    return next((name for name in read.names if name not in allowed), None)


@rule(
    "open-tag",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Une balise HTML ouverte est refermée.",
        nl="Een geopende HTML-tag is gesloten.",
    ),
    before="Un mot <strong>fort, et la suite.",
    after="Un mot <strong>fort</strong>, et la suite.",
    excusable=False,
)
def open_tag(sources: Sources) -> Iterator[Problem]:
    """Find tags without their fellow: the rest of the page would stand inside of them."""
    for passage in sources.markdown:
        waiting: list[tuple[str, Tag]] = []
        for tag in passage.markdown.tags:
            name = _Attributes(tag.source).name
            if tag.source.startswith("<!--") or tag.source.endswith("/>") or name == "br":
                continue
            if not tag.source.startswith("</"):
                waiting.append((name, tag))
            elif waiting and waiting[-1][0] == name:
                waiting.pop()
            else:
                yield _unpaired(passage, name, tag)
        for name, tag in waiting:
            yield _unpaired(passage, name, tag)


def _unpaired(passage: Passage, name: str, tag: Tag) -> Problem:
    fellow = f"<{name}>" if tag.source.startswith("</") else f"</{name}>"
    message = UNPAIRED.format(tag=tag.source, fellow=fellow)
    fix = UNPAIRED_FIX.format(tag=tag.source, fellow=fellow)
    return Problem(Place(passage.file, tag.line), message, fix, quote=tag.source)


UNPAIRED = Message(
    fr="La balise « {tag} » n’a pas de « {fellow} ».", nl="De tag ‘{tag}’ heeft geen ‘{fellow}’."
)
UNPAIRED_FIX = Message(
    fr="Ajoutez « {fellow} », ou retirez « {tag} ».", nl="Voeg ‘{fellow}’ toe, of schrap ‘{tag}’."
)


@rule(
    "markup-in-plain-text",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Un texte simple ne contient ni Markdown, ni HTML, ni macro.",
        nl="Gewone tekst bevat geen Markdown, HTML of macro.",
    ),
    before="summary:\n  fr: Voir l’[agenda](agenda/index.md)\n  nl: Zie de **agenda**",
    after="summary:\n  fr: Voir l’agenda\n  nl: Zie de agenda",
)
def markup_in_plain_text(sources: Sources) -> Iterator[Problem]:
    """Find marks that would be shown as they are: only long texts are Markdown."""
    for passage in sources.passages:
        if passage.kind == "markdown":
            continue
        found = _MARKUP.search(passage.text)
        if found:
            here = passage.place(found.start())
            yield Problem(here, MARKUP.format(words=found[0]), MARKUP_FIX, quote=found[0])


@rule(
    "macro-in-data",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Seules les pages de docs/ appellent des macros.",
        nl="Alleen de pagina’s in docs/ roepen macro’s op.",
    ),
    before="body: {fr: 'Appelez le {{ phone() }}', nl: 'Bel {{ phone() }}'}",
    after="body: {fr: Appelez le helpdesk, nl: Bel de helpdesk}",
    excusable=False,
)
def macro_in_data(sources: Sources) -> Iterator[Problem]:
    """Find macro calls in Markdown of the data, where nothing runs them."""
    for passage in sources.markdown:
        if isinstance(passage.owner, WrittenPage):
            continue
        found = re.search(r"\{\{|\{%", passage.text)
        if found:
            yield Problem(passage.place(found.start()), IN_DATA, IN_DATA_FIX, quote=found[0])


@rule(
    "single-braces",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Un appel de macro a deux accolades de chaque côté.",
        nl="Een macro-oproep heeft aan elke kant twee accolades.",
    ),
    before="Écrivez à { email() }.",
    after="Écrivez à {{ email() }}.",
)
def single_braces(sources: Sources) -> Iterator[Problem]:
    """Find calls between single braces, which the page would show as they are."""
    for passage in sources.markdown:
        if isinstance(passage.owner, WrittenPage):
            for found in _SINGLE.finditer(passage.own_prose):
                quote, call = found[0], "{{ " + found[1] + " }}"
                here = passage.place(found.start())
                message, fix = SINGLE.format(quote=quote), WRITE.format(written=call)
                yield Problem(here, message, fix, quote=quote, edit=Edit(quote, call))


@rule(
    "glued-block",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Une ligne vide précède une liste ou un tableau, qui sinon s’affiche comme une phrase.",
        nl="Vóór een lijst of tabel staat een lege regel, anders verschijnt ze als een zin.",
    ),
    before="Vous pouvez\u00a0:\n- venir\u00a0;\n- écrire.",
    after="Vous pouvez\u00a0:\n\n- venir\u00a0;\n- écrire.",
    excusable=False,
)
def glued_block(sources: Sources) -> Iterator[Problem]:
    """Find lists and tables right below a paragraph: Python-Markdown wants a blank line."""
    for passage in sources.markdown:
        lines = passage.markdown.source
        for block in passage.markdown.of("list", "table"):
            above = (
                lines[block.line - passage.line - 1].strip() if block.line > passage.line else ""
            )
            if block.depth == 0 and above and not above.startswith("#"):
                words = lines[block.line - passage.line].strip()
                raw = next(iter(passage.raw[block.line - 1 : block.line]), "")
                here = Place(passage.file, block.line, 1)
                # in a text between quotation marks, lines are not those of the file
                edit = Edit(raw, f"\n{raw}") if raw.strip() == words else None
                yield Problem(here, GLUED, GLUED_FIX, quote=above[-40:], edit=edit)


@rule(
    "folded-text",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Dans les données, un texte de plusieurs paragraphes ou avec une liste suit « | ».",
        nl="In de gegevens volgt een tekst met meer alinea’s of met een lijst op ‘|’.",
    ),
    before="fr:\n  Le helpdesk écoute.\n\n  Il cherche avec vous.",
    after="fr: |\n  Le helpdesk écoute.\n\n  Il cherche avec vous.",
)
def folded_text(sources: Sources) -> Iterator[Problem]:
    """Find texts whose paragraphs YAML joins: without `|`, one blank line is one line end."""
    for passage in sources.markdown:
        if not isinstance(passage.owner, Record):
            continue
        mark = passage.owner.origin.document.mark(passage.path)
        lines = passage.raw[mark.line - 1 :]
        lost = next(_joined(passage.text, _with_what_is_below(lines, mark.column)), None)
        if lost is not None:
            header = lines[0][mark.column - 1 :]
            edit = Edit(header, _FOLDED.sub("|", header)) if _FOLDED.search(header) else None
            fix = FOLDED_FIX.format(key=passage.lang)
            here = Place(passage.file, mark.line, mark.column)
            yield Problem(here, FOLDED.format(quote=lost), fix, quote=lost, edit=edit)


_FOLDED = re.compile(r"(?<=\s)>(?=[-+\d]*\s*$)")
_BLOCK_START = re.compile(r"(?:[-*+>] |\d+[.)] |#{1,6} |\|)")
_MARGIN = re.compile(r"^[ \t]+", re.MULTILINE)
_AS_READ = re.compile(r"[^'\"\\]{,40}")
"""The start of a line that no kind of quotation in YAML writes in another way."""


def _with_what_is_below(lines: Iterable[str], column: int) -> Iterator[str]:
    """Give the line of a key and those of its text, which are blank or start after its column."""
    for number, line in enumerate(lines):
        if number and line.strip() and len(line) - len(line.lstrip()) < column:
            return
        yield line


def _joined(text: str, lines: Iterable[str]) -> Iterator[str]:
    """Give the lines that start a block in the file and none in the text."""
    read = "\n\n" + _MARGIN.sub("", text)
    for above, line in pairwise(lines):
        words = line.strip()
        start = _AS_READ.match(words)
        gap = "" if above.strip() else "\n\n"
        if _BLOCK_START.match(words):
            gap = gap or "\n"
        if gap and start and start[0] and gap + start[0] not in read:
            yield start[0].strip()


@rule(
    "nested-list-indent",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Une liste dans une liste commence par quatre espaces.",
        nl="Een lijst in een lijst begint met vier spaties.",
    ),
    before="- les tables\n  - les concertations",
    after="- les tables\n    - les concertations",
    excusable=False,
)
def nested_list_indent(sources: Sources) -> Iterator[Problem]:
    """Find nested lists that Python-Markdown would flatten: it counts four spaces a level."""
    for passage in sources.markdown:
        for block in passage.markdown.of("list"):
            line = passage.markdown.source[block.line - passage.line]
            indent = len(line) - len(line.lstrip(" "))
            is_quoted = line.lstrip().startswith(">")
            if block.depth and not is_quoted and indent < INDENT * block.depth:
                here, words = Place(passage.file, block.line), line.strip()
                fix = FLAT_FIX.format(count=INDENT * block.depth, words=words)
                yield Problem(here, FLAT, fix, quote=words)


INDENT = 4
UNSAFE = Message(
    fr="« {bad} » n’est pas admis dans un texte.", nl="‘{bad}’ is niet toegelaten in een tekst."
)
UNSAFE_FIX = Message(
    fr="Retirez-le : la mise en forme vient du site.",
    nl="Schrap het: de opmaak komt van de site.",
)
_LINK = Message(
    fr="Écrivez un lien : [mots](https://…).", nl="Schrijf een link: [woorden](https://…)."
)
_BOLD = Message(fr="Écrivez **mots**.", nl="Schrijf **woorden**.")
_ITALIC = Message(fr="Écrivez *mots*.", nl="Schrijf *woorden*.")
_LIST = Message(
    fr="Écrivez une ligne « - … » par élément.", nl="Schrijf één regel ‘- …’ per element."
)
_TITLE = Message(fr="Écrivez un titre : « ## … ».", nl="Schrijf een titel: ‘## …’.")
_TABLE = Message(
    fr="Écrivez le tableau avec des barres : « | Jour | Lieu | ».",
    nl="Schrijf de tabel met verticale strepen: ‘| Dag | Plaats |’.",
)
_IMAGE = Message(
    fr="Écrivez ![ce que montre l’image](fichier.jpg).",
    nl="Schrijf ![wat de afbeelding toont](bestand.jpg).",
)
INSTEAD: Mapping[str, Message] = {
    **dict.fromkeys(("a", "iframe", "embed", "object", "video", "audio", "button"), _LINK),
    "b": _BOLD,
    "i": _ITALIC,
    **dict.fromkeys(("ul", "ol", "li"), _LIST),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _TITLE),
    **dict.fromkeys(("table", "tr", "td", "th"), _TABLE),
    "img": _IMAGE,
}
"""What to write instead of the tags that people paste most."""
MARKUP = Message(
    fr="« {words} » s’affichera tel quel : ce texte n’est pas du Markdown.",
    nl="‘{words}’ verschijnt zoals het er staat: deze tekst is geen Markdown.",
)
MARKUP_FIX = Message(
    fr="Retirez les signes ; mettez un lien dans « body: » ou dans une page.",
    nl="Verwijder de tekens; zet een link in ‘body:’ of op een pagina.",
)
IN_DATA = Message(
    fr="Une macro ne s’exécute pas dans un texte de data/.",
    nl="Een macro werkt niet in een tekst van data/.",
)
IN_DATA_FIX = Message(
    fr="Écrivez les mots, ou placez l’appel dans une page de docs/.",
    nl="Schrijf de woorden, of zet de oproep op een pagina in docs/.",
)
SINGLE = Message(
    fr="« {quote} » s’affichera tel quel : une macro a deux accolades de chaque côté.",
    nl="‘{quote}’ verschijnt zoals het er staat: een macro heeft aan elke kant twee accolades.",
)
GLUED = Message(
    fr="Cette liste ou ce tableau touche la ligne qui précède.",
    nl="Deze lijst of tabel hangt vast aan de regel erboven.",
)
GLUED_FIX = Message(
    fr="Laissez une ligne vide au-dessus.",
    nl="Zet er een lege regel boven.",
)
FOLDED = Message(
    fr="« {quote} » se colle à ce qui précède : sans « | », YAML joint les lignes.",
    nl="‘{quote}’ plakt aan wat ervoor staat: zonder ‘|’ voegt YAML de regels samen.",
)
FOLDED_FIX = Message(
    fr="Écrivez « {key}: | » et le texte en retrait, à partir de la ligne suivante.",
    nl="Schrijf ‘{key}: |’ en de tekst ingesprongen, vanaf de volgende regel.",
)
FLAT = Message(
    fr="Cette liste s’affichera au même niveau que celle qui l’entoure.",
    nl="Deze lijst verschijnt op hetzelfde niveau als de lijst eromheen.",
)
FLAT_FIX = Message(
    fr="Mettez {count} espaces devant « {words} ».", nl="Zet {count} spaties voor ‘{words}’."
)
