"""The acts of the queue, and the speakers who are not in the file yet."""

import json

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.questions import floor_now
from facilitator.acts.questions import people as people_told
from facilitator.acts.wire import Wire
from facilitator.domain.drawing import Grouping
from facilitator.domain.finding import found
from facilitator.domain.refusals import (
    AlreadyNamed,
    AlreadyThere,
    AlreadyWaiting,
    ListClosed,
    NoPanelOpen,
    NotUnderstood,
    NotWaiting,
    PanelNotOpen,
    Protected,
    TextTooLong,
    UnknownReference,
)
from facilitator.domain.requests import Capacity, Kind, RequestState
from tests.conftest import TEN

MINUTE = 60_000


def names(desk, panel=None):
    view = desk.view(panel)
    return [view.people[r.participant].name for r in view.floor.waiting]


def told(desk):
    view = desk.view()
    return view.floor, view.people, view.notes


def numbers(desk):
    return [who.number for who in desk.view().people.values()]


ACTS = {
    "skip": {"request": "Brazil"},
    "mark_absent": {"request": "Brazil"},
    "receive_statement": {"request": "Brazil", "words": 300},
    "substitute": {"request": "Brazil", "participant": "Coalition 2"},
    "swap": {"request": "Brazil", "other": "Network"},
    "order": {"requests": ("Network", "Coalition", "Kenya", "Norway", "Brazil")},
    "close_list_at": {"closes": TEN + MINUTE},
    "draw_lots": {"seed": "3"},
    "rotate_alphabet": {"letter": "K"},
    "share_slots": {"slots": {"NGO": 1, "GOV": 1}, "by": Grouping.CATEGORY},
    "add_speaker": {"name": "Chile", "category": "GOV"},
    "keep_place": {"category": "NGO", "delegation": "A coalition"},
    "add_participant": {"name": "Chile", "category": "GOV", "number": 77},
}


@pytest.fixture
def six(desk, sitting):
    """The sitting panel and one more participant, who does not wait."""
    return desk.do("add_participant", name="Coalition 2", category="NGO").id


@pytest.mark.parametrize("act", ACTS)
def test_every_act_of_the_queue_can_be_taken_back_and_brought_back(desk, sitting, six, act):
    known = {**sitting, "Coalition 2": six}

    def ids(value):
        return tuple(map(ids, value)) if isinstance(value, tuple) else known.get(value, value)

    arguments = {
        key: value if isinstance(value, dict) or key in ("by", "name") else ids(value)
        for key, value in ACTS[act].items()
    }
    before = told(desk)
    desk.do(act, **arguments)
    after = told(desk)
    desk.do("undo")
    undone = told(desk)
    desk.do("redo")

    assert (before != after, undone, told(desk)) == (True, before, after)


def test_requests_are_taken_before_the_panel_opens_and_wait_when_it_does(desk, people):
    desk.do("set_present", participant=people["Norway"], present=False)
    desk.do("request_floor", participant=people["Norway"], panel=1)
    desk.do("add_speaker", name="Chile", category="GOV", panel=1)
    desk.do("keep_place", category="NGO", panel=1)

    with pytest.raises(NoPanelOpen):
        desk.do("request_floor", participant=people["Kenya"])
    desk.do("open_panel", panel=1)
    assert names(desk) == ["Norway", "Chile", ""]


def test_all_that_is_said_of_a_request_is_told(desk, sitting, people):
    first = desk.do(
        "request_floor",
        participant=people["Kenya"],
        kind=Kind.REPLY,
        category="NGO",
        capacity=Capacity.PANELLIST,
        on_behalf_of="the African Group",
        organisations=12,
        note="short",
        answers=sitting["Norway"],
    ).id

    told_of_it = floor_now(desk)["queue"][2]
    expected = {
        "request": first,
        "participant": people["Kenya"],
        "category": "NGO",
        "kind": "reply",
        "place": 3,
        "capacity": "panellist",
        "on_behalf_of": "the African Group",
        "organisations": 12,
        "note": "short",
        "rank": 0,
        "answers": sitting["Norway"],
        "calls": 0,
        "overtaken": 0,
        "instead_of": None,
    }
    assert {key: told_of_it[key] for key in expected} == expected


def test_the_floor_given_keeps_the_hat_and_the_organisations(desk, people):
    desk.do("open_panel", panel=1)
    desk.do("request_floor", participant=people["Kenya"], category="NGO", organisations=12)
    desk.do("give_floor")

    speaker = desk.view().floor.speaking
    assert (speaker.category, speaker.organisations, speaker.clock.limit_ms) == ("NGO", 12, 180_000)


