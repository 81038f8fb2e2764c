"""What a fingerprint ignores and what it does not."""

import pytest

from macros.agreement.fingerprint import LENGTH, fingerprint

TEXT = "## Le helpdesk\n\nUne question ? Appelez l’équipe « Nord », le 3 mai 2026, à 14h30."


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("l'équipe", "l’équipe"),
        ("Qui ?", "Qui\u00a0?"),
        ("le «\u00a0mot\u00a0»", 'le "mot"'),
        ("un mot, un autre", "un mot un autre"),
        ("et puis...", "et puis…"),
        ("un  mot\n\n", "un mot"),
        ("**un** _mot_", "un mot"),
        ("social-santé", "social – santé"),
        ("coordinatie", "coördinatie"),
        ("mise en oeuvre", "mise en œuvre"),
        ("Région", "région"),
        ("304.523", "304\u202f523"),
        ("14 h 30", "14h30"),
        ("14:30", "14.30"),
        ("e\u0301te\u0301", "été"),
        ("ac\u00adcueil", "accueil"),
        ("- un\n- deux", "* un\n* deux"),
        ("## Titre { #ancre }", "## Titre"),
        ('le mot <span lang="nl">wijk</span>', "le mot wijk"),
        ("texte <!-- note -->", "texte"),
    ],
)
def test_typography_does_not_count(one: str, two: str) -> None:
    assert fingerprint(one) == fingerprint(two)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("3 mai", "4 mai"),
        ("14h30", "15h30"),
        ("Appelez", "N’appelez pas"),
        ("Nord", "Sud"),
        ("équipe", "équipes"),
        ("2026", "2027"),
        (".", ". Merci."),
    ],
)
def test_words_and_figures_count(old: str, new: str) -> None:
    assert fingerprint(TEXT) != fingerprint(TEXT.replace(old, new))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("[ici](a.md)", "[ici](b.md)"),
        ('<a href="a">x</a>', '<a href="b">x</a>'),
        ("{{ agenda(limit=3) }}", "{{ agenda(limit=5) }}"),
        ("1 2", "12"),
        ("1,5", "15"),
        ("pas 31 %", "pas 31"),
        ("marché", "marche"),
    ],
)
def test_addresses_calls_figures_and_accents_count(one: str, two: str) -> None:
    assert fingerprint(one) != fingerprint(two)


def test_it_is_short_and_stable() -> None:
    assert fingerprint("") == "e3b0c442"
    assert len(fingerprint(TEXT)) == LENGTH
