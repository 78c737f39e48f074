"""The suggestion taken, passed over and explained, through the same acts as everywhere."""

import json

import pytest

from facilitator.acts.export import export
from facilitator.acts.questions import floor_now, journal
from facilitator.domain.refusals import BadRule, NoOverride, NoPanelOpen, NotSuggested, UnknownReference
from facilitator.domain.requests import Kind


def suggested(desk):
    found = floor_now(desk)["suggestion"]
    return None if found is None else found["request"]


def waiting(desk):
    return [(each["request"], each["overtaken"]) for each in floor_now(desk)["queue"]]


def by_name(desk, sitting):
    names = {id_: name for name, id_ in sitting.items()}
    return [(names[request], overtaken) for request, overtaken in waiting(desk)]


@pytest.fixture
def unheard(desk, sitting, clock):
    """Brazil has spoken for four minutes, Norway, Kenya, the Coalition and the Network wait."""
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(240)
    desk.do("end_intervention")
    return sitting


def test_suggestion_says_who_why_and_what_it_costs_in_one_sentence_each(desk, unheard, clock):
    """Half of the four minutes were planned for civil society: two of two, who wait for four minutes."""
    assert floor_now(desk)["suggestion"] == {
        "request": unheard["Coalition"],
        "reasons": [
            "\u2068Civil society\u2069: 2 in the room, none heard, \u20662:00\u2069 below the planned share.",
            "Waiting 4 min.",
            "\u2068Kenya\u2069 is overtaken once (limit 2).",
        ],
        "overtakes_at_most": 2,
        "passes": unheard["Kenya"],
        "place": 3,
    }


def test_suggestion_taken_changes_one_place_and_undo_gives_it_back(desk, unheard):
    before = by_name(desk, unheard)
    desk.do("take_suggestion", request=suggested(desk))

    assert by_name(desk, unheard) == [("Norway", 0), ("Coalition", 0), ("Kenya", 1), ("Network", 0)]
    desk.do("undo")
    assert by_name(desk, unheard) == before == [("Norway", 0), ("Kenya", 0), ("Coalition", 0), ("Network", 0)]


def test_suggestion_moves_nobody_by_itself(desk, unheard, clock):
    before = waiting(desk)
    for _ in range(5):
        clock.pass_s(60)
        floor_now(desk)

    assert waiting(desk) == before


def test_what_is_not_suggested_is_refused_and_nothing_changes(desk, unheard):
    before, events = waiting(desk), len(journal(desk)["events"])
    for request in (unheard["Norway"], unheard["Brazil"], "nobody"):
        with pytest.raises(NotSuggested):
            desk.do("take_suggestion", request=request)

    assert (waiting(desk), len(journal(desk)["events"])) == (before, events)


def test_floor_given_to_another_than_was_due_is_on_record_with_its_motive(desk, unheard, clock, tmp_path):
    desk.do("take_suggestion", request=unheard["Coalition"])
    given = desk.do("give_floor", request=unheard["Kenya"]).id
    desk.do("state_motive", motive="health")
    clock.pass_s(30)
    desk.do("end_intervention")
    intervention = desk.view().floor.intervention(given)

    assert (intervention.suggested, intervention.motive) == (unheard["Coalition"], "health")
    assert by_name(desk, unheard) == [("Norway", 1), ("Coalition", 1), ("Network", 0)]
    assert [(e["act"], e["subject"]) for e in journal(desk, 3)["events"][:2]] == [
        ("give_floor", "Kenya"),
        ("state_motive", "health"),
    ]


def test_motive_can_be_stated_later_and_replaced(desk, unheard):
    first = desk.do("give_floor", request=unheard["Network"]).id
    desk.do("give_floor", request=unheard["Kenya"])
    desk.do("state_motive", motive="time", intervention=first)
    desk.do("state_motive", motive="protocol", intervention=first)
    desk.do("state_motive", motive="other")

    desk.do("end_intervention")

    assert [(each["suggested"], each["motive"]) for each in floor_now(desk)["spoken"]] == [
        (None, ""),
        (unheard["Norway"], "protocol"),
        (unheard["Norway"], "other"),
    ]


