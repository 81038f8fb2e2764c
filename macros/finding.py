"""What a check has to say: a value that knows how to show itself.

Nothing in the project prints a problem in any other way. The forms are a line for people,
a workflow command of the forge, and a JSON object (see `as_dict`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from macros.language import LANGS, Lang, Message


class Severity(StrEnum):
    """How much a finding matters: an error stops the release, the rest informs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Edit:
    """A mechanical repair: replace `old` by `new` on the line of the finding."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem at one place, with its remedy.

    Attributes:
        rule: identifier of the rule, such as `missing-translation`.
        severity: whether it stops the release.
        file: path relative to the project, with forward slashes.
        line: line number, starting at 1; 1 when the whole file is meant.
        message: what is wrong.
        fix: what to write instead.
        column: column, starting at 1, where known.
        quote: the words that the finding is about.
        edit: the repair that `bassin check --fix` may make by itself.
        side: the language whose text is missing or wrong, where a pair of texts is meant.

    """

    rule: str
    severity: Severity
    file: str
    line: int
    message: Message
    fix: Message | None = None
    column: int | None = None
    quote: str | None = None
    edit: Edit | None = None
    side: Lang | None = None

    def text(self, langs: Iterable[Lang] = LANGS) -> str:
        """Write the finding for a terminal: a location, then a sentence and remedy a language."""
        lines = [f"{self.location}  {self.severity}  {self.rule}"]
        for lang in langs:
            lines.append(f"  {lang}  {self.message[lang]}")
            if self.fix:
                lines.append(f"      → {self.fix[lang]}")
        return "\n".join(lines)

    def github(self, langs: Iterable[Lang] = LANGS) -> str:
        """Write the workflow command that makes the forge annotate the line.

        Format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
        """
        level = {Severity.INFO: "notice"}.get(self.severity, str(self.severity))
        place = f"file={_escape_property(self.file)},line={self.line}"
        if self.column:
            place += f",col={self.column}"
        parts = []
        for lang in langs:
            remedy = f" → {self.fix[lang]}" if self.fix else ""
            parts.append(f"{self.message[lang]}{remedy}")
        body = _escape_data("\n".join(parts))
        return f"::{level} {place},title={_escape_property(self.rule)}::{body}"

    def as_dict(self) -> dict[str, object]:
        """Return the JSON object that `--format json` prints."""
        fields: dict[str, object] = {
            "rule": self.rule,
            "severity": str(self.severity),
            "file": self.file,
            "line": self.line,
            "message": dict(self.message),
        }
        if self.column:
            fields["column"] = self.column
        if self.quote is not None:
            fields["quote"] = self.quote
        if self.fix:
            fields["fix"] = dict(self.fix)
        return fields

    @property
    def location(self) -> str:
        """Place in the `file:line[:column]` form that editors make clickable."""
        column = f":{self.column}" if self.column else ""
        return f"{self.file}:{self.line}{column}"


@dataclass(frozen=True)
class Inspection:
    """What is to be said of the sources before they are built.

    Attributes:
        findings: everything that `check` finds.
        parity: percentage of sections on which both sides agree, by bassin.

    """

    findings: tuple[Finding, ...]
    parity: dict[str, int]


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by place and drop exact repetitions, so that two runs print the same."""
    return sorted(set(findings), key=_order)


def _order(finding: Finding) -> tuple[object, ...]:
    fix = finding.fix.fr if finding.fix else ""
    place = (finding.file, finding.line, finding.column or 0)
    return (*place, finding.rule, finding.message.fr, fix, finding.quote or "")


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether anything stops the release."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
