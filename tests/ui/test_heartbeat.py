"""The heart beats when a shown second changes, and notices when the computer's clocks part."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from facilitator.domain.side_clock import SideClock
from facilitator.domain.timing import Clock, Pause, shown_seconds
from facilitator.ui.heartbeat import Alive, Heartbeat, next_change

instants = st.integers(0, 10**10)


@given(instants, st.integers(0, 10**6), st.integers(1, 10**6))
def test_next_change_is_when_a_shown_second_changes_and_not_before(began, elapsed, allotment):
    clock, now = Clock(began, allotment), began + elapsed

    def shown(at):
        return shown_seconds(clock.remaining(at)), at // 1000

    wait = next_change(now, clock)
    assert 0 < wait <= 1000
    assert shown(now + wait - 1) == shown(now)
    assert shown(now + wait) != shown(now)


@given(instants, st.integers(0, 10**6), st.integers(0, 10**6), st.booleans())
def test_next_change_is_also_that_of_the_small_clock(since, run, set_ms, up):
    side, now = SideClock(set_ms, set_ms, since, up), since + run

    def shown(at):
        return shown_seconds(side.reading(at), down=not up), at // 1000

    wait = next_change(now, None, side)
    assert 0 < wait <= 1000
    assert (shown(now + wait - 1), shown(now + wait) != shown(now)) == (shown(now), True)


def test_next_change_follows_the_wall_while_the_clock_stands():
    paused = Clock(0, 60_000, pauses=(Pause(300),))

    assert [next_change(1_400, paused), next_change(1_400, None)] == [600, 600]


def test_beat_gives_everybody_the_same_instant(qtbot, clock):
    heart, heard = Heartbeat(clock), []
    for name in ("console", "room"):
        heart.beat.connect(lambda now, name=name: heard.append((name, now)))

    heart.tick()
    heart.stop()

    assert heard == [("console", clock.now), ("room", clock.now)]


def test_heart_tells_when_the_wall_clock_was_put_forward(qtbot, clock):
    steady = [100.0]
    heart, leaps = Heartbeat(clock, steady=lambda: steady[0]), []
    heart.leapt.connect(leaps.append)

    heart.tick()
    steady[0] += 1
    clock.pass_s(1)
    heart.tick()
    steady[0] += 1
    clock.pass_s(61)
    heart.tick()
    heart.stop()

    assert leaps == [60_000]


@given(st.integers(0, 999), st.integers(0, 999))
def test_what_may_wait_for_the_disk_begins_while_no_second_changes_for_a_while(qapp, clock_at, side_at):
    beats = [second + at for second in range(0, 60_000, 1_000) for at in sorted({0, clock_at, side_at})]
    parent, begun = QObject(), []
    alive = Alive(parent, lambda: None)
    for beat, coming in pairwise(beats):
        alive.tick(beat, coming - beat)
        if alive.isActive():
            begun.append((beat, coming - beat))
            alive.stop()

    assert min(rest for _, rest in begun) >= 300
    assert max(after - before for (before, _), (after, _) in pairwise(begun)) < 6_000


def test_a_clock_that_never_rests_keeps_nobody_from_saying_that_the_application_is_alive(qapp):
    parent, begun = QObject(), []
    alive = Alive(parent, lambda: None)
    for beat in range(0, 60_000, 250):
        alive.tick(beat, 250)
        if alive.isActive():
            begun.append(beat)
            alive.stop()

    assert {after - before for before, after in pairwise(begun)} == {10_000}
