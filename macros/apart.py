"""Work that is done in a process of its own while this one goes on."""

import os
import pickle
import select
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Result = TypeVar("Result")


class LostProcessError(RuntimeError):
    """A process was ended from outside, as when memory runs out, and its answer never comes."""


class Apart(Generic[Result]):
    """Starts work in a forked process, which shares all that was loaded before.

    Leaving the context ends it, done or not. A pool of `multiprocessing` is slow to import, and
    would first pickle the work with all that it holds.
    """

    def __init__(self, work: Callable[[], Result]) -> None:
        reading, writing = os.pipe()
        self._answers = os.fdopen(reading, "rb")
        self._process = os.fork()
        if not self._process:
            _answer(writing, work)
        os.close(writing)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if "_answered" not in vars(self):
            os.kill(self._process, signal.SIGTERM)
            self._answers.close()
            os.waitpid(self._process, 0)

    @property
    def is_done(self) -> bool:
        """Tell whether `result` would answer without waiting for the work."""
        return "_answered" in vars(self) or bool(select.select([self._answers], [], [], 0)[0])

    def result(self) -> Result:
        """Wait for the work and return what it returned, or raise what it raised.

        Raises:
            LostProcessError: the process ended without an answer.

        """
        if isinstance(self._answered, BaseException):
            raise self._answered
        return self._answered

    @cached_property
    def _answered(self) -> Result | BaseException:
        with self._answers:
            answer = self._answers.read()
        os.waitpid(self._process, 0)
        if not answer:
            return LostProcessError("the process ended without an answer")
        answered: Result | BaseException = pickle.loads(answer)  # noqa: S301 - our own process
        return answered


@contextmanager
def crew(count: int, prepare: Callable[[], None] | None = None) -> Iterator["ProcessPoolExecutor"]:
    """Give forked processes for much work of one kind, which share all that was loaded before.

    Leaving the context waits for their work, or ends them at once when an exception is the reason.
    `prepare` is done first in each.

    Raises:
        LostProcessError: one of them was ended from outside.

    """
    # What checks sources needs none, and should not wait for these.
    from concurrent.futures.process import (  # noqa: PLC0415 - see above
        BrokenProcessPool,
        ProcessPoolExecutor,
    )
    from multiprocessing import active_children, get_context  # noqa: PLC0415 - the same

    reading, writing = os.pipe()

    def begin() -> None:
        os.close(writing)
        Thread(target=_end_with, args=(reading,), daemon=True).start()
        (prepare or leave_interrupts)()

    with (
        os.fdopen(reading),
        os.fdopen(writing, "w"),
        ProcessPoolExecutor(count, get_context("fork"), begin) as pool,
    ):
        pool.submit(int)  # they are forked when there is something to do
        try:
            yield pool
        except BaseException as error:
            for process in active_children():
                process.terminate()
            if isinstance(error, BrokenProcessPool):
                raise LostProcessError("a process ended without an answer") from error
            raise


def _end_with(pipe: int) -> None:
    """End this process when nobody can write to a pipe any more: the one that started it is gone.

    A worker that waits for work would not notice, and wait for ever.
    """
    os.read(pipe, 1)
    os._exit(1)


def leave_interrupts() -> None:
    """Leave Ctrl+C to the process that started this one, which then ends it.

    A terminal sends it to all of them, and one that goes in the middle of an answer would keep the
    others waiting.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _answer(writing: int, work: Callable[[], object]) -> None:
    """Do the work in the forked process and end it: nothing of the parent's may go on here."""
    leave_interrupts()
    try:
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - the parent raises it
            result = error
        with os.fdopen(writing, "wb") as stream:
            stream.write(pickle.dumps(result))
    finally:
        os._exit(0)
