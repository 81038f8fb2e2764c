"""Samples of the rules that are followed while files are read, planned and tried."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from macros.checks.registry import Problem, Rule, all_rules
from macros.content.source import MAX_BYTES
from macros.render import environment
from macros.texts.sources import Sources
from tests.checks.specimens.specimen import Side, Specimen, link, page
from tests.conftest import ROOT
from tests.samples import BASSIN, PAGE, Project

TITLE = "title: {fr: Une nouvelle, nl: Een bericht}\n"
REST = """\
slug: {fr: une-nouvelle, nl: een-bericht}
summary: {fr: Un résumé, nl: Een samenvatting}
body: {fr: Un texte, nl: Een tekst}
"""
NEWS = f"{TITLE}{REST}"
DATED = f"{NEWS}date: 2026-01-14\n"
ITEM = "data/nord/news/atelier.yml"
NORD = BASSIN.format(
    order=1,
    territory="  - commune: jette\n  - {commune: bruxelles, section: laeken}",
    fr="Nord",
    nl="Noord",
    fr_host="bassin-nord",
    nl_host="zorgzone-noord",
)
OUEST = BASSIN.format(
    order=3,
    territory="  - commune: bruxelles\n    part: {fr: l’ouest, nl: het westen}",
    fr="Ouest",
    nl="West",
    fr_host="bassin-ouest",
    nl_host="zorgzone-west",
)
HOSTS = "data/region/hosts.yml"
PLACE = """\
- id: un
  kind: meeting
  title: {fr: Un lieu, nl: Een plek}
  summary: {fr: Un résumé, nl: Een samenvatting}
"""
GROUP = """\
- id: a
  kind: council
  title: {fr: A, nl: B}
  purpose: {fr: C, nl: D}
  who: {fr: E, nl: F}
  join: {fr: G, nl: H}
"""
FIGURE = """\
- id: a
  title: {fr: Un chiffre, nl: Een cijfer}
  value: 36
  unit: percent
  year: 2022
  source: {fr: Le site, nl: De site}
"""
EVENT = """\
title: {fr: Un atelier, nl: Een atelier}
slug: {fr: un-atelier, nl: een-atelier}
summary: {fr: Un résumé, nl: Een samenvatting}
"""
LABELS_FILE, STATEMENT = "data/region/labels.yml", "data/region/accessibility.yml"
LABELS = {LABELS_FILE: (ROOT / LABELS_FILE).read_text(encoding="utf-8")}
"""The words that macros show."""
RELABELLED = LABELS[LABELS_FILE].replace("\nemail:", "\n[-courriel-]{+email+}:")
CALLED = page("{{ contact() }}", "{{ contact() }}")
DATE_CALL = '{{ accessibility("date") }}'
CALLS = ("docs/fr/a.md:7", "docs/nl/a.md:7")


def news(text: str, first: str = NEWS) -> Specimen:
    return Specimen({ITEM: f"{first}{text}\n"})


def title(text: str) -> Specimen:
    """Put an example in the place of the French title, after the key of its language."""
    return Specimen({ITEM: f"title:\n  {text}\n  nl: Een bericht\n{REST}date: 2026-01-14\n"})


def of_page(front: str) -> Specimen:
    text = f"---\n{front}\ndescription: Ce qu’elle dit.\n---\n\nUn texte.\n"
    return Specimen({"docs/fr/a.md": text})


def statement() -> str:
    return (ROOT / STATEMENT).read_text(encoding="utf-8")


def bassin(old: str, new: str) -> Specimen:
    assert old in NORD
    return Specimen({"data/nord/bassin.yml": NORD.replace(old, new)})


def both(path: str, title: str = "Une page") -> dict[str, str]:
    """Write a page in both languages at once, with a slug of its own."""
    slug = Path(path.removesuffix("/index.md")).stem
    return {
        f"docs/{lang}/{path}": PAGE.format(title=t, slug=slug, description=d) + f"{d}\n"
        for lang, t, d in (("fr", title, "Un texte."), ("nl", "Een pagina", "Een tekst."))
    }


def shortcut(project: Project, side: Side, _: pytest.MonkeyPatch) -> None:
    if side == "wrong":
        link(project.root, ITEM, "../../nord/bassin.yml")


def locked(project: Project, side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse to give the bytes of one file, as a disk does: the superuser is never refused."""
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == project.root / ITEM:
            raise PermissionError(path)
        return read(path)

    if side == "wrong":
        monkeypatch.setattr(Path, "read_bytes", refuse)


