"""What Lighthouse says of the sites on a phone: python -m tests.benchmark.lighthouse SITE PROGRAM.

SITE is the folder of a build; PROGRAM is Lighthouse's own, installed apart, because its 200
packages (185 MB) would weigh on every `npm ci` for a report that is read now and then:

    npm install --prefix FOLDER lighthouse@12
    python -m tests.benchmark.lighthouse site FOLDER/node_modules/.bin/lighthouse

A real Caddy serves the sites compressed, over TLS with a certificate of its own making, by the
rules of a release. Each page is opened by the Chromium of the tests with Lighthouse's own idea of
a phone and its network. The table gives the four scores, the largest paint and what cost points.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.clock import today
from macros.language import Lang
from macros.project import prepare
from macros.release.caddyfile import server_rules
from macros.release.parcel import parcel
from macros.site.network import Network
from tests.conftest import CHROMIUM
from tests.release.servers import free_port, serving

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
SITES: tuple[tuple[str, Lang], ...] = (("nord-est", "fr"), ("sud-est", "nl"))
RUNS = 3
"""The best run counts: other work on the machine takes points away and never gives any."""
KEYS = ("index", "actions/helpdesk", "news/index", "agenda/index")
FREE = ("manual", "notApplicable", "informative", "error")
"""Audits that count for nothing; an audit in error makes its category fail by itself."""


@dataclass(frozen=True)
class Report:
    """What Lighthouse found on a page.

    Attributes:
        scores: of 100, by category.
        largest_paint: when the largest part of the first view stood, in milliseconds.
        lost: the audits that cost points.

    """

    scores: dict[str, int]
    largest_paint: float
    lost: tuple[str, ...]

    @property
    def total(self) -> int:
        """The four scores together."""
        return sum(self.scores.values())


def lighthouse(program: str, url: str, port: int) -> Report | None:
    """Run Lighthouse on a page; every host is the server on a port of loopback.

    Now and then, mostly on a busy machine, Chromium loses the trace: no report then.
    """
    flags = [*CHROMIUM, "--headless=new", "--ignore-certificate-errors"]
    flags.append(f"--host-resolver-rules='MAP *:443 127.0.0.1:{port}'")
    command = [
        program,
        url,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
    ]
    command.append("--chrome-flags=" + " ".join(flags))
    chromium = os.environ.get("CHROME_PATH") or shutil.which("chromium") or ""
    said = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        check=False,
        text=True,
        env=os.environ | {"CHROME_PATH": chromium},
    )
    if said.returncode:
        return None
    found = json.loads(said.stdout)
    scores = {
        name: round(100 * (category["score"] or 0))
        for name, category in found["categories"].items()
    }
    counted = {
        part["id"]
        for category in found["categories"].values()
        for part in category["auditRefs"]
        if part["weight"]
    }
    lost = (
        f"{name} ({audit.get('displayValue') or audit['title']})"
        for name, audit in found["audits"].items()
        if name in counted and audit["scoreDisplayMode"] not in FREE and (audit["score"] or 0) < 1
    )
    paint = found["audits"]["largest-contentful-paint"].get("numericValue", 0.0)
    return Report(scores, paint, tuple(lost))


def best(program: str, url: str, port: int) -> Report:
    """Run Lighthouse until a page has full marks, at most three times."""
    reports: list[Report] = []
    for _ in range(RUNS):
        found = lighthouse(program, url, port)
        reports += [found] if found else []
        if found and found.total == 100 * len(CATEGORIES):
            break
    if not reports:
        raise SystemExit(f"Lighthouse gave no report of {url}.")
    return max(reports, key=lambda report: report.total)


@contextmanager
def server(network: Network, built: Path) -> Iterator[int]:
    """Serve the sites as a release does; gives the port."""
    rules = server_rules(network)
    hosts = [site.host for site in network.sites]
    with TemporaryDirectory() as name, parcel(built, hosts, rules) as what:
        root, port = Path(name), free_port()
        (root / "current").symlink_to(what.folder)
        (root / "Caddyfile").write_text(
            "{\n admin off\n local_certs\n skip_install_trust\n auto_https disable_redirects\n"
            f" https_port {port}\n}}\nimport {what.folder}/*.caddy\n"
        )
        settings = {"BASSIN_ROOT": str(root), "BASSIN_PORT": f":{port}"}
        settings |= {"XDG_DATA_HOME": name, "XDG_CONFIG_HOME": name}
        command = ["caddy", "run", "--config", str(root / "Caddyfile"), "--adapter", "caddyfile"]
        with serving(command, "serving initial configuration", env=os.environ | settings):
            yield port


def main(built: Path, program: str) -> None:
    """Print the table."""
    network = prepare(Path.cwd(), today()).network
    line = "{:<66}" + "{:>15}" * len(CATEGORIES) + "{:>9}  {}"
    print(line.format("page", *CATEGORIES, "LCP ms", "lost on"))
    with server(network, built) as port:
        for bassin, lang in SITES:
            site = network.site(bassin, lang)
            for key in KEYS:
                found = best(program, site.url(key), port)
                scores = [found.scores[name] for name in CATEGORIES]
                paint = f"{found.largest_paint:.0f}"
                lost = ", ".join(found.lost)
                print(line.format(site.url(key), *scores, paint, lost), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2])
