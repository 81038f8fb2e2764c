"""Words that have one form on all sites, and texts that stand there twice."""

import re
from collections.abc import Iterable, Iterator

from macros.checks.registry import Family, Problem, rule
from macros.content.messages import WRITE
from macros.finding import Edit, Severity
from macros.language import LANGS, Lang, Message, other
from macros.prose.capitals import Capitals, Miscased, shouts
from macros.prose.inclusive import Doublets, house_forms, variants
from macros.prose.names import Misnomer, Misnomers
from macros.texts.sources import Passage, Place, Sources

SHORTEST = 3
"""Letters of the shortest abbreviation that is told from a common word: `TO`, `VA`."""
ENOUGH_WORDS = 8
"""A sentence of fewer words may well stand twice: a label, a refrain."""


@rule(
    "inclusive-spelling",
    Family.TERMS,
    Severity.ERROR,
    summary=Message(
        fr="L’écriture inclusive a une seule forme : professionnel·les.",
        nl="De inclusieve spelling in het Frans heeft één vorm: professionnel·les.",
    ),
    before="fr: les professionnel.le.s du bassin",
    after="fr: les professionnel·les du bassin",
)
def inclusive_spelling(sources: Sources) -> Iterator[Problem]:
    """Find other inclusive forms; for two words side by side there must be a form to take."""
    french = [passage for passage in sources.passages if passage.lang == "fr"]
    doublets = Doublets({form for passage in french for form in house_forms(passage.text)})
    for passage in french:
        for found in variants(passage.own_prose, doublets):
            quote = passage.text[found.start : found.end]
            edit = Edit(quote, found.right) if found.certain and "\n" not in quote else None
            yield Problem(
                passage.place(found.start),
                INCLUSIVE.format(quote=quote),
                (WRITE if found.certain else AGREE).format(written=found.right),
                quote=quote,
                edit=edit,
                severity=None if found.certain else Severity.WARNING,
            )


INCLUSIVE = Message(
    fr="« {quote} » n’est pas la forme inclusive de ces sites.",
    nl="‘{quote}’ is niet de inclusieve vorm van deze sites.",
)
AGREE = Message(
    fr="Écrivez « {written} », avec l’article qui convient.",
    nl="Schrijf ‘{written}’, met het lidwoord dat past.",
)


@rule(
    "term-capitals",
    Family.TERMS,
    Severity.WARNING,
    summary=Message(
        fr="Un nom du glossaire garde ses majuscules.",
        nl="Een naam uit de woordenlijst houdt zijn hoofdletters.",
    ),
    before="nl: Vraag het aan het Ocmw.",
    after="nl: Vraag het aan het OCMW.",
)
def term_capitals(sources: Sources) -> Iterator[Problem]:
    """Find names of the glossary and of the bassins with other capitals than their own."""
    for lang in LANGS:
        capitals = Capitals(_names(sources, lang))
        shouted = Misnomers({word.upper(): word for word in _words(sources, lang)})
        for passage in sources.passages:
            if passage.lang == lang:
                words = passage.own_prose
                loud = shouted.find(words) if _LOUD.search(words) else ()
                yield from _miscased(passage, [*capitals.find(words), *loud])


def _miscased(passage: Passage, wrong: Iterable[Miscased | Misnomer]) -> Iterator[Problem]:
    for found in wrong:
        quote = passage.text[found.start : found.end]
        edit = Edit(quote, found.right) if "\n" not in quote else None
        yield Problem(
            passage.place(found.start),
            CAPITALS.format(quote=quote),
            WRITE.format(written=found.right),
            quote=quote,
            edit=edit,
        )


def _names(sources: Sources, lang: Lang) -> Iterator[str]:
    """Give what can only be a name: capitals inside, or one word that both languages have.

    A single word with a capital first, such as "Région", is a common word too.
    """
    for bassin in sources.content.bassins:
        yield bassin.name[lang]
    for term in sources.content.region.glossary:
        if term.abbreviation and len(term.abbreviation[lang]) >= SHORTEST:
            yield term.abbreviation[lang]
        name = term.term[lang]
        is_proper = name == term.term[other(lang)] and name.lower() not in COMMON
        has_capital = any(map(str.isupper, name[0 if is_proper else 1 :]))
        if has_capital and len(name) >= SHORTEST:
            yield name


