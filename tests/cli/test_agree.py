"""`bassin agree` and `bassin status` from the outside."""

import json
import re
import shutil

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from tests.samples import Project

FR = "## Un\n\nA.\n\n## Deux\n\nB.\n"
NL = "## Eén\n\nC.\n\n## Twee\n\nD.\n"
LEDGER = "data/.agreed/docs/aide.txt"


@pytest.fixture
def agreed(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in which all is agreed."""
    project.page("aide.md", FR, NL)
    monkeypatch.chdir(project.root)
    assert bassin("agree", "--all").exit_code == 0
    return project


def bassin(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def owed(project: Project) -> list[tuple[str, int]]:
    return [(f.file, f.line) for f in project.check("section-to-review")]


def test_all_texts_can_be_confirmed_at_once(agreed: Project) -> None:
    assert owed(agreed) == []
    assert agreed.read(LEDGER).splitlines()[-1].endswith(" #deux = #twee")
    assert "0" in bassin("agree", "--all", "--lang", "nl").stdout


def test_a_page_is_confirmed_by_either_side(agreed: Project) -> None:
    for path in ("docs/fr/aide.md", "docs/nl/aide.md", "docs/fr"):
        agreed.page("aide.md", FR.replace("A.", f"A {path}."), NL)
        assert owed(agreed) == [("docs/nl/aide.md", 7)]
        assert bassin("agree", path).exit_code == 0
        assert owed(agreed) == []


def test_confirmations_that_cannot_be_written_are_told(agreed: Project) -> None:
    folder = agreed.root / "data/.agreed/docs"
    shutil.rmtree(folder)
    folder.touch()
    result = bassin("agree", "docs/fr")
    assert result.exit_code == 2
    assert f"{folder} n’est pas accessible" in result.stderr
    assert "of is geen map" in result.stderr
    folder.unlink()
    (folder / "aide.txt").mkdir(parents=True)
    assert f"{folder}/aide.txt n’est pas accessible" in bassin("agree", "docs/fr").stderr


def test_one_section_is_confirmed_by_its_line(agreed: Project) -> None:
    agreed.page("aide.md", FR.replace("A.", "E.").replace("B.", "F."), NL)
    assert owed(agreed) == [("docs/nl/aide.md", 7), ("docs/nl/aide.md", 11)]
    assert bassin("agree", "docs/nl/aide.md:13").exit_code == 0
    assert owed(agreed) == [("docs/nl/aide.md", 7)]


def test_a_section_without_counterpart_cannot_be_confirmed(agreed: Project) -> None:
    agreed.page("aide.md", FR + "\n## Trois\n\nE.\n", NL)
    result = bassin("agree", "docs/fr/aide.md:15")
    assert result.exit_code == 2
    assert "n’existe que dans une langue" in result.stderr
    assert "maar in één taal" in result.stderr
    assert owed(agreed) == [("docs/nl/aide.md", 11)]


def test_confirmations_of_a_file_that_is_gone_are_removed_on_demand(agreed: Project) -> None:
    agreed.remove("docs/fr/aide.md").remove("docs/nl/aide.md")
    assert bassin("agree", "docs/fr/index.md").exit_code == 0
    assert (agreed.root / LEDGER).exists()
    assert bassin("agree", "--clean").exit_code == 0
    assert not (agreed.root / LEDGER).exists()


def test_nothing_is_removed_while_sources_are_broken(agreed: Project) -> None:
    agreed.write("docs/fr/aide.md", "---\ntitle: [\n---\n")
    result = bassin("agree", "--clean", "--lang", "fr")
    assert result.exit_code == 0
    assert "corrigez d’abord" in result.stdout
    assert (agreed.root / LEDGER).exists()


@pytest.mark.usefixtures("agreed")
@pytest.mark.parametrize(
    "arguments",
    [[], ["docs/fr/none.md"], ["/"], ["overrides"], ["docs/fr/aide.md:x"], ["docs/fr:3"]],
)
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    result = bassin("agree", *arguments, "--lang=nl")
    assert (result.exit_code, result.stdout) == (2, "")
    assert re.search(
        "^(Noem|.* (bestaat niet|staat buiten|heeft geen tekst|is een map))", result.stderr
    )


def test_the_status_tells_each_bassin_what_it_owes(agreed: Project) -> None:
    agreed.page("aide.md", FR.replace("A.", "E."), NL)
    text = agreed.read("data/nord/bassin.yml")
    agreed.write("data/nord/bassin.yml", text.replace("Een gebied", "Een groot gebied"))
    found = {
        each["bassin"]: each for each in json.loads(bassin("status", "--format", "json").stdout)
    }
    assert set(found) == {"nord", "sud"}
    assert found["nord"]["counts"]["fr"]["to-review"] == 1
    assert found["nord"]["counts"]["nl"]["to-review"] == 1
    assert found["sud"]["counts"]["fr"]["to-review"] == 0
    assert found["sud"]["agreed"] == found["sud"]["sections"] - 1
    assert {t["file"] for t in found["sud"]["tasks"]} == {"docs/nl/aide.md"}
    only = json.loads(bassin("status", "--format", "json", "--bassin", "sud").stdout)
    assert [each["bassin"] for each in only] == ["sud"]


def test_the_status_reads_well(agreed: Project) -> None:
    agreed.page("aide.md", FR.replace("A.", "E."), NL)
    result = bassin("status", "--lang", "nl", "--details")
    assert result.exit_code == 0
    assert "pariteit" in result.stdout
    assert "docs/nl/aide.md:7  nl  na te lezen  Eén" in result.stdout
    assert result.stdout.count("docs/nl/aide.md:7") == 1
    assert "parité" not in result.stdout


def test_the_page_of_the_status_is_there_while_no_bassin_can_be_read(agreed: Project) -> None:
    agreed.write("data/nord/bassin.yml", "order: [").write("data/sud/bassin.yml", "order: [")
    result = bassin("status", "--html", "out")
    assert result.exit_code == 0
    assert "bassin check" in agreed.read("out/index.html")


@pytest.mark.usefixtures("agreed")
def test_an_unknown_bassin_is_refused() -> None:
    result = bassin("status", "--bassin", "est")
    assert result.exit_code == 2
    assert "Valeurs admises\u00a0: nord, sud." in result.stderr
