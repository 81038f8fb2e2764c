"""What all tests share: the project, a copy to spoil, and the ten sites built once."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.clock import EPOCH, epoch
from macros.project import Project, prepare

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2025, 4, 1)
"""The day of all tests: some of the real agenda is past and some to come."""
SOURCES = ("docs", "data", "overrides", "mkdocs.yml")


def bassin(*arguments: str, cwd: Path, today: date = TODAY) -> subprocess.CompletedProcess[str]:
    """Run the `bassin` command as people do, in a process of its own."""
    environ = os.environ | {EPOCH: str(epoch(today)), "PYTHONPATH": str(ROOT)}
    environ |= {"COLUMNS": "120", "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-m", "macros", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environ, capture_output=True, text=True, check=False
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
    """The ten sites, built once for a test process; tests only read them."""
    out = tmp_path_factory.mktemp("built") / "site"
    result = bassin("build", "--out", str(out), cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    return out


@pytest.fixture
def run(project_copy: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `bassin` in the copy of the project."""
    return lambda *arguments: bassin(*arguments, cwd=project_copy)
