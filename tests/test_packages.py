"""Data flows one way, and so do the imports between the packages."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import macros

ROOT = Path(macros.__file__).parent


def needs(root: Path) -> dict[str, set[str]]:
    """Return the packages and single modules that each needs, late imports included."""
    found: dict[str, set[str]] = {}
    for file in root.rglob("*.py"):
        own, modules = room(file.relative_to(root.parent).with_suffix("").parts), set()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == root.name:
                modules |= {f"{root.name}.{alias.name}" for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module)
            elif isinstance(node, ast.Import):
                modules |= {alias.name for alias in node.names}
        theirs = {room(tuple(m.split("."))) for m in modules if m.startswith(f"{root.name}.")}
        found.setdefault(own, set()).update(theirs - {own})
    return found


def room(parts: tuple[str, ...]) -> str:
    return parts[1]


def test_no_package_needs_one_that_needs_it() -> None:
    TopologicalSorter(needs(ROOT)).prepare()


def test_proofs_read_what_was_built_and_nothing_of_how() -> None:
    assert not needs(ROOT)["verify"] & {"content", "site", "checks", "render", "output", "search"}


@pytest.mark.parametrize("package", ["content", "site", "texts", "checks", "render", "output"])
def test_the_engine_is_a_guest_that_no_package_knows(package: str) -> None:
    assert not needs(ROOT)[package] & {"guest", "hook", "build", "project"}


def test_a_circle_is_seen_also_when_an_import_is_late(tmp_path: Path) -> None:
    for name, text in {
        "site/plan.py": "from parts.checks.run import run\n",
        "checks/run.py": "def run():\n    from parts import site\n",
    }.items():
        file = tmp_path / "parts" / name
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    with pytest.raises(CycleError):
        TopologicalSorter(needs(tmp_path / "parts")).prepare()
