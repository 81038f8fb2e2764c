"""The terms of the glossary, and the names of places and institutions in each language."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from macros.checks.registry import Family, Problem, rule
from macros.checks.rules.language import LANGUAGE, SIDE
from macros.content.messages import WRITE
from macros.content.territory import Term
from macros.finding import Edit, Severity
from macros.folding import folded
from macros.language import LANGS, Lang, Message, other
from macros.prose.names import Misnomers
from macros.prose.words import words_of
from macros.texts.sources import Passage, Sources

# Short names of communes and other places that data/region/communes.yml has no key for.
_SHORT_NAMES: tuple[tuple[str, str], ...] = (
    ("Bruxelles", "Brussel"),
    ("Saint-Josse", "Sint-Joost"),
    ("Boitsfort", "Bosvoorde"),
    ("Berchem-Ste-Agathe", "Sint-Agatha-Berchem"),
    ("Région de Bruxelles-Capitale", "Brussels Hoofdstedelijk Gewest"),
    ("Pentagone", "Vijfhoek"),
    ("Cureghem", "Kuregem"),
    ("Marolles", "Marollen"),
    ("Belgique", "België"),
    ("Flandre", "Vlaanderen"),
    ("Wallonie", "Wallonië"),
)
_MIN_NAME = 3


@dataclass(frozen=True, eq=False)
class _Vocabulary:
    """The wrong forms of each kind for each language."""

    sources: Sources

    @cached_property
    def places(self) -> Mapping[Lang, Misnomers]:
        """Communes, their sections, quartiers, bassins and antennes."""
        content = self.sources.content
        pairs: list[tuple[str, str]] = list(_SHORT_NAMES)
        for commune in content.region.communes:
            pairs.append((commune.name.fr, commune.name.nl))
            pairs += [(section.name.fr, section.name.nl) for section in commune.sections]
        for bassin in content.bassins:
            pairs.append((bassin.name.fr, bassin.name.nl))
            pairs += [(q.name.fr, q.name.nl) for q in bassin.quartiers.named]
        pairs += [(antenne.name.fr, antenne.name.nl) for antenne in content.region.antennes]
        return _both_ways(pairs)

    @cached_property
    def abbreviations(self) -> Mapping[Lang, Misnomers]:
        """Abbreviations that differ: CPAS and OCMW, Cocom and GGC."""
        return _both_ways(
            (term.abbreviation.fr, term.abbreviation.nl)
            for term in self.sources.content.region.glossary
            if term.abbreviation
        )

    @cached_property
    def institutions(self) -> Mapping[Lang, Misnomers]:
        """Names of the glossary: what has a capital and is no place.

        Common words need no rule: a sentence in the other language is found as such.
        """
        terms = self.sources.content.region.glossary
        pairs = [(term.term.fr, term.term.nl) for term in terms]
        used_too: dict[Lang, list[str]] = {
            lang: [word for term in terms for word in getattr(term.synonyms, lang)]
            for lang in LANGS
        }
        places = {form for finder in self.places.values() for form in finder.forms}
        return _both_ways(
            ((fr, nl) for fr, nl in pairs if not {fr, nl} & places), used_too, only=_is_name
        )

    @cached_property
    def avoided(self) -> Mapping[Lang, Misnomers]:
        """Forms that the glossary says to avoid."""
        forms: dict[Lang, dict[str, str]] = {lang: {} for lang in LANGS}
        for term in self.sources.content.region.glossary:
            for lang in LANGS:
                for wrong in getattr(term.avoid, lang):
                    short = term.abbreviation[lang] if term.abbreviation else None
                    right = short if short and wrong.isupper() else term.term[lang]
                    forms[lang][wrong] = right
        return {lang: Misnomers(forms[lang], exact=False) for lang in LANGS}

    @cached_property
    def streets(self) -> Mapping[Lang, Mapping[str, str]]:
        """The streets of the data: right name by the name in the other language."""
        known: dict[Lang, dict[str, str]] = {lang: {} for lang in LANGS}
        for twins in self.sources.pairs:
            if twins.fr.path[-2:-1] == ("street",):
                for lang in LANGS:
                    wrong = _street_name(twins[other(lang)].text)
                    known[lang][wrong.casefold()] = _street_name(twins[lang].text)
        return known


@lru_cache(maxsize=1)
def _vocabulary(sources: Sources) -> _Vocabulary:
    """Return the vocabulary of these sources, made once a run."""
    return _Vocabulary(sources)


def _both_ways(
    pairs: Iterable[tuple[str, str]],
    used_too: Mapping[Lang, Iterable[str]] | None = None,
    only: Callable[[str], bool] = bool,
) -> dict[Lang, Misnomers]:
    """Make of pairs of names what is wrong in each language: the name of the other one."""
    wrong: dict[Lang, dict[str, str]] = {lang: {} for lang in LANGS}
    own: dict[Lang, set[str]] = {lang: set((used_too or {}).get(lang, ())) for lang in LANGS}
    for fr, nl in pairs:
        names: dict[Lang, str] = {"fr": fr, "nl": nl}
        for lang in LANGS:
            here, there = names[lang], names[other(lang)]
            own[lang].add(here)
            if here != there and len(there) > 1 and only(there):
                wrong[lang].setdefault(there, here)
    return {
        lang: Misnomers({w: r for w, r in wrong[lang].items() if w not in own[lang]})
        for lang in LANGS
    }


def _is_name(term: str) -> bool:
    return len(term) >= _MIN_NAME and any(letter.isupper() for letter in term)


def _misnomers(
    sources: Sources, finders: Mapping[Lang, Misnomers], message: Message
) -> Iterator[Problem]:
    for passage in sources.passages:
        for found in finders[passage.lang].find(passage.own_prose):
            if _is_its_own_term(passage, found.right):
                continue
            quote = passage.text[found.start : found.end]
            right = _with_ending(found.right, quote)
            if quote[0].isupper() and right[0].islower():
                right = right[0].upper() + right[1:]
            here = passage.place(found.start)
            told = message.format(quote=quote, **_sides(passage.lang))
            fix, severity = WRITE.format(written=right), None
            if message is PLACE and _is_in_a_name(passage.text, found.start, found.end):
                name = IN_A_NAME if passage.kind == "markdown" else IN_A_PLAIN_NAME
                fix = fix + name.format(code=other(passage.lang), quote=quote)
                severity = Severity.WARNING
            yield Problem(here, told, fix, quote=quote, severity=severity)


def _is_in_a_name(text: str, start: int, end: int) -> bool:
    """Tell whether a place stands in a longer name: `Bruxelles Laïque`, `UZ Brussel`.

    An organisation may have its name in one language alone.
    """
    before = text[max(0, start - LONGEST_NAME) : start]
    return bool(_NAME_GOES_ON.match(text, end) or _NAME_BEGAN.search(before))


LONGEST_NAME = 40
"""Signs before a place in which the name may have begun."""
_NAME_GOES_ON = re.compile(r"[ \u00a0][A-ZÀ-Ý][\w’-]*[a-zà-ÿ]")
_NAME_BEGAN = re.compile(
    r"\b[A-ZÀ-Ý]{2,}[ \u00a0]$"
    r"|\b[A-ZÀ-Ý][\w’-]+(?: [\w’-]+)? (?:du |des |de (?:la |l’)?|d’|van (?:de[nr]? |het )?)$"
)


def _with_ending(right: str, wrong: str) -> str:
    """Keep the ending of a wrong form that is the right one but for its marks: a plural."""
    ending = wrong[len(right) :]
    return right + ending if folded(wrong) == folded(right + ending) else right


def _sides(lang: Lang) -> dict[str, str]:
    return {
        "other_fr": SIDE[other(lang)].fr,
        "other_nl": SIDE[other(lang)].nl,
        "own_fr": LANGUAGE[lang].fr,
        "own_nl": LANGUAGE[lang].nl,
    }


def _is_its_own_term(passage: Passage, right: str) -> bool:
    """Let a glossary entry speak of the forms of its own term."""
    return isinstance(passage.owner, Term) and right == passage.owner.term[passage.lang]


IN_A_NAME = Message(
    fr=' S’il fait partie du nom d’une organisation, écrivez <span lang="{code}">{quote}</span>.',
    nl=" Is het een deel van de naam van een organisatie, schrijf dan "
    '<span lang="{code}">{quote}</span>.',
)
IN_A_PLAIN_NAME = Message(
    fr=" S’il fait partie du nom d’une organisation, mettez ce nom entre guillemets.",
    nl=" Is het een deel van de naam van een organisatie, zet die dan tussen aanhalingstekens.",
)
"""In a plain text, where `<span>` would be shown."""


@rule(
    "avoided-term",
    Family.TERMS,
    Severity.ERROR,
    summary=Message(
        fr="Les textes suivent le glossaire.",
        nl="De teksten volgen de woordenlijst.",
    ),
    before="nl: Het actieadvies van de zorgzone",
    after="nl: De actieraad van de zorgzone",
)
def avoided_term(sources: Sources) -> Iterator[Problem]:
    """Find the forms that the glossary says to avoid."""
    yield from _misnomers(sources, _vocabulary(sources).avoided, AVOIDED)


AVOIDED = Message(
    fr="Le glossaire déconseille « {quote} ».",
    nl="De woordenlijst raadt ‘{quote}’ af.",
)


@rule(
    "place-name",
    Family.TERMS,
    Severity.ERROR,
    summary=Message(
        fr="Une commune, un quartier ou un bassin porte son nom dans la langue du texte.",
        nl="Een gemeente, wijk of zorgzone heeft haar naam in de taal van de tekst.",
    ),
    before="nl: in Ixelles",
    after="nl: in Elsene",
)
def place_name(sources: Sources) -> Iterator[Problem]:
    """Find names of places in the other language."""
    yield from _misnomers(sources, _vocabulary(sources).places, PLACE)


PLACE = Message(
    fr="« {quote} » est le nom {other_fr}.",
    nl="‘{quote}’ is de {other_nl} naam.",
)


@rule(
    "institution-name",
    Family.TERMS,
    Severity.ERROR,
    summary=Message(
        fr="Une institution ou un terme du glossaire est dans la langue du texte.",
        nl="Een instelling of een term uit de woordenlijst staat in de taal van de tekst.",
    ),
    before="nl: de Commission communautaire commune",
    after="nl: de Gemeenschappelijke Gemeenschapscommissie",
)
def institution_name(sources: Sources) -> Iterator[Problem]:
    """Find institutions and terms in the other language."""
    yield from _misnomers(sources, _vocabulary(sources).institutions, PLACE)


@rule(
    "abbreviation-pair",
    Family.TERMS,
    Severity.ERROR,
    summary=Message(
        fr="Un sigle est celui de la langue du texte.",
        nl="Een afkorting is die van de taal van de tekst.",
    ),
    before="nl: het CPAS",
    after="nl: het OCMW",
)
def abbreviation_pair(sources: Sources) -> Iterator[Problem]:
    """Find abbreviations of the other language."""
    yield from _misnomers(sources, _vocabulary(sources).abbreviations, SHORT)


SHORT = Message(
    fr="« {quote} » est le sigle {other_fr}.",
    nl="‘{quote}’ is de {other_nl} afkorting.",
)


_FRENCH_WAYS = frozenset(
    {"rue", "avenue", "boulevard", "chaussée", "place", "square", "quai", "impasse", "drève"}
    | {"allée", "clos"}
)
_DUTCH_WAYS = ("straat", "laan", "plein", "steenweg", "kaai", "dreef")
_FRENCH_STREET = re.compile(
    rf"\b(?:{'|'.join(f'[{way[0].upper()}{way[0]}]{way[1:]}' for way in sorted(_FRENCH_WAYS))})"
    r"\s+(?:(?:de|du|des|d’|de\s+la|de\s+l’|aux?|la|le|les)\s*)?[A-ZÉÈ][\w’-]+"
    r"(?:[ -][A-ZÉ][\w’-]+)*"
)
_DUTCH_STREET = re.compile(
    rf"\b[A-Z][a-zà-ÿ]+(?:[ -][A-Z]?[a-zà-ÿ]+)?(?:{'|'.join(_DUTCH_WAYS)})\b"
)


def _streets(words: str, lang: Lang) -> Iterator[re.Match[str]]:
    """Find the streets that have their name in the other language."""
    if lang == "nl" and not _FRENCH_WAYS.isdisjoint(words_of(words)):
        yield from _FRENCH_STREET.finditer(words)
    elif lang == "fr" and any(way in words for way in _DUTCH_WAYS):
        yield from _DUTCH_STREET.finditer(words)


@rule(
    "street-name",
    Family.TERMS,
    Severity.ERROR,
    summary=Message(
        fr="Une rue porte son nom dans la langue du texte.",
        nl="Een straat heeft haar naam in de taal van de tekst.",
    ),
    before="nl: Rue des Archives 12",
    after="nl: Archiefstraat 12",
)
def street_name(sources: Sources) -> Iterator[Problem]:
    """Find names of streets in the other language."""
    known = _vocabulary(sources).streets
    for passage in sources.passages:
        for found in _streets(passage.own_prose, passage.lang):
            quote = found[0]
            right = known[passage.lang].get(_street_name(quote).casefold())
            sides = _sides(passage.lang)
            fix = WRITE.format(written=right) if right else STREET_FIX.format(**sides)
            yield Problem(
                passage.place(found.start()),
                PLACE.format(quote=quote, **sides),
                fix,
                quote=quote,
                edit=Edit(quote, right) if right else None,
            )


STREET_FIX = Message(
    fr="Écrivez ici le nom de la rue en {own_fr}.",
    nl="Schrijf hier de naam van de straat in {own_nl}.",
)


def _street_name(street: str) -> str:
    """Return a street without its number, as it is compared."""
    return re.sub(r"[\s,]+\d+\w?(?:[-/]\d+)?$", "", street.strip())
