"""Ways in which a built site can break a promise, each with the rule that must name it.

A mutation changes several places and returns a word for each of them: the finding about that
place must carry the word in its file, its quote or its message.
"""

import gzip
import json
import re
from collections.abc import Callable, Iterable

from tests.verify.conftest import FR, NL, Sites

Break = Callable[[Sites], Iterable[str]]
MUTATIONS: dict[str, tuple[str, Break]] = {}

PAGES = (f"{FR}/index.html", f"{FR}/le-bassin/index.html", f"{NL}/contact/index.html")
HOSTS = (FR, NL)
END = "</main>"


def events(sites: Sites) -> tuple[str, str, str]:
    """Return pages of recurring events: one French, two Dutch."""
    found = [
        page
        for page in sites.pages(FR)
        if (sites.root / page).with_name("event.ics").exists()
        and "\nRRULE:FREQ=MONTHLY" in sites.read(page.replace("index.html", "event.ics"))
    ]
    return found[0], sites.twin(found[1]), sites.twin(found[2])


def articles(sites: Sites) -> tuple[str, str]:
    """Return a French and a Dutch news page."""
    found = [page for page in sites.pages(FR) if '"NewsArticle"' in sites.read(page)]
    return found[0], sites.twin(found[1])


def mutation(rule: str) -> Callable[[Break], Break]:
    def register(function: Break) -> Break:
        MUTATIONS[function.__name__.replace("_", " ")] = (rule, function)
        return function

    return register


def in_pages(sites: Sites, old: str, new: str, pages: Iterable[str] = PAGES) -> list[str]:
    """Replace words of several pages; the findings are on their sources."""
    sources = [sites.source(page) for page in pages]
    for page in pages:
        sites.swap(page, old, new)
    return sources


def added(sites: Sites, html: str, pages: Iterable[str] = PAGES) -> list[str]:
    return in_pages(sites, END, html + END, pages)


# Pairs


@mutation("missing-counterpart")
def page_deleted_on_one_side(sites: Sites) -> list[str]:
    gone = [sites.twin(page) for page in (*events(sites)[:1], *PAGES[1:2])]
    for page in gone:
        sites.delete(page)
    return [f"https://{page.removesuffix('index.html')}" for page in gone]


@mutation("hreflang-self")
def own_hreflang_removed(sites: Sites) -> list[str]:
    sources = [sites.source(page) for page in PAGES]
    for page in PAGES:
        lang = "fr" if page.startswith(FR) else "nl"
        sites.sub(page, rf'<link rel="alternate" hreflang="{lang}"[^>]*>', "")
    return sources


@mutation("hreflang-missing")
def other_hreflang_removed(sites: Sites) -> list[str]:
    sources = [sites.source(page) for page in PAGES]
    for page in PAGES:
        lang = "nl" if page.startswith(FR) else "fr"
        sites.sub(page, rf'<link rel="alternate" hreflang="{lang}"[^>]*>', "")
    return sources


@mutation("hreflang-host")
def hreflang_to_another_host(sites: Sites) -> list[str]:
    return [
        *in_pages(
            sites,
            f'hreflang="nl" href="https://{NL}/',
            'hreflang="nl" href="https://www.zorgzone-zuid.brussels/',
            PAGES[:2],
        ),
        *in_pages(sites, f'hreflang="fr" href="https://{FR}/', 'hreflang="fr" href="/', PAGES[2:]),
    ]


@mutation("hreflang-not-reciprocal")
def hreflang_to_another_page(sites: Sites) -> list[str]:
    pages = events(sites)
    for page in pages:
        lang = "nl" if page.startswith(FR) else "fr"
        there = sites.alternate(page, lang)
        home = f"https://{NL if lang == 'nl' else FR}/"
        sites.swap(page, f'hreflang="{lang}" href="{there}"', f'hreflang="{lang}" href="{home}"')
    return [sites.source(page) for page in pages]


