"""Between laptops, at the window: packed, taken in, told, and settled by one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.acts.exchange import pack
from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.ui.main_window import MainWindow
from facilitator.ui.settings import LAPTOPS
from facilitator.ui.start.recents import Settings
from facilitator.ui.stick import Stick
from tests.exchange.test_settling import THEIRS, torn  # noqa: F401 - a fixture
from tests.exchange.test_union import laptops  # noqa: F401 - a fixture


@pytest.fixture(params=["en", "ar"])
def window(request, qtbot, make_context, torn, tmp_path, clock):  # noqa: F811 - the fixture above
    """The laptop that made the workshop, at whose window a note reads differently on two laptops."""
    make_context(Language(request.param))  # dresses the application
    a, b, note = torn
    b.do("write_note", text="On a stick", panel=1)
    pack(b, tmp_path / "b.package")
    a.close()
    window = MainWindow(Settings(tmp_path / "settings.json"), Language(request.param), clock)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.open(a.path, clock)
    with qtbot.waitExposed(window):
        window.show()
    window.open_sheet(LAPTOPS)
    yield window, note, tmp_path / "b.package"
    window.close()


def test_a_key_keeps_one_side_and_the_sheet_tells_so(window, tmp_path):
    window, note, _ = window
    assert window.console.top.conflicts.isVisible()
    window.grab().save(str(tmp_path / f"laptops-{window.language.code}.png"))
    QTest.keyClick(window._sheets.sheet, Qt.Key.Key_2)

    assert window.console.desk.reading.note(note).text == THEIRS
    assert not window.console.top.conflicts.isVisible()
    assert window._sheets.sheet.told.isVisible()
    assert Stick(window.console.desk, window.language).conflicts() == []


def test_a_third_text_is_kept_by_ctrl_enter(window, tmp_path):
    window, note, _ = window
    field = window._sheets.sheet.third
    field.setPlainText("As both have it, 1 and 2")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert window.console.desk.reading.note(note).text == "As both have it, 1 and 2"
    assert Stick(window.console.desk, window.language).conflicts() == []


def test_a_package_is_told_of_and_a_damaged_one_does_not_keep_it_out(window, tmp_path):
    window, _, package = window
    bad = tmp_path / "bad.package"
    bad.write_bytes(package.read_bytes()[:-1])
    stick = Stick(window.console.desk, Language("en"))
    told = bare(stick.take_in([bad, package])).splitlines()

    assert len(told) == 2
    assert told[1] == "From Laptop 7: 2 new acts."
    assert "On a stick" in {
        note.text for note in window.console.desk.view(window.console.view.panels[0].id).notes
    }


def test_what_is_packed_is_at_its_place(window, tmp_path):
    window, _, _ = window
    stick = Stick(window.console.desk, Language("en"))
    told = stick.pack(tmp_path / "a.package", for_secretariat=True)

    assert bare(told) == "a.package holds all this laptop knows and may tell."
    assert (tmp_path / "a.package").read_bytes().startswith(b"age-encryption.org/")
