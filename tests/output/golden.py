"""Files as they must come out, for people to read and to compare.

When an output changes on purpose: run the tests once with `GOLDEN=write` and read the diff.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def same(name: str, content: bytes) -> None:
    """Compare with the file of this name; write it first when asked to."""
    file = FOLDER / name
    if os.environ.get("GOLDEN") == "write":
        file.write_bytes(content)
    assert content.decode() == file.read_bytes().decode()
