"""Where our plan and MkDocs meet: translations from the one to the other, without events.

MkDocs is one consumer of the plan and can be replaced; nothing else imports this module.
"""

import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click
from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from macros.clock import EPOCH, NoMomentError, today
from macros.language import Lang
from macros.prose.compounds import WordSeams
from macros.render.assets import assets_for
from macros.render.environment import compiled, theme_folders
from macros.render.hyphens import dutch_seams, with_hyphens, with_whole_words
from macros.render.macros import MACROS, Macro, call
from macros.render.tables import with_scrolling_tables
from macros.render.view import View
from macros.site.network import Network, Site
from macros.site.page import Page

# Kept as attributes of the configuration: mkdocs-macros copies all of `extra`, at the cost of
# 30 MiB and a third of the time.
SITE = "bassin_site"
NETWORK = "bassin_network"
SEAMS = "bassin_seams"
_STAND_IN = Markup("<!--macro {number}-->")
_BLOCK = re.compile(r"<(?:div|dl|figure|form|h[2-6]|ol|p|section|table|ul)\b")
_ID = re.compile(r'\bid="([^"]+)"')
DEFAULT_BASSIN = "nord-est"
"""The bassin that a local preview shows unless another is named; else the first there is."""
LOCAL = "http://127.0.0.1:8000/"


def _languages(config: MkDocsConfig) -> Any:
    """Return the plugin static-i18n, which knows the languages of the build."""
    return config.plugins["i18n"]


def chosen_language(config: MkDocsConfig) -> Lang:
    """Return the language that MkDocs builds now."""
    lang: Lang = _languages(config).current_language
    return lang


def is_joint(config: MkDocsConfig) -> bool:
    """Tell whether MkDocs builds both languages at once, which only a local preview does."""
    return len(_languages(config).build_languages) > 1


def network_for(config: MkDocsConfig) -> Network:
    """Return the sites to build: those given by `bassin build`, or those of the sources.

    Raises:
        Abort: the sources have errors, which are printed, or the environment gives no day.

    """
    given: Network | None = vars(config).get(NETWORK)
    if given is not None:
        return given
    from macros.project import prepare  # noqa: PLC0415 - `bassin build` does without the checks

    try:
        day = today()
    except NoMomentError as error:
        raise Abort(f"{EPOCH}={error}: pas un jour. / geen dag.") from error
    project = prepare(Path(config.config_file_path).parent, day)
    for finding in project.findings:
        click.echo(finding.text(), err=True)
    if not project.is_sound:
        raise Abort("Corrigez les sources d’abord. / Verbeter eerst de bronnen.")
    if not is_joint(config):
        return project.network
    local = config.site_url or LOCAL
    return localised(project.network, chosen_bassin(project.network), local)


def chosen_bassin(network: Network) -> str:
    """Return the bassin that the environment names, or the default one.

    Raises:
        Abort: there is no such bassin.

    """
    known = [bassin.id for bassin in network.content.bassins]
    wanted = os.environ.get("BASSIN") or (DEFAULT_BASSIN if DEFAULT_BASSIN in known else known[0])
    if wanted not in known:
        raise Abort(f"BASSIN={wanted}: {', '.join(known)}")
    return wanted


def localised(network: Network, bassin: str, base: str) -> Network:
    """Move the two sites of a bassin below a local address, as a joint build serves them."""
    local = {
        "fr": lambda site: replace(site, base=base),
        "nl": lambda site: replace(site, base=f"{base}nl/", assets="../assets/"),
    }
    moved = tuple(
        local[site.lang](site) if site.bassin.id == bassin else site for site in network.sites
    )
    return replace(network, sites=moved)


def site_of(config: MkDocsConfig) -> Site:
    """Return the site that this build makes."""
    site: Site = vars(config)[SITE]
    return site


def network_of(config: MkDocsConfig) -> Network:
    """Return all sites."""
    network: Network = vars(config)[NETWORK]
    return network


