"""Typography of French and Dutch, with repairs that `--fix` makes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from macros.checks.registry import Family, Problem, Rule, rule
from macros.checks.sources import Passage, Sources
from macros.finding import Edit, Severity
from macros.language import Lang, Message
from macros.prose.masking import prose
from macros.prose.typography import NBSP, Slip, Trema, slips


@lru_cache(maxsize=20_000)
def _of_text(text: str, lang: Lang, trema: Trema) -> tuple[Slip, ...]:
    return tuple(slips(prose(text), lang, trema))


@lru_cache(maxsize=1)
def _slips(sources: Sources) -> Mapping[str, Sequence[tuple[Passage, Slip]]]:
    """Return all slips by their kind; the rules of a run share them."""
    trema = _trema(tuple(term.term.nl for term in sources.content.region.glossary))
    found: dict[str, list[tuple[Passage, Slip]]] = defaultdict(list)
    for passage in sources.passages:
        for slip in _of_text(passage.text, passage.lang, trema):
            found[slip.rule].append((passage, slip))
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
        for passage, slip in _slips(sources).get(self.kind, ()):
            yield self._problem(passage, slip)

    def _problem(self, passage: Passage, slip: Slip) -> Problem:
        text = passage.text
        start = max(text.rfind(" ", 0, max(slip.start - 1, 0)), text.rfind("\n", 0, slip.start)) + 1
        end = min(
            (e for e in (text.find(" ", slip.end + 1), text.find("\n", slip.end)) if e >= 0),
            default=len(text),
        )
        quote = text[start:end]
        if slip.new is None:
            message = self.message.format(quote=quote)
            return Problem(passage.place(slip.start), message, CHOOSE, quote=quote)
        first, last = _with_a_neighbour(text, slip)
        new = text[first : slip.start] + slip.new + text[slip.end : last]
        shown = text[start : slip.start] + slip.new + text[slip.end : end]
        return Problem(
            passage.place(first),
            self.message.format(quote=quote),
            WRITE.format(new=shown),
            quote=quote,
            edit=Edit(text[first:last], new),
        )


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
    "quotes",
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
