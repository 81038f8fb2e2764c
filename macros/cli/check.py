"""`bassin check`: all findings of the sources, in the form that is asked for."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

import click

from macros.checks.fix import fix
from macros.checks.run import check as check_sources
from macros.finding import Finding, Severity, has_errors
from macros.language import LANGS, Lang, Message

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="For people, for the forge's annotations, or for programs.",
)
@click.option("--lang", type=click.Choice(LANGS), help="Language of the messages; both if unset.")
@click.option("--fix", "mend", is_flag=True, help="Make the repairs that need no judgement.")
def check(paths: tuple[Path, ...], form: str, lang: Lang | None, *, mend: bool) -> None:
    """Show all findings of the sources, or those of some files and folders.

    Exits with 0 when nothing stops the release, with 1 when something does, with 2 when the
    command was not understood.
    """
    root = Path.cwd()
    today = datetime.now(ZoneInfo("Europe/Brussels")).date()
    langs: Sequence[Lang] = (lang,) if lang else LANGS
    started = perf_counter()
    wanted = [_below(root, path) for path in paths]
    if mend:
        fixed = fix(root, lambda: _of(check_sources(root, today), wanted))
        click.echo(_both(FIXED.format(count=fixed), langs), err=True)
    findings = _of(check_sources(root, today), wanted)
    _show(findings, form, langs)
    if form != "json":
        click.echo(_both(_summary(findings, perf_counter() - started), langs), err=True)
    raise SystemExit(1 if has_errors(findings) else 0)


def _below(root: Path, path: Path) -> str:
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        message = f"{path} is not in this project"
        raise click.BadParameter(message, param_hint="PATH") from None


def _of(findings: Sequence[Finding], paths: Sequence[str]) -> list[Finding]:
    """Keep the findings of some files or folders; all of them when none is named."""
    if not paths or "." in paths:
        return list(findings)
    return [f for f in findings if any(f.file == p or f.file.startswith(f"{p}/") for p in paths)]


def _show(findings: Sequence[Finding], form: str, langs: Sequence[Lang]) -> None:
    if form == "json":
        click.echo(json.dumps([f.as_dict() for f in findings], ensure_ascii=False, indent=2))
        return
    for finding in findings:
        if form == "github":
            click.echo(finding.github(langs))
        else:
            first, _, rest = finding.text(langs).partition("\n")
            click.echo(click.style(first, fg=_COLOURS[finding.severity], bold=True))
            click.echo(f"{rest}\n")


def _summary(findings: Sequence[Finding], seconds: float) -> Message:
    counts = Counter(finding.severity for finding in findings)
    return SUMMARY.format(
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.INFO],
        seconds=f"{seconds:.2f}".replace(".", ","),
    )


def _both(message: Message, langs: Sequence[Lang]) -> str:
    return "\n".join(message[lang] for lang in langs)


SUMMARY = Message(
    fr="Erreurs : {errors} · avertissements : {warnings} · remarques : {notes} · {seconds} s",
    nl="Fouten: {errors} · waarschuwingen: {warnings} · opmerkingen: {notes} · {seconds} s",
)
FIXED = Message(fr="Corrections faites : {count}", nl="Uitgevoerde verbeteringen: {count}")
