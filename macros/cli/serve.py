"""`bassin serve`: both languages of a bassin with live reload."""

import os

import click


@click.command()
@click.option("--bassin", default="nord-est", show_default=True, help="Which bassin to show.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
def serve(bassin: str, address: str) -> None:
    """Show both languages of a bassin while you write; French at /, Dutch at /nl/."""
    from mkdocs.commands.serve import serve as mkdocs_serve  # noqa: PLC0415 - heavy

    os.environ["BASSIN"] = bassin
    os.environ.pop("SITE_LANG", None)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    mkdocs_serve("mkdocs.yml", livereload=True, dev_addr=address)