@mutation("hreflang-extra")
def default_language_declared(sites: Sites) -> list[str]:
    link = f'<link rel="alternate" hreflang="x-default" href="https://{FR}/">'
    return in_pages(sites, "</head>", link + "</head>")


# Head


@mutation("canonical")
def canonical_elsewhere(sites: Sites) -> list[str]:
    return in_pages(sites, 'rel="canonical" href="https://www.', 'rel="canonical" href="https://')


@mutation("canonical")
def canonical_removed(sites: Sites) -> list[str]:
    return in_pages(sites, 'rel="canonical"', 'rel="nothing"')


@mutation("wrong-lang")
def language_wrong(sites: Sites) -> list[str]:
    sources = [sites.source(page) for page in PAGES]
    for page, lang in zip(PAGES, ("nl", "en", ""), strict=True):
        sites.sub(page, r'<html lang="..">', f'<html lang="{lang}">' if lang else "<html>")
    return sources


@mutation("missing-title")
def title_removed(sites: Sites) -> list[str]:
    return in_pages(sites, "<title>", "<title></title><title>")


@mutation("missing-description")
def description_removed(sites: Sites) -> list[str]:
    return in_pages(sites, '<meta name="description"', '<meta name="nothing"')


@mutation("page-hidden")
def page_hidden_from_search(sites: Sites) -> list[str]:
    return in_pages(sites, "</head>", '<meta name="robots" content="noindex"></head>')


@mutation("page-not-hidden")
def error_page_shown_to_search(sites: Sites) -> list[str]:
    files = [f"{host}/404.html" for host in HOSTS]
    for file in files:
        sites.sub(file, r'<meta name="robots"[^>]*>', "")
    return files


@mutation("open-graph")
def sharing_broken(sites: Sites) -> list[str]:
    sources = [sites.source(page) for page in PAGES]
    sites.swap(PAGES[0], "share.png", "shared.png")
    sites.swap(
        PAGES[1], 'property="og:url" content="https://www.', 'property="og:url" content="https://'
    )
    sites.swap(PAGES[2], 'property="og:title"', 'property="title"')
    return sources


# Documents


@mutation("heading-count")
def headings_of_first_level(sites: Sites) -> list[str]:
    sources = added(sites, "<h1>Encore</h1>", PAGES[:2])
    text = sites.read(PAGES[2]).replace("<h1", "<h2").replace("</h1>", "</h2>")
    sites.write(PAGES[2], text)
    return [*sources, sites.source(PAGES[2])]


@mutation("duplicate-id")
def id_used_twice(sites: Sites) -> list[str]:
    return added(sites, '<p id="twice">a</p><p id="twice">b</p>')


@mutation("bad-id")
def id_with_a_space(sites: Sites) -> list[str]:
    return added(sites, '<p id="deux mots">a</p>')


@mutation("template-text")
def macro_left(sites: Sites) -> list[str]:
    sources = [sites.source(page) for page in PAGES]
    for page, words in zip(PAGES, ("{{ contact() }}", "{% if x %}", "{# note #}"), strict=True):
        sites.swap(page, END, f"<p>{words}</p>{END}")
    return sources


@mutation("front-matter-text")
def front_matter_left(sites: Sites) -> list[str]:
    return added(sites, "<p>title: Réunion: le 3\nslug: reunion</p>")


@mutation("markdown-text")
def markdown_left(sites: Sites) -> list[str]:
    return added(sites, "<p>Voyez [la page](contact.md) du bassin.</p>")


@mutation("page-budget")
def page_too_large(sites: Sites) -> list[str]:
    return added(sites, "<p>" + "lourd " * 40_000 + "</p>")


@mutation("empty-file")
def file_empty(sites: Sites) -> list[str]:
    files = [f"{FR}/icon.svg", f"{NL}/data/communes.csv"]
    for file in files:
        sites.write(file, "")
    return files


# Links


@mutation("dead-link")
def link_to_no_page(sites: Sites) -> list[str]:
    return added(sites, '<a href="nulle-part/">ici</a>')


