"""Documents become typed records, or findings an editor can act on."""

import textwrap
from typing import Any

import pytest

from macros.content.items import Event, News
from macros.content.shapes import SHAPES
from macros.content.strict_yaml import Document, parse
from macros.content.territory import Accent
from macros.content.validate import nearest, validate
from macros.finding import Finding

NEWS = """\
title:
  fr: Un titre
  nl: Een titel
slug:
  fr: un-titre
  nl: een-titel
date: 2024-09-23
summary:
  fr: En bref.
  nl: In het kort.
body:
  fr: Le texte.
  nl: De tekst.
"""


def check(kind: str, text: str, name: str = "sample") -> Any:
    document = parse(textwrap.dedent(text), "f.yml")
    assert isinstance(document, Document), document
    extra = {"id": name} if "{id}" in SHAPES[kind].pattern else {}
    return validate(SHAPES[kind].holds, document, "f.yml", extra)


def only(found: Any) -> Finding:
    assert isinstance(found, list), found
    assert len(found) == 1, [finding.text() for finding in found]
    (one,) = found
    assert isinstance(one, Finding)
    return one


def test_a_whole_record_knows_where_it_stands() -> None:
    news = check("news", NEWS)
    assert isinstance(news, News)
    assert news.id == "sample"
    assert news.title["nl"] == "Een titel"
    assert news.origin.file == "f.yml"
    assert news.title.origin.line("nl") == 3
    assert news.body.origin.line() == 11


@pytest.mark.parametrize(
    ("old", "new", "rule", "line", "words"),
    [
        ("  nl: Een titel\n", "", "missing-translation", 1, "nl: …"),
        ("  fr: Un titre\n  nl: Een titel", "  fr: non\n  nl:", "empty-value", 3, ""),
        ("summary:\n  fr: En bref.\n  nl: In het kort.\n", "", "missing-key", 1, "summary: …"),
        (
            "summary:\n  fr: En bref.\n  nl: In het kort.\n",
            "summary: non\n",
            "missing-translation",
            8,
            "fr: …",
        ),
        ("date: 2024-09-23", "date: 3/2/2024", "bad-date", 7, "2024-02-03"),
        ("date: 2024-09-23", "date: 31/02/2024", "bad-date", 7, "le jour et le mois"),
        ("date: 2024-09-23", "date: 2024-02-31", "bad-date", 7, ""),
        ("date: 2024-09-23", "date: 23 septembre", "bad-date", 7, "2024-09-23"),
        ("date: 2024-09-23", "date: 14:30", "bad-date", 7, "2024-09-23"),
        ("date: 2024-09-23", "date: mardi 23 septembre 2024", "bad-date", 7, "le jour et la date"),
        ("date: 2024-09-23", "date: 23 septembre 2024 à 9h", "bad-date", 7, "date: 2024-09-23"),
        ("date: 2024-09-23", "date: 9999-12-31", "bad-date", 7, "année"),
        ("date: 2024-09-23", "date: 0204-09-23", "bad-date", 7, "année"),
        ("date: 2024-09-23", "date: ٢٠٢٤-٠٩-٢٣", "bad-date", 7, ""),
        ("date: 2024-09-23", "date: [23/09/2024]", "bad-date", 7, "date: 2024-09-23"),
        ("date:", "dat:", "unknown-key", 7, "« date »"),
        ("  fr: un-titre", "  fr: Un titre d’été", "bad-slug", 5, "un-titre-d-ete"),
        ("date: 2024-09-23", "date: 2024-09-23\nactions: diagnostics", "wrong-shape", 8, "- …"),
        ("date: 2024-09-23", "date: 2024-09-23\nactions: a, b", "wrong-shape", 8, "[a, b]"),
        ("  fr: Un titre", "  fr: {a: b}", "wrong-shape", 2, ""),
        ("date: 2024-09-23", "date: 2024-09-23\nsource: non", "wrong-shape", 8, ""),
        ("date: 2024-09-23", "date: 2024-09-23\nyear_deduced: oui", "unknown-value", 8, "true"),
        ("title:", "id: x\ntitle:", "unknown-key", 1, "Supprimez"),
        (
            "title:\n  fr: Un titre\n  nl: ",
            "title:\n  - fr: Un titre\n  - nl: ",
            "wrong-shape",
            1,
            "fr",
        ),
        (
            "date: 2024-09-23",
            "date: 2024-09-23\nallow: named-person",
            "wrong-shape",
            8,
            "- rule: …",
        ),
        ("date: 2024-09-23", "date: 2024-09-23\nactions: [id: a]", "wrong-shape", 8, "- a"),
        ("date: 2024-09-23", "date: 2024-09-23\nactions: [a; b]", "bad-id", 8, "[a, b]"),
        ("  fr: un-titre", "  fr: /actualites/un-titre/", "bad-slug", 5, "\u00a0un-titre\u00a0"),
    ],
)
def test_one_mistake_gives_one_finding(
    old: str, new: str, rule: str, line: int, words: str
) -> None:
    assert old in NEWS
    found = check("news", NEWS.replace(old, new, 1))
    if rule == "unknown-key" and "dat:" in new:
        assert {finding.rule for finding in found} == {"unknown-key", "missing-key"}
        found = [finding for finding in found if finding.rule == rule]
    finding = only(found)
    assert (finding.rule, finding.line) == (rule, line), finding.text()
    assert finding.fix
    assert words in finding.fix.fr


