"""Whoever knows the same has the same: any order, any repetition, packages in part, gaps, clocks that jump.

Four ways to do it wrong are tried too, and each is caught by the same property.
"""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.union import MERGE, SETTLE, Knowledge, Write, row_of, sides

LAPTOPS = ("a", "b", "c", "d")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("edit", "edit", "send", "send", "remove", "settle")),
        st.integers(0, 3),
        st.integers(0, 3),
        st.integers(-1_000_000, 1_000_000),
    ),
    min_size=4,
    max_size=24,
)


class Laptop:
    """What one laptop has of everybody's events, one after the other; the rest waits."""

    def __init__(self, name, rule):
        self.name, self.rule = name, rule
        self.had, self.waits, self.seen = [], {}, {}

    def write(self, act, at, before, after, seen=None):
        seq = self.seen.get(self.name, 0) + 1
        moment = max([at, *(w["write"].moment + 1 for w in self.had)]) if self.rule.causal else at
        write = Write(f"{self.name}{seq}", self.name, seq, moment, at, act, None, before, after)
        self.keep({"write": write, "seen": dict(seen or {})})

    def keep(self, event):
        self.had.append(event)
        self.seen[event["write"].laptop] = event["write"].seq

    def take(self, events):
        """Events take their place once all that their writer had is here; then a merge says so."""
        before = len(self.had)
        for event in events:
            if event["write"].seq > self.seen.get(event["write"].laptop, 0):
                self.waits[event["write"].place] = event
        while any(self._deliver(place) for place in sorted(self.waits)):
            pass
        if len(self.had) > before:
            seen = {laptop: seq for laptop, seq in self.seen.items() if laptop != self.name}
            self.write(MERGE, 0, {}, {}, seen)

    def _deliver(self, place):
        event = self.waits[place]
        if place[1] != self.seen.get(place[0], 0) + 1:
            return False
        if any(self.seen.get(laptop, 0) < seq for laptop, seq in event["seen"].items()):
            return False
        del self.waits[place]
        self.keep(event)
        return True

    def state(self):
        """Return the row that is shown, and what stands against one another."""
        known = Knowledge()
        for event in self.had:
            write = event["write"]
            if write.act == MERGE and self.rule.bases:
                known.add(write.laptop, write.seq, event["seen"])
        writes = [event["write"] for event in self.had if event["write"].act != MERGE]
        if self.rule.sorts:
            writes.sort(key=self.rule.order)
        row, _ = row_of(writes, known.saw)
        return row, {(side.event, str(side.values)) for side in sides(writes, known.saw)}


class Rule:
    """How it is done; each mutant does one thing otherwise."""

    causal, bases, sorts = True, True, True

    @staticmethod
    def order(write):
        return write.order


class NoTie(Rule):
    """Two events of one moment stand as they came."""

    @staticmethod
    def order(write):
        return (write.moment,)


class Arrival(Rule):
    """Events stand as they came."""

    sorts = False


class NoBases(Rule):
    """Nobody is known to have seen what others wrote."""

    bases = False


class OwnClock(Rule):
    """An event's moment is its laptop's clock, and not after all that it came after."""

    causal = False


def history(steps, rule):
    """Return four laptops after these steps, all having got all of it in orders of their own."""
    laptops = [Laptop(name, rule) for name in LAPTOPS]
    laptops[0].write("new", 0, None, {"text": "new"})
    for number, (act, one, other, at) in enumerate(steps):
        me = laptops[one]
        row = me.state()[0] if me.had else None
        if act == "send":
            events = [*laptops[other].had, *laptops[other].waits.values()]
            random = Random(number)  # noqa: S311 - a shuffle that can be had again
            random.shuffle(events)
            me.take(events[: random.randint(0, len(events))] if at % 3 else events * 2)
        elif row is not None and act == "remove":
            me.write(act, at // 500_000, row, None)
        elif row is not None:
            what = SETTLE if act == "settle" else "edit"
            me.write(what, at // 500_000, {"text": row["text"]}, {"text": f"{number}"})
    every = {event["write"].place: event for laptop in laptops for event in laptop.had}
    for number, laptop in enumerate(laptops):
        events = list(every.values())
        Random(number).shuffle(events)  # noqa: S311 - as above
        laptop.take(events)
    return laptops, every


def holds(steps, rule):
    """Say whether all have the same, no write is lost, and only what nobody had seen stands apart."""
    laptops, every = history(steps, rule)
    states = [laptop.state() for laptop in laptops]
    complete = all({e["write"].place for e in each.had} >= every.keys() for each in laptops)
    again = [len(laptop.had) for laptop in laptops]
    for laptop in laptops:
        laptop.take(every.values())
    same = all(state == states[0] for state in states)
    return complete and same and again == [len(laptop.had) for laptop in laptops] and _shown_last(laptops[0])


def _shown_last(laptop):
    """The last text of all that saw one another is shown; whoever had not seen the other stands beside it."""
    row, standing = laptop.state()
    texts = [e["write"] for e in laptop.had if e["write"].act in ("edit", SETTLE)]
    known = Knowledge()
    for event in laptop.had:
        if event["write"].act == MERGE:
            known.add(event["write"].laptop, event["write"].seq, event["seen"])
    heads = [w for w in texts if not any(known.saw(o.place, w.place) for o in texts)]
    removed = any(e["write"].act == "remove" for e in laptop.had)
    if removed or any(w.act == SETTLE for w in texts):
        return True
    pairs = ((one.place, other.place) for one in texts for other in texts if one is not other)
    chain = all(known.saw(one, other) or known.saw(other, one) for one, other in pairs)
    if chain and standing:
        return False
    if len(heads) == 1:
        return row is not None and row["text"] == heads[0].after["text"]
    told = {event for event, _ in standing}
    return {head.event for head in heads} <= told if heads else True


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_all_who_know_the_same_have_the_same_and_no_write_is_lost(steps):
    assert holds(steps, Rule)


def some_histories():
    random = Random(7)  # noqa: S311 - histories that can be had again
    acts = ("edit", "edit", "send", "send")
    for _ in range(120):
        yield [
            (random.choice(acts), random.randrange(4), random.randrange(4), random.randint(-(10**6), 10**6))
            for _ in range(random.randint(6, 24))
        ]


@pytest.mark.parametrize("mutant", [NoTie, Arrival, NoBases, OwnClock], ids=lambda rule: rule.__name__)
def test_a_union_done_wrong_is_caught(mutant):
    assert not all(holds(steps, mutant) for steps in some_histories())


def test_the_right_one_holds_for_the_same_histories():
    assert all(holds(steps, Rule) for steps in some_histories())
