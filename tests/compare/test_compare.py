"""`bassin compare` over the sources of two bassins with a change in them."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from macros.cli import main
from macros.clock import EPOCH, epoch
from tests.conftest import ROOT
from tests.samples import TODAY, Project, project

__all__ = ["project"]
NEWS = "data/nord/news/2026-02-03-table.yml"
ITEM = """
title: {fr: Une table se réunit, nl: Een tafel komt samen}
slug: {fr: une-table-se-reunit, nl: een-tafel-komt-samen}
date: 2026-02-03
summary: {fr: La table se réunit., nl: De tafel komt samen.}
body:
  fr: |
    Les équipes veulent transmettre l’information entre services.

    Elles se revoient en mars 2026.
  nl: |
    De teams willen informatie tussen diensten doorgeven.

    In maart 2026 zien ze elkaar terug.
"""
Compare = Callable[..., html.HtmlElement]


@pytest.fixture
def repository(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project with the labels of the sites, committed in a repository of its own."""
    labels = project.root / "data/region/labels.yml"
    shutil.copy2(ROOT / "data/region/labels.yml", labels)
    project.write(NEWS, ITEM)
    project.page(
        "news/index.md", "Les actualités.\n\n{{ news() }}\n", "Het nieuws.\n\n{{ news() }}\n"
    )
    project.page(
        "contact.md", "Écrivez-nous.\n\n{{ contact() }}\n", "Mail ons.\n\n{{ contact() }}\n"
    )
    project.page(
        "partage.md",
        "Les actions avancent vite.\n\n{{ example_form() }}\n",
        "Snel.\n\n{{ example_form() }}\n",
    )
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    for arguments in (["init", "-q"], ["add", "data", "docs"], [*who, "commit", "-qm", "a"]):
        subprocess.run(["git", *arguments], cwd=project.root, check=True)
    monkeypatch.chdir(project.root)
    monkeypatch.setenv(EPOCH, str(epoch(TODAY)))
    return project.root


@pytest.fixture
def compare(repository: Path) -> Compare:
    def compared() -> html.HtmlElement:
        result = CliRunner().invoke(main, ["compare", "--base", "HEAD", "--out", "cmp"])
        assert result.exit_code == 0, result.output
        return html.fromstring((repository / "cmp/index.html").read_bytes())

    return compared


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _panels(page: html.HtmlElement, when: str) -> list[html.HtmlElement]:
    found: list[html.HtmlElement] = page.xpath(f"//div[contains(@class, '{when}')]/div")
    return found


def test_nothing_changed(compare: Compare) -> None:
    page = compare()
    assert "Aucune page ne change." in page.text_content()
    assert page.xpath("//section") == []


def test_a_changed_sentence_shows_before_and_after(repository: Path, compare: Compare) -> None:
    _change(repository / NEWS, "transmettre l’information entre services", "se parler souvent")
    page = compare()
    assert len(page.xpath("//section[@id]")) == 1
    before, after = _panels(page, "before"), _panels(page, "after")
    assert [panel.get("lang") for panel in before + after] == ["fr", "nl", "fr", "nl"]
    (gone,) = before[0].xpath(".//*[contains(@class, 'removed')]")
    assert "transmettre l’information" in " ".join(gone.text_content().split())
    (new,) = after[0].xpath(".//*[contains(@class, 'added')]")
    assert "se parler souvent" in " ".join(new.text_content().split())
    assert not after[1].xpath(".//*[contains(@class, 'added')]")


def test_a_new_regional_item_shows_once(repository: Path, compare: Compare) -> None:
    (repository / "data/region/news").mkdir()
    (repository / "data/region/news/2026-02-04-essai.yml").write_text(
        "title: {fr: Un essai utile, nl: Een nuttige proef}\n"
        "slug: {fr: un-essai-utile, nl: een-nuttige-proef}\ndate: 2026-02-04\n"
        "summary: {fr: Résumé de cet essai., nl: Samenvatting van de proef.}\n"
        "body: {fr: Premier texte., nl: Eerste tekst.}\n",
        encoding="utf-8",
    )
    page = compare()
    (section,) = page.xpath("//section[@id]")
    assert section.findtext("h2") == "Un essai utile | Een nuttige proef"
    assert [panel.text_content().strip() for panel in _panels(page, "before")] == [
        "Cette page n’existait pas.",
        "Deze pagina bestond niet.",
    ]
    assert "Premier texte." in _panels(page, "after")[0].text_content()
    assert section.xpath("p[@class='place']")[0].text_content().count("|") == 2
    # The lists that show it are named, not shown.
    assert "Une page | Een pagina" in page.xpath("//section[last()]")[0].text_content()