def test_motive_is_refused_where_nobody_else_was_due(desk, unheard):
    first = desk.view().floor.interventions[0].id
    for asked, refusal in (
        ({}, NoOverride),
        ({"intervention": first}, NoOverride),
        ({"intervention": "nobody"}, UnknownReference),
    ):
        with pytest.raises(refusal):
            desk.do("state_motive", motive="time", **asked)
    desk.do("close_panel")
    with pytest.raises(NoPanelOpen):
        desk.do("state_motive", motive="time")


def test_motive_can_be_stated_after_the_panel(desk, unheard):
    given = desk.do("give_floor", request=unheard["Network"]).id
    desk.do("close_panel")
    desk.do("state_motive", motive="unheard", intervention=given)

    assert desk.view().floor.intervention(given).motive == "unheard"


def test_next_one_the_suggested_one_and_points_of_order_are_no_overrides(desk, unheard, people):
    desk.do("give_floor", request=suggested(desk))
    desk.do("request_floor", participant=people["Kenya"], kind=Kind.POINT_OF_ORDER)
    desk.do("give_floor")
    desk.do("end_intervention")
    desk.do("give_floor")

    assert [i.suggested for i in desk.view().floor.interventions] == [None] * 4


def test_undo_of_giving_the_floor_takes_back_who_was_passed_over(desk, unheard):
    before = waiting(desk)
    desk.do("give_floor", request=unheard["Network"])
    desk.do("undo")

    assert waiting(desk) == before


def test_hidden_dimension_is_no_reason_any_more_and_no_gap_is_told_by_it(desk, unheard, clock):
    clock.pass_s(1_200)
    told = floor_now(desk)
    assert (suggested(desk), [gap["category"] for gap in told["gaps"]]) == (unheard["Coalition"], ["NGO"])
    desk.do("hide_dimension", dimension="category")
    assert (suggested(desk), floor_now(desk)["gaps"]) == (None, [])
    with pytest.raises(BadRule):
        desk.do("hide_dimension", dimension="height")


def test_without_overtaking_the_first_come_is_the_first_served(desk, unheard):
    desk.do("set_rule", rule="overtakes_at_most", value=0)

    assert suggested(desk) is None


def test_record_says_of_whom_another_was_due_and_why(desk, unheard, clock, tmp_path):
    desk.do("set_rule", rule="consent_needed", value=False)
    desk.do("give_floor", request=unheard["Network"])
    desk.do("state_motive", motive="agreement")
    clock.pass_s(1)
    desk.do("give_floor", request=unheard["Kenya"])
    clock.pass_s(1)
    desk.do("give_floor")
    target = tmp_path / "record.json"
    export(desk, target, what="record")
    told = json.loads(target.read_text(encoding="utf-8"))["record"]

    assert [(row["name"], row["text"]) for row in told if row["what"] == "Intervention"] == [
        ("Brazil", None),
        ("Network", "Called although another was due: Agreed with the speaker"),
        ("Kenya", "Called although another was due"),
        ("Norway", None),
    ]


def test_balance_that_is_printed_tells_each_override_at_its_level_of_attribution(
    desk, unheard, clock, tmp_path
):
    desk.do("give_floor", request=unheard["Network"])
    desk.do("state_motive", motive="agreement")
    desk.do("close_panel")
    target = tmp_path / "balance.json"
    export(desk, target, what="balance")
    tables = json.loads(target.read_text(encoding="utf-8"))
    (override,) = tables["overrides"]

    assert (override["given"], override["suggested"], override["motive"]) == (
        "Civil society",
        "States",
        "Agreed with the speaker",
    )


def test_suggestion_says_how_often_the_one_suggested_was_overtaken_itself(desk, unheard, clock):
    desk.do("move", request=unheard["Network"], before=unheard["Coalition"])
    desk.do("give_floor", request=unheard["Norway"])
    clock.pass_s(240)
    desk.do("give_floor", request=unheard["Coalition"])
    clock.pass_s(10)

    reasons = floor_now(desk)["suggestion"]["reasons"]
    assert [words for words in reasons if words.startswith("Overtaken")] == [
        "Overtaken once so far (limit 2)."
    ]
