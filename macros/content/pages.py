"""The front matter of a written page and the page itself."""

from dataclasses import dataclass

from macros.content.base import Record
from macros.content.items import Allowed
from macros.content.types import BassinId, Day, Id, Prose, Slug
from macros.language import Lang


class FrontMatter(Record):
    """What stands between the `---` lines of a page.

    Attributes:
        title: heading of the page.
        slug: last part of its URL; the home page alone has none.
        description: one or two sentences for search engines and sharing.
        menu: shorter title for menus.
        template: file of `overrides/pages/` that lays the page out, without `.html`.
        bassins: the bassins that have this page; all of them when empty.
        old_slugs: earlier slugs, which redirect.
        review: day after which the page is to be read again.
        allow: escapes from checks.

    """

    title: Prose
    slug: Slug | None = None
    description: Prose
    menu: Prose | None = None
    template: Id | None = None
    bassins: tuple[BassinId, ...] = ()
    old_slugs: tuple[Slug, ...] = ()
    review: Day | None = None
    allow: tuple[Allowed, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A Markdown page of `docs/<lang>/`.

    Attributes:
        lang: its language.
        path: its path below `docs/<lang>/`, the same for the counterpart.
        file: its path in the project.
        meta: its front matter.
        body: its Markdown, without the front matter.
        body_line: line of the file on which the body starts.

    """

    lang: Lang
    path: str
    file: str
    meta: FrontMatter
    body: str
    body_line: int

    @property
    def key(self) -> str:
        """Name of the page in both languages: its path without `.md`."""
        return self.path.removesuffix(".md")
