"""The questions of `bassin new`, in the editor's language; an answer left empty is for later."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.authoring.answers import (
    choices,
    problem,
    proposed_id,
    proposed_slug,
    scope_named,
    value_named,
)
from macros.authoring.kinds import BODY, Kind
from macros.authoring.template import Answer, Answers, field_example
from macros.content.content import Content
from macros.content.fields import is_pair
from macros.content.types import Text
from macros.content.validate import LONGEST_QUOTE, suggestion
from macros.content.written_dates import NotADateError, day, end, moment, partial
from macros.folding import slugify
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


def understood(question: Question, text: str, found: Mapping[Question, str]) -> str:
    """Return an answer as the data have it; dates may be given as people write them.

    Raises:
        NotADateError: a date is none, or an end comes before its start.

    """
    if not text or question.name not in ("date", "start", "end", "since"):
        return text
    if question.name == "end":
        return end(text, found.get(Question("start"), ""))
    return {"date": day, "start": moment, "since": partial}[question.name](text)


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

    def begin(self) -> None:
        """Say how to answer."""
        self.tell(HOW[self.lang])

    def bassin(self, known: Sequence[str]) -> str:
        """Ask where the item stands; the names of the bassins are understood too."""
        names = {b.id: b.short_name[self.lang] for b in self.content.bassins}
        listed = {scope: names.get(scope, ALL[self.lang]) for scope in known}
        return self.chosen(WHERE, BASSIN, listed, lambda said: scope_named(said, self.content))

    def action(self, titles: Mapping[str, Text]) -> str:
        """Ask which regional action is meant; its title is understood too."""
        named = {slugify(title[lang]): name for name, title in titles.items() for lang in LANGS}
        listed = {name: title[self.lang] for name, title in titles.items()}
        return self.chosen(
            WHICH_ACTION, ACTION, listed, lambda said: named.get(slugify(said), said)
        )

    def chosen(
        self, what: Message, label: Message, listed: Mapping[str, str], meant: Callable[[str], str]
    ) -> str:
        """Ask for one of a list, until one is named."""
        self.tell(f"\n{what[self.lang]}")
        for name, words in listed.items():
            self.tell(f"  {name}: {words}")
        while True:
            said = self.ask(label[self.lang], "").strip()
            answer = said if said in listed else meant(said)
            if answer in listed:
                return answer
            wrong = NOT_LISTED.format(value=said[:LONGEST_QUOTE]) if said else NOTHING_CHOSEN
            self.refuse(wrong, suggestion(said, listed) + CHOOSE)

    def answers(self, given: Mapping[Question, str]) -> Answers:
        """Ask all that is not given; the language of the editor comes first."""
        found = dict(given)
        asked = questions(self.kind)
        for name in self.kind.asked:
            sides = [q for q in asked if q.name == name and q not in given]
            sides.sort(key=lambda question: question.side == other(self.lang))
            if sides:
                self.ask_sides(name, sides, found)
        return with_slugs(self.kind, {q: found.get(q, "") for q in asked})

    def ask_sides(self, name: str, sides: Sequence[Question], found: dict[Question, str]) -> None:
        """Ask one field in one language or both; without a title there is no name for a file."""
        if name == "slug":
            # Where the title comes later, so does what is made of it.
            sides = [q for q in sides if found.get(Question("title", q.side))]
        if sides:
            self.explain(name)
        while sides:
            for question in sides:
                found[question] = self.one(question, found)
            if name != "title" or self.identifier(collected(found)):
                break
            self.refuse(NO_NAME)

    def explain(self, name: str) -> None:
        """Say what a field is for, with an example or the values it admits."""
        field = self.kind.fields.get(name)
        if field is None or name == BODY:
            self.tell(f"\n{FIRST_PARAGRAPH[self.lang]}")
            return
        known = choices(self.kind, name, self.content)
        example = field_example(field)
        shown = example.get(self.lang) if isinstance(example, Mapping) else example
        text = field.doc.text[self.lang]
        told = all(value in text for value in known)
        hint = "" if told else VALUES[self.lang].format(values=", ".join(known))
        if not known and isinstance(shown, str):
            hint = EXAMPLE[self.lang].format(example=shown)
        later = "" if field.required else f" {OPTIONAL[self.lang]}"
        self.tell(f"\n{field.doc.title[self.lang]}. {text}{later}")
        if hint:
            self.tell(f"  {hint}")

    def one(self, question: Question, found: Mapping[Question, str]) -> str:
        """Ask one question until the answer is right or empty."""
        label = LANGUAGES[question.side][self.lang] if question.side else ""
        proposal = self.proposal(question, found)
        while True:
            given = self.ask(label or self.title(question.name), proposal).strip()
            try:
                answer = understood(question, given, found)
                answer = value_named(self.kind, question.name, answer, self.content)
            except NotADateError as error:
                self.refuse(error.reason)
                continue
            wrong = problem(
                self.kind, question.name, collected({question: answer}), self.content, question.side
            )
            if wrong is None:
                return answer
            self.refuse(wrong.message, wrong.fix)

    def other_name(self, taken: Message) -> str:
        """Ask for another internal name than one that is taken; empty to give up."""
        self.refuse(taken)
        return self.ask(OTHER_NAME[self.lang], "").strip()

    def title(self, name: str) -> str:
        """Return the name of a field in words."""
        return self.kind.fields[name].doc.title[self.lang]

    def proposal(self, question: Question, found: Mapping[Question, str]) -> str:
        """Return what Enter alone answers."""
        if question.name == "slug":
            return proposed_slug(found.get(Question("title", question.side), ""))
        return self.today.isoformat() if question.name == "date" else ""

    def refuse(self, message: Message, fix: Message | None = None) -> None:
        """Say what is wrong and how to write it."""
        self.tell(f"  ✗ {message[self.lang]}")
        if fix:
            self.tell(f"    → {fix[self.lang]}")

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
HOW = Message(
    fr="Entrée garde ce qui est entre crochets ; le reste peut se compléter dans le fichier. "
    "Ctrl+C arrête sans rien écrire.",
    nl="Enter behoudt wat tussen haken staat; de rest kunt u later in het bestand aanvullen. "
    "Ctrl+C stopt zonder iets te schrijven.",
)
WHERE = Message(fr="Pour quel bassin ?", nl="Voor welke zorgzone?")
BASSIN = Message(fr="Bassin", nl="Zorgzone")
WHICH_ACTION = Message(fr="Pour quelle action régionale ?", nl="Voor welke gewestelijke actie?")
ACTION = Message(fr="Action", nl="Actie")
ALL = Message(fr="tous les bassins", nl="alle zorgzones")
NOT_LISTED = Message(
    fr="« {value} » n’est pas dans cette liste.", nl="‘{value}’ staat niet in deze lijst."
)
NOTHING_CHOSEN = Message(fr="Rien n’est choisi.", nl="Er is niets gekozen.")
CHOOSE = Message(
    fr="Écrivez un des noms de la liste, tel qu’il précède le deux-points.",
    nl="Schrijf een van de namen uit de lijst, zoals ze voor de dubbelpunt staan.",
)
NO_NAME = Message(
    fr="Le titre donne son nom au fichier : il en faut un, avec des lettres.",
    nl="De titel geeft het bestand zijn naam: er moet er een zijn, met letters.",
)
OTHER_NAME = Message(
    fr="Autre nom pour le fichier (vide pour arrêter)",
    nl="Andere naam voor het bestand (leeg om te stoppen)",
)
EXAMPLE = Message(fr="Exemple : {example}", nl="Voorbeeld: {example}")
VALUES = Message(fr="Valeurs : {values}", nl="Waarden: {values}")
OPTIONAL = Message(fr="Facultatif.", nl="Niet verplicht.")
FIRST_PARAGRAPH = Message(
    fr="Texte. Le premier paragraphe ; vous écrirez la suite dans le fichier.",
    nl="Tekst. De eerste alinea; de rest schrijft u in het bestand.",
)
