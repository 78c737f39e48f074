"""The capture line: every key where it should be, editing beside a line that was begun, nothing lost."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.acts.desk import open_desk
from facilitator.acts.workshops import new_workshop
from facilitator.domain.notes import NoteKind
from facilitator.language.direction import bare
from facilitator.language.speech import LANGUAGES, Language
from facilitator.ui.context import Context
from facilitator.ui.notes.capture_block import DRAFT_MS
from facilitator.ui.notes.desk import NotesDesk
from facilitator.ui.notes.gestures import Ask, gesture
from facilitator.ui.notes.kind_keys import KindKeys
from facilitator.ui.notes.kinds import BY_NUMBER
from facilitator.ui.notes.unfinished import unfinished
from facilitator.ui.theme import dress
from facilitator.ui.tokens import LIGHT

CONTROL = Qt.KeyboardModifier.ControlModifier
TEN = 1_571_644_800_000
NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def bare_workshop(qtbot, qapp, tmp_path, clock):
    """A notes desk over a workshop without a panel, and what it has told."""
    path = tmp_path / "bare.facilitator"
    new_workshop(path, language="en", at=TEN, title="Nothing planned")
    desk, language, told = open_desk(path, clock), Language("en"), []
    dress(qapp, LIGHT, language)
    notes = NotesDesk(Context(desk, language, LIGHT), (1366, 768))
    qtbot.addWidget(notes)
    notes.told.connect(told.append)
    notes.show_view(desk.view(), clock.now)
    notes.show()
    yield notes, told, desk
    desk.close()


def texts(desk):
    return [note.text for note in desk.view().notes]


def key_event(key, held=NOTHING, text=""):
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


def test_what_is_typed_elsewhere_goes_into_the_line(console, rapporteur):
    console.top.tabs[0].setFocus()

    for key, held in ((Qt.Key.Key_4, CONTROL), (Qt.Key.Key_A, NOTHING), (Qt.Key.Key_B, NOTHING)):
        QTest.keyClick(console.window().windowHandle(), key, held)

    assert (rapporteur.field.text(), rapporteur.notes.capture.kind) == ("ab", NoteKind.GAP)


def test_what_is_typed_on_the_floor_desk_stays_there(console):
    console.open_page(0)
    QTest.keyClick(console.window().windowHandle(), Qt.Key.Key_A)

    assert console.notes.capture.field.text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_1, Qt.Key.Key_Up])
def test_no_shortcut_and_no_editing_key_takes_what_belongs_to_the_line(rapporteur, key):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
    event.ignore()

    QApplication.sendEvent(rapporteur.field, event)

    assert event.isAccepted()


def test_undo_belongs_to_the_text_while_there_is_any():
    z = key_event(Qt.Key.Key_Z, CONTROL)

    assert (gesture(z, empty=False), gesture(z, empty=True)) == (None, (Ask.UNDO, 0))


@pytest.mark.parametrize("digit", "123456789١٢٣٤٥٦٧٨٩")
def test_digits_of_an_arabic_keyboard_are_the_same_keys(digit):
    event = key_event(ord(digit), CONTROL, digit)

    assert gesture(event, empty=True) == (Ask.KIND, int(digit))


def test_letters_on_an_arabic_keyboard_choose_the_kind_of_the_same_place(rapporteur, desk):
    rapporteur.field.setText("ل ")
    rapporteur.notes.capture._typed("ل ")
    rapporteur.field.setText("قال")

    rapporteur.presses(Qt.Key.Key_Return)

    assert [(note.text, note.kind) for note in desk.view().notes] == [("قال", NoteKind.GOOD_PRACTICE)]
    assert [KindKeys().kind_of(letter) for letter in "!ة و"] == [
        NoteKind.PROTECTION,
        NoteKind.MEMO,
        None,
        None,
    ]


def test_backspace_makes_a_key_a_word_again(rapporteur, desk):
    rapporteur.presses(Qt.Key.Key_3, CONTROL)
    rapporteur.types("a ")
    taken = (rapporteur.notes.capture.kind, rapporteur.field.text())
    rapporteur.presses(Qt.Key.Key_Backspace)

    rapporteur.writes("new law")

    assert taken == (NoteKind.ANSWER, "")
    assert [(note.text, note.kind) for note in desk.view().notes] == [("a new law", NoteKind.CHALLENGE)]


def test_letter_within_a_line_is_a_letter(rapporteur, desk):
    rapporteur.writes("plan g is")

    assert [(note.text, note.kind) for note in desk.view().notes] == [("plan g is", NoteKind.POINT)]


def test_line_begun_is_there_again_after_a_note_was_edited(rapporteur, desk, clock):
    rapporteur.writes("First")
    desk.do("give_floor")
    clock.pass_s(10)
    rapporteur.presses(Qt.Key.Key_6, CONTROL)
    rapporteur.types("half a rec")
    link = rapporteur.notes.capture.moment
    rapporteur.notes.timeline.edit_wanted.emit(desk.view().notes[0].id)
    during = rapporteur.field.text()
    rapporteur.field.setText("First, mended")
    rapporteur.presses(Qt.Key.Key_Return)

    assert (during, texts(desk)) == ("First", ["First, mended"])
    assert (rapporteur.field.text(), rapporteur.notes.capture.kind) == (
        "half a rec",
        NoteKind.RECOMMENDATION,
    )
    assert rapporteur.notes.capture.moment == link


def test_draft_holds_the_edit_and_the_line_beneath_it(rapporteur, desk, qtbot):
    rapporteur.writes("First")
    rapporteur.types("begun")
    rapporteur.notes.timeline.edit_wanted.emit(desk.view().notes[0].id)
    rapporteur.types(" and more")
    rapporteur.notes.capture.keep_draft()

    kept = unfinished(desk.draft())
    assert (kept.text, kept.note, kept.beneath.text) == ("First and more", desk.view().notes[0].id, "begun")


def test_edit_is_taken_up_again_after_a_power_cut(rapporteur, make_console, desk):
    rapporteur.writes("First")
    rapporteur.presses(Qt.Key.Key_Up)
    rapporteur.types(", mended")
    rapporteur.notes.capture.keep_draft()

    again = make_console()
    again.open_page(1)
    again.notes.capture._store()

    assert texts(desk) == ["First, mended"]


def test_edit_that_was_overtaken_can_be_stored_once_both_texts_were_seen(console, rapporteur, desk):
    rapporteur.writes("First")
    rapporteur.presses(Qt.Key.Key_Up)
    seen = desk.view().notes[0]
    desk.do("revise_note", note=seen.id, text="Theirs", base=seen.revision)
    rapporteur.field.setText("Mine")
    rapporteur.presses(Qt.Key.Key_Return)
    refused = (texts(desk), rapporteur.field.text(), "Theirs" in console.banner.text())

    rapporteur.presses(Qt.Key.Key_Return)

    (note,) = desk.view().notes
    assert refused == (["Theirs"], "Mine", True)
    assert [row["text"] for row in desk.reading.revisions(note.id)] == ["First", "Theirs", "Mine"]
    assert console.banner.text() == ""


def test_edit_can_change_kind_and_question(rapporteur, desk):
    rapporteur.writes("First")
    rapporteur.presses(Qt.Key.Key_Up)
    rapporteur.presses(Qt.Key.Key_4, CONTROL)
    rapporteur.presses(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    rapporteur.presses(Qt.Key.Key_Return)

    (note,) = desk.view().notes
    assert (note.kind, note.question, note.revisions) == (
        NoteKind.GAP,
        desk.view().panel.questions[1].id,
        2,
    )
    assert rapporteur.notes.capture.question is None


def test_anchor_of_an_edit_is_the_link_of_the_note(rapporteur, desk, clock):
    desk.do("give_floor")
    clock.pass_s(40)
    rapporteur.writes("First")
    desk.do("end_intervention")

    rapporteur.presses(Qt.Key.Key_Up)

    assert bare(rapporteur.anchor()) == "Editing · Brazil · 0:40 · no question"


def test_refused_note_stays_in_the_line_with_the_reason_and_the_next_takes_it_away(qtbot, bare_workshop):
    notes, told, desk = bare_workshop
    QTest.keyClicks(notes.capture.field, "not lost")
    QTest.keyClick(notes.capture.field, Qt.Key.Key_Return)
    refused = (notes.capture.field.text(), list(told), unfinished(desk.draft()).text)
    desk.do("add_panel", title="Remedies", starts=TEN, ends=TEN + 3_600_000)
    desk.do("open_panel", panel=1)
    notes.show_view(desk.view(), desk.now())
    QTest.keyClick(notes.capture.field, Qt.Key.Key_Return)

    assert refused == ("not lost", ["No panel is open. Open one first."], "not lost")
    assert (notes.capture.field.text(), told[1:], desk.draft(), texts(desk)) == ("", [""], "", ["not lost"])


def test_hiding_the_desk_saves_what_the_timer_has_not_saved_yet(console, rapporteur, desk):
    rapporteur.types("half a sen")
    before = desk.draft()

    console.open_page(0)

    assert (before, unfinished(desk.draft()).text) == ("", "half a sen")


def test_saving_waits_for_no_pause_in_the_typing(rapporteur):
    rapporteur.types("a")
    first = rapporteur.notes.capture._draft.remainingTime()
    rapporteur.types("bcd")

    assert rapporteur.notes.capture._draft.remainingTime() <= first <= DRAFT_MS < 500


def test_line_of_kinds_keeps_all_keys_on_a_small_window(rapporteur):
    kinds = rapporteur.notes.capture.kinds
    kinds.resize(917, 24)
    wide = [chip.word for chip in kinds.chips()]
    kinds.resize(420, 24)
    narrow = kinds.chips()

    assert wide[:2] == ["Point", "Good practice"]
    assert "" not in wide
    assert [chip.key for chip in narrow] == [*"123456789", "K"]
    assert narrow[-1].x + narrow[-1].width <= 420


@pytest.mark.parametrize("code", ["en", "ar"])
def test_press_on_a_kind_chooses_it_in_either_direction(make_console, sitting, code):
    console = make_console(Language(code))
    console.open_page(1)
    kinds, capture = console.notes.capture.kinds, console.notes.capture
    pressed = []
    for chip in kinds.chips()[:-1]:
        x = round(chip.x + chip.width / 2)
        place = kinds.rect().center()
        place.setX(kinds.width() - x if code == "ar" else x)
        QTest.mouseClick(kinds, Qt.MouseButton.LeftButton, pos=place)
        pressed.append(capture.kind)

    assert pressed == list(BY_NUMBER)


def test_list_of_kinds_goes_by_arrows_enter_escape_and_press(rapporteur):
    notes = rapporteur.notes
    rapporteur.presses(Qt.Key.Key_K, CONTROL)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right):
        QTest.keyClick(notes.kinds, key)
    QTest.keyClick(notes.kinds, Qt.Key.Key_Return)
    by_arrows = (notes.capture.kind, notes.kinds.isHidden())
    rapporteur.presses(Qt.Key.Key_K, CONTROL)
    QTest.keyClick(notes.kinds, Qt.Key.Key_Escape)
    left = (notes.capture.kind, notes.kinds.isHidden())
    rapporteur.presses(Qt.Key.Key_K, CONTROL)
    box = notes.kinds._box(list(NoteKind).index(NoteKind.PROTECTION)).center().toPoint()
    QTest.mouseClick(notes.kinds, Qt.MouseButton.LeftButton, pos=box)

    assert (by_arrows, left) == ((NoteKind.COMMITMENT, True), (NoteKind.COMMITMENT, True))
    assert (notes.capture.kind, notes.kinds.isHidden()) == (NoteKind.PROTECTION, True)


def test_empty_line_waits_at_the_side_of_the_page(make_console, sitting):
    console = make_console(Language("ar"))
    console.open_page(1)
    field = console.notes.capture.field
    field.grab()  # it finds its place when it is drawn

    assert field.cursorRect().center().x() > field.width() / 2


@pytest.mark.parametrize(
    ("text", "right"), [("", False), ("نعم", True), ("yes نعم", False), ("(1) نعم", True)]
)
def test_text_stands_at_the_side_it_begins_from(rapporteur, text, right):
    rapporteur.field.setText(text)
    rapporteur.field.setCursorPosition(0)
    rapporteur.field.grab()  # it finds its place when it is drawn

    at = rapporteur.field.cursorRect().center().x()
    assert (at > rapporteur.field.width() / 2) is right


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_kind_shows_its_word_on_the_smallest_window(make_console, code):
    console = make_console(Language(code), size=(911, 512))
    console.open_page(1)

    chips = console.notes.capture.kinds.chips()

    assert "" not in [chip.word for chip in chips]
    assert chips[-1].x + chips[-1].width <= console.notes.capture.kinds.width()
