"""Typography of French and Dutch prose, with the repair of each slip.

Sources: for French, the rules of the Imprimerie nationale (non-breaking space before double
punctuation and inside guillemets); for Dutch, the Taalunie's Leidraad (single quotation marks,
no space before punctuation, trema).
"""

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from macros.language import Lang
from macros.prose.masking import HIDDEN
from macros.prose.spelled import MONTHS, WEEKDAYS

NBSP = "\u00a0"
_WORD = re.compile(r"[^\W\d_]+")
LONG = 4
"""Letters of the shortest word that can need a trema."""
_LONG_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
_ANY_SPACE = " \u00a0\u202f\u2009"
_FIRM_SPACE = "\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: where it is and what to write; no `new` when a person has to decide."""

    rule: str
    start: int
    end: int
    new: str | None


Find = Callable[[str], Iterator[Slip]]
Finder = tuple[tuple[str, ...], Find]
"""How slips are found, after the signs of which one stands in every text that has any."""


def slips(masked: str, lang: Lang, trema: "Trema | None" = None) -> list[Slip]:
    """Find the slips of masked prose (see `macros.prose.masking`), in order."""
    found: list[Slip] = []
    for signs, find in (*_BOTH, *_OF[lang]):
        for sign in signs:
            if sign in masked:
                found.extend(find(masked))
                break
    words = _WORD.findall(masked)
    lower = list(map(str.lower, words))
    if any(map(operator.eq, lower, lower[1:])):
        found.extend(_doubled_words(masked))
    if lang == "nl" and trema:
        found.extend(trema.slips(masked, words))
    return sorted(found, key=lambda slip: (slip.start, slip.end))


def _by(rule: str, pattern: str, new: str | Callable[[re.Match[str]], str | None]) -> Find:
    compiled = re.compile(pattern, re.MULTILINE)

    def find(text: str) -> Iterator[Slip]:
        for found in compiled.finditer(text):
            repair = found.expand(new) if isinstance(new, str) else new(found)
            yield Slip(rule, found.start(), found.end(), repair)

    return find


def _straight_quotes(opening: str, closing: str) -> Find:
    """Turn pairs of straight or foreign double quotes of one line into those of the language."""
    compiled = re.compile(r'"(?=\S)([^"\n]*?[^"\s])"')

    def find(text: str) -> Iterator[Slip]:
        for found in compiled.finditer(text):
            yield Slip("quotes", found.start(), found.start() + 1, opening)
            yield Slip("quotes", found.end() - 1, found.end(), closing)

    return find


def _french_curly_quotes(text: str) -> Iterator[Slip]:
    """Turn “ ” into guillemets unless they stand inside guillemets, where they are right."""
    for found in re.finditer(r"“([^“”\n]*)”", text):
        before = text[: found.start()]
        if before.count("«") > before.count("»"):
            continue
        yield Slip("quotes", found.start(), found.start() + 1, f"«{NBSP}")
        yield Slip("quotes", found.end() - 1, found.end(), f"{NBSP}»")


def _dutch_double_quotes(text: str) -> Iterator[Slip]:
    """Turn “ ” and « » into single quotes, unless nested in single ones."""
    pattern = rf"[“„]([^“”„\n]*)”|«[{_ANY_SPACE}]?([^«»\n]*?)[{_ANY_SPACE}]?»"
    for found in re.finditer(pattern, text):
        before = text[: found.start()]
        nested = before.count("‘") > len(re.findall(r"’(?!\w)", before))
        if nested and found[1] is not None:
            continue
        group = 1 if found[1] is not None else 2
        yield Slip("quotes", found.start(), found.start(group), "‘")
        yield Slip("quotes", found.end(group), found.end(), "’")


