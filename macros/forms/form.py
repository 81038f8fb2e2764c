"""What a form of the forge asks, and what somebody answered.

A form exists once for both languages. The forge shows it as an issue form
(https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests)
and sends the answers back as Markdown: a heading for each label, the answer below it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from macros.language import Lang, Message


class FieldKind(StrEnum):
    """How a field is asked and read."""

    LINE = "line"
    TEXT = "text"
    MARKDOWN = "markdown"
    CHOICE = "choice"
    CONSENT = "consent"


LIMITS: Mapping[FieldKind, int] = {
    FieldKind.LINE: 200,
    FieldKind.TEXT: 1_000,
    FieldKind.MARKDOWN: 20_000,
    FieldKind.CHOICE: 200,
    FieldKind.CONSENT: 1_000,
}
"""Longest answers, in characters; longer ones are refused, never cut."""


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form.

    Attributes:
        id: its name in the form, which the address of the form can fill in.
        kind: how it is asked and read.
        label: the question; also the heading above the answer.
        hint: what helps to answer it.
        required: whether the forge refuses the form without it.
        example: an answer in the form asked for.

    """

    id: str
    kind: FieldKind
    label: Message
    hint: Message | None = None
    required: bool = False
    example: Message | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the forge.

    Attributes:
        kind: what it proposes: `news`, `event`, `example` or `error`.
        name: its title in the list of forms.
        purpose: one sentence below the title.
        intro: what to know before filling it in, in Markdown.
        subject: beginning of the title of what is sent.
        label: label that the forge gives it.
        fields: its questions, in order.

    """

    kind: str
    name: Message
    purpose: Message
    intro: Message
    subject: Message
    label: str
    fields: tuple[Field, ...]

    def file(self, lang: Lang) -> str:
        """Return the name of the form's file in one language."""
        return f"{self.kind}.{lang}.yml"


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody wrote into a form; fields left open are absent."""

    form: Form
    lang: Lang
    values: Mapping[str, str]

    def get(self, field: str) -> str | None:
        """Return the answer to a field, or nothing."""
        return self.values.get(field)

    def __getitem__(self, field: str) -> str:
        return self.values[field]


class RefusedError(Exception):
    """A form that cannot become a file, with the reason for the person who sent it.

    Attributes:
        reason: what is wrong and what to do, in both languages.
        lang: language of the form, once that is known.

    """

    def __init__(self, reason: Message, lang: Lang | None = None) -> None:
        super().__init__(reason.fr)
        self.reason = reason
        self.lang = lang
