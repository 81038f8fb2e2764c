"""Each text in its own language, finished and undamaged."""

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.checks.registry import Family, Problem, rule
from macros.finding import Severity
from macros.language import Lang, Message, other
from macros.prose.hygiene import leftovers
from macros.prose.masking import HIDDEN
from macros.prose.tongue import (
    Sentence,
    Tongue,
    foreign_run,
    foreign_tongue,
    scores,
    sentences,
    tongue,
)
from macros.texts.sources import Passage, Sources

LANGUAGE: dict[Tongue, Message] = {
    "fr": Message("français", "het Frans"),
    "nl": Message("néerlandais", "het Nederlands"),
    "en": Message("anglais", "het Engels"),
}
SIDE: dict[Lang, Message] = {
    "fr": Message("français", "Franse"),
    "nl": Message("néerlandais", "Nederlandse"),
}
"""The same as adjectives."""
ENOUGH_WORDS = 3
"""Fewer words that are the same on both sides are a name, a brand or a shared word."""

NAMES_OF_ORGANISATIONS = (("publisher",), ("organiser",))
"""Keys whose text is a name, which often exists in one language alone."""


@lru_cache(maxsize=20_000)
def _foreign_sentences(words: str, lang: Lang) -> tuple[tuple[Sentence, Tongue], ...]:
    """Return the foreign sentences of a text, and the foreign runs inside its own ones."""
    result: list[tuple[Sentence, Tongue]] = []
    for sentence in sentences(words):
        found = foreign_tongue(sentence.text, lang)
        if found:
            result.append((sentence, found))
            continue
        run = foreign_run(sentence.text, lang)
        if run:
            start, end, found = run
            result.append((Sentence(sentence.text[start:end], sentence.start + start), found))
    return tuple(result)


def _passages(passage: Passage) -> Iterator[tuple[Sentence, Tongue]]:
    """Join foreign sentences that follow each other: one finding for one passage."""
    joined: tuple[Sentence, Tongue] | None = None
    for sentence, found in _foreign_sentences(passage.own_prose, passage.lang):
        if joined:
            first, known = joined
            end = first.start + len(first.text)
            between = passage.text[end : sentence.start]
            if known == found and not between.strip() and "\n\n" not in between:
                whole = passage.text[first.start : sentence.start + len(sentence.text)]
                joined = Sentence(whole, first.start), found
                continue
            yield joined
        joined = sentence, found
    if joined:
        yield joined


def _foreign(sources: Sources, *, english: bool) -> Iterator[Problem]:
    for passage in sources.passages:
        twin = sources.twin(passage)
        if twin and (twin.text == passage.text or _are_swapped(passage, twin)):
            continue  # other rules say it better
        for sentence, found in _passages(passage):
            if (found == "en") is not english:
                continue
            quote = _short(passage.text[sentence.start : sentence.start + len(sentence.text)])
            values = {
                "quote": "…" if quote.endswith("…") else quote,
                "shown": quote.rstrip("."),
                "found_fr": LANGUAGE[found].fr,
                "found_nl": LANGUAGE[found].nl,
                "own_fr": LANGUAGE[passage.lang].fr,
                "own_nl": LANGUAGE[passage.lang].nl,
                "code": found,
            }
            fix = FOREIGN_FIX if passage.kind == "markdown" else FOREIGN_TITLE_FIX
            here, message = passage.place(sentence.start), FOREIGN.format(**values)
            yield Problem(here, message, fix.format(**values), quote=quote)


def _are_swapped(one: Passage, twin: Passage) -> bool:
    return all(_share_of(p.own_prose, p.lang, other(p.lang)) > MOST for p in (one, twin))


def _is_short_and_foreign(passage: Passage) -> bool:
    """Tell whether a few words can only be of the other language: enough where both sides are."""
    if len(passage.text) > SHORT:
        return False
    points, _ = scores(passage.own_prose)
    return points[other(passage.lang)] >= FEW_POINTS and not points[passage.lang]


SHORT = 60
"""Signs of a title or a label."""
FEW_POINTS = 2
MOST = 0.6
"""Share of a text from which on it is in the other language."""


@lru_cache(maxsize=20_000)
def _share_of(words: str, lang: Lang, tongue_there: Tongue) -> float:
    """Return how much of a text is sentences in another language."""
    found = sum(len(s.text) for s, t in _foreign_sentences(words, lang) if t == tongue_there)
    return found / max(1, sum(len(sentence.text) for sentence in sentences(words)))


