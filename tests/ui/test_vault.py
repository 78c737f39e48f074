"""The key of a workshop at the window: asked for, dropped at once, given; and the way back to a snapshot."""

import keyring
import pypdf
import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from facilitator.acts.keys import find_key, key_for_new
from facilitator.acts.safety import repair
from facilitator.acts.workshops import new_workshop
from facilitator.domain.notes import NoteKind
from facilitator.language.direction import bare, isolate
from facilitator.language.refusals import sentence
from facilitator.language.speech import Language
from facilitator.store.faults import FileEmpty, FileMissing
from facilitator.store.snapshots import Why, snapshots
from facilitator.ui.console import Console
from facilitator.ui.main_window import MainWindow
from facilitator.ui.settings import LOCK, SAFETY
from facilitator.ui.start.parts import told
from facilitator.ui.start.recents import Recent, Settings
from facilitator.ui.start.screen import StartScreen
from facilitator.ui.start.unlock import Unlock
from tests.conftest import TEN

WORDS, OTHER = "correct horse battery", "staple and tree"


@pytest.fixture(autouse=True)
def no_ring():
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def window(qtbot, make_context, tmp_path, clock):
    make_context(Language("en"))  # dresses the application
    window = MainWindow(Settings(tmp_path / "settings.json"), Language("en"), clock)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def locked(window, tmp_path):
    path = tmp_path / "locked.facilitator"
    new_workshop(path, language="en", at=TEN, template="durban-2019", key=key_for_new(WORDS).key)
    window.open(path)
    return path


def page(window):
    return window._page


def type_in(window, text):
    page(window).field.setText(text)
    QTest.keyClick(page(window).field, Qt.Key.Key_Return)


def test_a_locked_workshop_asks_and_a_wrong_passphrase_is_one_sentence(window, locked):
    asking = page(window)
    type_in(window, "something else")
    told = asking.fault.text()
    assert isinstance(asking, Unlock)
    assert told == (
        "This does not open \u2068locked.facilitator\u2069. Check the passphrase, or type the recovery code."
    )
    type_in(window, WORDS)

    assert isinstance(page(window), Console)
    assert window.holds() == locked


def test_a_new_workshop_has_a_key_from_its_first_byte_if_somebody_wants_one(window, tmp_path, monkeypatch):
    """The window of the system is the one thing here that no test can press."""
    path = tmp_path / "new.facilitator"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(path), asked[-1].split(";;")[-1]))
    window._new_requested("durban-2019")
    assert isinstance(page(window), Unlock)
    for first, second in ((WORDS, OTHER), ("short", "short")):
        page(window).field.setText(first)
        page(window).twice.setText(second)
        QTest.keyClick(page(window).twice, Qt.Key.Key_Return)
        assert page(window).fault.text() in (
            "The two passphrases differ. Type the same one twice.",
            "A passphrase has at least 8 characters. Choose a longer one.",
        )
    assert not path.exists()
    page(window).field.setText(WORDS)
    QTest.keyClick(page(window).field, Qt.Key.Key_Return)
    page(window).twice.setText(WORDS)
    QTest.keyClick(page(window).twice, Qt.Key.Key_Return)

    assert isinstance(page(window), Console)
    code = bare(sheet(window).told.text().splitlines()[0]).removeprefix("Recovery code: ")
    assert sheet(window).page.isVisible()
    key = window._desk.key
    window.leave()
    assert key == find_key(path, code) == find_key(path, WORDS)
    assert b"Durban" not in path.read_bytes()


def test_whoever_wants_the_keyring_hears_that_there_is_none(window, locked):
    page(window).remember.setChecked(True)
    type_in(window, WORDS)

    told = window.console.banner.accessibleName()
    assert told == "This computer has no keyring: the passphrase will be asked for."


def test_escape_leads_back_to_the_start(window, locked):
    QTest.keyClick(page(window), Qt.Key.Key_Escape)

    assert isinstance(page(window), StartScreen)


