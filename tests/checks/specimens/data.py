"""Samples of the rules about records: what one says of another, and the facts of the domain."""

from dataclasses import replace

from tests.checks.specimens.reading import DATED, EVENT, FIGURE, GROUP, PLACE, both, news
from tests.checks.specimens.specimen import Specimen, page
from tests.samples import BASSIN, COMMUNES

ACTION = """\
title: {fr: Une action, nl: Een actie}
slug: {fr: une-action, nl: een-actie}
summary: {fr: Un résumé, nl: Een samenvatting}
"""
CENTRE = "bruxelles\n    part: {fr: le centre, nl: het centrum}"
MEETING = "data/nord/events/a.yml"
FIGURES = "data/nord/figures.yml"
MINUTES = """\
  minutes:
    - title: {fr: Un mot, nl: Een woord}
      points: [{fr: On s’y parle, nl: Daar praat men}]
      @@
"""
SUD = BASSIN.format(
    order=2,
    territory="  - commune: ixelles\n  @@",
    fr="Sud",
    nl="Zuid",
    fr_host="bassin-sud",
    nl_host="zorgzone-zuid",
)


def card(start: str, end: str, *, at: int) -> Specimen:
    """Put the example of a rule in the card of a bassin, in place of a pair of hosts."""
    text = SUD.replace("@@", f"- commune: {CENTRE}").replace(".example.org", ".brussels")
    return Specimen(
        {"data/sud/bassin.yml": text.replace(f"{start}brussels, nl: {end}brussels}}", "@@")},
        at=(f"data/sud/bassin.yml:{at}",),
    )


def event(text: str) -> Specimen:
    return Specimen({MEETING: f"{EVENT}{text}\n"})


def share(name: str, value: str) -> str:
    figure = FIGURE.replace("id: a", f"id: {name}").replace("36", value)
    return f"{figure}  set: age\n"


DATA: dict[str, Specimen] = {
    "dead-navigation": Specimen(
        {**both("bassin.md"), **both("roadmap.md"),
         "data/region/navigation.yml": "@@\nfooter: [a]\n"}
    ),
    "dead-redirect": Specimen({"data/nord/redirects.yml": "@@\n", **both("bassin.md")}),
    "dead-reference": news("@@", DATED),
    "duplicate-id": Specimen(
        {"data/nord/places.yml": PLACE + PLACE.replace("id: un", "id: [-un-]{+deux+}")}
    ),
    "progress-without-action": Specimen(
        {"@@": "state: running\nnote: {fr: Un mot, nl: Een woord}\n"}
    ),
    "unknown-bassin": Specimen({"data/region/news/a.yml": f"{DATED}@@\n"}),
    "unknown-commune": Specimen({"data/nord/places.yml": f"{PLACE}  @@\n"}),
    "unknown-mission": Specimen({"data/nord/actions/a.yml": f"{ACTION}@@\n"}),
    "unknown-template": Specimen(
        page("Un texte.", "Een tekst.", fr_head="@@", nl_head="template: home")
    ),
    "commune-in-two-bassins": Specimen(
        {"data/sud/bassin.yml": SUD.replace("@@", f"- commune: [-jette-]{{+{CENTRE}+}}")}
    ),
    "same-as-another-site": card("host: {fr: www.bassin-sud.", "www.zorgzone-zuid.", at=5),
    "mailbox-of-another-site": card("email: {fr: info@bassin-sud.", "info@zorgzone-zuid.", at=7),
    "commune-without-bassin": Specimen(
        {"data/region/communes.yml": COMMUNES.lstrip() +
         "- id: evere\n  name: {fr: Evere, nl: Evere}\n  postcodes: ['1140']\n",
         "data/sud/bassin.yml": SUD.replace("@@", "[-# -]- commune: evere")},
        at=("data/region/communes.yml:14",),
    ),
    "end-before-start": replace(event("@@"), at=(f"{MEETING}:5",)),
    "long-event": replace(event("@@"), at=(f"{MEETING}:5",)),
    "minutes-of-another-day": Specimen(
        {
            **both("agenda/index.md"),
            "data/nord/events/2024-09-23-concertation.yml": f"{EVENT}start: 2024-09-23\n",
            "data/nord/groups.yml": f"{GROUP}{MINUTES}",
        },
        ("data/nord/groups.yml:10",),
    ),
    "part-of-a-person": Specimen(
        {FIGURES: FIGURE.replace("value: 36\n  unit: percent", "@@")}, (f"{FIGURES}:3",)
    ),
    "exchanged-address": Specimen(
        {"data/nord/resources.yml": f"{PLACE.replace('meeting', 'tool')}  @@\n"},
        ("data/nord/resources.yml:5",) * 2,
    ),
    "figure-of-the-future": Specimen({FIGURES: FIGURE.replace("year: 2022", "@@")}),
    "hour-without-start": event("start: 2025-04-09\n@@"),
    "group-without-contact": Specimen(
        {"data/nord/groups.yml": GROUP.replace("kind: council", "@@"),
         "data/region/hosts.yml": "- example.org\n"}
    ),
    "late-registration": replace(event("@@"), at=(f"{MEETING}:6",)),
    "news-of-the-future": news("@@"),
    "postcode-mismatch": Specimen({"data/nord/places.yml": f"{PLACE}  @@\n"}),
    "rule-never-fires": event("start: 2026-02-28\n@@"),
    "shares-not-100": Specimen(
        {FIGURES: share("a", "23.99") + share("b", "[-65.81-]{+64.98+}") + share("c", "11.03")},
        at=(f"{FIGURES}:7",),
    ),
    "skip-outside-rule": event("start: 2025-04-09\n@@"),
    "start-outside-rule": event("@@"),
}  # fmt: skip
