"""A real Chromium and a real server that shows the ten sites under their own names."""

import ipaddress
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros.project import Project
from macros.release.caddyfile import POLICY
from macros.site.network import Site
from tests.conftest import ROOT


class _Sites(SimpleHTTPRequestHandler):
    """Serves `<folder>/<Host header>/<path>`, with the 404 page of the site.

    What a page does against the content security policy of the real server is an error.
    """

    def translate_path(self, path: str) -> str:
        host = self.headers.get("Host", "").partition(":")[0]
        return super().translate_path(f"/{host}{path}")

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.translate_path("/404.html"))
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, *_: object) -> None:
        """Keep quiet: a test says what went wrong."""


@pytest.fixture(scope="session")
def port(ten_sites: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of the server."""
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    name = ("-subj", "/CN=sites", "-days", "2", "-keyout", str(key), "-out", str(certificate))
    subprocess.run(
        ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *name),
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    loopback = str(ipaddress.IPv4Address("127.0.0.1"))
    server = ThreadingHTTPServer((loopback, 0), partial(_Sites, directory=str(ten_sites)))
    server.daemon_threads = True
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def chromium(port: int, launch: Callable[..., Browser]) -> Iterator[Browser]:
    """Chromium, for which every host is the server."""
    browser = launch(f"--host-resolver-rules=MAP * 127.0.0.1:{port}")
    yield browser
    browser.close()


RULES = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules of axe that look at colours; a theme changes nothing else of a page."""


def faults(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """Let axe look at a page as it stands."""
    found: Any = page.evaluate(
        "rules => axe.run({runOnly: rules, resultTypes: ['violations']})", rules
    )
    return [
        f"{page.url} {rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@dataclass
class Visit:
    """A browser window, and what went wrong or left the site while it was open."""

    context: BrowserContext
    page: Page
    errors: list[str]
    requests: list[str]

    def go(self, url: str) -> None:
        """Open a page; its scripts have run."""
        self.page.goto(url)


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Callable[..., Visit]:
    """Open windows; `width`, `scheme` and `scripts` say what the visitor has."""
    axe = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")

    def start(width: int = 1280, scheme: Any = "light", *, scripts: bool = True) -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
            ignore_https_errors=True,
            reduced_motion="reduce",
        )
        context.add_init_script(axe)
        window = Visit(context, context.new_page(), [], [])
        window.page.on(
            "console",
            lambda message: (
                window.errors.append(message.text) if message.type in ("error", "warning") else None
            ),
        )
        window.page.on("pageerror", lambda error: window.errors.append(str(error)))
        window.page.on("request", lambda request: window.requests.append(request.url))
        return window

    return start


@pytest.fixture
def visit(windows: Callable[..., Visit]) -> Iterator[Callable[..., Visit]]:
    """Open windows that close after the test."""
    opened: list[Visit] = []

    def start(*arguments: Any, **options: Any) -> Visit:
        opened.append(windows(*arguments, **options))
        return opened[-1]

    yield start
    for window in opened:
        window.context.close()


@pytest.fixture(scope="session", params=["fr", "nl"])
def site(request: pytest.FixtureRequest, project: Project) -> Site:
    """One French and one Dutch site, of different bassins."""
    lang = request.param
    return project.network.site("nord-est" if lang == "fr" else "sud-est", lang)


def one_of_each(site: Site) -> list[str]:
    """Return the URLs of all written pages, one of each generated kind, and a missing page.

    The guide for editors is one kind of page.
    """
    kinds = {page.kind: page.key for page in site.pages.values() if page.is_generated}
    written = [
        page.key
        for page in site.pages.values()
        if not page.is_generated and not page.is_for_editors
    ]
    guide = [page.key for page in site.pages.values() if page.is_for_editors][:2]
    return [*(site.url(key) for key in (*written, *guide, *kinds.values())), f"{site.base}x/"]
