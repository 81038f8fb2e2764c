"""Releases to a real machine: sshd, rsync and Caddy on loopback, with a visitor watching."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.cli.release import release_command
from macros.language import Message
from macros.release.failure import ReleaseError
from macros.release.parcel import parcel
from macros.release.release import release, rollback
from macros.release.session import Target, target
from macros.release.smoke import origin
from tests.conftest import ROOT
from tests.release.conftest import Yard
from tests.release.servers import Web, free_port, silent_host, until, web_server

pytestmark = pytest.mark.server

ONE, TWO, THREE = (digit * 40 for digit in "abc")
AS_ROOT = () if os.geteuid() == 0 else (shutil.which("sudo") or "false", "-n")
STRANGE = ("www.inconnu.brussels",)
"""A host that the web server does not know."""


@dataclass
class Visitor:
    """Asks two sister hosts in turn, hundreds of times a second, and keeps every answer."""

    port: int
    hosts: tuple[str, str]
    answers: list[tuple[float, str, int, str]] = field(default_factory=list)
    leaving: threading.Event = field(default_factory=threading.Event)

    def visit(self) -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        while not self.leaving.wait(0.002):
            for host in self.hosts:
                for path in ("/", "/agenda/2025/avril/"):
                    connection.request("GET", path, headers={"Host": host})
                    response = connection.getresponse()
                    found = re.search(r"<p>(\w)", response.read().decode())
                    commit = found[1] if found else ""
                    self.answers.append((time.monotonic(), host, response.status, commit))
        connection.close()

    @property
    def commits(self) -> list[str]:
        """The commits seen, in the order in which each first took over."""
        seen = [answer[3] for answer in self.answers]
        return [now for before, now in zip(["", *seen], seen, strict=False) if now != before]

    @property
    def overlap(self) -> float:
        """Seconds between the first answer of a new commit and the last of the one before."""
        spans = [0.0]
        for commit in dict.fromkeys(answer[3] for answer in self.answers):
            first = next(at for at, _, _, seen in self.answers if seen == commit)
            older = self.commits[: self.commits.index(commit)]
            spans += [at - first for at, _, _, seen in self.answers if seen in older]
        return max(spans)


@contextmanager
def visiting(web: Web, hosts: list[str]) -> Iterator[Visitor]:
    visitor = Visitor(web.port, (hosts[0], hosts[1]))
    thread = threading.Thread(target=visitor.visit)
    thread.start()
    try:
        yield visitor
    finally:
        visitor.leaving.set()
        thread.join()


def get(web: Web, host: str, path: str = "/") -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", web.port, timeout=10)
    connection.request("GET", path, headers={"Host": host, "Connection": "close"})
    response = connection.getresponse()
    status, body = response.status, response.read().decode()
    connection.close()
    return status, body


def test_first_and_second_release_and_rollback(yard: Yard) -> None:
    first = yard.send(yard.build(ONE))
    assert yard.server.live == first
    assert all(ONE in get(yard.web, host)[1] for host in yard.hosts)
    assert (yard.server.root / "switched").read_text().strip() == first
    with visiting(yard.web, yard.hosts) as visitor:
        second = yard.send(yard.build(TWO))
        after = time.monotonic()
        until(lambda: visitor.answers[-1][0] > after + 0.2)
        assert {seen for at, _, _, seen in visitor.answers if at > after} == {"b"}
        rollback(yard.server.target, yard.terms, lambda _: None)
        undone = time.monotonic()
        until(lambda: visitor.answers[-1][0] > undone + 0.2)
    assert {status for _, _, status, _ in visitor.answers} == {200}
    assert visitor.commits == ["a", "b", "a"]
    assert {seen for at, _, _, seen in visitor.answers if at > undone} == {"a"}
    assert yard.server.live == first
    assert yard.server.releases == sorted([first, second])
    # Undoing twice finds nothing before the first release.
    with pytest.raises(ReleaseError, match="version précédente"):
        rollback(yard.server.target, yard.terms, lambda _: None)


def test_two_hosts_never_differ_for_a_second(yard: Yard) -> None:
    yard.send(yard.build(ONE))
    with visiting(yard.web, yard.hosts) as visitor:
        for commit in (TWO, THREE):
            yard.send(yard.build(commit))
    assert visitor.commits == ["a", "b", "c"]
    assert visitor.overlap < 1


def test_unchanged_files_are_linked_and_keep_their_validators(yard: Yard) -> None:
    first = yard.send(yard.build(ONE))
    second = yard.send(yard.build(TWO))
    same, page = f"{yard.hosts[0]}/assets/same.txt", f"{yard.hosts[0]}/index.html"
    old, new = yard.server.root / "releases" / first, yard.server.root / "releases" / second
    assert (old / same).stat().st_ino == (new / same).stat().st_ino
    assert (old / page).stat().st_ino != (new / page).stat().st_ino
    assert (new / page).stat().st_mode & 0o777 == 0o644


def test_assets_of_the_page_before_are_still_served(yard: Yard) -> None:
    yard.send(yard.build(ONE))
    yard.send(yard.build(TWO))
    assert get(yard.web, yard.hosts[0], f"/assets/main.{TWO[:8]}.css")[0] == 200
    assert get(yard.web, yard.hosts[0], f"/assets/main.{ONE[:8]}.css")[0] == 200
    assert get(yard.web, yard.hosts[0], f"/assets/main.{THREE[:8]}.css")[0] == 404


def test_wrong_answer_goes_back(yard: Yard) -> None:
    first = yard.send(yard.build(ONE))
    with (
        visiting(yard.web, yard.hosts) as visitor,
        pytest.raises(ReleaseError, match=r"(?s)inconnu.*build\.json: ≠"),
    ):
        yard.send(yard.build(TWO, extra=STRANGE), extra=STRANGE)
    assert yard.server.live == first
    assert yard.server.releases == [first]
    assert {status for _, _, status, _ in visitor.answers} == {200}
    assert visitor.commits in (["a"], ["a", "b", "a"])


def test_first_release_with_wrong_answer_leaves_nothing(yard: Yard) -> None:
    with pytest.raises(ReleaseError):
        yard.send(yard.build(ONE, extra=STRANGE), extra=STRANGE)
    assert yard.server.live is None
    assert get(yard.web, yard.hosts[0])[0] == 404


def test_same_output_is_not_sent_again(yard: Yard) -> None:
    told: list[Message] = []
    build = yard.build(ONE)
    first = yard.send(build)
    with parcel(build, yard.hosts, yard.rules) as what:
        release(yard.server.target, what, yard.terms, told.append)
    assert yard.server.live == first
    assert "est déjà en ligne" in told[0].fr
    # Three answers of each host: its build, its home and a deep page.
    assert f"{3 * len(yard.hosts)} réponses" in told[-1].fr
    # The same commit on another day is another release.
    later = yard.build(ONE, "passé")
    second = yard.send(later)
    assert second[:12] == first[:12] != second
    assert yard.server.live == second


def test_last_releases_are_kept(yard: Yard) -> None:
    terms = replace(yard.terms, keep=2)
    ids = [yard.send(yard.build(letter * 40), terms) for letter in "abc"]
    assert yard.server.releases == ids[-2:]
    # Also when the clock of the machine went back: the live one and the one before it stay.
    for letter, year in (("x", 2100), ("y", 2101)):
        stray = yard.server.root / "releases" / (letter * 12)
        stray.mkdir()
        os.utime(stray, times=(datetime(year, 1, 1, tzinfo=UTC).timestamp(),) * 2)
    ids.append(yard.send(yard.build("d" * 40), terms))
    assert {*ids[-2:]} < {*yard.server.releases}
    assert yard.server.live == ids[-1]


class Killed:
    """A release in a process group of its own, to be killed with all that it started."""

    def __init__(self, yard: Yard, build: Path, address: str) -> None:
        script = (
            "from pathlib import Path\n"
            "from macros.release.parcel import parcel\n"
            "from macros.release.release import Terms, release\n"
            "from macros.release.session import target\n"
            "from macros.release.smoke import origin\n"
            f"place = target('target:{yard.server.root}', Path('{yard.server.target.config}'))\n"
            f"with parcel(Path('{build}'), {yard.hosts}, '') as what:\n"
            f"    release(place, what, Terms(origin('{address}')), print)\n"
        )
        self.process = subprocess.Popen(
            [sys.executable, "-c", script],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()


def test_killed_while_sending(yard: Yard) -> None:
    first = yard.send(yard.build(ONE))
    build = yard.build(TWO)
    (build / yard.hosts[0] / "film.bin").write_bytes(os.urandom(50_000_000))
    with visiting(yard.web, yard.hosts) as visitor:
        killed = Killed(yard, build, yard.web.origin)
        arriving = f"incoming/*/{yard.hosts[0]}/.film.bin.*"
        until(lambda: list(yard.server.root.glob(arriving)))
        killed.kill()
        until(lambda: not list((yard.server.root / "incoming").iterdir()))
        assert yard.server.live == first
        (build / yard.hosts[0] / "film.bin").unlink()
        second = yard.send(build)
    assert yard.server.live == second
    assert yard.server.releases == sorted([first, second])
    assert visitor.commits == ["a", "b"]


def test_killed_after_the_switch(yard: Yard) -> None:
    first = yard.send(yard.build(ONE))
    build = yard.build(TWO)
    with silent_host() as (address, asked), visiting(yard.web, yard.hosts) as visitor:
        killed = Killed(yard, build, address)
        asked()
        assert yard.server.live != first
        killed.kill()
        until(lambda: yard.server.live == first)
    assert {status for _, _, status, _ in visitor.answers} == {200}
    until(lambda: yard.server.releases == [first])


def test_machine_stopped_after_the_switch(yard: Yard) -> None:
    first = yard.send(yard.build(ONE))
    with visiting(yard.web, yard.hosts) as visitor:
        with silent_host() as (address, asked):
            killed = Killed(yard, yard.build(TWO), address)
            asked()
            yard.server.kill_shells()
            killed.kill()
        assert yard.server.live != first
        # Whatever comes next on this machine puts the confirmed release back before all else.
        with pytest.raises(ReleaseError, match="version précédente"):
            rollback(yard.server.target, yard.terms, lambda _: None)
        assert yard.server.live == first
    assert {status for _, _, status, _ in visitor.answers} == {200}


def test_two_at_once(yard: Yard) -> None:
    first = yard.send(yard.build(ONE))
    third = yard.build(THREE)
    with silent_host() as (address, asked), visiting(yard.web, yard.hosts) as visitor:
        other = Killed(yard, yard.build(TWO), address)
        asked()
        with pytest.raises(ReleaseError, match="en cours"):
            yard.send(third, replace(yard.terms, wait=0))
        # One that waits goes on as soon as the other is gone: no lock outlives its holder.
        done: list[str] = []
        waiting = threading.Thread(target=lambda: done.append(yard.send(third)))
        waiting.start()
        other.kill()
        waiting.join()
    assert yard.server.live == done[0]
    assert (yard.server.root / "releases" / done[0] / "before").read_text().strip() == first
    assert {status for _, _, status, _ in visitor.answers} == {200}
    assert visitor.commits == ["a", "b", "a", "c"]


def test_damage_on_the_way_is_noticed(yard: Yard) -> None:
    first = yard.send(yard.build(ONE))
    with parcel(yard.build(TWO), yard.hosts, yard.rules) as what:
        (what.folder / yard.hosts[0] / "index.html").write_text("not what the manifest says")
        with pytest.raises(ReleaseError, match="abîmés"):
            release(yard.server.target, what, yard.terms, lambda _: None)
    assert yard.server.live == first
    assert yard.server.releases == [first]


def test_rollback_to_a_damaged_release_is_refused(yard: Yard) -> None:
    first = yard.send(yard.build(ONE))
    second = yard.send(yard.build(TWO))
    (yard.server.root / "releases" / first / yard.hosts[0] / "index.html").write_text("spoilt")
    with pytest.raises(ReleaseError, match="abîmés"):
        rollback(yard.server.target, yard.terms, lambda _: None)
    assert yard.server.live == second


def test_what_others_left_is_no_trap(yard: Yard) -> None:
    root = yard.server.root
    first = yard.send(yard.build(ONE))
    # Left by a killed release, by an old version, by hand.
    for name, leads in (
        (".next", "releases/x"),
        (".former", "/etc"),
        (".back", f"releases/{first}"),
    ):
        (root / name).symlink_to(leads)
    (root / "incoming" / "old").mkdir()
    (root / "incoming" / "old" / "file").write_text("x")
    second = yard.send(yard.build(TWO))
    assert yard.server.live == second
    assert not list((root / "incoming").iterdir())
    assert not [path for path in root.iterdir() if path.name.startswith(".")]
    # The folder of the live release was removed by hand: the same one is sent again.
    shutil.rmtree(root / "releases" / second)
    assert yard.send(yard.build(TWO)) == second
    assert TWO in get(yard.web, yard.hosts[0])[1]
    # Its manifest was: that is said, and whoever asks does not wait for ever.
    (root / "releases" / second / "manifest").unlink()
    with pytest.raises(ReleaseError, match="abîmés"):
        yard.send(yard.build(TWO))
    assert yard.send(yard.build(THREE)) == yard.server.live
    # Somebody put a folder where the link belongs.
    (root / "current").unlink()
    shutil.copytree(root / "releases" / second, root / "current")
    with pytest.raises(ReleaseError, match="basculer"):
        yard.send(yard.build(ONE))
    assert TWO in get(yard.web, yard.hosts[0])[1]


def test_machine_that_cannot_go_back_is_named(yard: Yard) -> None:
    yard.send(yard.build(ONE))

    def lose_the_way_back(said: Message) -> None:
        if "Bascule" in said.fr:
            (yard.server.root / ".back").unlink()

    hosts = [*yard.hosts, *STRANGE]
    with (
        parcel(yard.build(TWO, extra=STRANGE), hosts, yard.rules) as what,
        pytest.raises(ReleaseError, match="NOUVELLE"),
    ):
        release(yard.server.target, what, yard.terms, lose_the_way_back)


def test_host_that_is_new_may_take_its_time(yard: Yard, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no certificate yet, so nothing answers; one that was served before must at once."""
    port, running, starting = free_port(), ExitStack(), threading.Lock()
    servers: list[Web] = []
    terms = replace(yard.terms, origin=origin(f"http://127.0.0.1:{port}"), welcome=30)

    def wait(_: float) -> None:
        with starting:
            if not servers:
                late = web_server(yard.folder / "late", yard.server.root, yard.rules, port)
                servers.append(running.enter_context(late))

    monkeypatch.setattr("macros.release.smoke.time.sleep", wait)
    with running:
        first = yard.send(yard.build(ONE), terms)
        assert yard.server.live == first
    with pytest.raises(ReleaseError, match="refused"):
        yard.send(yard.build(TWO), terms)
    assert yard.server.live == first


