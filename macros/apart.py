"""Work that is done in a process of its own while this one goes on."""

import os
import pickle
from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Apart(Generic[Result]):
    """Starts work in a forked process, which shares all that was loaded before.

    A pool of `multiprocessing` would first pickle the work, with all that it holds.
    """

    def __init__(self, work: Callable[[], Result]) -> None:
        self._reading, writing = os.pipe()
        self._process = os.fork()
        if not self._process:
            _answer(writing, work)
        os.close(writing)

    def result(self) -> Result:
        """Wait for the work and return what it returned, or raise what it raised."""
        with os.fdopen(self._reading, "rb") as stream:
            answer = stream.read()
        os.waitpid(self._process, 0)
        if not answer:
            raise RuntimeError("the process ended without an answer")
        result: Result | BaseException = pickle.loads(answer)  # noqa: S301 - our own process
        if isinstance(result, BaseException):
            raise result
        return result


def _answer(writing: int, work: Callable[[], object]) -> None:
    """Do the work in the forked process and end it: nothing of the parent's may go on here."""
    try:
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - the parent raises it
            result = error
        with os.fdopen(writing, "wb") as stream:
            stream.write(pickle.dumps(result))
    finally:
        os._exit(0)
