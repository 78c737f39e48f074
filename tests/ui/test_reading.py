"""What a clock shows at each moment of a speech."""

import plistlib
import sys

import pytest

from facilitator.domain.timing import Clock, Pause
from facilitator.language.speech import Language
from facilitator.ui.motion import mac_asks, may_move
from facilitator.ui.reading import digits_width, look, read
from facilitator.ui.shapes import Mode, shape
from facilitator.ui.theme import prefer
from facilitator.ui.tokens import INSTRUMENT
from facilitator.ui.type import font_of, load_faces

ENGLISH = Language("en")


@pytest.mark.parametrize(
    ("elapsed_s", "mode", "digits"),
    [
        (0, Mode.RUNNING, "4:00"),
        (79, Mode.RUNNING, "2:41"),
        (206, Mode.WARNING, "0:34"),
        (230, Mode.DANGER, "0:10"),
        (240, Mode.DANGER, "0:00"),
        (240.5, Mode.GRACE, "0:00"),
        (241, Mode.GRACE, "−0:01"),
        (270, Mode.GRACE, "−0:30"),
        (312, Mode.OVER, "−1:12"),
    ],
)
def test_clock_shows_phase_and_whole_seconds(qapp, elapsed_s, mode, digits):
    reading = read(Clock(0, 240_000), round(elapsed_s * 1000), ENGLISH)

    assert (reading.mode, reading.digits) == (mode, digits)


def test_paused_clock_keeps_its_bar(qapp):
    reading = read(Clock(0, 240_000, pauses=(Pause(125_000),)), 500_000, ENGLISH)

    assert (reading.mode, reading.digits, round(reading.fraction, 2)) == (Mode.PAUSED, "1:55", 0.52)


def test_bar_has_its_gaps_where_the_phases_change(qapp):
    assert read(Clock(0, 240_000), 0, ENGLISH).marks == (0.8, 0.95)


def test_over_time_pulses_for_five_seconds_and_then_stands_still(qapp):
    clock = Clock(0, 60_000)

    grounds = [look(read(clock, 90_500 + second * 1000, ENGLISH)).ground for second in range(8)]

    dim, bright = INSTRUMENT.over_track, INSTRUMENT.over
    assert grounds == [bright, dim, bright, dim, bright, bright, bright, bright]


def test_nothing_pulses_or_blinks_where_it_is_chosen_so(qapp):
    clock, blinking = Clock(0, 60_000), qapp.cursorFlashTime()
    prefer(None, still=True)
    grounds = [look(read(clock, 90_500 + second * 1000, ENGLISH)).ground for second in range(8)]
    still = (grounds, qapp.cursorFlashTime())
    prefer(None)

    assert still == ([INSTRUMENT.over] * 8, 0)
    assert (may_move(), qapp.cursorFlashTime()) == (True, blinking)


@pytest.mark.skipif(sys.platform != "linux", reason="each system keeps it in a place of its own")
@pytest.mark.parametrize(
    ("name", "line", "asked"),
    [
        ("gtk-3.0/settings.ini", "gtk-enable-animations=0", True),
        ("gtk-4.0/settings.ini", "gtk-enable-animations = false", True),
        ("gtk-3.0/settings.ini", "gtk-enable-animations=1", False),
        ("kdeglobals", "AnimationDurationFactor=0", True),
        ("kdeglobals", "AnimationDurationFactor=0.5", False),
    ],
)
def test_what_the_computer_asks_for_all_programs_holds(qapp, monkeypatch, tmp_path, name, line, asked):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(f"[Settings]\n{line}\n", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    prefer(None)
    moves = may_move()
    monkeypatch.undo()
    prefer(None)

    assert (moves, may_move()) == (not asked, True)


@pytest.mark.parametrize("how", [plistlib.FMT_BINARY, plistlib.FMT_XML])
@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ({"reduceMotion": True, "closeViewZoomFactor": 1.0}, True),
        ({"reduceMotion": 1}, True),
        ({"reduceMotion": False}, False),
        ({"reduceTransparency": True}, False),
        ([True], False),
    ],
)
def test_what_a_mac_asks_for_all_programs_is_read_from_its_own_file(tmp_path, how, kept, asked):
    file = tmp_path / "com.apple.universalaccess.plist"
    file.write_bytes(plistlib.dumps(kept, fmt=how))

    assert mac_asks(file) is asked


@pytest.mark.parametrize("written", [b"", b"bplist00", b"<?xml version='1.0'?><plist><dict>", b"\xff\xfe\0"])
def test_a_mac_whose_file_cannot_be_read_asks_for_nothing(tmp_path, written):
    file = tmp_path / "com.apple.universalaccess.plist"
    missing = mac_asks(file)
    file.write_bytes(written)

    assert (missing, mac_asks(file)) == (False, False)


def test_digits_take_one_width_whatever_they_are(qapp):
    load_faces("en")
    font = font_of(96, 600)

    assert {digits_width(f"{n}:{n}{n}", font) for n in range(10)} == {digits_width("0:00", font)}
    assert digits_width("−0:01", font) - digits_width("0:01", font) == pytest.approx(57.6)


def test_every_phase_has_a_silhouette_of_its_own():
    outlines = {
        str(shape(mode).toFillPolygon().boundingRect().getRect()) + str(shape(mode).elementCount())
        for mode in Mode
    }

    assert len(outlines) == len(Mode)
