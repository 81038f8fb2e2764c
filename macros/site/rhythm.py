"""How a recurring event comes back, in words, with its last day and the days that differ."""

from collections.abc import Iterable
from datetime import date

from macros.content.items import Event
from macros.dates import day_of, long_date
from macros.language import Lang
from macros.recurrence import Rule, in_words, listed
from macros.site.occurrences import meetings

_TELLING = 3
"""From so many meetings on, a rule says more than their dates."""
_UNTIL = {"fr": "jusqu’au", "nl": "tot en met"}
_EXCEPT = {"fr": "sauf", "nl": "behalve op"}
_ALSO = {"fr": "ainsi que", "nl": "en ook op"}


def rhythm(event: Event, lang: Lang) -> str:
    """Say by which rule an event comes back: `chaque premier mercredi du mois`.

    Nothing for an event that comes once, or whose dates mostly follow no rule.
    """
    if event.repeat is None:
        return ""
    by_rule = _by_rule(event)
    if len(by_rule) < _TELLING or len(event.repeat.also) >= len(by_rule):
        return ""
    return in_words(Rule.parse(event.repeat.rule), day_of(event.start), lang)


def rhythm_in_full(event: Event, lang: Lang) -> str:
    """Say the same with the last day of the rule, and the days left out and added."""
    words = rhythm(event, lang)
    if not words or event.repeat is None:
        return words
    last = _by_rule(event)[-1]
    parts = [words, f"{_UNTIL[lang]} {long_date(last, lang)}"]
    skipped = [day for day in event.repeat.skip if day < last]
    if skipped:
        parts.append(f"{_EXCEPT[lang]} {_listed(skipped, lang)}")
    added = {day_of(moment) for moment in event.repeat.also} - set(event.repeat.skip)
    if added:
        parts.append(f"{_ALSO[lang]} {_listed(added, lang)}")
    return ", ".join(parts)


def _by_rule(event: Event) -> list[date]:
    also = {day_of(moment) for moment in event.repeat.also} if event.repeat else set()
    return [meeting.day for meeting in meetings(event) if meeting.day not in also]


def _listed(days: Iterable[date], lang: Lang) -> str:
    article = "le " if lang == "fr" else ""
    return listed((article + long_date(day, lang) for day in sorted(days)), lang)