def test_lock_now_leaves_nothing_to_see_and_nothing_that_opens_it(window, locked):
    type_in(window, WORDS)
    room = window.console.room
    room.show()
    window.open_sheet(LOCK)

    assert isinstance(page(window), Unlock)
    assert (window.holds(), window.console, room.isVisible()) == (None, None, False)
    assert (window._desk, window._vault) == (None, None)
    type_in(window, WORDS)
    assert isinstance(page(window), Console)


def test_whoever_has_locked_it_can_type_at_once(qtbot, window, locked):
    with qtbot.waitActive(window):
        window.activateWindow()
    type_in(window, WORDS)
    window.open_sheet(LOCK)
    settled = QTimer(singleShot=True)
    with qtbot.waitSignal(settled.timeout):  # all that the pages before do in their last turns is done
        settled.start(50)

    assert window.focusWidget() is page(window).field


def test_what_a_locked_workshop_is_called_is_not_seen(window, locked):
    type_in(window, WORDS)
    opened = window.windowTitle()
    window.open_sheet(LOCK)

    assert (opened == "Facilitator", window.windowTitle()) == (False, "Facilitator")


def test_a_workshop_without_a_key_is_not_locked(window, tmp_path):
    path = tmp_path / "open.facilitator"
    new_workshop(path, language="en", at=TEN, template="durban-2019")
    window.open(path)
    window.open_sheet(LOCK)

    assert isinstance(page(window), Console)


@pytest.fixture
def noted(window, tmp_path, clock):
    """A workshop with a snapshot, and a note written after it."""
    path = tmp_path / "open.facilitator"
    new_workshop(path, language="en", at=TEN, template="durban-2019")
    window.open(path)
    window._desk.do("open_panel", panel=1)
    window._desk.keep_snapshot(Why.ASKED)
    clock.pass_s(60)
    window._desk.do("write_note", text="Written later", kind=NoteKind.POINT)
    window._desk.do("close_panel")
    window.open_sheet(SAFETY)
    return path


def sheet(window):
    return window._sheets.sheet


def notes_of_panel_1(window):
    return [note.text for note in window._desk.reading.notes(window._desk.view().panels[0].id)]


def test_the_sheet_leads_back_to_a_snapshot(window, noted):
    assert notes_of_panel_1(window) == ["Written later"]
    QTest.mouseClick(sheet(window).rows[0], Qt.MouseButton.LeftButton)

    assert window.holds() == noted
    assert notes_of_panel_1(window) == []
    assert [each.why for each in snapshots(noted)] == [Why.RESTORE, Why.CLOSE, Why.ASKED]
    (aside,) = noted.parent.glob("open.set-aside-*.facilitator")
    assert bare(sheet(window).told.text()) == f"What was there lies in {aside.name} now."


def test_a_snapshot_that_is_gone_leads_nowhere_and_the_sheet_says_why(window, noted):
    (kept,) = snapshots(noted)
    kept.path.unlink()
    QTest.mouseClick(sheet(window).rows[0], Qt.MouseButton.LeftButton)

    assert notes_of_panel_1(window) == ["Written later"]
    assert sheet(window).told.text() == sentence(Language("en"), FileMissing(kept.path))


def test_the_sheet_makes_one_and_tells_that_it_is_sound(window, noted):
    QTest.mouseClick(sheet(window).keep, Qt.MouseButton.LeftButton)

    assert sheet(window).told.text() == (
        "The workshop was read from end to end: it is sound, and the newest snapshot holds it."
    )
    assert len(sheet(window).rows) == 2


def test_the_sheet_encrypts_and_shows_the_code_once(window, noted):
    for field in sheet(window).fields:
        field.setText(OTHER)
    QTest.mouseClick(sheet(window).encrypt, Qt.MouseButton.LeftButton)
    words = sheet(window).told.text().splitlines()
    window.leave()

    assert words[0].startswith("Recovery code: ")
    assert find_key(noted, OTHER) == find_key(
        noted, words[0].removeprefix("Recovery code: ").strip("\u2068\u2069")
    )


