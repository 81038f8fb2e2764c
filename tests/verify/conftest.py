"""Two built sites to spoil: those of one bassin, built once for a test process."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, bassin

BASSIN = "nord"
FR = "www.bassin-nord.brussels"
NL = "www.zorgzone-noord.brussels"


class Sites:
    """A copy of built sites in which single files are changed.

    Unchanged files are the same on disk as in the original, which stays as it is.
    """

    def __init__(self, original: Path, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True)
        for path in sorted(original.rglob("*")):
            target = root / path.relative_to(original)
            if path.is_dir():
                target.mkdir(parents=True)
            else:
                os.link(path, target)

    def read(self, file: str) -> str:
        return (self.root / file).read_bytes().decode()

    def write(self, file: str, content: str | bytes) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def delete(self, file: str) -> None:
        (self.root / file).unlink()

    def swap(self, file: str, old: str, new: str) -> None:
        """Replace the first occurrence of words that must be there."""
        text = self.read(file)
        assert old in text, f"{file} has no {old}"
        self.write(file, text.replace(old, new, 1))

    def sub(self, file: str, pattern: str, new: str) -> None:
        """Replace the first match of a pattern that must be there."""
        text, count = re.subn(pattern, lambda _: new, self.read(file), count=1, flags=re.DOTALL)
        assert count, f"{file} has no {pattern}"
        self.write(file, text)

    def pages(self, host: str) -> Iterator[str]:
        """Go through the pages of a site that are no redirects."""
        for path in sorted((self.root / host).rglob("index.html")):
            file = path.relative_to(self.root).as_posix()
            if 'http-equiv="refresh"' not in self.read(file):
                yield file

    def source(self, file: str) -> str:
        """Return the source that a page names."""
        found = re.search(r'<meta name="source" content="([^":]+):', self.read(file))
        assert found
        return found[1]

    def twin(self, file: str) -> str:
        """Return the page in the other language."""
        url = self.alternate(file, "nl" if file.startswith(FR) else "fr")
        return url.removeprefix("https://") + "index.html"

    def alternate(self, file: str, lang: str) -> str:
        found = re.search(rf'hreflang="{lang}" href="([^"]+)"', self.read(file))
        assert found
        return found[1]


@pytest.fixture(scope="session")
def two_sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two sites of one bassin; tests only read them."""
    out = tmp_path_factory.mktemp("two") / "site"
    result = bassin("build", "--bassin", BASSIN, "--out", str(out), cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    return out


@pytest.fixture
def sites(two_sites: Path, tmp_path: Path) -> Sites:
    """A copy of the two sites that a test may spoil."""
    return Sites(two_sites, tmp_path / "site")
