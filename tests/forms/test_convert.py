"""From a form to a file, by the command that the workflow runs."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from macros.content.strict_yaml import Document, parse
from macros.finding import Severity
from macros.forms.convert import to_yaml, with_example
from macros.language import Lang
from macros.project import prepare
from tests.conftest import ROOT, TODAY
from tests.forms.bodies import body

Send = Callable[[str], Result]
OTHER = {
    "title_other": "Een gezamenlijk loket: de eerste maanden in Evere",
    "summary_other": "Drie diensten ontvangen de bewoners samen.",
    "body_other": "Het loket is **twee ochtenden** per week open.",
}


FEW = (
    "region/communes.yml",
    "region/missions.yml",
    "region/actions",
    "nord-est/bassin.yml",
    "nord-est/progress",
    "sud/bassin.yml",
    "centre-ouest/bassin.yml",
    "centre-ouest/progress",
)
"""What a form needs of the real data: bassins, and the actions that an example may be for."""


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A project with few data, which is quick to load."""
    for name in FEW:
        source, target = ROOT / "data" / name, tmp_path / "data" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy2(source, target)
    return tmp_path


@pytest.fixture
def send(few: Path, monkeypatch: pytest.MonkeyPatch) -> Send:
    return _sender(few, monkeypatch)


@pytest.fixture
def send_whole(project_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Send:
    return _sender(project_copy, monkeypatch)


def _sender(root: Path, monkeypatch: pytest.MonkeyPatch) -> Send:
    monkeypatch.chdir(root)

    def sent(text: str) -> Result:
        Path("body.md").write_text(text, encoding="utf-8", newline="")
        result = CliRunner().invoke(main, ["import-form", "body.md"])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return sent


def _rules(root: Path, file: str) -> list[str]:
    return [f.rule for f in prepare(root, TODAY).findings if f.file == file]


def _errors(root: Path) -> list[str]:
    found = prepare(root, TODAY).findings
    return [f.text() for f in found if f.severity is Severity.ERROR]


def test_one_side_is_asked_for(send: Send, few: Path) -> None:
    result = send(body("news", "fr"))
    file = "data/nord-est/news/2025-04-03-un-guichet-commun-premiers-mois-a-evere.yml"
    assert result.exit_code == 0, result.stdout + result.stderr
    assert file in result.stdout
    assert "néerlandais" in result.stdout
    assert "Vóór" not in result.stdout
    assert (few / file).is_file()
    # title, slug, summary, body
    assert _rules(few, file) == ["empty-value"] * 4
    text = (few / file).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../.schemas/news.json\n")
    assert text.count("  nl:  # te vertalen\n") == 4
    assert "à traduire" not in text


def test_both_sides_need_nothing_more(send_whole: Send, project_copy: Path) -> None:
    result = send_whole(body("news", "fr", **OTHER))
    assert result.exit_code == 0, result.stdout
    assert "manque" not in result.stdout
    assert _errors(project_copy) == []


def test_a_regional_item_from_dutch(send: Send, few: Path) -> None:
    result = send(body("news", "nl"))
    file = "data/region/news/2025-04-03-samen-een-loket-de-eerste-maanden.yml"
    assert result.exit_code == 0, result.stdout
    assert "Frans" in result.stdout
    assert set(_rules(few, file)) == {"empty-value"}
    assert (few / file).read_text(encoding="utf-8").count("  fr:  # à traduire\n") == 4


@pytest.mark.parametrize(
    ("lang", "changes", "moments"),
    [
        ("fr", {}, {"start": "2025-10-14 14:30", "end": "2025-10-14 17:00"}),
        ("nl", {}, {"start": "2025-10-14 14:30"}),
        ("nl", {"last_day": "15/10/2025"}, {"start": "2025-10-14 14:30", "end": "2025-10-15"}),
        (
            "fr",
            {"last_day": "15 octobre 2025"},
            {"start": "2025-10-14 14:30", "end": "2025-10-15 17:00"},
        ),
        ("nl", {"start": "_No response_"}, {"start": "2025-10-14"}),
    ],
)
def test_an_event(
    send: Send, few: Path, lang: Lang, changes: dict[str, str], moments: dict[str, str]
) -> None:
    result = send(body("event", lang, **changes))
    assert result.exit_code == 0, result.stdout
    (file,) = (few / "data/sud/events").glob("2025-10-14-*.yml")
    document = parse(file.read_text(encoding="utf-8"), "x")
    assert isinstance(document, Document)
    assert isinstance(document.value, dict)
    assert {k: v for k, v in document.value.items() if k in ("start", "end")} == moments
    below = file.relative_to(few).as_posix()
    assert set(_rules(few, below)) == {"empty-value"}


def test_an_example_joins_the_progress(send_whole: Send, project_copy: Path) -> None:
    file = project_copy / "data/nord-est/progress/formation.yml"
    before = file.read_text(encoding="utf-8")
    result = send_whole(body("example", "fr", example_other="Twee diensten delen hun opleidingen."))
    assert result.exit_code == 0, result.stdout
    assert file.read_text(encoding="utf-8").startswith(before)
    assert _errors(project_copy) == []


def test_an_example_leaves_the_line_ends_of_its_file(send: Send, few: Path) -> None:
    file = few / "data/nord-est/progress/formation.yml"
    before = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before)
    assert send(body("example", "fr")).exit_code == 0
    after = file.read_bytes()
    assert set(before.split(b"\n")) <= set(after.split(b"\n"))
    assert after.count(b"\n") == after.count(b"\r\n") > before.count(b"\n")


