"""What a text from outside may hold: words and a little Markdown, nothing that acts.

The text is judged by what Markdown makes of it, with the extensions of the sites: elements,
attributes and link schemes that are not on the lists are refused, not repaired.
"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import html

from macros.forms.form import Field, FieldKind, RefusedError
from macros.language import Message
from macros.render.markup import to_html

_INVISIBLE = re.compile("[\u00ad\u200b\ufeff]")
"""Soft hyphens, zero-width spaces and byte-order marks come along from word processors."""
_LINE_ENDS = re.compile("[\u2028\u2029]")
_TAG = re.compile(r"<(?!https?://)\s*[a-zA-Z!/?][^>\s]*")
_CODE = ("{{", "{%", "{#")
_TAGS = {"div", "p", "br", "hr", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre"}
_TAGS |= {"h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {"a": {"href", "title"}, "th": {"style"}, "td": {"style"}, "ol": {"start"}}
_ALIGNMENT = re.compile(r"text-align: (left|right|center);")
_SCHEMES = frozenset(("http", "https", "mailto", "tel"))


def clean(text: str, field: Field) -> str:
    """Return the answer without invisible leftovers; lines become one line where one is asked.

    Raises:
        RefusedError: the text holds something that acts, loads or hides.

    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))
    text = text.replace("\t", "    ")
    _refuse_characters(text, field)
    found = next((code for code in _CODE if code in text), None)
    if found:
        raise RefusedError(_about(CODE, field, found))
    tag = _TAG.search(text)
    if tag:
        raise RefusedError(_about(HTML, field, tag[0]))
    if field.kind is FieldKind.MARKDOWN:
        _refuse_markup(text, field)
        return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    if field.kind is FieldKind.CONSENT:
        return text
    return " ".join(text.split())


def shown(text: str) -> str:
    """Return a piece of a foreign text as it may be repeated: short, and without effect."""
    return re.sub(r"[`\s]+", " ", text)[:60].strip()


def _refuse_characters(text: str, field: Field) -> None:
    for character in text:
        kind = unicodedata.category(character)
        hidden = kind == "Cf" and character not in "\u200c\u200d"
        if (kind == "Cc" and character != "\n") or hidden or kind in ("Cn", "Co", "Cs"):
            raise RefusedError(_about(CHARACTER, field, f"U+{ord(character):04X}"))


def _refuse_markup(text: str, field: Field) -> None:
    tree = html.fragment_fromstring(to_html(text, lambda _: None), create_parent="div")
    for element in tree.iter():
        if element.tag == "img":
            raise RefusedError(_about(IMAGE, field, element.get("src") or ""))
        if not isinstance(element.tag, str) or element.tag not in _TAGS:
            raise RefusedError(_about(HTML, field, f"<{element.tag!s}>"))
        for name, value in _foreign_attributes(element):
            raise RefusedError(_about(HTML, field, f"{name}={value}"))
        if element.tag == "a" and not _is_open_link(element.get("href") or ""):
            raise RefusedError(_about(LINK, field, element.get("href") or ""))


def _foreign_attributes(element: html.HtmlElement) -> Iterator[tuple[str, str]]:
    allowed = _ATTRIBUTES.get(str(element.tag), set())
    for name, value in element.items():
        if name not in allowed or (name == "style" and not _ALIGNMENT.fullmatch(value)):
            yield name, value


def _is_open_link(target: str) -> bool:
    try:
        address = urlsplit(target)
    except ValueError:
        return False
    if address.scheme in ("http", "https"):
        return bool(address.hostname) and address.username is None
    return address.scheme in _SCHEMES and not address.netloc


def _about(message: Message, field: Field, found: str) -> Message:
    quote = shown(found)
    return Message(
        message.fr.format(field=field.label.fr, found=quote),
        message.nl.format(field=field.label.nl, found=quote),
    )


CHARACTER = Message(
    fr="Le champ « {field} » contient un caractère invisible ({found}). Recopiez le texte sans "
    "mise en forme.",
    nl="Het veld ‘{field}’ bevat een onzichtbaar teken ({found}). Kopieer de tekst zonder opmaak.",
)
CODE = Message(
    fr="Le champ « {field} » contient « {found} », que le site prendrait pour du code. Retirez-le.",
    nl="Het veld ‘{field}’ bevat ‘{found}’, wat de site voor code zou houden. Haal het weg.",
)
HTML = Message(
    fr="Le champ « {field} » contient du HTML (`{found}`). Écrivez du texte simple : les liens, "
    "les listes et le gras se font sans HTML.",
    nl="Het veld ‘{field}’ bevat HTML (`{found}`). Schrijf gewone tekst: links, lijsten en vet "
    "hebben geen HTML nodig.",
)
IMAGE = Message(
    fr="Le champ « {field} » contient une image (`{found}`). Retirez-la du texte : elle s’ajoute "
    "à la relecture, avec sa description et l’accord des personnes.",
    nl="Het veld ‘{field}’ bevat een afbeelding (`{found}`). Haal ze uit de tekst: ze komt er bij "
    "het nalezen bij, met haar beschrijving en het akkoord van de mensen.",
)
LINK = Message(
    fr="Le champ « {field} » contient un lien (`{found}`) qui n’est ni une adresse web complète, "
    "ni un courriel, ni un téléphone. Écrivez https://… en entier, ou retirez-le.",
    nl="Het veld ‘{field}’ bevat een link (`{found}`) die geen volledig webadres, e-mailadres of "
    "telefoonnummer is. Schrijf https://… voluit, of haal hem weg.",
)
