"""What macros choose to show."""

from dataclasses import replace
from datetime import date, timedelta

from macros.language import LANGS
from macros.project import Project
from macros.render.environment import environment
from macros.render.macros import MACROS, RECENT_NEWS, call
from macros.render.view import View


def test_a_source_leads_to_its_page_in_the_language_of_the_site(project: Project) -> None:
    parts = environment().get_template("macros/parts.html").module
    action = next(a for a in project.network.content.region.items.actions if a.id == "helpdesk")
    for lang in LANGS:
        site = project.network.site("nord", lang)
        html = parts.source(View(project.network, site, site.pages["index"]), action.source)
        assert action.source.urls
        assert [other for other in LANGS if action.source.urls[other] in html] == [lang]


def test_the_page_of_news_stays_light(project: Project) -> None:
    """It shows the recent items only; the archives by year, which it links, hold all of them."""
    site = project.network.site("nord", "nl")
    pattern = site.items.news[0]
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(3 * RECENT_NEWS)]
    many = tuple(pattern.model_copy(update={"date": day}) for day in days)
    full = replace(site, items=replace(site.items, news=many))
    html = call(MACROS["news"], View(project.network, full, site.pages["news/index"]))
    assert html.count("<time") == RECENT_NEWS
    assert html.index(days[-1].isoformat()) < html.index(days[-RECENT_NEWS].isoformat())
