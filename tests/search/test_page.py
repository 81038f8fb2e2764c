"""The search page in a browser: what it loads, shows, tells and lets people do."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.language import LANGS, Lang
from macros.project import Project

pytestmark = [pytest.mark.build, pytest.mark.browser]
LINKS = ".search-results section:not([hidden]) li > a"
STATUS = "#search [role=status]"
Open = Callable[..., Page]


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(ignore_https_errors=True)
    yield made
    made.close()


@pytest.fixture
def search_page(context: BrowserContext, project: Project) -> Open:
    """Open the search page of a site of Zorgzone Noord-Oost."""

    def opened(lang: Lang, rest: str = "") -> Page:
        site = project.network.site("nord-est", lang)
        page = context.new_page()
        page.goto(site.url("search") + rest)
        return page

    return opened


def titles(page: Page) -> list[str]:
    return page.locator(LINKS).all_inner_texts()


def search(page: Page, query: str) -> None:
    page.fill("#search input", query)
    page.press("#search input", "Enter")
    expect(page.locator(STATUS)).to_contain_text(query)


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_loaded_before_the_visitor_searches(lang: Lang, search_page: Open) -> None:
    page = search_page(lang)
    loaded: list[str] = page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
    assert [name for name in loaded if "/pagefind/" in name] == [
        name for name in loaded if name.endswith("/pagefind/search.js")
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_a_search_breaks_no_policy_asks_nobody_else_and_keeps_nothing(
    lang: Lang, search_page: Open, context: BrowserContext
) -> None:
    told: list[str] = []
    asked: list[str] = []
    context.on("console", lambda message: told.append(message.text))
    context.on("weberror", lambda error: told.append(str(error.error)))
    context.on("request", lambda request: asked.append(request.url))
    page = search_page(lang)
    search(page, "helpdesk")
    assert titles(page)
    origin = page.evaluate("location.origin")
    assert not [url for url in asked if not url.startswith((origin, "blob:" + origin))]
    assert not told
    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize(
    ("lang", "typed", "written"),
    [
        ("fr", "sante", "santé"),
        ("fr", "acces", "accès"),
        ("fr", "l'accès", "accès"),
        ("fr", "l’offre", "offre"),
        ("fr", "oeuvre", "œuvre"),
        ("fr", "œuvre", "œuvre"),
        ("fr", "hopitaux", "hôpital"),
        ("fr", "concertation", "concertations"),
        ("fr", "habitants", "habitant·es"),
        ("nl", "coordinatie", "coördinatie"),
        ("nl", "verlener", "zorgverlener"),
        ("nl", "loket", "begeleidingsloketten"),
        ("nl", "vaccinatie", "griepvaccinatie"),
        ("nl", "zorgverleners", "zorgverlener"),
    ],
)
def test_words_are_found_in_every_shape(
    lang: Lang, typed: str, written: str, search_page: Open
) -> None:
    page = search_page(lang)
    search(page, typed)
    marked = page.locator(".search-results mark").all_inner_texts()
    assert [word for word in marked if written in word.lower()], marked


@pytest.mark.parametrize(
    ("lang", "typed", "found"),
    [("fr", "annuaire", "Répertoire"), ("nl", "adresboek", "Repertorium")],
)
def test_synonyms_lead_to_our_words_within_one_language(
    lang: Lang, typed: str, found: str, search_page: Open
) -> None:
    page = search_page(lang)
    search(page, typed)
    assert found in titles(page)
    page.close()
    page = search_page("nl" if lang == "fr" else "fr")
    search(page, typed)
    assert not titles(page)


def test_results_are_typed_grouped_and_readable(search_page: Open) -> None:
    page = search_page("fr")
    page.locator("#search input").press_sequentially("œuvre d", delay=0)
    search(page, "santé")
    heads = page.locator(".search-results section:not([hidden]) h2").all_inner_texts()
    assert heads[0] == "Les meilleurs résultats"
    assert {"Actions", "Actualités", "Agenda", "Glossaire"} <= set(heads)
    text = page.locator(".search-results").inner_text()
    assert "\u00ad" not in text
    assert "¶" not in text
    assert "|" not in text
    assert "’ " not in text.replace("Papot’ ", "")
    assert " :" not in text


def test_typing_shows_results_and_keeps_them_in_the_address(search_page: Open) -> None:
    page = search_page("nl")
    page.locator("#search input").press_sequentially("griep", delay=0)
    expect(page.locator(STATUS)).to_contain_text("griep")
    assert page.url.endswith("?q=griep")
    assert "griep" in page.title()
    page.reload()
    expect(page.locator(LINKS).first).to_be_visible()
    assert page.input_value("#search input") == "griep"


def test_the_way_back_leads_to_the_search_before(search_page: Open) -> None:
    page = search_page("fr", "?q=grippe")
    expect(page.locator(STATUS)).to_contain_text("grippe")
    search(page, "film")
    page.go_back()
    expect(page.locator(STATUS)).to_contain_text("grippe")
    expect(page.locator("#search input")).to_have_value("grippe")


def test_a_result_leads_to_its_place_on_the_page(search_page: Open) -> None:
    page = search_page("fr", "?q=cpas")
    link = page.locator(LINKS).first
    assert link.get_attribute("href") == "/glossaire/#cpas"
    link.click()
    assert page.locator("#cpas").count() == 1


def test_more_results_come_on_demand_and_take_the_focus(search_page: Open) -> None:
    page = search_page("fr", "?q=santé")
    group = page.locator("section[data-kind=action]")
    expect(group).to_be_visible()
    before = group.locator("li").count()
    group.locator("button").click()
    expect(group.locator("li").nth(before).locator("a")).to_be_focused()


def test_arrows_walk_through_the_results_and_escape_returns(search_page: Open) -> None:
    page = search_page("nl", "?q=griep")
    expect(page.locator(LINKS).first).to_be_visible()
    page.focus("#search input")
    page.keyboard.press("ArrowDown")
    expect(page.locator(LINKS).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(LINKS).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search input")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#search input")).to_be_focused()


@pytest.mark.parametrize(
    ("lang", "typed", "meant"),
    [
        ("fr", "helpdsk", "helpdesk"),
        ("fr", "snate mentale", "santé mentale"),
        ("nl", "zieknhuis", "ziekenhuis"),
        ("nl", "pyscholoog", "psycholoog"),
    ],
)
def test_a_slip_of_the_finger_is_mended_and_told(
    lang: Lang, typed: str, meant: str, search_page: Open
) -> None:
    page = search_page(lang)
    search(page, typed)
    expect(page.locator(STATUS)).to_contain_text(meant)
    assert titles(page)


@pytest.mark.parametrize(
    ("lang", "query", "told"),
    [
        ("fr", "zzzzqqq", "Aucun résultat"),
        ("nl", "zzzzqqq", "Geen resultaten"),
        ("fr", "anticonstitutionnellement", "Aucun résultat"),
        ("nl", "aardappelpuree", "Geen resultaten"),
        ("fr", "cookies grippe", "Aucun résultat ne contient tous les mots"),
        ("nl", "cookies griep", "Geen enkel resultaat bevat alle woorden"),
    ],
)
def test_the_reader_is_told_what_was_not_found(
    lang: Lang, query: str, told: str, search_page: Open
) -> None:
    page = search_page(lang)
    search(page, query)
    expect(page.locator(STATUS)).to_contain_text(told)


def test_what_visitors_type_is_never_markup(search_page: Open) -> None:
    page = search_page("fr", "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%24%26")
    expect(page.locator(STATUS)).to_contain_text("<img src=x onerror=alert(1)>$&")
    assert page.locator("#search img").count() == 0


@pytest.mark.parametrize("lang", LANGS)
def test_without_javascript_the_page_leads_to_the_list(
    lang: Lang, chromium: Browser, project: Project
) -> None:
    site = project.network.site("nord-est", lang)
    page = chromium.new_page(java_script_enabled=False, ignore_https_errors=True)
    page.goto(site.url("search"))
    page.fill("#search input", "griep")
    page.click("#search button[type=submit]")
    assert page.url == f"{site.url('search')}?q=griep"
    page.click("noscript a")
    assert page.url == site.url("a-z")
    page.close()
