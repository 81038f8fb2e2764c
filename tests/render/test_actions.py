"""The actions by mission."""

from dataclasses import replace

from lxml import html

from macros.content.content import Items
from macros.project import Project
from macros.render.macros import MACROS, call
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


def test_a_card_says_a_state_only_where_one_was_published(project: Project) -> None:
    site = project.network.site("nord", "nl")
    view = View(project.network, site, site.pages["actions/index"])
    shown = html.fromstring(call(MACROS["actions"], view))
    known = [action for action in site.items.actions if view.state_of(action)]
    assert len(shown.xpath("//li/p/span[contains(@class, 'state')]")) == len(known)
    assert 0 < len(known) < len(shown.xpath("//li[contains(@class, 'card')]"))
