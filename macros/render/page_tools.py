"""The two links below every page: to change it, and to report an error on it.

With a forge known (`data/region/forge.yml`) they lead to its editor and to our form; without
one they prepare a mail to the bassin that names the page and its source (RFC 6068).
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from macros.content.territory import Forge
from macros.language import COLON
from macros.site.network import Network, Site
from macros.site.page import Page


@dataclass(frozen=True, slots=True)
class PageTools:
    """Where the links of one page lead."""

    modify: str
    report: str


def form_address(network: Network, site: Site, form: str, **answers: str) -> str | None:
    """Return where the forge shows one of our forms, with answers filled in; none without one."""
    forge = network.content.region.forge
    query = urlencode({"template": f"{form}.{site.lang}.yml", **answers})
    return f"{forge.address}/issues/new?{query}" if forge else None


def edit_address(forge: Forge, file: str) -> str:
    """Return where the forge lets a file be changed."""
    return f"{forge.address}/edit/{quote(forge.branch)}/{quote(file)}"


def page_tools(network: Network, site: Site, page: Page) -> PageTools:
    """Return the links of a page; generated pages lead to the data that they show."""
    address = site.base + page.url
    forge = network.content.region.forge
    report = form_address(network, site, "error", page=address)
    if forge and report:
        return PageTools(edit_address(forge, page.file), report)
    labels = network.content.region.labels
    mailbox = site.bassin.contact.email[site.lang]

    def mail(label: str) -> str:
        subject = f"{labels[label][site.lang]}{COLON[site.lang]} {page.title}"
        body = f"{address}\r\n({page.file})\r\n\r\n"
        return f"mailto:{mailbox}?subject={quote(subject)}&body={quote(body)}"

    return PageTools(mail("modify_page"), mail("report_error"))
