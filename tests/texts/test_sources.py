"""The views that rules read."""

from tests.samples import Project


def test_every_text_has_its_place_and_its_counterpart(project: Project) -> None:
    project.page("contact.md", "Bonjour.\n\nVenez.\n", "Dag.\n\nKom.\n")
    sources = project.sources()
    body = next(p for p in sources.passages if p.path == ("body",))
    twin = sources.twin(body)
    assert twin is not None
    assert twin.text == "\nDag.\n\nKom.\n"
    assert sources.twin(twin) is body
    assert [(block.text, block.line) for block in body.markdown.words] == [
        ("Bonjour.", 7),
        ("Venez.", 9),
    ]
    name = next(p for p in sources.passages if p.text == "Elsene")
    assert (name.file, name.line, name.path) == (
        "data/region/communes.yml",
        5,
        (1, "name", "nl"),
    )


def test_addresses_and_slugs_are_no_texts(project: Project) -> None:
    texts = {passage.text for passage in project.sources().passages}
    assert "Se parler" in texts
    assert not any("example.org" in text for text in texts)


def test_a_lonely_page_has_passages_but_no_counterpart(project: Project) -> None:
    project.page("seule.md", "Bonjour.\n", None)
    sources = project.sources()
    lonely = [passage for passage in sources.passages if passage.file == "docs/fr/seule.md"]
    assert {passage.path[0] for passage in lonely} == {"title", "description", "body"}
    assert all(sources.twin(passage) is None for passage in lonely)


def test_places_in_block_and_folded_scalars(project: Project) -> None:
    project.write(
        "data/region/levels.yml",
        """
        - id: region
          name: {fr: Région, nl: Gewest}
          role:
            fr: >
              Elle soutient les bassins
              et leurs équipes.
            nl: Het steunt de zorgzones
          detail:
            - fr: |
                Une ligne.
                Une autre ligne.
              nl: 'Eén regel, ''s avonds.'
            - fr: "Un \\"mot\\",\\n\\u00c9crit : oui"
              nl: Eén regel
        """,
    )
    texts = {passage.path: passage for passage in project.sources().passages}
    role, detail = texts[0, "role", "fr"], texts[0, "detail", 0, "fr"]
    found = role.place(role.text.index("équipes"))
    assert (found.line, found.column) == (6, 16)
    found = detail.place(detail.text.index("autre"))
    assert (found.line, found.column) == (11, 13)
    quoted, escaped = texts[0, "detail", 0, "nl"], texts[0, "detail", 1, "fr"]
    found = quoted.place(quoted.text.index("avonds"))
    assert (found.line, found.column) == (12, 27)
    assert quoted.place(quoted.text.index("'s")).column == 23
    for word, column in (('"mot', 15), ('",', 20), ("É", 25), ("oui", 38)):
        found = escaped.place(escaped.text.index(word))
        assert (found.line, found.column) == (13, column)
