"""A real workshop is set up with the keys alone: from its start to what is printed for the first morning."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from facilitator.acts.importing.order import Kind
from facilitator.domain.programme import SeatRole
from facilitator.language.speech import Language
from facilitator.ui.main_window import MainWindow
from facilitator.ui.start.recents import Settings

NOTE = Path(__file__).parents[3] / "shared" / "concept-note.ar.txt"
PEOPLE = (
    "Wer;Woher;Als;Anrede\nAda Example;Norway;Government;Ms.\nÉmile Essai;Réseau;NGO;M.\n;Nobody;NGO;M.\n"
)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FREE = Qt.KeyboardModifier.NoModifier
_TABS_ROUND = 200
pytestmark = pytest.mark.skipif(
    not NOTE.is_file(), reason="the note lies beside the checkout, and it has none"
)


class Hands:
    """Ten fingers: nothing is pointed at, and what has no focus hears nothing."""

    def __init__(self, window):
        self.window = window

    def press(self, key, held=FREE, times=1):
        for _ in range(times):
            if QApplication.activeWindow() is None:  # as whoever manages windows does when another is gone
                self.window.activateWindow()
                QApplication.processEvents()
            QTest.keyClick(self.window.windowHandle(), key, held)
            QApplication.processEvents()

    def write(self, text, *, enter=True):
        """What is typed takes the place of what was there."""
        self.press(Qt.Key.Key_A, CTRL)
        QApplication.clipboard().setText(text)  # a keyboard of any language has every letter
        self.press(Qt.Key.Key_V, CTRL)
        if enter:
            self.press(Qt.Key.Key_Return)

    def reach(self, part):
        for _ in range(_TABS_ROUND):
            if QApplication.focusWidget() is part:
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"no tab reaches {part.accessibleName() or part}")

    def push(self, button):
        self.reach(button)
        self.press(Qt.Key.Key_Space)

    def turn(self, chooser, wanted):
        """The arrow goes through what a chooser offers."""
        self.reach(chooser)
        for _ in range(40):
            if chooser._now == wanted:
                return
            self.press(Qt.Key.Key_Down)
        pytest.fail(f"{wanted} is not offered")

    def turn_to(self, tab, tabs):
        """The tab that is chosen is reached, and the arrow goes on from there."""
        self.reach(next(each for each in tabs.values() if each.isChecked()))
        for _ in tabs:
            if not tab.isChecked():
                self.press(Qt.Key.Key_Left if self.window.language.rtl else Qt.Key.Key_Right)
        assert tab.isChecked()

    def name_file(self, path, how):
        """The dialog that `how` opens is given a path."""

        def answer():
            dialog = QApplication.activeModalWidget()
            if dialog is None:  # it is still on the way to the button
                QTimer.singleShot(0, answer)
                return
            dialog.setDirectory(str(path.parent))
            dialog.selectFile(path.name)
            QTest.keyClick(dialog.findChild(QLineEdit, "fileNameEdit"), Qt.Key.Key_Return)
            if dialog.isVisible():
                dialog.reject()  # nobody waits for ever

        QTimer.singleShot(0, answer)
        how()
        QApplication.processEvents()


@pytest.fixture(params=["en", "ar"])
def hands(request, qtbot, make_context, tmp_path, clock):
    language = Language(request.param, "Europe/Zurich")
    make_context(language)  # dresses the application
    window = MainWindow(Settings(tmp_path / "settings.json"), language, clock)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show_start()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return Hands(window)


@pytest.mark.timeout(600)  # two documents by processes that give way to all others
def test_a_workshop_is_ready_for_its_first_morning(hands, tmp_path, qtbot):
    people, file = tmp_path / "people.csv", tmp_path / "geneva.facilitator"
    people.write_text(PEOPLE, encoding="utf-8")
    hands.name_file(file, lambda: hands.press(Qt.Key.Key_Return))
    hands.press(Qt.Key.Key_Escape)  # the tour
    console = hands.window.console
    view = console.desk.view
    assert len(view().panels) == 6

    hands.press(Qt.Key.Key_S, CTRL | SHIFT)
    setup = console._pages.setup
    list_comes_in(hands, setup.door, people)
    assert {(p.name, p.delegation, p.gender) for p in view().invited.values()} == {
        ("Ada Example", "Norway", "female"),
        ("Émile Essai", "Réseau", "male"),
    }
    note_comes_in(hands, setup.door)
    assert len(view().panels) == 6

    programme_is_decided(hands, setup.door, view)
    panel = view().panels[0]
    assert (panel.title, panel.questions[-1].text) == ("Cooperation since 2016", "Who was not asked?")
    assert [(seat.role, seat.capacity) for seat in panel.seats] == [(SeatRole.PANELLIST, "Chair")]
    assert 270_000 in dict(view().floors[panel.id].allotments).values()

    nothing_keeps_it_from_beginning(hands, console)
    for what in ("programme", "badges"):
        target = printed(hands, console, what, qtbot)
        assert (target.read_bytes()[:5], "panel" in target.name) == (b"%PDF-", False)


def list_comes_in(hands, door, people):
    """Its columns have names that nobody knows; the one faulty row is told, and the rest is in."""
    hands.name_file(people, lambda: hands.push(door.button))
    for field, column in (
        ("name", "Wer"),
        ("delegation", "Woher"),
        ("category", "Als"),
        ("gender", "Anrede"),
    ):
        hands.turn(door.sheet.columns.choosers[field], column)
    hands.push(door.sheet.take_in)
    assert (door.sheet.kind, door.sheet.done.added, door.sheet.done.skipped) == (Kind.PARTICIPANTS, 2, 1)
    hands.press(Qt.Key.Key_Escape)


def note_comes_in(hands, door):
    """The panels of the template are those of the note; what a person has to decide is told."""
    hands.name_file(NOTE, lambda: hands.push(door.button))
    hands.press(Qt.Key.Key_Space)
    assert door.sheet.kind is Kind.PROGRAMME
    told = [defect.problem for defect in door.sheet.done.defects]
    assert (told.count("panel_is_there"), "panel_untitled" in told) == (6, True)
    hands.press(Qt.Key.Key_Escape)


def programme_is_decided(hands, door, view):
    hands.push(door.panels)
    sheet = door.programme
    hands.reach(sheet.fields["title"])
    hands.write("Cooperation since 2016")
    hands.reach(sheet.asking.asked)
    hands.write("Who was not asked?", enter=False)
    hands.push(sheet.asking.add)
    hands.turn_to(sheet.tabs["seats"], sheet.tabs)
    hands.reach(sheet.seats.office)
    hands.write("Chair", enter=False)
    hands.reach(sheet.seats.who)
    hands.write("Ada")
    hands.turn_to(sheet.tabs["rules"], sheet.tabs)
    hands.reach(sheet.rules.fields["limit"])
    hands.write("4:30", enter=False)
    hands.push(sheet.rules.change)
    hands.press(Qt.Key.Key_Escape)


def nothing_keeps_it_from_beginning(hands, console):
    """The check is found by its name and tells a line for each point."""
    hands.press(Qt.Key.Key_F, CTRL | SHIFT)
    hands.press(Qt.Key.Key_K, CTRL)
    hands.write(console.context.language.say("Is everything ready?"))
    ready = hands.window._sheets.sheet
    assert (ready.isVisible(), len(ready.lines) > 5) == (True, True)
    hands.press(Qt.Key.Key_Escape)


def printed(hands, console, what, qtbot):
    """Return the file that a document was written to."""
    if not console.report.isVisible():  # there it would turn from the document to its draft
        hands.press(Qt.Key.Key_R, CTRL | SHIFT)
    hands.turn(console.report.head.what, what)
    target = console.report.target
    hands.push(console.report.foot.export)
    qtbot.waitUntil(lambda: target.exists() and not console.report.exporting.at_work, timeout=180_000)
    return target
