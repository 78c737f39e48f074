"""What is read back stands on the room's screen at every step and answer, and nothing that is not public."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.difference import Fate, Piece
from facilitator.domain.notes import NoteKind
from facilitator.domain.recommendation import Sensitivity, Status, Told
from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.ui.room.display import RoomDisplay
from facilitator.ui.room.readout import Readout
from facilitator.ui.tokens import INSTRUMENT

Key = Qt.Key


@pytest.fixture
def made(desk):
    desk.do("open_panel", panel=1)
    texts = ("Set up registers.", "Train judges in remedies.", "Name focal points.")
    return [desk.do("make_recommendation", text=text, addressees=("GOV",)).id for text in texts]


@pytest.fixture
def console(make_console, made):
    console = make_console()
    console.open_page(4)
    console._pages.ledger.read_back()
    return console


def press(console, *keys):
    for key in keys:
        QTest.keyClick(console._pages.ledger.sheet, key)


def room(console):
    """What the room and the console's mirror of it read, which is the same."""
    one, other = console.room.display._readout, console.floor.mirror._readout
    assert one == other
    return one


def told(console):
    readout = room(console)
    return bare(readout.number), readout.text, readout.state


def test_the_room_follows_each_step_from_the_moment_it_is_wanted(console):
    before = room(console)
    press(console, Key.Key_Space)
    first = told(console)
    press(console, Key.Key_Down)
    second = told(console)
    press(console, Key.Key_Space)

    assert (before, first, second) == (
        None,
        ("R-P1-01", "Set up registers.", ""),
        ("R-P1-02", "Train judges in remedies.", ""),
    )
    assert room(console) is None


def test_it_sees_what_is_retained_and_what_is_struck_at_once(console):
    press(console, Key.Key_Space, Key.Key_Return)
    kept = (told(console)[2], room(console).kept, room(console).struck)
    press(console, Key.Key_Down, Key.Key_Delete)

    assert kept == ("retained", True, False)
    assert (told(console)[2], room(console).kept, room(console).struck) == ("not retained", False, True)


def test_enter_on_what_was_struck_says_why_it_stays_so(console, desk, made):
    press(console, Key.Key_Delete, Key.Key_Return, Key.Key_Return)
    sheet = console._pages.ledger.sheet
    told = bare(sheet.state.text())
    press(console, Key.Key_Down)

    assert told == "not retained · It has been struck. Ctrl+Z takes back, the last act first."
    assert desk.reading.ledger.recommendation(made[0]).status is Status.NOT_RETAINED
    assert sheet.state.text() == "captured"


def test_a_proposal_is_shown_as_what_goes_and_what_comes_without_who_made_it(console, desk, made):
    desk.do("propose_change", recommendation=made[1], text="Train police in remedies.", proposer="A Name")
    press(console, Key.Key_Space, Key.Key_Down, Key.Key_1)
    pieces = room(console).pieces
    press(console, Key.Key_Return)

    assert pieces == (
        Piece(Fate.STAYS, "Train "),
        Piece(Fate.GOES, "judges"),
        Piece(Fate.COMES, "police"),
        Piece(Fate.STAYS, " in remedies."),
    )
    assert told(console) == ("R-P1-02", "Train police in remedies.", "")


@pytest.mark.parametrize("how", ["sensitive", "kept back", "of a protection concern"])
def test_what_stays_with_the_team_leaves_the_room_at_once(console, desk, made, how):
    press(console, Key.Key_Space)
    if how == "of a protection concern":
        note = desk.do("write_note", text="Somebody is at risk.", kind=NoteKind.PROTECTION).id
        desk.do("source_recommendation", recommendation=made[0], notes=(note,))
    else:
        field = {Told.SENSITIVITY: Sensitivity.PROTECTION} if how == "sensitive" else {Told.ATTRIBUTION: "A5"}
        desk.do("edit_recommendation", recommendation=made[0], fields=field)

    assert told(console) == ("R-P1-02", "Train judges in remedies.", "")


def test_the_second_language_of_the_room_reads_the_translation(console, desk, made):
    desk.do("edit_recommendation", recommendation=made[0], text="أنشئوا سجلات.", language="ar")
    console.control.choose_second("ar")
    press(console, Key.Key_Space)

    assert (room(console).text, room(console).second) == ("Set up registers.", "أنشئوا سجلات.")


@pytest.mark.parametrize("way", ["Esc", "another desk"])
def test_the_clock_comes_back_when_the_sheet_is_left(console, way):
    press(console, Key.Key_Space)
    if way == "Esc":
        press(console, Key.Key_Escape)
    else:
        console.open_page(0)

    assert room(console) is None


@pytest.mark.parametrize("words", [2, 40, 400, 40_000])
@pytest.mark.parametrize("word", ["word ", "كلمة ", "x"], ids=["en", "ar", "one word"])
def test_a_text_of_any_length_leaves_the_lines_above_and_below_it_free(qtbot, context, words, word):
    display = RoomDisplay(context)
    qtbot.addWidget(display)
    display.resize(1920, 1080)
    display.show_view(context.desk.view(), 0)
    display.show_readout(Readout("R-P1-01", "1 of 1", (Piece(Fate.STAYS, word * words),), "", ""))
    image = display.grab().toImage()
    places = [(x, y) for y in (150, 170, 740, 760) for x in range(0, 1920, 8)]
    drawn = [place for place in places if image.pixelColor(*place) != INSTRUMENT.bg]

    assert drawn == []


@pytest.mark.parametrize(("language", "on"), [("en", Qt.Key.Key_Right), ("ar", Qt.Key.Key_Left)])
def test_arrows_to_the_sides_turn_as_the_page_is_read(make_console, made, language, on):
    console = make_console(Language(language))
    console.open_page(4)
    console._pages.ledger.read_back()
    sheet, back = console._pages.ledger.sheet, {Qt.Key.Key_Right, Qt.Key.Key_Left} - {on}
    places = []
    for key in (on, on, back.pop()):
        press(console, key)
        places.append(sheet.place)

    assert places == [1, 2, 1]
