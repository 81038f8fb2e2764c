"""What reviewers read about a proposal."""

from macros.project import Project
from macros.release.changes import changed_pages, report
from tests.conftest import ROOT, bassin


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


def test_summary_of_an_unknown_base_still_shows_parity() -> None:
    done = bassin("summary", "--base", "0" * 40, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert "commit de départ est inconnu" in done.stdout
    assert "begincommit is onbekend" in done.stdout
    assert done.stdout.count("\u00a0% |") == 10  # a firm space in Dutch too, as the check asks
    assert done.stdout.count("| Bassin Nord |") == done.stdout.count("| Zorgzone Noord |") == 1


def test_shards_name_every_site_once(project: Project) -> None:
    assert bassin("shards", cwd=ROOT).stdout.strip() == '[{"bassin": "", "lang": ""}]'
    listed = bassin("shards", "--fan-out", "true", cwd=ROOT).stdout
    for site in project.network.sites:
        assert listed.count(f'{{"bassin": "{site.bassin.id}", "lang": "{site.lang}"}}') == 1
