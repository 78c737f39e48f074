"""Little room on the disk, or no file where it was: said over every page, and gone with its cause."""

import sys
from dataclasses import replace

import pytest

from facilitator.domain.readiness import LITTLE_ROOM, NO_ROOM
from facilitator.language.speech import Language
from facilitator.ui.console import Console
from facilitator.ui.disk_line import DiskLine
from tests.conftest import TEN

MINUTE = 60_000


class Disk:
    """A disk with so much room, and how often somebody looked."""

    def __init__(self, free):
        self.free, self.looked = free, 0

    def __call__(self, _):
        self.looked += 1
        if self.free is None:
            raise OSError
        return self.free


@pytest.fixture
def low(qtbot, make_context):
    def make(disk):
        heard = []
        made = DiskLine(replace(make_context(), free=disk), heard.append)
        qtbot.addWidget(made)
        return made, heard

    return make


@pytest.mark.parametrize(
    ("free", "text"),
    [
        (LITTLE_ROOM, ""),
        (LITTLE_ROOM - 1, "Only 999 MB are left on the disk of this workshop."),
        (NO_ROOM - 1, "Only 99 MB are left on the disk of this workshop."),
    ],
)
def test_at_the_edge(low, free, text):
    line, heard = low(Disk(free))
    line.tick(TEN)
    words = line.text().replace("\u2068", "").replace("\u2069", "")

    assert words == (f"{text} Make room, or acts can no longer be kept." if text else "")
    assert (line.isHidden(), len(heard)) == (not text, 1 if text else 0)


def test_it_is_looked_at_once_a_minute_and_gone_when_room_is_back(low):
    disk = Disk(NO_ROOM)
    line, heard = low(disk)
    for second in range(61):
        line.tick(TEN + second * 1_000)
    assert (disk.looked, len(heard), line.isHidden()) == (2, 1, False)

    disk.free = LITTLE_ROOM
    line.tick(TEN + 2 * MINUTE)
    assert (line.isHidden(), line.text()) == (True, "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no open file")
def test_a_file_that_is_moved_is_told_within_five_seconds_and_no_more_once_it_is_back(low, desk, tmp_path):
    line, heard = low(Disk(LITTLE_ROOM))
    line.tick(TEN)
    desk.path.rename(tmp_path / "aside")
    line.tick(TEN + 4_999)
    assert line.isHidden()

    line.tick(TEN + 5_000)
    words = line.text().replace("\u2068", "").replace("\u2069", "")
    assert words.startswith(f"{desk.path.name} was deleted, moved or replaced: nothing more is saved.")
    assert heard == [line.text()]

    (tmp_path / "aside").rename(desk.path)
    line.tick(TEN + 10_000)
    assert (line.isHidden(), line.text()) == (True, "")


def test_a_disk_that_is_gone_stops_nothing(low):
    line, _ = low(Disk(None))
    line.tick(TEN)
    assert line.isHidden()


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_window_says_it_over_every_page(qtbot, make_context, tmp_path, code):
    disk = Disk(NO_ROOM - 1)
    console = Console(replace(make_context(Language(code)), free=disk), (1366, 768))
    qtbot.addWidget(console, before_close_func=lambda it: it.close_room())
    console.resize(1366, 768)
    console.open_page(0)
    with qtbot.waitExposed(console):
        console.show()
    console.grab().save(str(tmp_path / f"low-{code}.png"))
    assert console.disk.isVisible()

    console.open_page(1)
    assert console.disk.isVisible()
