"""Short codes become phrases, kinds lie where one wants them, a note tells how it was heard and for whom."""

import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.notes import MODERATOR, NoteKind
from facilitator.domain.summary import panel_summary
from facilitator.language.direction import bare
from facilitator.language.short_codes import (
    BadShortCode,
    ShortCodes,
    language_written,
    read_short_codes,
    typed_short_codes,
)
from facilitator.ui.notes.kind_keys import KindKeys, read_kind_keys
from facilitator.ui.notes.typing import Typing
from facilitator.ui.notes.unfinished import Voice
from tests.ui.notes.conftest import Rapporteur

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER, UP = Qt.Key.Key_Return, Qt.Key.Key_Up
OWN = ShortCodes({"gp": "good practice"})


@pytest.fixture
def typist(make_console, sitting):
    """A rapporteur with a short code of their own, and good practices on the key b."""
    console = make_console(typing=Typing(KindKeys({"g": "b"}), lambda: OWN))
    console.open_page(1)
    return Rapporteur(console.notes)


def texts(desk):
    return [note.text for note in desk.view().notes]


def test_a_code_and_a_space_write_the_phrase_and_one_undo_takes_it_back(typist):
    typist.types("A ;gp ")
    expanded = typist.field.text()
    typist.presses(Qt.Key.Key_Z, CONTROL)
    taken_back = typist.field.text()
    typist.types(" it is")

    assert (expanded, taken_back, typist.field.text()) == ("A good practice ", "A ;gp", "A ;gp it is")


def test_a_code_of_the_workshop_is_written_unless_one_has_it_oneself(typist, desk):
    desk.do("set_short_code", code="GP", phrase="a practice")
    desk.do("set_short_code", code=";cso", phrase="the organizations")
    desk.do("set_short_code", code="نص", phrase="النص الكامل")
    typist.types("A ;gp by ;CSO ")
    typist.field.insert(";نص")
    typist.types(" ")
    written = typist.field.text()
    typist.presses(Qt.Key.Key_Z, CONTROL)
    taken_back = typist.field.text()
    typist.presses(Qt.Key.Key_E, CONTROL)
    listed = [(row.start[1:-1], row.text) for row in typist.notes.tools.picker.list.rows[:3]]

    assert written == "A good practice by the organizations النص الكامل "
    assert taken_back == "A good practice by the organizations ;نص"
    assert listed == [(";gp", "good practice"), (";cso", "the organizations"), (";نص", "النص الكامل")]


@pytest.mark.parametrize(
    ("before", "code", "phrase"),
    [
        ("Said by", "ngo", "civil society organizations"),
        ("Said by", "NGO", "civil society organizations"),
        ("قالت", "ngo", "منظمات المجتمع المدني"),
        ("Сказали", "нпо", "организации гражданского общества"),
        ("他们说", "cso", "民间社会组织"),
        ("Under", "sdg10", "Reduced inequalities"),
        ("By", "police", "police"),
    ],
)
def test_codes_of_the_vocabularies_speak_the_language_that_is_written(typist, before, code, phrase):
    typist.field.insert(f"{before} ;{code}")
    typist.types(".")

    assert typist.field.text() == f"{before} {phrase}."


def test_enter_writes_the_phrase_too_and_what_is_no_code_stays(typist, desk):
    typist.writes("A ;gp")
    typist.writes("So;gp is no code, nor is ;nothing")

    assert texts(desk) == ["A good practice", "So;gp is no code, nor is ;nothing"]


def test_all_codes_are_listed_and_the_one_taken_is_written(typist):
    typist.types("A ")
    typist.presses(Qt.Key.Key_E, CONTROL)
    picker = typist.notes.tools.picker
    first = picker.list.rows[0]
    picker.field.insert(";gp")
    QTest.keyClick(picker.field, ENTER)

    assert ((first.start[1:-1], first.text), typist.field.text()) == (
        (";gp", "good practice"),
        "A good practice",
    )


