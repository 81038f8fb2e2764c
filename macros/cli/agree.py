"""`bassin agree`: confirm that both languages of a text say the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from macros.agreement.compare import agreed_entries, with_confirmed
from macros.agreement.ledger import ledger_file, read_ledgers, write_ledger
from macros.agreement.sections import Part, Unit, units
from macros.cli.report import ELSEWHERE, stop
from macros.clock import today
from macros.finding import has_errors
from macros.language import LANGS, Lang, Message
from macros.project import prepare
from macros.texts.sources import Sources


@dataclass(frozen=True)
class _Wish:
    """What an editor wants to confirm: a folder, a file, or the section at a line of a file."""

    path: str
    line: int | None


class _WrongPathError(Exception):
    """What was named cannot be confirmed; `message` says why."""

    def __init__(self, message: Message, path: str) -> None:
        super().__init__(path)
        self.message = message.format(path=path)


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH[:LINE]...")
@click.option("--all", "everything", is_flag=True, help="Tous les textes. / Alle teksten.")
@click.option(
    "--clean", is_flag=True, help="Oublier les fichiers disparus. / Verdwenen bestanden vergeten."
)
@click.option("--lang", type=click.Choice(LANGS), help="Une seule langue. / Eén taal.")
def agree(paths: tuple[str, ...], lang: Lang | None, *, everything: bool, clean: bool) -> None:
    """Confirm that the French and the Dutch side of texts say the same.

    PATH is a page of either language, a file of data/, or a folder; with :LINE only the section
    around that line. Do it after reading both sides.

    Confirme, une fois les deux côtés relus, qu’ils disent la même chose. / Bevestigt, als beide
    kanten nagelezen zijn, dat ze hetzelfde zeggen.
    """
    root, langs = Path.cwd(), [lang] if lang else LANGS
    if not (paths or everything or clean):
        stop(NOTHING, langs)
    project = prepare(root, today())
    sources = Sources(root, project.network)
    known = {unit.name: unit for unit in units(sources)}
    try:
        wishes = [_Wish("", None)] if everything else [_wish(root, path) for path in paths]
        changed = {name for wish in wishes for name in _fulfil(root, wish, known)}
    except _WrongPathError as error:
        stop(error.message, langs)
    except OSError as error:
        stop(UNWRITABLE.format(path=error.filename2 or error.filename), langs)
    removed = 0
    if clean or everything:
        if has_errors(project.findings):
            _tell(ERRORS, langs)
        else:
            removed = _remove_orphans(root, set(known))
    _tell(DONE.format(count=len(changed), removed=removed), langs)


def _wish(root: Path, given: str) -> _Wish:
    name, colon, number = given.rpartition(":")
    path, line = (name, int(number)) if colon and number.isdecimal() else (given, None)
    full = Path(path).resolve()
    if not full.exists():
        raise _WrongPathError(NO_FILE, path)
    if line is not None and full.is_dir():
        raise _WrongPathError(NO_LINES, path)
    try:
        return _Wish(full.relative_to(root.resolve()).as_posix().removeprefix("."), line)
    except ValueError:
        raise _WrongPathError(ELSEWHERE, path) from None


def _fulfil(root: Path, wish: _Wish, known: dict[str, Unit]) -> Iterator[str]:
    """Confirm what was asked for and give the names of the units that changed."""
    found = [unit for unit in known.values() if _is_meant(unit, wish.path)]
    if not found:
        raise _WrongPathError(NO_TEXT, wish.path or ".")
    ledgers = read_ledgers(root)
    for unit in found:
        ledger = ledgers.get(unit.name)
        if wish.line is None:
            entries = agreed_entries(unit, ledger)
        else:
            side, part = _at_line(unit, wish.path, wish.line)
            try:
                entries = with_confirmed(unit, ledger, side, part.name)
            except LookupError:
                raise _WrongPathError(NO_TWIN, f"{wish.path}:{wish.line}") from None
        if write_ledger(root, unit.name, entries):
            yield unit.name


def _is_meant(unit: Unit, path: str) -> bool:
    if not path or path in unit.files.values():
        return True
    return any(file.startswith(f"{path}/") for file in unit.files.values())


def _at_line(unit: Unit, path: str, line: int) -> tuple[Lang, Part]:
    """Return the last section that begins on the line or above it."""
    best: tuple[Lang, Part] | None = None
    for lang in LANGS:
        for part in unit.parts[lang]:
            here = part.place
            if here.file == path and here.line <= line:
                best = max(best or (lang, part), (lang, part), key=lambda b: b[1].place.line)
    if best:
        return best
    lang = next(lang for lang in LANGS if unit.files[lang] == path)
    return lang, unit.parts[lang][0]


def _remove_orphans(root: Path, known: set[str]) -> int:
    orphans = [name for name in read_ledgers(root) if name not in known]
    for name in orphans:
        (root / ledger_file(name)).unlink()
    return len(orphans)


def _tell(message: Message, langs: Sequence[Lang]) -> None:
    for lang in langs:
        click.echo(message[lang])


DONE = Message(
    fr="Confirmations mises à jour : {count} ; confirmations sans texte supprimées : {removed}.",
    nl="Bijgewerkte bevestigingen: {count}; verwijderde bevestigingen zonder tekst: {removed}.",
)
ERRORS = Message(
    fr="Les confirmations sans texte restent : corrigez d’abord les erreurs de « bassin check ».",
    nl="De bevestigingen zonder tekst blijven: verbeter eerst de fouten van ‘bassin check’.",
)
NOTHING = Message(
    fr="Nommez ce que vous avez relu, par exemple : bassin agree docs/fr/contact.md",
    nl="Noem wat u nagelezen hebt, bijvoorbeeld: bassin agree docs/nl/contact.md",
)
UNWRITABLE = Message(
    fr="La confirmation ne peut pas être écrite : {path} n’est pas accessible, ou n’est pas un "
    "dossier.",
    nl="De bevestiging kan niet worden weggeschreven: {path} is niet toegankelijk, of is geen map.",
)
NO_FILE = Message(fr="{path} n’existe pas.", nl="{path} bestaat niet.")
NO_LINES = Message(
    fr="{path} est un dossier : retirez « : » et le numéro de ligne.",
    nl="{path} is een map: laat ‘:’ en het regelnummer weg.",
)
NO_TEXT = Message(
    fr="{path} n’a pas de texte dans les deux langues ; « bassin check » dit ce qui manque.",
    nl="{path} heeft geen tekst in beide talen; ‘bassin check’ zegt wat ontbreekt.",
)
NO_TWIN = Message(
    fr="La section à {path} n’existe que dans une langue. Écrivez l’autre d’abord.",
    nl="De sectie op {path} bestaat maar in één taal. Schrijf eerst de andere.",
)
