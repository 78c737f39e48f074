"""What other systems are tested with on asking and order, and where some fail; by our own acts."""

from itertools import permutations

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.questions import floor_now
from facilitator.domain.refusals import (
    AlreadyNamed,
    AlreadyWaiting,
    BadTime,
    FloorTaken,
    ListClosed,
    NobodySpeaking,
    NotAnswerable,
    NotPresent,
    NotWaiting,
    OrderIncomplete,
    Protected,
    StalePress,
    UnknownReference,
)
from facilitator.domain.requests import Kind, RequestState
from facilitator.domain.timing import ClockState
from tests.conftest import TEN

POINT, QUESTION, REPLY, STATEMENT = (
    Kind.POINT_OF_ORDER,
    Kind.INTERPOSED_QUESTION,
    Kind.REPLY,
    Kind.STATEMENT,
)


def waiting(desk):
    view = desk.view()
    return [view.people[r.participant].name for r in view.floor.waiting]


def speaking(desk):
    return desk.view().floor.speaking


def spoken(desk):
    return [(s["participant"], s["seconds"]) for s in floor_now(desk)["spoken"]]


@pytest.fixture
def room(desk, people):
    """The desk with its panel open and nobody waiting."""
    desk.do("open_panel", panel=1)
    return desk


@pytest.fixture
def ask(room, people):
    """Somebody asks; returns the request."""

    def ask(name, kind=STATEMENT, **more):
        if name not in people:
            people[name] = room.do("add_participant", name=name, category="GOV").id
        return room.do("request_floor", participant=people[name], kind=kind, **more).id

    return ask


@pytest.fixture
def speak(room, ask, clock):
    """Somebody asks, has the floor for a minute and ends."""

    def speak(name, kind=STATEMENT):
        request = ask(name, kind)
        room.do("give_floor", request=request)
        clock.pass_s(60)
        room.do("end_intervention")
        return request

    return speak


# putting back


def test_t20_the_latest_to_end_waits_again_first_and_is_the_same_request(room, ask, speak, clock):
    speak("Brazil")
    second = speak("Norway")
    ask("Kenya")
    room.do("give_floor")
    ask("Network")
    clock.pass_s(5)

    assert room.do("re_add_last").id == second
    assert (waiting(room), speaking(room).clock.remaining(clock.now)) == (["Norway", "Network"], 115_000)


def test_t21_who_waits_already_is_not_put_back(room, ask, speak):
    speak("Brazil")
    ask("Brazil")

    with pytest.raises(AlreadyWaiting):
        room.do("re_add_last")
    assert waiting(room) == ["Brazil"]


def test_t21_who_waits_already_is_put_back_where_several_requests_are_allowed(room, ask, speak):
    room.do("set_rule", rule="several", value=True)
    first = speak("Brazil")
    again = ask("Brazil")

    room.do("re_add_last")

    assert [r.id for r in room.view().floor.waiting] == [first, again]


@pytest.mark.parametrize(
    ("last", "waits", "refused"),
    [(STATEMENT, POINT, False), (POINT, STATEMENT, False), (POINT, POINT, True)],
)
def test_t22_a_statement_and_a_point_of_order_do_not_stand_in_each_others_way(
    room, ask, speak, last, waits, refused
):
    speak("Brazil", last)
    ask("Brazil", waits)

    if refused:
        with pytest.raises(AlreadyWaiting):
            room.do("re_add_last")
    else:
        room.do("re_add_last")
    assert waiting(room) == ["Brazil"] * (1 if refused else 2)


def test_t23_a_question_is_not_put_back_while_there_is_nobody_to_put_it_to(room, ask, speak):
    speak("Brazil")
    speak("Norway", QUESTION)

    with pytest.raises(NobodySpeaking):
        room.do("re_add_last")
    assert waiting(room) == []


def test_t24_of_those_who_ended_together_the_speaker_comes_before_the_questions(room, ask, clock):
    main = ask("Brazil")
    room.do("give_floor")
    questions = []
    for name in ("Norway", "Kenya"):
        clock.pass_s(10)
        questions.append(ask(name, QUESTION))
        room.do("give_floor")
    clock.pass_s(10)
    room.do("end_intervention", current=room.view().floor.under_way[0].id)

    assert room.do("re_add_last").id == main
    room.do("give_floor", request=main)
    assert [room.do("re_add_last").id for _ in questions] == questions


# asking


def test_t28_on_a_closed_list_nobody_is_put(room, ask):
    """Theirs lets an operator add to a closed list; ours has only an operator, who reopens it first."""
    room.do("close_list")

    with pytest.raises(ListClosed):
        ask("Brazil")
    room.do("reopen_list")
    ask("Brazil")
    assert waiting(room) == ["Brazil"]


