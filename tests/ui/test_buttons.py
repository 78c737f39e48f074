"""What is painted in a foreign direction reads the same on every page: names of keys, names of people."""

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.ui.buttons import Button, draw_cap
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.type import Role


def cap_of(context, key, *, rtl):
    """Return the picture of a key's cap that fills its image."""
    font = context.font(Role.CAP)
    image = QImage(round(width_of(key, font)) + 11, 20, QImage.Format.Format_RGB32)
    image.fill(context.tokens.surface)
    painter = QPainter(image)
    width = width_of(key, font) + 10
    draw_cap(Pencil(painter, QRectF(0, 0, width, 20), rtl=rtl), 0, key, font, context.tokens.text)
    painter.end()
    return image


@pytest.mark.parametrize("key", ["Ctrl+↵", "Ctrl+M", "Alt ↑ ↓", "Shift F9"])
def test_cap_of_a_key_is_the_same_picture_from_right_to_left(context, key):
    assert cap_of(context, key, rtl=True) == cap_of(context, key, rtl=False)


def line_of(context, text, width, *, rtl):
    """Return the picture of a text that stands at the left of a line."""
    image = QImage(width, 30, QImage.Format.Format_RGB32)
    image.fill(context.tokens.surface)
    painter = QPainter(image)
    pencil, side = Pencil(painter, QRectF(0, 0, width, 30), rtl=rtl), Side.END if rtl else Side.START
    pencil.text(pencil.bounds, text, context.font(Role.PLACE), context.tokens.text, side)
    painter.end()
    return image


@pytest.mark.parametrize("width", [120, 600], ids=["cut short", "whole"])
@pytest.mark.parametrize(
    "text", ["Workshop on remedies (2)", "Who is heard?", "حلقة عمل بشأن سبل الانتصاف (أ)"]
)
def test_a_name_in_other_letters_ends_where_it_ends_on_a_page_of_its_own(context, text, width):
    assert line_of(context, text, width, rtl=True) == line_of(context, text, width, rtl=False)


@pytest.mark.parametrize(
    ("key", "held", "expected"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, 1),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, 0),
    ],
)
def test_enter_presses_the_button_that_has_the_focus_as_space_does(qtbot, context, key, held, expected):
    button = Button(context, "Import")
    qtbot.addWidget(button)
    button.show()
    button.setFocus()
    pressed = []
    button.clicked.connect(lambda: pressed.append(key))
    QTest.keyClick(button, key, held)

    assert len(pressed) == expected


def test_enter_that_is_held_down_presses_once(qtbot, context):
    button = Button(context, "Import")
    qtbot.addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))
    for repeated in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeated
        )
        QApplication.sendEvent(button, event)

    assert pressed == [True]
