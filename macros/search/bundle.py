"""The folder `pagefind/` of a site: its index, Pagefind's program, and our search page's script."""

import gzip
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import PurePath

from macros.folding import folded
from macros.language import Lang
from macros.prose.compounds import Compounds, WordSeams
from macros.render.environment import environment
from macros.search.pagefind import Document, Pagefind
from macros.search.record import Kind, Record, records
from macros.search.synonyms import thesaurus
from macros.search.text import prepared, spelled
from macros.site.network import Network, Site
from macros.templates import OVERRIDES

FOLDER = "pagefind/"
SCRIPT = OVERRIDES / "assets/javascripts/search.js"
_UNUSED = ("pagefind-", "wasm.unknown")
_USED = ("pagefind-entry.json",)
"""What the browser loads among the files named `pagefind-`; the rest is for other front ends."""


def write(network: Network, site: Site) -> dict[str, bytes]:
    """Return the files of the search of a site by their path below its root."""
    found = tuple(records(network, site))
    with Pagefind() as pagefind:
        files = pagefind.index(documents(network, site, found), site.lang, _is_used)
    files |= {
        "search.js": SCRIPT.read_bytes(),
        "kinds.json": _kinds(files, found),
        "words.txt": _vocabulary(found),
    }
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


def _vocabulary(found: Iterable[Record]) -> bytes:
    """List the words of a site, to tell what somebody meant who mistyped one.

    Those of titles come first: of two words that are as near, the first is taken.
    """
    found = tuple(found)
    parts = (
        (record.title for record in found),
        (word for record in found for word in record.words),
        (record.summary for record in found),
        (record.body for record in found),
    )
    said = dict.fromkeys(word for text in chain(*parts) for word in spelled(text))
    known: dict[str, str] = {}
    for word in said:
        known.setdefault(folded(word), word)
    return " ".join(known.values()).encode()


def documents(network: Network, site: Site, found: Iterable[Record]) -> Iterator[Document]:
    """Go through what the index of a site is made of, in the order of its records."""
    found = tuple(found)
    synonyms = thesaurus(network.content.region.glossary, site.lang).others
    seams = _seams(found, site.lang)
    template = environment().get_template("search/document.html")
    for record in found:
        of_title = synonyms(record.title)
        of_rest = synonyms(f"{record.summary} {record.body}")
        html = template.render(
            record=record,
            lang=site.lang,
            ready=lambda text: prepared(text, site.lang, seams),
            of_title=of_title,
            others=[word for word in of_rest if word not in of_title],
        )
        yield Document(record.url, html)


def _seams(found: Iterable[Record], lang: Lang) -> WordSeams:
    if lang == "fr":
        return str
    return Compounds(f"{r.title} {r.summary} {r.body}" for r in found).seams
