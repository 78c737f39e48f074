"""A field for one line is empty at the side where its page begins, and runs as its letters say."""

import pytest

from facilitator.ui.field import Field

HINTS = {"ar": "اسم الشخص", "en": "The person's name"}


def inked(field):
    """Return between which columns something is painted, within the frame."""
    picture = field.grab().toImage()
    ground = picture.pixelColor(field.width() // 2, 6)
    columns = range(8, field.width() - 8)
    found = [x for x in columns for y in range(8, 32) if picture.pixelColor(x, y) != ground]
    return min(found), max(found)


@pytest.mark.parametrize("hint", ["ar", "en"])
@pytest.mark.parametrize("rtl", [True, False])
def test_hint_and_caret_of_an_empty_field_are_where_the_page_begins(qtbot, rtl, hint):
    field = Field(rtl=rtl)
    qtbot.addWidget(field)
    field.setPlaceholderText(HINTS[hint])
    field.resize(600, 40)
    first, last = inked(field)

    assert (first > 300, last > 300, field.cursorRect().center().x() > 300) == (rtl, rtl, rtl)


@pytest.mark.parametrize(("text", "right"), [("أمينة", True), ("Amina", False), ("12", None)])
@pytest.mark.parametrize("rtl", [True, False])
def test_a_name_runs_as_its_letters_say(qtbot, rtl, text, right):
    field = Field(rtl=rtl)
    qtbot.addWidget(field)
    field.resize(600, 40)
    field.setText(text)

    assert (inked(field)[0] > 300) is (rtl if right is None else right)