def test_what_fell_out_of_a_record_is_told_with_its_name() -> None:
    event = check("events", EVENT + "place:\n  name: {fr: a, nl: b}\ncommune: jette\n")
    assert "semble faire partie de « place »" in only(event).message.fr.replace("\u00a0", " ")
    news = check("news", NEWS.replace("  nl: Een titel", "nl: Een titel"))
    assert any("« title »" in f.message.fr.replace("\u00a0", " ") for f in news)
    both = NEWS.replace("  fr: Un titre\n  nl: Een titel", "fr: Un titre\nnl: Een titel")
    assert {f.rule for f in check("news", both)} == {"unknown-key"}
    twice = check("news", NEWS.replace("slug:", "nl: Een titel\nslug:"))
    assert "Clés possibles" in (only(twice).fix or only(twice).message).fr


def test_an_item_that_fell_out_of_the_list_of_another_is_told() -> None:
    finding = only(check("resources", RESOURCE + "- concertation\n"))
    assert (finding.rule, finding.line) == ("wrong-shape", 8)
    assert "mettez des espaces devant" in (finding.fix or finding.message).fr


def test_a_key_touched_by_what_nobody_sees_is_shown_without_it() -> None:
    found = check("news", NEWS.replace("date:", "\u200bdate:"))
    (key,) = (f for f in found if f.rule == "unknown-key")
    assert "« date »" in key.message.fr.replace("\u00a0", " ")


@pytest.mark.parametrize(("hue", "fix"), [("-10", "0 ou plus"), ("360", "moins de 360")])
def test_the_limits_of_a_number_are_told(hue: str, fix: str) -> None:
    document = parse(f"hue: {hue}", "f.yml")
    assert isinstance(document, Document)
    found = validate(Accent, document, "f.yml")
    assert isinstance(found, list)
    assert fix in (found[0].fix or found[0].message).fr


def test_no_word_is_meant_that_only_looks_a_little_alike() -> None:
    assert nearest("duration", ("actions", "audience")) is None
    assert nearest("strat", ("start", "status")) == "start"
    assert nearest("FR", ("fr", "nl")) == "fr"


def test_a_long_value_is_repeated_in_part() -> None:
    (found,) = check("news", NEWS.replace("  fr: un-titre", f"  fr: {'Un été ' * 3000}", 1))
    assert found.rule == "bad-slug"
    assert len(found.text()) < 1000


def test_all_mistakes_are_told_at_once() -> None:
    found = check("news", "titel: x\ndate: demain\n")
    assert {finding.rule for finding in found} >= {"unknown-key", "bad-date", "missing-key"}


