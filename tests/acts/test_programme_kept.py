"""The programme kept current: panels corrected and moved, questions in order, rules copied; taken back."""

from dataclasses import replace

import pytest

from facilitator.domain.budget import Budget
from facilitator.domain.notes import NoteKind
from facilitator.domain.people import Attendance
from facilitator.domain.programme import Phase, Seat, SeatRole
from facilitator.domain.refusals import (
    BadTime,
    NotUnderstood,
    PanelHasNoTime,
    PanelHasSat,
    PanelTold,
    SitsAlready,
    StillInUse,
    TimeIsOver,
    UnknownReference,
)
from facilitator.domain.requests import Kind
from facilitator.domain.rules import Rules
from tests.books import folded, tables_of

HOUR = 3_600_000


def _panel(desk, number=1):
    return desk.reading.panels()[number - 1]


def _texts(desk):
    return [(question.number, question.text) for question in _panel(desk).questions]


def test_only_what_is_told_of_a_panel_changes_and_undo_brings_it_back(desk):
    before = _panel(desk)

    desk.do("edit_panel", panel=1, title=" Access to remedies ", room="XX", ends=before.ends + HOUR)

    after = replace(before, title="Access to remedies", room="XX", ends=before.ends + HOUR)
    assert _panel(desk) == after
    assert folded(desk) == tables_of(desk)
    desk.do("undo", desk="secretariat")
    assert _panel(desk) == before


def test_a_panel_moves_with_its_end_and_hard_stop(desk):
    before = _panel(desk)

    desk.do("move_panel", panel=1, starts=before.starts + HOUR)

    moved = [instant + HOUR for instant in (before.starts, before.ends, before.hard_stop)]
    assert [_panel(desk).starts, _panel(desk).ends, _panel(desk).hard_stop] == moved


def test_times_that_cannot_be_are_refused(desk):
    before = _panel(desk)

    with pytest.raises(PanelHasNoTime):
        desk.do("edit_panel", panel=1, ends=before.starts)
    with pytest.raises(BadTime):
        desk.do("edit_panel", panel=1, hard_stop=before.starts)

    assert _panel(desk) == before


def test_a_panel_that_sits_can_end_later_but_not_begin_anew(desk, sitting):
    before = _panel(desk)

    with pytest.raises(PanelHasSat):
        desk.do("move_panel", panel=1, starts=before.starts + HOUR)
    desk.do("edit_panel", panel=1, hard_stop=before.hard_stop + HOUR)

    assert _panel(desk) == replace(before, hard_stop=before.hard_stop + HOUR)


def test_questions_are_added_reworded_moved_and_taken_out_and_count_from_one(desk):
    third = desk.do("add_question", panel=1, text="Third?").id
    first = _panel(desk).questions[0].id
    desk.do("edit_question", question=third, text="Reworded?")
    desk.do("move_question", question=third, before=first)
    assert _texts(desk) == [(1, "Reworded?"), (2, "First?"), (3, "Second?")]

    desk.do("remove_question", question=first)

    assert _texts(desk) == [(1, "Reworded?"), (2, "Second?")]
    assert folded(desk) == tables_of(desk)
    desk.do("undo", desk="secretariat")
    assert _texts(desk) == [(1, "Reworded?"), (2, "First?"), (3, "Second?")]


def test_a_question_that_notes_are_on_stays(desk, sitting):
    question = _panel(desk).questions[0].id
    desk.do("write_note", text="Courts are slow.", kind=NoteKind.POINT, question=question)

    with pytest.raises(StillInUse):
        desk.do("remove_question", question=question)
    with pytest.raises(UnknownReference):
        desk.do("move_question", question=question, before="nowhere")

    assert _texts(desk) == [(1, "First?"), (2, "Second?")]


def test_the_rules_and_plan_of_a_panel_hold_in_another_and_go_back(desk):
    first = _panel(desk)
    other = desk.do("add_panel", title="Next", starts=first.ends, ends=first.ends + HOUR).id
    desk.do("set_plan", panel=1, phases=((Phase.OPENING, 10), (Phase.DISCUSSION, 50)))
    desk.do("set_rule", rule="overtakes_at_most", value=3, panel=1)
    desk.do("set_rule", rule="protected", value=2, panel=other)

    desk.do("copy_rules", panel=1, to=(other,))

    assert desk.reading.settings(other) == desk.reading.settings(first.id) == {"overtakes_at_most": 3}
    assert desk.reading.floor(other).plan == desk.reading.floor(first.id).plan
    assert folded(desk) == tables_of(desk)
    desk.do("undo", desk="secretariat")
    assert desk.reading.settings(other) == {"protected": 2}


def test_rules_are_not_copied_to_a_panel_that_has_sat(desk, sitting):
    first = _panel(desk)
    other = desk.do("add_panel", title="Next", starts=first.ends, ends=first.ends + HOUR).id

    with pytest.raises(PanelHasSat):
        desk.do("copy_rules", panel=other, to=(first.id,))


def test_a_panel_has_titles_an_objective_and_languages_and_undo_takes_each_back(desk):
    before = _panel(desk)
    desk.do("set_title", panel=1, language="fr", title=" Recours ")
    desk.do("edit_panel", panel=1, summary="What helps.", interpretation=("fr", "ar", "fr"))
    told = _panel(desk)

    assert (told.title_in("fr"), told.title_in("ar")) == ("Recours", "Remedies")
    assert (told.summary, told.interpretation) == ("What helps.", ("ar", "fr"))
    assert folded(desk) == tables_of(desk)
    for _ in range(2):
        desk.do("undo", desk="secretariat")
    assert _panel(desk) == before
    with pytest.raises(NotUnderstood):
        desk.do("set_title", panel=1, language="xx", title="Recours")


