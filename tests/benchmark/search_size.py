"""What a first search costs a visitor, and an index the build, at 70 and at 2,000 pages a site.

Run from the project: `.venv/bin/python tests/benchmark/search_size.py`. News are made of the
sentences of the real ones and of rare words, so that the vocabulary grows with the site as it
does in life. Bytes are those over the wire: programs and JSON as gzip, the index as it is stored.
"""

import functools
import gzip
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF
from typing import ClassVar

import yaml
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table

from macros.language import LANGS, Lang
from macros.project import Project, prepare
from macros.search import bundle

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("docs", "data", "overrides", "mkdocs.yml")
DAY = date(2026, 1, 1)
BASSIN = "nord"
SIZES = (0, 1930)
"""News besides the real ones."""
LIMIT = 200_000
QUERIES: dict[Lang, tuple[str, ...]] = {
    "fr": ("santé", "accès aux soins", "helpdesk", "prévention à Jette"),
    "nl": ("gezondheid", "toegang tot zorg", "helpdesk", "preventie in Jette"),
}
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "bra")


def copied(folder: Path, news: int) -> Path:
    """Copy the sources with more news."""
    for name in SOURCES:
        source = ROOT / name
        target = folder / name
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy2(source, target)
    (folder / "macros").symlink_to(ROOT / "macros")
    chance = random.Random(4)
    sentences = {lang: list(_sentences(lang)) for lang in LANGS}
    for number in range(news):
        _write_news(folder, number, sentences, chance)
    return folder


def _sentences(lang: Lang) -> Iterator[str]:
    for file in sorted((ROOT / "data").glob("*/*/*.yml")):
        item = yaml.safe_load(file.read_text("utf-8"))
        for field in ("summary", "body"):
            text = " ".join((item.get(field) or {}).get(lang, "").split())
            yield from (f"{part}." for part in text.split(". ") if 40 < len(part) < 200)


def _write_news(
    folder: Path, number: int, sentences: dict[Lang, list[str]], chance: random.Random
) -> None:
    day = DAY - timedelta(days=number % 1500)
    rare = ["".join(chance.choices(SYLLABLES, k=4)).capitalize() for _ in range(4)]
    body = {
        lang: " ".join([*chance.choices(sentences[lang], k=9), *(f"{word}." for word in rare)])
        for lang in LANGS
    }
    item = {
        "title": {
            lang: f"{' '.join(chance.choice(sentences[lang]).split()[:6]).strip('.')} {rare[0]}"
            for lang in LANGS
        },
        "slug": dict.fromkeys(LANGS, f"essai-{number}"),
        "date": day,
        "summary": {lang: chance.choice(sentences[lang]) for lang in LANGS},
        "body": body,
    }
    path = folder / "data" / BASSIN / "news" / f"{day}-essai-{number}.yml"
    path.write_text(yaml.safe_dump(item, allow_unicode=True, sort_keys=False), "utf-8")


def build_index(project: Project, lang: Lang, folder: Path) -> float:
    """Put the index of a project into a built site; returns its seconds of processor time."""
    started = _processor_time()
    files = bundle.write(project.network, project.network.site(BASSIN, lang))
    seconds = _processor_time() - started
    shutil.rmtree(folder / bundle.FOLDER)
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return seconds


def _processor_time() -> float:
    """Return what this process and those that it has ended have used."""
    own, ended = (resource.getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime


class _Handler(SimpleHTTPRequestHandler):
    """Serves files and remembers which were asked for."""

    asked: ClassVar[list[Path]] = []

    def log_message(self, *_args: object) -> None:
        """Stay silent."""

    def do_GET(self) -> None:
        """Serve a file."""
        self.asked.append(Path(self.translate_path(self.path)))
        super().do_GET()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on the loopback interface."""
    handler = functools.partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def first_search(browser: Browser, address: str, query: str) -> tuple[int, int]:
    """Return the bytes and the requests of a first search, with the script of the page."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    before = {file for file in _Handler.asked if file.name != "search.js"}
    page.fill("#search input", query)
    page.press("#search input", "Enter")
    page.locator(".search-results section:not([hidden]) li").first.wait_for()
    context.close()
    loaded = [file for file in _Handler.asked if file not in before]
    _Handler.asked.clear()
    return sum(map(_on_the_wire, loaded)), len(loaded)


def _on_the_wire(file: Path) -> int:
    """Return the size of a file as servers send it; the index is stored compressed."""
    body = file.read_bytes()
    stored = file.suffix.startswith(".pf_") or file.suffix == ".pagefind"
    return len(body if stored else gzip.compress(body, mtime=0))


def measure(news: int, sites: Path, browser: Browser, table: Table) -> bool:
    """Add the rows of one size; tells whether all stay within the limit."""
    within = True
    with tempfile.TemporaryDirectory() as made:
        project = prepare(copied(Path(made), news), DAY)
    for lang in LANGS:
        site = project.network.site(BASSIN, lang)
        seconds = build_index(project, lang, sites / site.host)
        with served(sites / site.host) as base:
            for query in QUERIES[lang]:
                size, requests = first_search(browser, base + site.pages["search"].url, query)
                within &= size <= LIMIT
                figures = (len(site.pages), lang, query, size // 1000, requests)
                table.add_row(*map(str, figures), f"{seconds:.2f}")
    return within


def main() -> None:
    """Print the table; ends with 1 when a first search is too heavy."""
    table = Table("pages", "lang", "first search", "kB", "requests", "index (CPU s)", box=None)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        sites = Path(made) / "site"
        command = [sys.executable, "-m", "macros", "build", "--bassin", BASSIN, "--out", str(sites)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        results = [measure(news, sites, browser, table) for news in SIZES]
        browser.close()
    Console().print(table)
    raise SystemExit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
