"""Whoever hears the screen, or sees its colours otherwise, or uses no mouse, gets what everybody gets."""

import itertools
import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.ui.tokens import INSTRUMENT

in_both_directions = pytest.mark.parametrize("code", ["en", "ar"])
DESKS = ["floor", "notes", "report", "setup", "ledger"]
on_every_desk = pytest.mark.parametrize("page", range(len(DESKS)), ids=DESKS)
LEAST_TARGET = 24  # WCAG 2.2, 2.5.8


@pytest.fixture
def desk_of(make_console, sitting, desk, qapp):
    def make(code, page, size=(1366, 768)):
        desk.do("give_floor", request=sitting["Brazil"])
        console = make_console(Language(code), size)
        console.open_page(page)
        qapp.processEvents()
        return console

    return make


def heard(widget):
    return QAccessible.queryAccessibleInterface(widget)


def focusable(console):
    return [
        widget
        for widget in console.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@on_every_desk
@in_both_directions
def test_everything_that_takes_the_focus_has_a_name_and_a_role(desk_of, code, page):
    found = focusable(desk_of(code, page))
    told = [(heard(widget).text(QAccessible.Text.Name), heard(widget).role()) for widget in found]
    nameless = [type(found[n]).__name__ for n, (name, _) in enumerate(told) if not name.strip()]
    without = {type(found[n]).__name__ for n, (_, role) in enumerate(told) if role in NO_ROLES}

    assert (nameless, without - {PAGES}) == ([], set())
    assert len(found) >= 4


NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client)
PAGES = (
    "Preview"  # is a picture of pages that moves by keys; Qt has no better role for it than the client area
)


@on_every_desk
@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_targets_are_large_enough_for_every_hand(desk_of, page, size):
    found = focusable(desk_of("en", page, size))
    small = [
        (type(widget).__name__, widget.size().toTuple())
        for widget in found
        if min(widget.size().toTuple()) < LEAST_TARGET
    ]

    assert small == []


@in_both_directions
def test_rows_of_the_list_are_heard_with_place_name_and_state(desk_of, code):
    console = desk_of(code, 0)
    listed = heard(console.floor.queue)
    rows = [listed.child(number) for number in range(listed.childCount())]
    told = [bare(row.text(QAccessible.Text.Name)) for row in rows]
    rows_of_the_model = [bare(row.name) for row in console.floor.model.rows]

    assert len(told) == len(rows_of_the_model) == 4
    assert [name in words for name, words in zip(rows_of_the_model, told, strict=True)] == [True] * 4
    console.floor.queue.select(console.floor.model.rows[2].request)
    assert [row.state().selected for row in rows] == [False, False, True, False]


@on_every_desk
def test_every_part_of_a_desk_is_reached_by_the_tab_key_alone(desk_of, qapp, page):
    console = desk_of("en", page)
    console.activateWindow()
    first = console.top.panel
    first.setFocus()
    seen = [qapp.focusWidget()]
    for _ in range(200):
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
        if qapp.focusWidget() is first:
            break
        seen.append(qapp.focusWidget())
    missed = [widget for widget in focusable(console) if widget not in seen]

    assert qapp.focusWidget() is first
    assert [(type(widget).__name__, bare(widget.accessibleName())) for widget in missed] == []


@on_every_desk
def test_focus_is_seen(desk_of, qapp, page):
    """Whatever has the focus is painted otherwise than without it."""
    console = desk_of("en", page)
    console.activateWindow()
    unseen = []
    for widget in focusable(console):
        widget.clearFocus()  # the first may have it since the desk was opened
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qapp.processEvents()
        if widget.grab().toImage() == before and not framed_around(widget):
            unseen.append((type(widget).__name__, bare(widget.accessibleName())))
        widget.clearFocus()

    assert unseen == []


def framed_around(widget):
    """A line without a frame of its own stands in one that shows the focus: the caret is in it besides."""
    return bool(widget.property("bare"))


# colours as they are seen by those who lack one kind of cone, after Machado, Oliveira and Fernandes (2009)
LACKING = {
    "red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
LEAST_DIFFERENCE = 40  # CIE 1976; about twenty times what can just be told apart


def linear(colour):
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def lab(rgb):
    red, green, blue = (min(max(c, 0.0), 1.0) for c in rgb)
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (c ** (1 / 3) if c > 216 / 24389 else (24389 / 27 * c + 16) / 116 for c in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen_lacking(colour: QColor, kind):
    rgb = linear(colour)
    return lab([sum(part * c for part, c in zip(row, rgb, strict=True)) for row in LACKING[kind]])


@pytest.mark.parametrize("kind", LACKING)
def test_phases_are_told_apart_without_one_kind_of_cone(kind):
    phases = (INSTRUMENT.running, INSTRUMENT.warning, INSTRUMENT.danger)
    seen = [seen_lacking(colour, kind) for colour in phases]
    least = min(math.dist(one, other) for one, other in itertools.combinations(seen, 2))

    assert least >= LEAST_DIFFERENCE


def test_difference_of_black_and_white_is_a_hundred():
    assert math.dist(lab([0, 0, 0]), lab([1, 1, 1])) == pytest.approx(100, abs=0.01)
