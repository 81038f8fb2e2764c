"""What a proposal changes, for those who review it: pages with links, findings, the parity."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from macros.agreement.status import State, Status
from macros.finding import Finding, Severity
from macros.language import LANGS, Lang, Message
from macros.site.network import Network

MOST = 60
"""How many pages a list shows; a change of shared words touches all of them."""


@dataclass(frozen=True)
class Changed:
    """A page whose source changed: its title, and where it stands by bassin."""

    title: str
    urls: tuple[tuple[str, str], ...]


def changed_pages(network: Network, files: Collection[str], lang: Lang) -> list[Changed]:
    """Return the pages of a language that come from the files, in the order of the plan."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for site in network.sites:
        for page in site.pages.values():
            if site.lang == lang and page.file in files:
                urls = found.setdefault((page.key, page.title), [])
                urls.append((site.bassin.short_name[lang], site.base + page.url))
    return [Changed(title, tuple(urls)) for (_, title), urls in found.items()]


def report(
    network: Network,
    files: Collection[str] | None,
    findings: Sequence[Finding],
    parity: Sequence[Status],
) -> str:
    """Write the summary in Markdown: all of it in French, and all of it in Dutch."""
    return "\n".join(
        line
        for lang in LANGS
        for line in (
            f"## {TITLE[lang]}",
            "",
            *_pages(network, files, lang),
            "",
            *_findings(findings, lang),
            "",
            *_parity(network, parity, lang),
            "",
        )
    )


def _pages(network: Network, files: Collection[str] | None, lang: Lang) -> list[str]:
    if files is None:
        return [NO_BASE[lang]]
    pages = changed_pages(network, files, lang)
    lines = [COUNT[lang].format(count=len(pages)), ""]
    for page in pages[:MOST]:
        links = ", ".join(f"[{_plain(bassin)}]({url})" for bassin, url in page.urls)
        lines.append(f"- {_plain(page.title)} – {links}")
    if len(pages) > MOST:
        lines.append(MORE[lang].format(count=len(pages) - MOST))
    sources = {page.file for site in network.sites for page in site.pages.values()}
    others = sorted(file for file in files if file not in sources)
    if others:
        lines += ["", OTHERS[lang], "", *(f"- `{file}`" for file in others[:MOST])]
    return lines


def _findings(findings: Sequence[Finding], lang: Lang) -> list[str]:
    """List what the check found; the forge itself shows no more than ten of a kind."""
    if not findings:
        return [CLEAN[lang]]
    lines = [FINDINGS[lang].format(count=len(findings)), ""]
    for finding in sorted(findings, key=lambda f: f.severity is not Severity.ERROR)[:MOST]:
        remedy = f" → {_plain(finding.fix[lang])}" if finding.fix else ""
        words = " ".join(f"{_plain(finding.message[lang])}{remedy}".split())
        severity = SEVERITY[finding.severity][lang]
        lines.append(f"- {severity} – `{finding.location}` – {words}")
    if len(findings) > MOST:
        lines.append(MORE[lang].format(count=len(findings) - MOST))
    return lines


def _parity(network: Network, parity: Sequence[Status], lang: Lang) -> list[str]:
    names = {bassin.id: bassin.name[lang] for bassin in network.content.bassins}
    lines = [COLUMNS[lang], "|---|---:|---:|---:|---:|---:|"]
    for one in parity:
        pages = len(network.site(one.bassin, lang).pages)
        missing = " / ".join(str(one.count(State.MISSING, side)) for side in LANGS)
        review = " / ".join(str(one.count(State.TO_REVIEW, side)) for side in LANGS)
        never = " / ".join(str(one.count(State.NEVER_AGREED, side)) for side in LANGS)
        share = f"{one.parity}\u00a0%"
        cells = (_plain(names[one.bassin]), str(pages), share, missing, review, never)
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _plain(text: str) -> str:
    """Keep Markdown's signs in a title from having a meaning."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)


TITLE = Message(fr="Ce qui change", nl="Wat verandert")
COUNT = Message(
    fr="Pages dont la source change : {count}", nl="Pagina’s met gewijzigde bron: {count}"
)
MORE = Message(fr="- … et {count} autres", nl="- … en {count} andere")
OTHERS = Message(
    fr="Autres fichiers modifiés ; ils peuvent toucher plusieurs pages :",
    nl="Andere gewijzigde bestanden; ze kunnen meerdere pagina’s raken:",
)
FINDINGS = Message(fr="Constats du contrôle : {count}", nl="Bevindingen van de controle: {count}")
CLEAN = Message(
    fr="Le contrôle ne trouve rien à redire.", nl="De controle heeft niets op te merken."
)
SEVERITY = {
    Severity.ERROR: Message(fr="**erreur**", nl="**fout**"),
    Severity.WARNING: Message(fr="avertissement", nl="waarschuwing"),
    Severity.INFO: Message(fr="information", nl="informatie"),
}
NO_BASE = Message(
    fr="Le commit de départ est inconnu : la liste des pages n’a pas pu être faite.",
    nl="De begincommit is onbekend: de lijst van pagina’s kon niet worden gemaakt.",
)
COLUMNS = Message(
    fr="| Bassin | Pages | Parité | Manque (fr / nl) | À relire (fr / nl) "
    "| Jamais confirmé (fr / nl) |",
    nl="| Zorgzone | Pagina’s | Pariteit | Ontbreekt (fr / nl) | Na te lezen (fr / nl) "
    "| Nooit bevestigd (fr / nl) |",
)
