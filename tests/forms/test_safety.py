"""Texts that act, load or hide."""

import pytest

from macros.forms.catalogue import NEWS
from macros.forms.form import Field, RefusedError
from macros.forms.safety import clean

BODY = next(field for field in NEWS.fields if field.id == "body")
TITLE = next(field for field in NEWS.fields if field.id == "title")

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "< script >alert(1)",
    "<!-- caché -->",
    "<?php ?>",
    "{{ contact() }}",
    "{% raw %}",
    "{# note #}",
    "gauche \u202e etiord",
    "a\u0000b",
    "a\u0085b",
    "a\ufffeb",
]
HOSTILE_MARKDOWN = [
    "![photo](https://tracker.example/p.gif)",
    "![photo][p]\n\n[p]: https://tracker.example/p.gif",
    "[clic](javascript:alert(1))",
    "[clic](java&#115;cript:alert(1))",
    "[clic](data:text/html;base64,AAAA)",
    "[clic](//tracker.example/x)",
    "[clic](https://user:secret@tracker.example/)",
    "[clic](../../admin)",
    "[clic](https://example.org){: onclick=alert(1)}",
    "texte\n{: style=position:fixed }",
    '!!! note "a"\n    b',
    "<javascript:alert(1)>",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("field", [TITLE, BODY], ids=["title", "body"])
def test_refused_everywhere(field: Field, text: str) -> None:
    with pytest.raises(RefusedError) as refused:
        clean(text, field)
    assert field.label.fr in refused.value.reason.fr
    assert field.label.nl in refused.value.reason.nl


@pytest.mark.parametrize("text", HOSTILE_MARKDOWN)
def test_refused_in_markdown(text: str) -> None:
    with pytest.raises(RefusedError):
        clean(text, BODY)


@pytest.mark.parametrize(
    "text",
    [
        "Un **texte** avec [un lien](https://example.org/a?b=c#d) et <https://example.org>.",
        "[Écrire](mailto:info@example.org), [appeler](tel:+3223186057)",
        "| a | b |\n|:--|--:|\n| 1 | 2 |",
        "## Titre\n\n1. un\n2. deux\n\n> cité\n\n    code",
        "3 < 5 et 5 > 3",
    ],
)
def test_ordinary_markdown_passes(text: str) -> None:
    assert clean(text, BODY) == text


def test_leftovers_of_word_processors_go() -> None:
    assert clean("co\u00adordi\u200bna\ufefftion", TITLE) == "coordination"
    # As some systems write accents.
    assert clean("e\u0301te\u0301", BODY) == "\u00e9t\u00e9"


def test_a_line_stays_one_line() -> None:
    assert clean("un\ntitre:\u2028 a\tb", TITLE) == "un titre: a b"


def test_a_refusal_repeats_little_and_harmlessly() -> None:
    with pytest.raises(RefusedError) as refused:
        clean("<script>`@everyone`" + "x" * 500, TITLE)
    assert len(refused.value.reason.fr) < 300
    assert refused.value.reason.fr.count("`") == 2