def test_a_kind_lies_on_the_key_chosen_for_it(typist, desk):
    typist.writes("b A good one")
    typist.writes("g no kind")
    typist.field.insert("ل ")

    assert [(note.kind, note.text) for note in desk.view().notes] == [
        (NoteKind.GOOD_PRACTICE, "A good one"),
        (NoteKind.POINT, "g no kind"),
    ]
    assert typist.notes.capture.kind is NoteKind.POINT  # the Arabic key in the place of g has no kind either


def test_a_quotation_tells_the_language_heard_and_that_it_was_interpreted(rapporteur, desk):
    rapporteur.types("We were not asked")
    rapporteur.presses(Qt.Key.Key_I, CONTROL)
    picker = rapporteur.notes.tools.picker
    picker.field.insert("العر")
    QTest.keyClick(picker.field, Qt.Key.Key_Down)
    QTest.keyClick(picker.field, ENTER)
    anchor = rapporteur.anchor()
    rapporteur.presses(ENTER)
    rapporteur.writes("plain")

    assert [(n.kind, n.heard, n.interpreted) for n in desk.view().notes] == [
        (NoteKind.QUOTATION, "ar", True),
        (NoteKind.POINT, "", False),
    ]
    assert ("heard in \u2068العربية\u2069" in anchor, "through interpretation" in anchor) == (True, True)


AS_NOTED, INTERPRETED, SPANISH = 0, 1, "heard in espanol"


def hears(rapporteur, *choices):
    """Each is chosen from the list of its own, by its row or by its words."""
    for choice in choices:
        rapporteur.presses(Qt.Key.Key_I, CONTROL)
        picker = rapporteur.notes.tools.picker
        if isinstance(choice, str):
            picker.field.insert(choice)
        for _ in range(0 if isinstance(choice, str) else choice):
            QTest.keyClick(picker.field, Qt.Key.Key_Down)
        QTest.keyClick(picker.field, ENTER)


HEARD = [
    ((SPANISH, INTERPRETED), ("es", True)),
    ((INTERPRETED, SPANISH), ("es", True)),
    ((SPANISH, INTERPRETED, SPANISH), ("es", False)),
    ((SPANISH, INTERPRETED, "heard in francais"), ("fr", False)),
    ((SPANISH, INTERPRETED, AS_NOTED), ("", False)),
    ((INTERPRETED, INTERPRETED), ("", True)),
]


@pytest.mark.parametrize(("choices", "heard"), HEARD)
def test_a_language_and_interpretation_chosen_one_after_the_other_stand_together(
    rapporteur, desk, choices, heard
):
    rapporteur.types("We were not asked")
    hears(rapporteur, *choices)
    rapporteur.presses(ENTER)

    assert [(n.heard, n.interpreted) for n in desk.view().notes] == [heard]


@pytest.mark.parametrize(("choices", "heard"), HEARD)
def test_of_a_stored_quotation_they_stand_together_too(rapporteur, desk, choices, heard):
    rapporteur.writes("v We were not asked")
    for choice in choices:
        rapporteur.presses(UP)
        hears(rapporteur, choice)

    assert [(n.heard, n.interpreted) for n in desk.view().notes] == [heard]


def test_what_was_said_of_a_stored_note_or_restored_in_it_points_at_no_note_any_more(rapporteur, desk):
    for text in ("v We were not asked", "Another"):
        rapporteur.writes(text)
    rapporteur.presses(UP)
    rapporteur.presses(UP)
    hears(rapporteur, SPANISH)
    rapporteur.presses(UP)
    pointed = [rapporteur.notes.capture.editing.text]
    rapporteur.writes(" one")
    for _ in range(2):
        rapporteur.presses(UP)
    rapporteur.presses(UP)
    rapporteur.presses(Qt.Key.Key_H, CONTROL)
    QTest.keyClick(rapporteur.notes.tools.picker.field, ENTER)
    rapporteur.presses(UP)
    pointed.append(rapporteur.notes.capture.editing.text)

    assert pointed == ["Another", "Another one"]


