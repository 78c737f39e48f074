"""The floor strip is the same black instrument in both themes, and its digits stand still."""

import pytest
from PySide6.QtGui import QColor

from facilitator.ui.floor.strip import FloorStrip
from facilitator.ui.tokens import INSTRUMENT as I

WIDTH, HEIGHT = 1366, 128


def drawn(context, now, width=WIDTH):
    strip = FloorStrip(context, HEIGHT)
    strip.resize(width, HEIGHT)
    strip.show_view(context.desk.view(), now)
    return strip.grab().toImage()


@pytest.fixture
def speech(desk, sitting, clock):
    """Brazil speaks, with two minutes; returns the instant it began."""
    desk.do("give_floor", request=sitting["Brazil"])
    return clock.now


@pytest.mark.parametrize(
    ("elapsed_s", "band", "ground"),
    [
        (10, I.running, I.bg),
        (95, I.warning, I.bg),
        (113, I.danger, I.bg),
        (140, I.grace, I.grace),
        (200, I.over, I.over),
    ],
)
def test_phase_is_seen_in_band_and_ground(either_theme, speech, elapsed_s, band, ground):
    image = drawn(either_theme, speech + elapsed_s * 1000)

    assert (image.pixelColor(5, 60), image.pixelColor(20, 60)) == (band, ground)


def test_last_seconds_have_a_frame(either_theme, speech):
    image = drawn(either_theme, speech + 115_000)

    assert [image.pixelColor(x, y) for x, y in ((700, 1), (1364, 64), (700, 126))] == [I.danger] * 3


def test_paused_clock_is_grey_and_keeps_its_bar(either_theme, speech, desk, clock):
    clock.pass_s(60)
    desk.do("pause")
    clock.pass_s(600)

    image = drawn(either_theme, clock.now)

    track = [image.pixelColor(x, HEIGHT - 14) for x in (40, 680, 700, 1300)]
    assert track == [I.idle, I.idle, I.track, I.track]


def minutes_and_colon(image, ink, ground):
    """The cells of the minutes and the colon, as what is rather ink than ground."""

    def far(x, y, colour):
        pixel = image.pixelColor(x, y)
        return abs(pixel.red() - colour.red()) + abs(pixel.green() - colour.green())

    right = WIDTH - 24 - round(2 * 57.6)
    cells = [(x, y) for x in range(right - 58 - 32, right - 2) for y in range(20, 100)]
    return {at for at in cells if far(*at, ink) < far(*at, ground)}


def test_digits_do_not_move_when_the_sign_comes(context, speech):
    white = QColor("#FFFFFF")
    shown = {110: (I.danger, I.bg), 111: (I.danger, I.bg), 120: (I.danger, I.bg), 121: (white, I.grace)}

    cells = [minutes_and_colon(drawn(context, speech + at * 1000), *inks) for at, inks in shown.items()]

    assert len(cells[0]) > 500
    assert [len(cell ^ cells[0]) < 60 for cell in cells] == [True] * 4  # smoothed edges; one pixel makes 300


def test_strip_of_a_panel_to_come_counts_down_to_it(context, desk, clock):
    clock.pass_s(-252)
    strip = FloorStrip(context, HEIGHT)
    strip.show_view(desk.view(), clock.now)

    assert (strip.face().name.replace("\u2068", "").replace("\u2069", ""), strip.face().reading.digits) == (
        "Panel 1 starts in",
        "4:12",
    )
