"""The day for which sites are built: the one thing that is not in the sources."""

import os
from collections.abc import Mapping, MutableMapping
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")
EPOCH = "SOURCE_DATE_EPOCH"
"""Environment variable with seconds since 1970 (https://reproducible-builds.org/specs/)."""


class NoMomentError(ValueError):
    """What `SOURCE_DATE_EPOCH` gives is not a number of seconds since 1970."""


def today(environ: Mapping[str, str] = os.environ) -> date:
    """Return the day in Brussels: that of `SOURCE_DATE_EPOCH` when set, else of the clock.

    Raises:
        NoMomentError: what is set gives no day.

    """
    given = environ.get(EPOCH)
    try:
        moment = datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)
        return moment.astimezone(BRUSSELS).date()
    except (ValueError, OverflowError, OSError) as error:
        raise NoMomentError(given) from error


def epoch(day: date) -> int:
    """Return the seconds since 1970 of midnight in Brussels, for reproducible output."""
    return int(datetime.combine(day, time.min, BRUSSELS).timestamp())


def settle(day: date, environ: MutableMapping[str, str] = os.environ) -> None:
    """Let MkDocs and all processes of a build take a day for today, unless one is given."""
    if not environ.get(EPOCH):
        environ[EPOCH] = str(epoch(day))
