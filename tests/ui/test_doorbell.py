"""A second start brings the first window forward, and takes no workshop from its screen."""

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from facilitator.acts.sample import build
from facilitator.language.places import doorbell
from facilitator.language.speech import language_for
from facilitator.ui.doorbell import Doorbell, answered
from facilitator.ui.main_window import MainWindow
from facilitator.ui.start.recents import Settings

unix = pytest.mark.skipif(sys.platform == "win32", reason="pipes of Windows have no files")


@pytest.fixture
def where(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", tempfile.gettempdir())
    return doorbell(tmp_path)


@pytest.fixture
def hung(where, qapp):
    bells = []

    def hang(held):
        bell = Doorbell(where, lambda: held, qapp)
        bell.hang()
        bells.append(bell)
        return bell

    yield hang
    for bell in bells:
        bell.take_down()


@pytest.mark.parametrize(
    ("held", "wanted", "comes"),
    [
        (None, None, True),
        (None, Path("/w/one.facilitator"), True),
        (Path("/w/one.facilitator"), None, True),
        (Path("/w/one.facilitator"), Path("/w/one.facilitator"), True),
        (Path("/w/one.facilitator"), Path("/w/two.facilitator"), False),
    ],
)
def test_window_comes_forward_unless_it_holds_another_workshop(hung, where, qtbot, held, wanted, comes):
    bell = hung(held)
    rings = []
    bell.rung.connect(rings.append)

    assert answered(where, wanted) is comes
    if comes:
        qtbot.waitUntil(lambda: len(rings) == 1)
    assert rings == ([wanted] if comes else [])


def test_nobody_answers_where_no_window_is(where):
    assert answered(where, None) is False


@unix
def test_bell_of_a_window_that_was_killed_is_hung_anew(where, hung):
    left = socket.socket(socket.AF_UNIX)
    left.bind(where)
    left.close()

    assert answered(where, None) is False
    hung(None)
    assert answered(where, None) is True


@unix
def test_who_rings_and_says_nothing_stops_nobody(where, hung):
    hung(None)
    for _ in range(3):
        rude = socket.socket(socket.AF_UNIX)
        rude.connect(where)
        rude.close()

    assert answered(where, None) is True


@unix
def test_bell_that_was_taken_down_rings_no_more(where, hung):
    bell = hung(None)
    bell.take_down()

    assert answered(where, None) is False


def test_window_opens_what_it_is_asked_for_only_if_it_has_none(tmp_path, qtbot):
    first, second = tmp_path / "1.facilitator", tmp_path / "2.facilitator"
    moment = build(first, "en")
    build(second, "en")
    window = MainWindow(Settings(tmp_path / "settings.json"), language_for("en"), lambda: moment)
    qtbot.addWidget(window)
    window.show_start()

    window.come_forward(first)
    assert (window.holds(), window.isVisible()) == (first, True)
    window.showMinimized()
    window.come_forward(second)
    assert (window.holds(), window.isMinimized()) == (first, False)
    window.close()


@unix
@pytest.mark.timeout(120)
def test_second_start_ends_at_once_with_code_0(tmp_path, where, hung, qtbot):
    rings = []
    hung(None).rung.connect(rings.append)
    env = {**os.environ, "FACILITATOR_SETTINGS": str(tmp_path)}

    done = subprocess.run([sys.executable, "-m", "facilitator"], env=env, check=False, timeout=60)

    qtbot.waitUntil(lambda: len(rings) == 1)
    assert (done.returncode, rings) == (0, [None])