@mutation("dead-link")
def link_to_no_page_of_the_sister(sites: Sites) -> list[str]:
    return added(sites, f'<a href="https://{NL}/nergens/">ici</a>')


@mutation("dead-link")
def link_without_final_slash(sites: Sites) -> list[str]:
    return added(sites, f'<a href="https://{FR}/contact">ici</a>')


@mutation("dead-link")
def asset_deleted(sites: Sites) -> list[str]:
    for host in HOSTS:
        sites.delete(f"{host}/icon.svg")
    return [sites.source(page) for page in PAGES]


@mutation("dead-anchor")
def anchor_renamed(sites: Sites) -> list[str]:
    return [
        *added(sites, '<a href="#nulle-part">ici</a>', PAGES[:2]),
        *added(sites, f'<a href="https://{FR}/contact/#nulle-part">ici</a>', PAGES[2:]),
    ]


@mutation("relative-link")
def error_page_with_relative_links(sites: Sites) -> list[str]:
    for host in HOSTS:
        sites.swap(f"{host}/404.html", END, f'<a href="contact/">contact</a>{END}')
    return [f"{host}/404.html" for host in HOSTS]


@mutation("link-to-redirect")
def link_to_old_address(sites: Sites) -> list[str]:
    return added(sites, f'<a href="https://{FR}/bassin-nord/">ici</a>', PAGES[:2])


# Origins


@mutation("foreign-origin")
def foreign_script(sites: Sites) -> list[str]:
    return added(sites, '<script src="https://cdn.example.org/a.js"></script>')


@mutation("foreign-origin")
def foreign_attribute(sites: Sites) -> list[str]:
    sources = [sites.source(page) for page in PAGES]
    for page, html in zip(
        PAGES,
        (
            '<img alt="" srcset="a.png 1x, //img.example.org/b.png 2x">',
            '<form action="https://forms.example.org/"></form>',
            '<div data-src="https://example.org/x"></div>',
        ),
        strict=True,
    ):
        sites.swap(page, END, html + END)
    return sources


@mutation("foreign-origin")
def foreign_style(sites: Sites) -> list[str]:
    sources = [sites.source(page) for page in PAGES[:2]]
    sites.swap(PAGES[0], END, f'<p style="background:url(//example.org/a.png)">a</p>{END}')
    sites.swap(PAGES[1], "</head>", '<style>@import "https://example.org/a.css";</style></head>')
    style = re.search(r'rel="stylesheet" href="([^"]+)"', sites.read(f"{NL}/index.html"))
    assert style
    file = f"{NL}/{style[1]}"
    sites.write(file, sites.read(file) + "p{background:url(https://example.org/a.png)}")
    return [*sources, file]


@mutation("foreign-origin")
def foreign_address_in_a_script(sites: Sites) -> list[str]:
    return added(sites, '<script>fetch("https://api.example.org/hit")</script>')


@mutation("foreign-origin")
def foreign_preconnect(sites: Sites) -> list[str]:
    link = '<link rel="preconnect" href="https://fonts.example.org">'
    return in_pages(sites, "</head>", link + "</head>")


@mutation("mixed-content")
def address_without_encryption(sites: Sites) -> list[str]:
    return [
        *added(sites, f'<a href="http://{FR}/contact/">ici</a>', PAGES[:2]),
        *added(sites, f'<img alt="" src="http://{NL}/icon.svg">', PAGES[2:]),
    ]


# Sets


@mutation("sitemap")
def page_not_in_the_sitemap(sites: Sites) -> list[str]:
    for host, url in ((FR, f"https://{FR}/contact/"), (NL, f"https://{NL}/contact/")):
        sites.sub(f"{host}/sitemap.xml", rf"<url>\s*<loc>{url}</loc>.*?</url>", "")
    return [f"https://{FR}/contact/", f"https://{NL}/contact/"]


