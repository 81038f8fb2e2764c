"""What tells robots where the pages are: `sitemap.xml` and `robots.txt`."""

from datetime import date

from lxml import etree

from macros.language import LANGS
from macros.site.network import Network, Site
from macros.site.page import Page, PageKind

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def write(network: Network, site: Site) -> dict[str, bytes]:
    """Return `sitemap.xml` and `robots.txt`."""
    return {"sitemap.xml": sitemap(network, site), "robots.txt": robots(network, site)}


def sitemap(network: Network, site: Site) -> bytes:
    """List all pages with both languages of each (https://www.sitemaps.org/protocol.html)."""
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap={None: SITEMAP, "xhtml": XHTML})
    both = {site.lang: site, network.twin(site).lang: network.twin(site)}
    for page in sorted(site.pages.values(), key=lambda page: page.url):
        url = etree.SubElement(root, f"{{{SITEMAP}}}url")
        etree.SubElement(url, f"{{{SITEMAP}}}loc").text = site.base + page.url
        changed = last_change(site, page, network.today)
        if changed:
            etree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = changed.isoformat()
        for lang in LANGS:
            link = {"rel": "alternate", "hreflang": lang, "href": both[lang].url(page.key)}
            etree.SubElement(url, f"{{{XHTML}}}link", link)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def last_change(site: Site, page: Page, today: date) -> date | None:
    """Return the day of the last change of a page, where the sources tell it.

    A news item is of its day, and a list of news of the latest item in it. The other pages
    carry no date of change: none is better than that of the build, which search engines then
    learn to ignore.
    """
    if page.kind is PageKind.NEWS:
        days = [page.updated] if page.updated else []
    elif page.kind is PageKind.YEAR:
        days = [item.date for item in site.items.news if item.date.year == page.year]
    elif page.key == "news/index":
        days = [item.date for item in site.items.news]
    else:
        days = []
    return max((day for day in days if day <= today), default=None)


def robots(network: Network, site: Site) -> bytes:
    """Allow everything in production and nothing in a preview (RFC 9309)."""
    if network.preview is not None:
        return b"User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.base}sitemap.xml\n".encode()
