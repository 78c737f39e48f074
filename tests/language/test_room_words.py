"""The room is spoken to in all six languages, whatever a catalogue lacks."""

import pytest

from facilitator.language.direction import bare
from facilitator.language.room_words import _WORDS, Message, message, room_language
from facilitator.language.speech import LANGUAGES, Language


def test_every_message_is_there_in_six_languages_and_no_two_are_alike():
    texts = {(which, code): message(which, code) for which in Message for code in LANGUAGES}

    assert len(texts) == len(set(texts.values())) == 5 * 6
    assert all(text == text.strip() and text for text in texts.values())


def test_the_words_of_the_room_are_known_where_the_catalogue_is_empty():
    words = {text: set(known) for text, known in _WORDS.items()}

    assert {
        text: missing for text, known in words.items() if (missing := {"es", "fr", "ru", "zh"} - known)
    } == {}
    assert [room_language("ar").say(text) == text for text in words if "{" not in text].count(True) == 0


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("ar", "باسم البرازيل"),
        ("en", "on behalf of: البرازيل"),
        ("es", "en nombre de: البرازيل"),
        ("fr", "au nom de\u00a0: البرازيل"),
        ("ru", "от имени: البرازيل"),
        ("zh", "代表البرازيل"),
    ],
)
def test_fields_are_filled_in_each_language(code, said):
    assert bare(room_language(code).say("on behalf of: {body}", body="البرازيل")) == said


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "on behalf of 14 organizations"),
        ("es", "en nombre de 14 organizaciones"),
        ("fr", "au nom de 14 organisations"),
        ("ru", "от имени организаций (14)"),
        ("zh", "代表14个组织"),
    ],
)
def test_several_organizations_are_counted_in_each_language(code, said):
    words = ("on behalf of {n} organization", "on behalf of {n} organizations")

    assert bare(room_language(code).count(*words, 14)) == said


def test_a_sentence_the_table_does_not_know_is_said_as_always():
    plain = Language("fr")

    assert room_language("fr").say("Undo") == plain.say("Undo")
