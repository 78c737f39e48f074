"""Clocks that differ: what packages tell of them is a bound each way, and never wrong."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import clocks_now
from facilitator.acts.workshops import new_workshop
from facilitator.domain.clocks import Ahead
from facilitator.exchange.merging import merge, new_replica
from facilitator.exchange.packing import packed
from facilitator.language.exchanging import clock_known, clocks
from facilitator.language.speech import Language
from facilitator.store.clocks import ahead
from facilitator.store.clocks import clocks as clocks_of_all
from tests.conftest import TEN

MINUTE = 60_000


class Two:
    """Two laptops, the second of which has a clock that is wrong by `skew`."""

    def __init__(self, folder, skew):
        self.true, self.skew = TEN, skew
        new_workshop(folder / "a.facilitator", language="en", at=TEN, template="durban-2019")
        self.a = open_desk(folder / "a.facilitator", lambda: self.true)
        first = packed(self.a.file, TEN)
        new_replica(folder / "b.facilitator", first, self.now_of(self.b_is), name="a", laptop="Laptop 7")
        self.b = open_desk(folder / "b.facilitator", lambda: self.now_of(self.b_is))

    b_is = "b"

    def now_of(self, which):
        return self.true + (self.skew if which == self.b_is else 0)

    def carry(self, sender, taker, minutes):
        """One laptop packs, and the other takes it in so many minutes later; returns what was told."""
        sender.do("write_note", text="Told", panel=1)
        content = packed(sender.file, sender.now())
        self.true += minutes * MINUTE
        return merge(taker.file, content, taker.now(), "stick")

    def close(self):
        self.a.close()
        self.b.close()


@pytest.mark.parametrize(("skew", "known"), [(20, (17, 25)), (-20, (-23, -15)), (0, (-3, 5))])
def test_both_ways_bound_the_clock_from_both_sides(tmp_path, skew, known):
    two = Two(tmp_path, skew * MINUTE)
    two.carry(two.a, two.b, 5)
    merged = two.carry(two.b, two.a, 3)

    bounds = Ahead(known[0] * MINUTE, known[1] * MINUTE)
    assert (merged.clock, clocks_now(two.a)) == (bounds, {"Laptop 7": bounds})
    two.close()


def test_sentences_say_which_clock_is_wrong_and_by_how_much():
    english, arabic = Language("en"), Language("ar")
    told = [
        (Ahead(17 * MINUTE, 25 * MINUTE), "is ahead by 17 to 25 minutes. Put one of the two right."),
        (Ahead(-23 * MINUTE, -15 * MINUTE), "is behind by 15 to 23 minutes. Put one of the two right."),
        (Ahead(None, -15 * MINUTE), "is at least 15 minutes behind. Put one of the two right."),
        (Ahead(MINUTE, None), "is at least 1 minute ahead. Put one of the two right."),
        (Ahead(-3 * MINUTE, 5 * MINUTE), "is right to within 5 minutes."),
    ]
    for clock, words in told:
        (line,) = clock_known("Laptop 7", clock, english)
        assert line.replace("\u2068", "").replace("\u2069", "") == f"The clock of Laptop 7 {words}"
        assert len(list(clock_known("٧", clock, arabic))) == 1
    assert list(clocks("Laptop 7", Ahead(-3 * MINUTE, 5 * MINUTE), english)) == []
    assert list(clock_known("Laptop 7", Ahead(-3 * MINUTE, None), english)) == []


def test_clocks_of_all_are_those_of_each_two_and_read_the_journal_once(tmp_path):
    two = Two(tmp_path, 20 * MINUTE)
    first, others = packed(two.a.file, TEN), {}
    for number in range(3):
        path = tmp_path / f"{number}.facilitator"
        new_replica(path, first, TEN, name="a", laptop=f"Laptop {number}")
        others[number] = open_desk(path, lambda number=number: two.true + number * MINUTE)
    for number in (0, 1, 2, 0, 1):
        two.carry(two.a, others[number], 2)
        two.carry(others[number], two.a, number + 1)
    two.carry(two.b, two.a, 1)
    ids = {
        "Laptop 7": two.b.file.replica,
        **{f"Laptop {n}": other.file.replica for n, other in others.items()},
    }
    each = {
        name: two.a.file.look(lambda on, other=other: ahead(on, two.a.file.replica, other))
        for name, other in ids.items()
    }
    walks = two.a.file.look(lambda on: walks_of(on, two.a.file.replica))
    known = clocks_now(two.a)
    for desk in others.values():
        desk.close()
    two.close()

    assert (known, walks) == (each, 1)
    assert [None in (clock.least, clock.most) for clock in each.values()] == [False] * 4


def walks_of(connection, me):
    """How many times the clocks of all go through events by what was done in them."""
    asked = []
    hear = lambda *told: asked.append(told[2])  # noqa: E731 - the one that is taken away again
    event.listen(connection, "before_cursor_execute", hear)
    clocks_of_all(connection, me)
    event.remove(connection, "before_cursor_execute", hear)
    return sum("event.act =" in each for each in asked)


@settings(
    max_examples=8,
    phases=(Phase.explicit, Phase.generate),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.integers(-1_000, 1_000),
    st.lists(st.tuples(st.booleans(), st.integers(0, 300)), min_size=1, max_size=4),
)
def test_the_truth_is_always_within_the_bounds(tmp_path_factory, skew, carried):
    two = Two(tmp_path_factory.mktemp("two"), skew * MINUTE)
    for forth, minutes in carried:
        two.carry(*((two.a, two.b) if forth else (two.b, two.a)), minutes)
    for desk, truth in ((two.a, skew * MINUTE), (two.b, -skew * MINUTE)):
        for clock in clocks_now(desk).values():
            assert (truth if clock.least is None else clock.least) <= truth
            assert truth <= (truth if clock.most is None else clock.most)
    two.close()
