"""What stands on buttons reads the same in every direction where it is a key's name."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from facilitator.ui.buttons import draw_cap
from facilitator.ui.painting import Pencil, width_of
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
