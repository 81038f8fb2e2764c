"""The indexer Pagefind, driven through the service that its own libraries use.

Its Python library waits a tenth of a second for every answer; a site has hundreds. The service
reads requests and writes answers as base64 of JSON, each followed by a comma. The index is taken
from its answer, because it answers before the files that it would write itself are complete.
"""

import base64
import json
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from pagefind_bin import get_executable

from macros.language import Lang

_END = b","


class PagefindError(Exception):
    """Pagefind refused a document or ended too early."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document for the index: its URL from the root of the site, and its HTML."""

    url: str
    html: str


class Pagefind:
    """A running indexer; leaving the context ends it."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(  # noqa: S603 - a program of a locked package
            [str(get_executable()), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._asked = 0
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def index(
        self, documents: Iterable[Document], lang: Lang, wanted: Callable[[str], bool]
    ) -> dict[str, bytes]:
        """Return the wanted files of an index over the documents by their path in its folder.

        The same documents in the same order give the same bytes. Most of the answer is programs
        for other front ends, so `wanted` is asked before a file is decoded.

        Raises:
            PagefindError: Pagefind refused a document.

        """
        number = self._ask("NewIndex", config={"force_language": lang})["index_id"]
        for document in documents:
            self._ask(
                "AddFile",
                index_id=number,
                file_path=None,
                url=document.url,
                file_contents=document.html,
            )
        files = self._ask("GetFiles", index_id=number)["files"]
        self._ask("DeleteIndex", index_id=number)
        return {
            file["path"]: base64.b64decode(file["content"])
            for file in files
            if wanted(file["path"])
        }

    def _ask(self, kind: str, **values: object) -> dict[str, Any]:
        assert self._process.stdin is not None  # noqa: S101 - opened above
        self._asked += 1
        message = {"message_id": self._asked, "payload": {"type": kind, **values}}
        self._process.stdin.write(base64.b64encode(json.dumps(message).encode()) + _END)
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(base64.b64decode(self._answer()))["payload"]
        if answer["type"] == "Error":
            raise PagefindError(answer["message"])
        return answer

    def _answer(self) -> bytes:
        assert self._process.stdout is not None  # noqa: S101 - opened above
        received = bytearray()
        while not received.endswith(_END):
            part = self._process.stdout.read1(1 << 20)  # type: ignore[attr-defined]
            if not part:
                raise PagefindError("Pagefind ended without an answer.")
            received += part
        return bytes(received[:-1])
