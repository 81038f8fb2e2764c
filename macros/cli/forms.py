"""`bassin forms` and `bassin import-form`: the forms of the forge, and what comes back."""

from pathlib import Path

import click

from macros.content.load import load
from macros.content.source import line_end, write
from macros.forms.body import read
from macros.forms.catalogue import CONVERTED
from macros.forms.convert import Converted, convert
from macros.forms.form import RefusedError
from macros.forms.issue_template import FOLDER, templates
from macros.language import LANGS, Lang, Message


@click.command()
def forms() -> None:
    """Write the issue forms of the forge from the models and the data."""
    content, _ = load(Path.cwd())
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in templates(content.bassins).items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        click.echo(FOLDER / name)


@click.command("import-form")
@click.argument("body", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--kind", type=click.Choice(CONVERTED), help="Which form; else by its headings.")
@click.option("--lang", type=click.Choice(LANGS), help="Its language; else by its headings.")
def import_form(body: Path, kind: str | None, lang: Lang | None) -> None:
    """Turn a submitted form into a data file. Exit code: 0 written, 1 refused.

    BODY is a file with the Markdown that the forge made of the form. What is printed is for
    the person who sent it, in the language of the form.
    """
    root = Path.cwd()
    try:
        answers = read(body.read_bytes(), kind, lang)
        lang = answers.lang
        content, _ = load(root)
        made = convert(answers, content, root)
    except RefusedError as refusal:
        told = lang or refusal.lang
        for spoken in [told] if told else LANGS:
            click.echo(f"{REFUSED[spoken]} {refusal.reason[spoken]}")
        raise SystemExit(1) from None
    path = root / made.file
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, made.text.replace("\n", line_end(path)))
    click.echo(report(made, lang))


def report(made: Converted, lang: Lang) -> str:
    """Say in one language what was written and what it still misses."""
    lines = [WRITTEN[lang].format(file=made.file)]
    if made.to_do:
        lines += ["", TO_DO[lang]]
        for finding in made.to_do:
            fix = f" {finding.fix[lang]}" if finding.fix else ""
            lines.append(f"- `{finding.location}` {finding.message[lang]}{fix}")
    return "\n".join(lines)


REFUSED = Message(
    fr="Ce formulaire n’a pas pu être repris.", nl="Dit formulier kon niet worden overgenomen."
)
WRITTEN = Message(fr="Le formulaire est devenu `{file}`.", nl="Het formulier is `{file}` geworden.")
TO_DO = Message(
    fr="Avant la publication, il manque encore :", nl="Vóór de publicatie ontbreekt nog:"
)