def test_the_code_is_printed_where_somebody_wants_it_and_stands_nowhere_else(window, noted, monkeypatch):
    """The window of the system is the one thing here that no test can press."""
    page, wanted = noted.with_name("on-a-stick.pdf"), ["", str(noted.with_name("on-a-stick.pdf"))]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (wanted.pop(0), ""))
    assert not sheet(window).page.isVisible()
    for field in sheet(window).fields:
        field.setText(OTHER)
    QTest.mouseClick(sheet(window).encrypt, Qt.MouseButton.LeftButton)
    code = bare(sheet(window).told.text().splitlines()[0]).removeprefix("Recovery code: ")
    before = set(noted.parent.rglob("*"))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert set(noted.parent.rglob("*")) == before
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)

    assert set(noted.parent.rglob("*")) == {*before, page}
    assert code in pypdf.PdfReader(page).pages[0].extract_text()
    assert code in bare(sheet(window).told.text())
    assert bare(sheet(window).saved.text()) == (
        "The code stands in on-a-stick.pdf. Print it, and do not keep it on this laptop."
    )
    held = [file for file in noted.parent.rglob("*") if file.is_file() and code.encode() in file.read_bytes()]
    assert held in ([], [page])


def test_a_page_that_cannot_be_written_is_told_and_the_code_is_there_still(window, noted, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(noted.parent / "no" / "it.pdf"), ""))
    for field in sheet(window).fields:
        field.setText(OTHER)
    QTest.mouseClick(sheet(window).encrypt, Qt.MouseButton.LeftButton)
    QTest.mouseClick(sheet(window).page, Qt.MouseButton.LeftButton)

    assert bare(sheet(window).saved.text()).startswith("it.pdf could not be written")
    assert bare(sheet(window).told.text()).startswith("Recovery code: ")


def test_a_passphrase_is_typed_twice_and_taken_by_enter(window, noted):
    sheet(window).fields[0].setFocus()
    for _ in range(2):
        QTest.keyClicks(window.focusWidget(), OTHER)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)

    words, key = sheet(window).told.text(), window._desk.key
    window.leave()

    assert words.startswith("Recovery code: ")
    assert key == find_key(noted, OTHER)


def test_of_a_workshop_that_is_encrypted_only_its_file_is_remembered(window, noted, tmp_path):
    """What it is called, when and where it is, and how many come stands in the settings no more."""
    remembered = tmp_path / "settings.json"
    before, title = remembered.read_text(encoding="utf-8"), window._desk.view().workshop.brief
    for field in sheet(window).fields:
        field.setText(OTHER)
    QTest.mouseClick(sheet(window).encrypt, Qt.MouseButton.LeftButton)
    (kept,) = window._settings.recents

    assert title in before
    assert kept == Recent(noted, "open", kept.at)
    assert title not in remembered.read_text(encoding="utf-8")
    assert told(kept, Language("en")) == isolate("open.facilitator")


def test_two_different_passphrases_encrypt_nothing(window, noted):
    for field, text in zip(sheet(window).fields, (WORDS, OTHER), strict=True):
        field.setText(text)
    QTest.mouseClick(sheet(window).encrypt, Qt.MouseButton.LeftButton)

    assert sheet(window).told.text() == "The two passphrases differ. Type the same one twice."
    assert window._desk.key is None


def test_a_short_passphrase_is_told_and_the_workshop_is_open_again(window, noted):
    for field in sheet(window).fields:
        field.setText("short")
    QTest.mouseClick(sheet(window).encrypt, Qt.MouseButton.LeftButton)

    assert sheet(window).told.text() == "A passphrase has at least 8 characters. Choose a longer one."
    assert window.holds() == noted


def fault(window):
    return page(window).fault