def test_t28_a_closed_list_takes_points_of_order_unless_the_rule_is_another(room, ask):
    room.do("close_list")
    ask("Brazil", POINT)
    room.do("set_rule", rule="points_when_closed", value=False)

    with pytest.raises(ListClosed):
        ask("Norway", POINT)
    assert waiting(room) == ["Brazil"]


def test_t29_nobody_waits_twice(room, ask):
    ask("Brazil")

    with pytest.raises(AlreadyWaiting):
        ask("Brazil")
    assert waiting(room) == ["Brazil"]


def test_t29_several_requests_of_one_are_allowed_by_a_rule(room, ask):
    room.do("set_rule", rule="several", value=True)
    ask("Brazil")
    ask("Brazil")

    assert waiting(room) == ["Brazil", "Brazil"]


def test_t29_who_is_not_in_the_room_does_not_wait(room, ask, people):
    room.do("set_present", participant=people["Brazil"], present=False)

    with pytest.raises(NotPresent):
        ask("Brazil")
    room.do("set_rule", rule="only_present", value=False)
    ask("Brazil")
    assert waiting(room) == ["Brazil"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ((), ["Network"]),
        ((("Brazil", STATEMENT),), ["Network", "Brazil"]),
        ((("Brazil", POINT),), ["Brazil", "Network"]),
        ((("Brazil", POINT), ("Norway", STATEMENT)), ["Brazil", "Network", "Norway"]),
    ],
)
def test_t30_a_point_of_order_comes_after_those_before_it_and_its_note_is_kept(room, ask, before, expected):
    for name, kind in before:
        ask(name, kind)
    point = ask("Network", POINT, note="The quorum")

    assert waiting(room) == expected
    assert room.view().floor.queue.request(point).note == "The quorum"


def test_t30_a_point_of_order_that_was_dragged_down_is_not_the_border(room, ask):
    ask("Brazil")
    dragged = ask("Norway", POINT)
    room.do("move", request=dragged, before=None)
    ask("Kenya", POINT)

    assert waiting(room) == ["Kenya", "Brazil", "Norway"]


def test_t31_points_of_order_are_ranked(room, ask):
    ask("Two", POINT, rank=2)
    ask("Three", POINT, rank=3)
    ask("Statement")
    room.do("move", request=ask("Five", POINT, rank=5), before=None)
    ask("New", POINT, rank=3)

    assert waiting(room) == ["Two", "Three", "New", "Statement", "Five"]


@pytest.mark.parametrize(("kind", "place"), [(POINT, 2), (QUESTION, 5), (REPLY, 8), (STATEMENT, 12)])
def test_t32_each_kind_has_its_place_among_all_others_and_nobody_else_is_renumbered(
    room, ask, speak, clock, kind, place
):
    """Theirs hears questions before points of order; ours the other way round, as rules of procedure do."""
    for name in ("a", "b", "c"):
        speak(name)
    main = ask("d")
    room.do("give_floor", request=main)
    ask("e", POINT)
    for name in ("f", "g", "h"):
        ask(name, QUESTION)
    for name in ("i", "j", "k"):
        ask(name, REPLY, answers=main)
    for name in ("l", "m", "n", "o"):
        ask(name)
    before = {r.id: r.place for r in room.view().floor.queue.requests}

    new = ask("p", kind, **({"answers": main} if kind is REPLY else {}))

    floor = room.view().floor
    assert [r.id for r in floor.waiting].index(new) + 1 == place
    assert {r.id: r.place for r in floor.queue.requests if r.id != new} == before


def test_t33_a_reply_comes_right_under_what_it_answers_after_earlier_replies(room, ask):
    ask("Brazil")
    asked = ask("Norway")
    ask("Kenya")
    ask("Network", REPLY, answers=asked)
    ask("Coalition", REPLY, answers=asked)

    assert waiting(room) == ["Brazil", "Norway", "Network", "Coalition", "Kenya"]


def test_t33_what_cannot_be_answered_is_refused(room, ask):
    asked = ask("Brazil")
    reply = ask("Norway", REPLY, answers=asked)
    gone = ask("Kenya")
    room.do("withdraw", request=gone)
    before = waiting(room)

    for kind, answers, refusal in (
        (REPLY, reply, NotAnswerable),  # a reply to a reply
        (REPLY, gone, NotAnswerable),  # what was never said
        (STATEMENT, asked, NotAnswerable),  # no reply
        (REPLY, "of another list", UnknownReference),
    ):
        with pytest.raises(refusal):
            ask("Network", kind, answers=answers)
    assert waiting(room) == before


