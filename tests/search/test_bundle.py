"""The folder of the search on a site."""

import gzip
import json
from typing import Any

import pytest

from macros.folding import folded
from macros.language import LANGS, Lang
from macros.project import Project
from macros.search.bundle import documents, write
from macros.search.pagefind import Document, Pagefind, PagefindError
from macros.search.record import records


def fragments(files: dict[str, bytes]) -> list[dict[str, Any]]:
    return [
        json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))
        for path, content in files.items()
        if path.startswith("pagefind/fragment/")
    ]


@pytest.fixture(scope="module", params=LANGS)
def built(request: pytest.FixtureRequest, project: Project) -> tuple[Lang, dict[str, bytes]]:
    lang: Lang = request.param
    return lang, write(project.network, project.network.site("sud", lang))


def test_two_builds_give_the_same_bytes(
    built: tuple[Lang, dict[str, bytes]], project: Project
) -> None:
    lang, files = built
    for _ in range(3):
        assert write(project.network, project.network.site("sud", lang)) == files


def test_every_record_is_in_the_index_once_with_its_kind(
    built: tuple[Lang, dict[str, bytes]], project: Project
) -> None:
    lang, files = built
    found = {r.url: r.kind for r in records(project.network, project.network.site("sud", lang))}
    kinds = json.loads(files["pagefind/kinds.json"])
    kind_of = {name: kind for kind, names in kinds.items() for name in names.split(" ")}
    indexed = {
        json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))["url"]: kind_of[
            path.removeprefix(f"pagefind/fragment/{lang}_").removesuffix(".pf_fragment")
        ]
        for path, content in files.items()
        if path.startswith("pagefind/fragment/")
    }
    assert indexed == found


def test_only_what_the_page_loads_is_published(built: tuple[Lang, dict[str, bytes]]) -> None:
    lang, files = built
    named = {path for path in files if path.count("/") == 1 and ".pf_meta" not in path}
    assert named == {
        f"pagefind/{name}"
        for name in (
            "kinds.json",
            "pagefind-entry.json",
            "pagefind.js",
            "search.js",
            f"wasm.{lang}.pagefind",
            "words.txt",
        )
    }
    assert not [path for path in files if "/filter/" in path]


def test_words_to_mend_slips_with_are_listed_once_those_of_titles_first(
    built: tuple[Lang, dict[str, bytes]],
) -> None:
    lang, files = built
    listed = files["pagefind/words.txt"].decode().split(" ")
    assert len({folded(word) for word in listed}) == len(listed) > 1000
    name, only_in_texts = ("santé", "lancer") if lang == "fr" else ("gezondheid", "starten")
    assert listed.index(name) < 100
    assert "sante" not in listed
    assert only_in_texts not in listed[:100]


def test_titles_and_texts_of_data_cannot_break_the_index() -> None:
    document = Document("a/", "<html><body><h1>&lt;b&gt; &amp; « x »</h1><p>¶</p></body></html>")
    with Pagefind() as pagefind:
        files = {
            "pagefind/" + path: data
            for path, data in pagefind.index([document], "fr", bool).items()
        }
    assert fragments(files)[0]["meta"] == {"title": "<b> & « x »"}


def test_text_is_escaped_for_the_index(project: Project) -> None:
    site = project.network.site("nord", "fr")
    for document in documents(project.network, site, records(project.network, site)):
        assert "<script" not in document.html
        assert document.html.count("<h1>") == 1


def test_a_refused_request_is_an_error() -> None:
    with Pagefind() as pagefind, pytest.raises(PagefindError):
        pagefind._ask("NoSuchRequest")


def test_an_indexer_that_ends_is_an_error() -> None:
    with Pagefind() as pagefind:
        pagefind._process.terminate()
        pagefind._process.wait()
        with pytest.raises((PagefindError, BrokenPipeError)):
            pagefind._ask("NewIndex", config={})
