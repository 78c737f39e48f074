"""What others are tested with on coming back: the state left is the state found, or nothing is touched."""

import shutil

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.questions import floor_now
from facilitator.domain.programme import Phase
from facilitator.store.faults import DiskFull, FileDamaged, FileEmpty, FileNewer, NotAWorkshop
from tests.books import tables_of
from tests.conftest import TEN


def again(desk, clock):
    """Return a desk that finds the file as a power cut leaves it: nothing closed, the lock gone."""
    copy = desk.path.with_name("copy.facilitator")
    for suffix in ("", "-wal"):
        left = desk.path.with_name(desk.path.name + suffix)
        if left.exists():
            shutil.copyfile(left, copy.with_name(copy.name + suffix))
    return open_desk(copy, clock)


def kinds_of_state(desk, sitting, clock):
    """Yield the desk in one state of play after the other."""
    yield "armed"
    desk.do("give_floor")
    yield "speaking"
    clock.pass_s(40)
    desk.do("pause")
    yield "paused"
    desk.do("resume")
    desk.do("add_time", seconds=30)
    clock.pass_s(200)
    yield "over time"
    desk.do("suspend_panel", until=clock.now + 600_000)
    yield "in a break"
    desk.do("open_panel", panel=1)
    desk.do("enter_phase", phase=Phase.REPLIES)
    desk.do("end_intervention")
    yield "ended"
    desk.do("close_panel")
    yield "closed"


def test_ux39_every_state_of_play_is_found_as_it_was_left(desk, sitting, clock):
    for _ in kinds_of_state(desk, sitting, clock):
        clock.pass_s(7)
        other = again(desk, clock)
        found = other.view(), floor_now(other), tables_of(other)
        other.close()

        assert found == (desk.view(), floor_now(desk), tables_of(desk))


LATER = 1000  # a shape of the file that nobody has made yet


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", FileEmpty),
        (b'{"state": "unknown"}' * 90, NotAWorkshop),
        ("middle", FileDamaged),
        (LATER, FileNewer),
    ],
    ids=["empty", "not ours", "damaged", "newer"],
)
def test_ux39_what_cannot_be_restored_is_refused_whole_and_left_untouched(
    desk, sitting, clock, content, fault
):
    desk.close()
    whole = desk.path.read_bytes()
    if content == "middle":
        content = whole[:8192] + b"\xff" * 8192 + whole[16384:]
    elif content == LATER:
        content = whole[:60] + LATER.to_bytes(4, "big") + whole[64:]
    desk.path.write_bytes(content)

    with pytest.raises(fault):
        open_desk(desk.path, clock)
    assert desk.path.read_bytes() == content


def test_ux39_a_write_that_fails_is_told_and_the_next_one_goes_on(desk, sitting, clock):
    """Theirs logs a failing write and goes on; ours tells the moderator that the act was not saved."""
    raw = desk.file._connection.connection.dbapi_connection
    before = tables_of(desk)
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        desk.do("write_note", text="x" * 4_000_000)
    assert tables_of(desk) == before
    raw.execute("PRAGMA max_page_count = 1000000")
    desk.do("write_note", text="x")

    assert [note.text for note in desk.view().notes] == ["x"]


def test_t41_a_snapshot_brings_back_queue_places_and_clocks(desk, sitting, clock):
    desk.do("give_floor")
    clock.pass_s(12)
    for _ in range(5):  # rapid pauses lose no time
        desk.do("pause")
        desk.do("resume")
    desk.do("move", request=sitting["Network"], before=sitting["Norway"])
    other = again(desk, clock)
    view = other.view()
    other.close()

    assert [view.people[r.participant].name for r in view.floor.waiting] == [
        "Network",
        "Norway",
        "Kenya",
        "Coalition",
    ]
    assert (view.floor.speaking.clock.elapsed(clock.now), len(view.floor.speaking.clock.pauses)) == (
        12_000,
        5,
    )


def test_t44_added_time_leaves_what_was_spoken_untouched_and_moves_the_end_by_as_much(desk, sitting, clock):
    desk.do("give_floor")
    clock.pass_s(30)
    before = desk.view().forecast(clock.now).ends
    for seconds, left_s in ((60, 150), (-30, 120)):
        desk.do("add_time", seconds=seconds)
        now = desk.view().floor.speaking.clock

        assert (now.elapsed(clock.now), now.remaining(clock.now)) == (30_000, left_s * 1000)
    assert desk.view().forecast(clock.now).ends == before + 30_000


def test_t44_a_restored_clock_runs_on_from_the_instants_and_not_from_what_was_left(desk, sitting, clock):
    desk.do("give_floor")
    clock.pass_s(30)
    other = again(desk, clock)
    clock.pass_s(45)
    resumed = other.view().floor.speaking.clock
    other.close()

    assert (resumed.began, resumed.elapsed(clock.now)) == (TEN, 75_000)
