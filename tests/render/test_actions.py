"""The actions by mission."""

from dataclasses import replace

from lxml import html

from macros.content.base import Pair
from macros.content.content import Items
from macros.project import Project
from macros.render.macros import MACROS, call
from macros.render.shown import Shown
from macros.render.view import View


def test_a_mission_without_actions_keeps_its_place(project: Project) -> None:
    """The pages lead to each mission, also on the first day of a bassin."""
    site = replace(project.network.site("nord", "fr"), items=Items())
    page = site.pages["actions/index"]
    shown = html.fromstring(call(MACROS["actions"], View(project.network, site, page)))
    missions = [mission.id for mission in project.network.content.region.missions]
    assert shown.xpath("//section/@aria-labelledby") == missions
    assert shown.xpath("//section/h2/@id") == missions
    assert shown.xpath("//section/ul") == []


def test_actions_without_number_stand_by_title_whatever_the_accents(project: Project) -> None:
    site = project.network.site("nord", "fr")
    titles = ("Zone calme", "Équipe mobile", "Accueil", "économie sociale")
    action = next(each for each in site.items.actions if each.number)
    own = tuple(
        action.model_copy(update={"number": None, "title": Pair(fr=title, nl=title)})
        for title in titles
    )
    shown = Shown(project.network, replace(site, items=Items(actions=(*own, action))))
    found = [each.title.fr for each in shown.actions_of(action.mission)]
    assert found == [action.title.fr, "Accueil", "économie sociale", "Équipe mobile", "Zone calme"]


def test_a_card_says_a_state_only_where_one_was_published(project: Project) -> None:
    site = project.network.site("nord", "nl")
    view = View(project.network, site, site.pages["actions/index"])
    shown = html.fromstring(call(MACROS["actions"], view))
    known = [action for action in site.items.actions if view.state_of(action)]
    assert len(shown.xpath("//li/p/span[contains(@class, 'state')]")) == len(known)
    assert 0 < len(known) < len(shown.xpath("//li[contains(@class, 'card')]"))
