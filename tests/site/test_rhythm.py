"""How recurring events come back, in words."""

from typing import Any

from macros.site.rhythm import rhythm, rhythm_in_full
from tests.site.test_occurrences import event


def monthly(**values: Any) -> Any:
    rule = {"rule": "FREQ=MONTHLY;BYDAY=1WE", "until": "2025-06-30"}
    return event(start="2025-01-01", repeat=rule | values)


def test_a_rule_with_its_last_day() -> None:
    assert rhythm(monthly(), "fr") == "chaque premier mercredi du mois"
    assert (
        rhythm_in_full(monthly(), "fr") == "chaque premier mercredi du mois, jusqu’au 4 juin 2025"
    )
    assert rhythm_in_full(monthly(), "nl") == (
        "elke eerste woensdag van de maand, tot en met 4 juni 2025"
    )


def test_days_that_differ_are_named() -> None:
    differing = monthly(skip=["2025-05-07", "2025-01-01"], also=["2025-05-14"])
    assert rhythm_in_full(differing, "fr") == (
        "chaque premier mercredi du mois, jusqu’au 4 juin 2025, "
        "sauf le 1er janvier 2025 et le 7 mai 2025, ainsi que le 14 mai 2025"
    )
    assert rhythm_in_full(differing, "nl").endswith(
        ", behalve op 1 januari 2025 en 7 mei 2025, en ook op 14 mei 2025"
    )


def test_a_day_that_is_added_and_left_out_again_is_not_named() -> None:
    both = monthly(skip=["2025-05-14"], also=["2025-05-14", "2025-05-15"])
    assert rhythm_in_full(both, "nl").endswith(", en ook op 15 mei 2025")


def test_dates_that_follow_no_rule_worth_telling_have_none() -> None:
    assert rhythm(event(start="2025-01-01"), "fr") == ""
    assert rhythm_in_full(monthly(until="2025-02-28"), "nl") == ""
    others = ["2025-01-09", "2025-02-11", "2025-03-13"]
    assert rhythm(monthly(until="2025-03-31", also=others), "fr") == ""
