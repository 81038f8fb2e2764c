"""The web app manifest (https://www.w3.org/TR/appmanifest/): name, language and icons."""

from macros.output.json_file import json_file
from macros.site.brand import MARK, SIZES, dark
from macros.site.colour import hexadecimal
from macros.site.network import Network, Site


def write(_network: Network, site: Site) -> dict[str, bytes]:
    """Return `site.webmanifest`; addresses in it are relative, so that previews work."""
    document = {
        "id": "./",
        "name": site.name,
        "short_name": site.bassin.short_name[site.lang],
        "description": site.bassin.tagline[site.lang],
        "lang": f"{site.lang}-BE",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": "#ffffff",
        "theme_color": hexadecimal(dark(site)),
        "icons": [
            {"src": MARK, "sizes": "any", "type": "image/svg+xml"},
            *(
                {
                    "src": f"icons/icon-{size}.png",
                    "sizes": f"{size}x{size}",
                    "type": "image/png",
                    "purpose": "any maskable",
                }
                for size in SIZES
            ),
        ],
    }
    return {"site.webmanifest": json_file(document)}
