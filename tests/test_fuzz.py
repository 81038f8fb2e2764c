"""Byte soup in the sources gives findings, never an exception."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.content.load import load
from macros.content.shapes import SHAPES
from macros.content.strict_yaml import Document, parse
from macros.content.validate import validate
from macros.finding import Finding
from macros.project import prepare
from macros.render.calls import calls
from tests.conftest import ROOT, TODAY, bassin

SOUP = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="ab:-\n\t \"'[]{}|>*&!%@`#?,~é", max_size=200),
)
SAMPLES = sorted(
    path.read_text() for path in (ROOT / "data/nord").rglob("*.yml") if path.stat().st_size < 4000
)


@settings(max_examples=300)
@given(SOUP)
def test_any_text_is_a_document_or_findings(text: str) -> None:
    parsed = parse(text, "f.yml")
    if isinstance(parsed, Document):
        for shape in SHAPES.values():
            found = validate(shape.holds, parsed, "f.yml", {})
            assert not isinstance(found, list) or all(isinstance(f, Finding) for f in found)


@settings(max_examples=200)
@given(st.sampled_from(SAMPLES), st.data())
def test_spoilt_samples_are_documents_or_findings(sample: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(sample)))
    length = data.draw(st.integers(0, 40))
    text = sample[:start] + data.draw(SOUP) + sample[start + length :]
    parsed = parse(text, "f.yml")
    if isinstance(parsed, Document):
        for shape in SHAPES.values():
            validate(shape.holds, parsed, "f.yml", {"id": "x"})


@settings(max_examples=300)
@given(st.one_of(SOUP, st.text(alphabet="{}%#() \n\"'ab=,|1", max_size=80)))
def test_any_text_has_macro_calls_or_mistakes(text: str) -> None:
    list(calls(text))


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.binary(max_size=300), st.sampled_from(["data/nord/groups.yml", "docs/fr/contact.md"]))
def test_any_bytes_in_a_file(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    content, found = load(tmp_path)
    assert content.bassins == ()
    assert all(finding.message.fr and finding.message.nl for finding in found)


@pytest.mark.parametrize("seed", range(12))
def test_spoilt_projects_are_reported_whole(project_copy: Path, seed: int) -> None:
    chance = random.Random(seed)
    files = sorted([*project_copy.glob("data/**/*.yml"), *project_copy.glob("docs/**/*.md")])
    for path in chance.sample(files, 6):
        data = bytearray(path.read_bytes())
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    data[place] = chance.randrange(256)
                case 1:
                    del data[place : place + chance.randint(1, 30)]
                case 2:
                    data[place:place] = chance.choice([b"\t", b"{{", b": ", b"\xe9", b"- ", b"*a"])
                case _:
                    lines = bytes(data).split(b"\n")
                    del lines[chance.randrange(len(lines))]
                    data = bytearray(b"\n".join(lines)) or bytearray(b"x")
        path.write_bytes(data)
    for finding in prepare(project_copy, TODAY).findings:
        assert (project_copy / finding.file).parent.exists()
        assert finding.line >= 1


def test_the_command_never_shows_a_traceback(project_copy: Path) -> None:
    for name in ("data/nord/bassin.yml", "docs/fr/index.md", "data/region/labels.yml"):
        (project_copy / name).write_bytes(b"\x00\xff: [\n\t}")
    result = bassin("check", cwd=project_copy)
    assert result.returncode == 1
    assert "Traceback" not in result.stdout + result.stderr
    assert "data/nord/bassin.yml:1" in result.stdout
