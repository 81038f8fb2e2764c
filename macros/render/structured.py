"""What a page is about, in the schema.org vocabulary as JSON-LD (https://schema.org/).

One graph a page: the organisation, the site, the way to the page, and the news item or
event that the page shows.
"""

import json
import re
from datetime import datetime, timedelta
from typing import Any

from macros.content.items import Event, News, Repeat, Venue
from macros.dates import day_of, in_brussels
from macros.language import LANGS
from macros.site.brand import LOGO, SHARE
from macros.site.ground import Row, ground_of
from macros.site.network import Network, Site
from macros.site.occurrences import next_occurrence
from macros.site.page import Page
from macros.site.venues import locality

Node = dict[str, Any]
STATUS = {
    "confirmed": "https://schema.org/EventScheduled",
    "cancelled": "https://schema.org/EventCancelled",
    "postponed": "https://schema.org/EventPostponed",
}
FREQUENCY = {"DAILY": "P{}D", "WEEKLY": "P{}W", "MONTHLY": "P{}M", "YEARLY": "P{}Y"}
_FREE = re.compile(r"\bgratuit|\bgratis\b", re.IGNORECASE)
_EURO = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[.\s]\d{3})+|\d+)(?:[.,](\d{1,2}))?\s*(?:€|euros?\b)", re.IGNORECASE
)
"""A sum as it is written here: `12,50 €`, `1.250 euro`, `1 250 euros`."""
_MONEY = re.compile(r"€|\beuros?\b|\beur\b", re.IGNORECASE)


def graph(network: Network, site: Site, page: Page) -> Node:
    """Return the JSON-LD document of a page."""
    nodes = [organization(network, site), website(site), breadcrumbs(site, page)]
    if isinstance(page.item, News):
        nodes.append(news_article(site, page, page.item))
    elif isinstance(page.item, Event):
        nodes.append(event(network, site, page, page.item))
    return {"@context": "https://schema.org", "@graph": nodes}


def script(network: Network, site: Site, page: Page) -> str:
    """Return the graph as text that is safe inside a `script` element."""
    text = json.dumps(graph(network, site, page), ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def organization(network: Network, site: Site) -> Node:
    """Describe the bassin: Organization with its ContactPoint, if a source shows a contact."""
    bassin, lang = site.bassin, site.lang
    mailbox = bassin.contact.confirmed_email
    email = {"email": mailbox[lang]} if mailbox else {}
    point: Node = {
        "@type": "ContactPoint",
        "contactType": "helpdesk" if bassin.contact.phone else "customer service",
        **email,
        "availableLanguage": list(LANGS),
    }
    if bassin.contact.phone:
        point["telephone"] = bassin.contact.phone.replace(" ", "-")
    return {
        "@type": "Organization",
        "@id": f"{site.base}#organization",
        "name": site.name,
        "alternateName": network.twin(site).name,
        "url": site.base,
        "logo": site.base + LOGO,
        **email,
        "areaServed": [_area(row) for row in ground_of(network.content, site)],
        **({"contactPoint": point} if email or bassin.contact.phone else {}),
    }


def _area(row: Row) -> Node:
    """Describe a commune or a section of one; what part is meant only where it is not the whole."""
    node: Node = {"@type": "AdministrativeArea", "name": row.name}
    return {**node, "description": row.part} if row.part else node


def website(site: Site) -> Node:
    """Describe the site and where its search is."""
    node: Node = {
        "@type": "WebSite",
        "@id": f"{site.base}#website",
        "url": site.base,
        "name": site.name,
        "inLanguage": f"{site.lang}-BE",
        "publisher": {"@id": f"{site.base}#organization"},
    }
    if "search" in site.pages:
        node["potentialAction"] = {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": site.url("search") + "?q={search_term_string}",
            },
            "query-input": "required name=search_term_string",
        }
    return node


def breadcrumbs(site: Site, page: Page) -> Node:
    """Describe the way from the home page to the page."""
    way = [*site.ancestors(page), page]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": step.menu,
                "item": site.base + step.url,
            }
            for position, step in enumerate(way, start=1)
        ],
    }


def news_article(site: Site, page: Page, item: News) -> Node:
    """Describe a news item."""
    url = site.base + page.url
    owner = {"@id": f"{site.base}#organization"}
    return {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "headline": page.title,
        "description": page.description,
        "datePublished": item.date.isoformat(),
        "inLanguage": f"{site.lang}-BE",
        "mainEntityOfPage": url,
        "image": site.base + SHARE,
        "author": owner,
        "publisher": owner,
        "isAccessibleForFree": True,
    }


