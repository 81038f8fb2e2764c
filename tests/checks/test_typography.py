"""Typography and its repairs in files."""

import re
from pathlib import Path

import pytest

from macros.checks.fix import fix
from macros.checks.registry import Family, all_rules
from macros.checks.run import run
from macros.finding import Finding
from macros.project import prepare
from macros.texts.sources import Sources
from tests.conftest import TODAY, copy_project
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


def typewritten(line: str) -> str:
    """Write a line as an old typewriter would; comments are nobody's prose."""
    if line.lstrip().startswith("# "):
        return line
    line = re.sub("\u00a0(?=[:;?!»])", " ", line)
    line = line.replace("«\u00a0", "« ").replace("…", "...").replace("coördin", "coordin")
    return re.sub(r"(?<=\w)’(?=\w)", "'", line)


def test_the_real_content_survives_a_typewriter(tmp_path: Path) -> None:
    """Spoil the typography of the sources; the repairs give back every byte."""
    root = copy_project(tmp_path)
    rules = [each for each in all_rules().values() if each.family is Family.TYPOGRAPHY]
    before: dict[Path, str] = {}
    for path in [*(root / "docs").rglob("*.md"), *(root / "data").rglob("*.yml")]:
        text = path.read_text(encoding="utf-8")
        # a plain apostrophe would end a quoted scalar, and the glossary says what trema there is
        if not re.search(r"\"|: '|- '", text) and path.name != "glossary.yml":
            before[path] = text
            spoilt = "\n".join(map(typewritten, text.split("\n")))
            path.write_text(spoilt, encoding="utf-8")

    def find() -> list[Finding]:
        return run(Sources(root, prepare(root, TODAY).network), rules)

    assert fix(root, find) > 500
    assert find() == []
    wrong = [
        (str(path.relative_to(root)), old, new)
        for path, text in before.items()
        for old, new in zip(
            text.split("\n"), path.read_text(encoding="utf-8").split("\n"), strict=True
        )
        if old != new
    ]
    assert wrong == []
