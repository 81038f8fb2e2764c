"""Compare a check of the whole tree with building one site, both from a cold start.

A check is shown three times: from a cold start after any change; with `--watch`, from the save of
a changed page to the answer; and for sources that have not changed since they were checked, of
which the result is remembered.

Run from the project: `.venv/bin/python tests/benchmark/check_time.py [ROUNDS]`. The commands take
turns, and the best of each counts: other work on the machine only makes them slower. All figures
come from one run on one machine; only the ratios are worth keeping.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRON = os.environ | {"SOURCE_DATE_EPOCH": "1743458400"}
SITE = {"BASSIN": "nord-est", "SITE_LANG": "fr"}
ROUNDS = 5


@dataclass(frozen=True)
class Cost:
    """What one run of a command took: seconds on the clock, and seconds of all processors."""

    wall: float
    cpu: float


def cost(arguments: Sequence[str]) -> Cost:
    """Run a command in the project and measure it."""
    before, started = _cpu(), time.perf_counter()
    command = [sys.executable, "-m", *arguments]
    subprocess.run(command, cwd=ROOT, env=ENVIRON | SITE, check=True, capture_output=True)
    return Cost(time.perf_counter() - started, _cpu() - before)


def watched(folder: Path, rounds: int) -> float:
    """Change a page under `bassin check --watch` and return the least seconds to the answer."""
    folder.mkdir()
    for name in ("docs", "data", "mkdocs.yml"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, folder / name)
    page = folder / "docs/fr/contact.md"
    command = [sys.executable, "-m", "macros", "check", "--watch", "--lang", "fr"]
    environ = ENVIRON | {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}
    seconds = []
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environ,
        text=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as watching:
        assert watching.stderr
        watching.stderr.readline()
        for number in range(rounds + 1):
            time.sleep(1)  # nobody saves twice in a second
            started = time.perf_counter()
            page.write_text(f"{page.read_text()}\nUne phrase d’exemple, la {number}.\n")
            watching.stderr.readline()
            seconds.append(time.perf_counter() - started)
        watching.terminate()
    return min(seconds)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the cost of a check and of one site, and the ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        ENVIRON["XDG_CACHE_HOME"] = folder  # not what the person who measures has checked before
        one = ("--bassin", SITE["BASSIN"], "--lang", SITE["SITE_LANG"], "--out", f"{folder}/site")
        commands = {
            "bassin check, changed": ("macros", "check", "--anew"),
            "bassin check, unchanged": ("macros", "check"),
            "bassin build, one site": ("macros", "build", *one),
            "mkdocs build, one site": ("mkdocs", "build", "-q", "--site-dir", f"{folder}/stock"),
        }
        costs = [{name: cost(command) for name, command in commands.items()} for _ in range(rounds)]
        saved = watched(Path(folder, "watched"), rounds)
    best = {
        name: Cost(min(c[name].wall for c in costs), min(c[name].cpu for c in costs))
        for name in commands
    }
    changed, unchanged = (best[name] for name in list(commands)[:2])
    print(f"{'':<26}  wall, s   cpu, s   times changed, watched, unchanged (wall)")
    for name, used in best.items():
        ratios = "".join(f"{used.wall / one:9.1f}" for one in (changed.wall, saved, unchanged.wall))
        print(f"{name:<26}{used.wall:9.2f}{used.cpu:9.2f}      {ratios}")
    print(f"bassin check, watched     {saved:9.2f}")


if __name__ == "__main__":
    main()