def event(network: Network, site: Site, page: Page, item: Event) -> Node:
    """Describe an event: its next meeting, and the schedule of a recurring one."""
    url = site.base + page.url
    shown = next_occurrence(item, network.today)
    node: Node = {
        "@type": "Event",
        "@id": f"{url}#event",
        "name": page.title,
        "description": page.description,
        "url": url,
        "inLanguage": f"{site.lang}-BE",
        "image": site.base + SHARE,
        "startDate": in_brussels(shown.start).isoformat(),
        "eventStatus": STATUS[item.status],
        "organizer": _organizer(site, item),
    }
    if shown.end:
        node["endDate"] = in_brussels(shown.end).isoformat()
    if item.place:
        node["eventAttendanceMode"] = "https://schema.org/OfflineEventAttendanceMode"
        node["location"] = _place(network, site, item.place)
    if item.audience:
        node["audience"] = {"@type": "Audience", "audienceType": item.audience[site.lang]}
    if item.price or item.registration:
        node["offers"] = _offer(site, item, url)
    if node.get("offers", {}).get("price") == "0":
        node["isAccessibleForFree"] = True
    # A Schedule has no word for BYSETPOS; the file beside the page has the whole rule.
    if item.repeat and "BYSETPOS" not in item.repeat.rule:
        node["eventSchedule"] = _schedule(item, item.repeat)
    return node


def _organizer(site: Site, item: Event) -> Node:
    if item.organiser:
        return {"@type": "Organization", "name": item.organiser[site.lang]}
    return {"@id": f"{site.base}#organization"}


def _place(network: Network, site: Site, place: Venue) -> Node:
    address: Node = {"@type": "PostalAddress", "addressCountry": "BE"}
    if place.street:
        address["streetAddress"] = place.street[site.lang]
    if place.postcode:
        address["postalCode"] = place.postcode
    if place.commune:
        address["addressLocality"] = locality(network.content, place, site.lang)
    return {"@type": "Place", "name": place.name[site.lang], "address": address}


def _offer(site: Site, item: Event, url: str) -> Node:
    """Describe what taking part costs and how to register; a sum only where one is given."""
    node: Node = {"@type": "Offer", "url": url}
    if item.registration:
        node["description"] = item.registration.text[site.lang]
        if item.registration.url:
            node["url"] = item.registration.url
        if item.registration.until:
            node["validThrough"] = item.registration.until.isoformat()
    if item.price:
        words = item.price[site.lang]
        price = _price(words)
        if price is not None:
            node |= {"price": price, "priceCurrency": "EUR"}
        node["priceSpecification"] = {"@type": "PriceSpecification", "description": words}
    return node


def _price(words: str) -> str | None:
    """Return the one price that words name, as schema.org writes it: digits and a point."""
    if _FREE.search(words):
        return None if _MONEY.search(words) else "0"
    sums = _EURO.findall(words)
    if len(sums) != 1:
        return None
    whole, cents = sums[0]
    return re.sub(r"\D", "", whole) + (f".{cents}" if cents else "")


def _schedule(item: Event, repeat: Repeat) -> Node:
    """Describe the repetition; the dates that differ stand in the calendar file."""
    parts = dict(part.split("=", 1) for part in repeat.rule.split(";"))
    node: Node = {
        "@type": "Schedule",
        "startDate": day_of(item.start).isoformat(),
        "endDate": repeat.until.isoformat(),
        "scheduleTimezone": "Europe/Brussels",
    }
    node["repeatFrequency"] = FREQUENCY[parts["FREQ"]].format(parts.get("INTERVAL", "1"))
    if "BYDAY" in parts:
        node["byDay"] = parts["BYDAY"].split(",")
    for name, key in (("BYMONTH", "byMonth"), ("BYMONTHDAY", "byMonthDay")):
        if name in parts:
            node[key] = [int(number) for number in parts[name].split(",")]
    if isinstance(item.start, datetime):
        node["startTime"] = item.start.time().isoformat()
        if isinstance(item.end, datetime):
            node["endTime"] = item.end.time().isoformat()
            node["duration"] = _duration(item.end - item.start)
    if repeat.skip:
        node["exceptDate"] = [day.isoformat() for day in repeat.skip]
    return node


def _duration(length: timedelta) -> str:
    minutes = int(length.total_seconds() // 60)
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
