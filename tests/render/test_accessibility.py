"""The accessibility statement comes from the data."""

from dataclasses import replace

import pytest

from macros.content.territory import AccessibilityStatement, Forge
from macros.language import LANGS, Lang
from macros.project import Project
from macros.render.errors import RenderError
from macros.render.macros import MACROS, STATEMENT_PARTS, call
from macros.render.view import View


def view(project: Project, lang: Lang, statement: AccessibilityStatement | None) -> View:
    region = replace(project.network.content.region, accessibility=statement)
    content = replace(project.network.content, region=region)
    site = project.network.site("nord", lang)
    return View(replace(project.network, content=content), site, site.pages["accessibility"])


@pytest.mark.parametrize("lang", LANGS)
def test_each_part_is_shown(project: Project, lang: Lang) -> None:
    statement = project.network.content.region.accessibility
    assert statement
    page = view(project, lang, statement)
    shown = {name: call(MACROS["accessibility"], page, name) for name in STATEMENT_PARTS}
    assert shown["standard"] == statement.standard[lang]
    assert "2026" in shown["date"]
    assert shown["gaps"].count("<li>") == len(statement.gaps)
    assert shown["method"].count("<p>") == len(statement.method)
    assert statement.complaint.url in shown["complaint"]


def test_no_known_gap_is_said_and_no_statement_refused(project: Project) -> None:
    statement = project.network.content.region.accessibility
    assert statement
    none_known = view(project, "nl", statement.model_copy(update={"gaps": ()}))
    assert call(MACROS["accessibility"], none_known, "gaps") == "<p>We kennen er geen.</p>"
    with pytest.raises(RenderError) as missing:
        call(MACROS["accessibility"], view(project, "fr", None), "date")
    assert "data/region/accessibility.yml" in missing.value.message.nl


def test_with_a_forge_an_example_can_be_shared_there(project: Project) -> None:
    region = replace(
        project.network.content.region, forge=Forge(repository="https://forge.example/a/b")
    )
    content = replace(project.network.content, region=region)
    network = replace(project.network, content=content)
    site = network.site("sud", "nl")
    shown = call(MACROS["example_form"], View(network, site, site.pages["share"]))
    assert 'href="https://forge.example/a/b/issues/new?template=example.nl.yml&amp;' in shown
    without = View(project.network, site, site.pages["share"])
    assert "issues/new" not in call(MACROS["example_form"], without)
