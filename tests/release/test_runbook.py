"""The runbook says what people will meet: its messages are those of the code, its commands run."""

import re
import subprocess
from pathlib import Path

import pytest

from macros.cli import release as command
from macros.language import Message
from macros.project import Project
from macros.release import parcel, release, session
from tests.conftest import ROOT
from tests.release.test_workflows import FILES

RUNBOOK = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^ *```sh\n(.*?)^ *```$", RUNBOOK, re.MULTILINE | re.DOTALL)


def messages() -> list[Message]:
    found = [one for module in (command, parcel, release, session) for one in vars(module).values()]
    return [m for m in (*found, *session.REFUSED.values()) if isinstance(m, Message)]


def test_messages_of_the_table_are_those_that_come() -> None:
    quoted = re.findall(r"^\| “(.*?) · (.*?)” \|", RUNBOOK, re.MULTILINE)
    assert len(quoted) > 6
    for french, dutch in quoted:
        found = [m for m in messages() if french in m.fr.replace("\u00a0", " ") and dutch in m.nl]
        assert len(found) == 1, french


def test_jobs_and_inputs_are_named_as_on_the_forge() -> None:
    workflows = "".join(path.read_text(encoding="utf-8") for path in FILES)
    named = re.findall(r"\*([^*|]+? · [^*|]+?)\*", RUNBOOK.replace("\n", " "))
    assert len(named) == 3
    assert [name for name in named if name not in workflows] == []


@pytest.mark.parametrize("block", BLOCKS)
def test_commands_are_sound_shell(block: str) -> None:
    done = subprocess.run(["bash", "-n"], input=block, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_names_for_the_dns_are_printed(rules: str, project: Project) -> None:
    (line,) = re.findall(r"caddyfile \| (sed .*)", RUNBOOK)
    done = subprocess.run(
        ["bash", "-c", line], input=rules, check=True, capture_output=True, text=True
    )
    names = {row.split(". ")[0] for row in done.stdout.splitlines()}
    hosts = {site.host for site in project.network.sites}
    assert names == hosts | {host.removeprefix("www.") for host in hosts}


@pytest.mark.server
def test_ssh_server_takes_its_settings(tmp_path: Path) -> None:
    (text,) = re.findall(r"bassins\.conf <<'END'\n(.*?)END\n", RUNBOOK, re.DOTALL)
    (tmp_path / "bassins.conf").write_text(text)
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    main = tmp_path / "sshd_config"
    main.write_text(f"Include {tmp_path}/bassins.conf\nHostKey {key}\n")
    for user, expected in (("deploy", "no"), ("root", "yes")):
        who = f"user={user},host=x,addr=203.0.113.5"
        done = subprocess.run(
            ["/usr/sbin/sshd", "-T", "-f", main, "-C", who],
            check=True,
            capture_output=True,
            text=True,
        )
        assert f"passwordauthentication {expected}\n" in done.stdout