def test_a_title_that_is_emptied_is_none_of_its_own(desk):
    desk.do("set_title", panel=1, language="fr", title="Recours")
    desk.do("set_title", panel=1, language="fr", title=" ")

    assert _panel(desk).titles == ()


def test_whoever_sits_at_the_table_is_named_ordered_changed_and_taken_away(desk, people):
    first = desk.do("add_seat", panel=1, participant=people["Kenya"], capacity=" Special Rapporteur ").id
    second = desk.do("add_seat", panel=1, participant=people["Norway"], role=SeatRole.MODERATOR).id
    desk.do("move_seat", seat=second, before=first)
    desk.do("edit_seat", seat=first, role=SeatRole.RAPPORTEUR)

    kenya = Seat(first, people["Kenya"], 2, SeatRole.RAPPORTEUR, "Special Rapporteur")
    norway = Seat(second, people["Norway"], 1, SeatRole.MODERATOR)
    assert _panel(desk).seats == (norway, kenya)
    assert folded(desk) == tables_of(desk)

    desk.do("remove_seat", seat=second)
    assert _panel(desk).seats == (replace(kenya, number=1),)
    desk.do("undo", desk="secretariat")
    assert _panel(desk).seats == (norway, kenya)


def test_nobody_sits_twice_at_one_table_and_stays_in_the_workshop_while_seated(desk, people):
    desk.do("add_seat", panel=1, participant=people["Kenya"])

    with pytest.raises(SitsAlready):
        desk.do("add_seat", panel=1, participant=people["Kenya"], role=SeatRole.MODERATOR)
    with pytest.raises(StillInUse):
        desk.do("remove_participants", participants=(people["Kenya"],))


def test_two_who_are_one_keep_the_seat(desk, people):
    desk.do("add_seat", panel=1, participant=people["Kenya"])

    desk.do("merge_participants", keep=people["Norway"], other=people["Kenya"])

    assert [seat.participant for seat in _panel(desk).seats] == [people["Norway"]]


def test_a_panel_nobody_has_told_anything_of_goes_with_all_it_had_and_comes_back(desk, people):
    first = _panel(desk)
    other = desk.do("add_panel", title="Next", starts=first.ends, ends=first.ends + HOUR).id
    desk.do("set_plan", panel=1, phases=((Phase.OPENING, 10),))
    desk.do("set_rule", rule="protected", value=2, panel=1)
    desk.do("set_allotments", allotments={"GOV": 60}, panel=1)
    desk.do("set_budget", category="GOV", seconds=600, panel=1)
    desk.do("add_seat", panel=1, participant=people["Kenya"])
    desk.do("set_attendance", participants=(people["Kenya"],), attendance=Attendance.REMOTE, panel=1)
    before = tables_of(desk)

    desk.do("remove_panel", panel=1)

    assert [(panel.id, panel.number) for panel in desk.reading.panels()] == [(other, 1)]
    gone = {"question", "seat", "rule", "allotment", "budget", "planned_phase", "attendance"}
    assert gone & tables_of(desk).keys() == set()
    assert folded(desk) == tables_of(desk)
    desk.do("undo", desk="secretariat")
    assert tables_of(desk) == before


def test_a_panel_of_which_something_is_told_stays(desk, people):
    first = _panel(desk)
    desk.do("add_panel", title="Next", starts=first.ends, ends=first.ends + HOUR)
    desk.do("request_floor", participant=people["Kenya"], panel=2)
    desk.do("open_panel", panel=1)

    with pytest.raises(PanelHasSat):
        desk.do("remove_panel", panel=1)
    with pytest.raises(PanelTold):
        desk.do("remove_panel", panel=2)


def test_a_panel_that_sits_does_not_end_before_now(desk, sitting, clock):
    before = _panel(desk)
    clock.pass_s(1800)

    with pytest.raises(TimeIsOver):
        desk.do("edit_panel", panel=1, hard_stop=before.starts + HOUR // 4)
    desk.do("edit_panel", panel=1, room="XX")

    assert _panel(desk) == replace(before, room="XX")


def test_limits_by_kind_and_budgets_are_copied_too(desk):
    first = _panel(desk)
    other = desk.do("add_panel", title="Next", starts=first.ends, ends=first.ends + HOUR).id
    desk.do("set_allotment", seconds=45, kind=Kind.REPLY, panel=1)
    desk.do("set_budget", category="GOV", seconds=600, panel=1)

    desk.do("copy_rules", panel=1, to=(other,))

    copied = desk.reading.floor(other)
    assert (copied.kinds, copied.budgets) == ({Kind.REPLY: 45_000}, {"GOV": Budget(600_000)})
    assert folded(desk) == tables_of(desk)


def test_copied_rules_hold_at_once_and_what_is_hidden_stays_so(desk, people):
    first = desk.view().panels[0]
    other = desk.do("add_panel", title="Next", starts=first.ends, ends=first.ends + HOUR).id
    desk.do("set_rule", rule="hidden", value=("gender",), panel=other)
    for rule, value in (("once", True), ("most_waiting", 12)):
        desk.do("set_rule", rule=rule, value=value, panel=first.id)

    desk.do("copy_rules", panel=first.id, to=(other,))

    assert desk.view().floors[other].rules == Rules(once=True, most_waiting=12, hidden=("gender",))
    assert desk.reading.rules(other) == desk.view().floors[other].rules
