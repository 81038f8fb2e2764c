"""The structure of Markdown texts."""

from macros.texts.markdown import structure_of

TEXT = """\
Début avec {{ phone("nord") }} dedans.

## Titre { #ancre }

Un [lien](/contact/index.md "Nous écrire") et
une ![carte](carte.svg).

- un
- deux [vers]({{ url("x y") }})
    - sous

!!! note "Attention"

    Dans l’encadré.

| a | b |
|---|---|
| 1 | 2 |
| 3 | 4 |

### Titre

### Titre

Le mot <span lang="nl">zorgzone</span> est néerlandais.

``` yaml
code: ici
```
"""


def test_blocks_links_and_calls_stand_on_their_lines() -> None:
    found = structure_of(TEXT, 10)
    headings = [(block.level, block.text, block.line, block.anchor) for block in found.headings]
    assert headings == [
        (2, "Titre", 12, "ancre"),
        (3, "Titre", 30, "titre"),
        (3, "Titre", 32, "titre_1"),
    ]
    assert [(link.target, link.text, link.line, link.image) for link in found.links] == [
        ("/contact/index.md", "lien", 14, False),
        ("carte.svg", "carte", 15, True),
        ('{{ url("x y") }}', "vers", 18, False),
    ]
    assert [(call.name, call.arguments, call.line) for call in found.calls] == [
        ("phone", ("nord",), 10),
        ("url", ("x y",), 18),
    ]
    table = found.of("table")[0]
    assert (table.level, table.count, table.line) == (2, 2, 25)
    lists = [(block.detail, block.count, block.depth) for block in found.of("list")]
    assert lists == [("ul", 2, 0), ("ul", 1, 1)]
    assert [block.detail for block in found.of("admonition")] == ["note"]
    assert [block.detail for block in found.of("code")] == ["yaml"]


def test_words_leave_out_code_calls_and_quoted_languages() -> None:
    words = [block.text for block in structure_of(TEXT, 1).words]
    assert "Début avec  dedans." in words
    assert "Le mot  est néerlandais." in words
    assert "Dans l’encadré." in words
    assert not any("code" in text for text in words)


def test_text_is_cut_into_sections_at_headings() -> None:
    sections = structure_of("Intro\n\n## Un\n\nA\n\n### Deux\n\nB\n", 5).sections
    assert [(section.anchor, section.line, section.title) for section in sections] == [
        ("", 5, ""),
        ("un", 7, "Un"),
        ("deux", 11, "Deux"),
    ]
    assert sections[1].text == "## Un\n\nA\n"


def test_a_text_without_markup_gives_the_same_paragraphs_without_the_parser() -> None:
    plain = structure_of("Un.\nDeux.\n\n\nTrois.\n", 3)
    marked = structure_of("Un.\nDeux.\n\n\nTrois.\n\n*Fin*\n", 3)
    assert [(b.text, b.line, b.end) for b in plain.words] == [
        (b.text, b.line, b.end) for b in marked.words[:2]
    ]


def test_what_goes_on_over_a_line_end_moves_what_follows() -> None:
    text = 'Un ![a\nb](c.png) et\n<span\nlang="nl">x</span> [y](z)\n`a\nb` et `c` [q](r)\n'
    found = structure_of(text, 1)
    assert [(link.target, link.line) for link in found.links] == [("c.png", 1), ("z", 4), ("r", 6)]
    assert [tag.line for tag in found.tags] == [3, 4]


def test_a_call_that_jinja_cannot_read_is_told() -> None:
    call = structure_of('{{ phone("nord }}', 4).calls[0]
    assert call.line == 4
    assert call.problem
    assert structure_of("{{ " + "[" * 3000 + " }}", 4).calls[0].problem


def test_variables_and_named_arguments_are_calls_too() -> None:
    calls = structure_of('{{ bassin.name }} {{ figures(set="age", places=[1, x]) }}', 1).calls
    assert [(call.name, call.named) for call in calls] == [
        ("bassin", ()),
        ("figures", (("set", "age"), ("places", "…"))),
    ]
