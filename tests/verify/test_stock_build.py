"""What stock static-i18n makes of both languages at once is refused."""

import os
import subprocess
import sys

import pytest

from macros.finding import Finding
from macros.verify.run import verify

pytestmark = pytest.mark.build

CONFIG = """
site_name: Bassin Nord
site_url: https://www.bassin-nord.example.org/
theme:
  name: material
  font: false
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: fr, name: Français, default: true, build: true}
        - {locale: nl, name: Nederlands, build: true}
"""
PAGES = {
    "fr/index.md": "# Accueil\n\nBienvenue.\n",
    "nl/index.md": "# Onthaal\n\nWelkom.\n",
    "fr/contact.md": "# Contact\n\nÉcrivez-nous.\n",
    "nl/contact.md": "# Contact\n\nMail ons.\n",
}


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    """Findings on a joint build of two pages in each language."""
    folder = tmp_path_factory.mktemp("stock")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    for path, text in PAGES.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"]
    environ = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=environ, check=True, capture_output=True)
    return verify(folder / "site", jobs=1)


def named(findings: list[Finding], rule: str) -> list[str]:
    return [f"{finding.file} {finding.message.fr}" for finding in findings if finding.rule == rule]


def test_its_hreflang_is_named(findings: list[Finding]) -> None:
    wrong = named(findings, "hreflang-host") + named(findings, "hreflang-self")
    assert any(line.startswith("contact/index.html") for line in wrong), wrong
    assert any(line.startswith("nl/contact/index.html") for line in wrong), wrong


def test_its_error_page_is_in_the_last_language(findings: list[Finding]) -> None:
    assert any(line.startswith("404.html") for line in named(findings, "wrong-lang"))


def test_its_dutch_pages_stand_on_the_french_site(findings: list[Finding]) -> None:
    wrong = named(findings, "wrong-lang")
    assert any(line.startswith("nl/index.html") for line in wrong), wrong


def test_its_scripts_name_other_hosts(findings: list[Finding]) -> None:
    assert any("api.github.com" in line for line in named(findings, "foreign-origin"))


def test_it_does_not_say_what_was_built(findings: list[Finding]) -> None:
    assert named(findings, "build-info")
