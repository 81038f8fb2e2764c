"""Work in a process of its own."""

import os
import select
import signal
from collections.abc import Callable
from contextlib import suppress

import pytest

from macros.apart import Apart, LostProcessError, crew
from macros.project import check, check_again
from tests.conftest import TODAY
from tests.samples import Project, project

__all__ = ["project"]


def test_the_work_is_done_elsewhere_and_its_result_comes_back() -> None:
    here = os.getpid()
    assert Apart(os.getpid).result() != here


def test_what_goes_wrong_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        Apart(lambda: 1 // 0).result()


@pytest.mark.parametrize("work", [lambda: os._exit(1), lambda: lambda: 1], ids=["gone", "mute"])
def test_a_process_without_an_answer_is_told(work: Callable[[], object]) -> None:
    with pytest.raises(LostProcessError):
        Apart(work).result()


def test_its_end_can_be_seen_without_waiting() -> None:
    reading, writing = os.pipe()
    work = Apart(lambda: os.read(reading, 1))
    assert not work.is_done
    os.write(writing, b"x")
    assert work.result() == work.result() == b"x"
    assert work.is_done


def test_what_nobody_waits_for_ends_with_the_context() -> None:
    reading, writing = os.pipe()

    def work() -> None:
        os.write(writing, str(os.getpid()).encode())
        signal.pause()

    with Apart(work):
        process = int(os.read(reading, 32))
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_an_interrupt_is_left_to_the_process_that_asked() -> None:
    def work() -> str:
        os.kill(os.getpid(), signal.SIGINT)
        return "done"

    assert Apart(work).result() == "done"


def test_who_stops_waiting_is_not_kept_by_the_work() -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    def work() -> None:
        os.kill(os.getppid(), signal.SIGUSR1)
        signal.pause()

    before = signal.signal(signal.SIGUSR1, stop)
    try:
        with pytest.raises(KeyboardInterrupt), Apart(work) as apart:
            apart.result()
    finally:
        signal.signal(signal.SIGUSR1, before)


def test_a_crew_shares_the_work_and_is_ready_before_it() -> None:
    def prepare() -> None:
        os.environ["PREPARED"] = "yes"

    with crew(2, prepare) as workers:
        assert list(workers.map(os.getenv, ["PREPARED"] * 4)) == ["yes"] * 4
    assert "PREPARED" not in os.environ


def test_who_is_lost_from_a_crew_is_told() -> None:
    with pytest.raises(LostProcessError), crew(1) as workers:
        workers.submit(os._exit, 1).result()


def test_a_crew_for_which_nobody_waits_ends_at_once() -> None:
    with suppress(ZeroDivisionError), crew(1) as workers:
        process = workers.submit(os.getpid).result()
        workers.submit(signal.pause)
        raise ZeroDivisionError
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_crew_ends_with_the_process_that_started_it() -> None:
    reading, writing = os.pipe()
    alive, held = os.pipe()  # held by the crew too, until it ends

    def work() -> None:
        with crew(2):
            os.write(writing, str(os.getpid()).encode())
            signal.pause()

    with Apart(work) as apart:
        process = int(os.read(reading, 32))
        os.close(held)
        os.kill(process, signal.SIGKILL)
        assert select.select([alive], [], [], 60)[0]
        assert os.read(alive, 1) == b""
        with pytest.raises(LostProcessError):
            apart.result()


def test_two_processes_find_what_one_finds(project: Project) -> None:
    project.page("a.md", "Un un mot, {{ nwes() }}.\n", "Een woord. TODO\n")
    alone = check(project.root, TODAY)
    assert {"unknown-macro", "double-word", "leftover-note"} <= {f.rule for f in alone}
    assert check(project.root, TODAY, together=True) == alone


def test_a_process_that_goes_on_finds_what_one_finds_at_each_turn(project: Project) -> None:
    with crew(1) as helper:
        for french in ("Un un mot, le CPAS.\n", "Un mot, le OCMW, {{ nwes() }}.\n", "Le 3 mai.\n"):
            project.page("a.md", french, "Een woord. TODO\n")
            alone = check(project.root, TODAY)
            assert {"leftover-note"} < {finding.rule for finding in alone}
            assert check_again(project.root, TODAY, helper) == alone
