"""The newsletter of a bassin in one language, made on demand for a period.

As HTML for mail clients (https://www.caniemail.com: tables, inline styles, nothing loaded) and
as plain text. Links are absolute; the words stand in `data/region/labels.yml`.
"""

import textwrap
from dataclasses import dataclass
from datetime import date, timedelta

from macros.content.items import News
from macros.render.environment import environment
from macros.render.view import View
from macros.site.brand import dark
from macros.site.colour import hexadecimal
from macros.site.network import Network, Site
from macros.site.occurrences import Occurrence

COLUMNS = 72
"""Width of plain text in mails (RFC 3676, 4.2 advises at most 78)."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What a newsletter tells.

    Attributes:
        start, end: first and last day of the period.
        news: the news of the period, newest first.
        meetings: what comes in the weeks after it, earliest first.

    """

    start: date
    end: date
    news: tuple[News, ...]
    meetings: tuple[Occurrence, ...]


def digest(network: Network, site: Site, start: date, end: date, weeks: int) -> Digest:
    """Choose the news of a period and the meetings of the weeks after it.

    Raises:
        ValueError: the period ends before it starts.

    """
    if end < start:
        raise ValueError(f"{start} > {end}")
    view = View(network, site, None)
    ahead = timedelta(weeks=weeks)
    return Digest(
        start,
        end,
        tuple(item for item in view.news if start <= item.date <= end),
        tuple(m for m in view.agenda if m.last_day > end and m.day - end <= ahead),
    )


def html(network: Network, site: Site, made: Digest) -> str:
    """Write the newsletter for mail clients."""
    return _filled("mail/digest.html", network, site, made)


def text(network: Network, site: Site, made: Digest) -> str:
    """Write the newsletter as plain text."""
    return _filled("mail/digest.txt", network, site, made)


def _filled(template: str, network: Network, site: Site, made: Digest) -> str:
    words = environment().overlay(autoescape=template.endswith(".html"))
    view = View(network, site, None)
    return words.get_template(template).render(
        view=view, digest=made, accent=hexadecimal(dark(site)), wrapped=_wrapped
    )


def _wrapped(paragraph: str) -> str:
    return textwrap.fill(paragraph, COLUMNS, break_long_words=False, break_on_hyphens=False)
