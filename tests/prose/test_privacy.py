"""Traces of private persons."""

import pytest

from macros.prose.privacy import persons, traces


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


@pytest.mark.parametrize(
    "text",
    [
        "Contactez M. Dupont.",
        "Voyez M.\u00a0J.-P. Dupont.",
        "avec Mme Sophie Dupont-Martin",
        "Madame De Smet ouvre la séance",
        "madame Van den Berghe",
        "le Dr Ben Ali répond",
        "le docteur Peeters",
        "Bel mevrouw Janssens.",
        "mevr. A. Peeters",
        "dhr. Van Damme",
        "de heer Peeters",
        "Vraag het aan dr. El Amrani.",
    ],
)
def test_people_called_by_title_and_name(text: str) -> None:
    assert len(list(persons(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "rue du Docteur Huet 12",
        "au square du Dr Jean Joly",
        "l’Institut Docteur Schweitzer",
        "in de Dokter Schweitzerlaan",
        "le parc Monsieur Dubrucq",
        "Madame la Ministre",
        "Madame la Présidente et Monsieur le Bourgmestre",
        "Monsieur Tout-le-Monde",
        "mevrouw de Minister",
        "de heer en mevrouw",
        "les docteurs du quartier",
        "Sainte-Marie et Saint-Josse",
        "Notre-Dame-aux-Neiges",
        "M. ou Mme",
        "le ministre présente le plan",
    ],
)
def test_streets_offices_and_nobody_are_no_people(text: str) -> None:
    assert list(persons(text)) == []
