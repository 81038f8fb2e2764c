"""How browsers and other programs search a site by themselves, without opening it first.

OpenSearch 1.1 (https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md) as
browsers read it (https://developer.mozilla.org/docs/Web/XML/Guides/OpenSearch).
"""

from lxml import etree

from macros.site.brand import FAVICON
from macros.site.network import Network, Site

OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
FILE = "opensearch.xml"
TYPE = "application/opensearchdescription+xml"
NAME_LENGTH = 16
"""Characters that a short name has at most."""


def write(_network: Network, site: Site) -> dict[str, bytes]:
    """Return `opensearch.xml`, which leads a search to our own search page."""
    root = etree.Element(f"{{{OPENSEARCH}}}OpenSearchDescription", nsmap={None: OPENSEARCH})
    texts = {
        "ShortName": short_name(site),
        "LongName": site.name,
        "Description": site.pages["search"].description,
        "Language": f"{site.lang}-BE",
        "InputEncoding": "UTF-8",
    }
    for name, text in texts.items():
        etree.SubElement(root, f"{{{OPENSEARCH}}}{name}").text = text
    icon = {"width": "32", "height": "32", "type": "image/x-icon"}
    etree.SubElement(root, f"{{{OPENSEARCH}}}Image", icon).text = site.base + FAVICON
    ways = (
        {"type": "text/html", "template": site.url("search") + "?q={searchTerms}"},
        {"type": TYPE, "rel": "self", "template": site.base + FILE},
    )
    for way in ways:
        etree.SubElement(root, f"{{{OPENSEARCH}}}Url", way)
    written = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return {FILE: written}


def short_name(site: Site) -> str:
    """Return how browsers list the search: the name of the site, or a shorter one that fits."""
    fitting = (n for n in (site.name, site.bassin.short_name[site.lang]) if len(n) <= NAME_LENGTH)
    return next(fitting, site.name[:NAME_LENGTH].rstrip())
