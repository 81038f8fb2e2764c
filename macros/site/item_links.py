"""Links in the texts of items, which stand in `data/` and have no place below `docs/`."""

import re

_INSIDE = re.compile(
    r"(\]\(\s*<?|^ {0,3}\[(?!\^)[^\]\n]+\]:\s+<?)"  # `[words](` or a reference `[words]: `
    r"(?![/#<>{)\s]|[A-Za-z][A-Za-z0-9+.-]*:)",  # not from the root yet, no anchor, no scheme
    re.MULTILINE,
)


def from_root(text: str) -> str:
    """Write links to our own files from the folder of the language: `contact.md`, `/contact.md`.

    An editor names a page or a picture as it stands in `docs/<lang>/`; readers of Markdown would
    look for it beside the page that is made of the item.
    """
    return _INSIDE.sub(r"\1/", text)
