"""`bassin admin`: the forms of a content management system over the same files."""

import json
from pathlib import Path

import click
import yaml

from macros.admin.config import configuration
from macros.admin.program import PACKAGE, install
from macros.content.load import load
from macros.language import Message
from macros.render.environment import environment


@click.command()
@click.option(
    "--out", default="preview/admin", type=click.Path(path_type=Path), help="Target folder."
)
def admin(out: Path) -> None:
    """Write the pages of the content management system; never part of the public sites."""
    root = Path.cwd()
    content, _ = load(root)
    out.mkdir(parents=True, exist_ok=True)
    try:
        manifest = json.loads((root / PACKAGE / "package.json").read_text(encoding="utf-8"))
        install(root, out, manifest["version"])
    except FileNotFoundError:
        raise click.ClickException(f"{NOT_INSTALLED.fr}\n{NOT_INSTALLED.nl}") from None
    config = yaml.safe_dump(configuration(content), allow_unicode=True, sort_keys=False)
    (out / "config.yml").write_text(config, encoding="utf-8")
    page = environment().get_template("admin/index.html").render(forge=content.region.forge)
    (out / "index.html").write_text(page, encoding="utf-8")
    if content.region.forge is None:
        click.echo(f"{ONLY_LOCAL.fr}\n{ONLY_LOCAL.nl}")
    click.echo(out / "index.html")


NOT_INSTALLED = Message(
    fr="Sveltia CMS n’est pas installé. Lancez « npm ci --ignore-scripts ».",
    nl="Sveltia CMS is niet geïnstalleerd. Voer ‘npm ci --ignore-scripts’ uit.",
)
ONLY_LOCAL = Message(
    fr="Sans data/region/forge.yml, seul un dossier de votre disque peut être ouvert.",
    nl="Zonder data/region/forge.yml kan alleen een map op uw schijf worden geopend.",
)
