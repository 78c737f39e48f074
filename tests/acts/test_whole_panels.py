"""Whole panels by random acts, undo and redo: all that the room relies on holds after each of them."""

import random
import re
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.acts.desk import open_desk
from facilitator.acts.registry import ACTS
from facilitator.acts.workshops import new_workshop
from facilitator.domain.refusals import NothingToRedo, NothingToUndo, Refusal
from tests.books import folded, tables_of
from tests.conftest import TEN, HeldClock

BACK = ["undo", "undo", "redo"]
FLOOR = ["request_floor", "request_floor", "give_floor", "give_floor", "end_intervention", "pause", "resume"]
TIME = [
    "accommodate",
    "repair",
    "raise_point_of_order",
    "set_budget",
    "set_rule",
    "suspend_panel",
    "open_panel",
]
RULES = (
    ("batch", 2),
    ("first_timers_first", True),
    ("most_waiting", 4),
    ("once", True),
    ("only_present", False),
    ("overtakes_at_most", 0),
    ("points_of_order", ("The rules", "Hearing")),
    ("protected", 1),
    ("reserve_ms", 60_000),
    ("several", True),
)
HISTORY = st.lists(
    st.tuples(
        st.sampled_from([*sorted(ACTS), *BACK * 6, *FLOOR * 6, *TIME * 4]),
        st.integers(0, 1 << 30),
        st.integers(0, 200_000),
    ),
    max_size=40,
)


class Panel:
    """A panel under way on a real file, and somebody who presses anything."""

    def __init__(self, path):
        path.unlink(missing_ok=True)
        new_workshop(path, language="en", at=TEN, title="Made up")
        self.clock = HeldClock()
        self.desk = open_desk(path, self.clock)
        self.desk.file._connection.connection.dbapi_connection.execute("PRAGMA synchronous=OFF")
        self.beginning = tables_of(self.desk)
        for key in ("GOV", "NGO", "IGO"):
            self.desk.do("add_category", key=key, label=key, target_share=0.3)
        for n in range(6):
            self.desk.do("add_participant", name=f"P{n}", category=("GOV", "NGO", "IGO")[n % 3])
        for n in (1, 2):
            starts = TEN + (n - 1) * 3_600_000
            self.desk.do("add_panel", title=f"Panel {n}", starts=starts, ends=starts + 3_600_000)
        self.desk.do("open_panel", panel=1)

    def press(self, act, seed):
        """Do an act with arguments that make sense more often than not; return whether it was done."""
        rules = random.Random(seed)  # noqa: S311 - a made-up history
        try:
            if act in ("undo", "redo"):
                self.desk.do(act)
            else:
                given = {p.name: self._argument(p, rules) for p in ACTS[act].parameters if _is_said(p, rules)}
                if act == "set_rule":
                    given |= zip(("rule", "value"), rules.choice(RULES), strict=True)
                self.desk.do(act, **given)
        except Refusal:
            return False
        return True

    def _argument(self, parameter, rules):
        view, kind = self.desk.view(), str(parameter.type)
        floor = view.floor
        known = {
            "ParticipantId": list(view.people),
            "CategoryKey": [c.key for c in view.categories],
            "RequestId": [r.id for r in (*floor.waiting, *floor.waiting, *floor.queue.requests)]
            if floor
            else [],
            "InterventionId": [i.id for i in floor.interventions] if floor else [],
            "PanelId": [1, 2, 1],
            "QuestionId": [1],
            "NoteId": [note.id for note in view.notes],
            "RevisionId": [note.revision for note in view.notes],
        }
        if parameter.name == "requests":
            return tuple(rules.sample([r.id for r in floor.waiting], len(floor.waiting)) if floor else ())
        if kind.startswith(("tuple", "collections.abc.Mapping")):
            return {} if "Mapping" in kind else ()
        for name, ids in known.items():
            if name in kind:
                return rules.choice(ids or ["nobody"])
        return self._plain(parameter, kind, rules)

    def _plain(self, parameter, kind, rules):
        if "Instant" in kind:
            return self.clock.now + rules.randrange(-400_000, 900_000)
        if "Seconds" in kind:
            return rules.choice([-30, 15, 60, 120, 300])
        if "bool" in kind:
            return rules.random() < 0.5
        if re.search("int|float", kind):
            return rules.randrange(1, 9)
        kinds = [t for t in (parameter.type, *get_args(parameter.type)) if hasattr(t, "__members__")]
        members = [member for each in kinds for member in each]
        return rules.choice(members or ["B", "several", "once", "region", "summary"])


def _is_said(parameter, rules):
    return parameter.required or rules.random() < 0.25


def spans(clock, now):
    """Return when a clock ran, from its instants alone."""
    until = now if clock.ended is None else clock.ended
    edges = [clock.began]
    for pause in clock.pauses:
        edges += [pause.begin, until if pause.end is None else pause.end]
    edges.append(until)
    return [(begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True) if end > begin]


def one_speaks_at_most(floor):
    assert sum(not i.clock.paused for i in floor.under_way) <= 1
    assert {i.id for i in floor.interventions if i.under_way} == {i.id for i in floor.under_way}


def time_is_neither_made_nor_lost(floor, now):
    """Whenever a clock ran no other did: what was spoken and what was not make up all of the time."""
    ran = sorted(span for i in floor.interventions for span in spans(i.clock, now))
    silent = [later[0] - earlier[1] for earlier, later in pairwise(ran)]
    assert all(gap >= 0 for gap in silent)
    assert sum(i.clock.elapsed(now) for i in floor.interventions) == sum(end - begin for begin, end in ran)
    if ran:
        whole = ran[-1][1] - ran[0][0]
        assert sum(i.clock.elapsed(now) for i in floor.interventions) + sum(silent) == whole


def nobody_vanishes(before, after):
    """Whoever waited still does, or has a state that says what came of it."""
    known = {r.id for r in after.queue.requests}
    assert known >= {r.id for r in before.queue.requests}
    assert {r.id for r in after.waiting} == {r.id for r in after.queue.requests if r.waits}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("panels")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(history=HISTORY)
def test_whole_panels(folder, history):
    panel = Panel(folder / "w.facilitator")
    desk = panel.desk
    try:
        for act, seed, passed in history:
            panel.clock.now += passed
            before, rows = desk.view().floor, tables_of(desk)
            done = panel.press(act, seed)
            floor = desk.view().floor
            if not done:
                assert tables_of(desk) == rows
            for each in desk.view().floors.values():
                one_speaks_at_most(each)
                time_is_neither_made_nor_lost(each, panel.clock.now)
            if act not in ("undo", "redo") and before and floor and before.panel == floor.panel:
                nobody_vanishes(before, floor)
        assert folded(desk) == tables_of(desk)
        everything_comes_and_goes(panel)
    finally:
        desk.close()


def everything_comes_and_goes(panel):
    """Undone to the beginning, and brought back to the end."""
    desk = panel.desk
    _while_there_is(desk, "redo", NothingToRedo)
    end = tables_of(desk)
    undone = _while_there_is(desk, "undo", NothingToUndo)
    assert tables_of(desk) == panel.beginning
    assert _while_there_is(desk, "redo", NothingToRedo) == undone
    assert tables_of(desk) == end
    assert folded(desk) == end


def _while_there_is(desk, act, nothing):
    for times in range(10_000):
        try:
            desk.do(act)
        except nothing:
            return times
    raise AssertionError
