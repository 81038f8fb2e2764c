"""`bassin build` replaces the sites whole, or not at all."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from macros.cli.bassins import chosen
from macros.cli.construction import _progress
from macros.clock import EPOCH
from tests.conftest import ROOT, bassin, remove_bassin
from tests.samples import Project

pytestmark = pytest.mark.build
Run = Callable[..., subprocess.CompletedProcess[str]]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_ten_folders_named_by_host(ten_sites: Path) -> None:
    assert sorted(path.name for path in ten_sites.iterdir() if path.is_dir()) == sorted(
        f"www.{name}.brussels"
        for name in (
            "bassin-nord",
            "bassin-nord-est",
            "bassin-centre-ouest",
            "bassin-sud",
            "bassin-sud-est",
            "zorgzone-noord",
            "zorgzone-noord-oost",
            "zorgzone-centrum-west",
            "zorgzone-zuid",
            "zorgzone-zuid-oost",
        )
    )


def test_two_builds_give_the_same_bytes(ten_sites: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert bassin("build", "--out", str(again), "--jobs", "1", cwd=ROOT).returncode == 0
    assert contents(again) == contents(ten_sites)


def test_the_day_moves_the_agenda_and_nothing_else(project_copy: Path) -> None:
    def built(day: date, out: str) -> dict[str, bytes]:
        result = bassin(
            "build", "--bassin", "nord", "--lang", "fr", "--out", out, cwd=project_copy, today=day
        )
        assert result.returncode == 0, result.stdout + result.stderr
        return contents(project_copy / out / "www.bassin-nord.brussels")

    before, after = built(date(2025, 4, 1), "a"), built(date(2030, 4, 1), "b")
    assert before["agenda/index.html"] != after["agenda/index.html"]
    assert before["contact/index.html"] == after["contact/index.html"]


def test_a_terminal_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, terminal = pty.openpty()
    with os.fdopen(terminal, "w") as stderr, monkeypatch.context() as there:
        there.setenv("TERM", "xterm")
        there.setattr(sys, "stderr", stderr)
        with _progress(2) as advance:
            advance()
            advance()
    told = b""
    with suppress(OSError):  # the terminal is gone when all is read
        while True:
            told += os.read(shown, 1 << 16)
    os.close(shown)
    assert "2/2" in told.decode()


def spoil(project: Path, call: str) -> None:
    """Let the template of news pages ask for something that there is not."""
    template = project / "overrides/pages/news.html"
    template.write_text(
        template.read_text().replace("{% endblock %}", f"{call}{{% endblock %}}", 1)
    )


def test_a_page_that_only_a_template_asks_for_is_one_finding(run: Run, project_copy: Path) -> None:
    spoil(project_copy, "{{ view.href('no-such-page') }}")
    result = run("build", "--bassin", "nord")
    assert result.returncode == 1
    assert result.stdout.count("«\u00a0no-such-page\u00a0» n’existe pas.") == 1
    assert result.stdout.count("De pagina ‘no-such-page’ bestaat niet.") == 1
    assert "Traceback" not in result.stdout + result.stderr
    assert not (project_copy / "site").exists()


def test_a_template_that_fails_ends_the_build(run: Run, project_copy: Path) -> None:
    spoil(project_copy, "{{ view.no_such_attribute.deeper }}")
    result = run("build", "--bassin", "nord", "--lang", "fr")
    assert result.returncode == 1
    assert not (project_copy / "site").exists()


def test_a_worker_that_is_ended_from_outside_ends_the_build(run: Run, project_copy: Path) -> None:
    (project_copy / "ended.py").write_text(
        "import os, signal\n\n\ndef on_config(config):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    config = project_copy / "mkdocs.yml"
    config.write_text(config.read_text().replace("hooks:\n", "hooks:\n  - ended.py\n", 1))
    result = run("build", "--bassin", "nord")
    assert result.returncode == 1
    assert "arrêtée de l’extérieur" in result.stderr
    assert "van buitenaf stopgezet" in result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert not (project_copy / "site").exists()
    assert not list(project_copy.glob(".site-*"))


def test_a_partial_build_leaves_the_other_sites(run: Run, project_copy: Path) -> None:
    assert run("build", "--bassin", "nord").returncode == 0
    kept = contents(project_copy / "site/www.bassin-nord.brussels")
    result = run("build", "--bassin", "sud", "--lang", "nl")
    assert result.returncode == 0
    assert "1 site, " in result.stderr
    assert contents(project_copy / "site/www.bassin-nord.brussels") == kept
    assert (project_copy / "site/www.zorgzone-zuid.brussels/index.html").exists()
    assert not (project_copy / "site/www.bassin-sud.brussels").exists()


def test_errors_leave_the_last_good_sites(run: Run, project_copy: Path) -> None:
    assert run("build", "--bassin", "nord").returncode == 0
    before = contents(project_copy / "site")
    page = project_copy / "docs/fr/contact.md"
    page.write_text(page.read_text() + "\n{{ contacts() }}\n")
    (project_copy / "docs/nl/share.md").write_text("x")
    result = run("build", "--bassin", "nord")
    assert result.returncode == 1
    assert "docs/nl/share.md:1" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    assert contents(project_copy / "site") == before
    assert [path.name for path in project_copy.iterdir() if path.name.startswith(".site")] == []


def test_what_mkdocs_warns_about_stops_the_build(run: Run, project_copy: Path) -> None:
    page = project_copy / "docs/fr/contact.md"
    page.write_text(page.read_text() + "\n[Ailleurs](nowhere.md)\n")
    result = run("build", "--bassin", "nord", "--lang", "fr")
    assert result.returncode == 1
    assert "nowhere.md" in result.stdout
    assert not (project_copy / "site").exists()


def test_a_bassin_is_known_by_its_name_in_either_language(project: Project) -> None:
    words = ("Noord", "Sud", "nord")
    assert chosen(words, project.sources().content) == ["nord", "sud", "nord"]


def test_sources_are_not_built_over(run: Run, project_copy: Path) -> None:
    before = contents(project_copy / "docs")
    for out in (".", "docs", "docs/fr"):
        result = run("build", "--bassin", "nord", "--out", out)
        assert result.returncode == 2
        assert f"‘{out}’ bevat bronnen" in result.stderr
    assert contents(project_copy / "docs") == before


def test_a_preview_stands_in_folders(run: Run, project_copy: Path) -> None:
    result = run(
        "build", "--bassin", "nord", "--preview", "http://127.0.0.1:9000/p", "--out", "preview"
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert re.findall(r"^nord/(?:fr|nl) ", result.stderr, re.MULTILINE) == ["nord/fr ", "nord/nl "]
    home = (project_copy / "preview/nord/fr/index.html").read_text()
    assert 'href="http://127.0.0.1:9000/p/nord/nl/"' in home
    assert 'name="robots" content="noindex"' in home
    robots = (project_copy / "preview/nord/fr/robots.txt").read_text(encoding="utf-8")
    assert robots.endswith("Disallow: /\n")


def test_without_a_bassin_there_are_eight_sites(run: Run, project_copy: Path) -> None:
    remove_bassin(project_copy, "sud")
    result = run("build")
    assert result.returncode == 0, result.stdout + result.stderr
    assert len([path for path in (project_copy / "site").iterdir() if path.is_dir()]) == 8
    find = (
        project_copy / "site/www.bassin-nord.brussels/trouver-mon-bassin/index.html"
    ).read_text()
    assert "bassin-sud.brussels" not in find


def test_a_sixth_bassin_is_added_by_data_alone(run: Run, project_copy: Path) -> None:
    folder = project_copy / "data/exemple"
    folder.mkdir()
    text = (project_copy / "data/sud/bassin.yml").read_text()
    for old, new in (
        ("www.bassin-sud.brussels", "www.fr.example.org"),
        ("www.zorgzone-zuid.brussels", "www.nl.example.org"),
        ("Bassin Sud", "Bassin Exemple"),
        ("Zorgzone Zuid", "Zorgzone Voorbeeld"),
        ("order: 4", "order: 6"),
    ):
        assert old in text
        text = text.replace(old, new)
    text = re.sub(
        r"\nterritory:\n.*?\n(?=\w)",
        "\nterritory:\n  - commune: bruxelles\n    part: {fr: un quartier, nl: een wijk}\n",
        text,
        flags=re.DOTALL,
    )
    (folder / "bassin.yml").write_text(text)
    result = run("build", "--bassin", "exemple", "--bassin", "nord")
    assert result.returncode == 0, result.stdout + result.stderr
    home = (project_copy / "site/www.nl.example.org/index.html").read_text()
    assert "Zorgzone Voorbeeld" in home
    nord = (project_copy / "site/www.zorgzone-noord.brussels/index.html").read_text()
    assert 'href="https://www.nl.example.org/"' in nord


def test_mkdocs_builds_by_itself(project_copy: Path) -> None:
    environ = os.environ | {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    for lang, extra in ((None, {}), ("nl", {"SITE_LANG": "nl", "BASSIN": "sud"})):
        result = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", f"out-{lang}"],
            cwd=project_copy,
            env=environ | extra,
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, result.stderr
    joint = project_copy / "out-None"
    assert 'href="http://127.0.0.1:8000/nl/contact/"' in (joint / "contact/index.html").read_text()
    assert (joint / "nl/contact/index.html").exists()
    assert "Zorgzone Zuid" in (project_copy / "out-nl/index.html").read_text()
    broken = project_copy / "docs/fr/contact.md"
    broken.write_text("x")
    for extra, said in (({}, "docs/fr/contact.md:1"), ({EPOCH: "demain"}, f"{EPOCH}=demain")):
        result = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build"],
            cwd=project_copy,
            env=environ | extra,
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 1
        assert said in result.stdout + result.stderr
        assert "Traceback" not in result.stderr
