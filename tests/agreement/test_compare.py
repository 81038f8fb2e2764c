"""Which sections are to review after a change on one side."""

import pytest

from macros.agreement.compare import Cause, _side, agreed_entries, reviews, with_confirmed
from macros.agreement.ledger import Entry, Half, Ledger, read_ledgers, write_ledger
from macros.agreement.sections import Part, Unit, unit_name, units
from macros.language import LANGS, Lang, other
from macros.texts.sources import Place
from tests.samples import Project

TEXTS: dict[Lang, str] = {
    "fr": "Début.\n\n## Un\n\nA.\n\n## Deux\n\nB.\n\n## Trois\n\nC.\n\n## Quatre\n\nD.\n",
    "nl": "Begin.\n\n## Eén\n\nE.\n\n## Twee\n\nF.\n\n## Drie\n\nG.\n\n## Vier\n\nH.\n",
}
PAGE = "docs/aide"


def unit(project: Project, name: str = PAGE) -> Unit:
    return next(u for u in units(project.sources()) if u.name == name)


def write(project: Project, lang: Lang | None = None, old: str = "", new: str = "") -> Unit:
    texts = dict(TEXTS)
    if lang:
        assert old in texts[lang]
        texts[lang] = texts[lang].replace(old, new)
    project.page("aide.md", texts["fr"], texts["nl"])
    return unit(project)


@pytest.fixture
def ledger(project: Project) -> Ledger:
    return Ledger(agreed_entries(write(project), None))


def found(unit: Unit, ledger: Ledger | None) -> list[tuple[Lang, str, str]]:
    return [(r.lang, str(r.cause), r.part.name if r.part else "") for r in reviews(unit, ledger)]


def test_a_new_heading_stands_for_one_old_one_alone() -> None:
    names = ("a", "c", "new", "b", "d")  # c went before b, and of x and y one is gone
    parts = [Part(name, f"{name}0", Place("f", 1), name) for name in names]
    halves = [Half(name, f"{name}1") for name in ("a", "x", "b", "c", "y", "d")]
    side = _side(parts, [Entry(half, half) for half in halves], "fr")
    assert sorted(part.name for part in side.of_entry.values()) == sorted(names)


def test_nothing_is_to_review_after_an_agreement(project: Project, ledger: Ledger) -> None:
    assert [str(entry).split(" ", 2)[2] for entry in ledger.entries] == [
        "title", "description", "#", "#un = #een", "#deux = #twee", "#trois = #drie",
        "#quatre = #vier",
    ]  # fmt: skip
    assert found(unit(project), ledger) == []


@pytest.mark.parametrize("lang", LANGS)
def test_an_edit_makes_the_other_side_due_at_that_section(
    project: Project, ledger: Ledger, lang: Lang
) -> None:
    third = {"fr": ("C.", "C et plus."), "nl": ("G.", "G en meer.")}[lang]
    names = {"fr": "#trois", "nl": "#drie"}
    changed = write(project, lang, *third)
    (review,) = reviews(changed, ledger)
    assert (review.lang, review.cause) == (other(lang), Cause.CHANGED)
    assert review.part
    assert review.part.name == names[other(lang)]
    assert review.part.place.line == 17
    assert review.line
    confirmed = Ledger(with_confirmed(changed, ledger, review.lang, review.part.name))
    assert review.line in map(str, confirmed.entries)
    assert found(changed, confirmed) == []


@pytest.mark.parametrize("lang", LANGS)
def test_typography_makes_nothing_due(project: Project, ledger: Ledger, lang: Lang) -> None:
    assert found(write(project, lang, ".", " …"), ledger) == []


def test_both_sides_changed_are_to_be_read_together(project: Project, ledger: Ledger) -> None:
    texts = {lang: TEXTS[lang].replace("B.", "X.").replace("F.", "Y.") for lang in LANGS}
    project.page("aide.md", texts["fr"], texts["nl"])
    assert found(unit(project), ledger) == [
        ("fr", "both-changed", "#deux"),
        ("nl", "both-changed", "#twee"),
    ]


def test_a_rewritten_heading_stays_the_same_section(project: Project, ledger: Ledger) -> None:
    changed = write(project, "fr", "## Deux", "## La deuxième")
    assert found(changed, ledger) == [("nl", "changed", "#twee")]


def test_a_new_section_is_missing_after_its_neighbour(project: Project, ledger: Ledger) -> None:
    changed = write(project, "fr", "## Trois", "## Neuf\n\nN.\n\n## Trois")
    assert found(changed, ledger) == [("nl", "added", "#twee")]
    (review,) = reviews(changed, ledger)
    assert review.trigger
    assert review.trigger.name == "#neuf"
    with pytest.raises(LookupError):
        with_confirmed(changed, ledger, "fr", "#neuf")
    assert found(changed, Ledger(agreed_entries(changed, ledger))) == found(changed, ledger)


def test_a_new_section_on_both_sides_is_to_be_confirmed(project: Project, ledger: Ledger) -> None:
    fr = TEXTS["fr"].replace("## Trois", "## Neuf\n\nN.\n\n## Trois")
    nl = TEXTS["nl"].replace("## Drie", "## Negen\n\nO.\n\n## Drie")
    project.page("aide.md", fr, nl)
    changed = unit(project)
    assert found(changed, ledger) == [
        ("nl", "both-changed", "#negen"),
        ("fr", "both-changed", "#neuf"),
    ]
    confirmed = Ledger(with_confirmed(changed, ledger, "nl", "#negen"))
    assert found(changed, confirmed) == []
    assert [entry.fr.name for entry in confirmed.entries][5] == "#neuf"