@rule(
    "swapped-languages",
    Family.LANGUAGE,
    Severity.ERROR,
    summary=Message(
        fr="Le français est du côté français, et le néerlandais du côté néerlandais.",
        nl="Het Frans staat aan de Franse kant en het Nederlands aan de Nederlandse kant.",
    ),
    before="fr: De helpdesk luistert naar u en zoekt mee.\n"
    "nl: Le helpdesk vous écoute et cherche avec vous.",
    after="fr: Le helpdesk vous écoute et cherche avec vous.\n"
    "nl: De helpdesk luistert naar u en zoekt mee.",
)
def swapped_languages(sources: Sources) -> Iterator[Problem]:
    """Find texts whose sides changed places."""
    for twins in sources.pairs:
        if twins.fr.text == twins.nl.text:
            continue
        if _are_swapped(twins.fr, twins.nl) or all(map(_is_short_and_foreign, twins)):
            here, there = (p.place(len(p.text) - len(p.text.lstrip())) for p in twins)
            message = SWAPPED.format(where=f"{there.file}:{there.line}")
            yield Problem(here, message, SWAPPED_FIX, quote=_short(twins.fr.text))


SWAPPED = Message(
    fr="Le néerlandais se trouve ici, du côté français, et le français du côté néerlandais, à "
    "{where}.",
    nl="Het Nederlands staat hier, aan de Franse kant, en het Frans aan de Nederlandse kant, in "
    "{where}.",
)
SWAPPED_FIX = Message(fr="Échangez les deux textes.", nl="Verwissel de twee teksten.")


@rule(
    "other-language-quotation",
    Family.LANGUAGE,
    Severity.WARNING,
    summary=Message(
        fr="Une citation dans l’autre langue est signalée comme telle, pour être bien lue à voix "
        "haute.",
        nl="Een citaat in de andere taal is als zodanig aangeduid, zodat het goed wordt "
        "voorgelezen.",
    ),
    before="fr: La campagne «\u00a0Samen sterk\u00a0» commence.",
    after='fr: La campagne «\u00a0<span lang="nl">Samen sterk</span>\u00a0» commence.',
)
def other_language_quotation(sources: Sources) -> Iterator[Problem]:
    """Find slogans and titles too short to be told for a passage (WCAG 2.2, 3.1.2)."""
    for passage in sources.markdown:
        code = other(passage.lang)
        for found in _QUOTED.finditer(passage.own_prose):
            words = found[0][1:-1].strip()
            points, telling = scores(words)
            if telling > 1 and points[code] >= ENOUGH_POINTS and not points[passage.lang]:
                values = {
                    "words": words,
                    "code": code,
                    "found_fr": LANGUAGE[code].fr,
                    "found_nl": LANGUAGE[code].nl,
                }
                message, fix = QUOTED.format(**values), QUOTED_FIX.format(**values)
                yield Problem(passage.place(found.start() + 1), message, fix, quote=words)


_QUOTED = re.compile(r"«[^«»]{3,100}»|‘(?:[^‘’]|’(?=\w)){3,100}’(?!\w)|“[^“”]{3,100}”", re.DOTALL)
ENOUGH_POINTS = 3
"""Points of the other language, none for its own, from which on quoted words are in it."""
QUOTED = Message(
    fr="« {words} » semble être en {found_fr} ; un lecteur d’écran le lirait comme du texte d’ici.",
    nl="‘{words}’ lijkt in {found_nl} geschreven; een schermlezer zou het in de verkeerde taal "
    "voorlezen.",
)
QUOTED_FIX = Message(
    fr='Traduisez ces mots, ou écrivez <span lang="{code}">{words}</span> entre les guillemets.',
    nl='Vertaal deze woorden, of schrijf <span lang="{code}">{words}</span> tussen de '
    "aanhalingstekens.",
)
FOREIGN = Message(
    fr="Ce passage semble écrit en {found_fr}, dans un texte en {own_fr} : « {shown} ».",
    nl="Deze passage lijkt in {found_nl} geschreven, in een tekst in {own_nl}: ‘{shown}’.",
)
FOREIGN_FIX = Message(
    fr='Traduisez-le ; pour une citation, écrivez <span lang="{code}">{quote}</span>.',
    nl='Vertaal ze; is het een citaat, schrijf dan <span lang="{code}">{quote}</span>.',
)


