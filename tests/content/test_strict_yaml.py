"""YAML is read strictly, with the place of every value."""

import re

import pytest

from macros.content.strict_yaml import Document, parse


def document(text: str) -> Document:
    parsed = parse(text, "f.yml")
    assert isinstance(parsed, Document), parsed
    return parsed


def test_scalars_stay_text() -> None:
    text = "a: no\nb: 14:30\nc: 010\nd: 2024-01-02\ne: null\nf: ''\n"
    assert document(text).value == {
        "a": "no",
        "b": "14:30",
        "c": "010",
        "d": "2024-01-02",
        "e": "null",
        "f": "",
    }


def test_an_empty_value_is_none() -> None:
    assert document("a:\nb: ~\n").value == {"a": None, "b": None}
    assert document("# nothing\n").value is None


def test_marks_lead_to_keys_items_and_block_text() -> None:
    found = document("a: x\nlist:\n  - b: |\n      two\n      lines\n")
    assert found.mark(("a",)).line == 1
    assert found.mark(("list", 0)).line == 3
    assert found.mark(("list", 0, "b")).line == 3
    assert found.mark(("list", 0, "b")).text_line == 4
    assert found.mark(("list", 0, "missing")).line == 3
    assert Document("x", {}).mark(("y",)).line == 1


def test_lines_count_from_the_start_of_the_file() -> None:
    findings = parse("a: 1\na: 2", "page.md", offset=1)
    assert isinstance(findings, list)
    assert findings[0].line == 3


@pytest.mark.parametrize("sign", ["\r", "\x85", "\u2028", "\u2029"])
def test_only_a_newline_ends_a_line(sign: str) -> None:
    findings = parse(f"a: x{sign}y\nb: 1\nc", "f.yml")
    assert isinstance(findings, list)
    assert findings[0].line == 3


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("a: b: c", "yaml-colon", 1),
        ("title: Réunion: le 3\nx: 1", "yaml-colon", 1),
        ("a:\n\t- x", "yaml-tab", 2),
        ("a:\n  b: 1\n\tc: 2", "yaml-tab", 3),
        ("x: 1\na: 'x\nb: 1", "yaml-quote", 2),
        ("x: 1\na: [1, 2\nb: 3", "yaml-bracket", 2),
        ("a: 1\nb: 2\na: 3", "duplicate-key", 3),
        ("a: *x", "yaml-alias", 1),
        ("*a : b", "yaml-alias", 1),
        ("a: @x", "yaml-character", 1),
        ("x: 1\na: !Ouvert à tous", "yaml-character", 2),
        ("a: ! Ouvert", "yaml-character", 1),
        ("a: &Co de tekst", "yaml-character", 1),
        ("a: !!python/object:os.system [x]", "yaml-character", 1),
        ("x: 1\na: 'L'équipe'", "yaml-quote", 2),
        ('a: "Un" mot', "yaml-quote", 1),
        ("a:\n b: un\n  c: deux", "yaml-indent", 3),
        ("a:\n  b: 1\n c: 2", "yaml-indent", 3),
        ("a: 1\n---\nb: 2", "yaml-document", 2),
        ("? [a]\n: b", "yaml-key", 1),
        ("[" * 5000, "yaml-depth", 1),
        ("- " * 3000, "yaml-depth", 1),
        ("{\n" * 3000, "yaml-depth", 101),
        ("%YAML", "yaml-syntax", 1),
    ],
)
def test_what_is_refused(text: str, rule: str, line: int) -> None:
    parsed = parse(text, "f.yml")
    assert isinstance(parsed, list)
    assert [(finding.rule, finding.line) for finding in parsed] == [(rule, line)]
    assert all(finding.fix for finding in parsed)


@pytest.mark.parametrize(
    "text", ["a\nb\n", "a: |\n  Un.\n\n  " + "-" * 200 + "\n", "a: |\n  " + "- " * 30 + "x\n"]
)
def test_what_is_left_to_the_models(text: str) -> None:
    assert document(text).value


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x", "a: &x {b: *x}", "<<: &x {}\n<<: *x"])
def test_a_value_that_stands_twice_is_refused(text: str) -> None:
    parsed = parse(text, "f.yml")
    assert isinstance(parsed, list)
    assert {finding.rule for finding in parsed} <= {"yaml-alias", "yaml-character", "duplicate-key"}


def test_the_remedy_for_an_apostrophe_can_be_pasted() -> None:
    parsed = parse("  fr: 'L'équipe de l'hôpital'", "f.yml")
    assert isinstance(parsed, list)
    assert parsed[0].fix
    assert 'fr: "L’équipe de l’hôpital"' in parsed[0].fix.nl


