"""Which language a sentence is in: French, Dutch or English.

A small scorer of our own. Function words that only one of the three languages has weigh most;
letter patterns that are frequent in one and rare in the others decide for words that are not in
the lists. It is made to stay silent on names, brands and lists of names, which look like no
sentence at all; `tests/prose/test_tongue.py` measures it on labelled sentences.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from macros.language import Lang
from macros.prose.masking import HIDDEN

Tongue: TypeAlias = Literal["fr", "nl", "en"]

_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATION = re.compile(r" \(([^\W\d_a-z]{2,6})\)")
_SENTENCE_END = re.compile(rf"(?<=[.!?;…])[\s{HIDDEN}»’”)]+(?=\S)|\n\s*\n|\n(?={HIDDEN})|\|")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION_WORDS: dict[Tongue, frozenset[str]] = {
    "fr": _words(
        """
        le la les un une des du au aux ce cet cette ces mon ma mes ton sa ses notre nos votre vos
        leur leurs je tu il elle nous vous ils elles qui que quoi dont où et ou mais donc car ni
        à dans par pour avec sans sous sur entre vers chez depuis pendant avant après contre selon
        est sont était étaient être été ai as avons avez ont avait avoir eu fait font faire peut
        peuvent pouvoir doit doivent ne pas plus jamais rien tout tous toute toutes très bien aussi
        comme si quand même autre autres chaque plusieurs quelques lors afin ainsi alors encore
        déjà moins mieux trop peu beaucoup deux trois quatre cinq sept huit neuf dix qu c d j l n
        s m t y se lui eux soit fois ici là cela ça celui celle ceux celles parce puis jusque
        chacun chacune personne ensemble toujours
        """
    ),
    "nl": _words(
        """
        het een van en op te aan voor met door bij uit over om tot naar tegen onder tussen
        zonder sinds tijdens na als dan dat deze dit die dezelfde ik jij je u hij zij ze wij we
        jullie hun hen haar zijn is was waren ben bent geweest worden wordt werd werden heeft
        hebben had hadden kan kunnen kon zal zullen zou zouden moet moeten mag mogen wil willen
        niet geen wel ook nog al maar want of omdat zodat hoe wat wie waar wanneer waarom welke
        er hier daar veel meer meest minder weinig elke elk alle alles iets niets ander andere
        onze ons uw mijn twee drie vier vijf zes zeven acht negen tien eerste tweede nieuwe
        naast samen zich zelf steeds al reeds ten ter aldus per dus toch zowel evenals
        iedereen niemand mee elkaar altijd nooit
        """
    ),
    "en": _words(
        """
        the of and to in that it for was with as his they be at this have from or had by but some
        what there we can out other were all your when up how said an each she which their will
        about many then them these so her would him into has more who no do than first been its
        now my made may you are not our any should could because through between where here just
        also both after before while
        """
    ),
}
_SHARED = _words(
    """
    a ai al alle an are as at be been ben by c d dan de die do en for had her hier him his
    in is j je l m ma made me men met mon my n ne ni no of om on or over per plus s se si
    so son t te ten ter to ton tot tu u uit under want was we will y
    """
)
"""Words of more than one of the languages, or that names often hold: they prove little."""

_PATTERNS: dict[Tongue, re.Pattern[str]] = {
    "fr": re.compile(
        r"[éèêàâçœùûô]|eux$|eaux?$|ment$|tions?$|ité$|ique|oir|ais$|ent$|elle|aire|ouv|qu|eur|oi|ance$|ence$"
    ),
    "nl": re.compile(
        r"ij|aa|uu|oo[^k]|ee[^nskd]|sch|cht|ui|oe|lijk|heid|ing(?:en)?$|eren$|kk|zo|ze|gez|wel|[^aeiou]en$|ië|eë|^ge|^ver|dt$|nd$|rk|jk"
    ),
    "en": re.compile(r"th|wh|sh|ould|ight|ough|ing$|ness$|ful$|ow|ea|y$|ed$|tion$|ck"),
}
FUNCTION_WEIGHT = 3.0
SHARED_WEIGHT = 0.5
PATTERN_WEIGHT = 1.0
MIN_WORDS = 4
LONG_WORD = 4
"""Letters that a word needs before its spelling tells of a language."""
TELLING_WORDS = 3
"""Words that must tell before a text is said to be in a language."""
LEAD = 1.5
"""How many times the points of the next language the first must have."""
MARGIN = 3.0
"""How much more a language must score than another before a sentence is said to be in it."""

ALONE = 2.0
"""The same, when nothing at all speaks for the language that the text should be in."""

RUN = 9
"""Words of a run inside a sentence of another language."""
RUN_MARGIN = 7.0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in a text and its place."""

    text: str
    start: int


