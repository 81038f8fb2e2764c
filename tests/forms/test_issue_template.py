"""The files of `.github/ISSUE_TEMPLATE/`."""

import subprocess
import sys

import pytest
import yaml

from macros.forms.catalogue import FORMS
from macros.forms.issue_template import FOLDER, templates
from macros.language import LANGS
from macros.project import Project
from tests.conftest import ROOT


def test_forms_are_current(project: Project) -> None:
    written = templates(project.network.content.bassins)
    on_disk = {
        path.name: path.read_text(encoding="utf-8") for path in (ROOT / FOLDER).glob("*.yml")
    }
    assert on_disk == dict(written), "run: bassin forms"


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [("vendor.github-issue-forms", "*.??.yml"), ("vendor.github-issue-config", "config.yml")],
)
def test_the_forge_takes_them(schema: str, pattern: str) -> None:
    files = [str(path) for path in sorted((ROOT / FOLDER).glob(pattern))]
    assert files
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_both_languages_ask_the_same(project: Project) -> None:
    written = templates(project.network.content.bassins)
    for form in FORMS.values():
        asked = []
        for lang in LANGS:
            read = yaml.safe_load(written[form.file(lang)])
            asked.append([(e["type"], e.get("id"), e.get("validations")) for e in read["body"]])
        assert asked[0] == asked[1]


def test_labels_of_a_form_differ() -> None:
    for form in FORMS.values():
        for lang in LANGS:
            labels = [field.label[lang] for field in form.fields]
            assert len(set(labels)) == len(labels)
