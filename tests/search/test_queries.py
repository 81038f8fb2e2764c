"""What people type leads to what they need: sixty judged queries in each language.

Each runs in a real browser on the search page of a real site. The right page has to be among the
first three results for 95 % of them.
"""

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from macros.language import LANGS, Lang
from macros.project import Project
from macros.search.record import records
from macros.site.network import Site

pytestmark = [pytest.mark.build, pytest.mark.browser]
HERE = Path(__file__).parent
SHARE = 0.95
SEARCH = """
async (query) => {
  const status = document.querySelector("#search [role=status]");
  status.textContent = "";
  const told = new Promise((tell) => {
    const watcher = new MutationObserver(() => {
      if (status.textContent.includes(query)) { watcher.disconnect(); tell(); }
    });
    watcher.observe(status, { childList: true, characterData: true, subtree: true });
  });
  document.querySelector("#search input").value = query;
  document.querySelector("#search form").requestSubmit();
  await told;
  const links = document.querySelectorAll(".search-results section:not([hidden]) li > a");
  return [...links].map((link) => link.href);
}
"""


def judged(lang: Lang) -> list[dict[str, Any]]:
    text = (HERE / f"queries_{lang}.yml").read_text("utf-8")
    found: list[dict[str, Any]] = yaml.safe_load(text)
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_sixty_queries_of_a_language_are_judged_once_each(lang: Lang, project: Project) -> None:
    queries = judged(lang)
    assert len({(entry["query"], entry.get("bassin")) for entry in queries}) >= 60
    for bassin in project.network.content.bassins:
        site = project.network.site(bassin.id, lang)
        known = {record.key for record in records(project.network, site)}
        for entry in queries:
            if entry.get("bassin", "nord-est") == bassin.id:
                assert set(entry["pages"]) <= known


@pytest.mark.parametrize("lang", LANGS)
def test_the_right_page_is_among_the_first_three(
    lang: Lang, project: Project, chromium: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    missed = []
    queries = judged(lang)
    pages: dict[str, tuple[Page, dict[str, str]]] = {}
    for entry in queries:
        bassin = entry.get("bassin", "nord-est")
        if bassin not in pages:
            site = project.network.site(bassin, lang)
            page = chromium.new_page(ignore_https_errors=True)
            pages[bassin] = (page, _opened(page, project, site))
        page, keys = pages[bassin]
        found = [keys.get(link, link) for link in page.evaluate(SEARCH, entry["query"])]
        if not set(entry["pages"]) & set(found[:3]):
            missed.append((entry["query"], found[:3]))
    for page, _ in pages.values():
        page.close()
    right = len(queries) - len(missed)
    with capsys.disabled():
        share = f"{100 * right / len(queries):.0f} %"
        sys.stdout.write(f"\nsearch, {lang}: {right} of {len(queries)} right ({share})\n")
        for query, found in missed:
            sys.stdout.write(f"  missed: {query} → {found}\n")
    assert right >= SHARE * len(queries), missed


def _opened(page: Page, project: Project, site: Site) -> dict[str, str]:
    """Open the search page of a site; returns the keys of what can be found by URL."""
    page.goto(site.url("search"))
    return {site.base + record.url: record.key for record in records(project.network, site)}
