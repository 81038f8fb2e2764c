"""The middle of a page as visitors see it, without MkDocs and without the frame around it."""

import re
from functools import cache, partial
from types import SimpleNamespace
from urllib.parse import urljoin

from jinja2 import ChoiceLoader, DictLoader, Environment, TemplateError
from lxml import html
from markupsafe import Markup

from macros.render.environment import environment
from macros.render.errors import RenderError
from macros.render.macros import MACROS, call
from macros.render.view import View
from macros.site.network import Network, Site
from macros.site.page import Page, PageKind

FAILURES = (
    RenderError,
    TemplateError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    StopIteration,
)
"""What rendering raises when the sources have holes; the findings say where."""


_FURTHER = re.compile(r'<section [^>]*aria-labelledby="further">.*?</section>', re.DOTALL)
"""Links to the latest items: each new one would make all other pages appear to change."""
_DROPPED = ("action", "for", "aria-labelledby", "aria-describedby", "autofocus")
"""Attributes that name other elements or act."""


@cache
def _templates() -> Environment:
    """Return the templates of the pages with nothing around their content."""
    bare = DictLoader({"main.html": "{% block content %}{% endblock %}"})
    whole = environment()
    assert whole.loader is not None  # noqa: S101 - it always has one
    return whole.overlay(loader=ChoiceLoader([bare, whole.loader]))


def rendered(network: Network, site: Site, page: Page) -> str | None:
    """Return the HTML of a page's content, or nothing when it cannot be rendered."""
    view = View(network, site, page)
    try:
        body = _with_macros(view, page.body) if page.kind is PageKind.WRITTEN else page.body
        contents = SimpleNamespace(items=[])
        stand_in = SimpleNamespace(content=view.markdown(body), title=page.title, toc=contents)
        template = _templates().get_template(f"pages/{page.template or 'page'}.html")
        return _FURTHER.sub("", template.render(view=view, page=stand_in))
    except FAILURES:
        return None


def _with_macros(view: View, body: str) -> str:
    bound = {name: partial(call, macro, view) for name, macro in MACROS.items()}
    return Environment(autoescape=True).from_string(body).render(bound)


def stand_alone(content: str, address: str) -> html.HtmlElement:
    """Return HTML that can stand beside that of other pages: links absolute, nothing active."""
    tree = html.fragment_fromstring(content, create_parent="div")
    for element in list(tree.iter()):
        if element.tag in ("script", "style", "template"):
            element.drop_tree()
        elif element.tag in ("input", "button", "select", "textarea"):
            element.set("disabled", "")
        _settle_attributes(element, address)
    return tree


def _settle_attributes(element: html.HtmlElement, address: str) -> None:
    in_drawing = any(parent.tag == "svg" for parent in element.iterancestors())
    for name in list(element.attrib):
        value = element.get(name) or ""
        if name in ("href", "src") and not in_drawing:
            element.set(name, urljoin(address, value))
        elif name in _DROPPED or (name == "id" and not in_drawing):
            del element.attrib[name]


def as_markup(tree: html.HtmlElement) -> Markup:
    """Write the inside of an element."""
    whole = html.tostring(tree, encoding="unicode")
    inner = whole[whole.index(">") + 1 : whole.rindex("</")]
    return Markup(inner)  # noqa: S704 - made by our templates from reviewed sources
