"""The small files that machines look for, each saying what is true of this site."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml import etree

from macros.finding import Finding
from macros.language import Message
from macros.verify.folder import BUILD
from macros.verify.registry import Built, site_proof

SECURITY = ".well-known/security.txt"
ROBOTS = "robots.txt"
MANIFEST = "site.webmanifest"
SEARCH = "opensearch.xml"
_OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
_TERMS = "{searchTerms}"
_LONGEST_NAME = 16
"""Characters of a short name, as the format allows."""
_WHOLE = 100
"""Percent of the pages that exist in both languages."""


@site_proof
def build_info(site: Built) -> Iterator[Finding]:
    """`build.json` says what was built, and that is what is there."""
    folder = site.folder
    said = folder.said
    if not said:
        yield folder.error("build-info", BUILD, NO_BUILD)
        return
    for name in ("bassin", "language", "base", "counterpart", "network", "built", "tool", "parity"):
        if said.get(name) in (None, "", []):
            yield folder.error("build-info", BUILD, NO_FIELD.format(name=name), quote=name)
    if said.get("pages") != len(site.listed):
        message = COUNT.format(said=said.get("pages"), found=len(site.listed))
        yield folder.error("build-info", BUILD, message)
    if said.get("parity") != _WHOLE:
        yield folder.error("parity", BUILD, PARITY.format(said=said.get("parity")))
    if folder.base not in folder.network or folder.counterpart not in folder.network:
        yield folder.error("build-info", BUILD, NO_FIELD.format(name="network"))


@site_proof
def security(site: Built) -> Iterator[Finding]:
    """`security.txt` has a contact and has not expired (RFC 9116)."""
    folder = site.folder
    if SECURITY not in folder.files:
        yield folder.error("security-txt", SECURITY, MISSING)
        return
    text = folder.read(SECURITY).decode("utf-8", "replace")
    fields = dict(re.findall(r"^([A-Za-z-]+): (\S.*)$", text, re.MULTILINE))
    # A preview may be shown without encryption; then so is the page that is its contact.
    if not fields.get("Contact", "").startswith(("mailto:", "https://", "tel:", folder.base)):
        yield folder.error("security-txt", SECURITY, NO_FIELD.format(name="Contact"))
    try:
        expires = date.fromisoformat(fields.get("Expires", "")[:10])
    except ValueError:
        yield folder.error("security-txt", SECURITY, NO_FIELD.format(name="Expires"))
    else:
        if folder.built and expires <= folder.built:
            yield folder.error("security-txt", SECURITY, EXPIRED.format(day=expires))
    if fields.get("Canonical") != folder.base + SECURITY:
        yield folder.error("security-txt", SECURITY, NO_FIELD.format(name="Canonical"))


@site_proof
def robots(site: Built) -> Iterator[Finding]:
    """`robots.txt` lets robots in, or keeps them out of a preview (RFC 9309)."""
    folder = site.folder
    if ROBOTS not in folder.files:
        yield folder.error("robots-txt", ROBOTS, MISSING)
        return
    text = folder.read(ROBOTS).decode("utf-8", "replace")
    closed = re.search(r"^Disallow: /\s*$", text, re.MULTILINE) is not None
    if closed != folder.is_preview:
        yield folder.error("robots-txt", ROBOTS, CLOSED if closed else OPEN)
    if not folder.is_preview and f"Sitemap: {folder.base}sitemap.xml" not in text:
        yield folder.error("robots-txt", ROBOTS, NO_FIELD.format(name="Sitemap"))


@site_proof
def manifest(site: Built) -> Iterator[Finding]:
    """The web manifest is in the language of the site and its icons exist."""
    folder = site.folder
    if MANIFEST not in folder.files:
        yield folder.error("manifest", MANIFEST, MISSING)
        return
    try:
        document: dict[str, Any] = json.loads(folder.read(MANIFEST))
        icons = [str(icon["src"]) for icon in document["icons"]]
        named = {name: str(document[name]) for name in ("name", "short_name", "lang", "start_url")}
    except (ValueError, KeyError, TypeError) as error:
        yield folder.error("manifest", MANIFEST, NO_FIELD.format(name=error))
        return
    if named["lang"][:2] != folder.lang:
        yield folder.error("manifest", MANIFEST, NO_FIELD.format(name="lang"))
    for icon in icons:
        if icon not in folder.files:
            yield folder.error("manifest", MANIFEST, NO_ICON.format(icon=icon), quote=icon)


@site_proof
def search_description(site: Built) -> Iterator[Finding]:
    """Programs that search by themselves reach the search page (OpenSearch 1.1)."""
    folder = site.folder
    if SEARCH not in folder.files:
        yield folder.error("opensearch", SEARCH, MISSING)
        return
    try:
        root = etree.fromstring(folder.read(SEARCH))
    except etree.XMLSyntaxError as error:
        yield folder.error("opensearch", SEARCH, NO_XML.format(reason=error))
        return
    name = root.findtext(f"{_OPENSEARCH}ShortName", "")
    if not 0 < len(name) <= _LONGEST_NAME:
        yield folder.error("opensearch", SEARCH, NO_FIELD.format(name="ShortName"))
    if root.findtext(f"{_OPENSEARCH}Language", "")[:2] != folder.lang:
        yield folder.error("opensearch", SEARCH, NO_FIELD.format(name="Language"))
    icon = root.findtext(f"{_OPENSEARCH}Image", "")
    if folder.file_at(icon) not in folder.files:
        yield folder.error("opensearch", SEARCH, NO_ICON.format(icon=icon), quote=icon)
    ways = {way.get("type"): way.get("template", "") for way in root.iter(f"{_OPENSEARCH}Url")}
    page, _, query = ways.get("text/html", "").partition("?")
    if page not in site.by_url or _TERMS not in query:
        yield folder.error("opensearch", SEARCH, NO_SEARCH.format(url=page), quote=page)


@site_proof
def open_data(site: Built) -> Iterator[Finding]:
    """Open data are JSON of the language of the site, each with its schema."""
    folder = site.folder
    names = [f for f in folder.files if f.startswith("data/") and f.endswith(".json")]
    for file in names:
        try:
            document: dict[str, Any] = json.loads(folder.read(file))
            if file.endswith(".schema.json"):
                continue
            urls = [str(item["url"]) for item in document["items"]]
            schema, language = str(document["$schema"]), document["language"]
        except (ValueError, KeyError, TypeError) as error:
            yield folder.error("open-data", file, BROKEN.format(reason=error))
            continue
        if folder.file_at(schema) not in folder.files:
            yield folder.error("open-data", file, NO_FIELD.format(name="$schema"))
        if language != folder.lang:
            yield folder.error("open-data", file, NO_FIELD.format(name="language"))
        for url in urls:
            if folder.file_at(url) and url not in site.by_url:
                yield folder.error("open-data", file, DEAD.format(url=url), quote=url)


MISSING = Message(fr="Ce fichier manque.", nl="Dit bestand ontbreekt.")
NO_BUILD = Message(
    fr="Le site ne dit pas ce qu’il est : ce fichier manque ou est illisible.",
    nl="De site zegt niet wat ze is: dit bestand ontbreekt of is onleesbaar.",
)
NO_FIELD = Message(
    fr="La valeur « {name} » manque ou est fausse.", nl="De waarde ‘{name}’ ontbreekt of is fout."
)
COUNT = Message(
    fr="Le site devait avoir {said} pages, il en a {found}.",
    nl="De site moest {said} pagina’s hebben en heeft er {found}.",
)
PARITY = Message(
    fr="Seules {said} % des pages existent dans les deux langues.",
    nl="Slechts {said} % van de pagina’s bestaat in beide talen.",
)
EXPIRED = Message(fr="Ce fichier a expiré le {day}.", nl="Dit bestand is verlopen op {day}.")
CLOSED = Message(
    fr="Le site ferme la porte aux moteurs de recherche.", nl="De site weert zoekmachines."
)
OPEN = Message(
    fr="Un aperçu ne doit pas être ouvert aux moteurs de recherche.",
    nl="Een voorbeeldsite mag niet open staan voor zoekmachines.",
)
NO_ICON = Message(fr="L’icône {icon} n’existe pas.", nl="Het pictogram {icon} bestaat niet.")
NO_XML = Message(fr="Ce n’est pas du XML : {reason}", nl="Dit is geen XML: {reason}")
NO_SEARCH = Message(
    fr="La recherche mène à {url}, qui n’est pas une page de recherche du site.",
    nl="De zoekopdracht leidt naar {url}, dat geen zoekpagina van de site is.",
)
BROKEN = Message(fr="Ce n’est pas du JSON : {reason}", nl="Dit is geen JSON: {reason}")
DEAD = Message(
    fr="Une donnée mène à {url}, qui n’existe pas.",
    nl="Een gegeven leidt naar {url}, dat niet bestaat.",
)
