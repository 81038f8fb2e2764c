"""All files of a site together."""

from macros.output import well_known
from macros.output.write import WRITERS
from macros.project import Project as Plan
from macros.search import bundle
from tests.conftest import ROOT


def test_no_machine_reads_a_mailbox_that_no_source_shows(project: Plan) -> None:
    """Pages say beside it that it is to be confirmed; the search shows the words of pages."""
    network = project.network
    edition = well_known.edition(network, ROOT, 1_743_501_600)
    told = set()
    for site in network.sites:
        contact = site.bassin.contact
        files = well_known.write(network, site, edition)
        for writer in WRITERS:
            if writer is not bundle.write and contact.email_deduced:
                files |= writer(network, site)
        holding = {
            name for name, text in files.items() if contact.email[site.lang].encode() in text
        }
        assert holding == (set() if contact.email_deduced else {".well-known/security.txt"})
        reports = files[".well-known/security.txt"].decode()
        assert (f"Contact: {site.url('contact')}\n" in reports) is contact.email_deduced
        told.add(contact.email_deduced)
    assert told == {True, False}