def test_t33_a_reply_to_what_was_said_is_heard_in_its_turn(room, ask, speak):
    """Theirs refuses a reply to what is over; a right of reply is heard later, so ours takes it."""
    said = speak("Brazil")
    ask("Norway")
    ask("Kenya", Kind.RIGHT_OF_REPLY, answers=said)

    assert waiting(room) == ["Norway", "Kenya"]


def test_t34_asking_leaves_a_groups_budget_as_it_is_and_makes_none(room, ask):
    """Theirs makes a budget for a group that has none; ours has one only where somebody granted it."""
    room.do("set_budget", category="GOV", seconds=600)
    ask("Brazil")
    ask("Coalition")

    assert [(b["category"], b["left_s"]) for b in floor_now(room)["budgets"]] == [("GOV", 600)]


@pytest.mark.parametrize("moment", ["before", "during", "after"])
def test_t35_a_nameless_place_is_named_before_during_and_after_and_never_again(room, ask, clock, moment):
    request = room.do("keep_place", category="NGO").id
    who = room.view().floor.waiting[0].participant
    if moment != "before":
        room.do("give_floor", request=request)
        clock.pass_s(10)
    if moment == "after":
        room.do("end_intervention")

    room.do("name_speaker", participant=who, name="Amina")

    assert room.view().people[who].name == "Amina"
    for arguments in ({"name": "Another"}, {"name": ""}):
        with pytest.raises(AlreadyNamed):
            room.do("name_speaker", participant=who, **arguments)
    assert room.view().people[who].name == "Amina"


def test_t35_the_group_stays_once_somebody_speaks_and_only_a_repair_changes_it(room, people, clock):
    """Theirs can never change it; ours can, because a wrong key was pressed: it is a repair with undo."""
    room.do("keep_place", category="NGO")
    given = room.do("give_floor").id
    room.do("name_speaker", participant=speaking(room).participant, known=people["Kenya"])

    assert (speaking(room).participant, speaking(room).category) == (people["Kenya"], "NGO")
    room.do("repair", intervention=given, participant=people["Norway"])
    assert (speaking(room).participant, speaking(room).category) == (people["Norway"], "GOV")


def test_t37_taking_one_who_waits_off_the_list_leaves_the_clock_alone(room, ask, clock):
    ask("Brazil")
    other = ask("Norway")
    room.do("give_floor")
    clock.pass_s(33.25)
    before = speaking(room)

    room.do("withdraw", request=other)

    assert (speaking(room), speaking(room).clock.remaining(clock.now)) == (before, 86_750)


def test_t37_who_has_the_floor_is_not_taken_off_but_ended_and_the_clock_stands(room, ask, clock):
    request = ask("Brazil")
    room.do("give_floor")
    clock.pass_s(33.25)

    with pytest.raises(NotWaiting):
        room.do("withdraw", request=request)
    room.do("end_intervention")
    clock.pass_s(100)
    assert (speaking(room), spoken(room)[0][1]) == (None, 33.25)


@pytest.mark.parametrize("kept", ["", "A", "AB", "ABB", "ABCX", "AABC", "ABCD"])
def test_t38_an_order_names_exactly_those_who_wait(room, ask, kept):
    ids = {name: ask(name) for name in "ABC"}
    ids["X"] = "somebody else"
    ids["D"] = ask("D")
    room.do("withdraw", request=ids["D"])

    with pytest.raises(OrderIncomplete):
        room.do("order", requests=tuple(ids[name] for name in kept))
    assert waiting(room) == ["A", "B", "C"]


def test_t38_every_order_of_those_who_wait_is_taken(room, ask):
    ids = {name: ask(name) for name in "ABC"}

    for names in permutations("ABC"):
        room.do("order", requests=tuple(ids[name] for name in names))
        assert waiting(room) == list(names)


def test_t39_a_double_request_counts_once_and_calling_a_later_one_takes_only_that_one(room, ask):
    """Theirs passes a double request over in silence; ours says why it does nothing."""
    ask("Brazil")
    later = ask("Norway")
    ask("Kenya")
    with pytest.raises(AlreadyWaiting):
        ask("Norway")

    room.do("give_floor", request=later)

    assert waiting(room) == ["Brazil", "Kenya"]


