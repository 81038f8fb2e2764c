"""The target's side, stopped or refused at every single command that it runs."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.release.parcel import digest
from macros.release.session import SCRIPT

HOSTS = ("www.bassin-a.example.org", "www.zorgzone-a.example.org")
COMMANDS = ("cat", "flock", "ln", "mkdir", "mv", "readlink", "rm", "sha256sum", "sync", "touch")
"""Those that change or read what is served, in one order; the two of a pipe have none."""
FAULT = """#!/bin/sh
read -r count <{folder}/count
echo "$((count + 1))" >{folder}/count
[ "$count" != {at} ] || {{ {fault}; }}
exec {command} "$@"
"""
"""A command that does what it is for, but for the one time when the machine does not let it."""
POWER_CUT = "read -r pid <{folder}/pid; kill -KILL $pid; exit 1"
REFUSAL = "exit 1"
"""A disk without space, or one that fails."""


def lay_out(folder: Path, commit: str) -> Path:
    """Write the smallest release: two sister sites that name their commit."""
    lines = []
    for host in HOSTS:
        page = folder / host / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(commit)
        lines.append(f"{digest(page)}  {host}/index.html\n")
    (folder / "manifest").write_text("".join(lines))
    return folder


@dataclass
class Machine:
    """A folder of sites, and the script that `bassin release` runs there."""

    root: Path
    tools: Path

    def release(self, commit: str, environ: dict[str, str]) -> str:
        """Go through a whole release; return the last request that was made before all ended."""
        start = 'echo $$ >"$0/pid"; exec sh -c "$@"'
        script = SCRIPT.read_text(encoding="utf-8")
        words = ("sh", "-c", start, self.tools, script, "bassin-release", self.root, "0", "10")
        with subprocess.Popen(
            words,
            env=environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as process:
            assert process.stdin
            assert process.stdout

            def answer() -> list[str] | None:
                for line in process.stdout or ():
                    if line.startswith("@ "):
                        parts: list[str] = line.split()[1:]
                        return parts
                return None

            said, reached = answer(), "start"
            for request in ("receive", "check", "manifest", "switch", "keep"):
                if not said or said[0] != "ok":
                    break
                reached = request
                process.stdin.write(f"{request} {commit}\n")
                process.stdin.flush()
                said = answer()
                if request == "receive" and said and said[0] == "ok":
                    shutil.copytree(self.new, self.root / said[1], dirs_exist_ok=True)
            else:
                reached = "end" if said and said[0] == "ok" else reached
            process.stdin.close()
        return reached

    @property
    def new(self) -> Path:
        return self.tools / "new"

    @property
    def served(self) -> set[str]:
        """The commits that visitors of both hosts meet."""
        return {(self.root / "current" / host / "index.html").read_text() for host in HOSTS}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine that serves commit `a` and is about to receive `b`."""
    found = Machine(tmp_path / "srv", tmp_path / "tools")
    lay_out(found.root / "releases" / "a", "a")
    (found.root / "current").symlink_to("releases/a")
    lay_out(found.new, "b")
    return found


def arm(machine: Machine, fault: str, at: int) -> dict[str, str]:
    """Put commands in the way that work, except for the one with number `at`."""
    bin_folder = machine.tools / "bin"
    bin_folder.mkdir(exist_ok=True)
    for name in COMMANDS:
        words = {"folder": machine.tools, "at": at, "command": shutil.which(name)}
        words["command"] = words["command"] if name != "sync" else "true"
        text = FAULT.format(**words, fault=fault.format(folder=machine.tools))
        (bin_folder / name).write_text(text)
        (bin_folder / name).chmod(0o755)
    (machine.tools / "count").write_text("0\n")
    return os.environ | {"PATH": f"{bin_folder}:{os.environ['PATH']}"}


def calm(machine: Machine) -> dict[str, str]:
    """Let all work; but `sync` does nothing, or all disks here would be waited for each time."""
    sync = machine.tools / "calm" / "sync"
    sync.parent.mkdir(exist_ok=True)
    sync.write_text("#!/bin/sh\n")
    sync.chmod(0o755)
    return os.environ | {"PATH": f"{sync.parent}:{os.environ['PATH']}"}


def faults(machine: Machine, fault: str) -> Iterator[tuple[int, str]]:
    """Release once with each command at fault in turn; give its number and how far it came."""
    kept = machine.root.with_name("kept")
    shutil.copytree(machine.root, kept, symlinks=True)
    for at in range(100):
        shutil.rmtree(machine.root)
        shutil.copytree(kept, machine.root, symlinks=True)
        reached = machine.release("b", arm(machine, fault, at))
        happened = int((machine.tools / "count").read_text()) > at
        yield at, reached
        if not happened:
            assert reached == "end"
            return
    pytest.fail("the script never came to its end")


@pytest.mark.parametrize("fault", [POWER_CUT, REFUSAL], ids=["power cut", "refusal"])
def test_at_every_step_one_whole_release_is_served(machine: Machine, fault: str) -> None:
    tried = 0
    for tried, reached in faults(machine, fault):
        assert machine.served in ({"a"}, {"b"}), tried
        assert re.fullmatch(r"releases/[ab]", str((machine.root / "current").readlink()))
        confirmed = reached in {"keep", "end"}
        if fault is REFUSAL and not confirmed:
            # The script went on, and had the time to put things right.
            assert machine.served == {"a"}, (tried, reached)
        # Whoever comes next finds the last confirmed release, and can go on.
        before = machine.served
        assert machine.release("b", calm(machine)) == "end", (tried, reached)
        assert machine.served == {"b"}
        previous = (machine.root / "releases" / "b" / "before").read_text().strip()
        assert previous == "a" or (confirmed and before == {"b"}), (tried, reached)
        assert not list((machine.root / "incoming").iterdir())
    assert tried > 15
