"""What the guides for editors say is true: commands, paths, templates, fields, macros, rules."""

import re
import shlex
import xml.etree.ElementTree as ET
from pathlib import Path

import click
import pytest
from lxml import html

from macros.authoring.kinds import KINDS
from macros.checks.registry import all_rules
from macros.cli import main
from macros.content.json_schema import PAGE
from macros.content.messages import MODEL_ERRORS
from macros.content.shapes import SHAPES
from macros.content.strict_yaml import Document, parse
from macros.forms.catalogue import FORMS
from macros.forms.convert import MARK
from macros.language import LANGS, Lang
from macros.project import Project
from macros.render.errors import RenderError
from macros.render.guides import block, documented, field_rows
from macros.render.macros import MACROS, call
from macros.render.view import View
from macros.site.network import Site
from tests.conftest import ROOT


def names_of(lang: Lang) -> list[str]:
    """Return the chapters below `docs/<lang>/guide/`."""
    folder = ROOT / "docs" / lang / "guide"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))


NAMES = names_of("fr")
MESSAGES = "messages/index.md"
GUIDES = [(lang, name) for lang in LANGS for name in NAMES]


def text_of(lang: Lang, name: str) -> str:
    return (ROOT / "docs" / lang / "guide" / name).read_text(encoding="utf-8")


def code_of(lang: Lang, name: str) -> list[str]:
    """Return what a guide shows as code inside its sentences."""
    return re.findall(r"`([^`\n]+)`", text_of(lang, name))


def view_of(project: Project, lang: Lang) -> View:
    site = project.network.site("nord", lang)
    return View(project.network, site, site.pages["guide/index"])


def test_the_chapters_are_the_same_in_both_languages() -> None:
    assert names_of("nl") == NAMES
    for name in NAMES:
        if name != "index.md":
            folder, _, leaf = name.rpartition("/")
            above = MESSAGES if folder and name != MESSAGES else "index.md"
            link = leaf if above == MESSAGES else name
            assert all(f"]({link})" in text_of(lang, above) for lang in LANGS)


@pytest.mark.parametrize(("lang", "name"), GUIDES)
def test_every_command_exists(lang: Lang, name: str) -> None:
    for words in code_of(lang, name):
        if words.startswith("bassin "):
            command: click.Command = main
            for word in shlex.split(words)[1:]:
                if isinstance(command, click.Group):
                    found = command.get_command(click.Context(command), word)
                    assert found is not None, words
                    command = found
                else:
                    _check_word(command, word, words)


def _check_word(command: click.Command, word: str, words: str) -> None:
    """Look for an option; what follows one is its value, what does not is a path."""
    options = {o: p for p in command.params for o in p.opts}
    before = words.partition(f" {word}")[0].split()[-1]
    if word.startswith("-"):
        assert word in options, words
    elif before not in options:
        assert any(isinstance(p, click.Argument) for p in command.params), words
        assert (ROOT / word).exists(), words


@pytest.mark.parametrize(("lang", "name"), GUIDES)
def test_every_path_exists(lang: Lang, name: str) -> None:
    for words in code_of(lang, name):
        if re.match(r"(data|docs|overrides|macros)/", words):
            assert (ROOT / words).exists(), words


def test_commands_and_paths_are_named_at_all() -> None:
    for lang in LANGS:
        code = [words for name in NAMES for words in code_of(lang, name)]
        made = {words.split()[2] for words in code if words.startswith("bassin new ")}
        assert made == set(KINDS)
        assert {"bassin check", "bassin serve", "data/nord/news/"} <= set(code)


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_has_a_template_and_its_fields(lang: Lang) -> None:
    everything = "\n".join(text_of(lang, name) for name in NAMES)
    for kind in KINDS.values():
        assert f'{{{{ block("{kind.name}") }}}}' in everything
        assert f'{{{{ fields("{kind.shape}") }}}}' in everything


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", KINDS)
def test_a_template_is_yaml_with_comments_in_one_language(lang: Lang, name: str) -> None:
    fence, *lines, end = block(name, lang).split("\n")
    assert (fence, end) == ("``` yaml", "```")
    text = "\n".join(line for line in lines if line != "---")
    document = parse(text, "f.yml")
    assert isinstance(document, Document)
    other: Lang = "nl" if lang == "fr" else "fr"
    field = KINDS[name].fields[KINDS[name].asked[0]].doc
    assert field.text[lang] in text
    assert field.text[other] not in text


@pytest.mark.parametrize("lang", LANGS)
def test_fields_start_with_what_must_be_there(lang: Lang) -> None:
    rows = field_rows("events", lang)
    top = [row.required for row in rows if "›" not in row.key]
    assert top == sorted(top, reverse=True)
    assert {"place › name", "repeat › rule"} <= {row.key for row in rows}
    assert "id" not in {row.key for row in rows}
    assert field_rows("figures", lang)[0].key == "id"
    assert all("{" not in row.example for row in rows)
    assert {kind for kind in documented() if not field_rows(kind, lang)} == set()


