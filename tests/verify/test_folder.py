"""A built site says what it is; without that, its home page tells."""

import json
from datetime import date
from pathlib import Path

from macros.verify.folder import BUILD, folders
from macros.verify.run import verify

HOME = '<html lang="nl"><head><link rel="canonical" href="https://www.example.org/"></head></html>'


def site(root: Path, name: str, **said: object) -> Path:
    folder = root / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(HOME, encoding="utf-8")
    (folder / "404.html").write_text(HOME, encoding="utf-8")
    if said:
        (folder / BUILD).parent.mkdir()
        (folder / BUILD).write_text(json.dumps(said), encoding="utf-8")
    return folder


def test_what_the_build_says_counts(tmp_path: Path) -> None:
    site(
        tmp_path,
        "nord/fr",
        language="fr",
        base="http://127.0.0.1/p/nord/fr/",
        counterpart="http://127.0.0.1/p/nord/nl/",
        network=["http://127.0.0.1/p/nord/fr/", "http://127.0.0.1/p/nord/nl/"],
        built="2025-04-01T00:00:00Z",
        preview=True,
    )
    (folder,) = folders(tmp_path)
    assert (folder.name, folder.lang, folder.is_preview) == ("nord/fr", "fr", True)
    assert folder.built == date(2025, 4, 1)
    assert folder.origins == {"http://127.0.0.1"}
    assert folder.file_at("http://127.0.0.1/p/nord/fr/caf%C3%A9/?q=1#a") == "café/index.html"
    assert folder.file_at("http://127.0.0.1/p/nord/nl/") is None


def test_without_it_the_home_page_counts(tmp_path: Path) -> None:
    site(tmp_path, "x")
    (tmp_path / "x" / BUILD).parent.mkdir()
    (tmp_path / "x" / BUILD).write_text("no JSON", encoding="utf-8")
    (folder,) = folders(tmp_path)
    assert (folder.lang, folder.base, folder.built) == ("nl", "https://www.example.org/", None)
    assert folder.url_of("a/index.html") == "https://www.example.org/a/"


def test_sites_inside_a_site_are_its_pages(tmp_path: Path) -> None:
    site(tmp_path, ".")
    site(tmp_path, "nl")
    assert [folder.name for folder in folders(tmp_path)] == [""]


def test_a_folder_without_sites(tmp_path: Path) -> None:
    assert [finding.rule for finding in verify(tmp_path)] == ["nothing-built"]


def test_workers_find_the_same(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        site(tmp_path, name)
    assert verify(tmp_path, jobs=3) == verify(tmp_path, jobs=1) != []
