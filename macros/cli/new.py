"""`bassin new`: both language sides of new content, ready to fill in."""

import os
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from macros.authoring.answers import (
    open_actions,
    problem,
    scope_named,
    scopes,
    value_named,
    wrong_word,
)
from macros.authoring.files import Draft, NotWrittenError, drafts, write
from macros.authoring.interview import (
    Interview,
    Question,
    collected,
    questions,
    understood,
    with_slugs,
)
from macros.authoring.kinds import KINDS, Kind
from macros.authoring.template import Answers
from macros.cli.report import Report, stop
from macros.clock import today
from macros.content.content import Content
from macros.content.load import load
from macros.content.written_dates import NotADateError
from macros.finding import Finding
from macros.language import COLON, LANGS, Lang, Message
from macros.project import check


@click.group()
def new() -> None:
    """Write new content in both languages; asks for what is not given.

    Maakt nieuwe inhoud in beide talen en vraagt wat nog ontbreekt. / Crée un contenu dans les
    deux langues et demande ce qui manque.
    """


def language(environ: Mapping[str, str] = os.environ) -> Lang:
    """Return the language of the computer: Dutch when it says so, else French."""
    names = (environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "nl" if next(filter(None, names), "").lower().startswith("nl") else "fr"


def _command(kind: Kind) -> click.Command:
    """Make the command of a kind, with an option a question."""
    where = BASSIN_OF_PAGE if kind.is_page else BASSIN
    options: list[click.Parameter] = [
        click.Option(["--lang"], type=click.Choice(LANGS), help=LANG.both()),
        click.Option(["--bassin", "bassins"], multiple=True, help=where.both()),
        click.Option(["--id", "item_id"], help=NAME.both()),
        click.Option(["--no-input"], is_flag=True, help=NO_INPUT.both()),
    ]
    for question in questions(kind):
        field = kind.fields.get(question.name)
        text = field.doc.title.both() if field else PAGE_TEXT.both()
        options.append(click.Option([question.option], help=text))

    def run(**values: Any) -> None:
        _run(kind, values)

    return click.Command(
        kind.name,
        callback=run,
        params=options,
        help=kind.doc.text.both(),
        short_help=kind.doc.title.both(),
    )


def _run(kind: Kind, values: Mapping[str, Any]) -> None:
    root, day = Path.cwd(), today()
    content, _ = load(root)
    lang: Lang = values["lang"] or language()
    bassins: Sequence[str] = [scope_named(bassin, content) for bassin in values["bassins"]]
    given = _given(kind, values, content, lang)
    _check_given(kind, given, bassins, content, lang)
    interview = Interview(kind, content, lang, day, partial(_ask, lang), click.echo)
    silent: bool = values["no_input"]
    try:
        if not silent:
            interview.begin()
        bassins = bassins or _bassins(interview, silent=silent)
        name = values["item_id"] or ""
        if kind.is_of_action:
            name = _action(interview, bassins[0], name, silent=silent)
        answers = with_slugs(kind, given) if silent else interview.answers(given)
        name = name or interview.identifier(answers)
        if not name:
            stop(NO_NAME, [lang], NO_NAME_FIX)
        asked = None if silent or kind.is_of_action else interview
        made = _drafts(root, kind, name, answers, bassins, interview=asked)
        write(root, made)
    except click.Abort:
        click.echo(err=True)
        stop(LEFT, [lang])
    except NotWrittenError as refused:
        stop(refused.message, [lang], refused.fix)
    _tell(made, [f for f in check(root, day) if _is_in(f, made)], lang)


def _bassins(interview: Interview, *, silent: bool) -> Sequence[str]:
    """Return where an item stands; a page without bassins is for all of them."""
    if interview.kind.is_page:
        return []
    known = scopes(interview.kind, interview.content)
    if silent:
        stop(NO_BASSIN.format(known=", ".join(known)), [interview.lang])
    return [interview.bassin(known)]


def _action(interview: Interview, bassin: str, given: str, *, silent: bool) -> str:
    """Return the regional action whose state is told, one that has no file yet."""
    titles = open_actions(interview.content, bassin)
    if given not in titles and (given or silent or not titles):
        known = ", ".join(titles)
        stop(NO_ACTION.format(given=given or "--id", known=known), [interview.lang])
    return given or interview.action(titles)


def _drafts(
    root: Path,
    kind: Kind,
    name: str,
    answers: Answers,
    bassins: Sequence[str],
    *,
    interview: Interview | None,
) -> list[Draft]:
    """Return the files to write; whoever has answered everything may choose another name."""
    while True:
        try:
            return drafts(root, kind, name, answers, bassins)
        except NotWrittenError as refused:
            name = interview.other_name(refused.message) if interview else ""
            if not name:
                raise


def _given(
    kind: Kind, values: Mapping[str, Any], content: Content, lang: Lang
) -> Mapping[Question, str]:
    """Return what the options answer; stop at a date that is none."""
    found: dict[Question, str] = {}
    for question in questions(kind):
        text = values[question.option[2:].replace("-", "_")]
        if text is not None:
            try:
                answer = understood(question, text.strip(), found)
                found[question] = value_named(kind, question.name, answer, content)
            except NotADateError as error:
                stop(error.reason, [lang])
    return found


def _check_given(
    kind: Kind,
    given: Mapping[Question, str],
    bassins: Sequence[str],
    content: Content,
    lang: Lang,
) -> None:
    """Stop at the first option that is wrong."""
    if not content.bassins:
        stop(NOT_HERE, [lang], NOT_HERE_FIX)
    if len(bassins) > 1 and not kind.is_page:
        stop(ONE_BASSIN, [lang])
    known = scopes(kind, content)
    wrong = [wrong_word("bassin", bassin, known) for bassin in bassins]
    wrong += [problem(kind, q.name, collected({q: t}), content, q.side) for q, t in given.items()]
    for finding in filter(None, wrong):
        stop(finding.message, [lang], finding.fix)


def _ask(lang: Lang, text: str, proposal: str) -> str:
    answer: str = click.prompt(
        text, default=proposal, show_default=bool(proposal), prompt_suffix=f"{COLON[lang]} "
    )
    return answer


def _is_in(finding: Finding, made: Sequence[Draft]) -> bool:
    return any(f.path == finding.file and finding.line >= f.line for f in made)


def _tell(made: Sequence[Draft], findings: Sequence[Finding], lang: Lang) -> None:
    for draft in made:
        click.echo(WRITTEN[lang].format(file=draft.path))
    to_do = [finding for finding in findings if finding.rule != "section-to-review"]
    if to_do:
        click.echo(TO_DO[lang])
        Report("text", [lang]).show(to_do)
    else:
        files = " ".join(sorted({draft.path for draft in made}))
        click.echo(COMPLETE[lang].format(files=files))


LANG = Message(fr="Langue des questions.", nl="Taal van de vragen.")
BASSIN = Message(
    fr="Le bassin, ou « region » pour les cinq.", nl="De zorgzone, of ‘region’ voor alle vijf."
)
BASSIN_OF_PAGE = Message(
    fr="Seulement ce bassin ; plusieurs fois possible.", nl="Alleen deze zorgzone; kan meermaals."
)
NAME = Message(fr="Nom interne, donc du fichier.", nl="Interne naam, dus van het bestand.")
NO_INPUT = Message(fr="Ne rien demander.", nl="Niets vragen.")
PAGE_TEXT = Message(fr="Texte", nl="Tekst")
WRITTEN = Message(fr="Écrit : {file}", nl="Geschreven: {file}")
TO_DO = Message(fr="Il reste à compléter ou à corriger :", nl="Nog aan te vullen of te verbeteren:")
COMPLETE = Message(
    fr="Tout est rempli. « bassin serve » montre la page. "
    "Quand les deux langues sont relues : bassin agree {files}",
    nl="Alles is ingevuld. ‘bassin serve’ toont de pagina. "
    "Wanneer beide talen nagelezen zijn: bassin agree {files}",
)
LEFT = Message(fr="Interrompu ; rien n’a été écrit.", nl="Afgebroken; er is niets geschreven.")
NO_BASSIN = Message(fr="Indiquez --bassin : {known}.", nl="Geef --bassin op: {known}.")
ONE_BASSIN = Message(
    fr="Un seul --bassin est possible ; « region » vaut pour les cinq.",
    nl="Er kan maar één --bassin zijn; ‘region’ geldt voor alle vijf.",
)
NO_ACTION = Message(
    fr="« {given} » n’est pas une action régionale dont l’avancement reste à dire : {known}.",
    nl="‘{given}’ is geen gewestelijke actie waarvan de voortgang nog te zeggen is: {known}.",
)
NO_NAME = Message(
    fr="Sans titre, le fichier n’a pas de nom ; rien n’a été écrit.",
    nl="Zonder titel heeft het bestand geen naam; er is niets geschreven.",
)
NO_NAME_FIX = Message(
    fr="Donnez --title-fr, --title-nl ou --id.", nl="Geef --title-fr, --title-nl of --id op."
)
NOT_HERE = Message(
    fr="Ce dossier n’est pas celui du projet : il n’a pas de bassin dans data/.",
    nl="Dit is niet de map van het project: er is geen zorgzone in data/.",
)
NOT_HERE_FIX = Message(
    fr="Allez dans le dossier qui contient data/ et docs/.",
    nl="Ga naar de map die data/ en docs/ bevat.",
)

for _kind in KINDS.values():
    new.add_command(_command(_kind))