def test_an_example_for_an_action_without_progress(send: Send) -> None:
    result = send(body("example", "nl", action="helpdesk", bassin="Zorgzone Centrum-West"))
    assert result.exit_code == 0, result.stdout
    result = send(body("example", "nl", action="diagnostics"))
    assert result.exit_code == 0, result.stdout
    assert "data/nord-est/progress/diagnostics.yml" in result.stdout
    assert "‘state’" in result.stdout


@pytest.mark.parametrize(
    ("form", "changes", "reason"),
    [
        ("news fr", {"bassin": "../../../etc"}, "n’est pas un bassin"),
        ("news nl", {"bassin": "../region"}, "geen zorgzone"),
        ("news fr", {"title": "😀 😀"}, "aucune lettre"),
        ("news nl", {"date": "gisteren"}, "geen dag"),
        ("news fr", {"body": "<iframe src=https://x.example>"}, "HTML"),
        ("news nl", {"body": "![x](https://x.example/y.png)"}, "afbeelding"),
        ("news fr", {"body": "[" * 300}, "imbriquées"),
        ("news fr", {"source_url": "javascript:alert(1)"}, "n’est pas une adresse web"),
        ("event nl", {"last_day": "1/1/2025"}, "eindigt vóór"),
        ("event fr", {"end": "9h"}, "finit avant"),
        ("event fr", {"postcode": "99999"}, "code postal"),
        ("event nl", {"postcode": "1050"}, "naam van de plaats"),
        ("event nl", {"start": "_No response_", "end": "17 uur"}, "zonder beginuur"),
        ("example fr", {"action": "Formatoin"}, "Vouliez-vous dire"),
        ("example nl", {"action": "../../passwd"}, "Geen enkele actie"),
        ("error nl", {}, "voor het team"),
    ],
)
def test_refusals_in_the_language_of_the_form(
    send: Send, few: Path, form: str, changes: dict[str, str], reason: str
) -> None:
    kind, _, spoken = form.partition(" ")
    lang: Lang = "fr" if spoken == "fr" else "nl"
    files = sorted(few.glob("data/**/*.yml"))
    result = send(body(kind, lang, **changes))
    assert result.exit_code == 1, result.stdout
    assert reason in result.stdout.replace("\u00a0", " ")
    other = "kon niet" if lang == "fr" else "n’a pas pu"
    assert other not in result.stdout
    assert sorted(few.glob("data/**/*.yml")) == files