BASSIN = """\
id: sample
order: 1
name: {fr: Bassin Exemple, nl: Zorgzone Voorbeeld}
short_name: {fr: Exemple, nl: Voorbeeld}
host:
  fr: www.fr.example.org
  nl: www.nl.example.org
contact:
  email:
    fr: info@fr.example.org
    nl: info@nl.example.org
  phone: +32 2 555 00 00
tagline: {fr: Un bassin, nl: Een zorgzone}
accent:
  hue: 10
territory:
  - commune: evere
quartiers:
  count: 3
  source: {fr: Exemple, nl: Voorbeeld}
portrait: {fr: Un portrait., nl: Een portret.}
"""


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("order: 1", "order: un", "bad-number"),
        ("hue: 10", "hue: 400", "bad-number"),
        ("+32 2 555 00 00", "02/318.60.57", "bad-phone"),
        ("+32 2 555 00 00", "+32 ٢ 555 00 00", "bad-phone"),
        ("info@fr.example.org", "info", "bad-email"),
        ("www.fr.example.org", "https://www.example.org/", "bad-host"),
    ],
)
def test_values_of_a_bassin(old: str, new: str, rule: str) -> None:
    assert old in BASSIN
    assert only(check("bassin", BASSIN.replace(old, new, 1))).rule == rule


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("{lang: de, old: /a, page: b}", "unknown-value"),
        ("{lang: fr, old: a, page: b}", "bad-url"),
        ("{lang: fr, old: /a?b, page: b}", "bad-url"),
    ],
)
def test_values_of_a_redirect(value: str, rule: str) -> None:
    assert only(check("redirects", f"- {value}")).rule == rule


@pytest.mark.parametrize(
    "url", ["example.org", "https://example", "https://[a.b", "https://a.b]/", "ftp://a.b"]
)
def test_values_of_an_address(url: str) -> None:
    pairs = "title: {fr: a, nl: b}, summary: {fr: a, nl: b}"
    text = f"- {{id: a, kind: tool, {pairs}, url: {{fr: '{url}', nl: 'https://a.b/?c#d[]'}}}}"
    assert only(check("resources", text)).rule == "bad-url"


SOURCE = """\
source:
  label: {fr: L’annonce, nl: De aankondiging}
  urls: {fr: "https://example.org/fr", nl: "https://example.org/nl"}
"""


def test_a_source_has_one_address_or_one_for_each_language() -> None:
    both = check("news", NEWS + SOURCE).source
    assert (both.address("fr"), both.address("nl")) == (both.urls.fr, both.urls.nl)
    url = "https://example.org/"
    (*label, _) = SOURCE.splitlines()
    one = check("news", "\n".join([NEWS.rstrip(), *label, f"  url: {url}"])).source
    assert one.address("fr") == one.address("nl") == url
    twice = only(check("news", f"{NEWS}{SOURCE}  url: {url}\n"))
    assert twice.rule == "wrong-shape"
    assert twice.line == f"{NEWS}{SOURCE}".splitlines().index("source:") + 1
    half = only(check("news", NEWS + SOURCE.replace(', nl: "https://example.org/nl"', "")))
    assert half.rule == "missing-translation"


def test_a_choice_offers_the_nearest() -> None:
    text = "- id: a\n  kind: formation\n  title: {fr: a, nl: b}\n  summary: {fr: a, nl: b}\n"
    finding = only(check("resources", text))
    assert finding.rule == "unknown-value"
    assert finding.line == 2
    assert finding.fix
    assert "training" in finding.fix.fr


EVENT = NEWS.replace("date: 2024-09-23", "start: 2024-09-23 14:30").partition("body:")[0]


def test_an_unquoted_time_is_a_time() -> None:
    event = check("events", EVENT)
    assert isinstance(event, Event)
    assert event.start.isoformat() == "2024-09-23T14:30:00"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2024-09-23 25:00", "14:30"),
        ("2024-09-23 24:00", "14:30"),
        # On the last Sunday of March the clock goes from 2 to 3.
        ("2025-03-30 02:30", "plus tard"),
        ("2023-02-29 10:00", "le jour et le mois"),
    ],
)
def test_a_moment_that_never_comes(moment: str, words: str) -> None:
    finding = only(check("events", EVENT.replace("2024-09-23 14:30", moment)))
    assert finding.rule == "bad-date"
    assert finding.fix
    assert words in finding.fix.fr


@pytest.mark.parametrize("moment", ["2025-03-30 03:00", "2025-10-26 02:30", "2024-02-29 10:00"])
def test_moments_that_come(moment: str) -> None:
    assert isinstance(check("events", EVENT.replace("2024-09-23 14:30", moment)), Event)


