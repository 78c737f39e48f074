"""Asking for the floor: who may, until when, and behind whom."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.calling import moved
from facilitator.domain.choreography import closed
from facilitator.domain.floor import Floor
from facilitator.domain.inscription import asked, list_closed, list_closing, list_open_at, list_reopened
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import (
    AlreadySpoken,
    AlreadyWaiting,
    BadTime,
    ListAlreadyClosed,
    ListAlreadyOpen,
    ListClosed,
    NotAnswerable,
    NotPresent,
    NotUnderstood,
    PanelNotOpen,
    QueueFull,
    UnknownReference,
)
from facilitator.domain.requests import Kind, Request, RequestId
from tests.domain.rooms import PEOPLE, Room, T, person

MINUTE = 60_000
POINT, QUESTION, REPLY = Kind.POINT_OF_ORDER, Kind.INTERPOSED_QUESTION, Kind.REPLY


def test_each_kind_has_its_place():
    room = Room("ABC")
    speaker = room.give()  # Brazil's A has the floor; B and C wait
    assert speaker == "i0"
    room.ask("D", REPLY, answers=RequestId("A0"))
    room.ask("E", QUESTION)
    room.ask("F", POINT)
    room.ask("G", REPLY, answers=room.ids["B"])
    room.ask("H", Kind.RIGHT_OF_REPLY)
    room.ask("I", REPLY, answers=RequestId("A0"))
    room.ask("J", QUESTION)
    room.ask("K", POINT)

    assert room.order == "FKEJDIBGCH"


def test_points_of_order_are_heard_by_their_rank_and_those_without_one_after_them():
    room = Room("A")
    for name, rank in (("B", 0), ("C", 2), ("D", 3), ("E", 2), ("F", 0), ("G", 1)):
        room.ask(name, POINT, rank=rank)

    assert room.order == "GCEDBFA"


def test_a_point_of_order_does_not_come_between_another_and_its_reply():
    room = Room("A")
    first = room.ask("B", POINT)
    room.ask("C", REPLY, answers=first)
    room.ask("D", POINT)

    assert room.order == "BCDA"


def test_a_reply_to_what_was_said_waits_like_a_statement():
    room = Room("AB")
    room.give()
    room.do(Floor.end, T)
    room.ask("C", Kind.RIGHT_OF_REPLY, answers=RequestId("A0"))

    assert room.order == "BC"


@pytest.mark.parametrize(
    ("kind", "answers", "refusal"),
    [
        (REPLY, "C2", NotAnswerable),  # a reply to a reply
        (Kind.STATEMENT, "A0", NotAnswerable),
        (POINT, "A0", NotAnswerable),
        (REPLY, "X9", UnknownReference),
        (REPLY, "B1", NotAnswerable),  # taken back before it was heard
    ],
)
def test_a_reply_answers_a_statement_that_waits_or_was_made(kind, answers, refusal):
    room = Room("AB")
    room.ask("C", REPLY, answers=RequestId("A0"))
    room.floor = replace(
        room.floor,
        queue=room.floor.queue.settle(RequestId("B1"), type(room.floor.waiting[0].state).WITHDRAWN, T),
    )
    before = room.floor

    with pytest.raises(refusal):
        room.ask("D", kind, answers=RequestId(answers))
    assert room.floor == before


@pytest.mark.parametrize(
    ("rules", "kind", "refusal"),
    [
        ({}, Kind.STATEMENT, AlreadyWaiting),
        ({"several": True}, Kind.STATEMENT, None),
        ({}, POINT, None),
        ({"most_waiting": 2}, QUESTION, QueueFull),
        ({"most_waiting": 2}, POINT, None),
        ({"most_waiting": 3}, QUESTION, None),
    ],
)
def test_one_request_of_a_kind_waits_for_each_and_no_more_than_may(rules, kind, refusal):
    room = Room("AB", **rules)

    if refusal is None:
        room.ask("A", kind)
    else:
        with pytest.raises(refusal):
            room.ask("A", kind)
    assert len(room.floor.waiting) == 2 + (refusal is None)


@pytest.mark.parametrize("kind", list(Kind))
def test_where_each_speaks_once_a_second_statement_is_refused_and_nothing_else(kind):
    room = Room(once=True)
    room.speak("A")

    if kind is Kind.STATEMENT:
        with pytest.raises(AlreadySpoken):
            room.ask("A", kind)
    else:
        room.ask("A", kind)
        assert room.order == "A"


def test_a_point_of_order_does_not_use_up_the_one_time():
    room = Room(once=True)
    room.give(room.ask("A", POINT))
    room.do(Floor.end, T)
    room.ask("A")

    assert room.order == "A"


def test_who_is_not_in_the_room_is_refused_unless_the_rule_is_lifted_or_the_panel_has_not_begun():
    away = person("A", present=False)
    request = Request(RequestId("r"), away.id, T, 0.0)

    with pytest.raises(NotPresent):
        asked(Room().floor, request, away, T)
    assert len(asked(Room(only_present=False).floor, request, away, T).waiting) == 1
    assert len(asked(Floor(PanelId("p")), request, away, T).waiting) == 1


def test_nobody_asks_in_a_panel_that_is_over():
    room = Room()
    room.do(closed, T)

    with pytest.raises(PanelNotOpen):
        room.ask("A")


def test_the_list_closes_by_itself_at_the_instant_set_though_nobody_pressed():
    room = Room("A")
    room.do(list_closing, T + 5 * MINUTE, T)

    room.ask("B", at=T + 5 * MINUTE - 1)
    with pytest.raises(ListClosed):
        room.ask("C", at=T + 5 * MINUTE)
    room.ask("C", POINT, at=T + 5 * MINUTE)
    assert (room.order, list_open_at(room.floor, T + 5 * MINUTE)) == ("CAB", False)


def test_a_list_that_closed_itself_is_closed_for_the_keys_and_reopens_for_good():
    room = Room()
    room.do(list_closing, T + MINUTE, T)

    with pytest.raises(ListAlreadyOpen):
        list_reopened(room.floor, T + MINUTE - 1)
    with pytest.raises(ListAlreadyClosed):
        list_closed(room.floor, T + MINUTE)
    with pytest.raises(ListAlreadyClosed):
        list_closing(room.floor, T + 2 * MINUTE, T + MINUTE)
    reopened = list_reopened(room.floor, T + MINUTE)
    assert list_open_at(reopened, T + 10**9)


def test_the_closing_time_is_taken_back_and_cannot_be_over():
    room = Room()
    room.do(list_closing, T + MINUTE, T).do(list_closing, None, T)

    assert list_open_at(room.floor, T + MINUTE)
    with pytest.raises(BadTime):
        list_closing(room.floor, T - 1, T)


def test_a_rule_closes_the_list_some_time_after_the_panel_opens():
    room = Room(list_closes_after_ms=15 * MINUTE)

    assert [list_open_at(room.floor, T + m * MINUTE) for m in (0, 14, 15)] == [True, True, False]


def test_points_of_order_are_refused_with_the_rest_where_the_rules_say_so():
    room = Room(points_when_closed=False)
    room.do(list_closed, T)

    with pytest.raises(ListClosed):
        room.ask("A", POINT)


@pytest.mark.parametrize(
    ("kind", "more", "field"),
    [
        (POINT, {"rank": -1}, "rank"),
        (POINT, {"rank": 3}, "rank"),
        (Kind.STATEMENT, {"rank": 1}, "rank"),
        (Kind.STATEMENT, {"organisations": 0}, "organisations"),
        (Kind.STATEMENT, {"organisations": 10_000}, "organisations"),
    ],
)
def test_what_cannot_be_is_refused_by_its_name(kind, more, field):
    room = Room(points_of_order=("The rules are broken", "Nobody can hear"))

    with pytest.raises(NotUnderstood) as refused:
        room.ask("A", kind, **more)
    assert refused.value.details == {"field": field}


def test_first_time_speakers_come_before_those_who_spoke_and_in_their_own_order():
    room = Room(first_timers_first=True)
    room.speak("ABC")
    for name in "ADBEFC":
        room.ask(name)

    assert room.order == "DEFABC"


def test_a_first_time_speaker_is_never_put_before_an_earlier_one_whom_somebody_dragged_down():
    room = Room(first_timers_first=True)
    room.speak("AB")
    for name in "DAB":
        room.ask(name)
    room.do(moved, room.ids["D"], None)
    room.ask("E")

    assert room.order == "ABDE"


def test_a_first_time_speaker_comes_behind_the_replies_to_the_one_before():
    room = Room(first_timers_first=True)
    room.speak("A")
    first = room.ask("B")
    room.ask("A")
    room.ask("A", REPLY, answers=first)
    room.ask("C")

    assert room.order == "BACA"


def test_the_border_of_the_protected_places_parts_nobody_from_the_replies():
    room = Room(first_timers_first=True, protected=2)
    room.speak("AB")
    first = room.ask("A")
    for name in "CD":
        room.ask(name, REPLY, answers=first)
    room.ask("B")
    room.ask("E")

    assert room.order == "ACDEB"


ASKING = st.lists(st.tuples(st.sampled_from(sorted(PEOPLE)), st.sampled_from(list(Kind))), max_size=40)


@given(st.sets(st.sampled_from(sorted(PEOPLE))), ASKING, st.integers(0, 4))
def test_asking_puts_nobody_before_an_earlier_first_timer_or_into_a_protected_place(heard, asking, near):
    room = Room(first_timers_first=True, protected=near, several=True)
    room.speak(sorted(heard))
    for name, kind in asking:
        before = [r.id for r in room.floor.waiting]
        new = room.ask(name, kind)
        after = [r.id for r in room.floor.waiting]

        assert [id_ for id_ in after if id_ != new] == before
        if not kind.procedural:
            assert after.index(new) >= min(near, len(before))
    plain = [r for r in room.floor.waiting if not r.kind.procedural]
    for group in (
        [r.id for r in plain if r.participant not in heard],
        [r.id for r in plain if r.participant in heard],
    ):
        assert group == sorted(group, key=lambda id_: int(id_[1:]))
