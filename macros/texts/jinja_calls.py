"""Macro calls of any form, read with Jinja's own parser."""

from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.texts.macro_calls import MacroCall

# No template is rendered here: the environment only parses.
_JINJA = Environment(autoescape=True)


def read(source: str, line: int) -> list[MacroCall]:
    """Return the calls between one pair of double braces, or what Jinja says of them."""
    try:
        tree = _JINJA.parse(source)
    except TemplateSyntaxError as error:
        return [MacroCall("", (), (), line, source, error.message or "")]
    except RecursionError:  # hundreds of brackets within each other
        return [MacroCall("", (), (), line, source, "too many brackets")]
    found = [_call(call, line, source) for call in tree.find_all(nodes.Call)]
    if found:
        return found
    return [MacroCall(name.name, (), (), line, source) for name in tree.find_all(nodes.Name)][:1]


def _call(call: nodes.Call, line: int, source: str) -> MacroCall:
    return MacroCall(
        _dotted(call.node),
        tuple(_constant(argument) for argument in call.args),
        tuple((keyword.key, _constant(keyword.value)) for keyword in call.kwargs),
        line + call.lineno - 1,
        source,
    )


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    return "…"


def _constant(node: nodes.Expr) -> Any:
    try:
        value = node.as_const()
    except nodes.Impossible:
        return "…"
    return tuple(value) if isinstance(value, list) else value
