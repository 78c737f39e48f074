"""A key means one thing whatever is held and focused; a wheel turns no number by chance."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QSlider, QSpinBox, QVBoxLayout, QWidget

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


def turn(widget):
    middle = QPointF(widget.rect().center())
    down = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    if isinstance(widget, QSpinBox | QSlider):
        widget.setValue(5)
    QApplication.sendEvent(widget, down)


@pytest.mark.parametrize("kind", ["spin", "combo", "slider"])
def test_wheel_turns_only_what_has_the_focus(qtbot, window, kind):
    widget, value = numbers()[kind]
    window.column.addWidget(widget)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    widget.clearFocus()

    turn(widget)
    untouched = value()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    turn(widget)

    assert untouched == (0 if kind == "combo" else 5)
    assert value() != untouched