def test_kinds_without_fields_are_not_documented() -> None:
    assert set(documented()) < {*SHAPES, PAGE}
    assert field_rows("labels", "fr") == ()


@pytest.mark.parametrize("lang", LANGS)
def test_the_chapters_of_messages_explain_every_rule_once(
    project: Project, ten_sites: Path, lang: Lang
) -> None:
    site = project.network.site("nord", lang)
    index = built(ten_sites, site, "guide/messages/index")
    keys = [key for key in site.pages if key.startswith("guide/messages/")]
    pages = {key: built(ten_sites, site, key) for key in keys if not key.endswith("/index")}
    for rule in all_rules().values():
        (link,) = index.findall(f".//li[@id='{rule.id}']/a")
        (key,) = [
            key for key, page in pages.items() if page.find(f".//h3[@id='{rule.id}']") is not None
        ]
        assert link.get("href") == f"{site.pages[key].url.split('/')[-2]}/#{rule.id}"
        texts = {"".join(e.itertext()).strip() for e in pages[key].iter("p", "code")}
        assert {rule.before.strip(), rule.after.strip()} <= texts | {""}
        assert any(text.startswith(rule.summary[lang]) for text in texts)
    names = [item.get("id") for item in index.iterfind(".//ul[@class='names']/li")]
    assert names == sorted(all_rules())


def built(ten_sites: Path, site: Site, key: str) -> html.HtmlElement:
    return html.parse(ten_sites / site.host / site.pages[key].url / "index.html").getroot()


@pytest.mark.parametrize("lang", LANGS)
def test_the_macros_show_the_one_source(project: Project, lang: Lang) -> None:
    view = view_of(project, lang)
    listed = call(MACROS["macro_list"], view)
    for macro in MACROS.values():
        assert f"<dd>{macro.doc[lang]}</dd>" in listed
    shown = call(MACROS["fields"], view, "news")
    assert KINDS["news"].fields["date"].doc.text[lang] in shown
    assert call(MACROS["block"], view, "news") == block("news", lang)
    for name, known in (("fields", "news"), ("block", "news"), ("rules", "facts")):
        with pytest.raises(RenderError) as refused:
            call(MACROS[name], view, f"{known}z")
        assert known in refused.value.fix[lang]


@pytest.mark.parametrize("lang", LANGS)
def test_visitors_do_not_meet_the_guide_in_lists_and_search(project: Project, lang: Lang) -> None:
    view = view_of(project, lang)
    guides = [page for page in view.site.pages.values() if page.key.startswith("guide/")]
    assert len(guides) == len(NAMES)
    assert not any(page in view.alphabet or page.is_findable for page in guides)
    assert "guide/index" in [page.key for page in view.footer]


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_guides_name_on_the_forge_is_there(lang: Lang) -> None:
    workflow = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    accepted = (ROOT / ".github/workflows/form-to-pull-request.yml").read_text(encoding="utf-8")
    for words in ("Vérifier · Nakijken", "apercu-voorbeeld"):
        assert words in code_of(lang, "review.md")
        assert words in workflow
    code = code_of(lang, "write.md")
    assert "== 'accepted'" in accepted
    assert {"accepted", MARK[lang], *(form.name[lang] for form in FORMS.values())} <= set(code)


@pytest.mark.parametrize("lang", LANGS)
def test_the_drawn_message_is_the_real_one(lang: Lang) -> None:
    drawn = " ".join(words_of(lang, "message.svg")).replace("\u00a0", " ")
    _, message, fix = MODEL_ERRORS["date_order"]
    for text in (message, fix):
        said = text.format(key="date", value="15/01/2027", iso="2027-01-15")[lang]
        assert said.replace("\u00a0", " ") in drawn


def words_of(lang: Lang, drawing: str) -> list[str]:
    root = ET.parse(ROOT / f"docs/{lang}/guide/{drawing}").getroot()  # noqa: S314 - ours
    return [element.text or "" for element in root.iter() if element.tag.endswith("text")]


@pytest.mark.parametrize(
    ("name", "drawing"),
    [
        ("index.md", "path.svg"),
        ("write.md", "keys.svg"),
        (MESSAGES, "message.svg"),
        ("review.md", "compare.svg"),
    ],
)
def test_a_drawing_is_the_same_with_other_words(name: str, drawing: str) -> None:
    french, dutch = (words_of(lang, drawing) for lang in LANGS)
    assert len(french) == len(dutch)
    # What stands in files is the same; all else is translated.
    assert all(":" in same for same in set(french) & set(dutch))
    for lang in LANGS:
        assert re.search(rf"]\((\.\./)?{drawing}\)", text_of(lang, name))
        assert (ROOT / f"docs/{lang}/guide/{drawing}").stat().st_size < 5000
