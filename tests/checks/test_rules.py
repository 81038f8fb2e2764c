"""What holds for every rule."""

import re
from pathlib import Path

import pytest

import macros
import macros.checks.rules
from macros.checks.registry import Family, all_rules
from macros.content.messages import MODEL_ERRORS
from tests.samples import Project

MADE = re.compile(
    r'(?:_error|Finding|RenderError|refuse|_made|_problem|Mistake)\(\s*(?:rule, )?"([a-z0-9-]+)"'
)
OF_BUILT_SITES = frozenset({"verify", "cli"})
"""Packages whose findings are about what was built, not about sources."""
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
    assert not re.search(r"[^\u00a0][;?!»](?:\s|$)|« ", rule.summary.fr)
    if rule.family is not Family.TYPOGRAPHY:
        assert not re.search(r"[\s\u00a0][:;?!](?:\s|$)", rule.summary.nl)
    assert rule.find.__doc__
    assert rule.before != rule.after or name in BY_THE_RUN


def test_every_finding_of_the_package_belongs_to_a_rule() -> None:
    """The guide would not be whole if the loader, the plan or a macro made up a rule."""
    named: set[str] = {name for name, _, _ in MODEL_ERRORS.values()}
    for path in Path(macros.__path__[0]).rglob("*.py"):
        if not OF_BUILT_SITES.intersection(path.parts):
            named |= set(MADE.findall(path.read_text(encoding="utf-8")))
    assert named - set(all_rules()) == set()


def test_rules_stand_in_modules_of_the_package() -> None:
    folder = Path(macros.checks.rules.__path__[0])
    modules = {f"macros.checks.rules.{path.stem}" for path in folder.glob("[a-z]*.py")}
    assert {rule.find.__module__ for rule in all_rules().values()} <= modules


def test_no_rule_fires_on_the_sample_project(project: Project) -> None:
    assert project.check(*all_rules()) == []
