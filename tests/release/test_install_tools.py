"""What `.ci/install-tools` asks for on machines of all kinds, played by scripts."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, system_chromium

NEEDED = ("caddy", "java", "jq", "npm", "openssl", "rsync", "ssh", "sshd", "wrk")
REAL = ("awk", "basename", "bash", "cat", "chmod", "dirname", "grep", "readlink")
WITH_SUDO, IN_CI = {"SUDO_USER": "me"}, {"CI": "true"}
APT = """#!/bin/bash
echo "apt-get $*" >>"$FOLDER/calls"
for word; do
  if [ "$word" = chromium ]; then printf '#!/bin/bash\\n' >"$FOLDER/bin/chromium"; fi
done
chmod +x "$FOLDER"/bin/*
"""


class Machine:
    """A machine with the tools that it is given, where nothing real is installed."""

    def __init__(self, folder: Path, user: int, candidate: str) -> None:
        self.folder = folder
        (folder / ".ci").mkdir()
        shutil.copy2(ROOT / ".ci" / "install-tools", folder / ".ci")
        for name in REAL:
            self.link(name, str(shutil.which(name)))
        for name in NEEDED:
            self.put(name, "")
        self.put("apt-get", APT.removeprefix("#!/bin/bash\n"))
        self.put("apt-cache", f"echo '  Candidate: {candidate}'")
        self.put("dpkg-query", "echo install ok installed")
        self.put("id", f"echo {user}")
        self.put("../.venv/bin/playwright", 'echo "playwright $*" >>"$FOLDER/calls"')

    def put(self, name: str, text: str) -> None:
        path = self.folder / "bin" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/bash\n{text}\n")
        path.chmod(0o755)

    def link(self, name: str, target: str) -> None:
        (self.folder / "bin").mkdir(exist_ok=True)
        (self.folder / "bin" / name).symlink_to(target)

    def install(self, **environ: str) -> tuple[list[str], str, int]:
        """Return what was called, what was said, and the exit code."""
        settings = {"PATH": str(self.folder / "bin"), "FOLDER": str(self.folder)}
        done = subprocess.run(
            [self.folder / ".ci" / "install-tools"],
            env=settings | environ,
            capture_output=True,
            text=True,
            check=False,
        )
        calls = self.folder / "calls"
        called = calls.read_text().splitlines() if calls.exists() else []
        return called, done.stderr, done.returncode


@pytest.mark.parametrize(
    ("user", "candidate", "environ", "asked"),
    [
        (0, "140.0-1~deb12u1", {}, "apt-get install -y -qq --no-install-recommends chromium"),
        (0, "(none)", {}, "playwright install --with-deps chromium"),
        (0, "2:1snap1-0ubuntu2", {}, "playwright install --with-deps chromium"),
        (0, "(none)", WITH_SUDO, None),
        (1000, "(none)", IN_CI, "playwright install --with-deps chromium"),
        (1000, "(none)", {}, "playwright install chromium"),
    ],
    ids=["Debian", "Ubuntu", "older Ubuntu", "under sudo", "user in CI", "user"],
)
def test_browser(
    tmp_path: Path, user: int, candidate: str, environ: dict[str, str], asked: str | None
) -> None:
    machine = Machine(tmp_path, user, candidate)
    if "deb" not in candidate:
        machine.put("snap", "")
        machine.link("chromium", "snap")
    calls, said, code = machine.install(**environ)
    assert code == 0, said
    update = ["apt-get update -qq"] if user == 0 else []
    assert calls == [*update, *([asked] if asked else [])]


def test_nothing_is_asked_for_where_all_is_there(tmp_path: Path) -> None:
    machine = Machine(tmp_path, 0, "140.0-1")
    machine.put("chromium", "")
    assert machine.install() == ([], "", 0)


def test_who_may_not_install_is_told_what_to_install(tmp_path: Path) -> None:
    machine = Machine(tmp_path, 1000, "140.0-1")
    (tmp_path / "bin" / "caddy").unlink()
    (tmp_path / "bin" / "wrk").unlink()
    calls, said, code = machine.install()
    assert (calls, code) == ([], 1)
    assert "apt-get install caddy wrk" in said


def test_tests_pass_over_a_snap_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(tmp_path, 0, "")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert system_chromium() is None
    machine.put("snap", "")
    machine.link("chromium", "snap")
    assert system_chromium() is None
    (tmp_path / "bin" / "chromium").unlink()
    machine.put("chromium", "")
    assert system_chromium() == str(tmp_path / "bin" / "chromium")
