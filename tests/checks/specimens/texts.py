"""Samples of the rules about texts, where the example of the rule alone would not do."""

import pytest

from macros.agreement.compare import agreed_entries
from macros.agreement.ledger import write_ledger
from macros.agreement.sections import units
from macros.language import LANGS
from tests.checks.specimens.reading import HOSTS, ITEM, LABELS, PLACE, REST, TITLE, both
from tests.checks.specimens.specimen import Side, Specimen, page
from tests.samples import Project

GLOSSARY = """\
- id: conseil-de-l-action
  term: {fr: Conseil de l’action, nl: Actieraad}
  avoid: {nl: [Actieadvies]}
- id: cpas
  term: {fr: Centre d’action sociale, nl: Openbaar centrum}
  abbreviation: {fr: CPAS, nl: OCMW}
- id: cocom
  term:
    fr: Commission communautaire commune
    nl: Gemeenschappelijke Gemeenschapscommissie
"""
CARD = {f"docs/{lang}/carte-identite.pdf": "x" for lang in LANGS}
CONTACT = {
    path: f"{words}\n## Le helpdesk {{ #helpdesk }}\n"
    if "/fr/" in path
    else f"{words}\n## Helpdesk\n"
    for path, words in both("contact.md").items()
}
UNSUMMED = "\n".join(line for line in REST.split("\n") if not line.startswith("summary"))
UNBODIED = "\n".join(line for line in REST.split("\n") if not line.startswith("body"))
TERMS = {"data/region/glossary.yml": GLOSSARY}
LEDGER = "data/.agreed/docs/a.txt"
BOTH_SIDES = ("docs/fr/a.md:7", "docs/nl/a.md:7")


def agreed(project: Project, side: Side, _: pytest.MonkeyPatch) -> None:
    """Let both sides be confirmed, and then the French one be changed."""
    for unit in units(project.sources()):
        write_ledger(project.root, unit.name, agreed_entries(unit, None))
    if side == "wrong":
        text = project.read("docs/fr/a.md")
        project.write("docs/fr/a.md", text.replace("Un texte.", "Un tout autre texte."))


