"""How findings reach people: as text, as annotations of the forge, as JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Literal, NoReturn, TypeAlias

import click

from macros.finding import Finding, Severity
from macros.language import Lang, Message

Format: TypeAlias = Literal["text", "github", "json"]
FORMATS: tuple[Format, ...] = ("text", "github", "json")
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


class Report:
    """Prints findings in one form and in the languages of the reader."""

    def __init__(self, form: Format, langs: Sequence[Lang], *, err: bool = False) -> None:
        self.form = form
        self.langs = langs
        self._say = partial(click.echo, err=err)

    def show(self, findings: Iterable[Finding]) -> None:
        """Print all findings; JSON always prints a list, the other forms nothing for none."""
        found = list(findings)
        if self.form == "json":
            objects = [finding.as_dict() for finding in found]
            self._say(json.dumps(objects, ensure_ascii=False, indent=2))
            return
        for finding in found:
            if self.form == "github":
                self._say(finding.github(self.langs))
            else:
                head, _, rest = finding.text(self.langs).partition("\n")
                self._say(f"{click.style(head, fg=COLOURS[finding.severity], bold=True)}\n{rest}")
        if found and self.form == "text":
            self._say(self.summary(found))

    def summary(self, findings: Iterable[Finding]) -> str:
        """Count the findings in one line a language."""
        counts = Counter(finding.severity for finding in findings)
        errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
        lines = {
            "fr": f"{errors} erreur{'s'[: errors > 1]}, "
            f"{warnings} avertissement{'s'[: warnings > 1]}.",
            "nl": f"{errors} fout{'en'[: 2 * (errors != 1)]}, "
            f"{warnings} waarschuwing{'en'[: 2 * (warnings != 1)]}.",
        }
        return "\n".join(lines[lang] for lang in self.langs)


def stop(
    message: Message, langs: Sequence[Lang], fix: Message | None = None, code: int = 2
) -> NoReturn:
    """Say why a command cannot go on, in the languages of the reader, and end it."""
    for lang in langs:
        click.echo(message[lang], err=True)
        if fix:
            click.echo(f"→ {fix[lang]}", err=True)
    raise SystemExit(code)


ELSEWHERE = Message(fr="{path} est hors de ce projet.", nl="{path} staat buiten dit project.")
