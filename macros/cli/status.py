"""`bassin status`: what each language of each bassin still owes the other."""

import json
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from macros.agreement.status import State, Status, Task, statuses
from macros.checks.sources import Sources
from macros.clock import today
from macros.language import LANGS, Lang, Message
from macros.project import prepare


@click.command()
@click.option("--bassin", "chosen", multiple=True, help="Only this bassin; may be repeated.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--lang", type=click.Choice(LANGS), help="Explain in this language alone.")
@click.option("--details", is_flag=True, help="List every section, not only the counts.")
def status(chosen: tuple[str, ...], form: str, lang: Lang | None, *, details: bool) -> None:
    """Show the parity of both languages and what is to be done, per bassin."""
    root, langs = Path.cwd(), [lang] if lang else LANGS
    project = prepare(root, today())
    sources = Sources(root, project.network)
    known = [bassin.id for bassin in sources.content.bassins]
    wrong = [name for name in chosen if name not in known]
    if wrong:
        message = f"{wrong[0]} is not one of {', '.join(known)}"
        raise click.BadParameter(message, param_hint="--bassin")
    found = [s for s in statuses(sources, project.findings) if not chosen or s.bassin in chosen]
    if form == "json":
        click.echo(json.dumps([as_dict(each) for each in found], ensure_ascii=False, indent=2))
        return
    _show(found, langs, details=details)


def as_dict(found: Status) -> dict[str, object]:
    """Return the JSON object of one bassin."""
    return {
        "bassin": found.bassin,
        "parity": found.parity,
        "sections": found.sections,
        "agreed": found.agreed,
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
                "file": task.place.file,
                "line": task.place.line,
                "title": task.title,
            }
            for task in found.tasks
        ],
    }


def _show(found: Sequence[Status], langs: Sequence[Lang], *, details: bool) -> None:
    console = Console(highlight=False)
    titles = {key: " / ".join(words[lang] for lang in langs) for key, words in COLUMNS.items()}
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
    "missing": Message("manque", "ontbreekt"),
    "review": Message("à relire", "na te lezen"),
    "never": Message("jamais confirmé", "nooit bevestigd"),
    "overdue": Message("date passée", "datum voorbij"),
}
STATES = {
    State.MISSING: Message("manque", "ontbreekt"),
    State.TO_REVIEW: Message("à relire", "na te lezen"),
    State.NEVER_AGREED: Message("jamais confirmé", "nooit bevestigd"),
    State.OVERDUE: Message("relecture en retard", "nalezing te laat"),
}
