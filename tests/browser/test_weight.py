"""Light pages, and HTML that the Nu checker has nothing to say about."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.browser.weigh import FONT_LIMIT, HTML_LIMIT, VIEW_LIMIT, weigh
from tests.conftest import ROOT

pytestmark = pytest.mark.browser


def test_every_first_view_is_light(ten_sites: Path) -> None:
    weights = [weight for site in ten_sites.iterdir() for weight in weigh(site)]
    assert len(weights) > 600
    assert [each for each in weights if each.html > HTML_LIMIT] == []
    assert [each for each in weights if each.view > VIEW_LIMIT] == []
    assert [each for each in weights if each.view + each.fonts > FONT_LIMIT] == []
    assert all(each.view > each.html for each in weights)


def test_the_nu_html_checker_finds_no_error(ten_sites: Path) -> None:
    jar = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
    options = ("--errors-only", "--no-stream", "--format", "json", "--skip-non-html")
    result = subprocess.run(
        ("java", "-Xss4m", "-jar", str(jar), *options, str(ten_sites)),
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(result.stderr)["messages"]
    assert [f"{each['url']}: {each['message']}" for each in found] == []
