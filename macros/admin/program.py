"""The content management system itself, copied from its package to be served by ourselves.

The program asks other hosts for its fonts, for the words of its own interface and for news of
itself. Those addresses are turned to our copies; what is left is forbidden by the content
security policy of `overrides/admin/index.html`.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

from macros.language import LANGS

MODULES = Path("node_modules")
PACKAGE = MODULES / "@sveltia/cms"
_FONTS = {
    "source-sans-3": "https://cdn.jsdelivr.net/fontsource/fonts/source-sans-3:vf@5.3.0/",
    "material-symbols-outlined": (
        "https://cdn.jsdelivr.net/fontsource/fonts/material-symbols-outlined:vf@5.3.7/"
    ),
}
_FILE = "latin-wght-normal.woff2"
_ABROAD = "https://unpkg.com/@sveltia/cms"
_HERE = "program"
"""Folder that stands for the package on its former host; the version is appended to it."""


class ProgramChangedError(Exception):
    """A new version asks for its files in another way; the addresses here need a look."""


def install(root: Path, out: Path, version: str) -> None:
    """Copy the program and what it loads into a folder.

    Raises:
        FileNotFoundError: a package is not in `node_modules/`.
        ProgramChangedError: the program no longer holds the addresses that we turn.

    """
    package = root / PACKAGE
    text = (package / "dist/sveltia-cms.js").read_text(encoding="utf-8")
    for old, new in _turned().items():
        if old not in text:
            raise ProgramChangedError(old)
        text = text.replace(old, new)
    (out / "sveltia-cms.js").write_text(text, encoding="utf-8")
    shutil.copytree(package / "dist/chunks", out / "chunks", dirs_exist_ok=True)
    shutil.copy2(package / "LICENSE.txt", out / "sveltia-cms.LICENSE.txt")
    (out / "fonts").mkdir(exist_ok=True)
    for name in _FONTS:
        path = _font(root, name)
        shutil.copy2(path, out / "fonts" / f"{name}-{_FILE}")
        shutil.copy2(path.parents[1] / "LICENSE", out / "fonts" / f"{name}.LICENSE.txt")
    words = out / f"{_HERE}@{version}" / "locales"
    words.mkdir(parents=True, exist_ok=True)
    for lang in LANGS:
        shutil.copy2(package / f"locales/{lang}.json", words / f"{lang}.json")
    (out / _HERE).mkdir(exist_ok=True)
    shutil.copy2(package / "package.json", out / _HERE / "package.json")


def _font(root: Path, name: str) -> Path:
    return root / MODULES / "@fontsource-variable" / name / "files" / f"{name}-{_FILE}"


def _turned() -> Mapping[str, str]:
    fonts = {f"{old}{_FILE}": f"fonts/{name}-{_FILE}" for name, old in _FONTS.items()}
    return {f"`{_ABROAD}`": f"`{_HERE}`", **fonts}