@mutation("sitemap")
def sitemap_names_no_page(sites: Sites) -> list[str]:
    for host in HOSTS:
        extra = f"<url><loc>https://{host}/fantome/</loc></url></urlset>"
        sites.swap(f"{host}/sitemap.xml", "</urlset>", extra)
    return [f"https://{host}/fantome/" for host in HOSTS]


@mutation("sitemap-alternates")
def sitemap_with_other_alternates(sites: Sites) -> list[str]:
    for host, there in ((FR, NL), (NL, FR)):
        sites.swap(
            f"{host}/sitemap.xml",
            f'href="https://{there}/contact/"',
            f'href="https://{there}/"',
        )
    return [f"https://{host}/contact/" for host in HOSTS]


@mutation("sitemap-lastmod")
def sitemap_from_the_future(sites: Sites) -> list[str]:
    for host, day in ((FR, "2031-01-01"), (NL, "hier")):
        sites.sub(f"{host}/sitemap.xml", r"<lastmod>[^<]*</lastmod>", f"<lastmod>{day}</lastmod>")
    return ["2031-01-01", "hier"]


@mutation("search-index")
def search_misses_a_page(sites: Sites) -> list[str]:
    for host in HOSTS:
        pages = [page.split("/", 1)[1] for page in sites.pages(host)]
        docs = [
            {"location": page.removesuffix("index.html")} for page in pages if "contact" not in page
        ]
        for old in (sites.root / host).rglob("*.pf_fragment"):
            old.unlink()
        sites.write(f"{host}/search/search_index.json", json.dumps({"docs": docs}))
    return [f"https://{host}/contact/" for host in HOSTS]


@mutation("search-index")
def search_knows_a_page_too_many(sites: Sites) -> list[str]:
    for host in HOSTS:
        document = json.dumps({"url": "/fantome/"})
        data = gzip.compress(b"pagefind_dcd" + document.encode(), mtime=0)
        sites.write(f"{host}/pagefind/fragment/x.pf_fragment", data)
    return [f"https://{host}/fantome/" for host in HOSTS]


@mutation("search-index")
def search_is_cut_short(sites: Sites) -> list[str]:
    for host in HOSTS:
        whole = gzip.compress(b'pagefind_dcd{"url": "/contact/"}', mtime=0)
        sites.write(f"{host}/pagefind/fragment/x.pf_fragment", whole[:-12])
    return ["Error -5"]


# Feeds


@mutation("feed")
def feed_malformed(sites: Sites) -> list[str]:
    sites.swap(f"{FR}/news.xml", "</item>", "</itme>")
    sites.sub(f"{FR}/news.atom", r"<updated>[^<]*</updated>", "<updated>hier</updated>")
    sites.swap(f"{NL}/region.json", '"items"', '"elements"')
    return [f"{FR}/news.xml", f"{FR}/news.atom", f"{NL}/region.json"]


@mutation("feed")
def feed_incomplete(sites: Sites) -> list[str]:
    sites.sub(f"{FR}/news.xml", r"<guid[^>]*>[^<]*</guid>", "")
    sites.swap(f"{NL}/news.atom", 'xml:lang="nl-BE"', 'xml:lang="fr-BE"')
    sites.delete(f"{NL}/region.xml")
    return [f"{FR}/news.xml", f"{NL}/news.atom", f"{NL}/region.xml"]


@mutation("feed")
def feed_without_words(sites: Sites) -> list[str]:
    files = [f"{FR}/news.json", f"{NL}/news.json", f"{NL}/region.json"]
    for file, name in zip(files, ("content_html", "id", "url"), strict=True):
        document = json.loads(sites.read(file))
        document["items"][0][name] = [None]
        sites.write(file, json.dumps(document))
    return files


@mutation("feed")
def feed_leads_astray(sites: Sites) -> list[str]:
    sites.sub(
        f"{FR}/news.xml",
        r"<link>https://[^<]*/actualites/[^<]+</link>\s*<desc",
        f"<link>https://{FR}/x/</link><desc",
    )
    sites.swap(f"{NL}/news.json", '"url": "https://www.', '"url": "https://example.')
    sites.swap(f"{FR}/region.xml", "&lt;p&gt;", '&lt;p&gt;&lt;img src="/a.png"&gt;')
    return [f"https://{FR}/x/", f"{NL}/news.json", f"{FR}/region.xml"]


