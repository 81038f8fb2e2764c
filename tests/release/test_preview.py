"""A preview that opens from a folder, without any server."""

import re
from pathlib import Path

import pytest

from macros.project import Project
from macros.release.preview import FOR_EDITORS, Offline, write_chooser
from tests.conftest import ROOT, bassin

BASE = "https://someone.example/pages/bassins"
LINK = re.compile(r'<(?:a|link|script|img)\s[^>]*?(?:href|src)="([^"]*)"')


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of all sites, with links that need no server."""
    folder = tmp_path_factory.mktemp("preview") / "preview"
    words = ("--preview", BASE, "--out", str(folder))
    done = bassin("build", *words, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    done = bassin("preview", str(folder), "--base", BASE, "--offline", cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.build
def test_every_link_leads_to_a_file(built: Path) -> None:
    asked = 0
    for page in (built / "nord").rglob("*.html"):
        for url in LINK.findall(page.read_text()):
            path = url.partition("#")[0]
            if path and ":" not in path and path != "/":
                assert (page.parent / path).is_file(), (page, url)
                asked += 1
    assert asked > 2000


@pytest.mark.build
def test_counterparts_are_linked_as_files(built: Path) -> None:
    page = (built / "nord" / "fr" / "contact" / "index.html").read_text()
    assert 'href="../../nl/contact/index.html"' in page
    assert "noindex" in page


@pytest.mark.build
def test_the_first_page_leads_to_every_site(built: Path, project: Project) -> None:
    page = (built / "index.html").read_text()
    for site in project.network.sites:
        assert f'href="{site.bassin.id}/{site.lang}/' in page
        assert site.bassin.name[site.lang] in page
    assert "noindex" in page


def test_the_first_page_leads_editors_to_what_is_there(tmp_path: Path, project: Project) -> None:
    write_chooser(project.network, tmp_path)
    assert "status/" not in (tmp_path / "index.html").read_text()
    for name in FOR_EDITORS:
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text("")
    write_chooser(project.network, tmp_path)
    page = (tmp_path / "index.html").read_text()
    for words in ('<a href="status/">', '<a href="compare/">', "Voor en na", "Stand van beide"):
        assert words in page
    assert "worden niet gebouwd" in page
    (tmp_path / "nord").mkdir()
    write_chooser(project.network, tmp_path)
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
    ],
)
def test_ways(tmp_path: Path, url: str, way: str | None) -> None:
    for place in ("nord/nl", "nord/fr/agenda", "nord/fr/contact"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "index.html").write_text("")
    offline = Offline(tmp_path, "https://h.example/p/")
    assert offline.link(url, "nord/fr/contact/index.html") == way
