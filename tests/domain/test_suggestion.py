"""The suggestion: who, why, at whose cost, and the bound on what following it can do."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.balance import planned_shares
from facilitator.domain.choreography import opened
from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.overrides import explained, noted, overrides
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import NoOverride, NotSuggested
from facilitator.domain.requests import Kind, Request, RequestId
from facilitator.domain.rules import Rules
from facilitator.domain.suggestion import Reason, Suggestion, suggestion, taken
from facilitator.domain.timing import MINUTE, Clock

T = 1_571_644_800_000
GOV, NGO, ACA = (CategoryKey(k) for k in ("GOV", "NGO", "ACA"))
CATEGORIES = [Category(GOV, "States"), Category(NGO, "Civil society"), Category(ACA, "Academia")]
PEOPLE = {
    ParticipantId(f"{key}{n}"): Participant(ParticipantId(f"{key}{n}"), f"{key}{n}", key)
    for key in (GOV, NGO, ACA)
    for n in range(12)
}


def room(waiting, spoken=(), **rules):
    """Return a floor on which these wait in order, after speeches of so many milliseconds of a category."""
    turns, at = [], T
    for n, (category, ms) in enumerate(spoken):
        who = ParticipantId(f"{category}11")
        turns.append(
            Intervention(InterventionId(f"i{n}"), who, CategoryKey(category), Clock(at, ms, ended=at + ms))
        )
        at += ms
    floor = Floor(PanelId("p"), rules=Rules(**{"dimensions": ("category",), **rules}))
    floor = replace(opened(floor, T), interventions=tuple(turns))
    for place, name in enumerate(waiting):
        request = Request(RequestId(name), ParticipantId(name), T + place, 0.0)
        floor = replace(floor, queue=floor.queue.join(request, place))
    return floor


def bound_room(k, protected):
    return room([], overtakes_at_most=k, protected=protected, dimensions=("category", "gender"))


def of_both_genders(names, numbers):
    return {
        ParticipantId(n): Participant(
            ParticipantId(n), n, CategoryKey(n[:3]), gender="female" if number % 2 else "male"
        )
        for n, number in zip(names, numbers, strict=False)
    }


def suggested(floor, now=T + 60 * MINUTE):
    return suggestion(floor, CATEGORIES, PEOPLE, now)


def order(floor):
    return [r.id for r in floor.waiting]


def test_the_group_furthest_below_its_share_is_moved_up_by_one_with_reason_and_cost():
    """Six minutes of States: of these two are planned for each of three groups of equal size."""
    floor = room(["GOV0", "GOV1", "NGO0"], [("GOV", 6 * MINUTE)])

    assert suggested(floor) == Suggestion(
        RequestId("NGO0"),
        3,
        RequestId("GOV1"),
        1,
        2,
        T + 2,
        0,
        (Reason("category", "NGO", 2 * MINUTE, 12, 0),),
    )


def test_taking_it_changes_one_place_and_counts_who_was_overtaken():
    floor = room(["GOV0", "GOV1", "NGO0"], [("GOV", 6 * MINUTE)])
    after = taken(floor, RequestId("NGO0"), suggested(floor))

    assert order(after) == ["GOV0", "NGO0", "GOV1"]
    assert [r.overtaken for r in after.waiting] == [0, 0, 1]


def test_replies_stay_under_the_request_that_is_moved_up():
    floor = room(["GOV0", "NGO0", "ACA0", "GOV1"], [("GOV", 6 * MINUTE)])
    reply = replace(floor.waiting[2], kind=Kind.REPLY, answers=RequestId("NGO0"))
    floor = replace(floor, queue=floor.queue.put(reply))

    assert order(taken(floor, RequestId("NGO0"), suggested(floor))) == ["NGO0", "ACA0", "GOV0", "GOV1"]


def test_only_what_is_suggested_can_be_taken():
    floor = room(["GOV0", "GOV1", "NGO0"], [("GOV", 6 * MINUTE)])

    with pytest.raises(NotSuggested):
        taken(floor, RequestId("GOV1"), suggested(floor))
    with pytest.raises(NotSuggested):
        taken(floor, RequestId("GOV1"), None)


@pytest.mark.parametrize(
    ("waiting", "spoken", "rules"),
    [
        (["GOV0", "NGO0"], [], {}),  # nobody has spoken
        (["GOV0", "NGO0"], [("GOV", 60_000)], {}),  # twenty seconds are no reason
        (["NGO0", "GOV0"], [("GOV", 6 * MINUTE)], {}),  # the first is the right one
        (["GOV0", "GOV1"], [("GOV", 6 * MINUTE)], {}),  # both are of one group
        (["GOV0", "NGO0"], [("GOV", 6 * MINUTE)], {"overtakes_at_most": 0}),  # first come, first served
        (["GOV0", "NGO0"], [("GOV", 6 * MINUTE)], {"hidden": ("category",)}),
        (["NGO0"], [("GOV", 6 * MINUTE)], {}),
        (["GOV0", "GOV1", "NGO0"], [("GOV", 6 * MINUTE)], {"protected": 2}),
        ([], [("GOV", 6 * MINUTE)], {}),
    ],
)
def test_nothing_is_suggested_without_a_reason(waiting, spoken, rules):
    assert suggested(room(waiting, spoken, **rules)) is None


def test_who_has_been_overtaken_often_enough_is_not_passed_any_more():
    floor = room(["GOV0", "NGO0"], [("GOV", 6 * MINUTE)])
    first = floor.waiting[0]
    tired = replace(floor, queue=floor.queue.put(replace(first, overtaken=2)))

    assert (suggested(floor).request, suggested(tired)) == ("NGO0", None)


@pytest.mark.parametrize("kind", [Kind.POINT_OF_ORDER, Kind.INTERPOSED_QUESTION])
def test_nobody_is_moved_before_a_point_of_order_or_a_question(kind):
    floor = room(["GOV0", "NGO0"], [("GOV", 6 * MINUTE)])
    procedural = replace(floor.waiting[0], kind=kind)

    assert suggested(replace(floor, queue=floor.queue.put(procedural))) is None


def test_several_dimensions_add_up():
    people = {
        ParticipantId("GOV11"): Participant(ParticipantId("GOV11"), "x", GOV, gender="male"),
        ParticipantId("GOV0"): Participant(ParticipantId("GOV0"), "a", GOV, gender="male"),
        ParticipantId("NGO0"): Participant(ParticipantId("NGO0"), "b", NGO, gender="male"),
        ParticipantId("ACA0"): Participant(ParticipantId("ACA0"), "c", ACA, gender="female"),
    }
    floor = room(["GOV0", "NGO0", "ACA0"], [("GOV", 6 * MINUTE)], dimensions=("category", "gender"))

    found = suggestion(floor, CATEGORIES, people, T)
    assert found.request == "ACA0"
    assert [(r.dimension, r.group) for r in found.reasons] == [("gender", "female"), ("category", "ACA")]


def test_targets_stand_and_the_rest_is_divided_equally_and_by_numbers():
    planned = planned_shares({"GOV": 0.4, "NGO": None}, {"GOV": 9, "NGO": 30, "ACA": 10, "": 5}, 0.5)

    assert planned == pytest.approx({"GOV": 0.4, "NGO": 0.15 + 0.225, "ACA": 0.15 + 0.075})


def test_the_floor_given_to_another_is_on_record_with_the_reason_and_who_was_passed_over():
    floor = room(["GOV0", "GOV1", "NGO0"], [("GOV", 6 * MINUTE)])
    given_ = floor.give(InterventionId("new"), PEOPLE, T + 60 * MINUTE, request=RequestId("GOV1"))
    after = noted(floor, given_, suggested(floor))

    assert after.interventions[-1].suggested == "GOV0"
    assert [r.overtaken for r in after.waiting] == [1, 0]
    assert [i.motive for i in overrides(explained(after, "health"))] == ["health"]


@pytest.mark.parametrize("request_", ["GOV0", "NGO0"])
def test_the_next_one_and_the_one_suggested_are_no_overrides(request_):
    floor = room(["GOV0", "GOV1", "NGO0"], [("GOV", 6 * MINUTE)])
    given_ = floor.give(InterventionId("new"), PEOPLE, T + 60 * MINUTE, request=RequestId(request_))

    assert noted(floor, given_, suggested(floor)).interventions[-1].suggested is None
    with pytest.raises(NoOverride):
        explained(given_, "health")


def test_passing_over_the_second_who_was_suggested_before_the_first_is_an_override():
    floor = room(["GOV0", "NGO0"], [("GOV", 6 * MINUTE)])
    given_ = floor.give(InterventionId("new"), PEOPLE, T + 60 * MINUTE)

    assert noted(floor, given_, suggested(floor)).interventions[-1].suggested == "NGO0"


@settings(max_examples=150)
@given(
    keys=st.lists(st.sampled_from(["GOV", "NGO", "ACA"]), min_size=1, max_size=14),
    k=st.integers(0, 3),
    protected=st.sampled_from([0, 0, 1, 2]),
    targets=st.tuples(*[st.sampled_from([None, 0.1, 0.3])] * 3),
    choices=st.lists(st.sampled_from(["take", "call", "next", "next"]), min_size=80, max_size=80),
    lengths=st.lists(st.integers(5_000, 400_000), min_size=80, max_size=80),
)
def test_followed_or_ignored_nobody_is_overtaken_more_than_k_times_nor_waits_longer_than_that(
    keys, k, protected, targets, choices, lengths
):
    """Suggestions are taken, called at once or passed over at random, and people keep asking."""
    categories = [replace(c, target_share=t) for c, t in zip(CATEGORIES, targets, strict=True)]
    names = [f"{key}{n}" for n, key in enumerate(keys)]
    people, floor = of_both_genders(names, lengths), bound_room(k, protected)
    now, turn, to_come = T, 0, names[:]
    asked, heard, ahead = {}, [], {}
    for choice, length in zip(choices, lengths, strict=True):
        if to_come and length % 3:
            name = to_come.pop(0)
            asked[name], ahead[name] = turn, len(floor.waiting)
            request = Request(RequestId(name), ParticipantId(name), now, 0.0)
            floor = replace(floor, queue=floor.queue.join(request, len(floor.waiting)))
        found = suggestion(floor, categories, people, now)
        assert found is None or (k > 0 and found.passed <= k and found.place - 1 > protected)
        if choice == "take" and found is not None:
            before = order(floor)
            floor = taken(floor, found.request, found)
            assert sum(a != b for a, b in zip(before, order(floor), strict=True)) == 2
        elif floor.waiting:
            called = found.request if choice == "call" and found is not None else floor.waiting[0].id
            after = floor.give(InterventionId(str(turn)), people, now, request=called)
            floor = noted(floor, after, found)
            heard.append(str(called))
            now += length
            floor, turn = floor.end(now), turn + 1
            assert turn - asked[str(called)] <= ahead[str(called)] + k + 1

    assert max((r.overtaken for r in floor.queue.requests), default=0) <= k
    for key in ("GOV", "NGO", "ACA"):
        of_key = [name for name in heard if name.startswith(key)]
        assert of_key == sorted(of_key, key=names.index)
    if k == 0:
        assert heard == names[: len(heard)]