def test_t39_the_next_panel_begins_with_an_empty_open_list_and_the_turns_of_the_workshop_are_kept(
    room, ask, speak, people
):
    room.do("add_panel", title="Next", starts=TEN + 3_600_000, ends=TEN + 7_200_000)
    speak("Brazil")
    ask("Norway")
    room.do("close_list")
    room.do("close_panel")
    room.do("open_panel", panel=2)

    now = floor_now(room)
    assert (now["queue"], now["list_open"], now["spoken"]) == ([], True, [])
    speak("Brazil")
    first, second = (room.view(panel.id).floor for panel in room.view().panels)
    assert [i.participant for i in (*first.spoken, *second.spoken)] == [people["Brazil"]] * 2


def test_t40_points_come_before_questions_before_direct_replies_before_who_asked_first(room, ask):
    """Theirs puts chosen groups before others in silence; ours leaves that to a suggestion and a person."""
    main = ask("Speaker")
    room.do("give_floor")
    ask("First")
    ask("Second")
    room.do("withdraw", request=ask("Gone"))
    ask("Reply", REPLY, answers=main)
    ask("Clarification", QUESTION)
    ask("Information", POINT, rank=2)
    ask("Process", POINT, rank=1)

    assert waiting(room) == ["Process", "Information", "Clarification", "Reply", "First", "Second"]


def test_t41_first_time_speakers_come_before_those_who_spoke(room, ask, speak):
    room.do("set_rule", rule="first_timers_first", value=True)
    speak("Brazil")
    for name in ("Brazil", "Norway", "Kenya"):
        ask(name)

    assert waiting(room) == ["Norway", "Kenya", "Brazil"]


def test_t41_nobody_is_moved_into_a_protected_place(room, ask):
    """Theirs can protect three places at most; ours as many as a rule says."""
    room.do("set_rule", rule="protected", value=4)
    ids = [ask(name) for name in "ABCDEF"]

    for place in range(4):
        with pytest.raises(Protected):
            room.do("move", request=ids[5], before=ids[place])
    room.do("move", request=ids[5], before=ids[4])
    assert waiting(room) == list("ABCDFE")


def test_t41_a_hundred_quick_pauses_lose_no_time(room, ask, clock):
    ask("Brazil")
    room.do("give_floor")
    for _ in range(100):
        clock.pass_s(0.137)
        room.do("pause")
        clock.pass_s(0.211)
        room.do("resume")

    assert speaking(room).clock.elapsed(clock.now) == 13_700


def test_t41_the_speaker_is_warned_at_thirty_seconds(room, ask, clock):
    room.do("set_thresholds", category="GOV", warning_s=30, danger_s=10)
    ask("Brazil")
    room.do("give_floor")
    clock.pass_s(89.999)
    before = speaking(room).clock.state(clock.now)
    clock.pass_s(0.001)

    assert (before, speaking(room).clock.state(clock.now)) == (ClockState.RUNNING, ClockState.WARNING)


@pytest.mark.parametrize("seconds", [0, -60])
def test_t41_no_speaker_is_given_nothing_or_less(room, ask, seconds):
    with pytest.raises(BadTime):
        room.do("set_allotment", seconds=seconds)
    ask("Brazil")
    room.do("give_floor")
    assert speaking(room).clock.limit_ms == 120_000


# where others fail


def test_d1_who_is_put_back_starts_afresh_whatever_the_pauses_before(room, ask, clock):
    """Another system subtracts the pause of the old turn from the new one and charges its group twice."""
    room.do("set_budget", category="GOV", seconds=600)
    ask("Brazil")
    room.do("give_floor")
    clock.pass_s(40)
    room.do("pause")
    clock.pass_s(300)
    room.do("resume")
    clock.pass_s(20)
    room.do("end_intervention")
    charged = floor_now(room)["budgets"][0]["left_s"]

    room.do("re_add_last")
    back = floor_now(room)["budgets"][0]["left_s"]
    room.do("give_floor")
    clock.pass_s(25)

    clock_now = speaking(room).clock
    assert (charged, back, floor_now(room)["budgets"][0]["left_s"]) == (540, 600, 575)
    assert (clock_now.elapsed(clock.now), clock_now.remaining(clock.now), clock_now.pauses) == (
        25_000,
        95_000,
        (),
    )


@pytest.mark.parametrize("near", [0, 2, 3])
@pytest.mark.parametrize("newcomers", [4, 11, 30])
def test_d4_many_first_time_speakers_stay_in_the_order_in_which_they_asked(room, ask, speak, near, newcomers):
    """Another system looks at three places only: the eleventh comes before seven who asked earlier."""
    room.do("set_rule", rule="first_timers_first", value=True)
    room.do("set_rule", rule="protected", value=near)
    old, new = ["a", "b", "c", "d"], [f"new {n:02}" for n in range(newcomers)]
    for name in old:
        speak(name)
    for name in old:
        ask(name)
    for name in new:
        ask(name)

    assert waiting(room) == [*old[:near], *new, *old[near:]]


