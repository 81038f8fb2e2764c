"""The two languages."""

from macros.language import Message


def test_french_spaces_do_not_break() -> None:
    message = Message(fr="Vouliez-vous dire « {near} » ? Oui : non.", nl="Bedoelde u ‘{near}’?")
    assert message.format(near="a b").fr == (
        "Vouliez-vous dire «\u00a0a b\u00a0»\u00a0? Oui\u00a0: non."
    )
    assert message.nl == "Bedoelde u ‘{near}’?"


def test_both_are_written_and_what_is_alike_once() -> None:
    assert Message(fr="Titre", nl="Titel").both() == "Titre / Titel"
    assert Message(fr="Actions", nl="Acties").both("\n") == "Actions\nActies"
    assert Message(fr="Contact", nl="Contact").both() == "Contact"


def test_code_in_a_sentence_stays_as_it_is() -> None:
    assert Message(fr="fr: {a :b}, a ? b", nl="").fr == "fr: {a :b}, a\u00a0? b"


def test_two_sentences_are_joined_on_both_sides() -> None:
    assert Message("Oui. ", "Ja. ") + Message("{a}", "{b}") == Message("Oui. {a}", "Ja. {b}")
