"""Rules of the web server for all hosts, written from the plan (`deploy/sites.caddy.jinja`)."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.site.network import Network, Site
from macros.site.redirects import rules

TEMPLATES = Path(__file__).resolve().parents[2] / "deploy"
_POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    # The search engine is WebAssembly; this lets it compile and still forbids eval().
    "script-src": "'self' 'wasm-unsafe-eval'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self' mailto:",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
POLICY = "; ".join(f"{name} {value}" for name, value in _POLICY.items())
"""Content-Security-Policy (https://www.w3.org/TR/CSP3/): nothing but our own files."""
NOT_NEEDED = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
"""Features that no page uses (https://www.w3.org/TR/permissions-policy/)."""
HASHED = r"^/(assets/.+\.[0-9a-f]{8,}\.[a-z0-9.]+|pagefind/(fragment|index)/.+)$"
"""Files whose name changes with their content."""


@dataclass(frozen=True)
class Redirect:
    """A path of a host that leads to a URL of today."""

    path: str
    url: str


@dataclass(frozen=True)
class HostRules:
    """One host: its canonical name, the bare name that leads to it, and its old paths."""

    name: str
    bare: str | None
    redirects: tuple[Redirect, ...]


def server_rules(network: Network) -> str:
    """Write the rules for Caddy, imported by `deploy/Caddyfile`."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - no HTML; values are quoted by `token`
    )
    environment.filters["token"] = token
    return environment.get_template("sites.caddy.jinja").render(
        hosts=_hosts(network),
        policy=POLICY,
        permissions=", ".join(f"{feature}=()" for feature in NOT_NEEDED),
        hashed=HASHED,
    )


def token(text: str) -> str:
    r"""Quote a value for a Caddyfile, where `\`, `"`, `{` and `}` have a meaning."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("{", "\\{").replace("}", "\\}") + '"'


def _hosts(network: Network) -> list[HostRules]:
    hosts = []
    for site in network.sites:
        bare = site.host.removeprefix("www.")
        hosts.append(HostRules(site.host, bare if bare != site.host else None, _old(network, site)))
    return hosts


def _old(network: Network, site: Site) -> tuple[Redirect, ...]:
    """Return the old paths in both of their forms, as the server sees them: decoded."""
    return tuple(
        Redirect(unquote(rule.old) + end, rule.new)
        for rule in rules(network, site)
        for end in ("", "/")
    )