def test_a_speaker_not_in_the_file_is_added_and_waits_in_one_act(desk, sitting):
    request = desk.do("add_speaker", name="  Chile ", category="GOV", delegation="GRULAC").id

    waiting = desk.view().floor.waiting[-1]
    who = desk.view().people[waiting.participant]
    assert (waiting.id, who.name, who.delegation, who.present, who.number) == (
        request,
        "Chile",
        "GRULAC",
        True,
        6,
    )
    desk.do("undo")
    assert len(desk.view().people) == 5


@pytest.mark.parametrize(
    ("act", "arguments", "refusal"),
    [
        ("add_speaker", {"name": " ", "category": "GOV"}, NotUnderstood),
        ("add_speaker", {"name": "x" * 501, "category": "GOV"}, TextTooLong),
        ("add_speaker", {"name": "Chile", "category": "??"}, UnknownReference),
        ("keep_place", {"category": "??"}, UnknownReference),
        ("keep_place", {"category": "GOV", "delegation": "x" * 501}, TextTooLong),
        ("add_participant", {"name": "", "category": "GOV"}, NotUnderstood),
        ("add_participant", {"name": "x" * 10_000, "category": "GOV"}, TextTooLong),
        ("add_participant", {"name": "x", "category": "GOV", "region": "x" * 501}, TextTooLong),
        ("add_participant", {"name": "x", "category": "GOV", "number": 0}, NotUnderstood),
        ("add_participant", {"name": "x", "category": "GOV", "number": 100_000}, NotUnderstood),
        ("add_participant", {"name": "x", "category": "GOV", "number": 1}, AlreadyThere),
        ("add_speaker", {"name": "\u200b\u200f", "category": "GOV"}, NotUnderstood),
        ("rotate_alphabet", {"letter": ""}, NotUnderstood),
        ("rotate_alphabet", {"letter": "x" * 501}, TextTooLong),
        ("draw_lots", {"seed": "x" * 501}, TextTooLong),
        ("draw_lots", {"panel": 2}, UnknownReference),
        ("share_slots", {"slots": {"??": 3}}, UnknownReference),
        ("share_slots", {"slots": {"GOV": -3}}, NotUnderstood),
        ("skip", {"request": "??"}, UnknownReference),
        ("receive_statement", {"request": "??"}, UnknownReference),
        ("swap", {"request": "??", "other": "??"}, UnknownReference),
        ("name_speaker", {"participant": "??", "name": "x"}, UnknownReference),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_has_changed(desk, sitting, act, arguments, refusal):
    before, events = told(desk), len(list(desk.file.journal()))

    with pytest.raises(refusal):
        desk.do(act, **arguments)
    assert (told(desk), len(list(desk.file.journal()))) == (before, events)


def test_texts_of_a_request_are_as_short_as_a_screen_needs_them(desk, people):
    desk.do("open_panel", panel=1)

    for field in ("note", "on_behalf_of"):
        with pytest.raises(TextTooLong):
            desk.do("request_floor", participant=people["Kenya"], **{field: "x" * 501})
    with pytest.raises(UnknownReference):
        desk.do("request_floor", participant=people["Kenya"], category="??")
    assert names(desk) == []


def kept(desk, **more):
    request = desk.do("keep_place", category="NGO", **more).id
    return next(r for r in desk.view().floor.waiting if r.id == request)


def test_a_kept_place_says_whose_category_it_is_in_the_journal(desk, sitting):
    kept(desk)
    kept(desk, delegation="A coalition")

    assert [done.subject for done in desk.view().last_acts[:2]] == ["A coalition", "Civil society"]


def test_a_kept_place_is_given_a_name_and_never_another(desk, sitting):
    place = kept(desk)
    desk.do("name_speaker", participant=place.participant, name=" Amina ")

    assert names(desk)[-1] == "Amina"
    with pytest.raises(AlreadyNamed):
        desk.do("name_speaker", participant=place.participant, name="Other")
    desk.do("undo")
    assert names(desk)[-1] == ""


@pytest.mark.parametrize(
    "arguments", [{}, {"name": "A", "known": "Kenya"}, {"name": " "}, {"known": "place"}]
)
def test_a_name_or_somebody_known_is_wanted(desk, sitting, people, arguments):
    place = kept(desk)
    known = {**people, "place": place.participant}
    named = {key: known.get(value, value) if key == "known" else value for key, value in arguments.items()}

    with pytest.raises(NotUnderstood):
        desk.do("name_speaker", participant=place.participant, **named)


def test_a_kept_place_goes_to_somebody_known_with_all_that_was_said_in_it(desk, people, clock):
    desk.do("open_panel", panel=1)
    place = kept(desk)
    desk.do("give_floor")
    note = desk.do("write_note", text="heard").id
    clock.pass_s(30)
    desk.do("end_intervention")
    before = told(desk)

    desk.do("name_speaker", participant=place.participant, known=people["Kenya"])

    view = desk.view()
    spoken = view.floor.spoken[0]
    assert (spoken.participant, spoken.category, spoken.clock.elapsed(clock.now)) == (
        people["Kenya"],
        "NGO",
        30_000,
    )
    assert [(n.id, n.participant) for n in view.notes] == [(note, people["Kenya"])]
    assert place.participant not in view.people
    desk.do("undo")
    assert told(desk) == before


def test_somebody_known_who_waits_already_does_not_take_a_kept_place(desk, sitting, people):
    place = kept(desk)

    with pytest.raises(AlreadyWaiting):
        desk.do("name_speaker", participant=place.participant, known=people["Kenya"])
    desk.do("withdraw", request=sitting["Kenya"])
    desk.do("name_speaker", participant=place.participant, known=people["Kenya"])
    assert names(desk) == ["Brazil", "Norway", "Coalition", "Network", "Kenya"]


def test_everybody_has_a_short_number_and_is_found_by_it(desk, people):
    assert numbers(desk) == [1, 2, 3, 4, 5]
    chosen = desk.do("add_participant", name="Chile", category="GOV", number=40).id
    desk.do("add_participant", name="Peru", category="GOV")

    assert numbers(desk) == [1, 2, 3, 4, 5, 40, 41]
    assert found(desk.view().people.values(), "40")[0].id == chosen
    assert [p["number"] for p in people_told(desk)["participants"]] == [1, 2, 3, 4, 5, 40, 41]


def test_the_list_closes_itself_and_every_screen_and_program_says_so(desk, people, clock):
    desk.do("set_rule", rule="list_closes_after_ms", value=600_000)
    desk.do("open_panel", panel=1)
    clock.pass_s(599.999)
    before = desk.view().list_open(clock.now), floor_now(desk)["list_open"]
    clock.pass_s(0.001)

    assert before == (True, True)
    told_now = floor_now(desk)
    assert (desk.view().list_open(clock.now), told_now["list_open"]) == (False, False)
    assert told_now["list_closes"] == "2019-10-21T08:10:00.000+00:00"
    with pytest.raises(ListClosed):
        desk.do("request_floor", participant=people["Kenya"])
    desk.do("reopen_list")
    clock.pass_s(3_600)
    desk.do("request_floor", participant=people["Kenya"])


def test_statements_of_those_who_were_not_heard_are_received_after_the_panel(desk, sitting):
    desk.do("close_panel")
    desk.do("receive_statement", request=sitting["Kenya"], words=250)

    request = desk.view(desk.view().panels[0].id).floor.queue.request(sitting["Kenya"])
    assert (request.state, request.terms.words) == (RequestState.RECEIVED, 250)
    with pytest.raises(NotWaiting):
        desk.do("receive_statement", request=sitting["Kenya"])


def test_lots_are_drawn_with_a_seed_that_the_journal_tells(desk, sitting):
    answer = desk.do("draw_lots")
    order = names(desk)
    desk.do("undo")
    again = desk.do("draw_lots", seed=answer.id)

    assert (again.id, names(desk), desk.view().last_acts[0].subject) == (answer.id, order, answer.id)


def test_lots_are_drawn_before_the_panel_opens(desk, people):
    for id_ in people.values():
        desk.do("request_floor", participant=id_, panel=1)
    panel = desk.view().panels[0].id
    desk.do("rotate_alphabet", letter="N", panel=1)
    assert names(desk, panel) == ["Network", "Norway", "Brazil", "Coalition", "Kenya"]
    desk.do("share_slots", slots={"GOV": 2}, panel=1)
    assert names(desk, panel) == ["Norway", "Brazil", "Network", "Coalition", "Kenya"]
    seed = desk.do("draw_lots", panel=1).id
    drawn = names(desk, panel)
    desk.do("open_panel", panel=1)
    desk.do("draw_lots", seed=seed)

    assert names(desk) == drawn


def test_no_two_draws_have_the_same_seed(desk, sitting):
    assert len({desk.do("draw_lots").id for _ in range(20)}) == 20


def test_each_order_is_one_act_and_one_event(desk, sitting):
    events = len(list(desk.file.journal()))

    desk.do("draw_lots")
    desk.do("rotate_alphabet", letter="N")
    assert names(desk) == ["Network", "Norway", "Brazil", "Coalition", "Kenya"]
    desk.do("share_slots", slots={"GOV": 1, "NGO": 1}, by=Grouping.CATEGORY)
    assert names(desk) == ["Network", "Norway", "Brazil", "Coalition", "Kenya"]
    desk.do("share_slots", slots={"GOV": 2}, by=Grouping.CATEGORY)
    assert names(desk) == ["Norway", "Brazil", "Network", "Coalition", "Kenya"]
    assert len(list(desk.file.journal())) == events + 4


def test_a_protected_place_is_the_rule_of_a_workshop_or_a_panel(desk, sitting):
    desk.do("set_rule", rule="protected", value=2, panel=1)

    with pytest.raises(Protected):
        desk.do("move", request=sitting["Kenya"], before=sitting["Brazil"])
    desk.do("set_rule", rule="protected", value=0, panel=1)
    desk.do("move", request=sitting["Kenya"], before=sitting["Brazil"])
    assert names(desk)[0] == "Kenya"


def test_nobody_is_skipped_in_a_break_or_when_the_panel_is_over(desk, sitting):
    desk.do("suspend_panel")
    with pytest.raises(PanelNotOpen):
        desk.do("skip", request=sitting["Brazil"])
    desk.do("close_panel")
    with pytest.raises(NoPanelOpen):
        desk.do("skip", request=sitting["Brazil"])


def test_all_of_it_is_in_the_file(desk, sitting, people, clock):
    desk.do("skip", request=sitting["Brazil"])
    desk.do(
        "substitute",
        request=sitting["Norway"],
        participant=desk.do("add_participant", name="X", category="GOV").id,
    )
    desk.do("receive_statement", request=sitting["Kenya"], words=9)
    desk.do("close_list_at", closes=clock.now + MINUTE)
    kept(desk)
    before = told(desk)
    desk.close()

    again = open_desk(desk.path, clock)
    try:
        assert told(again) == before
    finally:
        again.close()


def test_a_request_of_another_panel_is_no_request_of_this_one(desk, sitting, people):
    desk.do("add_panel", title="Next", starts=TEN + 3_600_000, ends=TEN + 7_200_000)
    foreign = desk.do("request_floor", participant=people["Kenya"], panel=2).id
    before = told(desk)

    for act, arguments in (
        ("swap", {"request": sitting["Kenya"], "other": foreign}),
        ("move", {"request": sitting["Kenya"], "before": foreign}),
        ("give_floor", {"request": foreign}),
        ("skip", {"request": foreign}),
        ("mark_absent", {"request": foreign}),
        ("request_floor", {"participant": people["Kenya"], "kind": Kind.REPLY, "answers": foreign}),
    ):
        with pytest.raises(UnknownReference):
            desk.do(act, **arguments)
    assert told(desk) == before


def test_lines_of_json_reach_the_queue(desk, people, clock):
    """What needs more than an id: null, a table, names of ids that earlier lines gave."""
    wire = Wire(desk, clock, lambda refusal: refusal.code)

    def say(**line):
        return wire.answer(json.dumps(line))

    say(do="open_panel", panel=1)
    say(do="add_speaker", name="Chile", category="GOV", **{"as": "$chile"})
    say(do="request_floor", participant=people["Kenya"], **{"as": "$kenya"})
    say(do="request_floor", participant=people["Network"], kind="reply", answers="$chile")
    assert names(desk) == ["Chile", "Network", "Kenya"]
    say(do="swap", request="$chile", other="$kenya")
    say(do="share_slots", slots={"NGO": 1, "GOV": 0}, by="category")
    say(do="close_list_at", closes="2019-10-21T14:00:00+02:00")
    say(do="close_list_at", closes=None)
    said = [say(do="share_slots", slots={"NGO": n}) for n in (1.5, "1", True, None)]

    assert names(desk) == ["Network", "Kenya", "Chile"]
    assert floor_now(desk)["list_closes"] is None
    assert [answer["refusal"] for answer in said] == ["not_understood"] * 4


def test_what_is_done_with_a_kept_place_is_told_by_its_category(desk, people):
    desk.do("open_panel", panel=1)
    kept = desk.do("keep_place", category="NGO").id
    desk.do("give_floor", request=kept)
    desk.do("pause")
    desk.do("end_intervention")

    assert [done.subject for done in desk.view().last_acts[:4]] == ["Civil society"] * 4
