"""Links of a preview that opens from a folder; a whole one is read in test_workflows.py."""

from pathlib import Path

import pytest

from macros.project import Project
from macros.release.preview import FOR_EDITORS, Offline, write_chooser


def test_the_first_page_leads_editors_to_what_is_there(tmp_path: Path, project: Project) -> None:
    bassins = project.network.content.bassins
    write_chooser(bassins, tmp_path)
    assert "status/" not in (tmp_path / "index.html").read_text()
    for name in FOR_EDITORS:
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text("")
    write_chooser(bassins, tmp_path)
    page = (tmp_path / "index.html").read_text()
    for words in ('<a href="status/">', '<a href="compare/">', "Voor en na", "Stand van beide"):
        assert words in page
    assert "worden niet gebouwd" in page
    (tmp_path / "nord").mkdir()
    write_chooser(bassins, tmp_path)
    page = (tmp_path / "index.html").read_text()
    assert 'href="nord/nl/"' in page
    assert "sud/" not in page
    assert "worden niet gebouwd" not in page


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
        ("%2Fetc/hostname", None),
        ("http://[x", None),
    ],
)
def test_ways(tmp_path: Path, url: str, way: str | None) -> None:
    for place in ("nord/nl", "nord/fr/agenda", "nord/fr/contact"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "index.html").write_text("")
    offline = Offline(tmp_path, "https://h.example/p/")
    assert offline.link(url, "nord/fr/contact/index.html") == way
