"""What the eye meets from left to right on the screen, where words of several scripts stand in one line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from facilitator.language.direction import isolate, ltr
from facilitator.language.speech import Language
from facilitator.ui.type import Role, font, load_all_faces

ARABIC, ENGLISH = Language("ar"), Language("en")
MINUTE, HOUR = 60_000, 3_600_000
NAMES = (
    "Amnesty International (NGO)",
    "(Observer) Holy See",
    "Costa Rica",
    "C.E.R.D.",
    "3rd Committee",
    "Committee 3",
    "A/HRC/60/12",
    "+41 22 917 90 00",
    "3/10",
    "50 %",
    "100 %: all",
    "Côte d'Ivoire",
    "Российская Федерация (государство)",
    "中国（国家）",
    "日本 2",
    "«Memorial»",
    "who@example.org",
    "ABC, DEF; GHI.",
    "-5",
    "[draft] 1.2",
)
BEFORE, AFTER = "تمت", "شكرت"


def seen(text, *, rtl):
    """Return the characters from left to right as they are drawn, without the marks of direction."""
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    option = QTextOption()
    option.setTextDirection(direction)
    layout = QTextLayout(text, font(Role.BODY, "ar"))
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine().setLineWidth(10_000)
    layout.endLayout()
    drawn = [(n, each) for n, each in enumerate(text) if each not in "\u2066\u2067\u2068\u2069"]
    places = [(layout.glyphRuns(n, 1)[0].positions()[0].x(), each) for n, each in drawn]
    return "".join(each for _, each in sorted(places))


@pytest.fixture(autouse=True)
def faces(qapp):
    load_all_faces()


@pytest.mark.parametrize("name", NAMES)
def test_row18_a_foreign_name_stays_whole_in_an_arabic_line_and_leaves_its_neighbours_in_place(name):
    line = f"{BEFORE} {isolate(name)} – {ltr('2:00')} {AFTER}"

    assert seen(line, rtl=True) == f"{AFTER[::-1]} 2:00 – {name} {BEFORE[::-1]}"


@pytest.mark.parametrize("name", ["برنامج", "شبكة 3", "مكتب (جنيف)"])
def test_row18_an_arabic_name_stays_whole_in_an_english_line(name):
    shown = seen(isolate(name), rtl=True)

    assert seen(f"Next: {isolate(name)} – {ltr('2:00')}", rtl=False) == f"Next: {shown} – 2:00"


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (ARABIC.duration(-5_000), "−0:05"),
        (ARABIC.duration(90_000), "1:30"),
        (ARABIC.hours(90 * MINUTE), "1:30"),
        (ARABIC.number(-1234.5, 1), "−1,234.5"),
        (ARABIC.percent(0.5), "50 %"),
        (ARABIC.time_range(10 * HOUR, 12 * HOUR + 30 * MINUTE), "11:00–13:30"),
        (ltr("+41 22 917 90 00"), "+41 22 917 90 00"),
    ],
)
def test_row01_a_figure_is_read_from_left_to_right_in_an_arabic_line(figure, shown):
    assert seen(f"{BEFORE} {figure} {AFTER}", rtl=True) == f"{AFTER[::-1]} {shown} {BEFORE[::-1]}"


def test_row01_a_bare_range_would_be_turned_round():
    """Else the tests above would prove nothing."""
    assert seen("10:00–12:30", rtl=True) == "12:30–10:00"
