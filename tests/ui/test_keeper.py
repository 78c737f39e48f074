"""Snapshots while a panel runs: another process makes them, and no act waits for one."""

import time

import pytest

from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.domain.hits import Wanted
from facilitator.domain.notes import NoteKind
from facilitator.language.speech import Language
from facilitator.store.examining import examine
from facilitator.store.snapshots import Why, snapshots
from facilitator.ui.keeper import EVERY_MS, Keeper
from tests.conftest import TEN

ENGLISH = Language("en", "Europe/Zurich")


@pytest.fixture
def make_keeper(qapp, desk, sitting):
    made = []

    def make(every_ms=EVERY_MS):
        made.append(Keeper(desk, ENGLISH, qapp, every_ms))
        return made[-1]

    yield make
    for keeper in made:
        keeper.end()


def test_what_has_changed_is_kept_while_acts_go_on(qtbot, desk, make_keeper):
    keeper = make_keeper()
    slowest = 0
    with qtbot.waitSignal(keeper.kept, timeout=60_000):
        keeper.keep()
        while keeper.at_work:
            began = time.perf_counter_ns()
            desk.do("write_note", text="While it is being made", kind=NoteKind.POINT)
            slowest = max(slowest, time.perf_counter_ns() - began)
            qtbot.wait(5)
    (kept,) = snapshots(desk.path)

    assert (kept.why, kept.at, examine(kept.path).findings) == (Why.REGULAR, TEN, ())
    assert desk.to_keep()  # the notes written meanwhile are for the next one
    assert desk.file._connection.exec_driver_sql("PRAGMA wal_autocheckpoint").scalar() == 4_000


def test_nothing_is_made_of_what_has_not_changed(qtbot, desk, make_keeper):
    keeper = make_keeper()
    with qtbot.waitSignal(keeper.kept, timeout=60_000):
        keeper.keep()
    keeper.keep()

    assert not keeper.at_work
    assert len(snapshots(desk.path)) == 1


def test_it_comes_by_itself(qtbot, desk, make_keeper):
    keeper = make_keeper(every_ms=20)
    with qtbot.waitSignal(keeper.kept, timeout=60_000):
        pass

    assert len(snapshots(desk.path)) == 1


def test_a_workshop_that_is_closed_is_kept_as_it_stands_even_if_a_snapshot_was_being_made(desk, make_keeper):
    keeper = make_keeper()
    keeper.keep()
    keeper.close()

    assert [each.why for each in snapshots(desk.path)] == [Why.CLOSE]
    assert not keeper.at_work


def test_no_copy_knows_what_was_taken_out_for_good_while_it_was_made(qtbot, desk, make_keeper):
    keeper, told = make_keeper(), []
    keeper.failed.connect(told.append)
    keeper.keep()
    desk.file.compact()
    qtbot.waitUntil(lambda: not keeper.at_work, timeout=60_000)

    assert (snapshots(desk.path), told) == ((), [])
    with qtbot.waitSignal(keeper.kept, timeout=60_000):
        keeper.keep()
    assert [each.sound for each in snapshots(desk.path)] == [True]


def test_why_none_could_be_made_is_told(qtbot, desk, make_keeper):
    keeper = make_keeper()
    desk.path.with_name("w.snapshots").write_text("in the way", encoding="utf-8")
    with qtbot.waitSignal(keeper.failed, timeout=60_000) as told:
        keeper.keep()

    sentence = "Nothing can be written to \u2068{}\u2069. Copy \u2068w.snapshots\u2069 to a folder of yours."
    assert told.args == [sentence.format(desk.path.parent)]


def test_the_words_of_a_long_list_are_put_in_order_while_nobody_waits(qtbot, desk, make_keeper, tmp_path):
    make_keeper()
    path = tmp_path / "list.csv"
    path.write_text("name\n" + "".join(f"Name{number}\n" for number in range(2_100)), encoding="utf-8")

    import_list(desk, Kind.PARTICIPANTS, Order(path))

    assert desk.file.index_more(0)
    qtbot.waitUntil(lambda: not desk.file.index_more(0), timeout=60_000)
    assert desk.search(Wanted("name7")).total == 1
