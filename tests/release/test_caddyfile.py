"""The rules of the web server, asserted by real requests to a real Caddy."""

import gzip
import json
import os
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

import brotli
import pytest

from macros.project import Project
from macros.release.caddyfile import POLICY, token
from macros.release.parcel import parcel
from macros.site.redirects import rules as rules_of
from tests.conftest import ROOT, bassin
from tests.release.conftest import make_build
from tests.release.servers import Web, web_server

pytestmark = pytest.mark.server

COMMIT = "c" * 40
HASHED = f"/assets/main.{COMMIT[:8]}.css"


@dataclass
class Answer:
    """What came back: status, headers and body."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Client:
    """Asks the web server for pages of its hosts."""

    web: Web
    hosts: list[str]
    root: Path

    def get(
        self, path: str = "/", host: str | None = None, method: str = "GET", **headers: str
    ) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.web.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Host": host or self.hosts[0]} | named)
        response: HTTPResponse = connection.getresponse()
        body = response.read()
        connection.close()
        lowered = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, lowered, body)

    def raw(self, line: str) -> bytes:
        """Send a request line as it stands, as no browser would."""
        with socket.create_connection(("127.0.0.1", self.web.port), timeout=10) as plain:
            plain.sendall(f"{line}\r\nHost: {self.hosts[0]}\r\nConnection: close\r\n\r\n".encode())
            return b"".join(iter(lambda: plain.recv(65536), b""))


@pytest.fixture(scope="module")
def client(
    tmp_path_factory: pytest.TempPathFactory, hosts: list[str], rules: str
) -> Iterator[Client]:
    """Small sites, served as a release is."""
    root = tmp_path_factory.mktemp("served")
    build = make_build(root / "built", hosts, COMMIT)
    for name in (".git/config", ".env", "agenda/.hidden", ".well-known/.secret"):
        path = build / hosts[0] / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("secret")
    (build / hosts[0] / "agenda.ics").write_text("BEGIN:VCALENDAR")
    (build / hosts[0] / "empty").mkdir()
    (build / hosts[1] / "only-here.txt").write_text("the other host")
    with parcel(build, hosts, rules) as what:
        (root / "current").symlink_to(what.folder)
        with web_server(root / "web", root, rules) as web:
            yield Client(web, hosts, root)


@pytest.mark.parametrize(
    ("path", "status"), [("/", 200), ("/rien/", 404), ("/agenda", 308), (HASHED, 200)]
)
def test_security_headers_on_every_answer(client: Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status == status
    assert answer.headers["content-security-policy"] == POLICY
    assert "unsafe-inline" not in answer.headers["content-security-policy"]
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert answer.headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert "camera=()" in answer.headers["permissions-policy"]
    assert "server" not in answer.headers


def test_pages_are_asked_for_anew_and_hashed_assets_never(client: Client) -> None:
    page = client.get("/")
    assert page.headers["cache-control"] == "no-cache"
    assert client.get(HASHED).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert client.get("/assets/same.txt").headers["cache-control"] == "no-cache"
    again = client.get("/", If_None_Match=page.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    # The time of a file says nothing after an undo.
    dated = client.get("/", If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT")
    assert dated.status == 200


def test_missing_asset_is_not_kept_for_a_year(client: Client) -> None:
    answer = client.get("/assets/main.00000000.css")
    assert (answer.status, answer.headers["cache-control"]) == (404, "no-cache")


def test_missing_page_answers_in_the_language_of_its_host(client: Client) -> None:
    for host in client.hosts:
        answer = client.get("/rien/du/tout", host)
        lang = "nl" if "zorgzone" in host else "fr"
        assert answer.status == 404
        assert f"lang={lang}><p>404 {COMMIT}" in answer.body.decode()
        assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_compressed_copies_are_sent_to_those_who_take_them(client: Client) -> None:
    plain = client.get("/")
    assert "content-encoding" not in plain.headers
    small = client.get("/", Accept_Encoding="gzip, deflate, br")
    assert small.headers["content-encoding"] == "br"
    assert brotli.decompress(small.body) == plain.body
    assert len(small.body) < len(plain.body)
    older = client.get("/", Accept_Encoding="gzip")
    assert older.headers["content-encoding"] == "gzip"
    assert gzip.decompress(older.body) == plain.body
    assert "accept-encoding" in small.headers["vary"].lower()
    assert small.headers["content-type"] == plain.headers["content-type"]


@pytest.mark.parametrize(
    "path",
    [
        "/.git/config",
        "/.env",
        "/agenda/.hidden",
        "/.well-known/.secret",
        "/%2egit/config",
        "/.well-known/../.env",
        "/.well-known/%2e%2e/.env",
        "/..%2fmanifest",
        "/../manifest",
        "/../sites.caddy",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..\\..\\manifest",
        "/only-here.txt",
        "/empty/",
    ],
)
def test_nothing_but_the_files_of_the_host(client: Client, path: str) -> None:
    answer = client.raw(f"GET {path} HTTP/1.1")
    status = int(answer.split(b" ", 2)[1])
    assert status in {400, 404}
    assert b"secret" not in answer
    assert b"the other host" not in answer


def test_other_hosts_files_stay_theirs(client: Client) -> None:
    assert client.get("/only-here.txt", client.hosts[1]).status == 200
    sister = client.get(f"/../{client.hosts[1]}/only-here.txt")
    assert sister.status == 404
    assert client.get("/", "www.example.org").body == b""


def test_build_is_told_and_folders_are_not_listed(client: Client) -> None:
    answer = client.get("/.well-known/build.json")
    assert json.loads(answer.body)["commit"] == COMMIT
    assert client.get("/assets/").status == 404


def test_old_addresses_lead_to_pages_of_today(client: Client, project: Project) -> None:
    asked = 0
    for site in project.network.sites:
        for rule in rules_of(project.network, site):
            for path in (rule.old, rule.old + "/"):
                answer = client.get(quote(path, safe="/%"), rule.host)
                assert (answer.status, answer.headers["location"]) == (301, rule.new)
                asked += 1
    assert asked > 10


def test_redirects_never_leave_the_site(client: Client) -> None:
    for path in ("//example.org/%2e%2e", "//example.org/agenda", "/\\example.org/agenda"):
        answer = client.raw(f"GET {path} HTTP/1.1").decode()
        location = [line for line in answer.splitlines() if line.lower().startswith("location:")]
        assert not any("example.org" in line and ("//" in line) for line in location)


def test_bare_host_leads_to_the_canonical_one(client: Client) -> None:
    for host in client.hosts:
        answer = client.get("/agenda/?q=a%20b", host.removeprefix("www."))
        assert answer.status == 301
        assert answer.headers["location"] == f"https://{host}/agenda/?q=a%20b"
        assert answer.headers["strict-transport-security"] == "max-age=31536000"


def test_calendars_have_their_type(client: Client) -> None:
    assert client.get("/agenda.ics").headers["content-type"] == "text/calendar; charset=utf-8"


def test_the_description_of_the_search_has_its_type(client: Client) -> None:
    kind = client.get("/opensearch.xml").headers["content-type"]
    assert kind == "application/opensearchdescription+xml"


def test_only_reading_is_possible(client: Client) -> None:
    assert client.get("/", method="HEAD").status == 200
    for method in ("POST", "PUT", "DELETE"):
        assert client.get("/", method=method).status == 405


def test_values_are_quoted_for_caddy() -> None:
    assert token('/a"b{c}\\') == '"/a\\"b\\{c\\}\\\\"'


def test_rules_and_server_file_are_valid(client: Client, rules: str) -> None:
    printed = bassin("caddyfile", cwd=ROOT)
    assert printed.stdout == rules
    command = ["caddy", "validate", "--adapter", "caddyfile", "--config"]
    environ = {"BASSIN_ROOT": str(client.root), "HOME": str(client.root), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [*command, ROOT / "deploy" / "Caddyfile"], env=environ, capture_output=True, check=False
    )
    assert b"Valid configuration" in done.stdout + done.stderr
    # Production asks for certificates: every host is an https site.
    adapted = subprocess.run(
        [*command[:1], "adapt", *command[2:], ROOT / "deploy" / "Caddyfile"],
        env=environ,
        capture_output=True,
        check=True,
    )
    servers = json.loads(adapted.stdout)["apps"]["http"]["servers"]
    assert [server["listen"] for server in servers.values()] == [[":443"]]
    named = {h for route in servers["srv0"]["routes"] for m in route["match"] for h in m["host"]}
    assert named == {*client.hosts, *(host.removeprefix("www.") for host in client.hosts)}


def test_new_rules_come_with_a_release(tmp_path: Path, rules: str, hosts: list[str]) -> None:
    # The server's own file imports the rules of the release: none before the first.
    (tmp_path / "first").mkdir()
    (tmp_path / "current").symlink_to("first")
    everything = f"import {tmp_path}/current/*.caddy\n"
    assert (ROOT / "deploy" / "Caddyfile").read_text().endswith("/current/*.caddy\n")
    with web_server(tmp_path / "web", tmp_path, everything) as web:
        build = make_build(tmp_path / "built", hosts, COMMIT)
        with parcel(build, hosts, rules) as what:
            (tmp_path / "next").symlink_to(what.folder)
            (tmp_path / "next").replace(tmp_path / "current")
            environ = web.environ | {"PATH": os.environ["PATH"]}
            reload = ("caddy", "reload", "--config", web.file, "--adapter", "caddyfile")
            address = ("--address", f"unix/{tmp_path}/web/admin")
            subprocess.run((*reload, *address), env=environ, check=True, capture_output=True)
            assert Client(web, hosts, tmp_path).get("/", hosts[3]).status == 200