def sentences(masked: str) -> list[Sentence]:
    """Cut masked prose in sentences; headings, list items and table cells count as such."""
    result = []
    start = 0
    for end in [*_SENTENCE_END.finditer(masked), None]:
        stop = end.start() if end else len(masked)
        piece = masked[start:stop]
        lead = len(piece) - len(piece.lstrip(f" \n{HIDDEN}"))
        if piece.strip(f" \n{HIDDEN}"):
            result.append(Sentence(piece[lead:].rstrip(f" \n{HIDDEN}"), start + lead))
        start = end.end() if end else stop
    return result


@lru_cache(maxsize=50_000)
def _word_scores(lower: str) -> tuple[float, float, float]:
    """Score one word in lower case for French, Dutch and English."""
    scores = []
    for tongue in ("fr", "nl", "en"):
        if lower in FUNCTION_WORDS[tongue]:
            scores.append(SHARED_WEIGHT if lower in _SHARED else FUNCTION_WEIGHT)
        elif len(lower) >= LONG_WORD and _PATTERNS[tongue].search(lower):
            scores.append(PATTERN_WEIGHT)
        else:
            scores.append(0.0)
    return (scores[0], scores[1], scores[2])


@lru_cache(maxsize=1)  # a sentence is asked for as a whole, then for its runs
def scores(text: str) -> tuple[Mapping[Tongue, float], int]:
    """Return the score of each language and the number of words that could speak.

    Those are the first word and all without a capital: capitals inside a sentence are names.
    """
    french = dutch = english = 0.0
    telling = 0
    for word in _WORD.findall(text):
        if not telling or word.islower():
            telling += 1
            fr, nl, en = _word_scores(word.lower())
            french += fr
            dutch += nl
            english += en
    return {"fr": french, "nl": dutch, "en": english}, telling


def foreign_tongue(text: str, lang: Lang, margin: float = MARGIN) -> Tongue | None:
    """Return the language of a sentence that clearly is not in `lang`, else nothing.

    A sentence counts when it has at least `MIN_WORDS` words, and another language scores more
    than `lang` by `margin` and `LEAD` times as much.
    """
    points, telling = scores(text)
    if telling < MIN_WORDS:
        return None
    own = points[lang]
    best: Tongue = max((t for t in points if t != lang), key=lambda t: points[t])
    if points[best] >= own + (margin if own else ALONE) and points[best] >= LEAD * own:
        return best
    return None


def without_expansions(text: str) -> str:
    """Hide the names that an abbreviation in brackets explains, as in `Cour des comptes (CC)`.

    A name with its abbreviation keeps its own language in the text of another one.
    """
    for found in _ABBREVIATION.finditer(text):
        start = _expansion(text, found[1].casefold(), found.start())
        if start is not None:
            text = text[:start] + HIDDEN * (found.end() - start) + text[found.end() :]
    return text


def _expansion(text: str, letters: str, end: int) -> int | None:
    """Return where the words begin whose initials, in order, give the letters."""
    words = list(_WORD.finditer(text, 0, end))[-3 * len(letters) :]
    wanted = len(letters) - 1
    for word in reversed(words):
        if word[0][0].casefold() == letters[wanted]:
            if wanted == 0:
                return word.start()
            wanted -= 1
    return None


def foreign_run(text: str, lang: Lang) -> tuple[int, int, Tongue] | None:
    """Find a run of words of another language inside a sentence that is in `lang`.

    Such a run is what remains of a text that was half translated. Nothing in `RUN` words may
    speak for `lang`; the place of the run and its language are returned.
    """
    points, telling = scores(text)
    # a word with a capital weighs nothing here, but may be the first one of the run
    enough = RUN_MARGIN - FUNCTION_WEIGHT
    if telling < RUN or max(points[t] for t in points if t != lang) < enough:
        return None
    text = without_expansions(text)
    words = list(_WORD.finditer(text))
    start = end = -1
    for first in range(len(words) - RUN + 1):
        window = words[first : first + RUN]
        piece = text[window[0].start() : window[-1].end()]
        if not foreign_tongue(piece, lang, RUN_MARGIN) or scores(piece)[0][lang] > 1:
            if end >= 0:
                break
            continue
        if end < 0:
            start = window[0].start()
        end = window[-1].end()
    found = foreign_tongue(text[start:end], lang) if end >= 0 else None
    return (start, end, found) if found else None


def tongue(text: str) -> Tongue | None:
    """Return the language of a text when one stands out, else nothing (names, numbers)."""
    points, telling = scores(text)
    ranked = sorted(points.items(), key=lambda item: -item[1])
    first, second = ranked[0][1], ranked[1][1]
    if telling < TELLING_WORDS or first < MARGIN or first < LEAD * second:
        return None
    return ranked[0][0]