@pytest.mark.parametrize(
    "title",
    [
        'a"\nslug:\n  fr: ../../x\n"',
        "!!python/object/apply:os.system [id]",
        "*anchor &x <<: {a: b}",
        "../../.github/workflows/x",
        "- a\n- b: [c",
        "`$(id)` ; ${{ github.token }}".replace("{{", "{ {"),
    ],
)
def test_yaml_in_a_title_stays_text(send: Send, few: Path, title: str) -> None:
    result = send(body("news", "fr", title=title))
    assert result.exit_code == 0, result.stdout
    (file,) = (few / "data/nord-est/news").glob("2025-04-03-*.yml")
    document = parse(file.read_text(encoding="utf-8"), "x")
    assert isinstance(document, Document)
    assert isinstance(document.value, dict)
    assert document.value["title"] == {"fr": " ".join(title.split()), "nl": None}
    assert sorted(document.value) == ["body", "date", "slug", "summary", "title"]


@pytest.mark.parametrize(
    "text",
    [
        "---\nslug: pris\n---\n\nAprès.",
        "Avant.\n\n...\n%YAML 1.1\n--- !!map",
        "nl: pris\ndate: 1999-01-01",
        "  retrait\n\nsuite: [",
        "# titre: pris\n\n| a: |\n|---|\n| {b} |",
    ],
)
def test_yaml_in_a_text_stays_text(send: Send, few: Path, text: str) -> None:
    result = send(body("news", "fr", body=text))
    assert result.exit_code == 0, result.stdout
    (file,) = (few / "data/nord-est/news").glob("2025-04-03-*.yml")
    document = parse(file.read_text(encoding="utf-8"), "x")
    assert isinstance(document, Document)
    assert isinstance(document.value, dict)
    assert document.value["body"] == {"fr": text.strip() + "\n", "nl": None}
    assert document.value["date"] == "2025-04-03"


def test_nothing_is_overwritten(send: Send) -> None:
    assert send(body("news", "fr")).exit_code == 0
    again = send(body("news", "fr"))
    assert again.exit_code == 1
    assert "existe déjà" in again.stdout


def test_an_unknown_body_is_refused_in_both_languages(send: Send) -> None:
    result = send("# rien")
    assert result.exit_code == 1
    assert "n’a pas pu" in result.stdout
    assert "kon niet" in result.stdout


def test_only_empty_sides_are_marked_and_no_line_of_a_text() -> None:
    record = {"title": {"fr": "nl:", "nl": ""}, "body": {"fr": "fr:\n\n  nl:\n", "nl": ""}}
    text = to_yaml(record)
    assert text.count("# te vertalen") == 2
    assert "# à traduire" not in text
    document = parse(text, "x")
    assert isinstance(document, Document)
    assert document.value == {
        "title": {"fr": "nl:", "nl": None},
        "body": {"fr": "fr:\n\n  nl:\n", "nl": None},
    }
    added = with_example("a: b\n", {"fr": "", "nl": "x"})
    assert added == "a: b\nexamples:\n  - fr:  # à traduire\n    nl: x\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: b\n", "a: b\nexamples:\n  - fr: x\n"),
        (
            "examples:\n- fr: y\n\n# fin\nz: b\n",
            "examples:\n- fr: y\n- fr: x\n\n# fin\nz: b\n",
        ),
        (
            "examples:\n  - fr: |\n      y\n\n      y\n    nl: z\n",
            "examples:\n  - fr: |\n      y\n\n      y\n    nl: z\n  - fr: x\n",
        ),
    ],
)
def test_an_example_is_added_in_place(before: str, after: str) -> None:
    assert with_example(before, {"fr": "x"}) == after
