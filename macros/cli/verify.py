"""`bassin verify`: proofs over built sites, which read nothing but the output."""

from pathlib import Path

import click

from macros.cli.report import FORMATS, Format, Report
from macros.finding import has_errors
from macros.language import LANGS, Lang


@click.command()
@click.argument(
    "folder",
    default="site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--lang", type=click.Choice(LANGS), help="Une seule langue. / Eén taal.")
def verify(folder: Path, form: Format, lang: Lang | None) -> None:
    """Prove that the built sites in FOLDER keep their promises.

    Prouve que les sites construits tiennent leurs promesses. / Bewijst dat de gebouwde sites hun
    beloften nakomen.

    Exit code: 0 all proved, 1 errors found, 2 wrong usage.
    """
    from macros.verify.run import verify as prove  # noqa: PLC0415 - not for --help

    findings = prove(folder)
    Report(form, [lang] if lang else LANGS).show(findings)
    raise SystemExit(1 if has_errors(findings) else 0)
