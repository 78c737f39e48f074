"""The room's screen fits what it has to say, and never covers the console."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.language.room_words import room_language
from facilitator.ui.painting import width_of
from facilitator.ui.room.card import Wish
from facilitator.ui.room.display import RoomDisplay, broken, fitting
from facilitator.ui.room.window import RoomWindow
from facilitator.ui.tokens import INSTRUMENT
from facilitator.ui.type import font_of

ROOT = Path(__file__).parents[3]
NAUGHTY = ROOT.parent / "shared" / "data" / "texts" / "blns.txt"
LONG = "Working Group of Experts on People of African Descent and its secretariat in Geneva"


@pytest.fixture
def display(qtbot, context, desk):
    made = RoomDisplay(context)
    qtbot.addWidget(made)
    made.resize(960, 540)
    made.show_view(desk.view(), desk.now())
    return made


def test_long_name_is_broken_and_not_cut(context):
    font = font_of(88, 600)

    lines = broken(LONG, font, 1728)

    assert " ".join(lines) == LONG
    assert (len(lines), max(width_of(line, font) for line in lines) <= 1728) == (3, True)


def test_text_is_set_smaller_before_it_is_cut(context):
    sizes = ((64, 500), (48, 500), (34, 500))

    chosen = [fitting(LONG, sizes, width).pixelSize() for width in (4000, 2100, 100)]

    assert chosen == [64, 48, 34]


def test_long_name_leaves_the_digits_alone(display, desk, sitting, people):
    speaker = desk.do("add_participant", name=LONG, category="NGO").id
    desk.do("give_floor", request=desk.do("request_floor", participant=speaker).id)
    display.show_view(desk.view(), desk.now())

    image = display.grab().toImage()

    between = {image.pixelColor(x, 252).name() for x in range(48, 912)}  # right over the digits
    assert between == {INSTRUMENT.bg.name()}


def test_black_room_is_black(display, sitting):
    display.go_black(black=True)
    image = display.grab().toImage()

    assert {image.pixelColor(x, y).name() for x in range(0, 960, 7) for y in range(0, 540, 7)} == {
        INSTRUMENT.bg.name()
    }


def test_over_time_turns_the_whole_room_red(display, desk, sitting, clock):
    desk.do("give_floor")
    clock.pass_s(600)
    display.show_view(desk.view(), clock.now)

    image = display.grab().toImage()

    assert [image.pixelColor(x, y) for x, y in ((2, 2), (957, 537))] == [INSTRUMENT.over] * 2


def test_mirror_is_the_same_picture_smaller(qtbot, context, desk, sitting):
    desk.do("give_floor")
    pictures = []
    for size in ((1920, 1080), (640, 360)):
        made = RoomDisplay(context)
        qtbot.addWidget(made)
        made.resize(*size)
        made.show_view(desk.view(), desk.now())
        pictures.append(made.grab().toImage())

    large, small = pictures
    middles = [(x * 3 + 1, y * 3 + 1) for x in range(20, 620, 30) for y in (282, 287)]  # the bar
    assert [large.pixelColor(*at) for at in middles] == [small.pixelColor(x // 3, y // 3) for x, y in middles]


def test_only_screen_keeps_the_console_free(qtbot, context, desk):
    console = RoomDisplay(context)
    qtbot.addWidget(console)
    room = RoomWindow(context, console)
    qtbot.addWidget(room)

    assert (room.place(), room.isFullScreen(), room.size().toTuple()) == ("", False, (640, 360))


TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
from facilitator.acts.desk import open_desk
from facilitator.acts.workshops import new_workshop
from facilitator.language.speech import Language
from facilitator.ui.context import Context
from facilitator.ui.room.window import RoomWindow
from facilitator.ui.tokens import LIGHT
application = QApplication([])
path = Path(sys.argv[1])
new_workshop(path, language="en", at=0, title="W")
desk = open_desk(path, lambda: 0)
console = QWidget()
console.show()
screens = QApplication.screens()
room = RoomWindow(Context(desk, Language("en"), LIGHT), console, lambda: screens)
room.display.show_view(desk.view(), 0)
placed = room.place()
told = []
room.lost.connect(lambda: told.append("lost"))
room.returned.connect(lambda: told.append("back"))
place = (room.screen().name(), room.geometry().getRect(), room.isFullScreen())
projector, screens = screens[1], screens[:1]
room._screen_removed(projector)
gone = room.isVisible()
screens = [*screens, projector]
room._screen_added(projector)
print(placed, place, gone, room.isFullScreen(), told)
room.keep_clear()
still = room.screen().name()
console.setScreen(projector)
room.keep_clear()
print(still, room.screen().name(), room.isFullScreen())
room.close()
room._screen_removed(projector)
room._screen_added(projector)
print(room.isVisible(), told)
desk.close()
"""


