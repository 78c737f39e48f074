"""Called, called in vain, moved, exchanged, replaced, put back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.calling import (
    absent,
    handed_over,
    moved,
    ordered,
    received,
    skipped,
    substituted,
    swapped,
    withdrawn,
)
from facilitator.domain.choreography import closed, suspended
from facilitator.domain.floor import Floor
from facilitator.domain.people import ParticipantId
from facilitator.domain.refusals import (
    AlreadyCalledTwice,
    AlreadySpoken,
    AlreadyWaiting,
    NobodySpeaking,
    NotPresent,
    NotUnderstood,
    NotWaiting,
    OrderIncomplete,
    PanelNotOpen,
    Protected,
)
from facilitator.domain.requests import Kind, RequestId, RequestState
from tests.domain.rooms import PEOPLE, Room, T

LETTERS = "ABCDEFGH"


def test_called_in_vain_there_is_a_second_call_after_all_others_and_no_third():
    room = Room("ABC")
    room.do(skipped, room.ids["A"], PEOPLE["A"])

    assert (room.order, [r.calls for r in room.floor.waiting]) == ("BCA", [0, 0, 1])
    with pytest.raises(AlreadyCalledTwice):
        skipped(room.floor, room.ids["A"], PEOPLE["A"])
    lost = room.do(absent, room.ids["A"], T + 1).floor.queue.request(RequestId("A0"))
    assert (room.order, lost.state, lost.settled_at) == ("BC", RequestState.ABSENT, T + 1)


def test_nobody_is_called_in_a_break():
    room = Room("A").do(suspended, T)

    with pytest.raises(PanelNotOpen):
        skipped(room.floor, room.ids["A"], PEOPLE["A"])


def test_a_statement_is_received_with_its_words_also_after_the_panel():
    room = Room("AB").do(closed, T)
    room.do(received, room.ids["A"], 250, T + 9).do(received, room.ids["B"], None, T + 9)

    told = [(r.state, r.terms.words, r.settled_at) for r in room.floor.queue.requests]
    assert told == [(RequestState.RECEIVED, 250, T + 9), (RequestState.RECEIVED, None, T + 9)]
    with pytest.raises(NotWaiting):
        received(room.floor, RequestId("A0"), 250, T + 9)


@pytest.mark.parametrize("words", [0, -1, 1_000_001])
def test_a_statement_has_a_number_of_words_that_can_be(words):
    room = Room("A")

    with pytest.raises(NotUnderstood):
        received(room.floor, room.ids["A"], words, T)


@pytest.mark.parametrize(
    ("one", "before", "expected"),
    [("A", "C", "BACD"), ("B", "A", "BACD"), ("A", None, "BCDA"), ("D", "C", "ABDC"), ("C", "C", "ABCD")],
)
def test_those_in_the_protected_places_may_change_and_those_behind_as_well(one, before, expected):
    room = Room("ABCD", protected=2)

    assert room.do(moved, room.ids[one], before and room.ids[before]).order == expected


@pytest.mark.parametrize(("one", "before"), [("C", "A"), ("C", "B"), ("D", "B")])
def test_nobody_from_behind_is_moved_into_a_protected_place(one, before):
    room = Room("ABCD", protected=2)

    with pytest.raises(Protected):
        moved(room.floor, room.ids[one], room.ids[before])


def test_a_new_order_leaves_those_in_the_protected_places_next():
    room = Room("ABCD", protected=2)

    assert room.do(ordered, [room.ids[name] for name in "BADC"]).order == "BADC"
    with pytest.raises(Protected):
        ordered(room.floor, [room.ids[name] for name in "BDAC"])


def test_two_exchange_their_places_even_the_protected_ones():
    room = Room("ABCD", protected=2)

    assert room.do(swapped, room.ids["D"], room.ids["A"]).order == "DBCA"
    assert room.do(swapped, room.ids["D"], room.ids["D"]).order == "DBCA"


def test_a_substitute_has_the_place_and_whose_it_was_is_remembered():
    room = Room("ABC")
    room.do(substituted, room.ids["B"], PEOPLE["X"])
    assert (room.order, room.floor.waiting[1].instead_of) == ("AXC", "B")

    room.do(substituted, room.ids["X"], PEOPLE["Y"])
    assert (room.order, room.floor.waiting[1].instead_of) == ("AYC", "B")

    room.do(substituted, room.ids["Y"], PEOPLE["B"])
    assert (room.order, room.floor.waiting[1].instead_of) == ("ABC", None)


@pytest.mark.parametrize(("rules", "refusal"), [({}, AlreadyWaiting), ({"several": True}, None)])
def test_a_substitute_must_be_free(rules, refusal):
    room = Room("AB", **rules)

    if refusal is None:
        assert room.do(substituted, room.ids["A"], PEOPLE["B"]).order == "BB"
    else:
        with pytest.raises(refusal):
            substituted(room.floor, room.ids["A"], PEOPLE["B"])


def test_a_substitute_is_in_the_room_and_has_not_spoken_where_each_speaks_once():
    room = Room(once=True)
    room.speak("B")
    asked = room.ask("A")
    room.away("C")

    with pytest.raises(AlreadySpoken):
        substituted(room.floor, asked, PEOPLE["B"])
    with pytest.raises(NotPresent):
        substituted(room.floor, asked, room.people[ParticipantId("C")])


def test_of_those_who_ended_together_the_one_is_put_back_whom_the_other_interrupted():
    room = Room("A")
    main = room.give()
    question = room.ask("B", Kind.INTERPOSED_QUESTION)
    room.give(question, at=T + 10)
    room.floor = room.floor.ended(T + 20)

    room.put_back()

    assert (room.order, [(i.id, i.interrupts) for i in room.floor.spoken]) == ("A", [("i1", None)])
    assert main not in [i.id for i in room.floor.interventions]
    with pytest.raises(NobodySpeaking):
        room.put_back()
    room.give()
    room.put_back()
    assert room.order == "B"


def test_what_was_asked_and_said_in_a_kept_place_becomes_somebodys():
    room = Room("AB")
    room.give()
    room.ask("A")
    room.do(substituted, room.ids["B"], PEOPLE["C"])

    floor = handed_over(room.floor, ParticipantId("A"), ParticipantId("N"))

    assert [r.participant for r in floor.queue.requests] == ["N", "C", "N"]
    assert [(i.participant, i.category) for i in floor.interventions] == [("N", "GOV")]
    again = handed_over(floor, ParticipantId("B"), ParticipantId("O"))
    assert again.queue.request(RequestId("B1")).instead_of == "O"
    assert handed_over(floor, ParticipantId("Z"), ParticipantId("O")) is floor


MOVES = st.lists(st.tuples(st.integers(0, 7), st.none() | st.integers(0, 7)), max_size=60)


@given(MOVES, st.integers(0, 4))
def test_a_move_keeps_the_order_of_the_others_and_the_protected_next(moves, near):
    room = Room(LETTERS, protected=near)
    for one, before in moves:
        waiting = [r.id for r in room.floor.waiting]
        target = None if before is None else waiting[before]
        try:
            room.do(moved, waiting[one], target)
        except Protected:
            assert one >= near > (8 if before is None else before)
            continue
        after = [r.id for r in room.floor.waiting]
        assert [id_ for id_ in after if id_ != waiting[one]] == [
            id_ for id_ in waiting if id_ != waiting[one]
        ]
        if target not in (None, waiting[one]):
            assert after.index(waiting[one]) + 1 == after.index(target)


@given(st.permutations(LETTERS))
def test_an_order_is_taken_as_it_is_said(names):
    room = Room(LETTERS)

    assert room.do(ordered, [room.ids[name] for name in names]).order == "".join(names)


@given(st.lists(st.sampled_from(LETTERS), max_size=10))
def test_an_order_names_everybody_who_waits_once(names):
    room = Room(LETTERS)
    room.do(withdrawn, room.ids["H"], T)
    ids = [RequestId(f"{name}{LETTERS.index(name)}") for name in names]

    if sorted(names) == sorted("ABCDEFG"):
        assert room.do(ordered, ids).order == "".join(names)
    else:
        with pytest.raises(OrderIncomplete):
            ordered(room.floor, ids)


def test_the_speaker_is_not_among_those_who_are_put_back_while_speaking():
    room = Room("AB")
    room.give()
    room.give()
    room.put_back()

    assert (room.order, room.floor.speaking.participant) == ("A", "B")
    assert room.do(Floor.end, T).floor.spoken[0].participant == "B"