def _words(sources: Sources, lang: Lang) -> Iterator[str]:
    """Give the single words of the glossary that are written small."""
    for term in sources.content.region.glossary:
        word = term.term[lang]
        if word.isalpha() and word.islower() and len(word) > SHORTEST:
            yield word


_LOUD = re.compile("[A-ZÀ-Ý]{4}")
COMMON = frozenset({"haren"})
"""Names that are an ordinary word of one language when they are written small."""
CAPITALS = Message(
    fr="« {quote} » n’a pas les majuscules de ce nom.",
    nl="‘{quote}’ heeft niet de hoofdletters van deze naam.",
)


@rule(
    "capitals-only",
    Family.TYPOGRAPHY,
    Severity.ERROR,
    summary=Message(
        fr="Une phrase ne s’écrit pas toute en majuscules : elle se lit mal, surtout à l’oreille.",
        nl="Een zin staat niet helemaal in hoofdletters: dat leest moeilijk, vooral hardop.",
    ),
    before="INSCRIVEZ-VOUS AVANT LE 3 MARS 2026.",
    after="Inscrivez-vous avant le 3 mars 2026.",
)
def capitals_only(sources: Sources) -> Iterator[Problem]:
    """Find rows of words in capitals that are too long for abbreviations."""
    for passage in sources.passages:
        for start, end in shouts(passage.own_prose):
            quote = " ".join(passage.text[start:end].split())
            calm = quote.capitalize() if _opens(passage.text[:start]) else quote.lower()
            calm = _with_names(
                calm, [*_names(sources, passage.lang), *_communes(sources, passage.lang)]
            )
            message = SHOUTED.format(quote=quote)
            yield Problem(passage.place(start), message, CALM.format(calm=calm), quote=quote)


def _communes(sources: Sources, lang: Lang) -> Iterator[str]:
    return (commune.name[lang] for commune in sources.content.region.communes)


def _with_names(text: str, names: Iterable[str]) -> str:
    """Give names that are known the capitals they have."""
    for found in Capitals(names).find(text):
        text = text[: found.start] + found.right + text[found.end :]
    return text


def _opens(before: str) -> bool:
    """Tell whether what follows a text starts a sentence."""
    words = before.rstrip(" \n\u00a0*_#«‘")
    return not words or words[-1] in ".!?…"


SHOUTED = Message(
    fr="« {quote} » est tout en majuscules.", nl="‘{quote}’ staat helemaal in hoofdletters."
)
CALM = Message(
    fr="Écrivez « {calm} », et gardez les majuscules des noms.",
    nl="Schrijf ‘{calm}’, en behoud de hoofdletters van namen.",
)


@rule(
    "repeated-passage",
    Family.LANGUAGE,
    Severity.WARNING,
    summary=Message(
        fr="Un paragraphe ou une phrase ne se trouve pas deux fois sur une page.",
        nl="Een alinea of een zin staat geen twee keer op een pagina.",
    ),
    before="Le helpdesk cherche avec vous le service qu’il vous faut.\n\n"
    "Le helpdesk cherche avec vous le service qu’il vous faut.",
    after="Le helpdesk cherche avec vous le service qu’il vous faut.",
)
def repeated_passage(sources: Sources) -> Iterator[Problem]:
    """Find what was pasted twice, sentence by sentence; one finding for sentences in a row."""
    for passage in sources.markdown:
        seen: dict[str, int] = {}
        for block in passage.markdown.words:
            again = []
            for words in _SENTENCE_END.split(block.text):
                key = " ".join(_WORD.findall(words.casefold()))
                if key.count(" ") + 1 < ENOUGH_WORDS:
                    continue
                if key in seen:
                    again.append((words, seen[key]))
                seen.setdefault(key, block.line)
            if again:
                words, line = again[0]
                quote = " ".join(words.split())[:SHOWN]
                message = REPEATED.format(quote=quote, line=line)
                yield Problem(Place(passage.file, block.line), message, REPEATED_FIX, quote=quote)


_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_WORD = re.compile(r"[^\W_]+")
SHOWN = 60
REPEATED = Message(
    fr="« {quote}… » se trouve déjà à la ligne {line}.",
    nl="‘{quote}…’ staat al op regel {line}.",
)
REPEATED_FIX = Message(
    fr="Supprimez la répétition, sans doute un copier-coller.",
    nl="Schrap de herhaling, wellicht een plakfout.",
)
