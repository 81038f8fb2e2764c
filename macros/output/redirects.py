"""Pages that lead on from old addresses on any static host, and a list for the web server."""

from macros.language import Message
from macros.output.json_file import json_file
from macros.render.environment import environment
from macros.site.network import Network, Site
from macros.site.redirects import Rule, rules, target_file


def write(network: Network, site: Site) -> dict[str, bytes]:
    """Return a page for each old address of a site that no page of today has taken."""
    return {target_file(rule.old): page(rule, site) for rule in rules(network, site)}


def server_list(network: Network) -> bytes:
    """Write the list for the web server: bare hosts, then both forms of every old path.

    A `from` without a final slash and one with it stand for the two ways in which the old
    addresses were linked to.
    """
    document = {
        "version": 1,
        "hosts": [
            {"from": site.host.removeprefix("www."), "to": f"https://{site.host}"}
            for site in network.sites
            if site.host.startswith("www.")
        ],
        "paths": [
            {"host": rule.host, "from": form, "to": rule.new}
            for site in network.sites
            for rule in rules(network, site)
            for form in (rule.old, f"{rule.old}/")
        ],
    }
    return json_file(document)


def page(rule: Rule, site: Site) -> bytes:
    """Write the page that leads on."""
    template = environment().get_template("moved.html")
    text = template.render(rule=rule, site=site, lang=site.lang, words=MOVED[site.lang])
    return f"{text}\n".encode()


MOVED = Message(fr="Cette page a changé d’adresse", nl="Deze pagina heeft een nieuw adres")
