"""What was meant by a value or a key is guessed only where there is one right way to write it."""

import pytest

from macros.content import meant
from macros.content.fields import fields_of, model_in, nested
from macros.content.pages import FrontMatter
from macros.content.shapes import SHAPES


@pytest.mark.parametrize(
    ("kind", "written", "right"),
    [
        ("date_format", "23 septembre 2024", "2024-09-23"),
        ("date_format", "lundi 1er juil. 2024", "2024-07-01"),
        ("date_format", "maandag 3 maart 2025", "2025-03-03"),
        ("date_format", "12 mrt 2025", "2025-03-12"),
        ("date_format", "1 août 2025", "2025-08-01"),
        ("date_format", "2024-9-3", "2024-09-03"),
        ("date_format", "2024/09/03", "2024-09-03"),
        ("date_format", "2024\u201309\u201303", "2024-09-03"),
        ("date_format", "3-mrt-2025", "2025-03-03"),
        ("date_format", "3 mars 2025 à 14h", "2025-03-03"),
        ("date_format", "mardi 3 mars 2025", None),
        ("date_format", "3 jui 2025", None),
        ("time_format", "lundi 4 mai 2026 à 9h30", "2026-05-04 09:30"),
        ("time_format", "2026-05-04, 9.30 uur", "2026-05-04 09:30"),
        ("time_format", "2026-05-04 09:30:00", "2026-05-04 09:30"),
        ("time_format", "2026-05-04 09:30 - 12:00", None),
        ("month_format", "sept. 2024", "2024-09"),
        ("month_format", "2024/9", "2024-09"),
        ("month_format", "depuis 2024", "2024"),
        ("month_format", "printemps 2024", None),
        ("date_format", "31 septembre 2024", None),
        ("date_format", "23 septembre", None),
        ("date_format", "septembre 2024", None),
        ("date_format", "23 atelier 2024", None),
        ("phone_format", "02 318 60 57", "+32 2 318 60 57"),
        ("phone_format", "02/318.60.57", "+32 2 318 60 57"),
        ("phone_format", "0032 (0)2 318 60 57", "+32 2 318 60 57"),
        ("phone_format", "+3223186057", "+32 2 318 60 57"),
        ("phone_format", "0800 12 345", "+32 800 12 345"),
        ("phone_format", "0470 12 34 56", "+32 470 12 34 56"),
        ("phone_format", "112", None),
        ("phone_format", "318 60 57", None),
        ("email_format", "info@example,org", "info@example.org"),
        ("email_format", "mailto:info@example.org", "info@example.org"),
        ("email_format", "info(at)example.org", "info@example.org"),
        ("email_format", "info", None),
        ("host_format", "https://www.example.org/a", "www.example.org"),
        ("host_format", "exemple", None),
        ("host_format", "www.example.org](", None),
        ("url_format", "www.example.org/a", "https://www.example.org/a"),
        ("url_format", "voir le site", None),
        ("url_format", "https//example.org/a", "https://example.org/a"),
        ("url_format", "[ici](https://example.org/a)", "https://example.org/a"),
        ("path_format", "https://[/a", "/a"),
        ("path_format", "https://www.example.org/a/b", "/a/b"),
        ("path_format", "a/b", "/a/b"),
        ("path_format", "a b", None),
        ("postcode_format", "B-1090", "1090"),
        ("postcode_format", "1090 Jette", "1090"),
        ("postcode_format", "1090 / 1020", None),
        ("number", "2,14", "2.14"),
        ("number", "304 523", "304523"),
        ("number", "304.523,5", "304523.5"),
        ("number", "36 %", "36"),
        ("number", "36 pour cent", "36"),
        ("number", "environ 36", None),
        ("number", "2 14", None),
        ("whole_number", "février 2024", "2024"),
        ("whole_number", "2024/2025", None),
        ("boolean", "oui", "true"),
        ("boolean", "Nee", "false"),
        ("boolean", "peut-être", None),
        ("rule_format", "tous les mercredis", "FREQ=WEEKLY;BYDAY=WE"),
        ("rule_format", "chaque premier mercredi du mois", "FREQ=MONTHLY;BYDAY=1WE"),
        ("rule_format", "elke laatste donderdag van de maand", "FREQ=MONTHLY;BYDAY=-1TH"),
        ("rule_format", "maandelijks", "FREQ=MONTHLY"),
        ("rule_format", "FREQ=MONTHLY;BYDAY=3MER", "FREQ=MONTHLY;BYDAY=3WE"),
        ("rule_format", "FREQ=WEEKLY;BYDAY=LUN,JEU", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("rule_format", "FREQ=MONTHLY; BYDAY=1LU", "FREQ=MONTHLY;BYDAY=1MO"),
        ("rule_format", "FREQ:MENSUEL, BYDAY=MO1", "FREQ=MONTHLY;BYDAY=1MO"),
        ("rule_format", "FREQ=WEEKLY;BYDAY=MA", None),  # mardi or maandag
        ("rule_format", "lundi et jeudi", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("rule_format", "le 1er et le 3e lundi du mois", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
        ("rule_format", "toutes les deux semaines", "FREQ=WEEKLY;INTERVAL=2"),
        ("rule_format", "om de twee weken op dinsdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("rule_format", "om de week", "FREQ=WEEKLY;INTERVAL=2"),
        ("rule_format", "tous les quinze jours", None),
        ("rule_format", "chaque premier mercredi du mois sauf en juillet", None),
        ("rule_until", "FREQ=WEEKLY;COUNT=5", "FREQ=WEEKLY"),
        ("rule_format", "le premier du mois", None),
        ("rule_format", "de temps en temps", None),
        ("rule_format", "FREQ=SOMETIMES", None),
        ("slug_format", "Un été", None),
    ],
)
def test_values(kind: str, written: str, right: str | None) -> None:
    assert meant.value(kind, written) == right


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("en cours", "running"),
        ("lopent", "running"),
        ("gestrat", "started"),
        ("Lopend", "running"),
        ("idée", "idea"),
        ("bleu", None),
    ],
)
def test_choices(written: str, right: str | None) -> None:
    assert meant.choice(written, ("idea", "started", "running", "done")) == right


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Titre", "title"),
        ("samenvatting", "summary"),
        ("repo", "repository"),
        ("bod", None),
        ("couleur", None),
        ("samenvating", "summary"),
        ("titre de la page", "title"),
        ("titre et résumé", None),
    ],
)
def test_keys(written: str, right: str | None) -> None:
    assert meant.key(written, ("title", "summary", "body", "repository")) == right


def test_every_key_is_known_as_one() -> None:
    names = {field.name for field in fields_of(FrontMatter)}
    for shape in SHAPES.values():
        model = model_in(shape.holds)
        for inner in nested(model) if model else ():
            names |= {field.name for field in fields_of(inner)}
    assert {name for name in names if not meant.is_key(name)} == set()
    assert not meant.is_key("titre")
