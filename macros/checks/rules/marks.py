"""Signs that people type for marks of Markdown, and that the page would show as they are."""

import re
from collections.abc import Iterator

from macros.checks.registry import Family, Problem, rule
from macros.checks.rules.blocks import lines_of_code
from macros.content.messages import WRITE
from macros.content.pages import WrittenPage
from macros.finding import Edit, Severity
from macros.language import Message
from macros.prose.masking import HIDDEN
from macros.texts.sources import Place, Sources

_BULLET = re.compile(r"^ *([•‣▪◦●○■➢✓✔→►–—·]|\d{1,2}\)) +(?=\S)", re.MULTILINE)
_GLUED_BULLET = re.compile(r"^ *(-(?=[^\W\d_a-zß-ÿ])|[-*+](?=[\u00a0\t]))[\u00a0\t]?", re.MULTILINE)
_HASHES = re.compile(r"^(#{1,6})(?=[^#\s\ue000])", re.MULTILINE)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>»\")]*[^\s<>»\").,;:!?]")
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u2712\u2714-\u27bf\u2b50\u2b55]\ufe0f?"
)


@rule(
    "typed-bullet",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Chaque élément d’une liste commence par un tiret et une espace.",
        nl="Elk element van een lijst begint met een streepje en een spatie.",
    ),
    before="• venir\n• écrire",
    after="- venir\n- écrire",
)
def typed_bullet(sources: Sources) -> Iterator[Problem]:
    """Find bullets of a word processor, and `1)`: Python-Markdown makes one paragraph of them."""
    for passage in sources.markdown:
        code = None
        bullets = list(_BULLET.finditer(passage.text))
        for place, found in enumerate(bullets):
            code = lines_of_code(passage) if code is None else code
            here = passage.place(found.start(1))
            near = (bullets[other] for other in (place - 1, place + 1) if 0 <= other < len(bullets))
            is_item = found[1] not in _ALSO_IN_SENTENCES and not found[1][0].isdigit()
            is_item = is_item or any(_follow(passage.text, found, one) for one in near)
            if here.line not in code and is_item:
                sign = found[1]
                new = f"{sign[:-1]}." if sign[0].isdigit() else "-"
                message, fix = BULLET.format(sign=sign), BULLET_FIX.format(new=new)
                yield Problem(here, message, fix, quote=sign, edit=Edit(sign, new))
        for found in _GLUED_BULLET.finditer(passage.text):
            code = lines_of_code(passage) if code is None else code
            here = passage.place(found.start(1))
            if here.line not in code:
                old = passage.text[found.start(1) :].split("\n", 1)[0]
                new = f"- {old[found.end() - found.start(1) :]}"
                fix = WRITE.format(written=new)
                yield Problem(here, GLUED, fix, quote=old[:SHOWN], edit=Edit(old, new))


_ALSO_IN_SENTENCES = "–—·→"
"""Signs that may come to stand at the start of a line of a paragraph, as a number may."""


