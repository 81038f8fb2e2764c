"""The `bassin` command: the same on a laptop and in CI."""

import gc
import os
from collections.abc import Mapping
from importlib import import_module

import click

from macros.apart import LostProcessError

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # a notice that is not for editors

COMMANDS: Mapping[str, str] = {
    "addresses": "addresses:addresses",
    "admin": "admin:admin",
    "agree": "agree:agree",
    "build": "build:build",
    "caddyfile": "release:caddyfile",
    "check": "check:check",
    "compare": "compare:compare_command",
    "digest": "digest:digest",
    "forms": "forms:forms",
    "import-form": "forms:import_form",
    "links": "links:links",
    "new": "new:new",
    "preview": "preview:preview",
    "release": "release:release_command",
    "schemas": "schemas:schemas",
    "serve": "serve:serve",
    "shards": "shards:shards",
    "status": "status:status",
    "summary": "summary:summary",
    "verify": "verify:verify",
}
"""The commands: module of this package and name in it."""


class _Commands(click.Group):
    """A group that imports a command when it is asked for: each needs little of the rest."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"{__name__}.{module}"), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            explain = import_module(f"{__name__}.usage").explain  # as commands: only when asked for
            return explain(error)
        except LostProcessError:
            return import_module(f"{__name__}.usage").explain_loss()


@click.group(cls=_Commands)
def main() -> None:
    """Build and check the websites of the bassins."""


def program() -> None:
    """Run the command as a program: it ends before there is any garbage worth collecting.

    Looking for it takes a tenth of the time of imports, a third of that of a check, and once more
    at the end, before the memory is given back anyway.
    """
    gc.disable()
    try:
        main()
    finally:
        gc.freeze()
