"""What templates see: links, words and lists in the language of the page."""

import copy
import re
from dataclasses import replace

import pytest

from macros.language import LANGS, Lang
from macros.project import Project
from macros.render.assets import STYLE
from macros.render.errors import RenderError, missing_label
from macros.render.macros import MACROS, call
from macros.render.view import View
from tests.conftest import TODAY


def view(project: Project, lang: str, key: str | None, bassin: str = "nord") -> View:
    site = project.network.site(bassin, "fr" if lang == "fr" else "nl")
    return View(project.network, site, site.pages[key] if key else None)


def test_links_are_relative_inside_the_site(project: Project) -> None:
    page = view(project, "nl", "actions/diagnostics")
    assert page.href("actions/index") == "../"
    assert page.href("index") == "../../"
    assert page.href("contact", "helpdesk") == "../../contact/#helpdesk"
    assert page.href("actions/diagnostics", "x") == "#x"
    assert view(project, "fr", "index").href("index") == "./"


def test_links_of_the_404_page_begin_at_the_root(project: Project) -> None:
    page = view(project, "fr", None)
    assert page.href("contact") == "/contact/"
    path = page.assets.path(STYLE)
    assert page.asset(STYLE) == f"/assets/{path}"
    preview = replace(page, site=replace(page.site, base="https://example.org/nord/fr/"))
    assert preview.href("contact") == "/nord/fr/contact/"
    assert page.counterpart == "https://www.zorgzone-noord.brussels/"
    assert page.ancestors == ()
    assert not page.is_current(page.site.pages["index"])


def test_files_and_assets(project: Project) -> None:
    home = view(project, "fr", "index")
    path = home.assets.path(STYLE)
    assert home.asset(STYLE) == f"assets/{path}"
    assert view(project, "fr", "actions/diagnostics").asset(STYLE) == f"../../assets/{path}"
    assert view(project, "fr", "contact").file("agenda.ics") == "../agenda.ics"


def test_an_unknown_page_or_label_is_refused(project: Project) -> None:
    page = view(project, "fr", "index")
    with pytest.raises(RenderError) as link:
        page.href("contacts")
    assert link.value.fix.fr == "Vouliez-vous dire « contact » ? "
    with pytest.raises(RenderError) as label:
        page.t("help_desk")
    assert "« helpdesk »" in label.value.fix.fr


def test_markdown_of_the_data_links_to_pages(project: Project) -> None:
    page = view(project, "nl", "contact")
    assert page.markdown("[a](/actions/index.md#x) [b](/none.md)") == (
        '<p><a href="../acties/#x">a</a> <a href="/none.md">b</a></p>'
    )


def test_a_label_takes_values(project: Project) -> None:
    assert view(project, "nl", "index").t("news_of_year", year=2024) == "Nieuws van 2024"


def test_telephone(project: Project) -> None:
    page = view(project, "fr", "index")
    assert page.phone("+32 2 318 60 54") == "02\u00a0318\u00a060\u00a054"
    assert page.tel("+32 2 318 60 54") == "tel:+3223186054"


@pytest.mark.parametrize("lang", LANGS)
def test_days_and_hours_stay_on_one_line(project: Project, lang: Lang) -> None:
    page = view(project, lang, "agenda/index")
    told = [page.when(meeting) for meeting in page.agenda]
    assert any(", " in words for words in told)
    for words in told:
        day, _, hours = words.partition(", ")
        assert not re.search(r"\d | \d{4}", day)
        assert " " not in hours


def test_the_agenda_divides_at_the_day_of_the_build(project: Project) -> None:
    page = view(project, "fr", "agenda/index")
    assert page.upcoming
    assert all(meeting.last_day >= TODAY for meeting in page.upcoming)
    over = [meeting for meeting in page.agenda if page.is_past(meeting)]
    assert over
    assert len(page.upcoming) + len(over) == len(page.agenda)


def test_news_are_newest_first(project: Project) -> None:
    days = [item.date for item in view(project, "nl", "news/index").news]
    assert days == sorted(days, reverse=True)


def test_ways_out(project: Project) -> None:
    page = view(project, "fr", "contact")
    assert page.counterpart == "https://www.zorgzone-noord.brussels/contact/"
    assert [sister.bassin.id for sister in page.sisters] == [
        "nord-est",
        "centre-ouest",
        "sud",
        "sud-est",
    ]
    assert {sister.lang for sister in page.sisters} == {"fr"}


def test_all_nineteen_communes_have_a_bassin(project: Project) -> None:
    for lang in ("fr", "nl"):
        rows = view(project, lang, "find").ground
        assert len({row.commune for row in rows}) == 19
        names = {row.name for row in rows}
        assert ("Watermael-Boitsfort" if lang == "fr" else "Watermaal-Bosvoorde") in names
        assert {row.site.lang for row in rows} == {lang}
        boitsfort = next(row for row in rows if row.commune == "watermael-boitsfort")
        assert boitsfort.site.bassin.id == "sud"
        assert boitsfort.postcodes == ("1170",)
        assert [antenne.id for antenne in boitsfort.antennes] == ["rezone"]
        laeken = next(row for row in rows if "1020" in row.postcodes)
        assert laeken.site.bassin.id == "nord"


@pytest.mark.parametrize("name", ["phone", "helpdesk"])
def test_a_number_that_may_have_changed_says_so(project: Project, name: str) -> None:
    said: dict[bool, bool] = {}
    for bassin in project.network.content.bassins:
        page = view(project, "nl", "index", bassin.id)
        to_check = bassin.contact.phone_to_check
        said[to_check] = page.t("phone_to_check") in call(MACROS[name], page)
    assert said == {True: True, False: False}


@pytest.mark.parametrize("name", ["email", "phone", "helpdesk", "contact", "example_form"])
def test_a_mailbox_that_no_source_shows_is_to_be_confirmed(project: Project, name: str) -> None:
    macro = MACROS[name].function
    assert "(adresse à confirmer)" in macro(view(project, "fr", "contact", "sud"))
    assert "(adres nog te bevestigen)" in macro(view(project, "nl", "contact", "sud"))
    assert "confirmer" not in macro(view(project, "fr", "contact", "nord-est"))


def test_a_mistake_comes_whole_from_one_process_to_another() -> None:
    mistake = missing_label("serach", ["search"])
    again = copy.copy(mistake)  # as pickling does
    told = (again.rule, again.message, again.fix, str(again))
    assert told == ("missing-label", mistake.message, mistake.fix, mistake.message.fr)