@pytest.mark.parametrize(
    ("text", "rule", "line", "remedy"),
    [
        # the line that lacks its colon, not the next one, at which libyaml gives up
        ("title Contact\nslug: a", "yaml-key", 1, "title: Contact"),
        ("title {line} {x}\nslug: a", "yaml-key", 1, "title: {line} {x}"),
        ("slug: a\ntitle Contact\nmenu: b", "yaml-key", 2, "title: Contact"),
        ("a: 1\ntitle:\n  fr: Un\n  nl Een\nb: 2", "yaml-key", 4, "nl: Een"),
        ("a:\n  fr: |\n    Un\n  nl Een\nb: 2", "yaml-key", 4, "nl: Een"),
        ("slug: a\ntitle\nmenu: b", "yaml-key", 2, "title:"),
        ("date:2024-01-01\nx: 1", "yaml-key", 1, "date: 2024-01-01"),
        ("a: 1\nslug = x\nb: 2", "yaml-key", 2, "slug: x"),
        ("fr: [Jette] Atelier", "yaml-bracket", 1, 'fr: "[Jette] Atelier"'),
        ("a: {fr: Un, deux, nl: b}", "yaml-bracket", 1, ""),
        ("title:\n  fr: Un\n  nl:Een\nx: 1", "yaml-key", 3, "nl: Een"),
        ("a:\n  - un\n  -deux", "yaml-key", 3, "- deux"),
        ("a:\n  fr: |\n    Un\nDeux mots\n  nl: x", "yaml-indent", 4, ""),
        ("a:\n  fr: |\n  Un texte\n  nl: x", "yaml-indent", 3, ""),
        (" title: a\nslug: b", "yaml-indent", 1, ""),
        ("x: 1\na: {fr: un\nb: 3", "yaml-bracket", 2, ""),
        ("x: 1\na: [1, 2]]\nb: 3", "yaml-bracket", 2, ""),
        ("fr: *Important*", "yaml-alias", 1, 'fr: "*Important*"'),
        ("fr: - Un", "yaml-character", 1, 'fr: "- Un"'),
        ("fr: %5", "yaml-character", 1, 'fr: "%5"'),
        ("a:\n  fr: &Co, samen", "yaml-character", 2, 'fr: "&Co, samen"'),
        ("a: 1\nfr: 'Le \"mot\" d'ici' encore", "yaml-quote", 2, ""),
        ("fr: |Un texte", "yaml-block", 1, "Un texte"),
        ('fr: Le "mot": oui', "yaml-colon", 1, "fr: 'Le \"mot\": oui'"),
        ('fr: "C:\\dossier"', "yaml-quote", 1, ""),
        ("x: 1\n| a: b |", "yaml-syntax", 2, ""),
        ('a:\n  fr: "Un\n  nl: "Een"\nb: x', "yaml-quote", 2, ""),
        # signs that look like a colon, a dash or a space
        ("title; Contact\nslug: a", "yaml-key", 1, "title: Contact"),
        ("title\uff1a Contact\nslug: a", "yaml-key", 1, "title: Contact"),
        ("a:\n  * b\nc: d", "yaml-alias", 2, "- b"),
        ("a: 1\nskip:\n  -\t2026-07-06", "yaml-tab", 3, ""),
        ("a:\n\u00a0\u00a0fr: b\n  nl: c", "yaml-indent", 2, "fr"),
        ("a:\n  fr:\u00a0b\n  nl: c", "yaml-indent", 2, "fr"),
        # a dash too many, or one that is missing
        ("a: 1\n- group: x\nb: 2", "yaml-indent", 2, "group: x"),
        ("a: 1\n-\nb: 2", "yaml-indent", 2, ""),
        ("a:\n  fr: Un texte\n  - un point\n", "yaml-indent", 3, "fr: |"),
        ("- title: a\nslug: b\ndate: c", "yaml-indent", 1, "title: a"),
        ("id: a\n  title: b\n", "yaml-indent", 1, "- id: a"),
        ("- id: a\n  b: c\nid: d\n  b: e\n", "yaml-indent", 3, "- id: d"),
        ("-id: a\n  title: b\n", "yaml-key", 1, "- id: a"),
        ("repeat:\n  skip:\n- 2026-07-06\na: b", "yaml-indent", 3, "skip:"),
        ("actions: - helpdesk\n", "yaml-character", 1, "- helpdesk"),
        # levels: a language stands beside the other one, a key of an item behind its dash
        ("a:\n  fr: b\n  nl: c\n start: d", "yaml-indent", 4, ""),
        ("- id: a\n    title: b", "yaml-indent", 2, "title:"),
        ("a:\n  fr: b\n      nl: c\n", "yaml-indent", 3, "nl:"),
        ("r:\n  rule: a\nuntil: b\n  skip: c", "yaml-indent", 3, "until:"),
        ("b:\n  fr: |\n    Un.\nDeux: trois.\n  nl: |\n    Een.", "yaml-indent", 4, "4"),
        ("a:\n  fr: c\n  nl: d\nb: e\n  fr: f\n  nl: g", "yaml-colon", 4, "b:"),
        ("l:\n  label:\n  fr: a\n    nl: b", "yaml-indent", 3, "fr:"),
        ("- id: a\n  kind: b\n- id: c\n    kind: d", "yaml-indent", 4, "kind:"),
        ("- id: a\n  kind: b\n  - title: d", "yaml-indent", 3, "title: d"),
        ("- id: a\n  kind: b\n  id: c\n  kind: d", "yaml-indent", 3, "- id: c"),
        ("fr: >- Un\nnl: a", "yaml-block", 1, ">-"),
        # a text that goes on
        ("a:\n  fr: Un texte\nse plie\n  nl: c", "yaml-indent", 3, ""),
        ("a:\n  fr: Un\n    programme: deux\n  nl: c", "yaml-colon", 3, "fr: >-"),
        ("price: fr: Gratuit\n", "yaml-colon", 1, "price:"),
        ("source: label:\n    fr: a\n", "yaml-colon", 1, "label:"),
        ("title: Au programme: le soir\n", "yaml-colon", 1, 'title: "'),
        ('a: "b"\n\t', "yaml-tab", 2, ""),
        # what is no line of a file
        ("a: 1\nVoir le programme\nb: 2", "yaml-indent", 2, ""),
        ("```yaml\na: 1", "yaml-character", 1, ""),
        ("a: 1\n**audience**:\n  fr: b", "yaml-character", 2, "audience:"),
        ("a: 1\n...\nb: 2", "yaml-document", 2, ""),
        # signs with another meaning
        ("fr: ,Gratuit", "yaml-character", 1, 'fr: ",Gratuit"'),
        ("fr: [Gratuit\nnl: a", "yaml-bracket", 1, 'fr: "[Gratuit"'),
        ("fr: {Gratuit}", "yaml-bracket", 1, 'fr: "{Gratuit}"'),
        ("fr: {{ phone() }}", "yaml-bracket", 1, 'fr: "{{ phone() }}"'),
        ("nl: 's Avonds gratis\nfr: a", "yaml-quote", 1, 'nl: "’s Avonds gratis"'),
        # what stands behind ` #` would be lost without a word
        ('fr: Gratuit"\nnl: een 24"', "yaml-quote", 1, 'fr: "Gratuit"'),
        ("fr: #brusano", "yaml-comment", 1, 'fr: "#brusano"'),
        ("fr: Gratuit # sauf le midi", "yaml-comment", 1, 'fr: "Gratuit # sauf le midi"'),
        ("fr: Atelier #3 demain", "yaml-comment", 1, 'fr: "Atelier #3 demain"'),
    ],
)
def test_the_line_to_change_and_what_to_write(text: str, rule: str, line: int, remedy: str) -> None:
    parsed = parse(text, "f.yml")
    assert isinstance(parsed, list)
    assert [(finding.rule, finding.line) for finding in parsed] == [(rule, line)]
    fix = parsed[0].fix
    assert fix is not None
    assert remedy in fix.fr
    assert remedy in fix.nl


