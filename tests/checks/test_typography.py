"""Typography and its repairs in files."""

import pytest

from macros.checks.fix import fix
from tests.samples import Project

SLIPS = [
    ("french-spaces", "Qui ? Tout: rien.", "Wie?", "Qui\u00a0? Tout\u00a0: rien."),
    ("quotation-marks", 'Le "mot" juste.', "Het juiste.", "Le «\u00a0mot\u00a0» juste."),
    ("straight-apostrophe", "L'eau.", "Het water.", "L’eau."),
    ("three-dots", "Et puis...", "En dan…", "Et puis…"),
    ("double-space", "Un  mot.", "Een woord.", "Un mot."),
    ("double-word", "Le bassin de de Jette.", "De zone.", "Le bassin de Jette."),
    ("missing-ligature", "Mise en oeuvre.", "Uitvoering.", "Mise en œuvre."),
]  # fmt: skip
DUTCH = [
    ("dutch-spaces", "Qui\u00a0?", "Wie doet wat ?", "Wie doet wat?"),
    ("quotation-marks", "Oui.", 'De “toolkit” en "meer".', "De ‘toolkit’ en ‘meer’."),
    ("missing-trema", "Coordination.", "Coordinatie.", "Coördinatie."),
]


@pytest.mark.parametrize(
    ("slip", "lang"), [(slip, "fr") for slip in SLIPS] + [(slip, "nl") for slip in DUTCH]
)
def test_a_slip_is_found_and_mended(
    project: Project, slip: tuple[str, str, str, str], lang: str
) -> None:
    rule, fr, nl, right = slip
    project.page("a.md", f"Un.\n\n{fr}\n", f"Een.\n\n{nl}\n")
    found = project.check(rule)
    assert {(f.file, f.line) for f in found} == {(f"docs/{lang}/a.md", 9)}
    assert fix(project.root, lambda: project.check(rule)) > 0
    assert project.read(f"docs/{lang}/a.md").endswith(f"\n\n{right}\n")
    assert project.check(rule) == []
    assert fix(project.root, lambda: project.check(rule)) == 0


def test_what_is_not_prose_stays(project: Project) -> None:
    fr = """
        `a : b` et {{ email() }}

        ```yaml
        titre: "l'eau"...
        ```

        | a  |  b |
        |:---|---:|
        | 1  |  2 |

        [Un lien](https://example.org/a?b=c:d;e "l'eau"){: .a title="x : y" }
        """
    project.page("a.md", fr, "Ja.\n")
    assert project.check(*{name for name, *_ in (*SLIPS, *DUTCH)}) == []


def test_yaml_is_mended_without_breaking_it(project: Project) -> None:
    project.write(
        "data/nord/places.yml",
        """
        - id: maison
          kind: meeting
          title: {fr: "L'\\"autre\\" maison", nl: 'Foto''s : ja'}
          summary:
            fr: >-
              Une maison ouverte à toutes les équipes du quartier, le
              soir aussi ; c'est gratuit...
            nl: Een huis, open  voor alle teams van de wijk
        """,
    )
    rules = {name for name, *_ in (*SLIPS, *DUTCH)}
    fix(project.root, lambda: project.check(*rules))
    text = project.read("data/nord/places.yml")
    assert "soir aussi\u00a0; c’est gratuit…" in text
    assert "open voor alle" in text
    assert project.sources()
