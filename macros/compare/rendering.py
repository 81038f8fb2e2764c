"""The middle of a page as visitors see it, without MkDocs and without the frame around it."""

import re
from functools import cache, partial
from types import SimpleNamespace
from urllib.parse import urljoin, urlsplit

from jinja2 import ChoiceLoader, DictLoader, Environment
from lxml import html
from markupsafe import Markup

from macros.render.calls import FAILURES, calls
from macros.render.environment import environment
from macros.render.errors import RenderError
from macros.render.macros import MACROS, call
from macros.render.view import View
from macros.site.network import Network, Site
from macros.site.page import Page, PageKind

_FURTHER = re.compile(r'<section [^>]*aria-labelledby="further">.*?</section>', re.DOTALL)
"""Links to the latest items: each new one would make all other pages appear to change."""
_ACTIVE = frozenset(
    ["script", "style", "template", "iframe", "object", "embed", "base", "meta", "link", "set"]
) | {"animate", "animatemotion", "animatetransform"}
"""Elements that run, load or hide something, and those of SVG that change where a link leads."""
_DROPPED = frozenset(
    ["action", "formaction", "for", "aria-labelledby", "aria-describedby", "autofocus"]
) | {"style", "srcset", "poster", "background", "ping"}
"""Attributes that name other elements, act or load, or lay something over the page; so do all that
begin with `on`."""
_SCHEMES = frozenset(("", "http", "https", "mailto", "tel", "data"))


@cache
def _templates() -> Environment:
    """Return the templates of the pages with nothing around their content."""
    bare = DictLoader({"main.html": "{% block content %}{% endblock %}"})
    whole = environment()
    loaders = filter(None, [bare, whole.loader])
    return whole.overlay(loader=ChoiceLoader([*loaders]))


def rendered(network: Network, site: Site, page: Page) -> str | None:
    """Return the HTML of a page's content, or nothing when it cannot be rendered."""
    view = View(network, site, page)
    try:
        body = _with_macros(view, page.body) if page.kind is PageKind.WRITTEN else page.body
        contents = SimpleNamespace(items=[])
        stand_in = SimpleNamespace(content=view.markdown(body), title=page.title, toc=contents)
        template = _templates().get_template(f"pages/{page.template or 'page'}.html")
        return _FURTHER.sub("", template.render(view=view, page=stand_in))
    except (RenderError, *FAILURES):
        return None


def _with_macros(view: View, body: str) -> str:
    """Run the macro calls of a page, unless it holds more than such calls: that is a stranger's.

    Raises:
        RenderError: it holds something else between double braces.

    """
    for found in calls(body):
        if isinstance(found, tuple):
            raise found[1]
    bound = {name: partial(call, macro, view) for name, macro in MACROS.items()}
    return Environment(autoescape=True).from_string(body).render(bound)


def stand_alone(content: str, address: str) -> html.HtmlElement:
    """Return HTML that can stand beside that of other pages: links absolute, nothing active.

    It may be the proposal of a stranger, with mistakes that keep it from being built.
    """
    tree = html.fragment_fromstring(content, create_parent="div")
    for element in list(tree.iter()):
        if element.tag in _ACTIVE:
            element.drop_tree()
        elif element.tag in ("input", "button", "select", "textarea"):
            element.set("disabled", "")
        _settle_attributes(element, address)
    return tree


def _settle_attributes(element: html.HtmlElement, address: str) -> None:
    in_drawing = any(parent.tag == "svg" for parent in element.iterancestors())
    for name in list(element.attrib):
        is_name = name == "id" and not in_drawing
        if name in _DROPPED or name.startswith("on") or is_name:
            del element.attrib[name]
        elif name in ("href", "src", "xlink:href"):
            target = _target(element.get(name) or "", "" if in_drawing else address)
            if target is None:
                del element.attrib[name]
            else:
                element.set(name, target)


def _target(url: str, address: str) -> str | None:
    """Return where a link leads; nothing when it would run something, or is no address."""
    try:
        target = urljoin(address, url)
        return target if urlsplit(target).scheme in _SCHEMES else None
    except ValueError:
        return None


def as_markup(tree: html.HtmlElement) -> Markup:
    """Write the inside of an element."""
    whole = html.tostring(tree, encoding="unicode")
    inner = whole[whole.index(">") + 1 : whole.rindex("</")]
    return Markup(inner)  # noqa: S704 - what acts was taken out by `stand_alone`
