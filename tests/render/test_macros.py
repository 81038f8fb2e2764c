"""What macros choose to show."""

import re
from dataclasses import replace
from datetime import date, timedelta

from macros.content.content import Items
from macros.language import LANGS
from macros.project import Project
from macros.render.environment import environment
from macros.render.macros import MACROS, RECENT_NEWS, call
from macros.render.view import View


def test_a_source_leads_to_its_page_in_the_language_of_the_site(project: Project) -> None:
    source = vars(environment().get_template("macros/parts.html").module)["source"]
    action = next(a for a in project.network.content.region.items.actions if a.id == "helpdesk")
    for lang in LANGS:
        site = project.network.site("nord", lang)
        html = source(View(project.network, site, site.pages["index"]), action.source)
        assert action.source
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


def test_the_glossary_stands_in_the_order_of_its_letters(project: Project) -> None:
    """An accent files a word under its plain letter; each letter leads to its first word."""
    site = project.network.site("nord", "fr")
    html = call(MACROS["glossary"], View(project.network, site, site.pages["glossary"]))
    letters = re.findall(r'<a href="#([^"]+)">(.)</a>', html)
    assert [name for _, name in letters] == sorted(name for _, name in letters)
    places = [html.index(f'id="{term}"') for term, _ in letters]
    assert places == sorted(places)
    assert html.index("équipe mobile") < html.index("feuille de route")


def test_each_page_offers_its_own_subscriptions(project: Project) -> None:
    site = project.network.site("nord", "fr")
    view = View(project.network, site, site.pages["index"])
    subscribe = MACROS["subscribe"]
    assert "news.xml" not in call(subscribe, view, "agenda")
    assert "agenda.ics" not in call(subscribe, view, "news")
    every = call(subscribe, view)
    assert all(name in every for name in ("agenda.ics", "news.xml", "communes.csv"))


def test_a_bassin_that_begins_says_what_is_not_there_yet(project: Project) -> None:
    site = replace(project.network.site("nord", "fr"), items=Items())
    view = View(project.network, site, site.pages["index"])
    for name in ("news", "roadmap"):
        html = call(MACROS[name], view)
        assert 'class="empty"' in html
        assert "<ul" not in html  # no legend, and no years to choose from


def test_a_source_that_cards_share_stands_once(project: Project) -> None:
    site = project.network.site("nord-est", "nl")
    view = View(project.network, site, site.pages["participate"])
    for name in ("antennes", "priorities"):
        html = call(MACROS[name], view)
        sources = re.findall(r'<p class="source">(.*?)</p>', html)
        assert len(set(sources)) == len(sources) < html.count('<li class="card"')


def test_a_long_agenda_leads_to_its_months(project: Project) -> None:
    """The sample of a whole year of dates; a short agenda needs no way to its months."""
    site = project.network.site("nord", "fr")
    view = View(project.network, site, site.pages["agenda/index"])
    html = call(MACROS["agenda"], view)
    targets = re.findall(r'href="#([^"]+)"', html)
    assert len(targets) == len(view.months) + 1 > 3
    assert all(f'id="{target}"' in html for target in targets)


def test_figures_name_their_sources_without_the_table(project: Project) -> None:
    site = project.network.site("nord-est", "fr")
    html = call(MACROS["figures"], View(project.network, site, site.pages["bassin"]))
    shown = html.partition("<details")[0]
    sources = [str(figure.source["fr"]) for figure in site.items.figures]
    assert len(set(sources)) > 1
    assert all(shown.count(source) == 1 for source in sources)
