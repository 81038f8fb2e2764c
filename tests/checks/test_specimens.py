"""Every rule fires on a sample of its own, at its file and line, and not on the mended one."""

from pathlib import Path

import pytest

from macros.checks.registry import all_rules
from macros.finding import Finding
from macros.project import check
from tests.checks.specimens import SPECIMENS, Specimen, shown
from tests.checks.specimens.specimen import Side, house
from tests.samples import TODAY, sample


@pytest.fixture(params=list(all_rules()))
def name(request: pytest.FixtureRequest) -> str:
    """Name each rule of the registry in turn: none is left out."""
    rule: str = request.param
    return rule


@pytest.fixture
def specimen(name: str) -> Specimen:
    rule = all_rules()[name]
    return SPECIMENS[name].filled(rule) if name in SPECIMENS else shown(rule)


def findings(
    specimen: Specimen, side: Side, root: Path, monkeypatch: pytest.MonkeyPatch
) -> list[Finding]:
    root.mkdir()
    project = house(sample(root))
    with monkeypatch.context() as patch:
        specimen.write(project, side, patch)
        return check(project.root, TODAY)


def test_a_rule_fires_where_the_mistake_is_and_not_on_the_mended_text(
    name: str, specimen: Specimen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = findings(specimen, "wrong", tmp_path / "wrong", monkeypatch)
    assert [f"{f.file}:{f.line}" for f in found if f.rule == name] == list(specimen.places)
    assert {f.rule for f in found} == {name}  # one mistake, one rule
    mended = findings(specimen, "right", tmp_path / "right", monkeypatch)
    assert [f.text(["fr"]) for f in mended] == []


def test_samples_are_of_rules() -> None:
    assert set(SPECIMENS) <= set(all_rules())
