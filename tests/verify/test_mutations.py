"""What is broken is found and named; what is whole gives no finding."""

from pathlib import Path

import pytest

from macros.finding import Finding
from macros.verify.run import verify
from tests.verify.conftest import Sites
from tests.verify.mutations import MUTATIONS, Break

pytestmark = pytest.mark.build


def lines(findings: list[Finding]) -> str:
    return "\n".join(finding.text(["fr"]) for finding in findings)


def test_untouched_sites_have_no_finding(ten_sites: Path) -> None:
    findings = verify(ten_sites)
    assert not findings, lines(findings)


def test_part_of_the_sites_can_be_proved_alone(two_sites: Path) -> None:
    findings = verify(two_sites, jobs=1)
    assert not findings, lines(findings)


@pytest.mark.parametrize(("rule", "broken"), MUTATIONS.values(), ids=list(MUTATIONS))
def test_every_break_is_found_and_named(rule: str, broken: Break, sites: Sites) -> None:
    places = list(broken(sites))
    findings = verify(sites.root, jobs=1)
    named = [finding for finding in findings if finding.rule == rule]
    missed = [
        place
        for place in places
        if not any(place in f"{f.file} {f.quote} {f.message.fr}" for f in named)
    ]
    assert not missed, f"{rule} missed {missed}; found:\n{lines(findings[:20])}"
