"""The `bassin` command: the same on a laptop and in CI."""

import os
from collections.abc import Mapping
from importlib import import_module

import click

from macros.cli.addresses import addresses
from macros.cli.admin import admin
from macros.cli.agree import agree
from macros.cli.build import build
from macros.cli.check import check
from macros.cli.links import links
from macros.cli.preview import preview
from macros.cli.release import caddyfile, release_command
from macros.cli.compare import compare_command
from macros.cli.forms import forms, import_form
from macros.cli.new import new
from macros.cli.schemas import schemas
from macros.cli.serve import serve
from macros.cli.shards import shards
from macros.cli.status import status
from macros.cli.summary import summary
from macros.cli.verify import verify

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # a notice that is not for editors

COMMANDS: Mapping[str, str] = {
    "addresses": "addresses:addresses",
    "agree": "agree:agree",
    "build": "build:build",
    "caddyfile": "release:caddyfile",
    "check": "check:check",
    "compare": "compare:compare_command",
    "digest": "digest:digest",
    "forms": "forms:forms",
    "import-form": "forms:import_form",
    "new": "new:new",
    "release": "release:release_command",
    "schemas": "schemas:schemas",
    "serve": "serve:serve",
    "status": "status:status",
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


@click.group(cls=_Commands)
def main() -> None:
    """Build and check the websites of the bassins."""


main.add_command(addresses)
main.add_command(admin)
main.add_command(agree)
main.add_command(build)
main.add_command(check)
main.add_command(caddyfile)
main.add_command(links)
main.add_command(preview)
main.add_command(release_command)
main.add_command(compare_command)
main.add_command(forms)
main.add_command(import_form)
main.add_command(new)
main.add_command(schemas)
main.add_command(serve)
main.add_command(shards)
main.add_command(status)
main.add_command(summary)
main.add_command(verify)
