"""A conversation with the target: one SSH connection that holds the lock and does the switch.

The lock and every step live on the same connection, so a release that lost its connection can
no longer change anything, and the target goes back by itself (target.sh).
"""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from macros.language import Message
from macros.release.failure import ReleaseError

SCRIPT = Path(__file__).with_name("target.sh")
_TARGET = re.compile(
    r"(?P<login>(?:[A-Za-z0-9_][A-Za-z0-9._-]*@)?[A-Za-z0-9][A-Za-z0-9._-]*)"
    r":(?P<root>(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)+)/?"
)
"""Names that neither SSH, rsync nor a shell on either side could read as anything else."""
TOOLS = ("ssh", "rsync")


@dataclass(frozen=True)
class Target:
    """Where the sites live: a login known to SSH and a folder.

    Attributes:
        login: `host` or `user@host`; port and key come from the configuration of SSH.
        root: absolute path of the folder.
        config: configuration file for SSH; the user's own without it.

    """

    login: str
    root: str
    config: Path | None = None

    @property
    def ssh(self) -> list[str]:
        """Return the SSH command: no questions, and a dead line is noticed in 15 seconds."""
        command = ["ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=15"]
        command += ["-o", "ServerAliveInterval=5", "-o", "ServerAliveCountMax=3"]
        return [*command, "-F", str(self.config)] if self.config else command


def target(text: str, config: Path | None = None) -> Target:
    """Read a target such as `deploy@server:/srv/bassins`.

    Raises:
        ValueError: it has another form.

    """
    found = _TARGET.fullmatch(text)
    if not found:
        raise ValueError(text)
    return Target(found["login"], found["root"], config)


class Session:
    """An open conversation; `live` is the release that is served, empty before the first."""

    def __init__(self, place: Target, requests: IO[str], answers: IO[str]) -> None:
        self.place = place
        self._requests = requests
        self._answers = answers
        self.live = self._answer()[0]

    def ask(self, *words: str) -> str:
        """Send one request and return what the answer adds to `ok`.

        Raises:
            ReleaseError: the target refused, or the connection is gone.

        """
        return self._exchange(words)[0]

    def manifest(self, release: str) -> str:
        """Return the manifest of a release on the target."""
        return self._exchange(("manifest", release))[1]

    def hosts(self) -> set[str]:
        """Return the hosts of the release that is served (and what else lies in its folder)."""
        return set(self._exchange(("hosts",))[1].splitlines())

    def send(self, folder: Path, release: str) -> None:
        """Send a folder and have it checked against its manifest.

        Files that the live release has too are linked on the target and keep their time, so the
        validators that browsers hold for unchanged pages stay good (RFC 9110, 8.8).

        Raises:
            ReleaseError: the transfer failed or arrived damaged.

        """
        incoming = self.ask("receive", release)
        command = ["rsync", "--recursive", "--checksum", "--chmod=D755,F644", "--timeout=60"]
        if self.live:
            command.append(f"--link-dest={self.place.root}/releases/{self.live}")
        command += ["--rsh", shlex.join(self.place.ssh), f"{folder}/"]
        command.append(f"{self.place.login}:{self.place.root}/{incoming}/")
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the words are ours
        if done.returncode:
            raise ReleaseError(TRANSFER.format(words=_cause(done)))
        self.ask("check", release)

    def _exchange(self, words: tuple[str, ...]) -> tuple[str, str]:
        try:
            self._requests.write(" ".join(words) + "\n")
            self._requests.flush()
        except OSError as error:
            raise ReleaseError(CUT) from error
        return self._answer()

    def _answer(self) -> tuple[str, str]:
        """Return the last line of the answer, and all before it."""
        before = []
        for line in self._answers:
            if not line.startswith("@ "):
                before.append(line)
                continue
            verdict, _, rest = line[2:].strip().partition(" ")
            if verdict != "ok":
                raise ReleaseError(REFUSED.get(rest, SWITCH))
            return rest, "".join(before)
        raise ReleaseError(CUT)


def _cause(done: subprocess.CompletedProcess[str]) -> str:
    """Return the first complaint of rsync itself: SSH may have warned of something before."""
    lines = done.stderr.strip().splitlines()
    return next((line for line in lines if line.startswith("rsync")), f"rsync {done.returncode}")


@contextmanager
def session(place: Target, wait: int, keep: int) -> Iterator[Session]:
    """Open a conversation and hold the lock; leaving it without `keep` undoes a switch.

    `wait` is how many seconds another release may still take; `keep` how many releases stay.

    Raises:
        ReleaseError: no connection, or another release is under way.

    """
    absent = [tool for tool in TOOLS if not shutil.which(tool)]
    if absent:
        raise ReleaseError(ABSENT.format(tools=", ".join(absent)))
    script = SCRIPT.read_text(encoding="utf-8")
    remote = shlex.join(["sh", "-c", script, "bassin-release", place.root, str(wait), str(keep)])
    with subprocess.Popen(  # noqa: S603 - the words are ours and quoted
        [*place.ssh, place.login, remote], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        # The types of Popen do not know that both are pipes here.
        requests, answers = cast("IO[str]", process.stdin), cast("IO[str]", process.stdout)
        try:
            yield Session(place, requests, answers)
        finally:
            requests.close()


CUT = Message(
    fr="La connexion avec le serveur est coupée ; l’ancienne version reste en ligne.",
    nl="De verbinding met de server is verbroken; de oude versie blijft online.",
)
TRANSFER = Message(
    fr="L’envoi a échoué ({words}) ; l’ancienne version reste en ligne.",
    nl="Het verzenden is mislukt ({words}); de oude versie blijft online.",
)
ABSENT = Message(
    fr="Sur cette machine, il manque : {tools} ; rien n’est envoyé.",
    nl="Op deze machine ontbreekt: {tools}; er wordt niets verzonden.",
)
SWITCH = Message(
    fr="Le serveur n’a pas pu basculer (disque plein ?) ; l’ancienne version reste en ligne.",
    nl="De server kon niet omschakelen (schijf vol?); de oude versie blijft online.",
)
REFUSED = {
    "busy": Message(
        fr="Une autre mise en ligne est en cours. Recommencez quand elle est finie.",
        nl="Er is al een publicatie bezig. Probeer opnieuw wanneer die klaar is.",
    ),
    "folder": Message(
        fr="Le dossier du serveur n’est pas accessible en écriture : voir deploy/README.md.",
        nl="In de map op de server kan niet worden geschreven: zie deploy/README.md.",
    ),
    "disk": Message(
        fr="Le serveur n’a pas pu créer de dossier (disque plein ?).",
        nl="De server kon geen map maken (schijf vol?).",
    ),
    "damaged": Message(
        fr="Des fichiers sont arrivés abîmés ou manquent ; l’ancienne version reste en ligne.",
        nl="Bestanden zijn beschadigd of ontbreken; de oude versie blijft online.",
    ),
    "stuck": Message(
        fr="Le serveur n’a pas pu revenir en arrière ; la NOUVELLE version est en ligne : "
        "voir deploy/README.md.",
        nl="De server kon niet terugkeren; de NIEUWE versie staat online: zie deploy/README.md.",
    ),
    "earlier": Message(
        fr="Il n’y a pas de version précédente sur le serveur.",
        nl="Er staat geen vorige versie op de server.",
    ),
}
