"""`bassin release`: all ten sites go live at once, or none does."""

from pathlib import Path

import click

from macros.cli.report import Report
from macros.cli.sound import sound_project
from macros.finding import has_errors
from macros.language import LANGS, Message
from macros.output.well_known import commit as commit_of
from macros.release.caddyfile import server_rules
from macros.release.failure import ReleaseError
from macros.release.parcel import built_commit, parcel
from macros.release.release import Terms, release, rollback
from macros.release.session import target
from macros.release.smoke import OWN_ADDRESSES, origin


@click.command("release")
@click.option("--to", "place", required=True, metavar="TARGET", help="LOGIN@HOST:/FOLDER")
@click.option("--rollback", "undo", is_flag=True, help="Put the release before this one live.")
@click.option(
    "--from", "built", default="site", type=click.Path(path_type=Path), help="Built sites."
)
@click.option(
    "--ssh-config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    envvar="BASSIN_SSH_CONFIG",
    help="Configuration of SSH: port, key, known hosts.",
)
@click.option(
    "--origin",
    "address",
    envvar="BASSIN_ORIGIN",
    help="Ask all hosts at this address, such as http://127.0.0.1:8080.",
)
@click.option("--wait", default=120, show_default=True, help="Seconds to wait for another release.")
@click.option(
    "--patience", default=30.0, show_default=True, help="Seconds for a host that does not answer."
)
@click.option(
    "--keep", default=10, type=click.IntRange(2), show_default=True, help="Releases kept."
)
def release_command(
    *,
    place: str,
    undo: bool,
    built: Path,
    ssh_config: Path | None,
    address: str | None,
    wait: int,
    patience: float,
    keep: int,
) -> None:
    """Prove the built sites, put them live on TARGET, ask every host; go back if one is wrong.

    Exit code: 0 live, 1 not live (what was live before still is), 2 wrong usage.
    """
    try:
        goal = target(place, ssh_config)
        where = origin(address) if address else OWN_ADDRESSES
    except ValueError as error:
        raise click.UsageError(
            f"TARGET is LOGIN@HOST:/FOLDER, ORIGIN http(s)://HOST: {error}"
        ) from error
    terms = Terms(where, wait, keep, patience)
    try:
        if undo:
            rollback(goal, terms, _tell)
            return
        network = sound_project(Path.cwd()).network
        hosts = [site.host for site in network.sites]
        _of_these_sources(built, built_commit(built, hosts))
        _prove(built)
        with parcel(built, hosts, server_rules(network)) as what:
            release(goal, what, terms, _tell)
    except ReleaseError as error:
        click.secho(str(error), fg="red", err=True)
        raise SystemExit(1) from error


@click.command()
def caddyfile() -> None:
    """Print the web server's rules for all hosts; each release carries them too."""
    click.echo(server_rules(sound_project(Path.cwd()).network), nl=False)


def _prove(built: Path) -> None:
    """Stop when the built sites break a promise."""
    from macros.verify.run import verify  # noqa: PLC0415 - an undo does without

    findings = verify(built)
    Report("text", LANGS).show(findings)
    if has_errors(findings):
        raise ReleaseError(UNPROVED.format(folder=built))


def _of_these_sources(built: Path, commit: str) -> None:
    """Stop when the sites were built from another commit than the one whose rules go along."""
    here = commit_of(Path.cwd())
    if here and here != commit:
        raise ReleaseError(STALE.format(folder=built, built=commit[:12], here=here[:12]))


def _tell(message: Message) -> None:
    for lang in LANGS:
        click.echo(f"{lang}  {message[lang]}", err=True)


UNPROVED = Message(
    fr="{folder}/ ne tient pas ses promesses (« bassin verify ») ; rien n’est envoyé.",
    nl="{folder}/ komt zijn beloften niet na (‘bassin verify’); er wordt niets verzonden.",
)
STALE = Message(
    fr="{folder}/ vient du commit {built}, les sources sont au commit {here}. "
    "Relancez « bassin build ».",
    nl="{folder}/ komt van commit {built}, de bronnen staan op commit {here}. "
    "Voer ‘bassin build’ opnieuw uit.",
)
