"""HTML as a tree."""

from lxml import etree

_PARSER = etree.HTMLParser(encoding="utf-8")


def parsed(raw: bytes) -> etree._Element:
    """Return the root of a document, read as browsers read it: they take anything."""
    root = etree.fromstring(raw, _PARSER) if raw.strip() else None
    return etree.Element("html") if root is None else root