FOREIGN_TITLE_FIX = Message(
    fr="Traduisez-le ; pour un titre ou une citation, mettez des guillemets : « {quote} ».",
    nl="Vertaal ze; zet een titel of een citaat tussen aanhalingstekens: ‘{quote}’.",
)
"""In a plain text, where `<span>` would be shown."""


@rule(
    "other-language-passage",
    Family.LANGUAGE,
    Severity.ERROR,
    summary=Message(
        fr="Une page française ne contient pas de passage en néerlandais, ni l’inverse.",
        nl="Een Franse pagina bevat geen passage in het Nederlands, en omgekeerd.",
    ),
    before="nl: Les services de première ligne ouvrent leurs portes pendant une semaine.",
    after="nl: De eerstelijnsdiensten zetten een week lang hun deuren open.",
)
def other_language_passage(sources: Sources) -> Iterator[Problem]:
    """Find sentences of the other language."""
    yield from _foreign(sources, english=False)


@rule(
    "english-passage",
    Family.LANGUAGE,
    Severity.WARNING,
    summary=Message(
        fr="Un texte ne contient pas de passage en anglais.",
        nl="Een tekst bevat geen passage in het Engels.",
    ),
    before="fr: This page will be available in the next few weeks.",
    after="fr: Cette page paraîtra dans les prochaines semaines.",
)
def english_passage(sources: Sources) -> Iterator[Problem]:
    """Find English sentences."""
    yield from _foreign(sources, english=True)


@rule(
    "same-in-both-languages",
    Family.LANGUAGE,
    Severity.ERROR,
    summary=Message(
        fr="Le texte français et le texte néerlandais ne sont pas identiques.",
        nl="De Franse en de Nederlandse tekst zijn niet identiek.",
    ),
    before="title: {fr: Retour sur l’atelier, nl: Retour sur l’atelier}",
    after="title: {fr: Retour sur l’atelier, nl: Terugblik op het atelier}",
)
def same_in_both_languages(sources: Sources) -> Iterator[Problem]:
    """Find texts copied from one side to the other; names and brands may be the same."""
    for twins in sources.pairs:
        if twins.fr.text.casefold() != twins.nl.text.casefold():
            continue
        if twins.fr.path[-2:-1] in NAMES_OF_ORGANISATIONS:
            continue
        words = twins.fr.own_prose.replace(HIDDEN, " ")
        found = tongue(words)
        if found is None or len(words.split()) < ENOUGH_WORDS:
            continue
        wrong = twins.fr if found == "nl" else twins.nl
        values = {
            "quote": _short(wrong.text),
            "found_fr": LANGUAGE[found].fr,
            "found_nl": LANGUAGE[found].nl,
            "own_fr": LANGUAGE[wrong.lang].fr,
            "own_nl": LANGUAGE[wrong.lang].nl,
        }
        yield Problem(
            wrong.place(), SAME.format(**values), SAME_FIX.format(**values), quote=values["quote"]
        )


SAME = Message(
    fr="Le même texte en {found_fr} se trouve des deux côtés : « {quote} ».",
    nl="Aan beide kanten staat dezelfde tekst in {found_nl}: ‘{quote}’.",
)
SAME_FIX = Message(
    fr="Écrivez ici ce texte en {own_fr}.",
    nl="Schrijf deze tekst hier in {own_nl}.",
)


@rule(
    "leftover-note",
    Family.LANGUAGE,
    Severity.ERROR,
    summary=Message(
        fr="Aucune note de travail ni aucun texte factice ne reste dans un texte.",
        nl="In een tekst blijft geen werknota of opvultekst staan.",
    ),
    before="nl: TE VERTALEN",
    after="nl: De helpdesk zoekt met u mee.",
)
def leftover(sources: Sources) -> Iterator[Problem]:
    """Find notes such as "à traduire", and dummy text."""
    for passage in sources.passages:
        for damage in leftovers(passage.own_prose):
            quote = passage.text[damage.start : damage.end]
            message = LEFTOVER.format(quote=quote)
            yield Problem(passage.place(damage.start), message, LEFTOVER_FIX, quote=quote)


LEFTOVER = Message(
    fr="« {quote} » est une note de travail ou un texte factice.",
    nl="‘{quote}’ is een werknota of opvultekst.",
)
LEFTOVER_FIX = Message(
    fr="Écrivez le texte définitif, ou supprimez ces mots.",
    nl="Schrijf de definitieve tekst, of schrap deze woorden.",
)


LONGEST_QUOTE = 80
"""Signs of a text that a message repeats."""


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1].rstrip() + "…"
