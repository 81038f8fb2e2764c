"""Typography of French and Dutch, with repairs that `--fix` makes."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter

from macros.checks.registry import Family, Problem, Rule, rule
from macros.finding import Edit, Severity
from macros.language import Lang, Message
from macros.prose.masking import prose
from macros.prose.typography import NBSP, Slip, Trema, slips
from macros.texts.sources import Passage, Sources

QUOTES = "quotes"
"""Slips of this kind come in pairs: the opening and the closing mark."""


@lru_cache(maxsize=20_000)
def _of_text(text: str, lang: Lang, trema: Trema) -> tuple[Slip, ...]:
    return tuple(slips(prose(text), lang, trema))


@dataclass(frozen=True, eq=False, slots=True)
class _Found:
    """A slip, or the two of a pair of marks, with all slips of its text."""

    passage: Passage
    slips: tuple[Slip, ...]
    others: Sequence[Slip]

    @property
    def start(self) -> int:
        return self.slips[0].start

    @property
    def end(self) -> int:
        return self.slips[-1].end


@lru_cache(maxsize=1)
def _slips(sources: Sources) -> Mapping[str, Sequence[_Found]]:
    """Return all slips by their kind; the rules of a run share them."""
    trema = _trema(tuple(term.term.nl for term in sources.content.region.glossary))
    found: dict[str, list[_Found]] = defaultdict(list)
    for passage in sources.passages:
        slips = _of_text(passage.text, passage.lang, trema)
        marks = [slip for slip in slips if slip.rule == QUOTES]
        for pair in zip(marks[::2], marks[1::2], strict=True):
            found[QUOTES].append(_Found(passage, pair, slips))
        for slip in slips:
            if slip.rule != QUOTES:
                found[slip.rule].append(_Found(passage, (slip,), slips))
    return found


@cache
def _trema(words: tuple[str, ...]) -> Trema:
    return Trema(words)


class _Typography:
    """Finds the slips of one kind."""

    __module__ = __name__
    __doc__ = "Find the slips of one kind in all texts, with their repair."

    def __init__(self, kind: str, message: Message) -> None:
        self.kind = kind
        self.message = message

    def __call__(self, sources: Sources) -> Iterator[Problem]:
        for found in _slips(sources).get(self.kind, ()):
            yield from self._problems(found)

    def _problems(self, found: _Found) -> Iterator[Problem]:
        text = found.passage.text
        start = max(text.rfind(" ", 0, max(found.start - 1, 0)), text.rfind("\n", 0, found.start))
        ends = (text.find(" ", found.end + 1), text.find("\n", found.end))
        end = min((e for e in ends if e >= 0), default=len(text))
        quote = text[start + 1 : end]
        message = self.message.format(quote=quote)
        if found.slips[0].new is None:
            yield Problem(found.passage.place(found.start), message, CHOOSE, quote=quote)
            return
        # the whole is shown mended, not this slip alone, so that it can be written as it stands
        fix = WRITE.format(new=_mended(text, start + 1, end, found.others))
        for first, last in self._stretches(found):
            new = _mended(text, first, last, found.slips)
            place, edit = found.passage.place(first), Edit(text[first:last], new)
            yield Problem(place, message, fix, quote=quote, edit=edit)

    def _stretches(self, found: _Found) -> Iterator[tuple[int, int]]:
        """Give what is to be replaced: a pair at once, unless it stands on two lines."""
        lines = {found.passage.place(slip.start).line for slip in found.slips}
        if len(found.slips) > 1 and len(lines) == 1:
            yield found.start, found.end
            return
        for slip in found.slips:
            yield _with_a_neighbour(found.passage.text, slip)


def _mended(text: str, start: int, end: int, slips: Sequence[Slip]) -> str:
    """Return a stretch of a text without its slips."""
    parts, at = [], start
    for slip in slips[bisect_left(slips, start, key=attrgetter("start")) :]:
        if slip.start > end:
            break
        if slip.new is not None and at <= slip.start and slip.end <= end:
            parts += [text[at : slip.start], slip.new]
            at = slip.end
    return "".join([*parts, text[at:end]])


def _with_a_neighbour(text: str, slip: Slip) -> tuple[int, int]:
    """Widen an insertion by one character, so that there is something to replace."""
    if slip.end > slip.start:
        return slip.start, slip.end
    if slip.start > 0 and text[slip.start - 1] != "\n":
        return slip.start - 1, slip.end
    return slip.start, min(slip.end + 1, len(text))


WRITE = Message(
    fr="Écrivez « {new} », ou lancez « bassin check --fix ».",
    nl="Schrijf ‘{new}’, of voer ‘bassin check --fix’ uit.",
)
CHOOSE = Message(
    fr="Supprimez l’un des deux mots s’il est de trop.",
    nl="Schrap een van de twee woorden als het te veel is.",
)


def _typography(  # noqa: PLR0917 - a table
    name: str, kind: str, summary: Message, message: Message, before: str, after: str
) -> Rule:
    return rule(
        name, Family.TYPOGRAPHY, Severity.WARNING, summary=summary, before=before, after=after
    )(_Typography(kind, message))


french_spaces = _typography(
    "french-spaces",
    "firm-space",
    Message(
        fr="En français, les signes doubles sont précédés d’une espace insécable.",
        nl="In het Frans staat een harde spatie voor dubbele leestekens.",
    ),
    Message(
        fr="Une espace insécable manque dans « {quote} ».",
        nl="In ‘{quote}’ ontbreekt een harde spatie.",
    ),
    "fr: Qui fait quoi?",
    f"fr: Qui fait quoi{NBSP}?",
)
dutch_spaces = _typography(
    "dutch-spaces",
    "french-space",
    Message(
        fr="En néerlandais, aucune espace ne précède un signe de ponctuation.",
        nl="In het Nederlands staat geen spatie voor een leesteken.",
    ),
    Message(
        fr="Une espace est de trop avant la ponctuation dans « {quote} ».",
        nl="In ‘{quote}’ staat een spatie te veel voor het leesteken.",
    ),
    "nl: Wie doet wat ?",
    "nl: Wie doet wat?",
)
quotation_marks = _typography(
    "quotation-marks",
    QUOTES,
    Message(
        fr=f"Les guillemets sont «{NBSP}…{NBSP}» en français et ‘…’ en néerlandais.",
        nl=f"Aanhalingstekens zijn ‘…’ in het Nederlands en «{NBSP}…{NBSP}» in het Frans.",
    ),
    Message(
        fr="Les guillemets de « {quote} » ne sont pas ceux de la langue.",
        nl="De aanhalingstekens van ‘{quote}’ zijn niet die van de taal.",
    ),
    'nl: de "toolkit"',
    "nl: de ‘toolkit’",
)
straight_apostrophe = _typography(
    "straight-apostrophe",
    "apostrophe",
    Message(
        fr="L’apostrophe est courbe : ’.",
        nl="De apostrof is gebogen: ’.",
    ),
    Message(fr="L’apostrophe de « {quote} » est droite.", nl="De apostrof van ‘{quote}’ is recht."),
    "fr: l'accueil",
    "fr: l’accueil",
)
three_dots = _typography(
    "three-dots",
    "ellipsis",
    Message(
        fr="Les points de suspension sont un seul caractère : ….",
        nl="Een beletselteken is één teken: ….",
    ),
    Message(
        fr="Trois points séparés suivent « {quote} ».",
        nl="Bij ‘{quote}’ staan drie losse punten.",
    ),
    "fr: et ainsi de suite...",
    "fr: et ainsi de suite…",
)
double_space = _typography(
    "double-space",
    "double-space",
    Message(
        fr="Une seule espace sépare deux mots.",
        nl="Tussen twee woorden staat één spatie.",
    ),
    Message(
        fr="Deux espaces se suivent dans « {quote} ».",
        nl="In ‘{quote}’ staan twee spaties na elkaar.",
    ),
    "fr: deux  mots",
    "fr: deux mots",
)
double_word = _typography(
    "double-word",
    "double-word",
    Message(
        fr="Un mot n’est pas écrit deux fois de suite.",
        nl="Een woord staat er geen twee keer na elkaar.",
    ),
    Message(
        fr="Un mot est écrit deux fois : « {quote} ».",
        nl="Een woord staat er twee keer: ‘{quote}’.",
    ),
    "fr: le bassin de de Jette",
    "fr: le bassin de Jette",
)
missing_ligature = _typography(
    "missing-ligature",
    "ligature",
    Message(
        fr="En français, œ s’écrit en un caractère : cœur, œuvre.",
        nl="In het Frans is œ één teken: cœur, œuvre.",
    ),
    Message(fr="« {quote} » s’écrit avec œ.", nl="‘{quote}’ schrijft u met œ."),
    "fr: une mise en oeuvre",
    "fr: une mise en œuvre",
)
missing_trema = _typography(
    "missing-trema",
    "trema",
    Message(
        fr="En néerlandais, le tréma est écrit : coördinatie, patiënt.",
        nl="In het Nederlands staat het trema er: coördinatie, patiënt.",
    ),
    Message(fr="Il manque un tréma à « {quote} ».", nl="Er ontbreekt een trema in ‘{quote}’."),
    "nl: coordinatie",
    "nl: coördinatie",
)
percent_space = _typography(
    "percent-space",
    "percent",
    Message(
        fr="En néerlandais aussi, une espace insécable précède le signe %.",
        nl="Ook in het Nederlands staat een harde spatie voor het procentteken.",
    ),
    Message(
        fr="Une espace insécable manque dans « {quote} ».",
        nl="In ‘{quote}’ ontbreekt een harde spatie.",
    ),
    "nl: bijna 80%",
    f"nl: bijna 80{NBSP}%",
)
month_capital = _typography(
    "day-or-month-capital",
    "day-capital",
    Message(
        fr="Dans une date, le jour et le mois prennent une minuscule.",
        nl="In een datum hebben de dag en de maand een kleine letter.",
    ),
    Message(
        fr="Dans « {quote} », une majuscule est de trop.",
        nl="In ‘{quote}’ staat een hoofdletter te veel.",
    ),
    "fr: le Mardi 24 Septembre 2024",
    "fr: le mardi 24 septembre 2024",
)
time_form = _typography(
    "time-form",
    "time",
    Message(
        fr="Une heure s’écrit 14h30 en français et 14.30 uur en néerlandais.",
        nl="Een uur schrijft u als 14h30 in het Frans en als 14.30 uur in het Nederlands.",
    ),
    Message(
        fr="L’heure de « {quote} » n’est pas écrite comme sur le reste du site.",
        nl="Het uur in ‘{quote}’ staat er anders dan elders op de site.",
    ),
    "fr: à 14:30",
    "fr: à 14h30",
)
glued_sentence = _typography(
    "glued-sentence",
    "glued",
    Message(
        fr="Une espace sépare deux phrases.",
        nl="Tussen twee zinnen staat een spatie.",
    ),
    Message(
        fr="Une espace manque entre deux phrases : « {quote} ».",
        nl="Tussen twee zinnen ontbreekt een spatie: ‘{quote}’.",
    ),
    "fr: Venez nombreux.Le lieu est accessible.",
    "fr: Venez nombreux. Le lieu est accessible.",
)
comma_space = _typography(
    "comma-space",
    "comma",
    Message(
        fr="Une virgule ou un point touche le mot qui précède ; une espace suit la virgule.",
        nl="Een komma of een punt volgt meteen op het woord, en na een komma komt een spatie.",
    ),
    Message(
        fr="Une espace manque ou est de trop près de la ponctuation de « {quote} ».",
        nl="Bij de leestekens van ‘{quote}’ ontbreekt een spatie of staat er een te veel.",
    ),
    "fr: Venez , on vous attend .",
    "fr: Venez, on vous attend.",
)
