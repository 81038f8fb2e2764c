"""What a site shows, ready for the lists of its templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from macros.content.content import Items
from macros.content.items import Action, Event, Group, Milestone, News, PageItem, Progress
from macros.content.territory import Bassin, Commune, Mission, Section, Term
from macros.folding import slugify
from macros.language import Lang
from macros.render.related import Related, related_to
from macros.render.shapes import Outlines, outlines
from macros.render.shelves import Month, PastEvent, by_letter, by_month, past_events
from macros.site.ground import Row, ground
from macros.site.network import Network, Site
from macros.site.occurrences import Occurrence, meetings, next_occurrence
from macros.site.page import Page

STATES = ("running", "started", "idea", "done")
"""The states of an action in the order in which visitors look for them."""
FURTHER = 3
"""Items to which a page leads on besides those that belong to it."""


@dataclass(frozen=True)
class Shown:
    """What a site shows of the content of its bassin and of the Region.

    Attributes:
        network: all sites.
        site: the one that is shown.

    """

    network: Network
    site: Site

    @property
    def lang(self) -> Lang:
        """Return the language of the page."""
        return self.site.lang

    @property
    def bassin(self) -> Bassin:
        """Return the bassin of the site."""
        return self.site.bassin

    @property
    def items(self) -> Items:
        """Return what the bassin shows."""
        return self.site.items

    @property
    def today(self) -> date:
        """Return the day for which the site is built."""
        return self.network.today

    @property
    def news(self) -> Sequence[News]:
        """Return the news, newest first."""
        return self.site.news

    def news_of(self, year: int) -> list[News]:
        """Return the news of a year, newest first."""
        return [item for item in self.news if item.date.year == year]

    @property
    def years(self) -> list[int]:
        """Return the years that have news, latest first."""
        return sorted({item.date.year for item in self.items.news}, reverse=True)

    @property
    def alphabet(self) -> list[Page]:
        """Return all pages but home, archives and the guide for editors."""
        return [
            page
            for page in self.site.pages.values()
            if page.parent and page.year is None and not page.is_for_editors
        ]

    @property
    def letters(self) -> list[tuple[str, list[Page]]]:
        """Return the pages of the A-Z by letter."""
        return by_letter(self.alphabet, self.lang)

    def owner(self, commune: str, section: str | None) -> Site | None:
        """Return the site of the bassin that has a whole commune, or a section of one.

        Where no limit was published, as in parts of Bruxelles-Ville, there is none.
        """
        return self.network.owners.get((self.lang, commune, section))

    @property
    def all_sites(self) -> list[Site]:
        """Return the sites of the bassins in this language, in their order."""
        found = (site for site in self.network.sites if site.lang == self.lang)
        return sorted(found, key=lambda site: site.bassin.order)

    @property
    def outlines(self) -> Outlines:
        """Return the map in two paths, as the mark of the site shows it."""
        return outlines(self.site)

    @property
    def ground(self) -> list[Row]:
        """Return the communes and their sections with the bassin of each."""
        return ground(self.network, self.lang)

    @property
    def agenda(self) -> Sequence[Occurrence]:
        """Return all meetings, earliest first; a recurring event gives many."""
        return self.site.agenda

    @cached_property
    def upcoming(self) -> list[Occurrence]:
        """Return the meetings of today and later."""
        return [meeting for meeting in self.agenda if meeting.last_day >= self.today]

    @property
    def months(self) -> list[Month]:
        """Return the meetings to come by month."""
        return by_month(self.upcoming)

    @cached_property
    def past_events(self) -> list[PastEvent]:
        """Return the events that are over, latest first; a recurring event stands once."""
        return past_events(self.agenda, self.today)

    def further_news(self, item: News) -> list[News]:
        """Return the latest news besides an item and what the page names with it already."""
        named = {item.id, *(news.id for news in self.related(item).news)}
        return list(islice((news for news in self.news if news.id not in named), FURTHER))

    def further_meetings(self, event: Event) -> list[Occurrence]:
        """Return the next meetings of other events; when none is to come, the latest ones."""
        coming = (meeting for meeting in self.upcoming if meeting.event.id != event.id)
        over = (past.last for past in self.past_events if past.event.id != event.id)
        return list(islice(coming, FURTHER)) or list(islice(over, FURTHER))

    def dates_of(self, event: Event) -> list[Occurrence]:
        """Return all meetings of an event, earliest first."""
        return list(meetings(event))

    def is_past(self, meeting: Occurrence) -> bool:
        """Tell whether a meeting is over."""
        return meeting.last_day < self.today

    def next_or_last(self, event: Event) -> Occurrence:
        """Return the next meeting of an event, or its last when all are past."""
        return next_occurrence(event, self.today)

    @property
    def missions(self) -> Sequence[Mission]:
        """Return the missions in their order."""
        return sorted(self.network.content.region.missions, key=lambda mission: mission.number)

    def mission(self, mission_id: str) -> Mission:
        """Return a mission by its id."""
        return next(m for m in self.network.content.region.missions if m.id == mission_id)

    def actions_of(self, mission_id: str) -> list[Action]:
        """Return the actions of a mission: priority actions first, then by title."""
        found = [action for action in self.items.actions if action.mission == mission_id]
        return sorted(found, key=lambda a: (a.number or 99, slugify(a.title[self.lang])))

    def progress_of(self, action_id: str) -> Progress | None:
        """Return what the bassin says of a regional action."""
        return next((p for p in self.items.progress if p.id == action_id), None)

    def state_of(self, action: Action) -> str | None:
        """Return how far an action is in this bassin; nothing when nothing is known."""
        progress = self.progress_of(action.id)
        return progress.state if progress else action.state

    def since_of(self, action: Action) -> str | None:
        """Return the year, month or day since which an action runs in this bassin."""
        progress = self.progress_of(action.id)
        return (progress.since if progress else None) or action.since

    @property
    def states(self) -> list[str]:
        """Return the states that the actions of this bassin are in, in their order."""
        present = {self.state_of(action) for action in self.items.actions}
        return [state for state in STATES if state in present]

    def is_own(self, step: Milestone) -> bool:
        """Tell whether a step of the roadmap is one of this bassin rather than of all."""
        return step in self.network.content.own[self.bassin.id].roadmap

    def related(self, item: PageItem | Group) -> Related:
        """Return what belongs to an item on this site."""
        return related_to(self.items, item)

    def action(self, action_id: str) -> Action:
        """Return an action by its id."""
        return next(action for action in self.items.actions if action.id == action_id)

    def term(self, term_id: str) -> Term | None:
        """Return a term of the glossary by its id."""
        terms = self.network.content.region.glossary
        return next((term for term in terms if term.id == term_id), None)

    def commune(self, commune_id: str) -> Commune:
        """Return a commune by its id."""
        communes = self.network.content.region.communes
        return next(commune for commune in communes if commune.id == commune_id)

    def section(self, commune: Commune, section_id: str) -> Section:
        """Return a section of a commune by its id."""
        return next(section for section in commune.sections if section.id == section_id)
