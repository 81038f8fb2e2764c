"""The Jinja environment that renders what macros put on a page."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.render.view import View
from macros.templates import OVERRIDES


@cache
def environment() -> Environment:
    """Return the environment over `overrides/` and the icons of the theme.

    Undefined names are errors; text of the data is escaped.
    """
    return Environment(
        loader=FileSystemLoader([OVERRIDES, *theme_folders()]),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=compiled("parts"),
        trim_blocks=True,
        lstrip_blocks=True,
    )


def theme_folders() -> list[Path]:
    """Return the folders of the theme that templates include icons from."""
    theme = find_spec("material")
    found = theme.submodule_search_locations if theme else None
    return [Path(found[0]) / "templates"] if found else []


def compiled(purpose: str) -> FileSystemBytecodeCache | None:
    """Keep compiled templates between runs, by their text; compiling takes longer than a check.

    Each environment needs a `purpose` of its own: the cache does not know their options.
    """
    folder = OVERRIDES.parent / ".cache" / "templates" / purpose
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None  # a read-only tree compiles them each time
    return FileSystemBytecodeCache(str(folder))


def remember() -> None:
    """Load the templates of all macros, for the processes that are forked from this one."""
    for path in sorted((OVERRIDES / "macros").glob("*.html")):
        environment().get_template(f"macros/{path.name}")


def render(template: str, view: View, **values: object) -> Markup:
    """Fill a template of `overrides/macros/`, named without `.html`.

    The result stands on lines without indentation and without blank lines, so that
    Markdown leaves it alone as one block of HTML.
    """
    html = environment().get_template(f"macros/{template}.html").render(view=view, **values)
    return Markup(re.sub(r"\n\s*", "\n", html.strip()))  # noqa: S704 - escaped by the template
