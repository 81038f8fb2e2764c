"""Traces of private persons."""

import pytest

from macros.prose.privacy import traces


@pytest.mark.parametrize(
    ("text", "trace"),
    [
        ("jeanne.dupont@example.be", "mail"),
        ("j-peeters@ocmw.brussels", "mail"),
        ("marie75@gmail.com", "mail"),
        ("0470 12 34 56", "mobile"),
        ("+32 470 12 34 56", "mobile"),
        ("0470/12.34.56", "mobile"),
        ("+32(0)470123456", "mobile"),
    ],
)
def test_persons(text: str, trace: str) -> None:
    assert [str(found.trace) for found in traces(f"voir {text}, merci")] == [trace]


@pytest.mark.parametrize(
    "text",
    ["info@bassin-nord.brussels", "coordination@norwest.be", "helpdesk.nord@brusano.brussels",
     "sante.mentale.info@example.be", "prevention@gmail.com", "a.b@example.org",
     "02 318 60 57", "+32 2 318 60 57", "1470 12 34 56 78", "800 0470"],
)  # fmt: skip
def test_services(text: str) -> None:
    assert not list(traces(text))
