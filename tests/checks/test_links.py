"""Rules about links and their labels."""

import pytest

from macros.checks.fix import fix
from tests.samples import Project

ACTION = """
title: {fr: Une action, nl: Een actie}
slug: {fr: une-action, nl: een-actie}
summary: {fr: Un résumé, nl: Een samenvatting}
mission: reseau
body:
  fr: |
    %s
  nl: |
    Een tekst.
"""


@pytest.fixture
def site(project: Project) -> Project:
    """The sample project with two more pages and an action of bassin Nord."""
    project.page("roadmap.md", "## Un titre\n\n## L’été { #ete }\n", "## Een titel\n")
    project.page("actions/index.md", "Une liste.\n", "Een lijst.\n")
    return project.write("data/nord/actions/babbel.yml", ACTION % "Un texte.")


def told(project: Project, rule: str, fr: str, nl: str = "Niets.\n") -> list[str | None]:
    """Return what a rule quotes of a page that holds some text."""
    project.page("a/index.md", "Un.\n", "Een.\n")
    project.page("a/b.md", fr, nl)
    return [finding.quote for finding in project.check(rule)]


@pytest.mark.parametrize(
    "target",
    [
        "../roadmap.md",
        "/roadmap.md",
        "/fr/roadmap.md",
        "../actions/index.md#rien",
        "index.md",
        "b.md",
        "https://example.net/x.md",
        "#ici",
    ],
)
def test_links_that_lead_somewhere(site: Project, target: str) -> None:
    assert told(site, "dead-link", f"Voir [la page]({target}).\n") == []


@pytest.mark.parametrize(
    ("target", "fix"),
    [
        ("roadmap.md", ""),
        ("../roadmaps.md", "« /roadmap.md »"),
        ("/roadmaps.md", "« /roadmap.md »"),
        ("../roadmap/", "« /roadmap.md »"),
        ("/actions", "« /actions/index.md »"),
        ("plan.pdf", "docs/fr/"),
    ],
)
def test_links_that_lead_nowhere(site: Project, target: str, fix: str) -> None:
    site.page("a/index.md", "Un.\n", "Een.\n")
    site.page("a/b.md", f"Un mot.\n\nVoir [la page]({target}).\n", "Niets.\n")
    (only,) = site.check("dead-link")
    assert (only.file, only.line, only.column) == ("docs/fr/a/b.md", 9, 16)
    assert only.fix is not None
    assert fix.replace(" ", "\u00a0") in only.fix.fr


def test_braces_in_names_of_files_are_repeated(site: Project) -> None:
    site.write("docs/fr/{a}.pdf", "x").write("docs/nl/{b}.pdf", "x")
    assert told(site, "dead-link", "Voir [le plan](/{c}.pdf).\n") == ["/{c}.pdf"]
    assert {f.quote for f in site.check("file-without-counterpart")} == {"{a}.pdf", "{b}.pdf"}


def test_a_page_that_only_some_bassins_have(site: Project) -> None:
    link = "Voir [la page](/actions/babbel.md).\n"
    site.page("a.md", link, "Niets.\n")
    (only,) = site.check("dead-link")
    assert "Bassin Sud" in only.message.fr
    for lang in ("fr", "nl"):
        text = site.read(f"docs/{lang}/a.md").replace("---\n\n", "bassins: [nord]\n---\n\n")
        site.write(f"docs/{lang}/a.md", text)
    assert site.check("dead-link") == []


def test_links_in_data_start_at_the_root(site: Project) -> None:
    site.write("data/nord/actions/babbel.yml", ACTION % "Voir [ceci](/roadmap.md).")
    assert site.check("dead-link") == []
    site.write("data/nord/actions/babbel.yml", ACTION % "Voir [ceci](/roadmaps.md).")
    (only,) = site.check("dead-link")
    assert (only.file, only.line, only.column) == ("data/nord/actions/babbel.yml", 7, 17)


def test_a_document_beside_a_page(site: Project) -> None:
    site.write("docs/fr/a/plan.pdf", "x")
    assert told(site, "dead-link", "Voir [la page](plan.pdf).\n") == []