def conflict(project: Project, side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave a mark of git in the confirmations."""
    agreed(project, "right", monkeypatch)
    if side == "wrong":
        text = project.read(LEDGER)
        project.write(LEDGER, f"<<<<<<< HEAD\n{text}")


FR, NL = ("docs/fr/a.md:7",), ("docs/nl/a.md:7",)
FILE = {f"docs/{lang}/{name}.svg": "x" for lang in LANGS for name in ("carte", "kaart")}
PAPER = {"docs/fr/plan.pdf": "x", "docs/nl/plan.pdf": "x"}
MEETING = "data/nord/places.yml"


def text(
    fr: str = "", nl: str = "", at: tuple[str, ...] = (), files: dict[str, str] | None = None
) -> Specimen:
    """Put the example of a rule on a page, with the same words on the other side."""
    return Specimen({**page(fr, nl), **(files or {})}, at)


def place(summary: str) -> Specimen:
    """Put an example into data, where a mailbox has no other home."""
    head = PLACE.partition("  summary")[0]
    return Specimen({MEETING: f"{head}  summary:\n    {summary}\n"})


TEXTS: dict[str, Specimen] = {
    **{f"{kind}-parity": text(at=FR)
       for kind in ("admonition", "code", "heading", "list", "table")},
    **{f"{kind}-parity": text(at=FR + NL)
       for kind in ("date", "time", "amount", "percentage", "year", "number")},
    "bold-as-heading": text(nl="[-**Wie kan komen**-]{+## Wie kan komen+}", at=FR + NL),
    "indented-text": text(nl="Hoe komt u?\n\nSchrijf naar de zorgzone.", at=("docs/fr/a.md:9",)),
    "uneven-table": text(
        nl="| Dag | Plaats |\n|---|---|\n| maandag | Jette |", at=("docs/fr/a.md:9",)
    ),
    "broken-admonition": text(nl='!!! note "Opgelet"\n    De plaats is anders.', at=FR),
    "day-without-date": text(at=FR + NL),
    "open-tag": text(nl="Een <strong>sterk</strong> woord."),
    "swapped-languages": text(at=FR),
    "worded-parity": text(at=FR),
    "unclosed-mark": text(nl="Bel de helpdesk (van maandag tot vrijdag)."),
    "comma-space": text(at=FR + FR),
    "named-person": text(at=FR + NL),
    "other-language-quotation": text(nl="De campagne ‘Samen sterk’ begint."),
    "download-parity": text(at=FR, files=PAPER),
    "image-parity": text(at=FR, files=FILE),
    "link-parity": text(at=FR),
    "macro-parity": text(at=FR, files=LABELS),
    "phone-parity": text(at=FR + NL),
    "email-parity": text(at=FR + NL, files={HOSTS: "- example.org\n"}),
    "front-matter-parity": Specimen(
        page("Un texte.", "Een tekst.", fr_head="@fr@", nl_head="@nl@"), ("docs/fr/a.md:5",)
    ),
    "fact-with-a-home": text(
        nl="Bel [-02 318 60 57-]{+{{ phone() }}+}.", at=FR + NL, files=LABELS
    ),
    "impossible-date": text(nl="Op 30 november 2026."),
    "wrong-weekday": text(nl="Dinsdag 24 september 2024."),
    "past-announced": text(nl="Het atelier vond plaats op 3 oktober 2024."),
    "date-without-year": text(at=FR + NL),
    "phone-not-belgian": text(nl="Bel 02 555 00 12."),
    "other-sides-mailbox": place("fr: Écrivez à info@bassin-nord.brussels.\n    @@"),
    "unknown-mail-host": place(
        "fr: Écrivez à @@.\n    nl: Schrijf naar info@zorgzone-noord.brussels."
    ),
    "street-name": text(fr="Rue des Archives 12"),
    "abbreviation-pair": text(files=TERMS),
    "avoided-term": text(files=TERMS),
    "institution-name": text(files=TERMS),
    "same-in-both-languages": Specimen({ITEM: f"@@\n{REST}date: 2026-01-14\n"}),
    "markup-in-plain-text": Specimen(
        {ITEM: f"{TITLE}@@\n{UNSUMMED}date: 2026-01-14\n"}, (f"{ITEM}:3", f"{ITEM}:4")
    ),
    "macro-in-data": Specimen(
        {ITEM: f"{TITLE}@@\n{UNBODIED}date: 2026-01-14\n"}, (f"{ITEM}:2",) * 2
    ),
    "folded-text": Specimen(
        {ITEM: f"{TITLE}{UNBODIED}date: 2026-01-14\nbody:\n  @@\n  nl: Een tekst.\n"},
        (f"{ITEM}:6",),
    ),
    "agreement-file": Specimen(page("Un texte.", "Een tekst."), (f"{LEDGER}:1",), act=conflict),
    "section-to-review": Specimen(page("Un texte.", "Een tekst."), NL, act=agreed),
    "review-date": Specimen(
        page("Un texte.", "Een tekst.", fr_head="@@", nl_head="@@"),
        ("docs/fr/a.md:5", "docs/nl/a.md:5"),
    ),
    "broken-link-markup": text(nl="Zie de [agenda](agenda/index.md)."),
    "dead-anchor": text(nl="[de helpdesk](contact.md#helpdesk)", files=CONTACT),
    "dead-link": text(nl="[het stappenplan](roadmap.md)", files=both("roadmap.md")),
    "file-label": text(nl="[Identiteitskaart (PDF, 1,2 MB)](carte-identite.pdf)", files=CARD),
    "insecure-link": text(nl="[Norwest](https://www.norwest.be)"),
    "own-host-link": text(nl="[de agenda](agenda/index.md)"),
    "wrong-language-link": text(fr="[la feuille de route](roadmap.md)", files=both("roadmap.md")),
    "vague-label": text(
        nl="Lees het [verslag van het atelier](compte-rendu.md).", files=both("compte-rendu.md")
    ),
    "empty-heading": text(nl="## De opdrachten"),
    "empty-link": text(nl="[Contact](contact.md)", files=both("contact.md")),
    "heading-skip": text(nl="## De tafels\n### Het overleg"),
    "image-without-alt": text(nl="![Kaart van de zones](carte.svg)", files=FILE),
    "second-h1": text(nl="## De opdrachten"),
    "table-without-header": text(nl="| Gemeente | Postcode |\n|---|---|\n| Jette | 1090 |"),
    "glued-block": text(nl="U kunt:\n\n- komen;\n- schrijven."),
    "nested-list-indent": text(nl="- de tafels\n    - het overleg"),
    "single-braces": text(nl="Mail naar {{ email() }}.", files=LABELS),
    "quotation-marks": text(),
    "repeated-passage": text(nl="De helpdesk zoekt met u mee.", at=("docs/fr/a.md:9",)),
    "term-capitals": text(files=TERMS),
    "heading-space": text(nl="## De opdrachten"),
    "typed-bullet": text(nl="- komen\n- schrijven", at=("docs/fr/a.md:7", "docs/fr/a.md:8")),
    "day-or-month-capital": text(nl="Op dinsdag 24 september 2024", at=FR * 2),
    "macro-in-code": text(nl="Bel {{ phone() }}.", files=LABELS),
    "capitals-only": text(nl="Schrijf u in voor 3 maart 2026.", at=FR),
    "percent-space": text(fr="près de 80\u00a0%"),
    "time-form": text(nl="om 14.30 uur"),
    "other-language-date": text(fr="Le 3 octobre 2024."),
    "mobile-number": text(nl="02 555 00 12"),
    "personal-mailbox": text(nl="info@example.be", files={HOSTS: "- example.be\n"}),
}  # fmt: skip