def _follow(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Tell whether two lines that begin alike stand together, as the items of a list do."""
    start, end = sorted((one.start(), other.start()))
    between = text[start:end].strip().count("\n")
    return between == 0 and one[1][0].isdigit() == other[1][0].isdigit()


GLUED = Message(
    fr="Aucune espace ordinaire ne suit le tiret : la ligne ne fait pas partie d’une liste.",
    nl="Na het streepje staat geen gewone spatie: de regel hoort niet bij een lijst.",
)
BULLET = Message(
    fr="Le signe « {sign} » ne fait pas une liste : tout se suivra sur la même ligne.",
    nl="Het teken ‘{sign}’ maakt geen lijst: alles komt achter elkaar te staan.",
)
BULLET_FIX = Message(
    fr="Commencez la ligne par « {new} », et laissez une ligne vide avant la liste.",
    nl="Begin de regel met ‘{new}’ en laat een lege regel vóór de lijst.",
)


@rule(
    "heading-space",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Une espace suit les dièses d’un titre.",
        nl="Na de hekjes van een titel staat een spatie.",
    ),
    before="##Les missions",
    after="## Les missions",
)
def heading_space(sources: Sources) -> Iterator[Problem]:
    """Find headings whose words touch the hashes: not every reader of Markdown sees a heading."""
    for passage in sources.markdown:
        if "#" not in passage.text:
            continue
        code = lines_of_code(passage)
        for found in _HASHES.finditer(passage.text):
            here = passage.place(found.start())
            if here.line not in code:
                line = passage.text[found.start() :].split("\n", 1)[0]
                right = f"{found[1]} {line[len(found[1]) :]}"
                message, fix = HASHES.format(line=line), WRITE.format(written=right)
                is_sure = found[1] != "#"  # a title of the first level, which no text has, or a tag
                if not is_sure:
                    fix = HASH_FIX.format(right=f"#{right}")
                edit = Edit(line, right) if is_sure else None
                yield Problem(here, message, fix, quote=line, edit=edit)


HASHES = Message(
    fr="Dans « {line} », les mots touchent les dièses.",
    nl="In ‘{line}’ hangen de woorden vast aan de hekjes.",
)
HASH_FIX = Message(
    fr="Si c’est un titre, écrivez « {right} » ; sinon, ne commencez pas la ligne par « # ».",
    nl="Is het een titel, schrijf dan ‘{right}’; begin de regel anders niet met ‘#’.",
)


@rule(
    "bare-address",
    Family.LINKS,
    Severity.ERROR,
    summary=Message(
        fr="Une adresse web dans un texte est un lien, avec des mots.",
        nl="Een webadres in een tekst is een link, met woorden.",
    ),
    before="Voyez https://www.example.org/guide.",
    after="Voyez le [guide](https://www.example.org/guide).",
)
def bare_address(sources: Sources) -> Iterator[Problem]:
    """Find addresses typed as words: nobody can follow them."""
    for passage in sources.markdown:
        if "http" not in passage.text and "www." not in passage.text:
            continue
        code = lines_of_code(passage)
        targets = _without_links(passage.text)
        for found in _ADDRESS.finditer(targets):
            here = passage.place(found.start())
            if here.line not in code:
                address = found[0] if "://" in found[0] else f"https://{found[0]}"
                message = BARE.format(address=found[0])
                fix = BARE_FIX.format(address=address)
                yield Problem(here, message, fix, quote=found[0])


_LINKS = re.compile(
    r"\[[^\]\n]*\]\([^)\n]*\)|<[^>\n]*>|`[^`\n]*`|\{\{.*?\}\}|^ {0,3}\[[^\]\n]+\]:[^\n]*$",
    re.MULTILINE,
)


def _without_links(text: str) -> str:
    return _LINKS.sub(lambda found: HIDDEN * len(found[0]), text)


BARE = Message(
    fr="L’adresse « {address} » ne sera pas un lien.",
    nl="Het adres ‘{address}’ wordt geen link.",
)
BARE_FIX = Message(
    fr="Écrivez des mots, puis l’adresse : [ce que l’on trouve]({address}).",
    nl="Schrijf woorden en dan het adres: [wat er te vinden is]({address}).",
)


@rule(
    "open-emphasis",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Des mots en gras sont entre deux paires d’astérisques.",
        nl="Vette woorden staan tussen twee paar sterretjes.",
    ),
    before="En cas d’urgence, **appelez vite.",
    after="En cas d’urgence, **appelez vite**.",
)
def open_emphasis(sources: Sources) -> Iterator[Problem]:
    """Find bold words that never end, or whose mark stands beside a space."""
    for passage in sources.markdown:
        # what the parser took for emphasis is no longer among the words
        for block in passage.markdown.words if "**" in passage.text else ():
            at = block.text.find("**")
            if at >= 0:
                words = block.text[at : at + SHOWN].split("\n", 1)[0]
                here = Place(passage.file, block.line)
                yield Problem(here, OPEN.format(words=words), OPEN_FIX, quote=words)


@rule(
    "unclosed-mark",
    Family.TYPOGRAPHY,
    Severity.WARNING,
    summary=Message(
        fr="Une parenthèse ou un guillemet qui s’ouvre se referme.",
        nl="Een haakje of aanhalingsteken dat opengaat, wordt gesloten.",
    ),
    before="Appelez le helpdesk (du lundi au vendredi.",
    after="Appelez le helpdesk (du lundi au vendredi).",
)
def unclosed_mark(sources: Sources) -> Iterator[Problem]:
    """Find brackets and guillemets that stay open to the end of their paragraph."""
    for passage in sources.passages:
        for opening, closing in ("()", "«»"):
            if passage.text.count(opening) <= passage.text.count(closing):
                continue
            for found in _PARAGRAPH.finditer(passage.own_prose):
                waiting: list[int] = []
                for place in range(*found.span()):
                    if passage.own_prose[place] == opening:
                        waiting.append(place)
                    elif passage.text[place] == closing and waiting:
                        waiting.pop()
                for place in waiting[:1]:
                    words = passage.text[place : place + SHOWN].split("\n", 1)[0]
                    message = UNCLOSED.format(words=words)
                    fix = UNCLOSED_FIX.format(closing=closing)
                    yield Problem(passage.place(place), message, fix, quote=words)


_PARAGRAPH = re.compile(r"(?:[^\n]+(?:\n|$))+")
UNCLOSED = Message(
    fr="Rien ne referme ce qui s’ouvre ici : {words}",
    nl="Wat hier opengaat, wordt niet gesloten: {words}",
)
UNCLOSED_FIX = Message(
    fr="Ajoutez le signe « {closing} », ou retirez celui qui s’ouvre.",
    nl="Voeg het teken ‘{closing}’ toe, of schrap het teken dat opengaat.",
)
SHOWN = 30
OPEN = Message(
    fr="Les mots en gras ne se referment pas : « {words}… ».",
    nl="De vette woorden worden niet afgesloten: ‘{words}…’.",
)
OPEN_FIX = Message(
    fr="Mettez deux astérisques avant et après les mots, sans espace : **mots**.",
    nl="Zet twee sterretjes voor en na de woorden, zonder spatie: **woorden**.",
)


@rule(
    "emoji-in-text",
    Family.ACCESSIBILITY,
    Severity.WARNING,
    summary=Message(
        fr="Un texte n’emploie pas d’émoji : les lecteurs d’écran le lisent à voix haute.",
        nl="Een tekst bevat geen emoji: schermlezers lezen die voor.",
    ),
    before="👉 Venez nombreux",
    after="Venez nombreux",
)
def emoji(sources: Sources) -> Iterator[Problem]:
    """Find pictures among letters."""
    for passage in sources.passages:
        if passage.text.isascii():
            continue
        for found in _EMOJI.finditer(passage.own_prose):
            here = passage.place(found.start())
            yield Problem(here, EMOJI.format(sign=found[0]), EMOJI_FIX, quote=found[0])


EMOJI = Message(
    fr="« {sign} » est un émoji, qu’un lecteur d’écran nomme à voix haute.",
    nl="‘{sign}’ is een emoji, die een schermlezer hardop benoemt.",
)
EMOJI_FIX = Message(
    fr="Supprimez-le, ou écrivez ce qu’il veut dire.", nl="Schrap ze, of schrijf wat ze betekent."
)


@rule(
    "comment-in-text",
    Family.MARKUP,
    Severity.WARNING,
    summary=Message(
        fr="Une note de travail ne se cache pas dans un texte : elle serait publiée.",
        nl="Een werknota verbergt zich niet in een tekst: ze zou mee gepubliceerd worden.",
    ),
    before="Venez en juin. <!-- vérifier le lieu -->",
    after="Venez en juin.",
)
def comment_in_text(sources: Sources) -> Iterator[Problem]:
    """Find HTML comments: the page does not show them, but whoever reads its source does."""
    for passage in sources.markdown:
        for tag in passage.markdown.tags if "<!--" in passage.text else ():
            if tag.source.startswith("<!--"):
                quote = " ".join(tag.source.split())[:SHOWN]
                here = Place(passage.file, tag.line)
                yield Problem(here, COMMENT.format(quote=quote), COMMENT_FIX, quote=quote)


COMMENT = Message(
    fr="Le commentaire « {quote} » reste lisible dans le code de la page publiée.",
    nl="De opmerking ‘{quote}’ blijft leesbaar in de code van de gepubliceerde pagina.",
)
COMMENT_FIX = Message(
    fr="Supprimez-le ; dans data/, une ligne qui commence par # n’est pas publiée.",
    nl="Schrap ze; in data/ wordt een regel die met # begint niet gepubliceerd.",
)


@rule(
    "macro-in-code",
    Family.MARKUP,
    Severity.ERROR,
    summary=Message(
        fr="Un appel de macro se trouve dans le texte, pas dans du code.",
        nl="Een macro-oproep staat in de tekst, niet in code.",
    ),
    before="Appelez le `{{ phone() }}`.",
    after="Appelez le {{ phone() }}.",
    excusable=False,
)
def macro_in_code(sources: Sources) -> Iterator[Problem]:
    """Find calls that run inside of code, where the page shows HTML instead of what they make."""
    for passage in sources.markdown:
        if not passage.markdown.calls or not isinstance(passage.owner, WrittenPage):
            continue
        code = lines_of_code(passage)
        for call in passage.markdown.calls:
            line = passage.raw[call.line - 1]
            spans = _CODE_SPAN.findall(line)
            if call.line in code or any(call.source in span for span in spans):
                here = Place(passage.file, call.line, line.find(call.source) + 1 or None)
                fix = IN_CODE_FIX.format(name=call.source.strip("{ }"))
                yield Problem(here, IN_CODE.format(call=call.source), fix, quote=call.source)


_CODE_SPAN = re.compile(r"`[^`]+`")
IN_CODE = Message(
    fr="« {call} » s’exécute aussi dans du code, qui montrerait des balises.",
    nl="‘{call}’ werkt ook in code, en die zou opmaakcodes tonen.",
)
IN_CODE_FIX = Message(
    fr="Sortez l’appel du code ; pour nommer la macro, écrivez « {name} » sans accolades.",
    nl="Haal de oproep uit de code; schrijf ‘{name}’ zonder accolades om de macro te noemen.",
)