@pytest.mark.parametrize(
    ("target", "dead"),
    [
        ("../roadmap.md#un-titre", False),
        ("../roadmap.md#ete", False),
        ("../roadmap.md#un-titr", True),
        ("#ci-dessous", False),
        ("#ailleurs", True),
        ("#ancre", False),
    ],
)
def test_anchors(site: Project, target: str, *, dead: bool) -> None:
    text = f'Voir [la page]({target}).\n\n## Ci-dessous\n\n<p id="ancre">Ici.</p>\n'
    assert told(site, "dead-anchor", text) == ([target] if dead else [])


def test_an_anchor_on_a_page_of_macros_is_only_doubtful(site: Project) -> None:
    site.page("roadmap.md", "{{ bassin() }}\n", "{{ bassin() }}\n")
    site.page("a.md", "Voir [la page](roadmap.md#inconnu).\n", "Niets.\n")
    (only,) = site.check("dead-anchor")
    assert only.severity == "warning"
    assert only.fix is not None
    # two braces would be a macro
    assert "« { #… } »" in only.fix.fr.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("target", "bad"),
    [
        ("../../nl/roadmap.md", True),
        ("/nl/roadmap.md", True),
        ("https://www.zorgzone-nord.example.org/", False),
        ("https://www.zorgzone-noord.example.org/roadmap/", True),
        ("https://bassin-nord.example.org/roadmap/", False),
        ("../roadmap.md", False),
    ],
)
def test_links_to_the_other_language(site: Project, target: str, *, bad: bool) -> None:
    found = told(site, "wrong-language-link", f"Voir [la page]({target}).\n")
    assert found == ([target] if bad else [])


REMEDIES = [
    ("wrong-language-link", "[a](https://www.zorgzone-noord.example.org/roadmap/)", "/roadmap.md"),
    ("wrong-language-link", "[a](/nl/roadmap.md)", "/roadmap.md"),
    ("wrong-language-link", "[a](https://www.zorgzone-noord.example.org/x/)", "docs/fr/"),
    ("dead-link", "[a](docs/fr/roadmap.md)", "/roadmap.md"),
    ("dead-link", "[a](/actions/)", "/actions/index.md"),
    ("dead-link", "[a](info@example.net)", "mailto:info@example.net"),
    ("bad-address", "[a](www.example.net)", "https://www.example.net"),
    ("bad-address", "[a](www.bassin-nord.example.org/roadmap)", "/roadmap.md"),
    ("broken-link-markup", "[a] (roadmap.md)", "[a](roadmap.md)"),
    ("broken-link-markup", "![a](une carte.svg)", "une-carte.svg"),
]


@pytest.mark.parametrize(("rule", "text", "remedy"), REMEDIES)
def test_the_remedy_says_what_to_write(site: Project, rule: str, text: str, remedy: str) -> None:
    site.page("a.md", f"{text}\n", "Niets.\n")
    (only,) = site.check(rule)
    assert only.fix is not None
    assert remedy in only.fix.fr
    assert remedy in only.fix.nl


def test_a_page_whose_file_was_renamed_is_named(site: Project) -> None:
    site.write("data/nord/published.yml", "- {page: plan, fr: [/roadmap/], nl: [/roadmap/]}\n")
    site.page("a.md", "[a](plan.md)\n", "Niets.\n")
    (only,) = site.check("dead-link")
    assert only.fix is not None
    assert "/roadmap.md" in only.fix.nl


def test_absolute_links_to_the_same_site(site: Project) -> None:
    link = "Voir [la page](https://www.bassin-%s.example.org/roadmap/)."
    site.write("data/nord/actions/babbel.yml", ACTION % (link % "nord"))
    (only,) = site.check("own-host-link")
    assert only.fix is not None
    assert "/roadmap.md" in only.fix.fr
    site.write("data/nord/actions/babbel.yml", ACTION % (link % "sud"))
    assert site.check("own-host-link") == []
    site.write("data/nord/actions/babbel.yml", ACTION % (link % "sud").replace("map", "maps"))
    assert len(site.check("own-host-link")) == 1


