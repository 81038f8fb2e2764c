"""The folder `pagefind/` of a site: its index, Pagefind's program, and our search page's script."""

import gzip
import json
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path, PurePath

from macros.language import Lang
from macros.search.compounds import Compounds
from macros.search.pagefind import Document, Pagefind
from macros.search.record import Kind, Record, records
from macros.search.synonyms import Thesaurus
from macros.search.text import WordSeams, prepared
from macros.site.network import Network, Site

FOLDER = "pagefind/"
SCRIPT = Path(__file__).resolve().parents[2] / "overrides/assets/javascripts/search.js"
_UNUSED = ("pagefind-", "wasm.unknown")
_USED = ("pagefind-entry.json",)
"""What the browser loads among the files named `pagefind-`; the rest is for other front ends."""

SUMMARY_WEIGHT = 3.0
TITLE_OTHERS_WEIGHT = 2.0
OTHERS_WEIGHT = 0.4
"""Synonyms for what a title says count as much as its text; those for the rest count less."""


def write(network: Network, site: Site) -> dict[str, bytes]:
    """Return the files of the search of a site by their path below its root."""
    found = tuple(records(network, site))
    with Pagefind() as pagefind:
        files = pagefind.index(documents(network, site, found), site.lang, _is_used)
    files |= {"search.js": SCRIPT.read_bytes(), "kinds.json": _kinds(files, found)}
    return {FOLDER + path: content for path, content in files.items()}


def _is_used(path: str) -> bool:
    return path in _USED or not path.startswith(_UNUSED)


def _kinds(files: dict[str, bytes], found: Iterable[Record]) -> bytes:
    """Tell the kind of each result by its id, so that results can be grouped before they load.

    Pagefind has filters for this, but writes their values in an order that differs from build to
    build.
    """
    kinds = {record.url: record.kind for record in found}
    ids: dict[Kind, list[str]] = {kind: [] for kind in Kind}
    for path, content in sorted(files.items()):
        if path.startswith("fragment/"):
            fragment = json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))
            ids[kinds[fragment["url"]]].append(PurePath(path).stem.partition("_")[2])
    return json.dumps({kind: " ".join(some) for kind, some in ids.items() if some}).encode()


def documents(network: Network, site: Site, found: Iterable[Record]) -> Iterator[Document]:
    """Go through what the index of a site is made of, in the order of its records."""
    found = tuple(found)
    thesaurus = Thesaurus(network.content.region.glossary, site.lang)
    seams = _seams(found, site.lang)
    for record in found:
        yield Document(record.url, _html(record, site.lang, thesaurus, seams))


def _seams(found: Iterable[Record], lang: Lang) -> WordSeams:
    if lang == "fr":
        return str
    return Compounds(f"{r.title} {r.summary} {r.body}" for r in found).seams


def _html(record: Record, lang: Lang, thesaurus: Thesaurus, seams: WordSeams) -> str:
    """Write a record as Pagefind reads it: weights and fields stand in attributes."""

    def part(text: str, attributes: str = "") -> str:
        ready = escape(prepared(text, lang, seams))
        return f"<p{attributes}>{ready}</p>" if ready else ""

    of_title = thesaurus.others(record.title)
    of_rest = thesaurus.others(f"{record.summary} {record.body}")
    others = [word for word in of_rest if word not in of_title]
    return "".join(
        (
            f'<html lang="{lang}"><body>',
            f"<h1>{escape(prepared(record.title, lang, seams))}</h1>",
            part(record.summary, f' data-pagefind-weight="{SUMMARY_WEIGHT}"'),
            part(record.body),
            END_OF_TEXT,
            part(record.date, ' data-pagefind-meta="date"'),
            part(", ".join(record.words), ' data-pagefind-meta="words"'),
            part(", ".join(of_title), f' data-pagefind-weight="{TITLE_OTHERS_WEIGHT}"'),
            part(", ".join(others), f' data-pagefind-weight="{OTHERS_WEIGHT}"'),
            "</body></html>",
        )
    )


END_OF_TEXT = "<p>¶</p>"
"""Stands between what readers may see of a result and what is only searched."""
