"""`bassin new` asks, checks at once, and writes both sides without touching what is there."""

import re
from pathlib import Path

import pytest

from macros.authoring.answers import MAX_SLUG, proposed_slug, scope_named
from macros.authoring.files import Draft, NotWrittenError, drafts, write
from macros.authoring.interview import questions
from macros.authoring.kinds import KINDS
from macros.authoring.template import record_text
from macros.cli.new import language
from macros.content.load import load
from macros.content.strict_yaml import Document, parse
from macros.finding import Severity
from macros.project import check
from tests.authoring.conftest import Run
from tests.conftest import TODAY
from tests.samples import Project

NEWS = (
    "--title-fr=Une table de plus",
    "--title-nl=Nog een tafel",
    "--date=2025-03-01",
    "--summary-fr=Une nouvelle table se réunit.",
    "--summary-nl=Een nieuwe tafel komt samen.",
    "--body-fr=La table se réunit.",
    "--body-nl=De tafel komt samen.",
)


ACTION = (
    "--id=un-reseau-de-tables",
    "--title-fr=Un réseau",
    "--title-nl=Een netwerk",
    "--mission=reseau",
    "--summary-fr=Un réseau.",
    "--summary-nl=Een netwerk.",
)


def errors(folder: Path, file: str) -> list[tuple[str, str]]:
    found = check(folder, TODAY)
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    return [
        (f.rule, lines[f.line - 1].strip())
        for f in found
        if f.file == file and f.severity is Severity.ERROR
    ]


def test_all_answered_is_clean(folder: Path, bassin: Run) -> None:
    result = bassin("new", "news", "--no-input", "--lang=fr", "--bassin=nord", *NEWS)
    path = "data/nord/news/2025-03-01-une-table-de-plus.yml"
    assert result.exit_code == 0
    assert path in result.output
    assert "Tout est rempli" in result.output
    assert errors(folder, path) == []
    (item,) = load(folder)[0].own["nord"].news
    assert item.slug["nl"] == "nog-een-tafel"
    assert item.body["fr"] == "La table se réunit."


def test_what_is_not_answered_is_named_and_nothing_else(folder: Path, bassin: Run) -> None:
    bassin("new", "event", "--no-input", "--bassin=nord", "--lang=nl", "--title-nl=Een tafel")
    path = "data/nord/events/een-tafel.yml"
    assert errors(folder, path) == [
        ("empty-value", "fr:"),
        ("empty-value", "fr:"),
        ("empty-value", "start:"),
        ("empty-value", "fr:"),
        ("empty-value", "nl:"),
    ]


def test_an_empty_side_of_a_page_is_named_and_nothing_else(folder: Path, bassin: Run) -> None:
    given = ("--title-fr=Aide", "--slug-nl=hulp", "--description-fr=De l’aide.", "--body-fr=Oui.")
    bassin("new", "page", "--no-input", *given, "--description-nl=Hulp.", "--lang=fr")
    assert errors(folder, "docs/fr/aide.md") == []
    assert errors(folder, "docs/nl/aide.md") == [("empty-value", "title:"), ("empty-page", "---")]


def test_a_page_may_be_for_some_bassins(folder: Path, bassin: Run) -> None:
    bassin("new", "page", "--no-input", "--bassin=nord", "--bassin=sud", "--title-fr=A", "--id=a")
    for lang in ("fr", "nl"):
        assert "bassins:\n  - nord\n  - sud\n" in (folder / f"docs/{lang}/a.md").read_text()


def test_where_an_item_stands_may_be_said_in_words(folder: Path) -> None:
    content = load(folder)[0]
    for said, scope in {
        "Noord": "nord",
        "Bassin Sud": "sud",
        "zorgzone noord": "nord",
        "Tous les bassins": "region",
        "alle vijf": "region",
        "Antwerpen": "Antwerpen",
    }.items():
        assert scope_named(said, content) == scope