def test_a_language_heard_is_found_by_the_words_that_stand_in_its_row(rapporteur):
    rapporteur.presses(Qt.Key.Key_I, CONTROL)
    picker = rapporteur.notes.tools.picker
    picker.field.insert("heard in espanol")

    assert [bare(row.text) for row in picker.list.rows] == [
        "heard in Español",
        "heard in Español · through interpretation",
    ]


def test_a_note_that_is_no_quotation_was_not_heard_in_another_language(rapporteur, desk):
    rapporteur.types("Quoted")
    rapporteur.presses(Qt.Key.Key_I, CONTROL)
    QTest.keyClick(rapporteur.notes.tools.picker.field, Qt.Key.Key_Down)
    QTest.keyClick(rapporteur.notes.tools.picker.field, ENTER)
    rapporteur.presses(Qt.Key.Key_1, CONTROL)
    rapporteur.presses(ENTER)

    assert [(n.kind, n.heard, n.interpreted) for n in desk.view().notes] == [(NoteKind.POINT, "", False)]


@pytest.mark.parametrize("kind", ["", "v "])
def test_stored_note_that_was_heard_in_a_language_is_a_quotation_as_a_new_line_is(rapporteur, desk, kind):
    rapporteur.writes(f"{kind}As she said")
    rapporteur.presses(UP)
    rapporteur.presses(Qt.Key.Key_I, CONTROL)
    rapporteur.notes.tools.picker.field.insert("Français")
    QTest.keyClick(rapporteur.notes.tools.picker.field, ENTER)

    assert [(n.kind, n.heard, n.interpreted, n.text) for n in desk.view().notes] == [
        (NoteKind.QUOTATION, "fr", False, "As she said")
    ]


def test_a_note_is_a_sign_for_the_moderator_who_puts_it_away_by_a_key(rapporteur, console, desk):
    badge = console.floor.badge
    before = badge.isHidden()
    rapporteur.types("Two delegations say the interpretation is lost")
    rapporteur.presses(Qt.Key.Key_D, CONTROL)
    marked = "for the moderator" in rapporteur.anchor()
    rapporteur.presses(ENTER)
    rapporteur.writes("not for the moderator")
    rapporteur.writes("late for them")
    rapporteur.presses(UP)
    rapporteur.presses(Qt.Key.Key_D, CONTROL)
    charges = [note.charge for note in desk.view().notes]

    console.open_page(0)
    words = badge.words
    console.floor.queue.setFocus()
    QTest.keyClick(console.floor.queue, Qt.Key.Key_J, CONTROL)
    second = badge.words
    QTest.keyClick(console.floor.queue, Qt.Key.Key_J, CONTROL)

    assert (before, marked, charges) == (True, True, [MODERATOR, "", MODERATOR])
    assert (words, second, badge.isHidden()) == (
        "Rapporteur (2): \u2068Two delegations say the interpretation is lost\u2069",
        "Rapporteur: \u2068late for them\u2069",
        True,
    )
    assert [note.settled_at is not None for note in desk.view().notes] == [True, False, True]


@pytest.mark.parametrize(
    ("typed", "keys", "kind"),
    [
        ("Ask them to be brief", [Qt.Key.Key_D], NoteKind.FOLLOW_UP),
        ("Ask them to be brief", [Qt.Key.Key_D, Qt.Key.Key_D], NoteKind.POINT),
        ("Ask them to be brief", [Qt.Key.Key_D, Qt.Key.Key_1], NoteKind.POINT),
        ("g A hotline in every town", [Qt.Key.Key_D], NoteKind.GOOD_PRACTICE),
        ("t Send the list", [Qt.Key.Key_D, Qt.Key.Key_D], NoteKind.FOLLOW_UP),
    ],
)
def test_what_is_begun_as_a_sign_is_a_message_unless_a_kind_is_chosen(rapporteur, desk, typed, keys, kind):
    rapporteur.types(typed)
    for key in keys:
        rapporteur.presses(key, CONTROL)
    rapporteur.presses(ENTER)
    rapporteur.writes("The next line")

    assert [note.kind for note in desk.view().notes] == [kind, NoteKind.POINT]