def test_a_removed_section_is_told_on_the_side_that_keeps_it(
    project: Project, ledger: Ledger
) -> None:
    changed = write(project, "nl", "## Drie\n\nG.\n\n", "")
    assert found(changed, ledger) == [("fr", "removed", "#trois")]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Début.\n\n## Quatre\n\nD.\n\n## Un\n\nA.\n\n## Deux\n\nB.\n\n## Trois\n\nC.\n",
         ("nl", "moved", "#vier")),
        ("nl", "Begin.\n\n## Twee\n\nF.\n\n## Drie\n\nG.\n\n## Vier\n\nH.\n\n## Eén\n\nE.\n",
         ("fr", "moved", "#un")),
    ],
)  # fmt: skip
def test_a_moved_section_is_found(
    project: Project, ledger: Ledger, lang: Lang, text: str, expected: tuple[Lang, str, str]
) -> None:
    texts = TEXTS | {lang: text}
    project.page("aide.md", texts["fr"], texts["nl"])
    changed = unit(project)
    assert found(changed, ledger) == [expected]
    kept = Ledger(agreed_entries(changed, ledger))
    assert found(changed, kept) == []
    project.page("aide.md", TEXTS["fr"], TEXTS["nl"])
    assert found(unit(project), kept) != []


def test_sections_moved_alike_are_fine(project: Project, ledger: Ledger) -> None:
    fr = "Début.\n\n## Quatre\n\nD.\n\n## Un\n\nA.\n\n## Deux\n\nB.\n\n## Trois\n\nC.\n"
    nl = "Begin.\n\n## Vier\n\nH.\n\n## Eén\n\nE.\n\n## Twee\n\nF.\n\n## Drie\n\nG.\n"
    project.page("aide.md", fr, nl)
    assert found(unit(project), ledger) == []


def test_a_page_without_ledger_was_never_agreed(project: Project) -> None:
    changed = write(project)
    expected = [("fr", "never-agreed", "title"), ("nl", "never-agreed", "title")]
    assert found(changed, None) == expected
    assert found(changed, Ledger()) == expected


def test_records_are_named_by_their_ids(project: Project) -> None:
    project.write(
        "data/nord/places.yml",
        """
        - id: maison
          kind: meeting
          title: {fr: La maison, nl: Het huis}
          summary: {fr: Ouverte, nl: Open}
        - id: jardin
          kind: meeting
          title: {fr: Le jardin, nl: De tuin}
          summary: {fr: Vert, nl: Groen}
        """,
    )
    first = unit(project, "nord/places")
    agreed = Ledger(agreed_entries(first, None))
    names = ["maison.title", "maison.summary", "jardin.title", "jardin.summary"]
    assert [entry.fr.name for entry in agreed.entries] == names
    text = project.read("data/nord/places.yml")
    maison, jardin = text[: text.index("- id: jardin")], text[text.index("- id: jardin") :]
    project.write("data/nord/places.yml", jardin + maison.replace("Ouverte", "Fermée"))
    changed = unit(project, "nord/places")
    (review,) = reviews(changed, agreed)
    assert (review.lang, review.part and review.part.place.line) == ("nl", 8)


def test_long_texts_of_data_are_cut_at_headings(project: Project) -> None:
    project.write(
        "data/nord/news/2026-01-02-essai.yml",
        """
        date: 2026-01-02
        title: {fr: Un essai, nl: Een proef}
        slug: {fr: un-essai, nl: een-proef}
        summary: {fr: En bref, nl: In het kort}
        body:
          fr: |
            Début.

            ## Suite

            Fin.
          nl: |
            Begin.

            ## Vervolg

            Einde.
        """,
    )
    names = [part.name for part in unit(project, "nord/news/2026-01-02-essai").parts["nl"]]
    assert names == ["title", "summary", "body", "body#vervolg"]


def test_units_of_both_languages_have_one_name() -> None:
    assert unit_name("docs/fr/news/index.md") == unit_name("docs/nl/news/index.md")
    assert unit_name("data/nord/news/x.yml") == "nord/news/x"


def test_ledgers_are_read_back(project: Project, ledger: Ledger) -> None:
    assert write_ledger(project.root, PAGE, ledger.entries)
    assert not write_ledger(project.root, PAGE, ledger.entries)
    assert read_ledgers(project.root) == {PAGE: ledger}
    placed = Entry(Half("#a", "0" * 8), Half("#b", "1" * 8), 3)
    assert str(placed) == "00000000 11111111 #a = #b @3"
    write_ledger(project.root, PAGE, [placed])
    assert read_ledgers(project.root)[PAGE].entries == (placed,)
    assert write_ledger(project.root, PAGE, [])
    assert read_ledgers(project.root) == {}


def test_what_a_conflict_leaves_in_a_ledger_is_named(project: Project, ledger: Ledger) -> None:
    write_ledger(project.root, PAGE, ledger.entries)
    path = project.root / f"data/.agreed/{PAGE}.txt"
    path.write_bytes(b"<<<<<<< HEAD\n" + path.read_bytes() + b"\xff\xfe\n")
    read = read_ledgers(project.root)[PAGE]
    assert read.unreadable == (1, 2 * len(ledger.entries) + 1)
    assert read.entries == ledger.entries
