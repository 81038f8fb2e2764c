"""The `bassin` command: the same on a laptop and in CI."""

import os

import click

from macros.cli.addresses import addresses
from macros.cli.agree import agree
from macros.cli.build import build
from macros.cli.check import check
from macros.cli.compare import compare_command
from macros.cli.digest import digest
from macros.cli.forms import forms, import_form
from macros.cli.links import links
from macros.cli.new import new
from macros.cli.preview import preview
from macros.cli.release import caddyfile, release_command
from macros.cli.schemas import schemas
from macros.cli.serve import serve
from macros.cli.shards import shards
from macros.cli.status import status
from macros.cli.summary import summary
from macros.cli.verify import verify

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # a notice that is not for editors


@click.group()
def main() -> None:
    """Build and check the websites of the bassins."""


main.add_command(addresses)
main.add_command(agree)
main.add_command(build)
main.add_command(check)
main.add_command(digest)
main.add_command(caddyfile)
main.add_command(links)
main.add_command(preview)
main.add_command(release_command)
main.add_command(new)
main.add_command(schemas)
main.add_command(compare_command)
main.add_command(forms)
main.add_command(import_form)
main.add_command(serve)
main.add_command(shards)
main.add_command(status)
main.add_command(summary)
main.add_command(verify)
