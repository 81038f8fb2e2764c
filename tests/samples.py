"""Small projects, written to a folder and read by the real loader."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from macros.checks.registry import all_rules
from macros.checks.run import run
from macros.content.load import load
from macros.finding import Finding
from macros.language import LANGS
from macros.site.plan import plan
from macros.texts.sources import Sources

TODAY = date(2026, 3, 2)

PLANNED = {"missing-counterpart", "missing-page"}
"""Findings of the plan that a sample may have on purpose."""

COMMUNES = """
- id: jette
  name: {fr: Jette, nl: Jette}
  postcodes: ["1090"]
- id: ixelles
  name: {fr: Ixelles, nl: Elsene}
  postcodes: ["1050"]
- id: bruxelles
  name: {fr: Bruxelles-Ville, nl: Brussel-Stad}
  postcodes: ["1000", "1020"]
  sections:
    - id: laeken
      name: {fr: Laeken, nl: Laken}
      postcodes: ["1020"]
"""

MISSIONS = """
- id: reseau
  number: 1
  name: {fr: Réseau, nl: Netwerk}
  summary: {fr: Se connaître, nl: Elkaar kennen}
  icon: network
"""

BASSIN = """
order: {order}
name: {{fr: Bassin {fr}, nl: Zorgzone {nl}}}
short_name: {{fr: {fr}, nl: {nl}}}
host: {{fr: www.{fr_host}.example.org, nl: www.{nl_host}.example.org}}
contact:
  email: {{fr: info@{fr_host}.example.org, nl: info@{nl_host}.example.org}}
  phone: +32 2 318 60 57
tagline: {{fr: Se parler, nl: Met elkaar praten}}
accent: {{hue: 200}}
territory:
{territory}
quartiers: {{count: 9, source: {{fr: Site du bassin, nl: Site van de zorgzone}}}}
portrait: {{fr: Un territoire, nl: Een gebied}}
"""

PAGE = """\
---
title: {title}
slug: {slug}
description: {description}
---

"""


@dataclass(frozen=True)
class Project:
    """A project in a folder of its own."""

    root: Path

    def write(self, path: str, text: str) -> "Project":
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return self

    def remove(self, path: str) -> "Project":
        (self.root / path).unlink()
        return self

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def page(self, path: str, fr: str | None, nl: str | None) -> "Project":
        """Write both sides of a page; the bodies start on line 7 of the files."""
        slug = Path(path.removesuffix("/index.md")).stem
        if fr is not None:
            head = PAGE.format(title="Une page", slug=slug, description="Ce qu’elle dit.")
            self.write(f"docs/fr/{path}", head + dedent(fr).lstrip("\n"))
        if nl is not None:
            head = PAGE.format(title="Een pagina", slug=slug, description="Wat ze zegt.")
            self.write(f"docs/nl/{path}", head + dedent(nl).lstrip("\n"))
        return self

    def sources(self, today: date = TODAY) -> Sources:
        content, findings = load(self.root)
        network, planned = plan(content, today)
        told = [f.text() for f in (*findings, *planned) if f.rule not in PLANNED]
        assert not told, "\n".join(told)
        return Sources(self.root, network)

    def check(self, *rules: str, today: date = TODAY) -> list[Finding]:
        """Run some rules; the sources must be readable."""
        return run(self.sources(today), [all_rules()[name] for name in rules])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two bassins, three communes, one mission and a home page; no rule fires on it."""
    return sample(tmp_path)


def sample(root: Path) -> Project:
    """Write the sample project into a folder."""
    made = Project(root)
    made.write("data/region/communes.yml", COMMUNES)
    made.write("data/region/missions.yml", MISSIONS)
    nord = "  - commune: jette\n  - {commune: bruxelles, section: laeken}"
    names = {"fr": "Nord", "nl": "Noord", "fr_host": "bassin-nord", "nl_host": "zorgzone-noord"}
    made.write("data/nord/bassin.yml", BASSIN.format(order=1, territory=nord, **names))
    sud = "  - commune: ixelles\n  - commune: bruxelles\n    part: {fr: le centre, nl: het centrum}"
    names = {"fr": "Sud", "nl": "Zuid", "fr_host": "bassin-sud", "nl_host": "zorgzone-zuid"}
    made.write("data/sud/bassin.yml", BASSIN.format(order=2, territory=sud, **names))
    for lang, title, words in zip(
        LANGS, ("Accueil", "Onthaal"), ("Bienvenue chez nous.", "Welkom bij ons."), strict=True
    ):
        made.write(
            f"docs/{lang}/index.md", f"---\ntitle: {title}\ndescription: {words}\n---\n\n{words}\n"
        )
    return made
