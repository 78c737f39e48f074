"""The floor: what may happen next, in the scenarios that other systems are tested with and some they fail."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule

from facilitator.domain import inscription
from facilitator.domain.calling import moved, ordered, put_back, withdrawn
from facilitator.domain.choreography import closed, opened, suspended
from facilitator.domain.floor import Believed, Floor
from facilitator.domain.intervention import InterventionId
from facilitator.domain.ordering import Queue, index_for
from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import PanelId, PanelState
from facilitator.domain.refusals import (
    AlreadyPaused,
    AlreadyWaiting,
    BadTime,
    EndsBeforeBeginning,
    FloorTaken,
    ListClosed,
    NobodySpeaking,
    NobodyWaiting,
    NothingToRestore,
    NotPaused,
    NotPresent,
    OrderIncomplete,
    PanelNotOpen,
    Refusal,
    StalePress,
)
from facilitator.domain.repairs import reattributed, retimed
from facilitator.domain.requests import Kind, Request, RequestId, RequestState

T = 1_571_644_800_000
PEOPLE = {
    ParticipantId(n): Participant(ParticipantId(n), n, CategoryKey("GOV" if n in "AB" else "NGO"))
    for n in "ABCDEF"
}


def asked(floor, name, kind=Kind.STATEMENT, at=T):
    request = Request(RequestId(f"r{name}{kind.value[0]}"), ParticipantId(name), at, 0.0, kind)
    return inscription.asked(floor, request, PEOPLE[ParticipantId(name)], at)


def sitting(names="ABC", **allotments):
    floor = opened(Floor(PanelId("p"), allotments={CategoryKey(k): v for k, v in allotments.items()}), T)
    for name in names:
        floor = asked(floor, name)
    return floor


def given_to(floor, name=None, at=T, believed=None):
    number = len(floor.interventions) + 1
    request = None if name is None else RequestId(f"r{name}s")
    return floor.give(InterventionId(f"i{number}"), PEOPLE, at, request=request, believed=believed)


def order(floor):
    return "".join(r.participant for r in floor.waiting)


def test_a_closed_list_takes_nobody_but_points_of_order_and_those_on_it_are_still_called():
    floor = inscription.list_closed(sitting("AB"), T)

    with pytest.raises(ListClosed):
        asked(floor, "C")
    assert order(asked(floor, "C", Kind.POINT_OF_ORDER)) == "CAB"
    assert given_to(floor).speaking.participant == "A"


def test_one_entry_of_a_kind_waits_for_each_and_another_kind_may_wait_beside_it():
    floor = sitting("A")

    with pytest.raises(AlreadyWaiting):
        asked(floor, "A")
    assert len(asked(floor, "A", Kind.POINT_OF_ORDER).waiting) == 2


def test_who_is_not_in_the_room_cannot_ask():
    absent = replace(PEOPLE[ParticipantId("D")], present=False)

    with pytest.raises(NotPresent):
        inscription.asked(sitting(), Request(RequestId("r"), absent.id, T, 0.0), absent, T)


@pytest.mark.parametrize(
    ("believed", "refusal"),
    [(Believed(None), FloorTaken), (Believed(InterventionId("other")), StalePress)],
)
def test_a_stale_press_is_refused_for_every_key(believed, refusal):
    floor = given_to(sitting())

    for press in (
        lambda: given_to(floor, believed=believed),
        lambda: floor.end(T, believed),
        lambda: floor.add_time(1_000, believed),
        lambda: floor.pause(T, believed),
        lambda: floor.resume(T, believed),
    ):
        with pytest.raises(refusal):
            press()
    assert given_to(floor, believed=Believed(InterventionId("i1"))).speaking.participant == "B"


def test_pause_and_resume_only_where_they_make_sense():
    floor = given_to(sitting())

    with pytest.raises(NobodySpeaking):
        sitting().pause(T)
    with pytest.raises(NotPaused):
        floor.resume(T)
    with pytest.raises(AlreadyPaused):
        floor.pause(T).pause(T)
    with pytest.raises(NobodySpeaking):
        floor.end(T).end(T)
    with pytest.raises(NobodyWaiting):
        given_to(opened(Floor(PanelId("p")), T))


def test_withdrawing_somebody_who_waits_leaves_the_clock_alone():
    floor = given_to(sitting(), at=T)

    assert withdrawn(floor, RequestId("rBs"), T + 5).speaking == floor.speaking


def test_the_last_speaker_put_back_starts_afresh_and_nothing_is_charged():
    spoken = given_to(sitting(), at=T).pause(T + 10_000).resume(T + 20_000).end(T + 30_000)
    again = given_to(put_back(spoken, PEOPLE), at=T + 40_000)

    assert order(put_back(spoken, PEOPLE)) == "ABC"
    assert len(again.interventions) == 1
    assert again.speaking.clock.elapsed(T + 45_000) == 5_000


def test_nobody_is_put_back_before_anybody_spoke():
    with pytest.raises(NothingToRestore):
        put_back(sitting(), PEOPLE)


@pytest.mark.parametrize("ids", [["rAs", "rBs"], ["rAs", "rBs", "rBs"], ["rAs", "rBs", "rCs", "x"], []])
def test_a_new_order_must_name_exactly_those_who_wait(ids):
    with pytest.raises(OrderIncomplete):
        ordered(sitting(), [RequestId(i) for i in ids])


def test_a_new_order_is_the_order():
    assert order(ordered(sitting(), [RequestId(i) for i in ("rCs", "rAs", "rBs")])) == "CAB"


@pytest.mark.parametrize(
    ("one", "before", "expected"),
    [("C", "A", "CABD"), ("A", None, "BCDA"), ("A", "D", "BCAD"), ("B", "B", "ABCD")],
)
def test_a_move_puts_a_request_right_before_another(one, before, expected):
    target = None if before is None else RequestId(f"r{before}s")

    assert order(moved(sitting("ABCD"), RequestId(f"r{one}s"), target)) == expected


def test_a_point_of_order_comes_after_earlier_ones_and_before_the_rest():
    floor = asked(asked(sitting("AB"), "C", Kind.POINT_OF_ORDER), "D", Kind.POINT_OF_ORDER)

    assert order(floor) == "CDAB"
    dragged = moved(floor, RequestId("rDp"), None)
    assert order(asked(dragged, "E", Kind.POINT_OF_ORDER)) == "CEABD"


def test_a_question_comes_after_points_of_order_and_before_statements():
    floor = asked(asked(sitting("AB"), "C", Kind.POINT_OF_ORDER), "D", Kind.INTERPOSED_QUESTION)

    assert order(floor) == "CDAB"


def test_the_allotment_is_the_panels_then_everybodys_then_the_workshops():
    usual = replace(sitting("ABC"), usual={CategoryKey("GOV"): 120_000})

    assert [usual.allotment_for(CategoryKey(k)) for k in ("GOV", "NGO")] == [120_000, 180_000]
    cut = usual.set_allotment(90_000)
    assert [cut.allotment_for(CategoryKey(k)) for k in ("GOV", "NGO")] == [90_000, 90_000]
    assert cut.set_allotment(60_000, CategoryKey("NGO")).allotment_for(CategoryKey("NGO")) == 60_000
    with pytest.raises(BadTime):
        usual.set_allotment(0)


def test_a_new_allotment_holds_from_the_next_intervention_on():
    floor = given_to(sitting()).set_allotment(60_000)

    assert floor.speaking.clock.allotment_ms == 180_000
    assert given_to(floor).speaking.clock.allotment_ms == 60_000


def test_a_break_stills_the_clock_and_refuses_the_floor():
    broken = suspended(given_to(sitting(), at=T), T + 30_000, T + 900_000)

    assert (broken.state, broken.speaking.clock.elapsed(T + 800_000)) == (PanelState.SUSPENDED, 30_000)
    with pytest.raises(PanelNotOpen):
        given_to(broken)
    resumed = opened(broken, T + 900_000).resume(T + 900_000)
    assert resumed.speaking.clock.elapsed(T + 910_000) == 40_000


def test_closing_ends_the_speaker_and_leaves_the_waiting_unheard():
    over = closed(given_to(sitting(), at=T), T + 12_345)

    assert (over.speaking, over.interventions[0].clock.ended, order(over)) == (None, T + 12_345, "BC")
    with pytest.raises(PanelNotOpen):
        asked(over, "D")


def test_a_late_start_is_repaired_and_what_remains_follows():
    floor = retimed(given_to(sitting(), at=T), InterventionId("i1"), T - 30_000, None, T + 5_000)

    assert floor.speaking.clock.elapsed(T + 5_000) == 35_000
    with pytest.raises(BadTime):
        retimed(floor, InterventionId("i1"), T + 9_000, None, T + 5_000)
    with pytest.raises(EndsBeforeBeginning):
        retimed(floor.end(T + 5_000), InterventionId("i1"), None, T - 60_000, T + 5_000)


def test_the_wrong_name_is_put_right_with_its_category():
    floor = reattributed(given_to(sitting(), at=T), InterventionId("i1"), PEOPLE[ParticipantId("C")])

    assert (floor.speaking.participant, floor.speaking.category) == ("C", "NGO")


@given(st.lists(st.sampled_from(list(Kind)), max_size=12))
def test_a_new_request_never_changes_the_order_of_the_others(kinds):
    queue = Queue()
    for n, kind in enumerate(kinds):
        before = [r.id for r in queue.waiting]
        request = Request(RequestId(f"{n:02}"), ParticipantId(str(n)), T + n, 0.0, kind)
        queue = queue.join(request, index_for(request, queue.waiting))
        assert len({r.place for r in queue.waiting}) == n + 1
        assert [r.id for r in queue.waiting if r.id != request.id] == before


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=200))
def test_moving_back_and_forth_for_hours_loses_nobody(moves):
    floor = sitting("ABCDE")
    for one, other in moves:
        waiting = floor.waiting
        floor = moved(floor, waiting[one].id, waiting[other].id)
    assert sorted(order(floor)) == list("ABCDE")
    assert len({r.place for r in floor.waiting}) == 5


class Panel(RuleBasedStateMachine):
    """A whole panel of random acts: one speaks at a time, nobody is lost, time is neither made nor lost."""

    names = Bundle("names")

    def __init__(self):
        super().__init__()
        self.floor, self.now, self.given = sitting(""), T, 0
        self.heard, self.silent = {}, 0

    def attempt(self, act):
        try:
            self.floor = act(self.floor)
        except Refusal:
            return

    @rule(seconds=st.integers(0, 240_000))
    def time_passes(self, seconds):
        self.now += seconds
        running = [i.id for i in self.floor.under_way if not i.clock.paused]
        for id_ in running:
            self.heard[id_] = self.heard.get(id_, 0) + seconds
        self.silent += 0 if running else seconds

    @rule(name=st.sampled_from("ABCDEF"), kind=st.sampled_from(list(Kind)))
    def ask(self, name, kind):
        id_ = RequestId(f"{name}{kind.value}{self.now}{len(self.floor.queue.requests)}")
        who = PEOPLE[ParticipantId(name)]
        self.attempt(lambda f: inscription.asked(f, Request(id_, who.id, self.now, 0.0, kind), who, self.now))

    @rule()
    def give(self):
        self.given += 1
        self.attempt(lambda f: f.give(InterventionId(str(self.given)), PEOPLE, self.now))

    @rule(press=st.sampled_from([Floor.end, Floor.pause, Floor.resume, suspended, opened]))
    def press(self, press):
        self.attempt(lambda f: press(f, self.now))

    @precondition(lambda self: self.floor.under_way)
    @rule(press=st.sampled_from([Floor.end, Floor.pause, Floor.resume]), data=st.data())
    def press_for(self, press, data):
        one = data.draw(st.sampled_from(self.floor.under_way)).id
        self.attempt(lambda f: press(f, self.now, Believed(one)))

    @precondition(lambda self: self.floor.waiting)
    @rule(data=st.data())
    def leave(self, data):
        request = data.draw(st.sampled_from(self.floor.waiting)).id
        self.attempt(lambda f: withdrawn(f, request, self.now))

    @rule()
    def put_back(self):
        before = {i.id for i in self.floor.interventions}
        self.attempt(lambda f: put_back(f, PEOPLE))
        for gone in before - {i.id for i in self.floor.interventions}:
            self.silent += self.heard.pop(gone, 0)

    @invariant()
    def one_speaks_at_most(self):
        running = [i.id for i in self.floor.under_way if not i.clock.paused]
        assert running in ([], [self.floor.speaking and self.floor.speaking.id])
        assert sum(i.under_way and i.interrupts is None for i in self.floor.interventions) <= 1
        assert len(self.floor.under_way) == sum(i.under_way for i in self.floor.interventions)
        assert not running or self.floor.state is PanelState.OPEN

    @invariant()
    def everybody_called_has_an_intervention(self):
        called = {r.id for r in self.floor.queue.requests if r.state is RequestState.CALLED}
        assert called == {i.request for i in self.floor.interventions}

    @invariant()
    def time_is_neither_made_nor_lost(self):
        spoken = {i.id: i.clock.elapsed(self.now) for i in self.floor.interventions}
        assert spoken == {id_: self.heard.get(id_, 0) for id_ in spoken}
        assert sum(spoken.values()) + self.silent == self.now - T


TestPanel = Panel.TestCase