@mutation("feed-pair")
def feed_entry_missing_on_one_side(sites: Sites) -> list[str]:
    for host, name in ((NL, "news"), (FR, "region")):
        sites.sub(f"{host}/{name}.atom", r"<entry>.*?</entry>", "")
        sites.sub(f"{host}/{name}.xml", r"<item>.*?</item>", "")
        document = json.loads(sites.read(f"{host}/{name}.json"))
        del document["items"][0]
        sites.write(f"{host}/{name}.json", json.dumps(document))
    return [f"{FR}/news.atom", f"{NL}/region.atom"]


# Calendars


@mutation("calendar")
def calendar_not_strict(sites: Sites) -> list[str]:
    sites.write(f"{FR}/agenda.ics", sites.read(f"{FR}/agenda.ics").replace("\r\n", "\n"))
    unfolded = sites.read(f"{NL}/agenda.ics").replace("\r\n ", "")
    sites.write(f"{NL}/agenda.ics", unfolded)
    event = events(sites)[0].replace("index.html", "event.ics")
    sites.sub(event, r"UID:[^\r]*\r\n", "")
    return [f"{FR}/agenda.ics", f"{NL}/agenda.ics", event]


@mutation("calendar")
def calendar_without_its_zone(sites: Sites) -> list[str]:
    for host in HOSTS:
        sites.sub(f"{host}/agenda.ics", r"BEGIN:VTIMEZONE.*?END:VTIMEZONE\r\n", "")
    return [f"{host}/agenda.ics" for host in HOSTS]


@mutation("calendar")
def clock_changes_on_another_day(sites: Sites) -> list[str]:
    sites.swap(f"{FR}/agenda.ics", "BYDAY=-1SU;BYMONTH=10", "BYDAY=1SU;BYMONTH=11")
    sites.swap(f"{NL}/agenda.ics", "TZOFFSETTO:+0200", "TZOFFSETTO:+0300")
    return [f"{host}/agenda.ics" for host in HOSTS]


@mutation("calendar")
def calendar_with_impossible_moments(sites: Sites) -> list[str]:
    files = [page.replace("index.html", "event.ics") for page in events(sites)]
    sites.sub(files[0], r"DTSTART[^\r]*", "DTSTART;VALUE=DATE:20251332")
    sites.sub(files[1], r"RRULE:FREQ=MONTHLY[^\r]*", "RRULE:FREQ=SOMETIMES")
    sites.sub(files[2], r"RRULE:FREQ=MONTHLY[^\r]*", "RRULE:FREQ=MONTHLY;BYDAY=3TH;UNTIL=20251231")
    return files


@mutation("calendar")
def calendar_without_events(sites: Sites) -> list[str]:
    file = next((sites.root / FR / "groups").glob("*.ics"))
    path = f"{FR}/groups/{file.name}"
    sites.sub(path, r"BEGIN:VEVENT.*END:VEVENT\r\n", "")
    return [path]


@mutation("calendar")
def calendar_leads_nowhere(sites: Sites) -> list[str]:
    for host in HOSTS:
        sites.sub(
            f"{host}/agenda.ics",
            r"\r\nURL:https://[^\r]*/agenda/[^\r]+(\r\n [^\r]*)?",
            f"\r\nURL:https://{host}/x/",
        )
    return [f"https://{host}/x/" for host in HOSTS]


@mutation("calendar-pair")
def calendars_differ(sites: Sites) -> list[str]:
    sites.sub(
        f"{FR}/agenda.ics",
        r"DTSTART;TZID=Europe/Brussels:[^\r]*",
        "DTSTART;TZID=Europe/Brussels:20240101T080000",
    )
    return ["DTSTART"]


