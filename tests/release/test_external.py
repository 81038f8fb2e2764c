"""Links that leave the sites, asked of a real server on loopback."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from macros.release.external import Dead, dead_links, external_links, in_ascii, report
from tests.conftest import ROOT, bassin
from tests.release.servers import free_port

pytestmark = pytest.mark.server


class Outside(BaseHTTPRequestHandler):
    """Pages that work, moved, are gone, refuse robots, or know only GET."""

    def do_HEAD(self) -> None:
        self.answer("HEAD")

    def do_GET(self) -> None:
        self.answer("GET")

    def answer(self, method: str) -> None:
        status = {"/gone": 404, "/robots": 403, "/moved": 302, "/erased": 410}.get(self.path, 200)
        if self.path == "/only-get" and method == "HEAD":
            status = 404
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/fine")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def outside() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Outside) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_only_what_leads_nowhere_is_dead(outside: str) -> None:
    closed = f"http://127.0.0.1:{free_port()}/"
    paths = ("/fine", "/moved", "/robots", "/only-get", "/gone", "/erased", "/é", "/l'été")
    links = {f"{outside}{path}": ["a/"] for path in paths} | {closed: ["b/"]}
    dead = {one.url: one.reason for one in dead_links(links)}
    assert dead.pop(closed).endswith("Connection refused")
    assert dead == {f"{outside}/gone": "404", f"{outside}/erased": "410"}


def test_links_between_the_sites_are_not_external(tmp_path: Path, outside: str) -> None:
    for host in ("www.a.brussels", "www.b.brussels"):
        (tmp_path / host / "x").mkdir(parents=True)
        (tmp_path / host / "x" / "index.html").write_text(
            f'<a class="c" href="{outside}/gone?a=1&amp;b=2#part">x</a>'
            '<a href="https://www.a.brussels/">sister</a><a href="../">up</a>'
            f'<link href="{outside}/style"><a href="{outside}/l\'été">y</a>'
        )
    links = external_links(tmp_path)
    pages = ["www.a.brussels/x/", "www.b.brussels/x/"]
    assert links == {f"{outside}/gone?a=1&b=2": pages, f"{outside}/l'été": pages}
    (tmp_path / "www.b.brussels" / "x" / "index.html").write_text(f'<a href="{outside}/gone">x</a>')
    done = bassin("links", str(tmp_path), cwd=ROOT)
    assert done.returncode == 1
    assert f"| {outside}/gone | `404` | www.b.brussels/x/ |" in done.stdout
    written = tmp_path / "report.md"
    assert bassin("links", str(tmp_path), "--report", str(written), cwd=ROOT).returncode == 0
    assert written.read_text() == done.stdout


def test_report_is_in_both_languages_and_short() -> None:
    text = report([Dead("https://x.example/", "404", ("a/", "b/", "c/", "d/"))])
    assert "ne mènent plus nulle part" in text
    assert "leiden nergens meer heen" in text
    assert "a/, b/, c/ … |" in text
    assert report([]) == ""


def test_addresses_with_accents_are_asked_for_as_browsers_do() -> None:
    address = in_ascii("https://santé.example:8080/l'été?q=œuvre&r=%C3%A9")
    assert address == "https://xn--sant-epa.example:8080/l'%C3%A9t%C3%A9?q=%C5%93uvre&r=%C3%A9"


def test_a_host_that_there_cannot_be_is_dead() -> None:
    url = "https://" + "a" * 64 + ".example/"
    assert [one.url for one in dead_links({url: ["a/"]})] == [url]
