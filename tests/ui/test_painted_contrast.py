"""Contrast as it is painted, not as it is meant: on every desk, in both themes and the stronger ones."""

from collections import Counter

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from facilitator.language.speech import Language
from facilitator.ui.console import Console
from facilitator.ui.tokens import DARK, DARK_STRONG, LIGHT, LIGHT_STRONG

LEAST, LEAST_STRONG = 4.5, 7.0  # WCAG 2.2: 1.4.3, and 1.4.6 where more is asked for
THEMES = {
    "light": (LIGHT, LEAST),
    "dark": (DARK, LEAST),
    "light strong": (LIGHT_STRONG, LEAST_STRONG),
    "dark strong": (DARK_STRONG, LEAST_STRONG),
}


def luminance(rgb):
    colour = QColor(rgb)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def painted(image):
    """Return the contrast of the ground, the colour there is most of, with what stands out most from it."""
    seen = Counter(image.pixel(x, y) for y in range(image.height()) for x in range(image.width()))
    ground = luminance(seen.most_common(1)[0][0])
    others = [luminance(rgb) for rgb in seen]
    return max((max(ground, other) + 0.05) / (min(ground, other) + 0.05) for other in others)


@pytest.fixture(params=THEMES)
def worn(request, qtbot, make_context, sitting, desk):
    tokens, least = THEMES[request.param]
    desk.do("give_floor", request=sitting["Brazil"])
    console = Console(make_context(Language("en"), tokens), (1366, 768))
    qtbot.addWidget(console, before_close_func=lambda it: it.close_room())
    console.resize(1366, 768)
    with qtbot.waitExposed(console):
        console.show()
    return console, least


@pytest.mark.parametrize("page", [0, 1, 2, 3], ids=["floor", "notes", "report", "setup"])
def test_every_text_stands_out_from_its_ground_as_it_is_painted(worn, page):
    console, least = worn
    console.open_page(page)
    QApplication.processEvents()
    whole = console.grab().toImage()
    weak, measured = [], 0
    for widget in console.findChildren(QLabel) + console.findChildren(QAbstractButton):
        if not (widget.isVisible() and widget.isEnabled() and widget.text().strip()):
            continue
        seen = widget.visibleRegion().boundingRect()
        box = seen.translated(widget.mapTo(console, seen.topLeft()) - seen.topLeft())
        if box.width() < 8 or box.height() < 8:
            continue
        measured += 1
        contrast = painted(whole.copy(box))
        if contrast < least:
            weak.append((type(widget).__name__, widget.text(), round(contrast, 2)))

    assert weak == []
    assert measured >= 5


def test_rows_of_the_list_stand_out_as_they_are_painted(worn):
    console, least = worn
    console.open_page(0)
    QApplication.processEvents()
    queue = console.floor.queue
    image = queue.viewport().grab().toImage()
    boxes = [queue.visualRect(queue.model().index(number, 0)) for number in range(queue.model().rowCount())]

    assert len(boxes) == 4
    assert [round(painted(image.copy(box)), 2) for box in boxes if painted(image.copy(box)) < least] == []
