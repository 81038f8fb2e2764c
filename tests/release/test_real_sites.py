"""The real sites behind the real web server: its policy lets them work, and it bears a crowd."""

import gzip
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser, Page

from macros.project import Project
from macros.release.parcel import parcel
from macros.site.network import Site
from tests.benchmark.load import load
from tests.release.servers import Web, web_server

pytestmark = [pytest.mark.server, pytest.mark.build]

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""


@pytest.fixture(scope="module")
def web(
    ten_sites: Path, tmp_path_factory: pytest.TempPathFactory, hosts: list[str], rules: str
) -> Iterator[Web]:
    """The ten sites as a release leaves them, served by Caddy."""
    root = tmp_path_factory.mktemp("real")
    with parcel(ten_sites, hosts, rules) as what:
        (root / "current").symlink_to(what.folder)
        with web_server(root / "web", root, rules) as running:
            yield running


@pytest.fixture(scope="module")
def chromium(web: Web, hosts: list[str], launch: Callable[..., Browser]) -> Iterator[Browser]:
    """Chromium, for which every host is the web server of the test, and as good as https."""
    flags = [f"--host-resolver-rules=MAP * 127.0.0.1:{web.port}"]
    flags += ["--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable"]
    secure = ",".join(f"http://{host}" for host in hosts)
    flags += [f"--unsafely-treat-insecure-origin-as-secure={secure}"]
    browser = launch(*flags)
    yield browser
    browser.close()


def one_of_each(site: Site) -> list[str]:
    """Return the URLs of one page of each kind and template, and of a search."""
    chosen = {(page.kind, page.template): page.url for page in site.pages.values()}
    search = next((page.url for key, page in site.pages.items() if key == "search"), "")
    return list(dict.fromkeys(("", *chosen.values(), f"{search}?q=sante")))


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["fr", "nl"])
def test_policy_lets_every_kind_of_page_work(
    chromium: Browser, project: Project, lang: str
) -> None:
    site = next(site for site in project.network.sites if site.lang == lang)
    page: Page = chromium.new_page()
    page.add_init_script(WATCH)
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.on(
        "request", lambda asked: wrong.append(asked.url) if site.host not in asked.url else None
    )
    urls = one_of_each(site)
    assert len(urls) > 5
    for url in urls:
        answer = page.goto(f"http://{site.host}/{url}", wait_until="networkidle")
        assert answer
        assert answer.status == 200
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert page.evaluate("window.violations") == []
        assert page.evaluate("document.styleSheets.length") > 0
    assert wrong == []
    # The page for what is missing names its files in full, as it stands at any depth: with
    # https, which this server does not speak. Here it only has to keep to the policy.
    answer = page.goto(f"http://{site.host}/rien/niets/")
    assert answer
    assert answer.status == 404
    assert page.evaluate("window.violations") == []
    page.close()


@pytest.mark.browser
def test_policy_is_watched(chromium: Browser, project: Project) -> None:
    site = project.network.sites[0]
    page = chromium.new_page()
    page.add_init_script(WATCH)
    page.goto(f"http://{site.host}/")
    page.evaluate("document.body.appendChild(document.createElement('script')).text = 'window.x=1'")
    page.evaluate("document.body.setAttribute('onclick', 'window.x=1')")
    page.wait_for_function("window.violations.length > 0")
    assert page.evaluate("window.x") is None
    page.close()


def test_pages_are_sent_compressed(web: Web, project: Project) -> None:
    for site in project.network.sites[:2]:
        for page in list(site.pages.values())[:20]:
            sizes = {}
            for coding in ("identity", "gzip", "br"):
                connection = HTTPConnection("127.0.0.1", web.port, timeout=10)
                headers = {"Host": site.host, "Accept-Encoding": coding}
                connection.request("GET", f"/{page.url}", headers=headers)
                answer = connection.getresponse()
                body = answer.read()
                sizes[coding] = len(body)
                if coding != "identity":
                    assert answer.getheader("Content-Encoding") == coding
                    plain = gzip.decompress(body) if coding == "gzip" else brotli.decompress(body)
                    assert len(plain) == sizes["identity"]
                connection.close()
            assert sizes["br"] < sizes["gzip"] < sizes["identity"] / 2


def test_two_hundred_connections_see_no_error(web: Web, hosts: list[str]) -> None:
    found = load(web, hosts[0], 2)
    assert found.failures == ()
    assert found.per_second > 200
