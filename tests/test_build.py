"""The ten sites as a whole."""

from pathlib import Path

import pytest

from macros.project import Project
from macros.site import redirects

pytestmark = pytest.mark.build


def test_every_page_of_the_plan_is_built(ten_sites: Path, project: Project) -> None:
    for site in project.network.sites:
        built = {
            path.relative_to(ten_sites / site.host).parent.as_posix()
            for path in (ten_sites / site.host).rglob("index.html")
        }
        planned = {page.url.rstrip("/") or "." for page in site.pages.values()}
        moved = {rule.old.strip("/") for rule in redirects.rules(project.network, site)}
        assert built == planned | moved
