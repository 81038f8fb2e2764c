"""The questions of `bassin new`, in the editor's language; an answer left empty is for later."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.authoring.answers import choices, problem, proposed_id, proposed_slug, wrong_word
from macros.authoring.kinds import BODY, Kind
from macros.authoring.template import Answer, Answers, field_example
from macros.content.content import Content
from macros.content.fields import is_pair
from macros.content.shapes import REGION
from macros.finding import Finding
from macros.language import LANGS, Lang, Message, other


@dataclass(frozen=True)
class Question:
    """One thing to ask: a field, or one language of it."""

    name: str
    side: Lang | None = None

    @property
    def option(self) -> str:
        """Return the option of the command line that answers it."""
        return f"--{self.name}-{self.side}" if self.side else f"--{self.name}"


def questions(kind: Kind) -> list[Question]:
    """Return what is asked for a kind, in the order of the file."""
    found: list[Question] = []
    for name in kind.asked:
        sided = kind.is_page or is_pair(kind.fields[name].annotation)
        found += [Question(name, lang) for lang in LANGS] if sided else [Question(name)]
    return found


def collected(given: Mapping[Question, str]) -> dict[str, Answer]:
    """Put single answers together, by field."""
    answers: dict[str, Answer] = {}
    for question, text in given.items():
        if question.side is None:
            answers[question.name] = text
        else:
            before = answers.get(question.name, {})
            sides = dict(before) if isinstance(before, Mapping) else {}
            answers[question.name] = {**sides, question.side: text}
    return answers


@dataclass
class Interview:
    """Asks for what was not given, checks each answer at once, and proposes slugs.

    Attributes:
        kind: what is made.
        content: what the sources say; for the values that exist.
        lang: the language of the questions.
        today: the day proposed for news.
        ask: shows a question with its proposal and returns the answer, empty for none.
        tell: shows a sentence.

    """

    kind: Kind
    content: Content
    lang: Lang
    today: date
    ask: Callable[[str, str], str]
    tell: Callable[[str], None]

    def bassin(self, known: Sequence[str]) -> str:
        """Ask where the item stands."""
        hint = WHERE[self.lang].format(known=", ".join(known))
        while True:
            answer = self.ask(hint, REGION).strip()
            wrong = wrong_word("bassin", answer, known)
            if wrong is None:
                return answer
            self.refuse(wrong)

    def answers(self, given: Mapping[Question, str]) -> Answers:
        """Ask all that is not given; the language of the editor comes first."""
        found = dict(given)
        asked = questions(self.kind)
        first = [q for q in asked if q.side != other(self.lang)]
        names = list(dict.fromkeys(q.name for q in first))
        for name in names:
            explained = False
            for side in (self.lang, other(self.lang)):
                question = next((q for q in asked if q == Question(name, side)), None)
                question = question or (Question(name) if Question(name) in asked else None)
                if question is None or question in found:
                    continue
                if not explained:
                    self.explain(name)
                    explained = True
                found[question] = self.one(question, found)
        return with_slugs(self.kind, {q: found.get(q, "") for q in asked})

    def explain(self, name: str) -> None:
        """Say what a field is for, with an example or the values it admits."""
        field = self.kind.fields.get(name)
        if field is None or name == BODY:
            self.tell(f"\n{FIRST_PARAGRAPH[self.lang]}")
            return
        known = choices(self.kind, name, self.content)
        example = field_example(field)
        shown = example.get(self.lang) if isinstance(example, Mapping) else example
        hint = VALUES[self.lang].format(values=", ".join(known)) if known else ""
        if not known and isinstance(shown, str):
            hint = EXAMPLE[self.lang].format(example=shown)
        later = "" if field.required else f" {OPTIONAL[self.lang]}"
        self.tell(f"\n{field.doc.title[self.lang]}. {field.doc.text[self.lang]}{later}")
        if hint:
            self.tell(f"  {hint}")

    def one(self, question: Question, found: Mapping[Question, str]) -> str:
        """Ask one question until the answer is right or empty."""
        label = LANGUAGES[question.side][self.lang] if question.side else ""
        proposal = self.proposal(question, found)
        while True:
            answer = self.ask(label or self.title(question.name), proposal).strip()
            wrong = problem(
                self.kind, question.name, collected({question: answer}), self.content, question.side
            )
            if wrong is None:
                return answer
            self.refuse(wrong)

    def title(self, name: str) -> str:
        """Return the name of a field in words."""
        return self.kind.fields[name].doc.title[self.lang]

    def proposal(self, question: Question, found: Mapping[Question, str]) -> str:
        """Return what Enter alone answers."""
        if question.name == "slug":
            return proposed_slug(found.get(Question("title", question.side), ""))
        return self.today.isoformat() if question.name == "date" else ""

    def refuse(self, wrong: Finding) -> None:
        """Say what is wrong and how to write it."""
        self.tell(f"  ✗ {wrong.message[self.lang]}")
        if wrong.fix:
            self.tell(f"    → {wrong.fix[self.lang]}")

    def identifier(self, answers: Answers) -> str:
        """Return the internal name that the title gives."""
        return proposed_id(self.kind, answers, self.lang)


def with_slugs(kind: Kind, given: Mapping[Question, str]) -> Answers:
    """Put answers together; slugs that are not given come from the titles."""
    found = {question: text for question, text in given.items() if text}
    if "slug" in kind.asked:
        for lang in LANGS:
            title = found.get(Question("title", lang), "")
            if title and Question("slug", lang) not in found:
                found[Question("slug", lang)] = proposed_slug(title)
    return collected(found)


LANGUAGES: Mapping[Lang | None, Message] = {
    "fr": Message(fr="  en français", nl="  in het Frans"),
    "nl": Message(fr="  en néerlandais", nl="  in het Nederlands"),
}
WHERE = Message(
    fr="Pour quel bassin ? « region » vaut pour les cinq ({known})",
    nl="Voor welke zorgzone? ‘region’ geldt voor alle vijf ({known})",
)
EXAMPLE = Message(fr="Exemple : {example}", nl="Voorbeeld: {example}")
VALUES = Message(fr="Valeurs : {values}", nl="Waarden: {values}")
OPTIONAL = Message(fr="Facultatif.", nl="Niet verplicht.")
FIRST_PARAGRAPH = Message(
    fr="Texte. Le premier paragraphe ; vous écrirez la suite dans le fichier.",
    nl="Tekst. De eerste alinea; de rest schrijft u in het bestand.",
)
