"""Wrong usage is said in both languages, with what to write instead."""

import pytest
from click.testing import CliRunner

from macros.cli import main
from macros.clock import EPOCH


@pytest.mark.parametrize(
    ("words", "fr", "nl"),
    [
        ("chekc", "Vouliez-vous dire « check » ?", "Bedoelde u ‘check’?"),
        ("new nieuws", "Vouliez-vous dire « news » ?", "Bedoelde u ‘news’?"),
        ("check --lnag fr", "L’option « --lnag »", "De optie ‘--lnag’"),
        ("check --lang en", "Choix : fr, nl.", "Keuze: fr, nl."),
        ("check --lang", "après « --lang »", "Na ‘--lang’"),
        ("check nulle-part.md", "« nulle-part.md » n’existe pas", "‘nulle-part.md’ bestaat niet"),
        ("build --bassin nrod", "Vouliez-vous dire « nord » ?", "Bedoelde u ‘nord’?"),
        ("status --bassin ouest", "Valeurs admises : nord, nord-est", "Toegelaten waarden: nord"),
        ("serve --bassin nrod", "Vouliez-vous dire « nord » ?", "Bedoelde u ‘nord’?"),
        ("--nope", "L’option « --nope »", "De optie ‘--nope’"),
        ("digest --weeks -1", "La commande ne convient pas", "De opdracht klopt niet"),
        ("build fr", "La commande ne convient pas", "De opdracht klopt niet"),
    ],
)
def test_wrong_usage(words: str, fr: str, nl: str) -> None:
    result = CliRunner().invoke(main, words.split())
    assert result.exit_code == 2
    said = result.stderr.replace("\u00a0", " ")
    assert fr in said
    assert nl in said
    assert "Usage:" not in result.stderr


@pytest.mark.parametrize("words", ["check", "build", "status", "agree --all"])
def test_a_day_that_is_none(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH, "demain")
    result = CliRunner().invoke(main, words.split())
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH ne donne pas de jour" in result.stderr
    assert "SOURCE_DATE_EPOCH geeft geen dag: ‘demain’" in result.stderr


def test_a_group_without_command_shows_its_help() -> None:
    result = CliRunner().invoke(main, ["new"])
    assert result.exit_code == 2
    assert "Usage:" in result.output
