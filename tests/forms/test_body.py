import pytest

from macros.forms.body import MAX_BODY, read
from macros.forms.catalogue import FORMS
from macros.forms.form import RefusedError
from macros.language import LANGS, Lang
from tests.forms.bodies import ANSWERS, body


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", FORMS)
def test_a_form_is_known_by_its_headings(kind: str, lang: Lang) -> None:
    answers = read(body(kind, lang).encode())
    assert (answers.form.kind, answers.lang) == (kind, lang)
    for field, value in ANSWERS[lang][kind].items():
        assert answers[field] == value.strip()
    assert answers.get("body_other") is None


def test_windows_line_ends() -> None:
    answers = read(body("news", "fr").replace("\n", "\r\n").encode())
    assert answers["body"].endswith("- lundi\n- jeudi")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"bonjour", "aucun de nos formulaires"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"x" * (MAX_BODY + 1), "trop long"),
        (body("news", "fr", title="_No response_").encode(), "« Titre » est vide"),
        (body("news", "fr", title="t" * 201).encode(), "dépasse 200"),
        (body("news", "fr", body="a\n\n### Titre\n\nb").encode(), "deux fois"),
        (body("news", "fr", consent="- [ ] Mon texte").encode(), "« Vie privée » est vide"),
    ],
)
def test_refusals(text: bytes, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read(text)
    assert reason in refused.value.reason.fr.replace("\u00a0", " ")
    assert refused.value.reason.nl != refused.value.reason.fr


def test_other_headings_belong_to_the_answer() -> None:
    answers = read(body("news", "fr", body="Début\n\n### Et après\n\nFin").encode())
    assert answers["body"] == "Début\n\n### Et après\n\nFin"
