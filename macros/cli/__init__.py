"""The `bassin` command: the same on a laptop and in CI."""

import gc
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from io import TextIOWrapper

import click

from macros.apart import LostProcessError
from macros.clock import NoMomentError

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

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"{__name__}.{module}"), name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with _explained():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        with _explained():
            return super().invoke(ctx)


@contextmanager
def _explained() -> Iterator[None]:
    """Say in both languages why a command cannot run or go on, and end it."""
    try:
        yield
    except click.UsageError as error:
        import_module(f"{__name__}.usage").explain(error)  # as commands: only when asked for
    except LostProcessError:
        import_module(f"{__name__}.usage").explain_loss()
    except NoMomentError as error:
        import_module(f"{__name__}.usage").explain_moment(str(error))


@click.group(cls=_Commands)
def main() -> None:
    """Build and check the websites of the bassins."""


def program() -> None:
    """Run the command as a program: it ends before there is any garbage worth collecting.

    Looking for it takes a tenth of the time of imports, a third of that of a check, and once more
    at the end, before the memory is given back anyway.
    """
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # not all terminals know arrows and apostrophes
    try:
        main()
    finally:
        gc.freeze()
