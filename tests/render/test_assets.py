"""Stylesheet, script and fonts of a site."""

import re
from hashlib import sha256

import pytest

from macros.project import Project
from macros.render.assets import FOLDER, LICENCE, SCRIPT, STYLE, Assets, assets_for, small_css
from macros.render.markup import to_html


def of(project: Project, bassin: str) -> Assets:
    content = project.network.content
    return assets_for(content.bassin(bassin), content.bassins)


def text(assets: Assets, name: str) -> str:
    return next(file for file in assets.files if file.name == name).content.decode()


def test_names_tell_the_content(project: Project) -> None:
    for file in of(project, "nord").files:
        if file.name != LICENCE:
            assert sha256(file.content).hexdigest()[:10] in file.path


def test_bassins_differ_by_their_hue_alone(project: Project) -> None:
    north, south = of(project, "nord"), of(project, "sud")
    assert north.path(STYLE) != south.path(STYLE)
    assert north.path(SCRIPT) == south.path(SCRIPT)
    hue = re.compile(r"^:root\{--hue:\d+\}")
    assert hue.sub("", text(north, STYLE)) == hue.sub("", text(south, STYLE))
    assert hue.match(text(north, STYLE))


def test_the_stylesheet_finds_its_fonts(project: Project) -> None:
    assets = of(project, "nord")
    asked = re.findall(r"url\(\.\./([^)]+)\)", text(assets, STYLE))
    assert len(asked) == 2
    assert set(asked) <= {file.path for file in assets.files}


def test_an_unknown_asset_is_refused(project: Project) -> None:
    with pytest.raises(KeyError):
        of(project, "nord").path("stylesheets/none.css")


def test_small_css_keeps_what_counts() -> None:
    written = "/* a\n b */\n.a > .b {\n  width: calc(1px + 2px);\n  color: red;\n}\n"
    assert small_css(written) == ".a>.b{width:calc(1px + 2px);color:red;}"


def test_no_rule_is_unused(project: Project) -> None:
    """Every class that the stylesheet names is written by a template, the script or Markdown."""
    sources = [*FOLDER.parent.rglob("*.html"), *FOLDER.rglob("*.js")]
    written = "\n".join(path.read_text("utf-8") for path in sources)
    written += to_html('!!! note "Un"\n    Deux', str)
    style = text(of(project, "nord"), STYLE)
    named = set(
        re.findall(r"\.([a-z][a-z-]*)(?=[\s.,:{>)\[+]|$)", re.sub(r"url\([^)]*\)", "", style))
    )
    built = {"state", "is"}  # joined with a state in the templates
    bassins = {f"b-{bassin.id}" for bassin in project.network.content.bassins}
    unused = {
        name
        for name in named - bassins
        if name.split("-")[0] not in built and not re.search(rf"\b{name}\b", written)
    }
    assert unused == set()
