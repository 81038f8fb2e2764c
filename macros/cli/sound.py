"""What commands ask for that only read sources without errors."""

from pathlib import Path

from macros.cli.report import Report
from macros.clock import today
from macros.language import LANGS
from macros.project import Project, prepare


def sound_project(root: Path) -> Project:
    """Return the project in a folder, or show what stops a build of it and end with code 1.

    What is wrong goes where it cannot be taken for the answer of a command.
    """
    project = prepare(root, today())
    if not project.is_sound:
        Report("text", LANGS, err=True).show(project.findings)
        raise SystemExit(1)
    return project