def test_a_removed_item(repository: Path, compare: Compare) -> None:
    (repository / NEWS).unlink()
    page = compare()
    assert [panel.text_content().strip() for panel in _panels(page, "after")] == [
        "Cette page n’existe plus.",
        "Deze pagina bestaat niet meer.",
    ]


def test_shared_data_shows_the_pages_that_use_it(repository: Path, compare: Compare) -> None:
    _change(repository / "data/sud/bassin.yml", "+32 2 318 60 57", "+32 2 318 60 58")
    page = compare()
    shown = page.xpath("//section[@id]/p[@class='place']")
    assert any("docs/fr/contact.md" in place.text_content() for place in shown)
    assert all("Sud" in place.text_content() for place in shown)


def test_a_finding_stands_at_the_line_of_an_unreadable_file(
    repository: Path, compare: Compare
) -> None:
    (repository / "data/nord/news/2026-02-04-essai.yml").write_text(
        "title:\n  fr: Un essai\nslug: {fr: un-essai, nl: een-proef}\ndate: 2026-02-04\n"
        "summary: {fr: Résumé., nl: Samenvatting.}\nbody: {fr: Texte., nl: Tekst.}\n",
        encoding="utf-8",
    )
    page = compare()
    (line,) = page.xpath("//ol[@class='source']/li[aside]")
    assert line.findtext("code") == "title:"
    assert "‘title’" in line.text_content()


def test_a_finding_stands_below_its_words(repository: Path, compare: Compare) -> None:
    file = repository / "docs/nl/contact.md"
    text = file.read_text(encoding="utf-8").rstrip("\n")
    file.write_text(
        f"{text}\n\nBel gerust onze lange dienst {{{{ foon() }}}} op.\n", encoding="utf-8"
    )
    page = compare()
    (note, *_) = page.xpath("//aside[contains(., 'foon')]")
    assert "error" in note.get("class")
    assert note.xpath("ancestor::div[@lang='nl']")


def test_a_finding_in_data_stands_on_its_side(repository: Path, compare: Compare) -> None:
    _change(repository / NEWS, "In maart 2026", "Op 3 maart")
    page = compare()
    (note,) = page.xpath("//aside[contains(., '3 maart') and contains(., 'geen jaartal')]")
    assert [panel.get("lang") for panel in note.xpath("ancestor::div[@lang]")] == ["nl"]
    assert "Op 3 maart" in note.xpath("preceding-sibling::p[1]")[0].text_content()


def test_the_page_opens_without_a_server(repository: Path, compare: Compare) -> None:
    _change(repository / "docs/fr/partage.md", "Les actions avancent", "Les actions marchent")
    page = compare()
    assert page.xpath("//script") == []
    for style in page.xpath("//link[@rel='stylesheet']/@href"):
        assert (repository / "cmp" / style).is_file()
    for link in page.xpath("//div[contains(@class, 'panel')]//a/@href"):
        assert link.startswith(("https://", "mailto:", "tel:")), link
    assert page.xpath("//textarea")
    assert page.xpath("//textarea[not(@disabled)]") == []


def test_a_link_in_the_place_of_a_file_shows_nothing(repository: Path, compare: Compare) -> None:
    secret = repository.parent / "secret.md"
    secret.write_text("Mot de passe", encoding="utf-8")
    page = repository / "docs/fr/contact.md"
    page.unlink()
    page.symlink_to(secret)
    shown = compare().text_content()
    assert "(symbolische link)" in shown
    assert "Mot de passe" not in shown


@pytest.mark.parametrize("name", ["docs", "data"])
def test_a_file_in_the_place_of_all_sources_is_shown(
    repository: Path, compare: Compare, name: str
) -> None:
    shutil.rmtree(repository / name)
    (repository / name).write_text("x", encoding="utf-8")
    assert "Deze pagina bestaat niet meer." in compare().text_content()


def test_a_name_that_is_no_text_is_shown_as_far_as_it_is(
    repository: Path, compare: Compare
) -> None:
    (repository / os.fsdecode(b"docs/fr/caf\xe9.md")).write_text("x", encoding="utf-8")
    assert "docs/fr/caf?.md" in compare().text_content()


def test_a_page_that_can_no_longer_be_read_says_why(repository: Path, compare: Compare) -> None:
    _change(repository / "docs/nl/contact.md", "title:", "titel:")
    notes = compare().xpath("//aside[contains(., 'docs/nl/contact.md:2')]")
    assert any("De sleutel ‘titel’ bestaat hier niet" in note.text_content() for note in notes)


@pytest.mark.usefixtures("repository")
def test_an_unknown_revision() -> None:
    for revision in ("nowhere", "--output=x"):
        result = CliRunner().invoke(main, ["compare", f"--base={revision}"])
        assert result.exit_code == 2
        assert "git kent deze revisie niet" in result.output