def test_a_damaged_workshop_comes_back_as_its_newest_snapshot_holds_it(window, noted):
    window.leave()
    whole = noted.read_bytes()
    noted.write_bytes(whole[: len(whole) // 2])
    window.open(noted)
    assert bare(fault(window).button.text()) == "Go back to 21 October 2019, 10:01"
    QTest.mouseClick(fault(window).button, Qt.MouseButton.LeftButton)

    first = window._desk.view().panels[0].id
    assert [note.text for note in window._desk.view(first).notes] == ["Written later"]
    assert window.holds() == noted


def test_of_a_file_that_is_not_there_nothing_is_rescued(window, tmp_path):
    window.open(tmp_path / "gone.facilitator")

    assert (fault(window).text, fault(window).button) == (
        sentence(Language("en"), FileMissing(tmp_path / "gone.facilitator")),
        None,
    )


def test_of_an_empty_file_nothing_is_rescued(window, tmp_path):
    path = tmp_path / "empty.facilitator"
    path.touch()
    window.open(path)

    assert (fault(window).text, fault(window).button) == (sentence(Language("en"), FileEmpty(path)), None)


def test_without_a_snapshot_what_can_be_read_is_rescued(window, tmp_path):
    path = tmp_path / "open.facilitator"
    new_workshop(path, language="en", at=TEN, template="durban-2019")
    with path.open("rb+") as file:
        file.write(bytes(60))
    window.open(path)
    assert fault(window).button.text() == "Rescue what can be read"
    QCoreApplication.processEvents()
    assert window.focusWidget() is fault(window).button
    QTest.mouseClick(fault(window).button, Qt.MouseButton.LeftButton)

    assert window.holds().name == "open-20191021T080000000Z.facilitator"
    assert len(window._desk.view().panels) == 6
    again = repair(path, tmp_path / "again.facilitator", TEN)
    assert bare(window.console.banner.text()).split("\n") == [
        f"Rows rescued: {again.rows}; of these, given back by the journal: 0",
        "They are in open-20191021T080000000Z.facilitator. The damaged file is as it was.",
    ]


def test_the_snapshot_of_a_locked_workshop_asks_for_its_passphrase(window, locked):
    type_in(window, WORDS)
    window._desk.do("open_panel", panel=1)
    window._desk.keep_snapshot(Why.ASKED)
    window._desk.do("close_panel")
    window.leave()
    locked.write_bytes(b"")
    window.open(locked)
    QTest.mouseClick(fault(window).button, Qt.MouseButton.LeftButton)
    type_in(window, WORDS)

    assert window.holds() == locked
    assert window._desk.key is not None


def test_nothing_is_gone_back_to_while_a_panel_is_live(window, noted):
    window._desk.do("open_panel", panel=2)
    window.open_sheet(SAFETY)

    assert [row.isEnabled() for row in sheet(window).rows] == [False]
    assert not sheet(window).encrypt.isEnabled()


def test_a_person_is_erased_at_the_second_press(window, noted):
    desk = window._desk
    who = desk.do("add_participant", name="Zelmira Quandt", category="GOV", delegation="Ruritania").id
    desk.do("add_participant", name="Zelda", category="GOV")
    window.open_sheet(SAFETY)
    erasing = sheet(window).erasing
    QTest.keyClicks(erasing.field, "zel")
    assert len(erasing.rows) == 2
    QTest.keyClicks(erasing.field, "mira")
    (row,) = erasing.rows
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert (row.text(), desk.view().people[who].name) == ("Erase for good", "Zelmira Quandt")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    (certificate,) = noted.parent.glob("open-erasure-*.json")

    assert window._desk.view().people[who].name == f"[{who[-8:]}]"
    assert all(b"Zelmira" not in each.read_bytes() for each in noted.parent.rglob("*") if each.is_file())
    assert sheet(window).told.text().splitlines()[0] == (
        f"It is erased. The certificate: \u2068{certificate.name}\u2069"
    )


def test_nobody_is_erased_while_a_panel_is_live(window, noted):
    window._desk.do("add_participant", name="Zelmira Quandt", category="GOV")
    window._desk.do("open_panel", panel=2)
    window.open_sheet(SAFETY)
    QTest.keyClicks(sheet(window).erasing.field, "zelmira")

    assert [row.isEnabled() for row in sheet(window).erasing.rows] == [False]


@pytest.mark.parametrize(
    ("role", "there"), [("moderator", False), ("rapporteur", False), ("secretariat", True)]
)
def test_only_the_secretariat_erases(window, noted, role, there):
    window.leave()
    window._settings.keep("role", role)
    window.open(noted)
    window.open_sheet(SAFETY)

    assert (sheet(window).erasing is not None) is there
