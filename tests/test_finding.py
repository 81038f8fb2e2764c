"""A finding shows itself as text, as an annotation and as JSON."""

from macros.finding import Finding, Severity, has_errors, in_order
from macros.language import Message

SAMPLE = Finding(
    "bad-date",
    Severity.ERROR,
    "data/nord/news/a,b.yml",
    3,
    Message("« x » n’est pas une date.", "‘x’ is geen datum."),
    Message("Écrivez 100 %.", "Schrijf 100 %."),
    column=7,
    quote="x",
)


def test_text_names_the_place_and_speaks_both_languages() -> None:
    assert SAMPLE.text() == (
        "data/nord/news/a,b.yml:3:7  error  bad-date\n"
        "  fr  « x » n’est pas une date.\n"
        "      → Écrivez 100 %.\n"
        "  nl  ‘x’ is geen datum.\n"
        "      → Schrijf 100 %."
    )


def test_text_in_one_language() -> None:
    assert "datum" in SAMPLE.text(("nl",))
    assert "date" not in SAMPLE.text(("nl",)).splitlines()[1]


def test_annotation_escapes_what_the_forge_reads_as_syntax() -> None:
    line = SAMPLE.github(("fr",))
    assert line.startswith("::error file=data/nord/news/a%2Cb.yml,line=3,col=7,title=bad-date::")
    assert line.endswith("Écrivez 100 %25.")
    assert "\n" not in SAMPLE.github()


def test_information_is_a_notice_for_the_forge() -> None:
    notice = Finding("a", Severity.INFO, "f", 1, Message("x", "y"))
    assert notice.github().startswith("::notice file=f,line=1,title=a::")


def test_json_object() -> None:
    assert SAMPLE.as_dict() == {
        "rule": "bad-date",
        "severity": "error",
        "file": "data/nord/news/a,b.yml",
        "line": 3,
        "column": 7,
        "quote": "x",
        "message": {"fr": "« x » n’est pas une date.", "nl": "‘x’ is geen datum."},
        "fix": {"fr": "Écrivez 100 %.", "nl": "Schrijf 100 %."},
    }
    bare = Finding("a", Severity.WARNING, "f", 1, Message("x", "y"))
    assert set(bare.as_dict()) == {"rule", "severity", "file", "line", "message"}


def test_order_is_by_place_and_without_repetition() -> None:
    early = Finding("z", Severity.WARNING, "a", 9, Message("x", "y"))
    assert in_order([SAMPLE, early, SAMPLE]) == [early, SAMPLE]


def test_findings_that_differ_in_their_remedy_alone_have_an_order_too() -> None:
    remedies = [Message(letter, letter) for letter in "abcdefgh"]
    made = [Finding("z", Severity.ERROR, "a", 1, Message("x", "y"), fix) for fix in remedies]
    assert [finding.fix for finding in in_order(reversed(made))] == remedies


def test_only_errors_stop_a_release() -> None:
    assert has_errors([SAMPLE])
    assert not has_errors([Finding("a", Severity.WARNING, "f", 1, Message("x", "y"))])
