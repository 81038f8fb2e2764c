"""Former addresses: what once was published goes on leading to its page.

A page keeps every address that its own old slugs and those of the pages above it give, so that
renaming a section moves all that stands below it. Addresses of other shapes, such as those of an
earlier site, stand in `redirects.yml`.
"""

from collections.abc import Iterator, Mapping

from macros.content.content import Content
from macros.site.network import Site
from macros.site.page import Page


def former_urls(site: Site, content: Content) -> Mapping[str, str]:
    """Return the former URLs of a site, written as `Page.url`, and the key of each one's page.

    An address that a page has today is no former one, even if something claims it.
    """
    taken = {page.url for page in site.pages.values()}
    found: dict[str, str] = {}
    for url, key in _claims(site, content):
        if url not in taken:
            found.setdefault(url, key)
    return found


def _claims(site: Site, content: Content) -> Iterator[tuple[str, str]]:
    every: dict[str, list[str]] = {}
    for key, page in site.pages.items():
        if page.parent is None:
            every[key] = [""]
            continue
        slug = page.url.removesuffix("/").rpartition("/")[2]
        slugs = [slug, *_old_slugs(page, content)]
        every[key] = [f"{base}{name}/" for base in every[page.parent] for name in slugs]
        for url in every[key]:
            yield url, key
    for redirect in site.items.redirects:
        if redirect.lang == site.lang and redirect.page in site.pages:
            yield normal(redirect.old), redirect.page


def _old_slugs(page: Page, content: Content) -> tuple[str, ...]:
    if page.item is not None:
        return page.item.old_slugs.fr if page.lang == "fr" else page.item.old_slugs.nl
    written = content.pages[page.lang].get(f"{page.key}.md")
    return written.meta.old_slugs if written else ()


def normal(path: str) -> str:
    """Write the path of an address as `Page.url` is: `/a/b` and `a/b/` are `a/b/`."""
    bare = path.strip("/")
    return f"{bare}/" if bare else ""
