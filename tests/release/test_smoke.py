"""Questions after a switch, asked over https as in production, of a server with a certificate."""

import ssl
import subprocess
import threading
from collections.abc import Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from macros.release.smoke import Origin, Question, origin, questions, smoke_test

pytestmark = pytest.mark.server
HOST = "www.a.example.org"
HOME = b"<!doctype html><title>A"


class Site(BaseHTTPRequestHandler):
    """A home page and nothing else."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/" else 404)
        self.send_header("Content-Length", str(len(HOME)))
        self.end_headers()
        self.wfile.write(HOME)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a server for one host, and its certificate."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    words = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    words += [
        "-nodes",
        "-days",
        "2",
        "-subj",
        f"/CN={HOST}",
        "-addext",
        f"subjectAltName=DNS:{HOST}",
    ]
    words += ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(words, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"https://127.0.0.1:{server.server_port}", certificate
        server.shutdown()
        thread.join()


def test_certificates_are_checked_for_each_host(
    secure: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, certificate = secure
    home = Question(HOST, "", sha256(HOME).hexdigest())
    (problem,) = smoke_test([home], origin(address), 0)
    assert problem.startswith(f"https://{HOST}/: ")
    assert "certificate verify failed" in problem
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert smoke_test([home], origin(address), 0) == []
    other = Question("www.b.example.org", "", home.sha256)
    (problem,) = smoke_test([other], origin(address), 0)
    assert "not valid for 'www.b.example.org'" in problem
    missing = Question(HOST, "x/", home.sha256)
    assert smoke_test([missing], origin(address), 0) == [f"https://{HOST}/x/: 404"]


def test_each_host_is_asked_for_its_build_its_home_and_its_deepest_page() -> None:
    paths = (".well-known/build.json", "404.html", "a/b/index.html", "a/index.html", "index.html")
    hashes = {f"{host}/{path}": path for host in ("b", "a") for path in paths}
    assert questions(hashes | {"sites.caddy": "x"}) == [
        Question(host, path, sha256)
        for host in ("a", "b")
        for path, sha256 in (
            (".well-known/build.json", ".well-known/build.json"),
            ("", "index.html"),
            ("a/b/", "a/b/index.html"),
        )
    ]


def test_origins() -> None:
    assert origin("https://203.0.113.5") == Origin("https", "203.0.113.5", None)
    for text in ("203.0.113.5", "ftp://203.0.113.5", "http://", "http://a/b"):
        with pytest.raises(ValueError, match=text):
            origin(text)
