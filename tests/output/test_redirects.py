"""Old addresses lead on, from any static host and by the server."""

import json

from macros.output import redirects
from macros.site.network import Network, Site


def test_server_list_has_bare_hosts_and_both_forms(network: Network) -> None:
    listed = json.loads(redirects.server_list(network))
    assert {"from": "bassin-nord.example.org", "to": "https://www.bassin-nord.example.org"} in (
        listed["hosts"]
    )
    forms = {one["from"] for one in listed["paths"] if one["host"] == "www.bassin-nord.example.org"}
    assert {"/bassin-nord", "/bassin-nord/"} <= forms
    assert all(not one["to"].endswith("/bassin-nord/") for one in listed["paths"])


def test_words_of_a_title_are_escaped(network: Network, nl: Site) -> None:
    page = redirects.write(network, nl)["nieuws/helpdesk/index.html"].decode()
    assert "De helpdesk &amp; u" in page
    assert 'lang="nl"' in page
