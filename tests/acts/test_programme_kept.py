"""The programme kept current: panels corrected and moved, questions in order, rules copied; taken back."""

from dataclasses import replace

import pytest

from facilitator.domain.notes import NoteKind
from facilitator.domain.programme import Phase
from facilitator.domain.refusals import BadTime, PanelHasNoTime, PanelHasSat, StillInUse, UnknownReference
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
