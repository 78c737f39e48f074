"""The notes desk with a hundred thousand notes and twenty thousand people: nothing waits for their number.

Measured in processor time on two cores that others used, from the press to the painted frame: 9 to 11 ms
(14 at p99) in a panel of 300 notes, 11 to 15 with 16,666 in it while ten to nineteen programs shared the
cores, with p99 at 20 (25 to 36 while the frame of one press in twenty also counted what is missing). A page
scrolls in 8 to 15 ms, a letter of a search shows its rows in 6 to 20. The desk takes 1.25 to 1.44 times the
memory of an empty one. The file is opened in turns of 12 ms, another panel read in turns of 7 to 36. A
whole opening has turns of 58 to 106 ms at most (995 before its modules were loaded beside it), the console
28 to 45, the first opening of the desks 71, 21, 52 and 37 (117, 530, 108 and 66 before they were made and
filled in turns): under such a load a turn takes up to twice what it takes alone.
"""

import os
import sqlite3
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.acts.desk import open_desk
from facilitator.acts.workshops import new_workshop
from facilitator.language.speech import Language
from facilitator.ui.console import Console
from facilitator.ui.context import Context
from facilitator.ui.loading import load
from facilitator.ui.looking import known
from facilitator.ui.opened_desk import opened
from facilitator.ui.sweeping import settle
from facilitator.ui.theme import dress
from facilitator.ui.tokens import LIGHT
from tests.benchmarks.noted import noted
from tests.conftest import TEN, HeldClock

STALL_S = 0.050
MOST_MEMORY = 1.5
FRAME_MS = 1_000 / 60
_PRESSES = 120
pytestmark = pytest.mark.timeout(900)  # making the workshop alone takes most of a minute
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def held():
    return HeldClock(TEN + 18_000_000)


@pytest.fixture(scope="module")
def place(tmp_path_factory, held):
    """The file of the workshop, and some of its words."""
    path = tmp_path_factory.mktemp("noted") / "w.facilitator"
    desk, words = noted(path, held)
    desk.close()
    return path, [word for word in words.all[:60] if word.isascii()]


@pytest.fixture
def console(qtbot, qapp, place, held):
    return _console(qtbot, qapp, open_desk(place[0], held))


def _console(qtbot, qapp, desk):
    language = Language("en", "Europe/Zurich")
    dress(qapp, LIGHT, language)
    made = Console(Context(desk, language, LIGHT), (1366, 768))
    qtbot.addWidget(made, before_close_func=lambda it: (it.close_room(), desk.close()))
    made.resize(1366, 768)
    made.open_page(1)
    with qtbot.waitExposed(made):
        made.show()
    settle()  # as the window does after it has opened
    return made


def _pace():
    """Return the processor time of a fixed piece of arithmetic."""
    used = time.process_time()
    sum(n * n for n in range(20_000))
    return time.process_time() - used


def _slowest(qapp, told, *gestures):
    """Return the longest processor time of a gesture and its painting, at the quickest pace."""
    took, paces = [], []
    for gesture in gestures:
        used = time.process_time()
        gesture()
        qapp.processEvents()
        took.append(time.process_time() - used)
        paces.append(_pace())
    even = [spent * min(paces) / pace for spent, pace in zip(took, paces, strict=True)]
    print(f"\n{told}: median {statistics.median(even) * 1e3:.1f} ms, slowest {max(even) * 1e3:.1f} ms")
    return max(even)


def _memory(path):
    """Return the kilobytes of a process that has the desk of a workshop open and has looked around in it."""
    told = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("notes_memory.py")), str(path)],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return int(told.stdout)


def test_so_many_notes_take_half_as_much_memory_again_as_none_at_most(place, tmp_path, record_property):
    empty = tmp_path / "empty.facilitator"
    new_workshop(empty, language="en", at=TEN, template="durban-2019")
    times = _memory(place[0]) / _memory(empty)
    record_property("times", times)
    print(f"\n{times:.2f} times the memory of the empty desk")
    assert times <= MOST_MEMORY


