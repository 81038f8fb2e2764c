"""What is refused before anything is sent."""

import json
import re
from pathlib import Path

import pytest

from macros.release.failure import ReleaseError
from macros.release.parcel import BUILD, parcel
from tests.release.conftest import make_build

HOSTS = ["www.bassin-a.example.org", "www.zorgzone-a.example.org"]


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ({"commit": "a" * 40, "built": "2025-04-02"}, "aaa (2025-04-01), aaa (2025-04-02)"),
        ({"commit": "b" * 40, "built": "2025-04-01"}, "aaa (2025-04-01), bbb (2025-04-01)"),
        ({"commit": "a" * 40, "built": "2025-04-01", "preview": True}, "contient un aperçu"),
        ([], f"{HOSTS[1]}/{BUILD}"),
        (None, f"{HOSTS[1]}/{BUILD}"),
    ],
    ids=["another day", "another commit", "a preview", "no object", "no file"],
)
def test_sites_that_do_not_belong_together(tmp_path: Path, document: object, words: str) -> None:
    make_build(tmp_path, HOSTS, "a" * 40)
    told = tmp_path / HOSTS[1] / BUILD
    told.unlink()
    if document is not None:
        told.write_text(json.dumps(document))
    pattern = re.escape(words).replace("aaa", "a{40}").replace("bbb", "b{40}")
    with pytest.raises(ReleaseError, match=pattern), parcel(tmp_path, HOSTS, ""):
        pass


def test_site_that_is_missing(tmp_path: Path) -> None:
    make_build(tmp_path, HOSTS[:1], "a" * 40)
    with pytest.raises(ReleaseError, match=HOSTS[1]), parcel(tmp_path, HOSTS, ""):
        pass


def test_build_outside_a_repository(tmp_path: Path) -> None:
    make_build(tmp_path, HOSTS, "")
    with pytest.raises(ReleaseError, match="commit"), parcel(tmp_path, HOSTS, ""):
        pass


def test_symbolic_links_are_not_followed(tmp_path: Path) -> None:
    make_build(tmp_path, HOSTS, "a" * 40)
    (tmp_path / "key").write_text("secret")
    (tmp_path / HOSTS[0] / "agenda" / "key.html").symlink_to(tmp_path / "key")
    with pytest.raises(ReleaseError, match=r"agenda/key\.html"), parcel(tmp_path, HOSTS, ""):
        pass


def test_every_kind_of_text_is_sent_compressed(tmp_path: Path) -> None:
    make_build(tmp_path, HOSTS, "a" * 40)
    names = ("news.atom", "news.xml", "data/communes.csv")
    for name in names:
        (tmp_path / HOSTS[0] / name).parent.mkdir(exist_ok=True)
        (tmp_path / HOSTS[0] / name).write_text("Un mot. " * 200)
    with parcel(tmp_path, HOSTS, "") as sent:
        assert {f"{HOSTS[0]}/{name}.br" for name in names} <= sent.hashes.keys()