def bulky(project: Project, side: Side, _: pytest.MonkeyPatch) -> None:
    if side == "wrong":
        (project.root / ITEM).write_bytes(b"a" * (MAX_BYTES + 1))


def fails(sources: Sources) -> Iterator[Problem]:
    """Fail as a bug of ours would."""
    raise KeyError(sources.root)


def failing(_: Project, side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    """Break a rule."""
    if side == "wrong":
        rules = cast("dict[str, Rule]", all_rules())
        monkeypatch.setitem(rules, "heading-skip", replace(rules["heading-skip"], find=fails))


def own_templates(project: Project, _: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let macros be filled from templates of the sample."""
    monkeypatch.setattr(environment, "OVERRIDES", project.root / "overrides")
    monkeypatch.setattr(environment, "environment", environment.environment.__wrapped__)


READING: dict[str, Specimen] = {
    "bad-date": news("@@"),
    "bad-email": Specimen(
        {"data/nord/groups.yml": f"{GROUP}  contact:\n    @@\n    nl: info@example.org\n",
         HOSTS: "- example.org\n"}
    ),
    "bad-file-name": Specimen(
        {"@@": both("sante-mentale.md")["docs/fr/sante-mentale.md"],
         "docs/nl/sante-mentale.md": both("sante-mentale.md")["docs/nl/sante-mentale.md"],
         "data/region/navigation.yml": "header: [a, sante-mentale]\nfooter: []\n"}
    ),
    "bad-host": bassin("host: {fr: www.bassin-nord.example.org,", "host: {@@,"),
    "bad-id": Specimen({"data/nord/places.yml": PLACE.replace("id: un", "@@")}),
    "bad-number": Specimen({"data/nord/figures.yml": FIGURE.replace("value: 36", "@@")}),
    "bad-phone": bassin("phone: +32 2 318 60 57", "@@"),
    "bad-postcode": Specimen({"data/nord/places.yml": f"{PLACE}  @@\n"}),
    "bad-recurrence": Specimen(
        {"data/nord/events/a.yml": f"{EVENT}start: 2026-01-07\nrepeat: {{@@, until: 2026-12-30}}\n"}
    ),
    "bad-slug": of_page("title: Une page\n@@"),
    "bad-url": Specimen(
        {"data/nord/groups.yml": f"{GROUP}  source:\n    label: {{fr: I, nl: J}}\n    @@\n"}
    ),
    "bad-value": Specimen(
        {"data/region/forge.yml": "repository: https://example.org/sites\n@@\n"}
    ),
    "byte-order-mark": Specimen({ITEM: f"[-\ufeff-]{DATED}"}),
    "control-character": news("date: 2026-01-14[-\x07-]"),
    "duplicate-key": replace(news("@@"), at=(f"{ITEM}:6",)),
    "empty-file": Specimen({HOSTS: "@@\n"}),
    "empty-page": Specimen({"docs/fr/a.md": "@@\n"}, at=("docs/fr/a.md:5",)),
    "empty-value": Specimen({"data/nord/progress/helpdesk.yml": "state: running\n@@\n"}),
    "file-irregular": Specimen({ITEM: DATED}, at=(f"{ITEM}:1",), act=shortcut),
    "file-too-large": Specimen({ITEM: DATED}, at=(f"{ITEM}:1",), act=bulky),
    "file-unreadable": Specimen({ITEM: DATED}, at=(f"{ITEM}:1",), act=locked),
    "front-matter": Specimen({"docs/fr/a.md": "@@\n\nÉcrivez-nous.\n"}),
    "missing-bassin": Specimen(
        {"data/ouest/groups.yml": GROUP, "{+data/ouest/bassin.yml+}": OUEST}
    ),
    "missing-key": Specimen({ITEM: f"@@\n{REST}"}, at=(f"{ITEM}:1",)),
    "missing-translation": Specimen({ITEM: f"@@\n{REST}date: 2026-01-14\n"}),
    "not-utf8": Specimen({ITEM: DATED.replace("Un résumé", "Un r[-\udce9-]{+é+}sumé")}),
    "git-conflict": news("@@"),
    "copied-file": Specimen(
        {ITEM: DATED, "[-data/nord/news/atelier - copie.yml-]": DATED},
        at=("data/nord/news/atelier - copie.yml:1",),
    ),
    "unknown-file": Specimen({"@@": DATED}),
    "unknown-key": Specimen({ITEM: f"@@\n{REST}date: 2026-01-14\n"}),
    "unknown-value": Specimen({"data/nord/groups.yml": GROUP.replace("kind: council", "@@")}),
    "wrong-shape": news("@@", DATED),
    "yaml-alias": title("@@"),
    "yaml-bracket": Specimen({"data/region/news/a.yml": f"{NEWS}@@\ndate: 2026-01-14\n"}),
    "yaml-character": title("@@"),
    "yaml-colon": title("@@"),
    "yaml-comment": title("@@"),
    "yaml-block": title("@@"),
    "yaml-depth": news(
        "actions: [-" + "[" * 101 + "helpdesk" + "]" * 101 + "-]{+[helpdesk]+}", DATED
    ),
    "yaml-document": Specimen({HOSTS: "@@\n"}),
    "yaml-indent": Specimen({ITEM: f"@@\n{REST}date: 2026-01-14\n"}),
    "yaml-key": of_page("@@\nslug: a"),
    "yaml-quote": title("@@"),
    "yaml-syntax": news("@@"),
    "yaml-tab": Specimen({ITEM: f"@@\n{REST}date: 2026-01-14\n"}),
    "duplicate-address": Specimen(
        {**both("b.md"),
         "docs/fr/b.md": both("b.md")["docs/fr/b.md"].replace("slug: b", "slug: [-a-]{+b+}"),
         "data/region/navigation.yml": "header: [a, b]\nfooter: []\n"}
    ),
    "file-without-counterpart": Specimen(
        {"docs/fr/carte.svg": "x", "{+docs/nl/carte.svg+}": "x"}, at=("docs/fr/carte.svg:1",)
    ),
    "lost-address": Specimen(
        {**of_page("title: Une page\n@@").files,
         "data/nord/published.yml": "- {page: a, fr: [/participer/], nl: [/a/]}\n"},
        at=("docs/fr/a.md:3",),
    ),
    "missing-counterpart": Specimen(
        {"docs/fr/in-this-together.md": both("in-this-together.md")["docs/fr/in-this-together.md"],
         "docs/nl/[-n-]{+in+}-this-together.md":
             both("in-this-together.md")["docs/nl/in-this-together.md"],
         "data/region/navigation.yml": "header: [a, in-this-together]\nfooter: []\n"},
        at=("docs/fr/in-this-together.md:1", "docs/nl/n-this-together.md:1"),
    ),
    "missing-page": Specimen(
        {f"{{+{path}+}}": text for path, text in both("news/index.md").items()} | {ITEM: DATED},
        at=("docs/fr/news/index.md:1", "docs/nl/news/index.md:1"),
    ),
    "missing-slug": replace(of_page("@@"), at=("docs/fr/a.md:1",)),
    "orphan-page": Specimen(
        {**both("aide/plan.md"),
         **{f"{{+{path}+}}": text for path, text in both("aide/index.md").items()},
         "data/region/navigation.yml": "header: [a, aide/plan]\nfooter: [[--]{+aide/index+}]\n"},
        at=("docs/fr/aide/plan.md:1", "docs/nl/aide/plan.md:1"),
    ),
    "redirect-over-page": Specimen({"data/nord/redirects.yml": "@@\n"}),
    "redirect-twice": Specimen(
        {"data/nord/redirects.yml": "@@\n"}, ("data/nord/redirects.yml:2",)
    ),
    "unreachable-page": Specimen(
        {**both("aide.md"), "data/region/navigation.yml": "header: [a]\n@@\n"},
        at=("docs/fr/aide.md:1", "docs/nl/aide.md:1"),
    ),
    "macro-argument": Specimen({**page("@@", '{{ groups("council") }}'), **LABELS}),
    "macro-syntax": Specimen({**page("@@", "{{ contact() }}"), **LABELS}),
    "missing-label": Specimen(
        {**CALLED, LABELS_FILE: RELABELLED},
        (f"{LABELS_FILE}:1",),
    ),
    "missing-record": Specimen(
        {**page(DATE_CALL, DATE_CALL), **LABELS, f"{{+{STATEMENT}+}}": statement()}, CALLS
    ),
    "template-error": Specimen(
        {**CALLED, **LABELS, "overrides/macros/contact.html": "{{ view.[-host-]{+lang+} }}"},
        CALLS,
        act=own_templates,
    ),
    "unknown-macro": Specimen({**page("@@", "{{ contact() }}"), **LABELS}),
    "check-failed": Specimen(
        {}, (f"tests/checks/specimens/reading.py:{fails.__code__.co_firstlineno}",), act=failing
    ),
    "unknown-escape": Specimen(
        page("Voir [ici](index.md).", "Zie [het onthaal](index.md).", fr_head="@@")
    ),
    "unused-escape": Specimen(page("Un texte.", "Een tekst.", fr_head="@@")),
}  # fmt: skip
