"""An editor's visit: open the local repository, change a news item in both languages, save.

The folder picker of the browser cannot be driven by a test. In its place the test hands over a
folder of the browser's own file system: the same interface, real reading and writing.
"""

import functools
import http.server
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from macros.cli import main
from macros.content.load import load
from macros.project import check
from tests.conftest import ROOT, TODAY

pytestmark = [pytest.mark.browser, pytest.mark.server]
NEWS = "data/nord-est/news/2024-09-23-sante-mentale-accessibilite.yml"
ENTRY = "#/collections/nord-est-news/entries/2024-09-23-sante-mentale-accessibilite"
WRITE = """async files => {
  const top = await navigator.storage.getDirectory();
  const repository = await top.getDirectoryHandle("repository", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/"), name = parts.pop();
    let folder = repository;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""
READ = """async path => {
  const parts = path.split("/"), name = parts.pop();
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("repository");
  for (const part of parts) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(name)).getFile()).text();
}"""
PICKER = """window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle("repository");"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address(project_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The pages of `bassin admin`, served on this machine."""
    (project_copy / "node_modules").symlink_to(ROOT / "node_modules")
    monkeypatch.chdir(project_copy)
    result = CliRunner().invoke(main, ["admin", "--out", "admin"])
    assert result.exit_code == 0, result.output
    handler = functools.partial(_Quiet, directory=str(project_copy / "admin"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def page(launch: Callable[..., Browser]) -> Iterator[Page]:
    browser = launch()
    visitor = browser.new_context(locale="nl-BE", viewport={"width": 1500, "height": 1000})
    yield visitor.new_page()
    browser.close()


def _open(page: Page, address: str, root: Path) -> None:
    """Hand the sources of a bassin to the browser and let the system open them."""
    files = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((root / "data/nord-est").rglob("*.yml"))
    }
    page.goto(address + "sveltia-cms.LICENSE.txt")
    page.evaluate(WRITE, {**files, ".git/HEAD": "ref: refs/heads/main\n"})
    page.add_init_script(PICKER)
    page.goto(address)
    page.get_by_role("button", name="lokale").click(timeout=30_000)
    page.wait_for_url(re.compile("#/collections"))


def test_a_news_item_is_edited_in_both_languages(
    project_copy: Path, address: str, page: Page
) -> None:
    foreign: list[str] = []
    page.on("requestfinished", lambda r: foreign.append(r.url))
    _open(page, address, project_copy)
    page.goto(address + ENTRY)
    french = page.locator('section[data-key-path="title.fr"] input').first
    dutch = page.locator('section[data-key-path="title.nl"] input').first
    expect(french).to_have_value(re.compile("Santé mentale"), timeout=30_000)
    left, right = french.bounding_box(), dutch.bounding_box()
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] < right["x"]
    french.fill("Santé mentale\u00a0: rendre l’accès plus simple")
    dutch.fill("Geestelijke gezondheid: de toegang vereenvoudigen")
    page.get_by_role("button", name="Opslaan").click()
    page.wait_for_url(re.compile("nord-est-news/?$"), timeout=30_000)
    (project_copy / NEWS).write_text(page.evaluate(READ, NEWS), encoding="utf-8")
    assert [url for url in foreign if not url.startswith((address, "blob:", "data:"))] == []

    before, _ = load(ROOT)
    after, _ = load(project_copy)
    old = next(item for item in before.own["nord-est"].news if item.origin.file == NEWS)
    new = next(item for item in after.own["nord-est"].news if item.origin.file == NEWS)
    assert new.title.fr == "Santé mentale\u00a0: rendre l’accès plus simple"
    assert new.title.nl == "Geestelijke gezondheid: de toegang vereenvoudigen"
    # Nothing else has changed on the way through the forms.
    kept = {"title", "allow"}
    assert new.model_dump(exclude=kept) == old.model_dump(exclude=kept)
    found = [f.text() for f in check(project_copy, TODAY) if f.severity == "error"]
    assert found == []


def test_an_event_and_the_state_of_an_action_are_announced(
    project_copy: Path, address: str, page: Page
) -> None:
    _open(page, address, project_copy)
    page.goto(address + "#/collections/nord-est-events/new")
    written = {
        "title.fr": ("input", "Une matinée d’échange"),
        "title.nl": ("input", "Een ochtend om uit te wisselen"),
        "slug.fr": ("input", "matinee-d-echange"),
        "slug.nl": ("input", "uitwisselingsochtend"),
        "summary.fr": ("textarea", "Les services du quartier se rencontrent."),
        "summary.nl": ("textarea", "De diensten van de wijk ontmoeten elkaar."),
        "start": ("input", "2025-06-03 09:30"),
    }
    for key, (kind, value) in written.items():
        page.locator(f'section[data-key-path="{key}"] {kind}').first.fill(value, timeout=30_000)
    page.get_by_role("button", name="Opslaan").click()
    file = "data/nord-est/events/2025-06-03-matinee-d-echange.yml"
    page.wait_for_url(re.compile("nord-est-events/?$"), timeout=30_000)
    (project_copy / file).write_text(page.evaluate(READ, file), encoding="utf-8")

    page.goto(address + "#/collections/nord-est-progress/new")
    page.get_by_role("radio", name="running").click(timeout=30_000)
    for lang, text in (("fr", "Deux tables se parlent."), ("nl", "Twee tafels praten.")):
        page.locator(f'section[data-key-path="note.{lang}"] textarea').first.fill(text)
    slug = page.get_by_role("textbox", name="Slug")
    slug.fill("diagnostic")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("Geen gewestelijke actie heet zo").first).to_be_visible()
    slug.fill("diagnostics")
    page.get_by_role("button", name="Opslaan").click()
    file = "data/nord-est/progress/diagnostics.yml"
    page.wait_for_url(re.compile("nord-est-progress/?$"), timeout=30_000)
    (project_copy / file).write_text(page.evaluate(READ, file), encoding="utf-8")
    found = [f.text() for f in check(project_copy, TODAY) if f.severity == "error"]
    assert found == []
