"""A key means one thing whatever is held and focused; a wheel turns no number by chance."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QSlider, QSpinBox, QVBoxLayout, QWidget

from facilitator.ui.live_keys import LiveKeys

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.done = []
    names = ("F9", "Shift F9", "Ctrl F9")
    made.keys = LiveKeys({name: lambda name=name: made.done.append(name) for name in names}, made)
    made.keys.listen(at_once=True)
    made.column = QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("held", "done"),
    [(NONE, ["F9"]), (SHIFT, ["Shift F9"]), (CTRL, ["Ctrl F9"]), (ALT, []), (CTRL | SHIFT, [])],
)
def test_each_chord_is_an_act_of_its_own(qtbot, window, held, done):
    with qtbot.waitExposed(window):
        window.show()

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9, held)

    assert window.done == done


def numbers():
    spin, combo, slider = QSpinBox(), QComboBox(), QSlider()
    combo.addItems(["one", "two", "three"])
    return {
        "spin": (spin, spin.value),
        "combo": (combo, combo.currentIndex),
        "slider": (slider, slider.value),
    }


def turn(window, widget):
    """The wheel turns one notch down over the widget, through its window, as the system tells it."""
    if isinstance(widget, QSpinBox | QSlider):
        widget.setValue(5)
    middle = widget.mapTo(window, widget.rect().center())
    QTest.wheelEvent(window.windowHandle(), middle, QPoint(0, -120))


@pytest.mark.parametrize("kind", ["spin", "combo", "slider"])
def test_wheel_turns_only_what_has_the_focus(qtbot, window, kind):
    widget, value = numbers()[kind]
    other = QLineEdit()
    for each in (other, widget):
        window.column.addWidget(each)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)

    turn(window, widget)
    untouched = value()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    turn(window, widget)

    assert untouched == (0 if kind == "combo" else 5)
    assert value() != untouched