@mutation("calendar-pair")
def event_missing_in_one_calendar(sites: Sites) -> list[str]:
    sites.sub(f"{NL}/agenda.ics", r"BEGIN:VEVENT.*?END:VEVENT\r\n", "")
    return [f"{FR}/agenda.ics"]


# Structured data


@mutation("structured-data")
def structured_data_broken(sites: Sites) -> list[str]:
    return in_pages(sites, '{"@context":', '{"@context"')


@mutation("structured-data")
def structured_data_removed(sites: Sites) -> list[str]:
    return in_pages(sites, "application/ld+json", "text/plain")


@mutation("structured-data")
def structured_data_incomplete(sites: Sites) -> list[str]:
    news, meetings = articles(sites), events(sites)
    sources = [sites.source(page) for page in (*news, *meetings)]
    sites.swap(news[0], '"headline"', '"head"')
    sites.swap(news[1], '"datePublished":"20', '"datePublished":"')
    sites.swap(meetings[0], "EventScheduled", "EventMaybe")
    sites.swap(meetings[1], '"@type":"Event"', '"@type":"Evenement"')
    sites.swap(meetings[2], '"position":2', '"position":3')
    return sources


# Redirects


@mutation("redirect-chain")
def redirect_to_a_redirect(sites: Sites) -> list[str]:
    old = f"https://{FR}/bassin-nord/"
    for name in ("ancien", "vieux"):
        sites.write(
            f"{FR}/{name}/index.html",
            sites.read(f"{FR}/bassin-nord/index.html").replace(f"https://{FR}/le-bassin/", old),
        )
    return [f"https://{FR}/ancien/", f"https://{FR}/vieux/"]


@mutation("redirect-loop")
def redirects_in_a_circle(sites: Sites) -> list[str]:
    for host, path, new in (
        (FR, "bassin-nord", "le-bassin"),
        (NL, "zorgzone-noord", "de-zorgzone"),
    ):
        file = f"{host}/{path}/index.html"
        sites.write(
            file, sites.read(file).replace(f"https://{host}/{new}/", f"https://{host}/{path}/")
        )
    return [f"https://{FR}/bassin-nord/", f"https://{NL}/zorgzone-noord/"]


@mutation("redirect-dead")
def redirect_to_nothing(sites: Sites) -> list[str]:
    for host, path, new in (
        (FR, "bassin-nord", "le-bassin"),
        (NL, "zorgzone-noord", "de-zorgzone"),
    ):
        file = f"{host}/{path}/index.html"
        sites.write(file, sites.read(file).replace(f"/{new}/", "/nulle-part/"))
    return [f"https://{FR}/nulle-part/", f"https://{NL}/nulle-part/"]


@mutation("redirect-canonical")
def redirect_with_another_canonical(sites: Sites) -> list[str]:
    for host, path in ((FR, "bassin-nord"), (NL, "zorgzone-noord")):
        sites.sub(
            f"{host}/{path}/index.html",
            r'rel="canonical" href="[^"]*"',
            f'rel="canonical" href="https://{host}/"',
        )
    return [f"https://{FR}/le-bassin/", f"https://{NL}/de-zorgzone/"]


@mutation("redirect-link")
def redirect_without_a_link(sites: Sites) -> list[str]:
    for host, path in ((FR, "bassin-nord"), (NL, "zorgzone-noord")):
        sites.swap(f"{host}/{path}/index.html", "<a href=", "<a data-href=")
    return [f"https://{FR}/le-bassin/", f"https://{NL}/de-zorgzone/"]


@mutation("redirect-list")
def list_differs_from_the_pages(sites: Sites) -> list[str]:
    document = json.loads(sites.read("redirects.json"))
    document["paths"] = [one for one in document["paths"] if "bassin-nord" not in one["from"]]
    sites.write("redirects.json", json.dumps(document))
    return [f"{FR}/bassin-nord"]


# Files


@mutation("leftover-file")
def files_left_behind(sites: Sites) -> list[str]:
    names = (".DS_Store", "index.md", "agenda/x.yml~", "__pycache__/a.pyc", "news.xml.swp", "a.tmp")
    for name in names:
        sites.write(f"{FR}/{name}", "x")
    return [f"{FR}/{name}" for name in names]


