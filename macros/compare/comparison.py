"""Two states of the sources, page by page: what a change set does to what visitors read.

Pages whose own file changed are shown whole, and so are written pages that show changed shared
data (figures, contacts, groups). Lists that merely gained or lost an item are only named.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement
from markupsafe import Markup

from macros.compare.marking import blocks, mark_changes, place_findings, words
from macros.compare.rendering import as_markup, rendered, stand_alone
from macros.content.shapes import REGION
from macros.content.strict_yaml import parse
from macros.finding import Finding
from macros.language import LANGS, Lang
from macros.project import Project
from macros.site.network import Network, Site
from macros.site.page import Page, PageKind


@dataclass(frozen=True)
class Panel:
    """One side of one version of a page.

    Attributes:
        lang: its language.
        address: where the page stands, or will.
        html: its content; nothing when it cannot be rendered.
        findings: what a check says of it and no block of it shows.

    """

    lang: Lang
    address: str
    html: Markup | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Change:
    """One page before and after, in both languages.

    Attributes:
        key: name of the page in both languages.
        title: its titles.
        files: the sources that it is made of, for the editor who looks for them.
        bassins: on whose sites it changes in this way.
        before: panels by language; none for a new page.
        after: panels by language; none for a page that goes.
        findings: what a check says of the page in both languages, or of a side that it lacks.

    """

    key: str
    title: Mapping[Lang, str]
    files: tuple[str, ...]
    bassins: tuple[str, ...]
    before: Mapping[Lang, Panel]
    after: Mapping[Lang, Panel]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Unreadable:
    """A touched file that no page shows, with what a check says of it.

    Attributes:
        file: its path.
        lines: its text, each line with the findings that belong there.

    """

    file: str
    lines: tuple[tuple[str, tuple[Finding, ...]], ...]


@dataclass(frozen=True)
class Comparison:
    """All that a change set changes.

    Attributes:
        changes: pages to show.
        affected: titles of pages that merely list what changed, with their bassin.
        unreadable: touched files with findings and without a page.

    """

    changes: tuple[Change, ...]
    affected: tuple[tuple[str, str], ...]
    unreadable: tuple[Unreadable, ...]


@dataclass(frozen=True)
class _State:
    """A page as one state of the sources has it, not yet made to stand alone."""

    site: Site
    page: Page
    html: str | None

    def same_as(self, other: "_State | None") -> bool:
        """Tell whether visitors meet the same page."""
        return other is not None and self.seen == other.seen

    @property
    def seen(self) -> tuple[str | None, ...]:
        """What visitors and search engines meet."""
        return (self.html, self.page.title, self.page.description, self.page.url)


Key = tuple[str, str]
"""A bassin and the key of a page."""
States = Mapping[Key, Mapping[Lang, _State]]


def compare(before: Project, after: Project, touched: Iterable[str]) -> Comparison:
    """Compare two states of the sources; what a check says of the later one is shown."""
    files = frozenset(touched)
    old, new = _states(before.network, files), _states(after.network, files)
    keys = [key for key in dict.fromkeys([*new, *old]) if _differs(old.get(key), new.get(key))]
    owned = {
        state.page.file for sides in (*old.values(), *new.values()) for state in sides.values()
    }
    shared = bool(files - owned)
    whole = [key for key in keys if _is_whole(old.get(key), new.get(key), files, shared=shared)]
    # A page may be touched without a change that visitors see, and still have findings.
    whole += [
        key
        for key, sides in new.items()
        if key not in keys and any(state.page.file in files for state in sides.values())
    ]
    changes = _grouped(whole, old, new, after)
    shown = {file for change in changes for file in change.files}
    return Comparison(
        tuple(changes),
        tuple(_named(key, old, new) for key in keys if key not in whole),
        tuple(_unreadable(after, sorted(files - shown))),
    )


def _states(network: Network, files: frozenset[str]) -> States:
    """Render the pages of the sites that the files can change."""
    # A proposal may put a file in the place of `data` or `docs`: that concerns all sites.
    scopes = {[*file.split("/"), REGION][1] for file in files}
    everywhere = bool(scopes & {REGION, *LANGS})
    states: dict[Key, dict[Lang, _State]] = {}
    for site in network.sites:
        if everywhere or site.bassin.id in scopes:
            for page in site.pages.values():
                side = states.setdefault((site.bassin.id, page.key), {})
                side[site.lang] = _State(site, page, rendered(network, site, page))
    return states


def _differs(old: Mapping[Lang, _State] | None, new: Mapping[Lang, _State] | None) -> bool:
    if old is None or new is None or set(old) != set(new):
        return True
    return not all(new[lang].same_as(old[lang]) for lang in new)


def _is_whole(
    old: Mapping[Lang, _State] | None,
    new: Mapping[Lang, _State] | None,
    files: frozenset[str],
    *,
    shared: bool,
) -> bool:
    states = [*(old or {}).values(), *(new or {}).values()]
    if any(state.page.file in files and state.page.kind is not PageKind.YEAR for state in states):
        return True
    return shared and states[0].page.kind is PageKind.WRITTEN


def _grouped(keys: Iterable[Key], old: States, new: States, after: Project) -> list[Change]:
    """Show once what changes in the same way on several sites."""
    groups: dict[object, list[Key]] = {}
    for key in keys:
        signature = tuple(
            _signature(old.get(key, {}).get(lang), new.get(key, {}).get(lang)) for lang in LANGS
        )
        groups.setdefault((key[1], signature), []).append(key)
    return [_change(group, old, new, after) for group in groups.values()]


def _signature(then: _State | None, now: _State | None) -> object:
    """Return what changes on one side; what stays may differ from bassin to bassin."""
    if then and then.same_as(now):
        return ()
    if then and now and (then.html is None or now.html is None):
        return (then.html is None, now.html is None)
    old, new = (_texts(state) for state in (then, now))
    return (frozenset(old - new), frozenset(new - old))


def _texts(state: _State | None) -> set[str]:
    if state is None or state.html is None:
        return set()
    return {words(block) for block in blocks(stand_alone(state.html, ""))}


def _change(group: list[Key], old: States, new: States, after: Project) -> Change:
    key = group[0]
    then, now = old.get(key, {}), new.get(key, {})
    files = tuple(sorted({state.page.file for state in (*then.values(), *now.values())}))
    about = [finding for finding in after.findings if finding.file in files]
    panels: dict[str, dict[Lang, Panel]] = {"before": {}, "after": {}}
    for lang in LANGS:
        mine = [finding for finding in about if _language(after, finding) == lang]
        first, second = _panels(then.get(lang), now.get(lang), mine, after)
        panels["before"] |= {lang: first} if first else {}
        panels["after"] |= {lang: second} if second else {}
    return Change(
        key[1],
        {lang: state.page.title for lang, state in (now or then).items()},
        files,
        tuple(name for name, _ in group),
        panels["before"],
        panels["after"],
        tuple(finding for finding in about if _language(after, finding) not in now),
    )


def _panels(
    then: _State | None, now: _State | None, findings: list[Finding], after: Project
) -> tuple[Panel | None, Panel | None]:
    trees = [
        stand_alone(state.html, state.site.base + state.page.url) if state and state.html else None
        for state in (then, now)
    ]
    if trees[0] is not None and trees[1] is not None:
        mark_changes(trees[0], trees[1])
    if now and trees[1] is not None:
        lines = _lines(after, now.page.file)
        findings = place_findings(trees[1], findings, lines, now.page.lang)
    return _panel(then, trees[0], []), _panel(now, trees[1], findings)


def _panel(state: _State | None, tree: HtmlElement | None, findings: list[Finding]) -> Panel | None:
    if state is None:
        return None
    html = None if tree is None else as_markup(tree)
    return Panel(state.page.lang, state.site.base + state.page.url, html, tuple(findings))


def _language(project: Project, finding: Finding) -> Lang | None:
    """Tell which side a finding is about; nothing when it is about both."""
    if finding.side:
        return finding.side
    for lang in LANGS:
        if finding.file.startswith(f"docs/{lang}/"):
            return lang
    document = parse("\n".join(_lines(project, finding.file)), finding.file)
    if isinstance(document, list):
        return None
    above = [
        (mark.line, path) for path, mark in document.marks.items() if mark.line <= finding.line
    ]
    nearest = max(above, key=lambda entry: (entry[0], len(entry[1])), default=(0, ()))[1]
    return next((lang for lang in LANGS if lang in nearest), None)


def _lines(project: Project, file: str) -> list[str]:
    path = project.root / file
    if path.is_symlink() or not path.is_file():
        return []  # what a link of a proposal leads to is nobody's to see
    return path.read_text(encoding="utf-8", errors="replace").splitlines()


def _named(key: Key, old: States, new: States) -> tuple[str, str]:
    sides = new.get(key) or old[key]
    titles = " | ".join(state.page.title for state in sides.values())
    return titles, next(iter(sides.values())).site.bassin.id


def _unreadable(project: Project, files: Iterable[str]) -> Iterator[Unreadable]:
    for file in files:
        here = [finding for finding in project.findings if finding.file == file]
        if here:
            lines = _lines(project, file) or [""]
            at = {
                number: [f for f in here if f.line == number] for number in {f.line for f in here}
            }
            yield Unreadable(
                file,
                tuple((line, tuple(at.get(n, ()))) for n, line in enumerate(lines, start=1)),
            )
