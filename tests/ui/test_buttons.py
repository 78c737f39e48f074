"""What is painted in a foreign direction reads the same on every page: names of keys, names of people."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from facilitator.ui.buttons import draw_cap
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
