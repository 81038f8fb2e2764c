"""Real servers for the tests of releases: sshd, Caddy, and hosts that never answer."""

import os
import selectors
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.release.session import Target

DEADLINE = 20.0


def until(condition: Callable[[], object], deadline: float = DEADLINE) -> None:
    """Wait until something is true; it is looked at a hundred times a second."""
    end = time.monotonic() + deadline
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < end, "it never came"
        pause.wait(0.01)


def free_port() -> int:
    """Return a port of the loopback interface that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def serving(command: list[str], ready: str, **options: Any) -> Iterator[subprocess.Popen[str]]:
    """Run a server from the moment it says that it is ready."""
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **options) as process:
        assert process.stderr
        lines, said = process.stderr, list[str]()
        drain = threading.Thread(target=lambda: list(lines))
        try:
            for line in lines:
                said.append(line)
                if ready in line:
                    break
            assert said, "the server said nothing"
            assert ready in said[-1], "".join(said)
            drain.start()
            yield process
        finally:
            process.terminate()
            process.wait(DEADLINE)
            if drain.ident:
                drain.join(DEADLINE)


@dataclass(frozen=True)
class Server:
    """A machine to release to: its SSH login, its folder and its process."""

    target: Target
    root: Path
    pid: int

    @property
    def live(self) -> str | None:
        """The release that the folder serves."""
        link = self.root / "current"
        return link.readlink().name if link.is_symlink() else None

    @property
    def releases(self) -> list[str]:
        return sorted(path.name for path in (self.root / "releases").iterdir())

    def kill_shells(self) -> None:
        """End the target's side of every release, as a crash of the machine would."""
        for pid in shells_below(self.pid):
            os.kill(pid, signal.SIGKILL)


def shells_below(parent: int) -> list[int]:
    """Return the shells that run target.sh below a process."""
    running = [entry for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    shells = [int(entry.name) for entry in running if _is_release(entry)]
    return [pid for pid in shells if parent in _ancestors(pid)]


def _is_release(entry: Path) -> bool:
    try:
        return b"bassin-release" in (entry / "cmdline").read_bytes()
    except OSError:
        return False


def _ancestors(pid: int) -> Iterator[int]:
    while pid > 1:
        yield pid
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            return


@contextmanager
def ssh_server(folder: Path, root: Path) -> Iterator[Server]:
    """Run an sshd with keys of its own, as the user of the tests."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("host", "user"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    port = free_port()
    key = (folder / "user.pub").read_text()
    (folder / "authorized").write_text(f"restrict {key}")
    (folder / "sshd_config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\n"
        f"AuthorizedKeysFile {folder}/authorized\nPidFile none\nStrictModes no\nUsePAM no\n"
        "PasswordAuthentication no\nPermitRootLogin prohibit-password\nMaxStartups 50\n"
    )
    public = (folder / "host.pub").read_text()
    (folder / "known").write_text(f"[127.0.0.1]:{port} {public}")
    user = subprocess.run(["id", "-un"], check=True, capture_output=True, text=True).stdout.strip()
    (folder / "config").write_text(
        f"Host target\n HostName 127.0.0.1\n Port {port}\n User {user}\n"
        f" IdentityFile {folder}/user\n IdentitiesOnly yes\n UserKnownHostsFile {folder}/known\n"
    )
    if os.geteuid() == 0:  # sshd insists on it when root starts it
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    sshd = shutil.which("sshd", path="/usr/sbin:/usr/local/sbin:/sbin:" + os.environ["PATH"])
    command = [str(sshd), "-D", "-e", "-f", str(folder / "sshd_config")]
    with serving(command, "Server listening") as process:
        yield Server(Target("target", str(root), folder / "config"), root, process.pid)


@dataclass(frozen=True)
class Web:
    """A running Caddy: its port, and the file and the environment that it was started with."""

    port: int
    file: Path
    environ: dict[str, str]

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def web_server(folder: Path, root: Path, rules: str, port: int = 0) -> Iterator[Web]:
    """Run Caddy with the rules of the project, without certificates, on one loopback port."""
    folder.mkdir(parents=True, exist_ok=True)
    port, file = port or free_port(), folder / "Caddyfile"
    (folder / "sites.caddy").write_text(rules)
    socket_file = folder / "admin"
    file.write_text(
        f"{{\n admin unix/{socket_file}\n auto_https off\n http_port {port}\n}}\n"
        f"import {folder}/sites.caddy\n"
    )
    settings = {
        "BASSIN_ROOT": str(root),
        "BASSIN_SCHEME": "http://",
        "BASSIN_PORT": f":{port}",
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    command = ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]
    with serving(command, "serving initial configuration", env=os.environ | settings):
        yield Web(port, file, settings)


@contextmanager
def silent_host() -> Iterator[tuple[str, Callable[[], None]]]:
    """Give an address that takes connections and never answers, and a way to wait for one."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as server:
        selector = selectors.DefaultSelector()
        selector.register(server, selectors.EVENT_READ)

        def asked() -> None:
            assert selector.select(DEADLINE), "nobody asked"

        yield f"http://127.0.0.1:{server.getsockname()[1]}", asked
        selector.close()