def test_scrolling_never_stalls(console, qapp):
    timeline = console.notes.timeline
    bar = timeline.verticalScrollBar()
    places = [lambda place=place: bar.setValue(bar.maximum() * place // 20) for place in range(21)]
    pages = [lambda: timeline.page(-1)] * 60

    assert max(_slowest(qapp, "a place", *places), _slowest(qapp, "a page", *pages)) <= STALL_S


def test_a_search_and_its_filters_never_stall(console, qapp, place):
    console.notes.tools.search.begin()
    field, words = console.notes.tools.search.field, place[1]
    typed = f"{words[0]} {words[1]} panel:3 kind:g {words[2]}"
    letters = [lambda letter=letter: QTest.keyClicks(field, letter) for letter in typed]

    assert _slowest(qapp, "a letter of a search", *letters) <= STALL_S


def test_writing_and_storing_never_stall(console, qapp, held):
    field = console.notes.capture.field

    def stored():
        held.pass_s(1)
        QTest.keyClick(field, Qt.Key.Key_Return)

    letters = [lambda letter=letter: QTest.keyClicks(field, letter) for letter in "what was said"]
    writing, storing = [], []
    for _ in range(20):
        writing.append(_slowest(qapp, "a letter", *letters))
        storing.append(_slowest(qapp, "a note stored", stored))
    print(f"\nstored: median {statistics.median(storing) * 1e3:.1f} ms")
    assert (max(writing) <= STALL_S, statistics.median(storing) <= STALL_S) == (True, True)


def _raw(folder):
    """Return what stores one row as surely as the file of a workshop does, and nothing else."""
    raw = sqlite3.connect(folder / "raw.db", isolation_level=None)
    raw.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE note (text)")
    return lambda: raw.execute("INSERT INTO note VALUES ('what was said')")


def _stored_and_painted(qapp, console, held, tmp_path):
    """Return median and p99 of the processor time from press to painted frame, in ms at the quickest pace.

    The first act of an opening, which says in the file itself that it is in use, is not among them. Each
    press is followed by one raw transaction: what that takes is told, and taken off nothing.
    """
    raw, bare = _raw(tmp_path), []
    field, took, paces = console.notes.capture.field, [], []
    QTest.keyClicks(field, "the first")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qapp.processEvents()
    for _ in range(_PRESSES):
        held.pass_s(1)
        QTest.keyClicks(field, "what was said")
        qapp.processEvents()
        used = time.process_time()
        QTest.keyClick(field, Qt.Key.Key_Return)
        qapp.sendPostedEvents()  # paints all that changed
        took.append(time.process_time() - used)
        paces.append(_pace())
        used = time.process_time()
        raw()
        bare.append((time.process_time() - used) * 1e3)
        qapp.processEvents()
    even = [spent * min(paces) / pace * 1e3 for spent, pace in zip(took, paces, strict=True)]
    median, p99 = statistics.median(even), statistics.quantiles(even, n=100)[98]
    print(f"\nstored: median {median:.1f} ms, p99 {p99:.1f} ms, slowest {max(even):.1f} ms")
    print(f"a raw transaction: p99 {statistics.quantiles(bare, n=100)[98]:.1f} ms")
    return median, p99


def test_a_note_is_stored_and_painted_within_a_frame_beyond_its_transaction(qtbot, qapp, held, tmp_path):
    """In a panel of 300 notes; what is waited for the disk takes no time of the processor."""
    desk, _ = noted(tmp_path / "usual.facilitator", held, notes=1_800, people=300)
    _, p99 = _stored_and_painted(qapp, _console(qtbot, qapp, desk), held, tmp_path)
    assert p99 <= FRAME_MS


def test_a_note_more_among_many_is_painted_within_a_frame_too(console, qapp, held, tmp_path):
    median, _ = _stored_and_painted(qapp, console, held, tmp_path)
    assert median <= FRAME_MS


def test_opening_and_another_panel_take_many_short_turns(qapp, place, held, tmp_path):
    """The file is checked and its panel read by another thread; the notes of another panel come in slices."""
    copy = tmp_path / "copy.facilitator"
    copy.write_bytes(place[0].read_bytes())
    window, longest = QWidget(), {}
    with _turns(longest, "open"):
        desk = opened(window, copy, held, None)
    other = desk.view().panels[2].id
    with _turns(longest, "another panel"):
        known(desk, other)
    with _turns(longest, "its view"):
        desk.view(other)
    print("\n" + ", ".join(f"{told}: {spent * 1e3:.0f} ms" for told, spent in longest.items()))
    desk.close()

    assert {told: spent for told, spent in longest.items() if spent > STALL_S} == {}


def test_every_desk_is_made_and_filled_in_short_turns(qtbot, qapp, place, held):
    """The console is made in turns, too; what a processor that others share takes is set against its pace."""
    language, longest, quick = Language("en", "Europe/Zurich"), {}, min(_pace() for _ in range(50))
    dress(qapp, LIGHT, language)
    load(QWidget())  # as the window does before it opens a file
    desk = open_desk(place[0], held)
    desk.view()
    with _turns(longest, "console"):
        made = Console(Context(desk, language, LIGHT), (1366, 768))
    qtbot.addWidget(made, before_close_func=lambda it: (it.close_room(), desk.close()))
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    for page, told in enumerate(("notes", "report", "people", "ledger"), 1):
        settle()
        with _turns(longest, told):
            made.open_page(page)
            qapp.processEvents()
        longest[told] *= min(1.0, quick / min(_pace() for _ in range(5)))
    print("\n" + ", ".join(f"{told}: {spent * 1e3:.0f} ms" for told, spent in longest.items()))

    assert {told: spent for told, spent in longest.items() if spent > STALL_S} == {}


@contextmanager
def _turns(longest, told):
    """The longest turn of the loop in here, in the processor time of the window's thread."""
    turns, timer = [time.thread_time()], QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(time.thread_time()))
    timer.start()
    yield
    turns.append(time.thread_time())
    timer.stop()
    longest[told] = max(after - before for before, after in pairwise(turns))
