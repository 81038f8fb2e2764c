"""JSON-LD that search engines can use: valid JSON, known types, their required properties."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from macros.finding import Finding
from macros.language import Message
from macros.verify.page import Page
from macros.verify.registry import page_proof

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "Organization": ("name",),
    "ContactPoint": ("contactType",),
    "WebSite": ("name", "url", "inLanguage"),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name", "item"),
    "NewsArticle": ("headline", "datePublished", "inLanguage", "publisher", "mainEntityOfPage"),
    "Event": ("name", "startDate", "eventStatus", "url", "organizer"),
    "Place": ("name", "address"),
    "PostalAddress": ("addressCountry",),
    "AdministrativeArea": ("name",),
    "Audience": ("audienceType",),
    "Offer": ("url",),
    "PriceSpecification": ("description",),
    "Schedule": ("startDate", "scheduleTimezone"),
    "SearchAction": ("target", "query-input"),
    "EntryPoint": ("urlTemplate",),
}
"""Types that our pages use, with what each must have."""
ALWAYS = ("Organization", "WebSite", "BreadcrumbList")
DATES = ("datePublished", "startDate", "endDate", "validThrough")
STATUSES = ("EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled")


@page_proof
def json_ld(page: Page) -> Iterator[Finding]:
    """Every page describes its organisation, its site, its place and what it shows."""
    scripts = [s for s in page.elements["script"] if s.get("type") == "application/ld+json"]
    if not scripts:
        if page.redirect is None and not page.is_error_page:
            yield page.error("structured-data", NONE)
        return
    for script in scripts:
        try:
            document = json.loads(script.text or "")
        except ValueError as error:
            yield page.error("structured-data", NO_JSON.format(reason=error))
            continue
        for reason in problems(document, page):
            yield page.error("structured-data", WRONG.format(reason=reason), quote=reason)


def problems(document: Any, page: Page) -> Iterator[str]:
    """Go through what is wrong with a document, in terms of the vocabulary."""
    if not isinstance(document, dict) or document.get("@context") != "https://schema.org":
        yield "@context"
        return
    top = document.get("@graph", [document])
    if not isinstance(top, list):
        yield "@graph"
        return
    nodes = [node for part in top for node in _nodes(part)]
    known = {node.get("@id") for node in nodes if "@type" in node}
    types = {node.get("@type") for node in top if isinstance(node, dict)}
    yield from (f"@type {wanted}" for wanted in ALWAYS if wanted not in types)
    for node in nodes:
        if "@type" not in node:
            if set(node) != {"@id"} or node["@id"] not in known:
                yield f"@id {node.get('@id')}"
            continue
        yield from _node(node, page)


def _node(node: Mapping[str, Any], page: Page) -> Iterator[str]:
    kind = node["@type"]
    if kind not in REQUIRED:
        yield f"@type {kind}"
        return
    for name in REQUIRED[kind]:
        if node.get(name) in (None, "", [], {}):
            yield f"{kind}.{name}"
    for name in DATES:
        if name in node and not _is_moment(node[name]):
            yield f"{kind}.{name} {node[name]}"
    if kind == "ContactPoint" and not (node.get("email") or node.get("telephone")):
        yield "ContactPoint.email"
    if kind in ("Event", "NewsArticle"):
        yield from _subject(node, page)
    if kind == "BreadcrumbList":
        yield from _way(node, page)


def _subject(node: Mapping[str, Any], page: Page) -> Iterator[str]:
    """Go through what is wrong with the news item or event that a page shows."""
    kind = node["@type"]
    if kind == "Event" and str(node.get("eventStatus")).rpartition("/")[2] not in STATUSES:
        yield f"Event.eventStatus {node.get('eventStatus')}"
    named = node.get("url") or node.get("mainEntityOfPage")
    if named != page.url:
        yield f"{kind}.url {named}"
    if str(node.get("inLanguage"))[:2] != page.folder.lang:
        yield f"{kind}.inLanguage {node.get('inLanguage')}"


def _way(node: Mapping[str, Any], page: Page) -> Iterator[str]:
    """Go through what is wrong with the way from the home page."""
    steps = node.get("itemListElement")
    steps = [step for step in steps if isinstance(step, dict)] if isinstance(steps, list) else []
    if [step.get("position") for step in steps] != list(range(1, len(steps) + 1)):
        yield "BreadcrumbList.position"
    if not steps or steps[-1].get("item") != page.url:
        yield "BreadcrumbList.item"
    for step in steps:
        if page.folder.file_at(str(step.get("item"))) not in page.folder.files:
            yield f"ListItem.item {step.get('item')}"


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from _nodes(part)


def _is_moment(value: object) -> bool:
    """Tell whether a value is a day, or a day and time with an offset (ISO 8601)."""
    try:
        if len(str(value)) == len("2025-01-01"):
            date.fromisoformat(str(value))
            return True
        return datetime.fromisoformat(str(value)).tzinfo is not None
    except ValueError:
        return False


NONE = Message(
    fr="La page n’a pas de données structurées (JSON-LD).",
    nl="De pagina heeft geen gestructureerde gegevens (JSON-LD).",
)
NO_JSON = Message(
    fr="Les données structurées ne sont pas du JSON : {reason}",
    nl="De gestructureerde gegevens zijn geen JSON: {reason}",
)
WRONG = Message(
    fr="Les données structurées sont incomplètes ou fausses : {reason}",
    nl="De gestructureerde gegevens zijn onvolledig of fout: {reason}",
)
