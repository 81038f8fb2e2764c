"""Macro calls in written pages, checked and tried before MkDocs sees them.

Pages hold calls of known macros and nothing else between `{{ }}`: no conditions, variables or
filters. Each mistake gets the line of the page on which it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, TemplateError, TemplateSyntaxError, nodes

from macros.content.validate import suggestion
from macros.finding import Finding, Severity
from macros.language import Message
from macros.render.errors import RenderError
from macros.render.macros import MACROS, Macro, call
from macros.render.view import View
from macros.site.network import Network
from macros.site.page import Page, PageKind

_SYNTAX = Environment(autoescape=True)
FAILURES = (TemplateError, LookupError, TypeError, ValueError, AttributeError, StopIteration)
"""What filling a template raises where the sources have holes, besides our own `RenderError`."""


@dataclass(frozen=True)
class Call:
    """A macro call on a line of a page's body, counted from 1."""

    macro: Macro
    args: tuple[Any, ...]
    kwargs: tuple[tuple[str, Any], ...]
    line: int


@cache
def calls(body: str) -> tuple[Call | tuple[int, RenderError], ...]:
    """Return the macro calls of a text, and what is no such call; most texts are asked of often."""
    return tuple(_calls(body))


def _calls(body: str) -> Iterator[Call | tuple[int, RenderError]]:
    if "{{" not in body and "{%" not in body and "{#" not in body:
        return
    try:
        tree = _SYNTAX.parse(body)
    except TemplateSyntaxError as error:
        written = _well_written(body.split("\n")[error.lineno - 1])
        fix = WRITE_FIX.format(call=written) if written else SYNTAX_FIX
        yield error.lineno, RenderError("macro-syntax", SYNTAX, fix)
        return
    except RecursionError:  # hundreds of brackets within each other
        depths = list(map(_brackets, body.split("\n")))
        deepest = depths.index(max(depths)) + 1
        yield deepest, RenderError("macro-syntax", SYNTAX, SYNTAX_FIX)
        return
    for part in tree.body:
        if not isinstance(part, nodes.Output):
            yield part.lineno, RenderError("macro-syntax", STATEMENT, STATEMENT_FIX)
            continue
        for node in part.nodes:
            if not isinstance(node, nodes.TemplateData):
                yield _call(node)


def _brackets(line: str) -> int:
    return sum(line.count(sign) for sign in "([{")


_BADLY_WRITTEN = re.compile(r"\{\{\s*(?P<name>[a-z_ ]+?)\s*\((?P<inside>[^(){}\n]*)\)\s*\}{0,2}")
_QUOTES = re.compile("[“”„«»‘’]")


def _well_written(line: str) -> str | None:
    """Return a call of a line as it was meant, if that is all that it lacks."""
    for found in _BADLY_WRITTEN.finditer(line):
        name = found["name"].replace(" ", "_")
        inside = _QUOTES.sub('"', found["inside"].replace("« ", "«").replace(" »", "»"))
        call = f"{{{{ {name}({inside.strip()}) }}}}"
        if found[0] != call and name in MACROS and _is_read(call):
            return call
    return None


def _is_read(call: str) -> bool:
    try:
        _SYNTAX.parse(call)
    except TemplateSyntaxError:
        return False
    return True


def _call(node: nodes.Expr) -> Call | tuple[int, RenderError]:
    if isinstance(node, nodes.Name):
        return node.lineno, _unknown(node.name)
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return node.lineno, RenderError("macro-syntax", STATEMENT, STATEMENT_FIX)
    macro = MACROS.get(node.node.name)
    if macro is None:
        return node.lineno, _unknown(node.node.name)
    values = [*node.args, *(pair.value for pair in node.kwargs)]
    if node.dyn_args or node.dyn_kwargs or not all(isinstance(v, nodes.Const) for v in values):
        fix = QUOTES_FIX.format(example=macro.example)
        return node.lineno, RenderError("macro-argument", QUOTES, fix)
    args = tuple(arg.as_const() for arg in node.args)
    kwargs = tuple((pair.key, pair.value.as_const()) for pair in node.kwargs)
    return Call(macro, args, kwargs, node.lineno)