_LIGATURE_WORDS = re.compile(
    r"\b(?:[cC]oeurs?|[sS]oeurs?|[nN]oeuds?|[vV]oeux?|[bB]oeufs?|[oO]eufs?|[mM]oeurs"
    r"|(?:[mM]ain-d’)?[oO]euvres?|[mM]an[oO]euvres?|[oO]eil|[oO]euvr\w+|[cC]oeliaque"
    r"|[fF]oetus|[oO]estrog\w+|[oO]esophag\w+|[oO]ecum[eé]n\w+)\b"
)


def _ligatures(text: str) -> Iterator[Slip]:
    for found in _LIGATURE_WORDS.finditer(text):
        new = found[0].replace("oe", "œ", 1).replace("Oe", "Œ", 1)
        yield Slip("ligature", found.start(), found.end(), new)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DOUBLED_RIGHTLY = frozenset(
    # verbs with a pronoun of the same form, relative clauses, and names
    [
        "nous",
        "vous",
        "die",
        "dat",
        "is",
        "waar",
        "wat",
        "zij",
        "ze",
        "had",
        "was",
        "boum",
        "in",
        "op",
    ]
)
_SURELY_DOUBLED = _words(
    """
    le la les un une des du au aux et ou de à dans par pour avec sur est qui ce ces cette son sa
    het een van en te aan voor met door bij of om tot naar zijn worden wordt ook niet
    """
)


def _doubled_words(text: str) -> Iterator[Slip]:
    for found in re.finditer(r"\b([^\W\d_]{2,})([ \u00a0])(\1)\b(?![-’'])", text, re.IGNORECASE):
        word = found[1].lower()
        if word in _DOUBLED_RIGHTLY or (found[1] != found[3] and found[3][0].isupper()):
            continue
        new = found[1] if word in _SURELY_DOUBLED else None
        yield Slip("double-word", found.start(), found.end(), new)


def _double_spaces(text: str) -> Iterator[Slip]:
    """Two spaces inside a line; tables align with them and line ends break with them."""
    for found in re.finditer(rf"(?<=[^\s{HIDDEN}|])[ \u00a0]{{2,}}(?=[^\s{HIDDEN}|])", text):
        new = NBSP if NBSP in found[0] else " "
        yield Slip("double-space", found.start(), found.end(), new)


_DIGITS = tuple("0123456789")


def _lowered(found: re.Match[str]) -> str:
    return found[0].lower()


def _capitals(lang: Lang) -> tuple[Finder, ...]:
    """Find days and months with a capital inside a date; both languages write them small."""
    months, days = ([name.capitalize() for name in names[lang]] for names in (MONTHS, WEEKDAYS))
    of_months = rf"(?<=\d)(?:er)?[ {NBSP}](?:{'|'.join(months)})\b"
    of_days = rf"(?<=[a-zà-ÿ,][ {NBSP}])(?:{'|'.join(days)})(?=[ {NBSP}]\d)"
    return (
        (_DIGITS, _by("day-capital", of_months, _lowered)),
        (_DIGITS, _by("day-capital", of_days, _lowered)),
    )


EARLY = 7
"""Hour of the day from which on something may take place."""


def _times(lang: Lang) -> Find:
    """Turn the times of a clock display, and those of the other language, into the house form."""
    ours, theirs = ("h", "u") if lang == "fr" else ("uur", "h")
    pattern = re.compile(
        rf"(?<![\d:.,])(?P<hour>[01]?\d|2[0-4])(?::|(?P<sign>{theirs}))"
        rf"(?P<minute>[0-5]\d)?(?![\w:]|[.,]\d|[ {NBSP}]\d{{3}})(?: ?{ours}\b)?"
    )

    def find(text: str) -> Iterator[Slip]:
        for found in pattern.finditer(text):
            hour, minute = found["hour"], found["minute"]
            is_clock = len(hour) > 1 or int(hour) >= EARLY  # 1:10 is a scale, 3:16 a verse
            if found["sign"] or (minute and is_clock):
                minute = "" if minute == "00" else minute
                dutch = f"{hour}.{minute} uur" if minute else f"{hour} uur"
                new = f"{hour}h{minute or ''}" if lang == "fr" else dutch
                yield Slip("time", found.start(), found.end(), new)

    return find


