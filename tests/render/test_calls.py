"""Macro calls in pages are checked before MkDocs sees them."""

from pathlib import Path

import pytest

from macros.project import prepare
from macros.render import environment
from macros.render.calls import Call, calls
from macros.render.errors import RenderError
from macros.render.macros import MACROS
from macros.texts.macro_calls import mask
from tests.conftest import TODAY


def test_calls_are_read_with_their_arguments_and_lines() -> None:
    found = list(calls('Bonjour\n\n{{ news(limit=3) }}\n{{ term("clss") }} et {{ email() }}\n'))
    assert [(c.macro.name, c.args, c.kwargs, c.line) for c in found if isinstance(c, Call)] == [
        ("news", (), (("limit", 3),), 3),
        ("term", ("clss",), (), 4),
        ("email", (), (), 4),
    ]


def test_a_text_without_braces_has_no_calls() -> None:
    assert list(calls("Un texte { simple }.")) == []


def test_brackets_within_hundreds_of_others_are_a_mistake_of_their_line() -> None:
    ((line, error),) = [
        found for found in calls("Un.\n\n{{" + "{" * 3000) if isinstance(found, tuple)
    ]
    assert (line, error.rule) == (3, "macro-syntax")


MISTAKES = (
    ("{{ new() }}", "unknown-macro", "« news »"),
    ("{{ contact }}", "unknown-macro", "contact() }}"),
    ("{{ contact()", "macro-syntax", ""),
    ("{% if x %}a{% endif %}", "macro-syntax", ""),
    ("{{ 1 + 1 }}", "macro-syntax", ""),
    ("{{ email() | upper }}", "macro-syntax", ""),
    ("{{ news(limit=trois) }}", "macro-argument", "news(limit=5)"),
    ("{{ news(limite=3) }}", "macro-argument", "limit"),
    ("{{ news(limit=0) }}", "macro-argument", "5"),
    ('{{ news(limit="3") }}', "macro-argument", "5"),
    ("{{ news(limit=[3]) }}", "macro-argument", "news(limit=5)"),
    ("{{ news(*[3]) }}", "macro-argument", "news(limit=5)"),
    ('{{ actions(mission="reseaux") }}', "macro-argument", "« reseau »"),
    ('{{ term("cls") }}', "macro-argument", "« clss »"),
    ('{{ groups(kind="conseil") }}', "macro-argument", "council"),
    ('{{ register(kind="outil") }}', "macro-argument", "tool"),
    ("{{ contact(1) }}", "macro-argument", "contact()"),
)


def test_each_mistake_names_its_line_and_remedy(project_copy: Path) -> None:
    pages = [
        path for path in (project_copy / "docs/nl").rglob("*.md") if path.parent.name != "guide"
    ]
    expected: dict[str, tuple[str, int]] = {}
    remedies: dict[str, str] = {}
    for page, (text, rule, words) in zip(sorted(pages), MISTAKES, strict=False):
        lines = page.read_text().rstrip().split("\n")
        page.write_text("\n".join([*lines, "", "Tekst.", text, ""]))
        file = page.relative_to(project_copy).as_posix()
        expected[file] = (rule, len(lines) + 3)
        remedies[file] = words
    assert len(expected) == len(MISTAKES)
    found = prepare(project_copy, TODAY).findings
    assert {(f.file, f.rule, f.line) for f in found} == {
        (file, *place) for file, place in expected.items()
    }
    for each in found:
        assert each.fix
        assert remedies[each.file] in each.fix.fr


def test_a_misspelt_macro_is_named_beside_other_mistakes(project_copy: Path) -> None:
    news = next(project_copy.glob("data/nord/news/*.yml"))
    news.write_text(news.read_text().replace("title:", "titel:", 1))
    page = project_copy / "docs/nl/contact.md"
    page.write_text(f"{page.read_text()}\n{{{{ agnda() }}}}\n\n{{{{ news(limit='no') }}}}\n")
    rules = {f.rule for f in prepare(project_copy, TODAY).findings}
    assert "unknown-macro" in rules
    # The data are not whole, so what a macro makes of them says nothing about its call.
    assert not rules & {"macro-argument", "template-error"}


def test_a_broken_template_is_named_with_its_macro(
    project_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "OVERRIDES", project_copy / "overrides")
    environment.environment.cache_clear()
    (project_copy / "overrides/macros/contact.html").write_text("{{ view.nothing }}")
    try:
        found = prepare(project_copy, TODAY).findings
    finally:
        environment.environment.cache_clear()
    assert {f.rule for f in found} == {"template-error"}
    assert all("contact" in f.message.nl for f in found)


def test_a_missing_label_is_named(project_copy: Path) -> None:
    labels = project_copy / "data/region/labels.yml"
    text = labels.read_text()
    labels.write_text(text.replace("\ncommune:\n", "\ncommunes:\n"))
    found = prepare(project_copy, TODAY).findings
    assert {f.rule for f in found} == {"missing-label"}
    assert all(f.fix and "« communes »" in f.fix.fr for f in found)


def test_every_macro_is_documented_with_a_call_that_works(project_copy: Path) -> None:
    page = project_copy / "docs/fr/contact.md"
    examples = "\n\n".join(f"{{{{ {macro.example} }}}}" for macro in MACROS.values())
    page.write_text(page.read_text() + examples)
    assert [f.text() for f in prepare(project_copy, TODAY).findings] == []
    for macro in MACROS.values():
        assert macro.doc.fr.endswith(".")
        assert macro.doc.nl.endswith(".")
        assert macro.doc.fr != macro.doc.nl


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("{{ email() }", "{{ email() }}"),
        ("{{ email() . Un mot.", "{{ email() }}"),
        ("{{ groups(“atelier”) }}", '{{ groups("atelier") }}'),
        ("{{ groups(« atelier ») }}", '{{ groups("atelier") }}'),
        ("{{ proposal path() }}", "{{ proposal_path() }}"),
        ("{{ contact( }}", "{{ contact() }}"),  # the example that is always given
    ],
)
def test_a_call_that_lacks_a_little_is_written_whole(written: str, right: str) -> None:
    (found,) = calls(f"Un.\n\n{written}\n\n## Deux\n")
    assert not isinstance(found, Call)
    _, error = found
    assert isinstance(error, RenderError)
    assert right in error.fix.fr
    assert right in error.fix.nl


def test_a_call_that_never_ends_takes_nothing_with_it() -> None:
    text = "{{ email() }\n\n## Un\n\n{{ contact() }}\n"
    masked = mask(text, 1)
    assert [(call.name, call.line) for call in masked.calls] == [("contact", 5)]
    assert "## Un" in masked.text
