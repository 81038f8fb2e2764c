"""The way of a newcomer: make, fill in, check, build; and mend a mistake by its message alone."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.finding import Finding, Severity
from macros.language import LANGS, Lang
from macros.project import check
from tests.authoring.conftest import Run
from tests.conftest import TODAY, copy_project
from tests.conftest import bassin as run_command

WORDS = {
    "title": ("Une rencontre de voisins", "Een ontmoeting met buren"),
    "summary": ("Les équipes se rencontrent.", "De teams ontmoeten elkaar."),
    "description": ("Ce que les équipes font ensemble.", "Wat de teams samen doen."),
    "body": ("Les équipes se rencontrent chaque mois.", "De teams ontmoeten elkaar elke maand."),
    "purpose": ("Se connaître.", "Elkaar leren kennen."),
    "who": ("Les équipes du bassin.", "De teams van de zorgzone."),
    "join": ("Écrivez au bassin.", "Mail naar de zorgzone."),
}
SAME = {
    "date": "2025-03-20",
    "start": "2025-06-20 13:30",
    "mission": "reseau",
    "state": "running",
    "year": "2024",
}
MADE = {
    "news": ("news", "Une rencontre de voisins", "actualites", "nieuws"),
    "event": ("event", "Un goûter de voisins", "agenda", "agenda"),
    "action": ("action", "Un réseau de voisins", "actions", "acties"),
    "progress": ("progress", "Les voisins en parlent déjà.", "actions", "acties"),
    "group": ("group", "La table des voisins", "participer", "meedoen"),
    "resource": ("resource", "Le carnet des voisins", "ressources", "hulpmiddelen"),
    "page": ("page", "La page des voisins", "la-page-des-voisins", "de-pagina-van-de-buren"),
}
DUTCH = {
    "news": "Een ontmoeting met buren",
    "event": "Een vieruurtje met buren",
    "action": "Een netwerk van buren",
    "progress": "De buren praten er al over.",
    "group": "De tafel van de buren",
    "resource": "Het boekje van de buren",
    "page": "De pagina van de buren",
}
KIND = {"group": "concertation", "resource": "tool"}
FIELDS = {
    "news": ("date", "summary", "body"),
    "event": ("start", "summary"),
    "action": ("mission", "summary"),
    "progress": ("state",),
    "group": ("kind", "purpose", "who", "join"),
    "resource": ("kind", "summary"),
    "page": ("description", "body"),
}


def options(kind: str) -> list[str]:
    """Answer every question of a kind on the command line."""
    text = "note" if kind == "progress" else "title"
    found = [f"--{text}-fr={MADE[kind][1]}", f"--{text}-nl={DUTCH[kind]}"]
    if kind == "progress":
        found.append("--id=diagnostics")
    if kind != "page":
        found.append("--bassin=nord")
    for name in FIELDS[kind]:
        if name in WORDS:
            found += [f"--{name}-{lang}={WORDS[name][n]}" for n, lang in enumerate(LANGS)]
        else:
            found.append(f"--{name}={KIND[kind] if name == 'kind' else SAME[name]}")
    return found


@pytest.mark.build
def test_from_new_to_the_page_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bassin: Run
) -> None:
    root = copy_project(tmp_path)
    monkeypatch.chdir(root)
    made: list[str] = []
    for kind in MADE:
        result = bassin("new", kind, "--no-input", "--lang=fr", *options(kind))
        assert result.exit_code == 0, result.output
        assert ("Tout est rempli" in result.output) == (kind != "page"), result.output
        made += re.findall(r"Écrit\u00a0: (\S+)", result.output)
    assert len(made) == 8
    # Visitors find a page through a menu: the check says so, and its remedy is followed.
    # Then both sides are confirmed, as the last message proposes.
    rest = [f for f in check(root, TODAY) if f.file in made]
    assert {f.rule for f in rest} == {"unreachable-page", "section-to-review"}
    unreached = next(f for f in rest if f.rule == "unreachable-page")
    confirmed = bassin("agree", *made)
    assert confirmed.exit_code == 0, confirmed.output
    menus = root / "data/region/navigation.yml"
    menus.write_text(f"{menus.read_text()}  {quoted(unreached, 'fr')[0]}\n", encoding="utf-8")
    built = run_command("build", "--bassin", "nord", cwd=root)
    assert built.returncode == 0, built.stdout + built.stderr
    # The build checks everything once more, and has nothing left to say.
    assert "section-to-review" not in built.stdout + built.stderr
    assert "unreachable-page" not in built.stdout + built.stderr
    hosts = {"fr": "www.bassin-nord.brussels", "nl": "www.zorgzone-noord.brussels"}
    slugs = {"news": ("une-rencontre-de-voisins", "een-ontmoeting-met-buren")}
    slugs["event"] = ("un-gouter-de-voisins", "een-vieruurtje-met-buren")
    slugs["progress"] = ("diagnostics", "diagnoses")
    slugs["action"] = ("un-reseau-de-voisins", "een-netwerk-van-buren")
    for kind, (_, french, *sections) in MADE.items():
        for n, lang in enumerate(LANGS):
            url = "/".join([sections[n], *([slugs[kind][n]] if kind in slugs else [])])
            html = (root / "site" / hosts[lang] / url / "index.html").read_text()
            assert (french if lang == "fr" else DUTCH[kind]) in html


@dataclass(frozen=True)
class Mistake:
    """A typical mistake and how its message is followed.

    Attributes:
        old, new: what the newcomer wrote instead.
        rule: what the check says.
        follow: does what the remedy says, and no more.
        file: the file, news by default.

    """

    old: str
    new: str
    rule: str
    follow: Callable[[Path, Finding, Lang], None]
    file: str = "data/nord/news/2025-03-20-une-rencontre-de-voisins.yml"


def in_quotation_marks(sentence: str, lang: Lang) -> list[str]:
    words = re.findall("«\u00a0(.*?)\u00a0»" if lang == "fr" else "‘(.*?)’", sentence)
    return [word.replace("\u00a0", " ") for word in words]


def quoted(finding: Finding, lang: Lang) -> list[str]:
    """Return what the remedy puts in quotation marks."""
    assert finding.fix
    return in_quotation_marks(finding.fix[lang], lang)


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def put(path: Path, number: int, *lines: str) -> None:
    """Replace one line, keeping its indentation."""
    found = lines_of(path)
    old = found[number - 1]
    margin = old[: len(old) - len(old.lstrip())]
    found[number - 1 : number] = [margin + line for line in lines]
    path.write_text("\n".join(found), encoding="utf-8")


def write_what_is_quoted(path: Path, finding: Finding, lang: Lang) -> None:
    put(path, finding.line, quoted(finding, lang)[0])


def write_what_follows_the_colon(path: Path, finding: Finding, lang: Lang) -> None:
    assert finding.fix
    line = finding.fix[lang].replace("\u00a0", " ").split(": ", 1)[1]
    put(path, finding.line, line)


def take_the_near_key(path: Path, finding: Finding, lang: Lang) -> None:
    value = lines_of(path)[finding.line - 1].partition(":")[2]
    put(path, finding.line, f"{quoted(finding, lang)[0]}:{value}")


def take_the_near_value(path: Path, finding: Finding, lang: Lang) -> None:
    (wrong, *_) = in_quotation_marks(finding.message[lang], lang)
    line = lines_of(path)[finding.line - 1].strip()
    put(path, finding.line, line.replace(wrong, quoted(finding, lang)[0]))


def add_the_line(path: Path, finding: Finding, lang: Lang) -> None:
    """Add the line that the remedy writes out, below the key that it names."""
    line = next(words for words in quoted(finding, lang) if "…" in words)
    parent = next(words for words in quoted(finding, lang) if words != line)
    found = lines_of(path)
    place = next(n for n, one in enumerate(found) if one.strip() == f"{parent}:")
    found.insert(place + 1, "  " + line.replace("…", "Een ontmoeting met buren"))
    path.write_text("\n".join(found), encoding="utf-8")


def fill_the_value(path: Path, finding: Finding, lang: Lang) -> None:
    key = quoted(finding, lang)[0]
    put(path, finding.line, f"{key} De teams ontmoeten elkaar.")


def take_a_line_away(path: Path, finding: Finding, _: Lang) -> None:
    put(path, finding.line)


def two_spaces_for_the_tab(path: Path, finding: Finding, _: Lang) -> None:
    found = lines_of(path)
    found[finding.line - 1] = found[finding.line - 1].replace("\t", "  ")
    path.write_text("\n".join(found), encoding="utf-8")


def save_without_the_mark(path: Path, *_: object) -> None:
    path.write_bytes(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))


def close_the_quote(path: Path, finding: Finding, _: Lang) -> None:
    put(path, finding.line, lines_of(path)[finding.line - 1].strip() + '"')


MISTAKES = {
    "a date as people write it": Mistake(
        "date: 2025-03-20", "date: 20/03/2025", "bad-date", write_what_is_quoted
    ),
    "a colon in a title": Mistake(
        "fr: Une rencontre de voisins",
        "fr: Rencontre: les voisins",
        "yaml-colon",
        write_what_follows_the_colon,
    ),
    "a key in Dutch": Mistake("summary:", "sumary:", "unknown-key", take_the_near_key),
    "a slug with capitals and accents": Mistake(
        "fr: une-rencontre-de-voisins", "fr: Rencontré", "bad-slug", take_the_near_value
    ),
    "a tab": Mistake(
        "  nl: een-ontmoeting", "\tnl: een-ontmoeting", "yaml-tab", two_spaces_for_the_tab
    ),
    "a side that is not there": Mistake(
        "  nl: Een ontmoeting met buren\n", "", "missing-translation", add_the_line
    ),
    "a side that is empty": Mistake(
        "nl: De teams ontmoeten elkaar.", "nl:", "empty-value", fill_the_value
    ),
    "a key twice": Mistake(
        "date: 2025-03-20", "date: 2025-03-20\ndate: 2025-03-20", "duplicate-key", take_a_line_away
    ),
    "an action that does not exist": Mistake(
        "date: 2025-03-20",
        "date: 2025-03-20\nactions:\n  - un-reseau-de-voisin",
        "dead-reference",
        take_the_near_value,
    ),
    "a byte-order mark": Mistake("title:", "title:", "byte-order-mark", save_without_the_mark),
    "a quote that is not closed": Mistake(
        "fr: Une rencontre de voisins", 'fr: "Une rencontre', "yaml-quote", close_the_quote
    ),
    "a state that is not one": Mistake(
        "mission: reseau",
        "mission: reseau\nstate: runing",
        "unknown-value",
        take_the_near_value,
        "data/nord/actions/un-reseau-de-voisins.yml",
    ),
    "a macro with a slip": Mistake(
        "Les équipes se rencontrent chaque mois.",
        "{{ basin() }}",
        "unknown-macro",
        take_the_near_value,
        "docs/fr/la-page-des-voisins.md",
    ),
}


def told(root: Path, file: str) -> list[Finding]:
    return [f for f in check(root, TODAY) if f.file == file and f.severity is Severity.ERROR]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_mended_by_its_message(
    folder: Path, bassin: Run, name: str, lang: Lang
) -> None:
    for kind in ("news", "action", "page"):
        assert bassin("new", kind, "--no-input", "--lang=fr", *options(kind)).exit_code == 0
    mistake = MISTAKES[name]
    path = folder / mistake.file
    good = path.read_text(encoding="utf-8")
    assert mistake.old in good
    mark = "\ufeff" if mistake.rule == "byte-order-mark" else ""
    # Both sides call the same macros: the other one is right.
    twin = folder / "docs/nl/la-page-des-voisins.md"
    if mistake.rule == "unknown-macro":
        body = WORDS["body"][1]
        twin.write_text(twin.read_text().replace(body, "{{ bassin() }}"), encoding="utf-8")
    path.write_text(mark + good.replace(mistake.old, mistake.new, 1), encoding="utf-8")
    finding = next(f for f in told(folder, mistake.file) if f.rule == mistake.rule)
    mistake.follow(path, finding, lang)
    assert told(folder, mistake.file) == []