_SINGLE = re.compile(r"(?<![\w'’])'(?![sntkmr][\s-])(?=\S)[^'\n]*[^\s']'(?!\w)")
_APOSTROPHE = re.compile(
    r"(?<=[^\W\d_])'(?=[^\W_])|(?<=[^\W\d_]s)'(?=\s)|(?<![\w'])'(?=[sntk][\s-])"
)


def _apostrophes(text: str) -> Iterator[Slip]:
    """Turn straight apostrophes into curly ones, but not the end of words between two of them."""
    ends = {found.end() - 1 for found in _SINGLE.finditer(text)}
    for found in _APOSTROPHE.finditer(text):
        if found.start() not in ends:
            yield Slip("apostrophe", found.start(), found.end(), "’")


def _single_quotes(opening: str, closing: str) -> Find:
    """Turn pairs of straight single quotes into those of the language."""

    def find(text: str) -> Iterator[Slip]:
        for found in _SINGLE.finditer(text):
            yield Slip("quotes", found.start(), found.start() + 1, opening)
            yield Slip("quotes", found.end() - 1, found.end(), closing)

    return find


_LOOSE = rf"(?<=[^\s{HIDDEN}|(])[{_ANY_SPACE}]+(?P<sign>,(?=[a-zà-ÿ\s]|$)|\.(?=\s|$))"


def _fastened(found: re.Match[str]) -> str:
    """Put a comma or a full stop behind its word, and a space behind the comma."""
    return found["sign"] + (" " if found.string[found.end() : found.end() + 1].isalpha() else "")


_BOTH: tuple[Finder, ...] = (
    (("'",), _apostrophes),
    (("...",), _by("ellipsis", r"(?<!\.)\.{3}(?!\.)", "…")),
    (("  ", NBSP), _double_spaces),
    ((".", "!", "?"),
     _by("glued", r"([.!?])(?<=[a-zà-ÿ]{2}.)(?=[A-ZÀ-Ý][a-zà-ÿ]+[ ,’-])", r"\1 ")),
    ((" ,", " .", f"{NBSP},", f"{NBSP}."),
     _by("comma", _LOOSE, _fastened)),
    ((",",), _by("comma", r",(?<=[a-zà-ÿ],)(?=[a-zà-ÿ]{2})", ", ")),
)  # fmt: skip
_WORDLIKE = rf"[^\s{HIDDEN}:;?!.,|(\[«“‘\"{_FIRM_SPACE}]"
_OF: dict[Lang, tuple[Finder, ...]] = {
    "fr": (
        ((" :", " ;", " ?", " !", " »"),
         _by("firm-space", r"(?<=\S) (?=[:;?!»](?:[\s:;?!»)*_.,]|$))", NBSP)),
        ((";", "?", "!", "»"),
         _by("firm-space", rf"(?<={_WORDLIKE})(?=[;?!»](?:[\s;?!»)*_.,{NBSP}]|$))", NBSP)),
        ((":",), _by("firm-space", rf"(?<={_WORDLIKE})(?=:(?:[\s*_]|$))", NBSP)),
        (("« ",), _by("firm-space", r"(?<=«) (?=\S)", NBSP)),
        (("«",), _by("firm-space", r"(?<=«)(?=[^\s\u00a0\u202f])", NBSP)),
        ((" %", " €"), _by("firm-space", r"(?<=\d) (?=[%€])", NBSP)),
        (("%",), _by("firm-space", r"(?<=\d)(?=%)", NBSP)),
        (('"',), _straight_quotes(f"«{NBSP}", f"{NBSP}»")),
        (("'",), _single_quotes(f"«{NBSP}", f"{NBSP}»")),
        (("“",), _french_curly_quotes),
        (("oe", "Oe", "OE"), _ligatures),
        (_DIGITS, _times("fr")),
        *_capitals("fr"),
    ),
    "nl": (
        ((":", ";", "?", "!"),
         _by("french-space", rf"(?<=[^\s{HIDDEN}|])[{_ANY_SPACE}]+(?=[:;?!](?:\s|$))", "")),
        (('"',), _straight_quotes("‘", "’")),
        (("'",), _single_quotes("‘", "’")),
        (("“", "„", "«"), _dutch_double_quotes),
        (("%",), _by("percent", r"(?<=\d) ?(?=%)", NBSP)),
        (_DIGITS, _times("nl")),
        *_capitals("nl"),
    ),
}  # fmt: skip