def test_d5_who_has_spoken_is_remembered_after_leaving_the_list(room, ask, speak):
    """Another system counts only those who wait, so that whoever has just spoken is new again."""
    room.do("set_rule", rule="first_timers_first", value=True)
    for _ in range(3):
        speak("Brazil")
    ask("Brazil")
    ask("Norway")
    room.do("withdraw", request=room.view().floor.waiting[0].id)
    ask("Kenya")
    ask("Norway")

    assert waiting(room) == ["Kenya", "Norway", "Brazil"]


def test_d6_nobody_starves_behind_first_time_speakers(room, ask, speak):
    """Another system puts fixed groups first for ever; ours are new once and then wait with the rest."""
    room.do("set_rule", rule="first_timers_first", value=True)
    speak("Brazil")
    ask("Brazil")
    heard = []
    for turn in range(12):
        name = f"new {turn % 4}"
        ask(name)
        room.do("give_floor")
        heard.append(room.view().people[speaking(room).participant].name)
        room.do("end_intervention")

    assert heard == [
        "new 0",
        "new 1",
        "new 2",
        "new 3",
        "Brazil",
        *[f"new {n}" for n in (0, 1, 2, 3, 0, 1, 2)],
    ]


KINDS = {"P": POINT, "Q": QUESTION, "S": STATEMENT}


@pytest.mark.parametrize("asked", sorted({"".join(p) for p in permutations("PPQQSS")})[::7])
def test_d7_the_order_is_one_of_rank_and_then_of_asking_whatever_came_first(room, ask, asked):
    """Another system compares by two measures at once, so that its order depends on how it was entered."""
    for n, letter in enumerate(asked):
        ask(f"{letter}{n}", KINDS[letter])

    assert waiting(room) == sorted(
        (f"{letter}{n}" for n, letter in enumerate(asked)), key=lambda x: (x[0], x)
    )


def test_d8_the_next_one_has_the_floor_and_has_left_the_list(room, ask, speak):
    """Another system takes the first off its list and goes on showing the one before as the speaker."""
    room.do("set_rule", rule="first_timers_first", value=True)
    speak("Brazil")
    for name in ("Brazil", "Norway", "Kenya"):
        ask(name)

    for name, left in (("Norway", ["Kenya", "Brazil"]), ("Kenya", ["Brazil"]), ("Brazil", [])):
        room.do("give_floor")
        assert (room.view().people[speaking(room).participant].name, waiting(room)) == (name, left)


def test_d10_two_of_one_name_are_two_and_a_name_given_later_loses_nothing(room, clock):
    """Another system keeps its statistics by the name that is shown."""
    for _ in range(2):
        room.do("add_speaker", name="Amina", category="GOV")
    room.do("keep_place", category="GOV")
    ids = [r.participant for r in room.view().floor.waiting]
    for _ in ids:
        room.do("give_floor")
        clock.pass_s(10)
    room.do("end_intervention")
    room.do("name_speaker", participant=ids[2], name="Amina")

    assert spoken(room) == [(id_, 10.0) for id_ in ids]
    assert floor_now(room)["balance"][0]["speakers"] == 3


def test_d10_a_new_order_is_written_whole_or_not_at_all(room, ask, clock):
    """Another system empties its list before it fills it again."""
    ids = [ask(name) for name in "ABC"]
    room.do("order", requests=tuple(ids[::-1]))
    room.close()  # as if killed right after the answer

    again = open_desk(room.path, clock)
    try:
        assert [r.id for r in again.view().floor.waiting] == ids[::-1]
        changes = [e for e in again.file.journal() if e.act == "order"]
        assert len(changes) == 1
    finally:
        again.close()


def test_d10_two_who_press_next_at_once_call_one_speaker(room, ask):
    """Another system goes on twice if two chairs press the key."""
    ask("Brazil")
    ask("Norway")
    ask("Kenya")
    first = room.do("give_floor", current=None).id
    with pytest.raises(FloorTaken):
        room.do("give_floor", current=None)
    room.do("give_floor", current=first)

    with pytest.raises(StalePress):
        room.do("give_floor", current=first)
    assert waiting(room) == ["Kenya"]


def test_d10_one_who_was_called_is_in_the_record_once(room, ask):
    request = ask("Brazil")
    room.do("give_floor", request=request)

    assert room.view().floor.queue.request(request).state is RequestState.CALLED
    assert [i.request for i in room.view().floor.interventions] == [request]
