"""`bassin status`: what each language of each bassin still owes the other."""

import json
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from macros.agreement.overview import overview
from macros.agreement.status import STATES, State, Status, Tally, Task, statuses
from macros.cli.bassins import chosen
from macros.clock import today
from macros.dates import long_date
from macros.finding import Severity
from macros.language import LANGS, Lang, Message
from macros.project import examine, prepare
from macros.render.folder import write_page
from macros.render.page_tools import edit_address
from macros.texts.sources import Sources

PAGE = "status/index.html"
"""The template of the page."""


@click.command()
@click.option(
    "--bassin", "bassins", multiple=True, help="Celui-ci seulement. / Alleen deze zorgzone."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--lang", type=click.Choice(LANGS), help="Une seule langue. / Eén taal.")
@click.option("--details", is_flag=True, help="Chaque section. / Elke sectie.")
@click.option(
    "--html",
    "out",
    type=click.Path(file_okay=False, path_type=Path),
    help="En faire une page dans ce dossier. / Er een pagina van maken in deze map.",
)
def status(
    bassins: tuple[str, ...], form: str, lang: Lang | None, out: Path | None, *, details: bool
) -> None:
    """Show the parity of both languages and what is to be done, per bassin.

    Montre où en est chaque langue et ce qu’il faut relire. / Toont hoever elke taal staat en wat
    na te lezen is.
    """
    root, langs = Path.cwd(), [lang] if lang else LANGS
    project = (examine if out else prepare)(root, today())
    sources = Sources(root, project.network)
    wanted = chosen(bassins, sources.content)
    found = [s for s in statuses(sources, project.findings) if not wanted or s.bassin in wanted]
    if out:
        errors = sum(finding.severity is Severity.ERROR for finding in project.findings)
        click.echo(write(sources, found, errors, out))
    elif form == "json":
        click.echo(json.dumps([as_dict(each) for each in found], ensure_ascii=False, indent=2))
    else:
        _show(found, langs, details=details)


def write(sources: Sources, found: Sequence[Status], errors: int, out: Path) -> Path:
    """Write the status page into a folder; `errors` is how many a check of the sources finds."""
    shown = overview(sources, found)
    forge = sources.content.region.forge
    files = [entry.file for entries in shown.entries.values() for entry in entries]
    there = {file for file in files if (sources.root / file).is_file()}
    links = {file: edit_address(forge, file) for file in there} if forge else {}
    names = {bassin.id: bassin.short_name for bassin in sources.content.bassins}
    return write_page(
        out,
        PAGE,
        sources.content.bassins,
        shown=shown,
        day={lang: long_date(shown.today, lang) for lang in LANGS},
        errors=errors,
        names=names,
        there=there,
        links=links,
        states=STATES,
    )


def as_dict(found: Status) -> dict[str, object]:
    """Return the JSON object of one bassin."""
    return {
        "bassin": found.bassin,
        **_tally(found.whole),
        "kinds": {kind: _tally(tally) for kind, tally in found.kinds.items()},
        "counts": {
            lang: {
                str(state): found.count(state, lang)
                for state in (State.MISSING, State.TO_REVIEW, State.NEVER_AGREED)
            }
            for lang in LANGS
        },
        "overdue": found.count(State.OVERDUE),
        "tasks": [
            {
                "lang": task.lang,
                "state": str(task.state),
                "kind": task.kind,
                "file": task.place.file,
                "line": task.place.line,
                "title": task.title,
            }
            for task in found.tasks
        ],
    }


def _tally(tally: Tally) -> dict[str, int]:
    return {"parity": tally.parity, "sections": tally.sections, "agreed": tally.agreed}


def _show(found: Sequence[Status], langs: Sequence[Lang], *, details: bool) -> None:
    console = Console(highlight=False)
    titles = {key: "\n".join(words[lang] for lang in langs) for key, words in COLUMNS.items()}
    table = Table(box=None, pad_edge=False)
    table.add_column(titles["bassin"])
    for key in ("parity", "missing", "review", "never", "overdue"):
        table.add_column(titles[key], justify="right")
    for each in found:
        table.add_row(
            each.bassin,
            f"{each.parity} %",
            _by_language(each, State.MISSING),
            _by_language(each, State.TO_REVIEW),
            _by_language(each, State.NEVER_AGREED),
            str(each.count(State.OVERDUE)),
        )
    console.print(table)
    if details:
        for line in dict.fromkeys(_line(task, langs) for each in found for task in each.tasks):
            console.print(line, soft_wrap=True, markup=False)


def _line(task: Task, langs: Sequence[Lang]) -> str:
    state = " / ".join(STATES[task.state][lang] for lang in langs)
    return f"{task.place.file}:{task.place.line}  {task.lang or 'fr+nl'}  {state}  {task.title}"


def _by_language(found: Status, state: State) -> str:
    return ", ".join(f"{lang} {found.count(state, lang)}" for lang in LANGS)


COLUMNS = {
    "bassin": Message("bassin", "zorgzone"),
    "parity": Message("parité", "pariteit"),
    "missing": STATES[State.MISSING],
    "review": STATES[State.TO_REVIEW],
    "never": STATES[State.NEVER_AGREED],
    "overdue": STATES[State.OVERDUE],
}