def configure(config: MkDocsConfig, network: Network, site: Site) -> None:
    """Set what MkDocs must know of a site: names, address, navigation, language."""
    seams = (
        dutch_seams(f"{p.title} {p.description} {p.body}" for p in site.pages.values())
        if site.lang == "nl"
        else None
    )
    vars(config).update({NETWORK: network, SITE: site, SEAMS: seams})
    config.site_name = site.name
    if not is_joint(config):
        config.site_url = site.base
    header = network.content.region.navigation.header
    keys = ["index", *(key for key in header if key in site.pages)]
    config.nav = [site.pages[key].path.split("/", 1)[1] for key in keys]
    # static-i18n sets `alternate` as an attribute, which hides the key of that name
    config.extra["alternate"] = vars(config.extra)["alternate"] = []
    config.theme["language"] = site.lang
    # MkDocs would look at each of the ten thousand icons of the theme as a file to publish;
    # `prepare_templates` lets templates find them again.
    icons = {str(folder) for folder in theme_folders()}
    config.theme.dirs = [folder for folder in config.theme.dirs if folder not in icons]


def place(file: File, page: Page, config: MkDocsConfig) -> None:
    """Give a file the address of its page; the three values belong together.

    In a joint build Dutch stands in a folder below French.
    """
    prefix = "nl/" if is_joint(config) and page.lang == "nl" else ""
    file.dest_uri = f"{prefix}{page.url}index.html"
    file.url = prefix + page.url or "./"
    file.abs_dest_path = f"{config.site_dir}/{file.dest_uri}"


def generated_file(page: Page, config: MkDocsConfig) -> File:
    """Return a file for a page that stands only in the data."""
    meta = {"title": page.title, "description": page.description, "render_macros": False}
    front = "\n".join(f"{key}: {json.dumps(value)}" for key, value in meta.items())
    return File.generated(config, page.path, content=f"---\n{front}\n---\n\n{page.body}")


def replace_assets(files: Files, config: MkDocsConfig) -> None:
    """Leave the files of the theme behind and add those that the site uses."""
    for file in list(files):
        if file.src_dir in config.theme.dirs:
            files.remove(file)
    site = site_of(config)
    for asset in assets_for(site.bassin, network_of(config).content.bassins).files:
        path = f"assets/{asset.path}"
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=asset.content))


def prepare_templates(env: Environment) -> None:
    """Let templates of pages escape text as those of macros do, and keep them compiled."""
    loaders = filter(None, [env.loader, FileSystemLoader(theme_folders())])
    env.loader = ChoiceLoader([*loaders])
    env.autoescape = True
    env.bytecode_cache = compiled("pages")
    env.trim_blocks = env.lstrip_blocks = True


def finished(html: str, config: MkDocsConfig) -> str:
    """Return the HTML of a page as it is published."""
    seams: WordSeams | None = vars(config)[SEAMS]
    html = with_scrolling_tables(with_whole_words(html))
    return with_hyphens(html, seams) if seams else html


def view_of(config: MkDocsConfig, path: str | None) -> View:
    """Return the view of a page by its path below `docs/`; without a path, of no page."""
    site = site_of(config)
    return View(network_of(config), site, site.by_path[path] if path else None)


def restored(html: str, page: MkDocsPage) -> str:
    """Put what macros made back into the HTML of a page, and tell MkDocs its anchors."""
    for number, block in enumerate(_blocks(page)):
        html = html.replace(_STAND_IN.format(number=number), block, 1)
        if page.present_anchor_ids is not None:
            page.present_anchor_ids.update(_ID.findall(block))
    return html


def _blocks(page: MkDocsPage) -> list[Markup]:
    """Return what macros made for a page so far, apart from its Markdown."""
    found: list[Markup] = vars(page).setdefault("bassin_blocks", [])
    return found


def _kept_apart(html: Markup, page: MkDocsPage) -> Markup:
    """Let a comment stand for a block of HTML, which Markdown and MkDocs would only read through.

    That took a fifth of the time of a build. What may be part of a sentence stays.
    """
    if not _BLOCK.match(html):
        return html
    blocks = _blocks(page)
    blocks.append(html)
    return _STAND_IN.format(number=len(blocks) - 1)


def bound_macros(env: Any) -> Mapping[str, Callable[..., Markup]]:
    """Return the macros as functions that learn the page from mkdocs-macros."""

    def bound(macro: Macro, *args: Any, **kwargs: Any) -> Markup:
        html = call(macro, view_of(env.conf, env.page.file.src_uri), *args, **kwargs)
        return _kept_apart(html, env.page)

    return {name: partial(bound, macro) for name, macro in MACROS.items()}
