"""The record of addresses that were published: `data/<bassin>/published.yml`.

The record only grows. It is written when the sites are released, and lets a check find an
address that would be lost, without asking git or any date.
"""

from collections.abc import Iterable, Mapping

from macros.language import LANGS, Lang
from macros.site.network import Network

HEADER = """\
# Adresses publiées, tenues par « bassin addresses » : aucune ne se perd.
# Gepubliceerde adressen, bijgehouden door ‘bassin addresses’: geen enkele gaat verloren.

"""


def record(network: Network, bassin_id: str) -> str:
    """Return the record of a bassin with the addresses of today added to the known ones."""
    known: dict[str, dict[Lang, list[str]]] = {}
    for entry in network.content.own[bassin_id].published:
        known[entry.page] = {lang: list(entry[lang]) for lang in LANGS}
    for lang in LANGS:
        site = network.site(bassin_id, lang)
        for key, page in site.pages.items():
            paths = known.setdefault(key, {"fr": [], "nl": []})[lang]
            if page.url and f"/{page.url}" not in paths:
                paths.append(f"/{page.url}")
    lines = (_line(key, known[key]) for key in sorted(known) if any(known[key].values()))
    return HEADER + "\n".join(lines) + "\n"


def _line(key: str, paths: Mapping[Lang, Iterable[str]]) -> str:
    sides = ", ".join(f"{lang}: [{', '.join(paths[lang])}]" for lang in LANGS)
    return f"- {{page: {key}, {sides}}}"