def test_questions_are_asked_in_the_language_of_the_editor(folder: Path, bassin: Run) -> None:
    answers = [
        "nor",
        "nord",
        "Een tafel",
        "Une table",
        "",
        "une table",
        "une-table",
        "1/3/25",
        "30 februari 2025",
        "1 maart 2025",
        "Kort.",
        "Court.",
        "Tekst.",
        "",
    ]
    result = bassin("new", "news", "--lang=nl", answers="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    for words in (
        "Voor welke zorgzone?",
        "‘nor’ staat niet in deze lijst.",
        "Bedoelde u ‘nord’?",
        "in het Frans",
        "‘une table’ kan niet in een webadres staan.",
        "‘1/3/25’ is geen dag.",
        "‘30 februari 2025’ bestaat niet in de kalender.",
        "De tekst ‘body’ is leeg in het Frans.",
    ):
        assert words in result.output
    assert not re.search("Écrivez|français", result.output)
    assert (folder / "data/nord/news/2025-03-01-een-tafel.yml").is_file()


def test_names_and_dates_are_taken_as_people_write_them(folder: Path, bassin: Run) -> None:
    answers = ["", "Noord", "🙂", "", "Een tafel", "", "", "1 april 2027 om 14u", "13u", "16.30"]
    result = bassin("new", "event", "--lang=nl", answers="\n".join([*answers, "", ""]) + "\n")
    assert result.exit_code == 0, result.output
    assert "  nord: Noord\n" in result.output
    assert "er moet er een zijn, met letters" in result.output
    assert "eindigt vóór ze begint" in result.output
    # No slug is asked for a title that comes later.
    assert result.output.count("in het Frans:") == 3
    text = (folder / "data/nord/events/2027-04-01-een-tafel.yml").read_text(encoding="utf-8")
    assert "start: 2027-04-01 14:00\n" in text
    assert "end: 2027-04-01 16:30\n" in text


def test_values_have_words_in_both_languages(folder: Path, bassin: Run) -> None:
    answers = ["Une table", "", "", "Netwerk", "en cours", "", "", ""]
    result = bassin("new", "action", "--lang=fr", "--bassin=sud", answers="\n".join(answers))
    assert result.exit_code == 0, result.output
    text = (folder / "data/sud/actions/une-table.yml").read_text(encoding="utf-8")
    assert "\nmission: reseau\n" in text
    assert "\nstate: running\n" in text
    given = ("--title-nl=Een tafel", "--title-fr=Une table", "--kind=Werkgroep")
    bassin("new", "group", "--no-input", "--bassin=sud", *given)
    assert "kind: working-group" in (folder / "data/sud/groups.yml").read_text(encoding="utf-8")


