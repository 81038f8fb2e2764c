"""Where the long words of Dutch headings may come apart."""

from macros.project import Project
from macros.render.hyphens import SOFT_HYPHEN, dutch_seams, with_hyphens, with_whole_words

TEXTS = ("De gezondheid van de bevordering", "Een groep op maandag", "De maandaggroep")


def shown(html: str) -> str:
    return with_hyphens(html, dutch_seams(TEXTS)).replace(SOFT_HYPHEN, "|")


def test_compounds_of_headings_come_apart() -> None:
    assert shown("<h2>Gezondheidsbevordering</h2>") == "<h2>Gezondheids|bevordering</h2>"
    assert shown('<h1 id="x">Onze <a href="y">maandaggroep</a></h1>') == (
        '<h1 id="x">Onze <a href="y">maandag|groep</a></h1>'
    )
    assert shown("<h3>Verantwoordelijkheid</h3>") == "<h3>Verantwoordelijk|heid</h3>"


def test_tags_short_words_and_running_text_stay() -> None:
    for html in (
        '<h2 id="gezondheidsbevordering"><a href="/gezondheidsbevordering/">Kort</a></h2>',
        "<p>Gezondheidsbevordering</p>",
        "<h2>Bevordering</h2>",
        "<header>gezondheidsbevordering</header>",
    ):
        assert shown(html) == html


def test_options_and_dates_of_code_stay_whole() -> None:
    option, day = (f'<span class="whole">{text}</span>' for text in ("--fix", "2027-01-15"))
    shown = with_whole_words("<code>bassin check --fix</code>, <code>2027-01-15-voeux.yml</code>")
    assert shown == f"<code>bassin check {option}</code>, <code>{day}-voeux.yml</code>"
    assert with_whole_words("<td><code>data/region/news.yml</code></td>") == (
        '<td><code>data/region/<span class="whole">news.yml</span></code></td>'
    )
    for html in (
        "<p>--fix 2027-01-15</p>",
        "<code>- un élément</code>",
        "<code>concertation-sante-mentale</code>",
    ):
        assert with_whole_words(html) == html


def test_mail_stays_whole_where_people_read_it() -> None:
    assert with_whole_words("<p>Een (E-mail) of e-mailadres</p>") == (
        '<p>Een (<span class="whole">E-mail</span>) of <span class="whole">e-mailadres</span></p>'
    )
    for html in (
        "<title>Uw e-mail</title>",
        '<meta content="Uw e-mail"><p>Kort</p>',
        "<option>Uw e-mail</option>",
        "<p>Een groepse-mail</p>",
    ):
        assert with_whole_words(html) == html


def test_the_longest_titles_of_the_sites_come_apart(project: Project) -> None:
    site = project.network.site("sud-est", "nl")
    seams = dutch_seams(f"{page.title} {page.body}" for page in site.pages.values())
    name = next(m.name["nl"] for m in project.network.content.region.missions if m.number == 4)
    assert "gezondheids\u00adbevordering" in with_hyphens(f"<h3>{name}</h3>", seams)
