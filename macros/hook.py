"""The events of MkDocs, each answered from the plan.

Priorities: static-i18n acts at -100 and makes new File objects, so ours come after it.
"""

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros import guest


@event_priority(-150)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Tell MkDocs which site it builds."""
    network = guest.network_for(config)
    site = network.site(guest.chosen_bassin(network), guest.chosen_language(config))
    guest.configure(config, network, site)
    return config


@event_priority(-150)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give the written pages their addresses and add the generated ones."""
    site = guest.site_of(config)
    for file in list(files.documentation_pages()):
        page = site.by_path.get(file.src_uri)
        if page is None:
            files.remove(file)
        else:
            guest.place(file, page, config)
    for page in site.pages.values():
        if page.is_generated:
            file = guest.generated_file(page, config)
            guest.place(file, page, config)
            files.append(file)
    guest.replace_assets(files, config)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Prepare the templates of pages."""
    guest.prepare_templates(env)
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Choose the template of the page."""
    planned = guest.site_of(config).by_path[page.file.src_uri]
    page.meta["template"] = f"pages/{planned.template or 'page'}.html"
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put what macros made where it belongs."""
    return guest.restored(html, page)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Show the page to its template as our templates see pages."""
    context["view"] = guest.view_of(config, page.file.src_uri)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let the long words of Dutch headings come apart."""
    return guest.finished(output, config)


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Show templates without a page, such as the 404 page, their site."""
    context["view"] = guest.view_of(config, None)
    return context