def test_the_state_of_a_regional_action_takes_its_name(
    project: Project, folder: Path, bassin: Run
) -> None:
    bassin("new", "action", "--no-input", "--bassin=region", *ACTION)
    assert load(folder)[1] == []
    answers = [
        "region",
        "Noord",
        "un-reseau-de-table",
        "Een netwerk",
        "loopt",
        "maart 2025",
        "Goed.",
        "Bien.",
    ]
    result = bassin("new", "progress", "--lang=nl", answers="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert "Bedoelde u ‘un-reseau-de-tables’?" in result.output
    path = "data/nord/progress/un-reseau-de-tables.yml"
    assert "Alles is ingevuld" in result.output
    assert errors(folder, path) == []
    text = project.read(path)
    assert "state: running\n" in text
    assert "since: 2025-03\n" in text
    for arguments in (("--id=un-reseau-de-tables",), ("--id=x",), ()):
        again = bassin("new", "progress", "--no-input", "--lang=fr", "--bassin=nord", *arguments)
        assert again.exit_code == 2
        assert "dont l’avancement reste à dire" in again.output
    assert bassin("new", "progress", "--bassin=region", "--lang=fr").exit_code == 2


def test_a_name_that_is_taken_costs_no_answer(folder: Path, bassin: Run) -> None:
    arguments = ("new", "resource", "--lang=fr", "--bassin=zuid", "--kind=tool", "--title-nl=B")
    given = ("--title-fr=Un carnet", "--summary-fr=Un.", "--summary-nl=Een.")
    assert bassin(*arguments, *given, "--no-input").exit_code == 0
    path = folder / "data/sud/resources.yml"
    before = path.read_text(encoding="utf-8")
    stopped = bassin(*arguments, *given, answers="\n")
    assert (stopped.exit_code, path.read_text(encoding="utf-8")) == (2, before)
    result = bassin(*arguments, *given, answers="Un carnet\nun-carnet-2\n")
    assert result.exit_code == 0, result.output
    assert "déjà pris" in result.output
    assert "« Un carnet » ne peut pas" in result.output.replace("\u00a0", " ")
    assert [item.id for item in load(folder)[0].own["sud"].resources] == [
        "un-carnet",
        "un-carnet-2",
    ]


def test_a_left_interview_writes_nothing(folder: Path, bassin: Run) -> None:
    before = sorted(folder.rglob("*"))
    result = bassin("new", "news", "--lang=fr", "--bassin=nord", answers="Une table\n")
    assert result.exit_code == 2
    assert "rien n’a été écrit" in result.output
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("news", "--bassin=ouest", "--title-fr=A"), "« ouest »"),
        (("news", "--bassin=nord", "--bassin=sud", "--title-fr=A"), "Un seul --bassin"),
        (("news", "--title-fr=A"), "Indiquez --bassin"),
        (("news", "--bassin=nord"), "Sans titre"),
        (("news", "--bassin=nord", "--title-fr=A", "--date=3/4/25"), "n’est pas un jour"),
        (("event", "--bassin=nord", "--start=3/4/2025 14h", "--end=13h"), "finit avant"),
        (("news", "--bassin=nord", "--id=../../x"), "nom interne"),
        (("page", "--id=a/b", "--title-fr=A"), "nom interne"),
        (("page", "--bassin=region", "--title-fr=A"), "« region »"),
        (("group", "--bassin=nord", "--title-fr=A", "--kind=grp"), "Valeurs admises"),
        (("action", "--bassin=nord", "--title-fr=A", "--mission=resau"), "« reseau »"),
        (("event", "--bassin=nord", "--title-fr=A", "--slug-fr=É"), "une adresse"),
    ],
)
def test_a_wrong_option_writes_nothing(
    folder: Path, bassin: Run, arguments: tuple[str, ...], words: str
) -> None:
    before = sorted(folder.rglob("*"))
    result = bassin("new", arguments[0], "--no-input", "--lang=fr", *arguments[1:])
    assert result.exit_code == 2
    assert words in result.output.replace("\u00a0", " ")
    assert sorted(folder.rglob("*")) == before


def test_nothing_is_overwritten(folder: Path, bassin: Run) -> None:
    arguments = ("new", "news", "--no-input", "--lang=fr", "--bassin=nord", *NEWS)
    bassin(*arguments)
    path = folder / "data/nord/news/2025-03-01-une-table-de-plus.yml"
    path.write_text("à moi", encoding="utf-8")
    result = bassin(*arguments)
    assert (result.exit_code, path.read_text(encoding="utf-8")) == (2, "à moi")
    assert "existe déjà" in result.output
    (folder / "docs/nl/aide.md").write_text("van mij", encoding="utf-8")
    assert bassin("new", "page", "--no-input", "--lang=fr", "--title-fr=Aide").exit_code == 2
    assert not (folder / "docs/fr/aide.md").exists()


def test_outside_of_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bassin: Run) -> None:
    monkeypatch.chdir(tmp_path)
    result = bassin("new", "news", "--no-input", "--lang=nl", "--bassin=nord", "--title-fr=A")
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert "Dit is niet de map van het project" in result.output


GROUP = ("new", "group", "--no-input", "--lang=fr", "--bassin=nord", "--kind=atelier")


def test_an_item_goes_below_the_others_of_its_list(folder: Path, bassin: Run) -> None:
    path = folder / "data/nord/groups.yml"
    old = (
        "# Nos tables\n"
        "  - id: une  # la première\n"
        "    kind: council\n"
        "    title: {fr: Une, nl: Een}\n"
        "    purpose: {fr: Un, nl: Twee}\n"
        "    who: {fr: Qui, nl: Wie}\n"
        "    join: {fr: Ainsi, nl: Zo}"
    )
    path.write_text(old, encoding="utf-8")
    result = bassin(*GROUP, "--title-fr=Deux", "--title-nl=Twee")
    assert result.exit_code == 0
    assert "data/nord/groups.yml:7" not in result.output
    new = path.read_text(encoding="utf-8")
    assert new.startswith(old + "\n\n")
    document = parse(new, "f")
    assert isinstance(document, Document)
    assert isinstance(document.value, list)
    assert [item["id"] for item in document.value if isinstance(item, dict)] == ["une", "deux"]
    again = bassin(*GROUP, "--title-fr=Deux")
    assert (again.exit_code, path.read_text(encoding="utf-8")) == (2, new)
    assert "déjà pris" in again.output