def check_calls(network: Network, *, sound: bool) -> Iterator[Finding]:
    """Try every macro call of every written page on each site that has the page.

    Macros read across all data: unless these are sound, only how calls are written counts.
    """
    done: set[object] = set()
    for site in network.sites:
        for page in site.pages.values():
            if page.kind is PageKind.WRITTEN:
                for found in calls(page.body):
                    if sound or isinstance(found, tuple):
                        yield from _try(View(network, site, page), page, found, done)


def _try(
    view: View, page: Page, found: Call | tuple[int, RenderError], done: set[object]
) -> Iterator[Finding]:
    written = view.network.content.pages[page.lang][page.key + ".md"]
    if isinstance(found, tuple):
        line, mistake = found
        yield _finding(page.file, written.body_line + line - 1, mistake)
        return
    line = written.body_line + found.line - 1
    # Arguments may name what only some bassins have; without them one trial is enough.
    local = (found.args or found.kwargs) and not found.macro.is_of_program
    where = view.bassin.id if local else ""
    trial = (found.macro.name + page.lang + where, page.key, (found.args, found.kwargs))
    if trial in done:
        return
    done.add(trial)
    try:
        call(found.macro, view, *found.args, **dict(found.kwargs))
    except RenderError as mistake:
        yield _finding(page.file, line, mistake)
    except FAILURES as error:
        reason = f"{type(error).__name__}: {error}"
        message = TEMPLATE.format(name=found.macro.name, reason=reason)
        yield _finding(page.file, line, RenderError("template-error", message, TEMPLATE_FIX))


def _unknown(name: str) -> RenderError:
    if name in MACROS:
        return RenderError("unknown-macro", BARE.format(name=name), BARE_FIX.format(name=name))
    near = suggestion(name, MACROS)
    known = ", ".join(sorted(MACROS))
    return RenderError(
        "unknown-macro",
        Message(fr=f"La macro « {name} » n’existe pas.", nl=f"De macro ‘{name}’ bestaat niet."),
        Message(
            fr=f"{near.fr}Macros possibles : {known}.",
            nl=f"{near.nl}Mogelijke macro’s: {known}.",
        ),
    )


def _finding(file: str, line: int, mistake: RenderError) -> Finding:
    return Finding(mistake.rule, Severity.ERROR, file, line, mistake.message, mistake.fix)


BARE = Message(
    fr="« {name} » est une macro, à qui manquent ses parenthèses.",
    nl="‘{name}’ is een macro zonder haar haakjes.",
)
BARE_FIX = Message(fr="Écrivez « {{{{ {name}() }}}} ».", nl="Schrijf ‘{{{{ {name}() }}}}’.")
SYNTAX = Message(
    fr="Un appel de macro est mal fermé ou mal écrit.",
    nl="Een macro-oproep is niet goed gesloten of verkeerd geschreven.",
)
SYNTAX_FIX = Message(
    fr="Un appel s’écrit {{ contact() }}, avec deux accolades de chaque côté.",
    nl="Een oproep schrijft u als {{ contact() }}, met twee accolades aan elke kant.",
)
WRITE_FIX = Message(fr="Écrivez « {call} ».", nl="Schrijf ‘{call}’.")
STATEMENT = Message(
    fr="Entre doubles accolades, une page ne contient que des appels de macros.",
    nl="Tussen dubbele accolades staan op een pagina alleen macro-oproepen.",
)
STATEMENT_FIX = Message(
    fr="Écrivez par exemple {{ news(limit=5) }}, sans {% %}, {# #} ni filtre.",
    nl="Schrijf bijvoorbeeld {{ news(limit=5) }}, zonder {% %}, {# #} of filter.",
)
QUOTES = Message(
    fr="Un argument de macro est un mot entre guillemets droits ou un nombre.",
    nl="Een argument van een macro is een woord tussen rechte aanhalingstekens of een getal.",
)
QUOTES_FIX = Message(
    fr="Écrivez par exemple {{{{ {example} }}}}.", nl="Schrijf bijvoorbeeld {{{{ {example} }}}}."
)
TEMPLATE = Message(
    fr="Le modèle de la macro « {name} » ne peut pas être rempli ({reason}).",
    nl="Het sjabloon van de macro ‘{name}’ kan niet worden ingevuld ({reason}).",
)
TEMPLATE_FIX = Message(
    fr="Prévenez les personnes qui maintiennent le site : overrides/macros/.",
    nl="Verwittig de beheerders van de site: overrides/macros/.",
)
