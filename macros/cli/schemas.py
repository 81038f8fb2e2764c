"""`bassin schemas`: writes the JSON Schemas and the settings that point editors to them."""

from pathlib import Path

import click

from macros.content.json_schema import generated_files


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 when stale.")
def schemas(*, only_check: bool) -> None:
    """Write data/.schemas/*.json and .vscode/*.json from the models."""
    stale = []
    for name, text in generated_files().items():
        path = Path(name)
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not only_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for name in stale:
        click.echo(name)
    raise SystemExit(1 if stale and only_check else 0)