def test_a_list_keeps_its_line_ends(folder: Path, bassin: Run) -> None:
    bassin(*GROUP, "--title-fr=Une", "--title-nl=Een")
    path = folder / "data/nord/groups.yml"
    old = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(old)
    assert bassin(*GROUP, "--title-fr=Deux", "--title-nl=Twee").exit_code == 0
    new = path.read_bytes()
    assert new.startswith(old)
    assert new.count(b"\n") == new.count(b"\r\n") > old.count(b"\n")


def test_a_new_list_starts_with_its_schema(folder: Path, bassin: Run) -> None:
    bassin(*GROUP, "--title-fr=Une", "--title-nl=Een")
    first = (folder / "data/nord/groups.yml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../.schemas/groups.json"


@pytest.mark.parametrize("text", ["- id: a\n  kind: [", "[{id: a}]", "id: a", "\ufeff- id: a\n"])
def test_a_list_that_cannot_be_read_is_left_alone(folder: Path, bassin: Run, text: str) -> None:
    path = folder / "data/nord/groups.yml"
    path.write_text(text, encoding="utf-8")
    result = bassin(*GROUP, "--title-fr=Une")
    assert (result.exit_code, path.read_text(encoding="utf-8")) == (2, text)
    assert "n’est pas une liste lisible" in result.output


def test_a_file_that_changes_meanwhile_is_left_alone(folder: Path) -> None:
    path = folder / "data/nord/groups.yml"
    path.write_text("# rien\n", encoding="utf-8")
    made = drafts(folder, KINDS["group"], "a", {}, ["nord"])
    path.write_text("# à moi\n", encoding="utf-8")
    with pytest.raises(NotWrittenError):
        write(folder, made)
    assert path.read_text(encoding="utf-8") == "# à moi\n"


def test_a_failed_writing_takes_the_rest_back(folder: Path) -> None:
    (folder / "taken").mkdir()
    made = [Draft("one.md", "1"), Draft("taken", "2")]
    with pytest.raises(NotWrittenError):
        write(folder, made)
    assert not (folder / "one.md").exists()


@pytest.mark.parametrize("name", KINDS)
def test_offered_fields_are_right_once_uncommented(name: str) -> None:
    kind = KINDS[name]
    if kind.is_page or kind.is_listed:
        return
    text = re.sub(r"^#(?=\S)", "", record_text(kind, {}), flags=re.MULTILINE)
    document = parse(text, "f")
    assert isinstance(document, Document)
    assert isinstance(document.value, dict)
    assert set(document.value) == {*kind.asked, *kind.offered}


@pytest.mark.parametrize("name", KINDS)
def test_every_required_field_is_asked(name: str) -> None:
    kind = KINDS[name]
    required = {field.name for field in kind.fields.values() if field.required}
    assert required <= {*kind.asked, "id"}
    assert {q.name for q in questions(kind)} == set(kind.asked)


def test_slugs_are_cut_at_a_word() -> None:
    assert proposed_slug("L’accès à l’hôpital : œuvrons !") == "l-acces-a-l-hopital-oeuvrons"
    long = proposed_slug("coordination " * 10)
    assert len(long) <= MAX_SLUG
    assert long.endswith("coordination")
    assert len(proposed_slug("a" * 100)) == MAX_SLUG


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "fr"),
        ({"LANG": "nl_BE.UTF-8"}, "nl"),
        ({"LANG": "nl_BE.UTF-8", "LC_ALL": "fr_BE"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "fr"),
    ],
)
def test_the_language_of_the_computer(environ: dict[str, str], lang: str) -> None:
    assert language(environ) == lang
