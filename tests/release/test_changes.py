"""What reviewers read about a proposal."""

import subprocess
from pathlib import Path

from macros.project import Project
from macros.release.changes import changed_files, changed_pages, report
from tests.conftest import ROOT, bassin


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *words]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_pages_are_listed_in_both_languages_with_their_addresses(project: Project) -> None:
    news = next(p for p in project.network.sites[0].pages.values() if p.file.startswith("data/"))
    shared = "docs/nl/contact.md"
    french = changed_pages(project.network, {news.file, shared}, "fr")
    dutch = changed_pages(project.network, {news.file, shared}, "nl")
    assert news.title in {page.title for page in french}
    # A file of one language changes pages of that language alone: the parity stands beside it.
    assert "Contact" not in {page.title for page in french}
    contact = next(page for page in dutch if page.title == "Contact")
    assert len(contact.urls) == 5
    assert contact.urls[0][1] == "https://www.zorgzone-noord.brussels/contact/"
    text = report(project.network, {news.file, shared, "mkdocs.yml"}, [], [])
    assert text.index("Ce qui change") < text.index("Wat verandert")
    assert text.count("- `mkdocs.yml`") == 2
    assert "rien à redire" in text
    assert "niets op te merken" in text
    assert "https://www.zorgzone-noord.brussels/contact/" in text


def test_files_of_a_branch_since_it_left(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "a.md").write_text("a")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    git(tmp_path, "checkout", "-qb", "proposal")
    (tmp_path / "été.md").write_text("b")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "second")
    git(tmp_path, "checkout", "-q", "main")
    (tmp_path / "later.md").write_text("c")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "third")
    git(tmp_path, "checkout", "-q", "proposal")
    assert changed_files(tmp_path, "main") == {"été.md"}
    assert changed_files(tmp_path, "0" * 40) is None
    assert changed_files(tmp_path, "--output=stolen") is None
    assert not (tmp_path / "stolen").exists()


def test_summary_of_an_unknown_base_still_shows_parity() -> None:
    done = bassin("summary", "--base", "0" * 40, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert "commit de départ est inconnu" in done.stdout
    assert "begincommit is onbekend" in done.stdout
    assert done.stdout.count("| Bassin Nord |") == done.stdout.count("| Zorgzone Noord |") == 1


def test_shards_name_every_site_once(project: Project) -> None:
    assert bassin("shards", cwd=ROOT).stdout.strip() == '[{"bassin": "", "lang": ""}]'
    listed = bassin("shards", "--fan-out", "true", cwd=ROOT).stdout
    for site in project.network.sites:
        assert listed.count(f'{{"bassin": "{site.bassin.id}", "lang": "{site.lang}"}}') == 1
