"""What all tests share: the project, a copy to spoil, and the ten sites built once."""

import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from macros.clock import EPOCH, epoch
from macros.project import Project, prepare

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2025, 4, 1)
"""The day of all tests: some of the real agenda is past and some to come."""
CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Flags that keep Chromium from asking anything of its own."""
# The same texts in every run: a red CI is the fault of its change. `--hypothesis-profile=explore`
# draws new ones.
settings.register_profile("explore", deadline=None)
settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("same")
SOURCES = ("docs", "data", "overrides", "mkdocs.yml")


def bassin(
    *arguments: str, cwd: Path, today: date = TODAY, encoding: str = "utf-8"
) -> subprocess.CompletedProcess[str]:
    """Run the `bassin` command as people do, in a process of its own."""
    environ = os.environ | {EPOCH: str(epoch(today)), "PYTHONPATH": str(ROOT)}
    environ |= {"COLUMNS": "120", "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-m", "macros", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environ, capture_output=True, encoding=encoding, check=False
    )


def copy_project(target: Path) -> Path:
    """Copy the sources into a folder, and let it use this package."""
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        else:
            shutil.copy2(source, target / name)
    (target / "macros").symlink_to(ROOT / "macros")
    return target


def remove_bassin(project: Path, name: str) -> None:
    """Remove a bassin: its folder, and its name where regional items are limited to some."""
    shutil.rmtree(project / "data" / name)
    for path in [*project.glob("data/region/**/*.yml"), *project.glob("docs/*/**/*.md")]:
        text = re.sub(
            rf"\b{name}(?!-)(, )?(?=[^\[\]\n]*\]$)", "", path.read_text(), flags=re.MULTILINE
        )
        path.write_text(text.replace("bassins: []\n", "bassins: [nord]\n"))


@pytest.fixture(scope="session", autouse=True)
def _memory_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what tests remember apart from what the person who runs them does."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def project_copy(tmp_path: Path) -> Path:
    """A copy of the real sources that a test may spoil."""
    return copy_project(tmp_path)


@pytest.fixture(scope="session")
def project() -> Project:
    """The real sources, loaded and planned once."""
    return prepare(ROOT, TODAY)


@pytest.fixture(scope="session")
def ten_sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ten sites, built once for all test processes; tests only read them."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    out = shared / "ten-sites" / "site"
    with (shared / "ten-sites.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            result = bassin("build", "--out", str(out), cwd=ROOT)
            assert result.returncode == 0, result.stdout + result.stderr
    return out


def system_chromium() -> str | None:
    """Return Chromium as a package brings it; without it, Playwright starts its own.

    A snap is passed over, as in `.ci/install-tools`.
    """
    path = shutil.which("chromium")
    return path if path and Path(path).resolve().name != "snap" else None


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Start Chromium with further flags; Playwright can only be started once in a process."""
    path = system_chromium()
    with sync_playwright() as playwright:

        def start(*flags: str) -> Browser:
            return playwright.chromium.launch(executable_path=path, args=[*CHROMIUM, *flags])

        yield start


@pytest.fixture
def run(project_copy: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `bassin` in the copy of the project."""
    return lambda *arguments: bassin(*arguments, cwd=project_copy)
