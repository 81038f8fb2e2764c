"""The newsletter holds the period and the weeks after it, nothing else."""

from datetime import date
from pathlib import Path

import pytest
from lxml import html as lxml_html

from macros.output import digest
from macros.site.network import Network, Site
from tests.conftest import ROOT, bassin
from tests.samples import sample


def test_news_of_the_period_and_meetings_after_it(network: Network, fr: Site) -> None:
    made = digest.digest(network, fr, date(2025, 3, 15), date(2025, 4, 1), weeks=4)
    assert [item.id for item in made.news] == ["2025-03-20-region"]
    assert [m.day.isoformat() for m in made.meetings] == ["2025-04-02", "2025-04-25"]


def test_a_period_that_ends_before_it_starts(network: Network, fr: Site) -> None:
    with pytest.raises(ValueError, match="2025-04-01"):
        digest.digest(network, fr, date(2025, 4, 2), date(2025, 4, 1), weeks=4)


def test_a_period_may_last_until_the_end_of_the_calendar(network: Network, fr: Site) -> None:
    made = digest.digest(network, fr, date(2025, 3, 15), date.max, weeks=520)
    assert (len(made.news), made.meetings) == (1, ())


def test_nothing_new_is_said(network: Network, nl: Site) -> None:
    made = digest.digest(network, nl, date(2030, 1, 1), date(2030, 1, 31), weeks=4)
    text = digest.text(network, nl, made)
    assert "Geen nieuws." in text
    assert "Er is niets aangekondigd." in text


def test_html_loads_nothing_and_links_are_absolute(network: Network, fr: Site) -> None:
    made = digest.digest(network, fr, date(2025, 3, 1), date(2025, 4, 1), weeks=90)
    page = lxml_html.document_fromstring(digest.html(network, fr, made))
    assert not page.xpath("//@src | //link | //script | //style")
    links = page.xpath("//a/@href")
    assert links
    assert all(str(link).startswith(("https://", "mailto:")) for link in links)
    assert "Le helpdesk & vous" in page.text_content()
    assert "(Annulé)" in page.text_content()


def test_text_lines_are_short(network: Network, fr: Site) -> None:
    made = digest.digest(network, fr, date(2025, 3, 1), date(2025, 4, 1), weeks=90)
    text = digest.text(network, fr, made)
    assert "&amp;" not in text
    assert all(len(line) <= 78 for line in text.splitlines() if "https://" not in line)


def test_command_writes_both_files(tmp_path: object) -> None:
    arguments = ("--bassin", "nord", "--lang", "nl", "--from", "2025-03-01", "--to", "2025-03-31")
    done = bassin("digest", *arguments, "--out", str(tmp_path), cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [line.rpartition(".")[2] for line in done.stdout.split()] == ["html", "txt"]


def test_a_word_that_is_missing_is_named_and_nothing_written(tmp_path: Path) -> None:
    sample(tmp_path)
    arguments = ("--bassin", "nord", "--lang", "nl", "--from", "2025-03-01", "--to", "2025-03-31")
    done = bassin("digest", *arguments, cwd=tmp_path)
    assert done.returncode == 1
    assert "‘digest_title’ ontbreekt in data/region/labels.yml" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "digest").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--bassin", "nrod", "--lang", "nl", "--from", "2025-03-01", "--to", "2025-03-31"),
        ("--bassin", "nord", "--lang", "nl", "--from", "2025-03-31", "--to", "2025-03-01"),
        ("--bassin", "nord", "--lang", "nl", "--from", "31/03/2025", "--to", "2025-03-01"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert bassin("digest", *arguments, cwd=ROOT).returncode == 2
