"""Characters that were damaged, that nobody sees, or that are stored in another form.

These rules read the lines of the files, keys and names of files included.
"""

import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from macros.checks.registry import Family, Problem, rule
from macros.content.messages import WRITE
from macros.finding import Edit, Severity
from macros.language import Message
from macros.prose.hygiene import INVISIBLE, Damage, decomposed, invisible, mojibake
from macros.texts.sources import Place, Sources


def source_files(sources: Sources) -> Iterator[str]:
    """Go through the files of `data/` and `docs/` that were read, in order."""
    files = {passage.file for passage in sources.passages}
    files.update(owned.record.origin.file for owned in sources.owned)
    yield from sorted(file for file in files if file)


def _damages(
    sources: Sources, find: Callable[[str], Iterator[Damage]]
) -> Iterator[tuple[Place, str, Damage]]:
    for file in source_files(sources):
        lines = sources.lines(file)
        for number, line in enumerate(lines, start=1):
            if line.isascii():
                continue
            for damage in find(line):
                quote = line[damage.start : damage.end]
                yield Place(file, number, damage.start + 1), quote, damage


@rule(
    "damaged-letters",
    Family.LANGUAGE,
    Severity.ERROR,
    summary=Message(
        fr="Les lettres accentuées n’ont pas été abîmées par un copier-coller.",
        nl="Letters met accenten zijn niet beschadigd door knippen en plakken.",
    ),
    before="La rÃ©union",
    after="La réunion",
)
def damaged_letters(sources: Sources) -> Iterator[Problem]:
    """Find text that was read with the wrong encoding."""
    for place, quote, damage in _damages(sources, mojibake):
        values = {"quote": quote, "new": damage.new or ""}
        edit = Edit(quote, damage.new) if damage.new else None
        fix = WRITE.format(written=damage.new) if damage.new else DAMAGED_RETYPE
        yield Problem(place, DAMAGED.format(**values), fix, quote=quote, edit=edit)


DAMAGED = Message(
    fr="« {quote} » est une lettre abîmée.", nl="‘{quote}’ is een beschadigde letter."
)
DAMAGED_RETYPE = Message(fr="Retapez le mot.", nl="Typ het woord opnieuw.")


@rule(
    "invisible-character",
    Family.LANGUAGE,
    Severity.ERROR,
    summary=Message(
        fr="Aucun caractère invisible ne se cache dans un texte.",
        nl="In een tekst verbergt zich geen onzichtbaar teken.",
    ),
    before="l’ac\u200bcueil",
    after="l’accueil",
)
def invisible_character(sources: Sources) -> Iterator[Problem]:
    """Find zero-width characters, soft hyphens and marks of direction."""
    for place, quote, _ in _damages(sources, invisible):
        line = sources.lines(place.file)[place.line - 1]
        column = place.column or 1
        around = line[max(0, column - 12) : column + 11].replace(quote, "").strip()
        name = INVISIBLE[quote]
        values = {"name_fr": name.fr, "name_nl": name.nl, "around": around}
        yield Problem(
            place,
            HIDDEN_ONE.format(**values),
            HIDDEN_FIX.format(**values),
            quote=quote,
            edit=Edit(quote, ""),
        )


HIDDEN_ONE = Message(
    fr="Un caractère invisible ({name_fr}) se cache près de « {around} ».",
    nl="Bij ‘{around}’ verbergt zich een onzichtbaar teken ({name_nl}).",
)
HIDDEN_FIX = Message(
    fr="Retapez ces mots, ou lancez « bassin check --fix ».",
    nl="Typ deze woorden opnieuw, of voer ‘bassin check --fix’ uit.",
)


@rule(
    "split-accent",
    Family.LANGUAGE,
    Severity.ERROR,
    summary=Message(
        fr="Une lettre accentuée est enregistrée en un seul caractère (Unicode NFC).",
        nl="Een letter met een accent is als één teken opgeslagen (Unicode NFC).",
    ),
    before="re\u0301union",
    after="réunion",
)
def split_accent(sources: Sources) -> Iterator[Problem]:
    """Find letters stored apart from their accent, in texts and in names of files."""
    for place, quote, damage in _damages(sources, decomposed):
        new = damage.new or ""
        yield Problem(
            place, SPLIT.format(new=new), SPLIT_FIX.format(new=new), quote, Edit(quote, new)
        )
    for path in _files(sources.root):
        right = unicodedata.normalize("NFC", path.name)
        if right != path.name:
            here = Place(path.relative_to(sources.root).as_posix(), 1)
            yield Problem(here, SPLIT.format(new=right), RENAME.format(new=right))


def _files(root: Path) -> Iterator[Path]:
    """Go through the files and folders of the sources whose name is not plain."""
    for top in ("data", "docs"):
        for folder, folders, names in os.walk(root / top):
            yield from (Path(folder, name) for name in (*folders, *names) if not name.isascii())


SPLIT = Message(
    fr="Dans « {new} », une lettre est séparée de son accent : la recherche ne la trouve pas.",
    nl="In ‘{new}’ staat een letter los van haar accent: de zoekfunctie vindt ze niet.",
)
SPLIT_FIX = Message(
    fr="Retapez « {new} », ou lancez « bassin check --fix ».",
    nl="Typ ‘{new}’ opnieuw, of voer ‘bassin check --fix’ uit.",
)
RENAME = Message(
    fr="Renommez le fichier en tapant son nom : « {new} ».",
    nl="Hernoem het bestand en typ daarbij de naam: ‘{new}’.",
)