def test_second_screen_is_filled_and_comes_back(tmp_path):
    screens = [{"name": "console", "x": 0, "width": 1366, "height": 768}]
    screens += [{"name": "projector", "x": 1366, "width": 1920, "height": 1080}]
    known = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    layout = tmp_path / "screens.json"
    layout.write_text(json.dumps({"screens": [screen | known for screen in screens]}))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={layout}", "PYTHONPATH": str(ROOT)}

    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, str(tmp_path / "w.facilitator")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    shown = "projector ('projector', (1366, 0, 1920, 1080), True) False True ['lost', 'back']"
    cleared = "projector console True"
    closed_by_hand = "False ['lost', 'back']"
    assert done.stdout.splitlines() == [shown, cleared, closed_by_hand]


NAMES = ("Chad", "Kenya on behalf of the African Group", LONG, f"{LONG}, and of the rapporteurs")
LANGUAGES_BESIDE = ("", "ar", "fr", "ru", "zh")


@pytest.mark.parametrize("second", LANGUAGES_BESIDE)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("called", [True, False])
def test_nothing_runs_into_the_digits_whatever_the_name_and_language(
    display, desk, sitting, second, name, called
):
    who = desk.do("add_participant", name=name, category="NGO").id
    desk.do("order", requests=[desk.do("request_floor", participant=who).id, *sitting.values()])
    if not called:
        desk.do("give_floor")
    display.show_wish(Wish(room_language(second) if second else None))
    display.show_view(desk.view(), desk.now())

    image = display.grab().toImage()

    assert {image.pixelColor(x, 257).name() for x in range(24, 936)} == {INSTRUMENT.bg.name()}


@pytest.mark.parametrize(
    ("seconds", "ground", "bar"),
    [
        (10, INSTRUMENT.bg, INSTRUMENT.running),
        (95, INSTRUMENT.bg, INSTRUMENT.warning),
        (115, INSTRUMENT.bg, INSTRUMENT.danger),
        (140, INSTRUMENT.grace, INSTRUMENT.red_ink),
        (400, INSTRUMENT.over, INSTRUMENT.red_ink),
    ],
)
def test_row10_each_phase_is_told_by_ground_and_bar(display, desk, sitting, seconds, ground, bar):
    desk.do("give_floor")
    display.show_view(desk.view(), desk.now() + seconds * 1000)

    image = display.grab().toImage()

    assert [image.pixelColor(480, 16).name(), image.pixelColor(50, 432).name()] == [
        ground.name(),
        bar.name(),
    ]


def clock_of(display):
    """The picture between the names and the last line."""
    image = display.grab().toImage()
    return image.copy(0, 260, image.width(), 180)


def bad_texts():
    lines = NAUGHTY.read_text(encoding="utf-8").splitlines() if NAUGHTY.is_file() else []
    return [*(line for line in lines if line and not line.startswith("#")), "x" * 10_000, "\u0301" * 400]


def test_no_message_touches_the_clock(display, desk, sitting):
    desk.do("give_floor")
    display.show_view(desk.view(), desk.now())
    before = clock_of(display)

    touched = []
    for text in bad_texts():
        display.show_message(text[:120], text[:120])
        if clock_of(display) != before:
            touched.append(text)

    assert touched == []


@pytest.mark.parametrize("name", ["x" * 10_000, "a" + "\u0301" * 400, "Z\u0489" * 200, "\u202egnirts"])
def test_no_name_touches_the_clock(display, desk, sitting, people, name):
    desk.do("give_floor")
    view = desk.view()
    display.show_view(view, desk.now())
    before = clock_of(display)
    brazil = replace(view.people[people["Brazil"]], name=name, second_name=name)

    display.show_view(replace(view, people={**view.people, people["Brazil"]: brazil}), desk.now())

    assert clock_of(display) == before


def test_room_tells_a_screen_reader_what_it_shows(display, desk, sitting):
    desk.do("give_floor")
    display.show_view(desk.view(), desk.now())

    told = "Panel 1 · Remedies, Brazil, States · from the floor, Next, Norway"
    assert display.accessibleDescription() == told
