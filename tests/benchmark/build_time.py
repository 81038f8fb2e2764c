"""Compare `bassin build` with stock MkDocs calls, and show how the cost grows with the news.

Run from the project: `.venv/bin/python tests/benchmark/build_time.py [ROUNDS]`. Both ways take
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
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("docs", "data", "overrides", "mkdocs.yml")
SITES = [
    (bassin.name, lang)
    for bassin in sorted((ROOT / "data").iterdir())
    if (bassin / "bassin.yml").exists()
    for lang in ("fr", "nl")
]
ENVIRON = os.environ | {
    "PYTHONPATH": str(ROOT),
    "NO_MKDOCS_2_WARNING": "1",
    "SOURCE_DATE_EPOCH": "1743458400",
}

ROUNDS = 3


def timed(commands: list[list[str]], cwd: Path, environs: list[dict[str, str]]) -> float:
    """Run commands one after the other and return the wall time in seconds."""
    started = time.perf_counter()
    for command, environ in zip(commands, environs, strict=True):
        subprocess.run(command, cwd=cwd, env=ENVIRON | environ, check=True, capture_output=True)
    return time.perf_counter() - started


def stock(cwd: Path, out: Path) -> float:
    """Build the sites by one `mkdocs build` each."""
    commands = [
        [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(out / f"{b}-{lang}")]
        for b, lang in SITES
    ]
    return timed(commands, cwd, [{"BASSIN": b, "SITE_LANG": lang} for b, lang in SITES])


def ours(cwd: Path, out: Path, *arguments: str) -> float:
    """Build the sites by one `bassin build`."""
    command = [sys.executable, "-m", "macros", "build", "--out", str(out), *arguments]
    return timed([command], cwd, [{}])


def copied(folder: Path) -> Path:
    """Copy the sources."""
    for name in SOURCES:
        source = ROOT / name
        target = folder / name
        shutil.copytree(source, target) if source.is_dir() else shutil.copy2(source, target)
    (folder / "macros").symlink_to(ROOT / "macros")
    return folder


def with_news(folder: Path, count: int) -> Path:
    """Give a copy of the sources that many sample news items more."""
    copied(folder)
    news = folder / "data" / "region" / "news"
    for number in range(count):
        day = date(2010, 1, 1) + timedelta(days=number)
        sides = {"fr": "Exemple de texte. ", "nl": "Voorbeeld van een tekst. "}
        lines = [f"date: {day}"]
        for key, times in (("title", 1), ("summary", 3), ("body", 40)):
            lines.append(f"{key}:")
            lines += [f"  {lang}: {words * times}{number}" for lang, words in sides.items()]
        lines += ["slug:", f"  fr: exemple-{number}", f"  nl: voorbeeld-{number}"]
        (news / f"{day}-exemple-{number}.yml").write_text("\n".join(lines) + "\n")
    return folder


def main() -> None:
    """Print the two tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as name:
        turns = [
            (stock(ROOT, Path(name, f"stock-{turn}")), ours(ROOT, Path(name, f"ours-{turn}")))
            for turn in range(rounds)
        ]
        by_mkdocs, by_bassin = (min(seconds) for seconds in zip(*turns, strict=True))
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{len(SITES)} sites: mkdocs build {by_mkdocs:.1f} s, bassin build {by_bassin:.1f} s")
    print(f"ratio {by_bassin / by_mkdocs:.2f} (wanted: 0.40 or less); largest process {peak} MiB")
    print("\nmore news     two sites, s    ms a page and language")
    previous = None
    for count in (60, 500, 2000):
        with tempfile.TemporaryDirectory() as name:
            folder = with_news(Path(name), count)
            spent = ours(folder, folder / "site", "--bassin", "nord")
        each = f"{1000 * (spent - previous[1]) / (count - previous[0]) / 2:.1f}" if previous else ""
        print(f"{count:10}    {spent:12.1f}    {each:>22}")
        previous = (count, spent)


if __name__ == "__main__":
    main()