def test_tools_of_this_machine_are_named(yard: Yard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(yard.folder))
    with pytest.raises(ReleaseError, match="ssh, rsync"):
        rollback(yard.server.target, yard.terms, lambda _: None)


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Make a folder a disk of 4 MB of its own."""
    folder.mkdir()
    options = f"size=4m,uid={os.getuid()}"
    subprocess.run([*AS_ROOT, "mount", "-t", "tmpfs", "-o", options, "x", folder], check=True)
    try:
        yield
    finally:
        subprocess.run([*AS_ROOT, "umount", "--lazy", folder], check=True)


def may_mount() -> bool:
    probe = [*AS_ROOT, "unshare", "--mount", "mount", "-t", "tmpfs", "x", "/mnt"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(not may_mount(), reason="a small disk needs root or sudo, and mount(8)")
def test_full_disk(yard: Yard) -> None:
    build = yard.build(TWO)
    (build / yard.hosts[9] / "film.bin").write_bytes(os.urandom(8_000_000))
    with small_disk(yard.server.root):
        first = yard.send(yard.build(ONE))
        with visiting(yard.web, yard.hosts) as visitor:
            with pytest.raises(ReleaseError, match="No space left"):
                yard.send(build)
            until(lambda: not list((yard.server.root / "incoming").iterdir()))
            assert yard.server.live == first
            # A disk that fills after the transfer: the switch back needs no space.
            free = shutil.disk_usage(yard.server.root).free
            (build / yard.hosts[9] / "film.bin").unlink()
            with silent_host() as (address, _):
                there = replace(yard.terms, origin=origin(address))
                (yard.server.root / "filler").write_bytes(b"x" * (free - 300_000))
                with pytest.raises(ReleaseError):
                    yard.send(build, there)
            until(lambda: yard.server.live == first)
        assert {status for _, _, status, _ in visitor.answers} == {200}
        assert visitor.commits[0] == visitor.commits[-1] == "a"


@pytest.mark.parametrize(
    "text",
    [
        "deploy@host:/srv/my sites",
        "deploy@host:/srv/$(touch x)",
        "deploy@host:/srv/'x",
        "deploy@host:/srv/../-x",
        "deploy@host:srv",
        "deploy@host:/",
        "de ploy@host:/srv",
        "a;b@host:/srv",
        "-oProxyCommand=x:/srv",
        "a@-oProxyCommand=x:/srv",
        "@host:/srv",
        "host",
    ],
)
def test_no_target_can_be_taken_for_anything_else(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        target(text)
    done = CliRunner().invoke(release_command, ["--to", text])
    assert done.exit_code == 2
    assert "LOGIN@HOST:/FOLDER" in done.output


def test_targets(tmp_path: Path) -> None:
    assert target("deploy@www.example.org:/srv/bassins/", tmp_path) == Target(
        "deploy@www.example.org", "/srv/bassins", tmp_path
    )
    assert target("my_host-2:/srv/b.2/x_y").root == "/srv/b.2/x_y"


def test_target_that_cannot_be_reached(yard: Yard, capfd: pytest.CaptureFixture[str]) -> None:
    away = replace(yard.server.target, login="nobody@target")
    with parcel(yard.build(ONE), yard.hosts, yard.rules) as what:

        def refused(place: Target, words: str) -> None:
            with pytest.raises(ReleaseError, match="coupée"):
                release(place, what, yard.terms, lambda _: None)
            assert words in capfd.readouterr().err
            assert not yard.server.root.exists()

        refused(away, "Permission denied")
        locked = yard.folder / "file"
        locked.write_text("")
        nowhere = replace(yard.server.target, root=f"{locked}/srv")
        with pytest.raises(ReleaseError, match="accessible en écriture"):
            release(nowhere, what, yard.terms, lambda _: None)
        # A key that others may read is no longer a secret.
        key = yard.folder / "ssh" / "user"
        key.chmod(0o644)
        refused(yard.server.target, "UNPROTECTED PRIVATE KEY FILE")
        key.chmod(0o600)
        # Another machine answers at that address, or somebody is in between.
        known = yard.folder / "ssh" / "known"
        other = (yard.folder / "ssh" / "user.pub").read_text()
        known.write_text(f"{known.read_text().split()[0]} {other}")
        refused(yard.server.target, "REMOTE HOST IDENTIFICATION HAS CHANGED")
