"""What is written reads back as it was."""

from hypothesis import given
from hypothesis import strategies as st

from macros.content.strict_yaml import Document, parse
from macros.forms.convert import Tree, to_yaml

_CHARACTERS = st.characters(
    exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\u2028\u2029\ufeff"
)
_LINE = st.text(_CHARACTERS, min_size=1, max_size=40)


def _read(text: str) -> object:
    document = parse(text, "test.yml")
    assert isinstance(document, Document), document
    return document.value


@given(_LINE)
def test_a_line_reads_back(line: str) -> None:
    assert _read(to_yaml({"title": {"fr": line}})) == {"title": {"fr": line}}


@given(st.lists(_LINE.filter(lambda line: line.strip() == line), min_size=1, max_size=5))
def test_a_block_reads_back(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    if sum(map(len, lines)) and text.count("[") + text.count("{") < 90:
        assert _read(to_yaml({"body": {"nl": text}})) == {"body": {"nl": text}}


def test_words_that_mean_something_in_yaml_stay_words() -> None:
    record = {"a": "no", "b": "~", "c": "*x", "d": "a: b", "e": "#", "f": "null", "g": "2024-01-02"}
    assert _read(to_yaml(record)) == record


def test_an_indented_first_line_stays_indented() -> None:
    assert _read(to_yaml({"body": "    code\ntext\n"})) == {"body": "    code\ntext\n"}


def test_lists_of_records_and_words() -> None:
    record: dict[str, Tree] = {"examples": [{"fr": "a", "nl": "b"}], "actions": ["x-y", "é"]}
    assert _read(to_yaml(record)) == record