def test_no_document_tells_a_message_to_the_moderator_and_a_statement_that_is_shown_to_them_stays_in(
    rapporteur, desk
):
    rapporteur.types("Ask them to be brief")
    rapporteur.presses(Qt.Key.Key_D, CONTROL)
    rapporteur.presses(ENTER)
    rapporteur.writes("Interpretation is lost in the booth")
    rapporteur.presses(UP)
    rapporteur.presses(Qt.Key.Key_D, CONTROL)
    view = desk.view()
    sections = panel_summary(view, desk.now()).sections
    told = [each.text for section in sections for each in section.paragraphs]

    assert [note.charge for note in view.notes] == [MODERATOR, MODERATOR]
    assert told == ["Interpretation is lost in the booth"]


@pytest.mark.parametrize("kind", ["!", "m"])
def test_what_never_leaves_is_not_read_on_the_moderators_desk(console, desk, kind):
    desk.do("write_note", text="secret", kind=NoteKind(kind), charge=MODERATOR)

    assert console.floor.badge.words in (
        "Rapporteur: \u2068Protection\u2069",
        "Rapporteur: \u2068Private memo\u2069",
    )


def test_the_line_keeps_voice_and_sign_through_a_crash(rapporteur, make_console):
    rapporteur.types("Half")
    rapporteur.presses(Qt.Key.Key_D, CONTROL)
    rapporteur.presses(Qt.Key.Key_I, CONTROL)
    rapporteur.notes.tools.picker.field.insert("Русский")
    QTest.keyClick(rapporteur.notes.tools.picker.field, Qt.Key.Key_Down)
    QTest.keyClick(rapporteur.notes.tools.picker.field, ENTER)
    capture = rapporteur.notes.capture
    capture.keep_draft()
    again = make_console()
    again.open_page(1)
    line = again.notes.capture.line()
    assert (line.text, line.kind, line.voice, line.for_moderator) == (
        "Half",
        NoteKind.QUOTATION,
        Voice("ru", interpreted=True),
        True,
    )


KEYS = st.sampled_from([*string.ascii_lowercase, "!", "ю", "é", "1", " ", ";", "ab", "A", ""])


@given(st.dictionaries(KEYS, KEYS | st.integers() | st.none()))
def test_every_kind_has_a_key_of_its_own(chosen):
    keys = read_kind_keys(json.dumps(chosen))
    found = [keys.of(kind.value) for kind in NoteKind]

    assert len(set(found)) == len(NoteKind)
    assert [keys.kind_of(key) for key in found] == [*NoteKind]


@given(st.text())
def test_what_is_no_list_is_nothing_chosen(text):
    read_kind_keys(text), read_short_codes(text)


@given(
    st.dictionaries(st.text("abcم漢", min_size=1, max_size=5), st.text("xyz =;", min_size=1).map(str.strip))
)
def test_a_list_of_codes_is_written_and_read_alike(own):
    codes = ShortCodes({code: phrase for code, phrase in own.items() if phrase})

    assert typed_short_codes(codes.written()).own == codes.own
    assert read_short_codes(codes.kept()).own == codes.own


@pytest.mark.parametrize(
    ("text", "line"),
    [("a = b\nno sign", 2), ("a = b\n\nA = c", 3), ("= b", 1), ("two words = b", 1), ("a =", 1)],
)
def test_a_line_that_is_no_code_is_named(text, line):
    with pytest.raises(BadShortCode) as told:
        typed_short_codes(text)

    assert told.value.line == line


def test_the_last_letter_tells_the_language():
    written = [language_written(text, "fr") for text in ("", "12", "а", "漢", "ب", "é", "a ب")]

    assert written == ["fr", "fr", "ru", "zh", "ar", "fr", "ar"]
    assert language_written("a", "ar") == "en"