@pytest.mark.parametrize(
    "rule", ["FREQ=SOMETIMES", "mercredi", "FREQ=WEEKLY;UNTIL=20250101", "FREQ=HOURLY"]
)
def test_recurrence_rules(rule: str) -> None:
    text = EVENT + f"repeat:\n  rule: {rule}\n  until: 2024-12-31\n"
    assert only(check("events", text)).rule == "bad-recurrence"
    good = text.replace(rule, "FREQ=MONTHLY;BYDAY=1WE")
    assert isinstance(check("events", good), Event)


@pytest.mark.parametrize("fr", ["Lignes : {nombre}", "Lignes : {", "Lignes", "Lignes : {}"])
def test_the_places_of_a_label_stand_on_both_sides(fr: str) -> None:
    text = "rows: {fr: 'Lignes : {count}', nl: '{count} rijen'}"
    assert check("labels", text)["rows"]["nl"] == "{count} rijen"
    finding = only(check("labels", f"a: {{fr: b, nl: c}}\n{text.replace('Lignes : {count}', fr)}"))
    assert (finding.rule, finding.line) == ("bad-value", 2)
    assert "{count} in het Nederlands" in finding.message.nl


ROADMAP = "- {id: a, date: 2024-09, title: {fr: A, nl: B}, source: {fr: C, nl: D}}"
RESOURCE = """\
- id: a
  kind: tool
  title: {fr: a, nl: b}
  summary: {fr: a, nl: b}
  url:
    fr: https://example.org/a
    nl: https://example.org/b
"""


@pytest.mark.parametrize(
    ("old", "new", "rule", "line", "fix"),
    [
        (
            "    nl: https://example.org/b\n",
            "",
            "missing-translation",
            5,
            "si le document n’existe qu’à une adresse, répétez-la : « nl: https://example.org/a »",
        ),
        (
            "    fr: https://example.org/a\n",
            "",
            "missing-translation",
            5,
            "répétez-la : « fr: https://example.org/b »",
        ),
        ("nl: https://example.org/b", "nl:", "empty-value", 7, "« nl: https://example.org/a »"),
        ("nl: https://example.org/b", "nl: example.org/b", "bad-url", 7, "« nl: https://example."),
        ("nl: https://example.org/b", "nl: voir", "bad-url", 7, "https://example.org/page"),
        (
            "url:\n    fr: https://example.org/a\n    nl: https://example.org/b",
            "url: https://example.org/a",
            "missing-translation",
            5,
            "« fr: https://example.org/a » et « nl: … »",
        ),
    ],
)
def test_an_address_in_each_language(old: str, new: str, rule: str, line: int, fix: str) -> None:
    assert check("resources", RESOURCE)[0].url["nl"] == "https://example.org/b"
    finding = only(check("resources", RESOURCE.replace(old, new, 1)))
    assert (finding.rule, finding.line) == (rule, line)
    assert finding.fix
    assert fix.replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»") in (
        finding.fix.fr
    )
    assert "…" not in finding.message.nl


def test_one_address_is_no_pair() -> None:
    text = NEWS + SOURCE.replace("urls:", "url:")
    finding = only(check("news", text))
    assert (finding.rule, finding.line) == ("wrong-shape", 16)
    assert finding.fix
    assert "urls:" in finding.fix.nl


@pytest.mark.parametrize(
    ("kind", "text", "fix"),
    [
        ("hosts", "- https://www.example.org/a", "‘- www.example.org’"),
        ("events", EVENT + "end: 16:30", "‘end: 2024-09-23 16:30’"),
        ("events", EVENT.replace("2024-09-23 14:30", "14:30"), "datum en dan het uur"),
        ("resources", RESOURCE + "  year: 2024-2025", "alleen cijfers"),
        ("resources", RESOURCE + "  year: 2 024", "‘year: 2024’"),
        ("roadmap", ROADMAP.replace("2024-09", "septembre 2024"), "‘date: 2024-09’"),
        ("roadmap", ROADMAP.replace("2024-09", "3 mei 2024"), "‘date: 2024-05-03’"),
        ("roadmap", ROADMAP.replace("2024-09", "bientôt"), "2024, 2024-09 of 2024-09-23"),
    ],
)
def test_remedies_hold_what_was_written(kind: str, text: str, fix: str) -> None:
    finding = only(check(kind, text))
    assert finding.fix
    assert fix in finding.fix.nl