@pytest.mark.parametrize(
    "text",
    [
        "title Contact\nslug: a",
        "title; Contact\nslug: a",
        "a:\n  fr: Un\n  nl:Een\nx: 1",
        "a:\n  * b\nc: d",
        "a: 1\n- group: x\nb: 2",
        "- title: a\nslug: b\ndate: c",
        "id: a\n  title: b\n",
        "-id: a\n  title: b\n",
        "a: 1\n**audience**:\n  fr: b",
        "fr: ,Gratuit",
        "fr: [Gratuit\nnl: a",
        "fr: {Gratuit}",
        "fr: {{ phone() }}",
        "nl: 's Avonds gratis\nfr: a",
        'fr: Gratuit"',
        "fr: #brusano",
        "fr: !Gratuit",
        'fr: Le "mot": oui',
        "a: 'L'équipe'",
    ],
)
def test_what_a_remedy_says_can_be_written_as_it_is(text: str) -> None:
    parsed = parse(text, "f.yml")
    assert isinstance(parsed, list)
    assert parsed[0].fix
    written = re.search(r"(?:Schrijf|aanhalingstekens): (.+)$|^Schrijf ‘(.+)’\.$", parsed[0].fix.nl)
    assert written, parsed[0].fix.nl
    lines = text.split("\n")
    line = lines[parsed[0].line - 1]
    indent = line[: len(line) - len(line.lstrip(" "))]
    lines[parsed[0].line - 1] = indent + (written[1] or written[2])
    assert isinstance(parse("\n".join(lines), "f.yml"), Document)


def test_a_comment_is_no_text() -> None:
    assert document("nl:  # te vertalen\nfr: un").value == {"nl": None, "fr": "un"}
    assert document("a: un  # note\n# autre\nb: '#3'\nc: 3#4").value == {
        "a": "un",
        "b": "#3",
        "c": "3#4",
    }


def test_the_remedy_for_a_colon_quotes_the_line() -> None:
    parsed = parse("title: Réunion: le 3", "f.yml")
    assert isinstance(parsed, list)
    assert parsed[0].fix
    assert 'title: "Réunion: le 3"' in parsed[0].fix.fr
    assert 'title: "Réunion: le 3"' in parsed[0].fix.nl
