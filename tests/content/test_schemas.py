"""The JSON Schemas are current and accept what editors write."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from macros.content.json_schema import DIALECT, FOLDER, generated_files, schema_of
from macros.content.load import load
from macros.content.shapes import SHAPES, shape_of
from tests.conftest import ROOT, bassin


class Yaml12(yaml.CBaseLoader):
    """Scalars as yaml-language-server reads them (YAML 1.2, core schema)."""


def core(text: str, *, plain: bool) -> Any:
    if plain and text in ("true", "false"):
        return text == "true"
    if plain and re.fullmatch(r"-?(0|[1-9]\d*)", text):
        return int(text)
    if plain and re.fullmatch(r"-?\d+\.\d+", text):
        return float(text)
    return text


def construct(_: Yaml12, node: yaml.ScalarNode) -> Any:
    return core(node.value, plain=node.style is None)


Yaml12.add_constructor("tag:yaml.org,2002:str", construct)


def errors(kind: str, text: str) -> list[str]:
    validator = jsonschema.Draft7Validator(schema_of(kind))
    value = yaml.load(text, Loader=Yaml12)  # noqa: S506 - makes texts and numbers only
    return [error.message for error in validator.iter_errors(value)]


@pytest.mark.parametrize("name", sorted(generated_files()))
def test_committed_files_are_current(name: str) -> None:
    committed = (ROOT / name).read_text(encoding="utf-8")
    assert committed == generated_files()[name], "run: bassin schemas"


def test_nothing_else_is_committed_there() -> None:
    found = {f"{FOLDER}/{path.name}" for path in (ROOT / FOLDER).iterdir()}
    assert found == {name for name in generated_files() if name.startswith(FOLDER)}


@pytest.mark.parametrize("kind", [*SHAPES, "page"])
def test_schemas_are_valid_and_bilingual(kind: str) -> None:
    schema = schema_of(kind)
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT
    assert "\n\n" in schema["description"]
    for name, field in schema.get("properties", {}).items():
        assert field["title"], name
        assert "\n\n" in field["description"], name


def test_the_real_data_is_valid() -> None:
    seen = set()
    for path in sorted((ROOT / "data").glob("*/**/*.yml")):
        below = path.relative_to(ROOT / "data").as_posix()
        kind, _ = shape_of(below) or ("", {})
        assert errors(kind, path.read_text(encoding="utf-8")) == [], below
        seen.add(kind)
    assert seen >= {"bassin", "news", "events", "actions", "groups", "resources", "figures"}


NEWS = """
title: {fr: Un titre, nl: Een titel}
slug: {fr: un-titre, nl: een-titel}
date: 2024-09-23
summary: {fr: 2024, nl: 2025}
body: {fr: Texte, nl: Tekst}
year_deduced: true
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("date: 2024-09-23", "date: 23/09/2024"),
        ("nl: Een titel", "en: A title"),
        ("slug: {fr: un-titre", "slug: {fr: Un titre"),
        ("year_deduced: true", "year_deduced: yes"),
        ("title:", "titel:"),
        ("date: 2024-09-23", "date: 2024-09-23\nid: x"),
        ("date: 2024-09-23", "date: 2024-09-23\nactions: diagnostics"),
    ],
)
def test_a_schema_accepts_and_refuses(old: str, new: str) -> None:
    assert errors("news", NEWS) == []
    assert errors("news", NEWS.replace(old, new)) != []


def test_values_with_and_without_quotes() -> None:
    figure = "- {id: a, title: {fr: a, nl: b}, unit: percent, source: {fr: a, nl: b}, %s}"
    assert errors("figures", figure % "value: 36.21, year: 2024") == []
    assert errors("figures", figure % 'value: "36.21", year: "2024"') == []
    assert errors("figures", figure % "value: 36.21, year: vorig jaar") != []
    assert errors("figures", figure.replace("percent", "procent") % "value: 1, year: 2024") != []
    assert errors("communes", "- {id: a, name: {fr: a, nl: b}, postcodes: [1060]}") == []
    assert errors("communes", "- {id: a, name: {fr: a, nl: b}, postcodes: []}") != []


def test_the_workspace_maps_each_schema_to_its_files() -> None:
    settings = json.loads(generated_files()[".vscode/settings.json"])
    mapped = settings["yaml.schemas"]
    for schema, patterns in mapped.items():
        assert (ROOT / schema).is_file()
        assert len(patterns) == 1
    news = mapped["./data/.schemas/news.json"][0]
    assert {path.parent.name for path in ROOT.glob(news)} == {"news"}


def test_the_loader_leaves_the_schemas_alone() -> None:
    assert not [f for f in load(ROOT)[1] if f.file.startswith(FOLDER)]


def test_the_command_writes_what_is_stale_and_tells(tmp_path: Path) -> None:
    first = bassin("schemas", cwd=tmp_path)
    assert first.returncode == 0
    assert set(first.stdout.split()) == set(generated_files())
    assert bassin("schemas", "--check", cwd=tmp_path).returncode == 0
    stale = tmp_path / FOLDER / "news.json"
    stale.write_text("{}", encoding="utf-8")
    checked = bassin("schemas", "--check", cwd=tmp_path)
    assert (checked.returncode, checked.stdout.strip()) == (1, f"{FOLDER}/news.json")
    assert stale.read_text(encoding="utf-8") == "{}"
    assert bassin("schemas", cwd=tmp_path).returncode == 0
    assert stale.read_text(encoding="utf-8") == generated_files()[f"{FOLDER}/news.json"]
