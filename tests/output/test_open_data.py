"""Open data follow the schema that stands beside them."""

import csv
import io
import json

import jsonschema
import pytest

from macros.output import open_data
from macros.project import Project as Plan
from macros.site.network import Network, Site

NAMES = ("agenda", "actions", "news", "communes")


@pytest.mark.parametrize("name", NAMES)
def test_real_data_follow_their_schema(project: Plan, name: str) -> None:
    for site in project.network.sites:
        files = open_data.write(project.network, site)
        document = json.loads(files[f"data/{name}.json"])
        schema = json.loads(files[f"data/{name}.schema.json"])
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(document, schema)
        assert document["$schema"] == schema["$id"]
        assert document["items"]


def test_every_field_is_explained_in_the_language_of_the_site(network: Network, nl: Site) -> None:
    schema = json.loads(open_data.write(network, nl)["data/agenda.schema.json"])
    fields = schema["$defs"]["AgendaItem"]["properties"]
    assert fields["title"]["description"] == "Titel."
    assert all("description" in field for field in fields.values())
    assert "Titre" not in json.dumps(schema)


def test_a_schema_refuses_what_it_does_not_describe(network: Network, fr: Site) -> None:
    files = open_data.write(network, fr)
    document = json.loads(files["data/news.json"])
    document["items"][0]["surprise"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, json.loads(files["data/news.schema.json"]))


def test_csv_says_what_json_says(network: Network, fr: Site) -> None:
    files = open_data.write(network, fr)
    rows = list(csv.DictReader(io.StringIO(files["data/communes.csv"].decode())))
    items = json.loads(files["data/communes.json"])["items"]
    assert [row["name"] for row in rows] == [item["name"] for item in items]
    assert [row["postcodes"] for row in rows] == [" ".join(item["postcodes"]) for item in items]
