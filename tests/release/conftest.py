"""What the tests of releases share: builds to send and a machine to send them to."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.project import Project
from macros.release.caddyfile import server_rules
from macros.release.parcel import parcel
from macros.release.release import Terms, release
from macros.release.smoke import origin
from tests.release.servers import Server, Web, ssh_server, web_server


def make_build(folder: Path, hosts: list[str], commit: str, words: str = "") -> Path:
    """Write small sites as `bassin build` lays them out, all made from one commit."""
    for host in hosts:
        lang = "nl" if "zorgzone" in host else "fr"
        page = f"<!doctype html><html lang={lang}><p>{commit} {host} {words}" + " " * 600
        files = {
            "index.html": page,
            "agenda/index.html": page + "agenda",
            "agenda/2025/avril/index.html": page + "deep",
            "404.html": f"<!doctype html><html lang={lang}><p>404 {commit}",
            ".well-known/build.json": json.dumps({"commit": commit, "built": "2025-04-01"}),
            f"assets/main.{commit[:8]}.css": f"p::after {{ content: '{commit}' }}",
            "assets/same.txt": "the same in every build",
        }
        for name, text in files.items():
            path = folder / host / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    return folder


@pytest.fixture(scope="session")
def hosts(project: Project) -> list[str]:
    return [site.host for site in project.network.sites]


@pytest.fixture(scope="session")
def rules(project: Project) -> str:
    return server_rules(project.network)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A machine with sshd and an empty folder for the sites."""
    root = tmp_path / "srv"
    with ssh_server(tmp_path / "ssh", root) as running:
        yield running


@pytest.fixture
def web(tmp_path: Path, server: Server, rules: str) -> Iterator[Web]:
    """The web server of that machine."""
    with web_server(tmp_path / "web", server.root, rules) as running:
        yield running


@dataclass
class Yard:
    """All that a release needs: a machine with its web server, builds, and terms.

    The terms ask the web server of the test, and do not wait for the dead.
    """

    folder: Path
    server: Server
    web: Web
    hosts: list[str]
    rules: str
    terms: Terms
    builds: int = 0

    def build(self, commit: str, words: str = "", extra: tuple[str, ...] = ()) -> Path:
        """Write the sites of all hosts, and of extra ones, in a new folder."""
        self.builds += 1
        folder = self.folder / f"build-{self.builds}"
        return make_build(folder, [*self.hosts, *extra], commit, words)

    def send(self, build: Path, terms: Terms | None = None, extra: tuple[str, ...] = ()) -> str:
        """Release a build and return its id."""
        with parcel(build, [*self.hosts, *extra], self.rules) as what:
            release(self.server.target, what, terms or self.terms, lambda _: None)
            return what.id


@pytest.fixture
def yard(tmp_path: Path, server: Server, web: Web, hosts: list[str], rules: str) -> Yard:
    """A machine with a running web server, and nothing released yet."""
    terms = Terms(origin=origin(web.origin), patience=0, welcome=0)
    return Yard(tmp_path, server, web, hosts, rules, terms)
