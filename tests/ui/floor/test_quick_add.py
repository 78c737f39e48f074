"""A few letters and Enter put somebody on the list, among many thousand people too."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.people import CategoryKey, Participant, ParticipantId

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # of pop-ups


@pytest.fixture
def console(make_console, people, desk):
    desk.do("open_panel", panel=1)
    return make_console()


@pytest.fixture
def field(console):
    console.floor.quick_add.setFocus()
    return console.floor.quick_add


def waiting(desk):
    view = desk.view()
    return [view.people[request.participant].name for request in view.floor.waiting]


def test_letters_and_enter_add_a_speaker_and_empty_the_field(field, desk, qtbot):
    for letters in ("ken", "NORW"):
        QTest.keyClicks(field, letters)
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: field.text() == "")

    assert waiting(desk) == ["Kenya", "Norway"]


def test_chosen_row_of_the_list_is_added(field, desk):
    QTest.keyClicks(field, "o")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert waiting(desk) == ["Network"]


def test_unknown_letters_add_nobody_and_stay(field, desk):
    QTest.keyClicks(field, "xyz")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert (waiting(desk), field.text()) == ([], "xyz")


def test_second_request_of_one_who_waits_is_refused_in_the_banner(field, console, desk, qtbot):
    for _ in range(2):
        QTest.keyClicks(field, "Kenya")
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: field.text() == "")

    assert waiting(desk) == ["Kenya"]
    assert console.banner.text() != ""


def test_one_of_many_thousand_is_found(field, desk, qtbot):
    crowd = {
        ParticipantId(f"p{n}"): Participant(
            ParticipantId(f"p{n}"), f"Delegate {n}", CategoryKey("GOV"), f"Party {n % 200}"
        )
        for n in range(17_553)
    }
    chosen = []
    field.show_view(replace(desk.view(), people=crowd))
    field.asked.disconnect()
    field.asked.connect(lambda act, given: chosen.append((act, given["participant"])))

    field.clear()
    QTest.keyClicks(field, "Delegate 17123")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert chosen == [("request_floor", "p17123")]
