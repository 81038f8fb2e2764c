"""How a built page is read."""

from urllib.parse import urldefrag, urljoin

import pytest

from macros.verify.page import resolved

BASES = (
    "https://example.org/",
    "https://example.org/a/b/",
    "https://example.org/404.html",
    "https://example.org/a/b/c.html",
    "http://127.0.0.1:8000/preview/nord/fr/a/",
)
REFERENCES = (
    *("", "./", "x/", "/y", "#a", "?q=1", "//example.net/z", "https://example.net/../q"),
    *("..", "../", "../../", "../../../x", "../..", "../#", "../x/#f", "../?q=1#z"),
    *("../../a/../b/", "../mailto:x", "..//y", "../..//y"),
)


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("reference", REFERENCES)
def test_references_resolve_as_the_standard_says(base: str, reference: str) -> None:
    """RFC 3986, 5.2, as the standard library does it without our short cut."""
    assert resolved(base, reference) == tuple(urldefrag(urljoin(base, reference)))
