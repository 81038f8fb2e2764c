"""What a site says of its build."""

import json
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

from macros.output import addresses, well_known
from macros.site.network import Network, Site
from tests.one_of_each import TODAY
from tests.samples import Project


def test_commit_of_a_repository(tmp_path: Path) -> None:
    assert well_known.commit(tmp_path) is None
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for arguments in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "x"]):
        subprocess.run([*git, *arguments], check=True)
    assert len(well_known.commit(tmp_path) or "") == 40


def test_build_time_and_parity_are_given(network: Network, fr: Site, tmp_path: Path) -> None:
    edition = well_known.edition(network, tmp_path, 1_743_501_600)
    said = json.loads(well_known.build(network, fr, replace(edition, agreed={"nord": 98})))
    assert said["built"] == "2025-04-01T10:00:00Z"
    assert said["parity"] == 100.0
    assert said["agreed"] == 98
    assert said["commit"] is None
    assert said["counterpart"] == "https://www.zorgzone-noord.example.org/"


def test_parity_counts_pages_without_counterpart(sample: Project) -> None:
    sample.page("seule.md", fr="Texte", nl=None)
    network = sample.sources(TODAY).network
    pages = sum(len(site.pages) for site in network.sites)
    assert well_known.parity(network) == round(100 * (pages - 2) / pages, 1)


def test_a_preview_keeps_robots_out(network: Network, fr: Site) -> None:
    preview = Network(network.content, network.sites, network.today, "http://127.0.0.1/x")
    assert addresses.robots(preview, fr) == b"User-agent: *\nDisallow: /\n"


def test_news_of_tomorrow_has_no_date_of_change_yet(fr: Site) -> None:
    page = fr.pages["news/2025-03-14-helpdesk"]
    assert addresses.last_change(fr, page, date(2025, 3, 14)) == date(2025, 3, 14)
    assert addresses.last_change(fr, page, date(2025, 3, 13)) is None
    assert addresses.last_change(fr, fr.pages["index"], TODAY) is None