_DIAERESIS = str.maketrans("äëïöü", "aeiou")
_TREMA_WORDS = """
    coördinatie coördineren coördineert coördinator coördinatoren coöperatie coöperatieve
    patiënt patiënten patiënte cliënt cliënten cliënte geïntegreerd geïntegreerde
    geïnteresseerd geïnteresseerde geïnteresseerden geïnformeerd geïnspireerd geïsoleerd
    geïsoleerde financiële officiële essentiële categorieën ideeën drieëntwintig
    beïnvloeden beïnvloedt reünie efficiënt efficiënte efficiëntie initiëren initiële
    hygiëne oriëntatie oriënteren oriënteert variëren audiëntie ambiëren kopieën kopiëren
    tweeëntwintig geëvalueerd geëvalueerde geëngageerd geëngageerde geïnstalleerd
    geüpdatet zeeën knieën tweeën drieën skiën Italië België Brazilië Roemenië Azië Syrië
    Oekraïne sociaal-financiële potentiële residentiële confidentiële materiële
    industriële provinciën preventiecoördinator zorgcoördinatie zorgcoördinator
    coördinatieteam coördinatieteams patiëntenvereniging diëtist diëtisten diëtiste
"""


# Parts of words that never go without a trema, in compounds and inflected forms too.
_TREMA_STEMS = (
    (re.compile(r"coordin(?!ation)"), "coördin"),
    (re.compile(r"cooperat"), "coöperat"),
    (re.compile(r"patient(?!ie)"), "patiënt"),
    (re.compile(r"orient(?=e|at)"), "oriënt"),
    (re.compile(r"^gein(?=[a-z])"), "geïn"),
    (re.compile(r"^geisol"), "geïsol"),
    (re.compile(r"^geevalu"), "geëvalu"),
    (re.compile(r"^geengag"), "geëngag"),
    (re.compile(r"beinvloed"), "beïnvloed"),
    (re.compile(r"reintegr"), "reïntegr"),
    (re.compile(r"(?<=^re)unie"), "ünie"),
)


class Trema:
    """The words that Dutch writes with a trema and that people write without.

    Args:
        known: right forms of the glossary, which join the common ones.

    """

    def __init__(self, known: Iterable[str] = ()) -> None:
        words = {w for text in (_TREMA_WORDS, *known) for w in re.findall(r"[^\W\d_]+", text)}
        self._right = {
            w.lower().translate(_DIAERESIS): w.lower()
            for w in words
            if w.lower() != w.lower().translate(_DIAERESIS)
        }
        self._fine: set[str] = set()

    def slips(self, masked: str, words: Sequence[str]) -> Iterator[Slip]:
        """Find the words whose trema is missing in a text of these words."""
        if self._fine.issuperset(words):
            return
        self._fine.update(word for word in words if len(word) < LONG)
        for found in _LONG_WORD.finditer(masked):
            written = found[0].lower()
            right = self._right.get(written) or _with_stems(written)
            if written == right:
                self._fine.add(found[0])
                continue
            new = right.capitalize() if found[0][0].isupper() else right
            yield Slip("trema", found.start(), found.end(), new)


@lru_cache(maxsize=20_000)
def _with_stems(word: str) -> str:
    for wrong, right in _TREMA_STEMS:
        word = wrong.sub(right, word)
    return word