@mutation("leftover-file")
def folder_beside_the_sites(sites: Sites) -> list[str]:
    sites.write("ancien/lisez-moi.txt", "x")
    return ["ancien"]


@mutation("machine-path")
def path_of_a_machine(sites: Sites) -> list[str]:
    sites.swap(PAGES[0], END, f"<!-- /home/someone/site -->{END}")
    sites.swap(f"{NL}/agenda.ics", "SUMMARY:", "SUMMARY:C:\\Users\\someone\\")
    sites.swap(f"{NL}/data/news.json", '"title": "', '"title": "file:///Users/someone')
    return [PAGES[0], f"{NL}/agenda.ics", f"{NL}/data/news.json"]


# Well-known files


@mutation("security-txt")
def security_contact_stale(sites: Sites) -> list[str]:
    sites.sub(f"{FR}/.well-known/security.txt", r"Expires: \d{4}", "Expires: 2020")
    sites.sub(f"{NL}/.well-known/security.txt", "Contact: [^\n]*\n", "")
    return [FR, NL]


@mutation("robots-txt")
def robots_kept_out(sites: Sites) -> list[str]:
    sites.swap(f"{FR}/robots.txt", "Allow: /", "Disallow: /")
    sites.delete(f"{NL}/robots.txt")
    return [FR, NL]


@mutation("manifest")
def manifest_wrong(sites: Sites) -> list[str]:
    sites.swap(f"{FR}/site.webmanifest", "icons/icon-192.png", "icons/icon-193.png")
    sites.swap(f"{NL}/site.webmanifest", '"lang": "nl-BE"', '"lang": "fr-BE"')
    return [FR, NL]


@mutation("opensearch")
def search_description_wrong(sites: Sites) -> list[str]:
    sites.swap(f"{FR}/opensearch.xml", "/recherche/?q", "/chercher/?q")
    sites.swap(f"{NL}/opensearch.xml", "<ShortName>", "<ShortName>De zoekfunctie van ")
    return [f"https://{FR}/chercher/", "ShortName"]


@mutation("opensearch")
def search_description_unreadable(sites: Sites) -> list[str]:
    sites.swap(f"{FR}/opensearch.xml", "</ShortName>", "")
    sites.delete(f"{NL}/opensearch.xml")
    return [FR, NL]


@mutation("build-info")
def build_says_otherwise(sites: Sites) -> list[str]:
    sites.sub(f"{FR}/.well-known/build.json", r'"pages": \d+', '"pages": 3')
    sites.sub(f"{NL}/.well-known/build.json", r'"bassin": "[^"]*"', '"bassin": ""')
    return [FR, NL]


@mutation("build-info")
def build_names_no_network(sites: Sites) -> list[str]:
    for host in HOSTS:
        file = f"{host}/.well-known/build.json"
        sites.write(file, json.dumps(json.loads(sites.read(file)) | {"network": [None]}))
    return [FR, NL]


@mutation("parity")
def parity_below_whole(sites: Sites) -> list[str]:
    for host in HOSTS:
        sites.swap(f"{host}/.well-known/build.json", '"parity": 100.0', '"parity": 99.2')
    return [FR, NL]


@mutation("open-data")
def open_data_broken(sites: Sites) -> list[str]:
    sites.swap(f"{FR}/data/agenda.json", "[", "[[")
    sites.swap(f"{NL}/data/actions.json", '"language": "nl"', '"language": "fr"')
    sites.delete(f"{NL}/data/news.schema.json")
    sites.write(f"{FR}/data/actions.json", "[]")
    sites.write(f"{FR}/data/news.json", '{"items": ["x"]}')
    broken = [f"{FR}/data/{name}.json" for name in ("agenda", "actions", "news")]
    return [*broken, f"{NL}/data/actions.json", f"{NL}/data/news.json"]
