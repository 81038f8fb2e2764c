"""Where something takes place, as an address is written in Belgium."""

from macros.content.content import Content
from macros.content.items import Place, Venue
from macros.language import Lang


def locality(content: Content, place: Venue | Place, lang: Lang) -> str | None:
    """Name what stands after the postcode: the commune, or its section with that postcode."""
    communes = (c for c in content.region.communes if c.id == place.commune)
    return next((commune.locality(place.postcode)[lang] for commune in communes), None)


def town(content: Content, place: Venue | Place, lang: Lang) -> str:
    """Write postcode and locality, as far as they are known: `1090 Jette`."""
    parts = (place.postcode, locality(content, place, lang))
    return " ".join(part for part in parts if part)


def address(content: Content, place: Venue, lang: Lang) -> str:
    """Write a place on one line: name, street, postcode and locality."""
    street = place.street[lang] if place.street else None
    parts = (place.name[lang], street, town(content, place, lang))
    return ", ".join(part for part in parts if part)
