"""The generator of the bassins' sites; MkDocs finds the macros of editors here."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin


def define_env(env: "MacrosPlugin") -> None:
    """Register the macros with the mkdocs-macros plugin."""
    from macros.guest import bound_macros  # noqa: PLC0415 - keeps `import macros` light

    for name, macro in bound_macros(env).items():
        env.macro(macro, name)  # type: ignore[no-untyped-call]