@pytest.mark.parametrize(
    ("target", "bad"),
    [
        ("www.example.net", True),
        ("example.be/page", True),
        ("htps://example.net", True),
        ("https:/example.net", True),
        ("https://example", True),
        ("mailto:info", True),
        ("tel:02-318", True),
        ("javascript:alert(1)", True),
        ("https://example.net/a_(b)?c=d#e", False),
        ("mailto:info@example.net?subject=x", False),
        ("tel:+3223186057", False),
        ("roadmap.md", False),
        ("carte.svg", False),
    ],
)
def test_addresses_by_their_form(site: Project, target: str, *, bad: bool) -> None:
    found = told(site, "bad-address", f"Voir [la page]({target}).\n")
    assert found == ([target] if bad else [])


def test_http_where_https_is_known(site: Project) -> None:
    site.write("data/region/hosts.yml", "- example.net\n")
    site.page("a.md", "Voir [la page](http://www.example.net/x).\n", "Niets.\n")
    (only,) = site.check("insecure-link")
    assert only.edit is not None
    assert only.edit.new == "https://www.example.net/x"
    site.page("a.md", "Voir [la page](http://www.example.be/x).\n", "Niets.\n")
    assert site.check("insecure-link") == []
    site.page("a.md", "[Un](http://example.be/x) [deux](https://example.be).\n", "Niets.\n")
    assert len(site.check("insecure-link")) == 1


@pytest.mark.parametrize(
    ("fr", "nl", "count"),
    [
        ("[ici](b.md)", "[hier](b.md)", 2),
        ("[Cliquez ici !](b.md)", "[Klik hier.](b.md)", 2),
        ("[En savoir plus](b.md)", "[Lees meer](b.md)", 2),
        ("[plus d'infos](b.md)", "[https://example.net](https://example.net)", 2),
        ("[Le plan d’ici](b.md)", "[Het plan hier](b.md)", 0),
        ("![ici](c.svg)", "[ici](b.md)", 0),
    ],
)
def test_labels_that_say_nothing(site: Project, fr: str, nl: str, count: int) -> None:
    assert len(told(site, "vague-label", fr + "\n", nl + "\n")) == count


def test_files_say_their_format_and_size(site: Project) -> None:
    site.page("a.md", "[Le plan](plan.pdf)\n", "[Het plan (PDF, 1,2 MB)](plan.pdf)\n")
    site.write("docs/fr/plan.pdf", "x" * 3000)
    (only,) = site.check("file-label")
    assert only.fix is not None
    assert "[Le plan (PDF, 3\u00a0Ko)](…)" in only.fix.fr
    site.page("a.md", "[Le plan (PDF, 3 Ko)](plan.pdf)\n", "[Het plan](plan.md)\n")
    assert site.check("file-label") == []


def test_files_elsewhere_too(site: Project) -> None:
    target = "https://example.net/a/rapport.docx?x=1"
    assert told(site, "file-label", f"[Le rapport]({target})\n") == ["Le rapport"]


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("[](b.md)", True),
        ("[![](c.svg)](b.md)", True),
        ("[![Une carte](c.svg)](b.md)", False),
        ("[{{ bassin() }}](b.md)", False),
        ("[un](b.md)", False),
    ],
)
def test_links_without_words(site: Project, text: str, *, empty: bool) -> None:
    assert bool(told(site, "empty-link", text + "\n")) is empty


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Voir [la page] (b.md).", True),
        ("Voir (la page)[b.md].", True),
        ("Voir [la page](b.md", True),
        ("![Un plan] (plan.svg)", True),
        ("Voir [la page](b.md).", False),
        ("Un [mot] (entre parenthèses).", False),
        ("```\n[la page] (b.md)\n```", False),
    ],
)
def test_links_that_would_show_as_brackets(site: Project, text: str, *, broken: bool) -> None:
    assert bool(told(site, "broken-link-markup", text + "\n")) is broken


