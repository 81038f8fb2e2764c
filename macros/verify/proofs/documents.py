"""What a page is as a document: language, headings, ids, leftovers of its making, size."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from macros.finding import Finding
from macros.language import Message
from macros.verify.page import Page, resolved
from macros.verify.registry import page_proof

HTML_BUDGET = 200_000
"""Bytes of HTML that a page may have; the largest of today has a third of it."""
WEIGHT_BUDGET = 700_000
"""Bytes of HTML, styles, scripts and pictures that a page may load at once."""
_TEMPLATE = re.compile(r"\{\{.{0,80}|\{%.{0,80}|\{#.{0,80}|\[\[.{0,80}", re.DOTALL)
_FRONT_MATTER = re.compile(r"(?:^|\s)(?:slug|description|template|old_slugs)\s?: \S[^\n]{0,60}")
_TITLE_LINE = re.compile(r"^\s*title\s?: \S", re.MULTILINE)
SAID = ("content", "title", "alt", "aria-label")
"""Attributes that hold words for people."""
BRACKETS = ("{{", "{%", "{#", "[[")
KEYS = ("slug", "description", "template", "title")
"""Without one of these there is no macro call, and no front matter."""
_MARKDOWN_LINK = re.compile(r"\[[^\]\n]{1,80}\]\([^)\s]{1,200}\)")


@page_proof
def language(page: Page) -> Iterator[Finding]:
    """The page says in which language it is, and it is that of the site (WCAG 2.2, 3.1.1)."""
    said = page.tree.get("lang")
    if said != page.folder.lang:
        message = LANG.format(said=said or "–", lang=page.folder.lang)
        yield page.error("wrong-lang", message, quote=said)


@page_proof
def one_heading(page: Page) -> Iterator[Finding]:
    """A page has one heading of the first level."""
    count = len(page.elements["h1"])
    if count != 1:
        yield page.error("heading-count", H1.format(count=count))


@page_proof
def unique_ids(page: Page) -> Iterator[Finding]:
    """An id names one element of a page (HTML, 3.2.6)."""
    counts = Counter(page.ids)
    for name, count in counts.items():
        if count > 1:
            yield page.error("duplicate-id", ID.format(name=name, count=count), quote=name)
        elif not name.strip() or re.search(r"\s", name):
            yield page.error("bad-id", BAD_ID.format(name=name), quote=name)


@page_proof
def no_template_text(page: Page) -> Iterator[Finding]:
    """Nothing of how a page is made stands on it: macro calls, front matter, raw Markdown."""
    said = [value for name in SAID for value in page.values(name)]
    values = "\n\n".join([*(title.text or "" for title in page.elements["title"]), *said])
    for text in (page.words if _hinted(page.text, BRACKETS) else "", values):
        found = _TEMPLATE.search(text) if _hinted(text, BRACKETS) else None
        if found:
            words = found[0].split("\n")[0][:60].strip()
            yield page.error("template-text", TEMPLATE.format(words=words), quote=words)
            return
    if _hinted(page.text, KEYS) and (
        _TITLE_LINE.search(page.words) or _FRONT_MATTER.search(page.words)
    ):
        yield page.error("front-matter-text", FRONT_MATTER)
    found = _MARKDOWN_LINK.search(page.words) if "](" in page.text else None
    if found:
        yield page.error("markdown-text", MARKDOWN.format(words=found[0]), quote=found[0])


def _hinted(text: str, hints: Iterable[str]) -> bool:
    """Tell whether a text may hold a leftover: most hold none, and this is quickly seen."""
    return any(hint in text for hint in hints)


@page_proof
def has_title(page: Page) -> Iterator[Finding]:
    """A page has one title and, unless it leads on, a description."""
    titles = [t for head in page.elements["head"] for t in head.iterchildren("title")]
    if len(titles) != 1 or not (titles[0].text or "").strip():
        yield page.error("missing-title", NO_TITLE)
    plain_page = page.redirect is None and not page.is_error_page
    if plain_page and not page.meta("description").strip():
        yield page.error("missing-description", NO_DESCRIPTION)


@page_proof
def within_budget(page: Page) -> Iterator[Finding]:
    """A page stays light: people read it on phones, on poor connections."""
    own = len(page.raw)
    if own > HTML_BUDGET:
        message = TOO_LONG.format(size=own // 1000, most=HTML_BUDGET // 1000)
        yield page.error("page-budget", message)
        return
    files = {page.folder.file_at(resolved(page.url, url)[0]) for url in page.loaded}
    weight = own + sum(page.folder.files.get(file, 0) for file in files if file)
    if weight > WEIGHT_BUDGET:
        message = TOO_HEAVY.format(size=weight // 1000, most=WEIGHT_BUDGET // 1000)
        yield page.error("page-budget", message)


LANG = Message(
    fr="La page se dit en « {said} », son site est en « {lang} ».",
    nl="De pagina noemt zich ‘{said}’, haar site is in ‘{lang}’.",
)
H1 = Message(
    fr="La page a {count} titres de premier niveau ; il en faut un.",
    nl="De pagina heeft {count} titels van het eerste niveau; er moet er één zijn.",
)
ID = Message(
    fr="L’identifiant « {name} » sert {count} fois sur la page.",
    nl="Het id ‘{name}’ staat {count} keer op de pagina.",
)
BAD_ID = Message(
    fr="L’identifiant « {name} » est vide ou contient un espace.",
    nl="Het id ‘{name}’ is leeg of bevat een spatie.",
)
TEMPLATE = Message(
    fr="Un appel de macro est resté tel quel sur la page : {words}",
    nl="Een macro-oproep is op de pagina blijven staan: {words}",
)
FRONT_MATTER = Message(
    fr="L’en-tête technique de la page est publié comme du texte.",
    nl="De technische hoofding van de pagina is als tekst gepubliceerd.",
)
MARKDOWN = Message(
    fr="Un lien en Markdown est resté tel quel : {words}",
    nl="Een link in Markdown is blijven staan: {words}",
)
NO_TITLE = Message(
    fr="La page n’a pas exactement un titre dans l’en-tête HTML.",
    nl="De pagina heeft niet precies één titel in de HTML-kop.",
)
NO_DESCRIPTION = Message(
    fr="La page n’a pas de description.", nl="De pagina heeft geen beschrijving."
)
TOO_LONG = Message(
    fr="La page pèse {size} ko de HTML, plus que les {most} ko admis.",
    nl="De pagina telt {size} kB HTML, meer dan de toegelaten {most} kB.",
)
TOO_HEAVY = Message(
    fr="La page et ce qu’elle charge pèsent {size} ko, plus que les {most} ko admis.",
    nl="De pagina en wat ze laadt wegen {size} kB, meer dan de toegelaten {most} kB.",
)
