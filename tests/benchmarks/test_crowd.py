"""A key pressed in a crowd, from the press to the painted frame, beside one bare transaction."""

import os
import sqlite3
import statistics
import time

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


from facilitator.language.speech import Language
from facilitator.ui.console import Console
from facilitator.ui.context import Context
from facilitator.ui.sweeping import settle
from facilitator.ui.theme import dress
from facilitator.ui.tokens import LIGHT
from tests.benchmarks.crowd import WAITING, crowd
from tests.conftest import HeldClock

PRESSES = 200
FIRST = 3  # presses that load what is needed from then on; told, not held to the frame
FRAME_S = 0.016
ADVICE_S = 0.1
PLAN_S = 0.005


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("crowd")


@pytest.fixture
def held():
    return HeldClock()


@pytest.fixture
def desk(tmp_path, held):
    made = crowd(tmp_path / "crowd.facilitator", held)
    yield made
    made.close()


@pytest.fixture
def console(qtbot, qapp, desk):
    language = Language("en", "Europe/Zurich")
    dress(qapp, LIGHT, language)
    made = Console(Context(desk, language, LIGHT), (1366, 768))
    qtbot.addWidget(made, before_close_func=lambda it: it.close_room())
    made.resize(1366, 768)
    made.open_page(0)
    with qtbot.waitExposed(made):
        made.show()
    settle()  # as the window does after it has opened
    return made


def _bare(path):
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "locking_mode=EXCLUSIVE"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, changes TEXT)")

    def write():
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO event (changes) VALUES (?)", ("x" * 900,))
        connection.execute("COMMIT")

    return write


def _timed(act):
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _pace():
    """Return the processor time of a fixed piece of arithmetic."""
    used = time.process_time()
    sum(n * n for n in range(20_000))
    return time.process_time() - used


def _p99(times):
    return statistics.quantiles(times, n=100)[98]


def test_a_press_is_on_the_disk_and_painted_within_a_frame_of_a_bare_transaction(
    console, held, qapp, qtbot, tmp_path, record_property
):
    """The frame shows who has the floor, the clock, the list and the room; the advice follows it.

    What is beyond a bare transaction is our own work, so processor time is held to the frame, set against the
    same piece of arithmetic done beside it: a processor that others share is up to twice as slow at times.
    What passes on the wall is told.
    """
    bare = _bare(tmp_path / "bare.db")

    def press():
        console.do("give_floor")
        qapp.processEvents()

    ours, worked, theirs, advised, paces = [], [], [], [], []
    for pressed in range(1, PRESSES + FIRST + 1):
        held.pass_s(1)
        began, used = time.perf_counter(), time.process_time()
        press()
        worked.append(time.process_time() - used)
        ours.append(time.perf_counter() - began)
        paces.append(_pace())
        assert len(console.floor.model.rows) == WAITING - pressed
        qtbot.waitUntil(lambda: not console.floor.advising.isActive())
        qapp.processEvents()
        advised.append(time.perf_counter() - began)
        theirs.append(_timed(bare))
    told_first = worked[0]
    ours, worked, paces, theirs, advised = (each[FIRST:] for each in (ours, worked, paces, theirs, advised))
    even = [spent * min(paces) / pace for spent, pace in zip(worked, paces, strict=True)]
    print(f"\nthe first press: {told_first * 1e3:.1f} ms of the processor")
    record_property("worked_ms", _p99(even) * 1e3)
    record_property("beyond_ms", (_p99(ours) - _p99(theirs)) * 1e3)
    for told, times in (
        ("press to frame", ours),
        ("of the processor", worked),
        ("at an even pace", even),
        ("press to advice", advised),
        ("bare", theirs),
    ):
        print(f"\n{told}: median {statistics.median(times) * 1e3:.1f} ms, p99 {_p99(times) * 1e3:.1f} ms")
    assert _p99(even) < FRAME_S
    assert statistics.median(advised) < ADVICE_S


@pytest.mark.parametrize("question", ["suggestion", "verdict", "forecast", "balance", "gaps"])
def test_advice_in_a_crowd_takes_five_milliseconds(desk, held, question, record_property):
    times = []
    for _ in range(40):
        held.pass_s(1)
        desk.do("give_floor")
        view = desk.view()
        times.append(_timed(lambda view=view: getattr(view, question)(held.now)))
    record_property("median_ms", statistics.median(times) * 1e3)
    print(f"\n{question}: median {statistics.median(times) * 1e3:.2f} ms, p99 {_p99(times) * 1e3:.2f} ms")
    assert statistics.median(times) < PLAN_S
