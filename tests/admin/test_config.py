"""The configuration of the content management system, as generated."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from macros.admin.config import configuration
from macros.cli import main
from macros.content.json_schema import schema_of
from macros.project import Project
from tests.conftest import ROOT

SCHEMA = ROOT / "node_modules/@sveltia/cms/schema/sveltia-cms.json"


@pytest.fixture(scope="module")
def config(project: Project) -> dict[str, Any]:
    return configuration(project.network.content)


def _collection(config: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(c for c in config["collections"] if c.get("name") == name)
    return found


def test_the_system_takes_it(config: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "config.yml"
    file.write_text(yaml.safe_dump(config), encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(SCHEMA), str(file)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_system_that_is_not_installed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["admin"])
    assert result.exit_code == 1
    assert "npm ci" in result.output


def test_it_requires_what_the_model_requires(config: dict[str, Any]) -> None:
    news = _collection(config, "nord-news")
    required = {field["name"] for field in news["fields"] if field["required"]}
    assert required == set(schema_of("news")["required"])


def _fields(part: Any) -> Iterator[dict[str, Any]]:
    """Go through all fields, those inside of others included."""
    if isinstance(part, list):
        for one in part:
            yield from _fields(one)
    elif isinstance(part, dict):
        if "widget" in part:
            yield part
        yield from _fields([part.get(key) for key in ("collections", "files", "fields", "field")])


def test_every_text_has_both_sides(config: dict[str, Any]) -> None:
    sides = 0
    for field in _fields(config):
        inner = field.get("fields", [])
        names = [each["name"] for each in inner]
        if "fr" in names or "nl" in names:
            assert names == ["fr", "nl"]
            assert inner[0]["required"] == inner[1]["required"]
            assert inner[0]["widget"] == inner[1]["widget"]
            sides += 1
    assert sides > 100


def test_every_data_file_of_editors_has_its_form(config: dict[str, Any]) -> None:
    folders = {c["folder"] for c in config["collections"] if "folder" in c}
    files = {f["file"] for c in config["collections"] for f in c.get("files", [])}
    kept = {"labels", "navigation", "redirects", "hosts", "published", "forge"}
    for path in sorted((ROOT / "data").rglob("*.yml")):
        file = path.relative_to(ROOT).as_posix()
        if path.stem not in kept:
            assert file in files or path.parent.relative_to(ROOT).as_posix() in folders, file


def test_every_word_is_in_both_languages(config: dict[str, Any]) -> None:
    """A side of a pair is named by its language, and the text of a list by the list."""
    names = {"fr": "Français", "nl": "Nederlands"}
    fields = list(_fields(config))
    inside = [field["field"] for field in fields if "field" in field]
    for field in (field for field in fields if field not in inside):
        if field["name"] in names:
            assert field["label"] == names[field["name"]]
        else:
            assert field["label"] != field["name"], field
            assert "\n\n" in field.get("hint", "\n\n"), field
    assert "Titre / Titel" in {field["label"] for field in fields}
    assert "{{" not in json.dumps(fields[0])
