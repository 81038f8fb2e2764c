"""How many pages a second the web server sends: python -m tests.benchmark.load SITE_FOLDER.

Asks a real Caddy on loopback with wrk, 200 connections at once, for the home page of a site as a
browser does (compressed), and prints the figures.
"""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.clock import today
from macros.project import prepare
from macros.release.caddyfile import server_rules
from macros.release.parcel import parcel
from tests.release.servers import Web, web_server

CONNECTIONS = 200


@dataclass(frozen=True)
class Load:
    """What wrk measured: answers a second, the slowest of 99 in 100, and failures."""

    per_second: float
    slowest: str
    failures: tuple[str, ...]


def load(web: Web, host: str, seconds: int) -> Load:
    """Ask for the home page of a host with 200 connections."""
    command = ["wrk", "--latency", "--threads", "2", "--connections", str(CONNECTIONS)]
    command += ["--duration", f"{seconds}s", "--header", f"Host: {host}"]
    command += ["--header", "Accept-Encoding: gzip, deflate, br", f"{web.origin}/"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    slowest = re.search(r"99%\s+(\S+)", said)
    assert rate, said
    assert slowest, said
    failures = re.findall(r"(?:Socket errors|Non-2xx or 3xx responses):.*", said)
    return Load(float(rate[1]), slowest[1], tuple(failures))


def main(built: Path) -> None:
    """Print the figures for every site."""
    network = prepare(Path.cwd(), today()).network
    hosts = [site.host for site in network.sites]
    rules = server_rules(network)
    with TemporaryDirectory() as name, parcel(built, hosts, rules) as what:
        root = Path(name)
        (root / "current").symlink_to(what.folder)
        with web_server(root / "web", root, rules) as web:
            for host in hosts:
                found = load(web, host, 5)
                figures = f"{found.per_second:8.0f} /s, 99% in {found.slowest}"
                print(f"{host:35} {figures} {' '.join(found.failures)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
