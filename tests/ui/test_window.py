"""The window opens a workshop, changes its language and colours, and says what it cannot open."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.acts.sample import build
from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.ui.console import Console
from facilitator.ui.main_window import MainWindow
from facilitator.ui.start.recents import Settings
from facilitator.ui.start.screen import StartScreen

ROOT = Path(__file__).parents[2]


@pytest.fixture
def window(qtbot, make_context, tmp_path, clock):
    make_context()  # dresses the application
    made = MainWindow(Settings(tmp_path / "settings.json"), Language("en", "Europe/Zurich"), clock)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def page(window):
    return window._column.itemAt(0).widget()


def test_sample_opens_on_the_floor_and_remembers_nothing_else(window, tmp_path, clock):
    path = tmp_path / "sample.facilitator"
    clock.now = build(path, "en")

    assert window.open(path) is True
    assert type(page(window)) is Console
    assert page(window).floor.strip.reading().digits == "0:34"


def test_clock_put_back_is_told_once_and_only_beside_a_steady_one(window, tmp_path, clock):
    path, seconds = tmp_path / "sample.facilitator", [0.0]
    clock.now = build(path, "en")
    window._steady = lambda: seconds[0]
    window.open(path)
    console = page(window)

    told = []
    for passed, steadily in ((1, 1), (-3_600, 1), (1, 1)):
        clock.pass_s(passed)
        seconds[0] += steadily
        console.heart.tick()
        told.append(bare(console.banner.text()))
        console.banner.clear()

    assert told == ["", "The computer’s clock moved by 1:00:01, and the speaker’s with it.", ""]


def test_language_and_colours_change_under_an_open_workshop(window, tmp_path, clock, qapp):
    path = tmp_path / "sample.facilitator"
    clock.now = build(path, "en")
    window.open(path)

    page(window).theme_wanted.emit("dark")
    dark = page(window).context.tokens.dark
    page(window).language_wanted.emit("ar")
    qapp.processEvents()
    console = page(window)
    console.do("pause")

    assert (dark, console.context.language.code, console.floor.strip.reading().mode) == (True, "ar", "paused")
    page(window).language_wanted.emit("en")
    page(window).theme_wanted.emit("light")


def test_file_that_is_none_is_told_on_the_start_screen(window, tmp_path):
    path = tmp_path / "list.facilitator"
    path.write_text("a list of names")

    assert (window.open(path), window.exit_code) == (False, 1)
    assert type(page(window)) is StartScreen


def test_first_frame_comes_without_the_store(tmp_path):
    words = ["-X", "importtime", "-m", "facilitator"]
    own = {"QT_QPA_PLATFORM": "offscreen", "FACILITATOR_SETTINGS": str(tmp_path), "PYTHONPATH": str(ROOT)}
    own["FACILITATOR_QUIT_AFTER_FIRST_FRAME"] = "1"

    done = subprocess.run(
        [sys.executable, *words],
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert (
        loaded & {"sqlalchemy", "alembic", "typer", "rich", "babel", "reportlab", "csv", "plistlib"} == set()
    )
    assert "PySide6.QtWidgets" in loaded


def test_window_of_another_class_of_size_is_laid_out_anew_and_keeps_the_line(window, qtbot, tmp_path, clock):
    path = tmp_path / "sample.facilitator"
    clock.now = build(path, "en")
    window.open(path)
    before = window.console
    before.open_page(1)
    before.notes.capture.field.setText("half a sentence")

    window.resize(1024, 600)

    qtbot.waitUntil(lambda: window.console is not before, timeout=3_000)
    assert (window.console.page(), window.console.notes.capture.field.text()) == (1, "half a sentence")


def test_room_stays_on_its_screen_whatever_the_window_becomes(window, qtbot, qapp, tmp_path, clock):
    path = tmp_path / "sample.facilitator"
    clock.now = build(path, "en")
    window.open(path)
    page(window).toggle_room()
    page(window).control.toggle_message()
    room = page(window).room

    page(window).theme_wanted.emit("dark")
    page(window).language_wanted.emit("ar")
    window.resize(1024, 600)
    qtbot.waitUntil(lambda: not window._settle.isActive(), timeout=3_000)
    qapp.processEvents()

    assert (page(window).room is room, room.isVisible()) == (True, True)
    assert room.display.card().last == "يرجى الاختتام"
    page(window).language_wanted.emit("en")
    page(window).theme_wanted.emit("light")


def test_what_is_chosen_for_the_room_is_in_the_settings(window, tmp_path, clock):
    path = tmp_path / "sample.facilitator"
    clock.now = build(path, "en")
    window.open(path)

    page(window).control.choose_second("fr")

    assert Settings(tmp_path / "settings.json").kept("room_second_language") == "fr"
