"""What holds for every rule, and the page that explains them."""

import re
from pathlib import Path

import pytest

import macros.checks.rules
from macros.checks.macro_calls import mask
from macros.checks.registry import Family, all_rules
from macros.checks.rules_page import FAMILIES, rules_page
from macros.language import LANGS, Lang
from tests.samples import Project

BY_THE_RUN = {"check-failed", "unused-escape"}


def test_ids_are_slugs() -> None:
    assert len(all_rules()) > 1
    for name in all_rules():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", name)


@pytest.mark.parametrize("name", all_rules())
def test_a_rule_is_explained_in_both_languages(name: str) -> None:
    rule = all_rules()[name]
    assert rule.summary.fr != rule.summary.nl
    for _, sentence in rule.summary:
        assert sentence.endswith(".")
        assert len(sentence) < 200
        assert "'" not in sentence
    assert not re.search(r"[^\u00a0][:;?!»](?:\s|$)|« ", rule.summary.fr)
    assert not re.search(r"[\s\u00a0][:;?!](?:\s|$)", rule.summary.nl)
    assert rule.find.__doc__
    assert rule.before != rule.after or name in BY_THE_RUN


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_explains_every_rule(lang: Lang) -> None:
    page = rules_page(lang)
    for name, rule in all_rules().items():
        assert f"### {name} {{ #{name} }}" in page
        assert rule.summary[lang] in page
    assert [f"## {FAMILIES[f][lang]}" in page for f in Family if f is Family.READING] == [True]
    assert "missing-translation" in page
    assert all(not call.problem for call in mask(page, 1).calls)


def test_every_rule_has_a_test_of_its_own() -> None:
    folder = Path(__file__).parent
    tests = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("test_*.py"))
    missing = [name for name in all_rules() if f'"{name}"' not in tests]
    assert missing == []


def test_rules_stand_in_modules_of_the_package() -> None:
    folder = Path(macros.checks.rules.__path__[0])
    modules = {f"macros.checks.rules.{path.stem}" for path in folder.glob("[a-z]*.py")}
    assert {rule.find.__module__ for rule in all_rules().values()} <= modules


def test_no_rule_fires_on_the_sample_project(project: Project) -> None:
    assert project.check(*all_rules()) == []
