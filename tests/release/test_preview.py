"""Links of a preview that opens from a folder; a whole one is read in test_workflows.py."""

from pathlib import Path

import pytest

from macros.release.preview import Offline


@pytest.mark.parametrize(
    ("url", "way"),
    [
        ("../agenda/", "../agenda/index.html"),
        ("../agenda/#x", "../agenda/index.html#x"),
        ("https://h.example/p/nord/nl/", "../../nl/index.html"),
        ("/p/nord/nl/", "../../nl/index.html"),
        ("#x", None),
        ("", None),
        ("mailto:a@b.example", None),
        ("https://other.example/p/nord/nl/", None),
        ("../missing/", None),
        ("../../../../../etc/", None),
    ],
)
def test_ways(tmp_path: Path, url: str, way: str | None) -> None:
    for place in ("nord/nl", "nord/fr/agenda", "nord/fr/contact"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "index.html").write_text("")
    offline = Offline(tmp_path, "https://h.example/p/")
    assert offline.link(url, "nord/fr/contact/index.html") == way
