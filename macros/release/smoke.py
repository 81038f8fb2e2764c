"""After a switch: ask every host for real pages, and compare them byte for byte."""

import hashlib
import http.client
import json
import socket
import ssl
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from macros.release.parcel import BUILD

HOME = "index.html"
SECONDS = 10
"""How long one answer may take."""


@dataclass(frozen=True)
class Question:
    """A page that must be served: its host, its path and the SHA-256 of its bytes."""

    host: str
    path: str
    sha256: str


@dataclass(frozen=True)
class Origin:
    """Where to ask: each host itself, or all at one address (a server before its DNS).

    Attributes:
        scheme: `https` or `http`.
        address: host or IP address; the host of each question without it.
        port: port; that of the scheme without it.

    """

    scheme: str = "https"
    address: str | None = None
    port: int | None = None

    def connect(self, host: str) -> http.client.HTTPConnection:
        """Open a connection for a host; its certificate is checked for that host.

        Raises:
            OSError: no connection (ssl.SSLError is one).

        """
        port = self.port or (443 if self.scheme == "https" else 80)
        plain = socket.create_connection((self.address or host, port), timeout=SECONDS)
        connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
        connection.sock = plain
        if self.scheme == "https":
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(plain, server_hostname=host)
        return connection


OWN_ADDRESSES = Origin()
"""Each host is asked where its own DNS leads."""


def origin(address: str) -> Origin:
    """Read an origin such as `http://127.0.0.1:8080`.

    Raises:
        ValueError: it has another form.

    """
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/"):
        raise ValueError(address)
    return Origin(parts.scheme, parts.hostname, parts.port)


def questions(hashes: Mapping[str, str]) -> list[Question]:
    """Choose what to ask of each host: its build, its home and its deepest page.

    `hashes` are those of a manifest, by path.
    """
    hosts: dict[str, list[str]] = {}
    for path in hashes:
        host, _, rest = path.partition("/")
        if rest:
            hosts.setdefault(host, []).append(rest)
    chosen = []
    for host, paths in sorted(hosts.items()):
        pages = [path for path in paths if path.endswith(f"/{HOME}")]
        deep = max(sorted(pages), key=lambda path: path.count("/"), default=HOME)
        chosen += [
            Question(host, path.removesuffix(HOME), hashes[f"{host}/{path}"])
            for path in dict.fromkeys((BUILD, HOME, deep))
        ]
    return chosen


def smoke_test(asked: Iterable[Question], where: Origin, patience: float) -> list[str]:
    """Ask all questions at once and return what is wrong, one line each.

    A wrong answer counts at once. A host that gives none is asked again for `patience` seconds,
    since a web server may first have to fetch the certificate of a new host.
    """
    deadline = time.monotonic() + patience
    with ThreadPoolExecutor(max_workers=16) as pool:
        answers = pool.map(lambda question: _ask(question, where, deadline), asked)
        return [problem for problem in answers if problem]


def _ask(question: Question, where: Origin, deadline: float) -> str | None:
    """Return what is wrong with an answer, or nothing."""
    url = f"{where.scheme}://{question.host}/{question.path}"
    while True:
        try:
            status, body = _get(question, where)
        except (OSError, http.client.HTTPException) as error:
            if time.monotonic() > deadline:
                return f"{url}: {error}"
            time.sleep(0.5)
            continue
        if status != http.HTTPStatus.OK:
            return f"{url}: {status}"
        if hashlib.sha256(body).hexdigest() != question.sha256:
            return f"{url}: {_found(body)}"
        return None


def _get(question: Question, where: Origin) -> tuple[int, bytes]:
    connection = where.connect(question.host)
    try:
        headers = {"Host": question.host, "Accept-Encoding": "identity", "Connection": "close"}
        connection.request("GET", "/" + quote(question.path), headers=headers)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def _found(body: bytes) -> str:
    """Name what came instead: another commit where the answer tells, else other bytes."""
    try:
        return f"commit {json.loads(body)['commit']}"
    except (ValueError, KeyError, TypeError):
        return "≠"
