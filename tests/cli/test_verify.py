"""`bassin verify` reports in the form and language of the reader."""

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, bassin
from tests.verify.conftest import Sites, sites, two_sites

__all__ = ["sites", "two_sites"]

pytestmark = pytest.mark.build
PAGE = "www.bassin-nord.brussels/contact/index.html"


def test_sound_sites_exit_with_zero(two_sites: Path) -> None:
    done = bassin("verify", str(two_sites), cwd=ROOT)
    assert done.returncode == 0, done.stdout
    assert done.stdout == ""


def test_findings_lead_to_source_and_line(sites: Sites) -> None:
    words = "Une erreur sur ce site"
    assert words in (ROOT / "docs/fr/contact.md").read_text(encoding="utf-8")
    sites.swap(PAGE, "</main>", f'<a href="nulle-part/">{words}</a></main>')
    done = bassin("verify", str(sites.root), "--format", "json", cwd=ROOT)
    assert done.returncode == 1
    (finding,) = json.loads(done.stdout)
    lines = (ROOT / "docs/fr/contact.md").read_text(encoding="utf-8").splitlines()
    assert finding["rule"] == "dead-link"
    assert finding["severity"] == "error"
    assert finding["file"] == "docs/fr/contact.md"
    assert words in lines[finding["line"] - 1]
    assert set(finding["message"]) == {"fr", "nl"}


def test_annotations_in_one_language(sites: Sites) -> None:
    sites.swap(PAGE, "</main>", "<h1>Encore</h1></main>")
    done = bassin("verify", str(sites.root), "--format", "github", "--lang", "nl", cwd=ROOT)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=docs/fr/contact.md,line=")
    assert "titels van het eerste niveau" in done.stdout
    assert "premier niveau" not in done.stdout


def test_an_empty_folder_proves_nothing(tmp_path: Path) -> None:
    done = bassin("verify", str(tmp_path), cwd=ROOT)
    assert done.returncode == 1
    assert "nothing-built" in done.stdout


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert bassin("verify", str(tmp_path / "x"), cwd=ROOT).returncode == 2


def test_nothing_is_published_when_a_proof_fails(project_copy: Path) -> None:
    footer = project_copy / "overrides/partials/footer.html"
    text = footer.read_text(encoding="utf-8")
    footer.write_text(text + '<img alt="" src="https://example.org/a.png">', encoding="utf-8")
    done = bassin("build", "--bassin", "nord", "--lang", "fr", cwd=project_copy)
    assert done.returncode == 1
    assert "foreign-origin" in done.stdout
    assert "docs/fr/contact.md" in done.stdout
    assert not (project_copy / "site").exists()
    assert not list(project_copy.glob(".site-*"))
