"""`bassin check`: all findings of the sources in one run."""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter, sleep

import click

from macros.apart import crew
from macros.checks import memory
from macros.cli.report import ELSEWHERE, FORMATS, Format, Report, stop
from macros.clock import today
from macros.finding import Finding, has_errors
from macros.language import LANGS, Lang, Message

PATIENCE = 0.1
"""Seconds between two looks at the files, which take some thousandths of one."""


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--lang", type=click.Choice(LANGS), help="Une seule langue. / Eén taal.")
@click.option(
    "--fix",
    "mend",
    is_flag=True,
    help="Corriger ce qui va de soi. / Verbeteren wat voor zich spreekt.",
)
@click.option(
    "--anew", is_flag=True, help="Même si rien n’a changé. / Ook als er niets veranderd is."
)
@click.option(
    "--watch", is_flag=True, help="À chaque enregistrement. / Telkens als u iets opslaat."
)
def check(
    paths: tuple[Path, ...], form: Format, lang: Lang | None, *, mend: bool, anew: bool, watch: bool
) -> None:
    """Show all findings of the sources, or those of some files and folders.

    Montre tout ce qui ne va pas dans les sources. / Toont alles wat in de bronnen niet klopt.

    Exit code: 0 clean, 1 errors, 2 wrong usage.
    """
    root, langs = Path.cwd(), [lang] if lang else LANGS
    wanted = [_below(root, path, langs) for path in paths]
    if mend:
        from macros.checks.fix import fix  # noqa: PLC0415 - reading YAML takes long to load

        fixed = fix(root, lambda: _of(_checked(root, today()), wanted))
        _tell(FIXED.format(count=fixed), langs)
    report = Report(form, langs)
    if watch:
        _watch(root, wanted, report)
        return
    findings = _look(root, wanted, report, _checked, anew=anew)
    raise SystemExit(1 if has_errors(findings) else 0)


def _watch(root: Path, wanted: Sequence[str], report: Report) -> None:
    """Check at each change: who stays waits once for what is loaded, and never again."""
    from macros.project import check_again  # noqa: PLC0415 - the models load slowly

    with suppress(KeyboardInterrupt), crew(1) as helper:
        for _ in turns(root, partial(sleep, PATIENCE)):
            _look(root, wanted, report, partial(check_again, helper=helper), anew=True)
            helper.submit(gc.collect)


def turns(root: Path, wait: Callable[[], object]) -> Iterator[None]:
    """Give a turn now, and one each time that something which a check reads has changed.

    In between `wait` is called, as often as it takes.
    """
    before = _seen(root)
    yield
    while True:
        gc.collect()  # a program that goes on has to tidy up, and now nobody waits for it
        wait()
        now = _seen(root)
        if now is not None and now != before:
            before = now
            yield


def _seen(root: Path) -> tuple[memory.Mark, ...] | None:
    try:
        return memory.marks(root)
    except OSError:
        return None  # an editor is just writing a file anew


def _look(
    root: Path,
    wanted: Sequence[str],
    report: Report,
    made: Callable[[Path, date], list[Finding]],
    *,
    anew: bool,
) -> list[Finding]:
    """Check once and tell what is wrong in the wanted files and folders, and return it."""
    started, day = perf_counter(), today()
    known = memory.state(root, day)
    remembered = memory.recall(known) if known and not anew else None
    found = made(root, day) if remembered is None else remembered
    findings = _of(found, wanted)
    report.show(findings)
    said = TIME if remembered is None else UNCHANGED
    _tell(said.format(seconds=f"{perf_counter() - started:.2f}".replace(".", ",")), report.langs)
    if known and remembered is None:
        memory.keep(known, found)
    return findings


def _checked(root: Path, day: date) -> list[Finding]:
    from macros.project import check as check_sources  # noqa: PLC0415 - the models load slowly

    return check_sources(root, day, together=hasattr(os, "fork") and os.cpu_count() != 1)


def _below(root: Path, path: Path, langs: Sequence[Lang]) -> str:
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        stop(ELSEWHERE.format(path=path), langs)


def _of(findings: Sequence[Finding], paths: Sequence[str]) -> list[Finding]:
    """Keep the findings of some files or folders; all of them when none is named."""
    if not paths or "." in paths:
        return list(findings)
    return [f for f in findings if any(f.file == p or f.file.startswith(f"{p}/") for p in paths)]


def _tell(message: Message, langs: Sequence[Lang]) -> None:
    """Say something beside the findings, where it cannot disturb a program."""
    for lang in langs:
        click.echo(message[lang], err=True)


TIME = Message(fr="Contrôle fait en {seconds} s.", nl="Gecontroleerd in {seconds} s.")
UNCHANGED = Message(
    fr="Rien n’a changé depuis le dernier contrôle : résultat relu en {seconds} s.",
    nl="Niets is veranderd sinds de vorige controle: resultaat herlezen in {seconds} s.",
)
FIXED = Message(fr="Corrections faites\u00a0: {count}.", nl="Uitgevoerde verbeteringen: {count}.")
