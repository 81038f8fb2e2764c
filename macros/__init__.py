"""The generator of the bassins' sites; MkDocs finds the macros of editors here."""

from typing import Any


def define_env(env: Any) -> None:
    """Register the macros with the mkdocs-macros plugin."""
    from macros.guest import bound_macros  # noqa: PLC0415 - keeps `import macros` light

    for name, macro in bound_macros(env).items():
        env.macro(macro, name)
