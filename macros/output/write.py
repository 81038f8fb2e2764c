"""All files of a site besides its pages, written from the plan alone."""

from collections.abc import Callable, Mapping
from pathlib import Path

from macros.output import (
    addresses,
    calendars,
    feeds,
    manifest,
    open_data,
    opensearch,
    redirects,
    well_known,
)
from macros.output.well_known import Edition
from macros.search import bundle
from macros.site.brand import SHARE
from macros.site.network import Network, Site

Writer = Callable[[Network, Site], dict[str, bytes]]
"""Makes files of a site: their contents by path below its root."""

WRITERS: tuple[Writer, ...] = (
    feeds.write,
    calendars.write,
    addresses.write,
    redirects.write,
    open_data.write,
    manifest.write,
    opensearch.write,
    bundle.write,
)
REPLACED = ("sitemap.xml.gz",)
"""Files of MkDocs that ours replace; the compressed sitemap would tell the time of the build."""
SERVER_LIST = "redirects.json"
"""File beside the sites with the redirects for the web server."""


def write_texts(network: Network, site: Site, folder: Path) -> None:
    """Write every text file of a site into the folder that holds its pages."""
    for name in REPLACED:
        (folder / name).unlink(missing_ok=True)
    for writer in WRITERS:
        _save(folder, writer(network, site))


def write_edition(network: Network, site: Site, edition: Edition, folder: Path) -> None:
    """Write what a site says of its build, once all of it is known."""
    _save(folder, well_known.write(network, site, edition))


def write_pictures(sites: Mapping[Path, Site]) -> None:
    """Draw the pictures of sites of one bassin, by the folder of each.

    Apart, because drawing needs a library of its own; together, because they share their marks.
    """
    from macros.output import pictures  # noqa: PLC0415 - who writes texts does without Pillow

    icons = pictures.icons(next(iter(sites.values())))
    for folder, site in sites.items():
        _save(folder, {**icons, SHARE: pictures.share(site)})


def write_server_list(network: Network, folder: Path) -> None:
    """Write the redirects for the web server beside the sites."""
    _save(folder, {SERVER_LIST: redirects.server_list(network)})


def _save(folder: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
