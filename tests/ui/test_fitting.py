"""The smallest window fits every screen, however large the person wants everything drawn."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from facilitator.ui.fitting import TITLE_BAR, factor_for

_TELL = """
from facilitator.ui.fitting import fitted_application
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
application = fitted_application()
room = application.primaryScreen().availableSize()
print(room.width(), room.height(), round(application.primaryScreen().devicePixelRatio(), 2))
"""


def told(tmp_path, pixels, scale):
    """Return the room in logical pixels, and the scale, of a start on such a screen."""
    screen = {"name": "one", "x": 0, "y": 0, "width": pixels[0], "height": pixels[1]}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": [screen]}))
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
        "QT_SCALE_FACTOR": str(scale),
    }
    done = subprocess.run(
        [sys.executable, "-c", _TELL],
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    width, height, ratio = done.stdout.split()
    return int(width), int(height), float(ratio)


@pytest.mark.parametrize("pixels", [(1280, 720), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("scale", [1, 1.25, 1.5, 2])
def test_smallest_window_fits_at_every_scale(tmp_path, pixels, scale):
    width, height, ratio = told(tmp_path, pixels, scale)

    assert width >= 900
    assert height - TITLE_BAR >= 500
    assert 1 <= ratio <= scale


@pytest.mark.parametrize("pixels", [(1366, 768), (1920, 1080)])
def test_scale_is_as_wished_where_there_is_room(tmp_path, pixels):
    assert told(tmp_path, pixels, 1.25) == (round(pixels[0] / 1.25), round(pixels[1] / 1.25), 1.25)


def test_a_screen_with_room_keeps_its_scale():
    assert [factor_for(QSize(*room)) for room in ((900, 528), (1280, 720), (3840, 2160))] == [1, 1, 1]
