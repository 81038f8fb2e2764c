"""What is written as YAML is read back as it was meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.authoring.yaml_text import lines_of, many_lines, one_line, scalar
from macros.content.source import MAX_BYTES
from macros.content.strict_yaml import Document, Value, parse

HOSTILE = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="ab:-#\n\t\r \"'[]{}|>*&!%@`?,~é\u00a0\u2028\ufeff\x00\x85\\", max_size=200),
)


def read(lines: list[str]) -> Value:
    document = parse("\n".join(lines) + "\n", "f.yml")
    assert isinstance(document, Document), document
    return document.value


@settings(max_examples=300)
@given(HOSTILE)
def test_any_text_on_one_line_comes_back(text: str) -> None:
    tidy = one_line(text)
    assert "\n" not in tidy
    assert read([*lines_of("a", {"fr": tidy, "nl": "b"}), *lines_of("z", "end")]) == {
        "a": {"fr": tidy or None, "nl": "b"},
        "z": "end",
    }


@settings(max_examples=300)
@given(HOSTILE)
def test_any_long_text_comes_back(text: str) -> None:
    tidy = many_lines(text)
    value = read([*lines_of("a", {"fr": tidy + "\n"}, 2), *lines_of("z", "end", 2)])
    assert isinstance(value, dict)
    assert value["z"] == "end"
    side = value["a"]
    assert isinstance(side, dict)
    assert str(side["fr"]).rstrip("\n") == tidy


@settings(max_examples=100)
@given(st.lists(HOSTILE.map(one_line).filter(bool), min_size=1, max_size=3))
def test_any_list_comes_back(texts: list[str]) -> None:
    assert read(list(lines_of("a", texts))) == {"a": texts}
    assert read(list(lines_of("a", [{"fr": t} for t in texts]))) == {
        "a": [{"fr": t} for t in texts]
    }


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Un titre", "Un titre"),
        ("Titre: un", '"Titre: un"'),
        ("2024-09-23", "2024-09-23"),
        ("14:30", "14:30"),
        ("no", "no"),
        ("true", '"true"'),
        ("~", '"~"'),
        ("- tiret", '"- tiret"'),
        ("« Bonjour »", "« Bonjour »"),
        ('Il dit "non"', 'Il dit "non"'),
        ("a #b", '"a #b"'),
    ],
)
def test_quotes_stand_only_where_they_must(text: str, written: str) -> None:
    assert scalar(text) == written


def test_long_lines_are_folded_at_words() -> None:
    text = " ".join(["mot"] * 60) + " fin : suite"
    lines = list(lines_of("a", text))
    assert lines[0] == "a: >-"
    assert all(len(line) <= 100 for line in lines)
    assert read(lines) == {"a": text}


def test_non_breaking_spaces_stay_and_invisible_characters_go() -> None:
    assert one_line("Quoi\u00a0?\x00 \u2028oui\ufeff") == "Quoi\u00a0? oui"
    assert many_lines("\n\na  \r\n\r\nb\x07\n\n") == "a\n\nb"


def test_a_very_long_word_is_left_whole() -> None:
    word = "a" * (MAX_BYTES // 100)
    assert read(list(lines_of("a", word))) == {"a": word}
