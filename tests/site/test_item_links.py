"""Links in the texts of items count from the folder of their language."""

import pytest

from macros.site.item_links import from_root


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("[a](contact.md)", "[a](/contact.md)"),
        ("[a](news/index.md#top)", "[a](/news/index.md#top)"),
        ("![Plan](plan.jpg)", "![Plan](/plan.jpg)"),
        ("![Plan](<mon plan.jpg>)", "![Plan](</mon plan.jpg>)"),
        ("[a][b]\n\n[b]: contact.md", "[a][b]\n\n[b]: /contact.md"),
    ],
)
def test_a_file_is_named_as_in_docs(written: str, read: str) -> None:
    assert from_root(written) == read
    assert from_root(read) == read


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org/x)",
        "[a](mailto:info@example.org)",
        "[a](tel:+3223186057)",
        "[a](#top)",
        "[a]()",
        "(contact.md)",
        "[a] : contact.md",
    ],
)
def test_other_links_stay(text: str) -> None:
    assert from_root(text) == text
