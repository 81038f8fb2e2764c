"""Rules of repetition as people write them, turned into the one form of the data (RFC 5545).

`chaque premier mercredi du mois` is `FREQ=MONTHLY;BYDAY=1WE`. A text with a word that is not known
here may say something else, so nothing is made of it.
"""

import re
from collections.abc import Mapping

from macros.folding import words
from macros.recurrence import Rule


def _by_word(said: Mapping[str, str]) -> Mapping[str, str]:
    return {word: value for value, names in said.items() for word in names.split()}


_DAYS = _by_word(
    {
        "MO": "lun lundi lundis maa maandag maandagen mon mo lu",
        "TU": "mar mardi mardis din dinsdag dinsdagen tue tu",
        "WE": "mer mercredi mercredis woe woensdag woensdagen wed we me wo",
        "TH": "jeu jeudi jeudis don donderdag donderdagen thu th je do",
        "FR": "ven vendredi vendredis vri vrijdag vrijdagen fri fr ve vr",
        "SA": "sam samedi samedis zat zaterdag zaterdagen sat sa za",
        "SU": "dim dimanche dimanches zon zondag zondagen sun su zo",
    }
)
"""Days by their names; `MA` and `DI` are other days in Dutch than in French, and left out."""
_PLACES = _by_word(
    {
        "1": "premier premiere 1er 1re 1ere eerste 1e 1ste",
        "2": "deuxieme second 2e 2eme tweede 2de",
        "3": "troisieme 3e 3eme derde 3de",
        "4": "quatrieme 4e 4eme vierde 4de",
        "-1": "dernier derniere laatste",
    }
)
_FREQUENCIES = _by_word(
    {
        "DAILY": "daily quotidien dagelijks jour jours dag dagen",
        "WEEKLY": "weekly hebdomadaire wekelijks semaine semaines week weken",
        "MONTHLY": "monthly mensuel mensuelle maandelijks mois maand maanden",
        "YEARLY": "yearly annuel annuelle jaarlijks an ans annee annees jaar",
    }
)
_INTERVALS = _by_word(
    {"2": "2 deux twee", "3": "3 trois drie", "4": "4 quatre vier", "6": "6 six zes"}
)
_BESIDE = _by_word(
    {
        "": "chaque tous toutes le les du de des un une sur et a elke ieder iedere om van het op "
        "en in"
    }
)
"""Words that say nothing by themselves."""
_EVERY_OTHER = re.compile(r"\bom de (?:andere )?(?:dag|week|maand)\b")


def rule(text: str) -> str | None:
    """Return the rule that a text says, or nothing where that is not sure."""
    made = _from_parts(text) if "=" in text or ":" in text else _from_words(words(text))
    try:
        return str(made) if made and Rule.parse(made) else None
    except ValueError:
        return None


def without_end(text: str) -> str:
    """Return a rule without its end: the data have a key for that."""
    parts = text.upper().removeprefix("RRULE:").split(";")
    return ";".join(part for part in parts if not part.startswith(("UNTIL=", "COUNT=")))


def _from_parts(text: str) -> str:
    """Mend a rule that has its form, but for names of days in French, spaces and the like."""
    tidy = re.sub(r"\s", "", text.upper()).removeprefix("RRULE:").replace(":", "=")
    parts = re.sub(r",(?=[A-Z]+=)", ";", tidy).strip(";").split(";")
    made = []
    for part in parts:
        name, _, value = part.partition("=")
        if name == "FREQ":
            value = _FREQUENCIES.get(value.lower(), value)
        elif name == "BYDAY":
            value = ",".join(map(_day_code, value.split(",")))
        made.append(f"{name}={value}")
    return ";".join(made)


def _day_code(written: str) -> str:
    found = re.fullmatch(r"([+-]?\d*)([A-Z]+)([+-]?\d*)", written)
    if not found:
        return written
    return f"{found[1] or found[3]}{_DAYS.get(found[2].lower(), found[2])}"


def _from_words(said: list[str]) -> str | None:
    known = (_DAYS, _PLACES, _FREQUENCIES, _INTERVALS, _BESIDE)
    if not all(any(word in table for table in known) for word in said):
        return None
    days, places, named, intervals = (
        [table[word] for word in said if word in table]
        for table in (_DAYS, _PLACES, _FREQUENCIES, _INTERVALS)
    )
    if _EVERY_OTHER.search(" ".join(said)):
        intervals.append("2")
    if len(intervals) > 1 or (places and (len(days) != 1 or intervals)):
        return None
    frequency = "MONTHLY" if places else "WEEKLY" if days else (named or [""])[0]
    made = f"FREQ={frequency}"
    if intervals:
        made += f";INTERVAL={intervals[0]}"
    if days:
        made += ";BYDAY=" + ",".join(f"{place}{day}" for place in places or [""] for day in days)
    return made if frequency else None