def test_a_file_on_one_side_only(project: Project) -> None:
    project.write("docs/fr/in-this-together.svg", "x")
    project.write("docs/nl/n-this-together.svg", "x")
    found = project.check("file-without-counterpart")
    assert [f.file for f in found] == [
        "docs/fr/in-this-together.svg",
        "docs/nl/n-this-together.svg",
    ]
    assert found[0].fix is not None
    assert "n-this-together.svg" in found[0].fix.fr.partition("?")[0]
    project.remove("docs/nl/n-this-together.svg").write("docs/nl/in-this-together.svg", "y")
    assert project.check("file-without-counterpart") == []


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("[Un](tel:02 318 60 57)", "[Un](tel:+3223186057)"),
        ("[Un](mailto:info @example.org)", "[Un](mailto:info@example.org)"),
        ("(agenda)[index.md]", "[agenda](index.md)"),
        ("[agenda](index.md.", "[agenda](index.md)."),
        ("[Le plan][plan]", "[mots](adresse)"),
        ("[Le plan][]", "[mots](adresse)"),
    ],
)
def test_a_broken_link_is_written_whole(project: Project, text: str, remedy: str) -> None:
    project.page("a.md", f"{text}\n", "Niets.\n")
    (found,) = project.check("broken-link-markup")
    assert found.fix
    assert remedy in found.fix.fr


@pytest.mark.parametrize("text", ["[Un][a]\n\n[a]: index.md", "`[Un][a]`", "[x] [y](index.md)"])
def test_whole_links_are_no_broken_ones(project: Project, text: str) -> None:
    project.page("a.md", f"{text}\n", "Niets.\n")
    assert project.check("broken-link-markup") == []


@pytest.mark.parametrize("target", ["C:\\\\moi\\\\plan.png", "file:///C:/plan.png"])
def test_a_file_of_ones_own_computer(project: Project, target: str) -> None:
    project.page("a.md", f"![Un plan]({target})\n", "Niets.\n")
    (found,) = project.check("bad-address")
    assert found.fix
    assert found.fix.nl.endswith("alleen de naam: plan.png")


def test_a_mailbox_has_a_whole_host(project: Project) -> None:
    project.page("a.md", "[Un](mailto:info@bassin-nord)\n", "Niets.\n")
    assert [found.quote for found in project.check("bad-address")] == ["mailto:info@bassin-nord"]


def test_addresses_of_data_are_secure_too(project: Project) -> None:
    project.write("data/region/hosts.yml", "- norwest.be\n")
    places = "- id: a\n  kind: tool\n  title: {fr: A, nl: B}\n  summary: {fr: C, nl: D}\n  url:\n"
    urls = "    fr: http://www.norwest.be/a\n    nl: http://example.org/b\n"
    project.write("data/nord/resources.yml", places + urls)
    (found,) = project.check("insecure-link")
    assert (found.line, found.quote) == (6, "http://www.norwest.be/a")
    assert fix(project.root, lambda: project.check("insecure-link")) == 1
    assert "fr: https://www.norwest.be/a" in project.read("data/nord/resources.yml")


RESOURCE = "- {id: a, kind: tool, title: {fr: A, nl: B}, summary: {fr: C, nl: D}, url: {%s}}\n"


@pytest.mark.parametrize(
    ("urls", "wrong"),
    [
        ("fr: https://a.be/nl/x, nl: https://a.be/fr/x", 2),
        ("fr: https://a.be/nl/x, nl: https://a.be/x", 1),
        ("fr: https://nl.a.be/x, nl: https://a.be/x?lang=fr", 2),
        ("fr: https://a.be/fr/x, nl: https://a.be/nl/x", 0),
        ("fr: https://a.be/nl/x, nl: https://a.be/nl/x", 0),
        ("fr: https://a.be/x, nl: https://a.be/x", 0),
        ("fr: https://a.be/fr-nl/x, nl: https://a.be/x", 0),
    ],
)
def test_addresses_that_changed_sides(project: Project, urls: str, wrong: int) -> None:
    project.write("data/nord/resources.yml", RESOURCE % urls)
    assert len(project.check("exchanged-address")) == wrong
