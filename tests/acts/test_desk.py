"""The desk: acts, undo of every act with its clock exact, and what every screen sees."""

import pytest

from facilitator.acts.desk import open_desk
from facilitator.domain.notes import NoteKind
from facilitator.domain.programme import PanelState, Phase
from facilitator.domain.refusals import (
    FloorTaken,
    NothingToRedo,
    NothingToUndo,
    NotUnderstood,
    StalePress,
    StaleText,
    UnknownReference,
)
from tests.conftest import TEN


def speaking(desk):
    return desk.view().floor.speaking


def names(desk):
    view = desk.view()
    return [view.people[r.participant].name for r in view.floor.waiting]


def test_undoing_the_floor_gives_the_one_before_the_clock_that_would_have_run(desk, sitting, clock):
    first = desk.do("give_floor").id
    clock.pass_s(40)
    desk.do("give_floor")
    clock.pass_s(5)

    desk.do("undo", desk="floor")

    assert (speaking(desk).id, speaking(desk).clock.remaining(clock.now)) == (first, 75_000)
    assert names(desk) == ["Norway", "Kenya", "Coalition", "Network"]


def test_redo_brings_back_the_very_intervention(desk, sitting, clock):
    given = desk.do("give_floor").id
    desk.do("undo")
    clock.pass_s(3)

    desk.do("redo")

    assert (speaking(desk).id, speaking(desk).clock.began) == (given, TEN)


@pytest.mark.parametrize(
    ("act", "arguments"),
    [
        ("give_floor", {}),
        ("end_intervention", {}),
        ("pause", {}),
        ("add_time", {"seconds": 15}),
        ("set_allotment", {"seconds": 60}),
        ("close_list", {}),
        ("enter_phase", {"phase": Phase.REPLIES}),
        ("suspend_panel", {}),
        ("close_panel", {}),
        ("write_note", {"text": "a note", "kind": NoteKind.GOOD_PRACTICE}),
        ("write_note", {"text": "do it", "kind": NoteKind.RECOMMENDATION}),
        ("make_recommendation", {"text": "do it", "addressees": ("States",)}),
        ("add_category", {"key": "ACA", "label": "Academia"}),
        ("add_participant", {"name": "Chile", "category": "GOV"}),
        ("add_panel", {"title": "Next", "starts": TEN, "ends": TEN + 1}),
        ("re_add_last", {}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_act_can_be_taken_back_and_brought_back(desk, sitting, clock, act, arguments):
    desk.do("give_floor")
    clock.pass_s(10)
    desk.do("give_floor")
    clock.pass_s(10)
    before = _told(desk)

    desk.do(act, **arguments)
    after = _told(desk)
    desk.do("undo")
    undone = _told(desk)
    desk.do("redo")

    assert (before != after, undone, _told(desk)) == (True, before, after)


def _told(desk):
    view = desk.view()
    return view.floor, view.notes, view.recommendations, view.people, view.categories, view.panels


def test_each_desk_takes_back_its_own_acts(desk, sitting):
    desk.do("give_floor")
    desk.do("write_note", text="said")

    desk.do("undo", desk="floor")

    view = desk.view()
    assert (view.floor.speaking, [n.text for n in view.notes]) == (None, ["said"])
    assert view.notes[0].intervention is None


def test_nothing_is_left_to_undo_or_redo_at_the_end(desk):
    with pytest.raises(NothingToRedo):
        desk.do("redo")
    for _ in range(3):
        desk.do("undo", desk="secretariat")
    for at in ("secretariat", "floor", None):
        with pytest.raises(NothingToUndo):
            desk.do("undo", desk=at)
    assert desk.view().workshop.title == "A workshop"


def test_a_new_act_ends_what_could_be_redone(desk, sitting):
    desk.do("give_floor")
    desk.do("undo")
    desk.do("close_list")

    with pytest.raises(NothingToRedo):
        desk.do("redo")


def test_a_stale_press_changes_nothing(desk, sitting):
    first = desk.do("give_floor").id
    desk.do("give_floor", current=first)
    before = desk.view()

    for current, refusal in ((first, StalePress), (None, FloorTaken)):
        with pytest.raises(refusal):
            desk.do("give_floor", current=current)
    assert desk.view() == before


def test_a_note_is_born_linked_to_speaker_clock_category_and_question(desk, sitting, clock):
    given = desk.do("give_floor", request=sitting["Coalition"]).id
    clock.pass_s(61.5)
    desk.do("write_note", text="Heard", kind=NoteKind.CHALLENGE, question=2)

    view = desk.view()
    note = view.notes[0]
    assert (note.intervention, note.category, note.offset_ms, note.at) == (given, "NGO", 61_500, clock.now)
    assert (view.people[note.participant].name, note.question) == ("Coalition", view.panel.questions[1].id)


def test_a_note_keeps_the_moment_at_which_it_was_begun(desk, sitting, clock):
    given = desk.do("give_floor").id
    begun = clock.pass_s(10)
    clock.pass_s(20)
    desk.do("give_floor")

    desk.do("write_note", text="Of the first", intervention=given, begun=begun)

    assert (desk.view().notes[0].intervention, desk.view().notes[0].offset_ms) == (given, 10_000)


def test_a_revision_keeps_the_text_before_and_a_stale_one_is_refused(desk, sitting):
    written = desk.do("write_note", text="First")
    again = desk.do("revise_note", note=written.id, text="Second", base=written.event)

    with pytest.raises(StaleText) as refused:
        desk.do("revise_note", note=written.id, text="Other", base=written.event)
    assert refused.value.details == {"text": "Second"}
    assert [r["text"] for r in desk.reading.revisions(written.id)] == ["First", "Second"]
    assert desk.view().notes[0].revision == again.event


def test_a_proposed_recommendation_opens_one_and_drafting_it_again_revises_it(desk, sitting):
    note = desk.do("write_note", text="rough", kind=NoteKind.RECOMMENDATION).id
    desk.do("make_recommendation", text="Fine words", notes=(note,), addressees=("States",))

    (proposed,) = desk.view().recommendations
    assert (proposed.text, proposed.number, proposed.addressees, proposed.notes) == (
        "Fine words",
        1,
        ("States",),
        (note,),
    )


def test_another_speaker_put_right_changes_who_is_charged(desk, sitting, people, clock):
    given = desk.do("give_floor").id
    clock.pass_s(30)
    desk.do("repair", intervention=given, begin=TEN - 30_000, participant=people["Network"])

    shares = {s.key: s.ms for s in desk.view().balance(clock.now)}
    assert shares == {"GOV": 0, "NGO": 60_000}


def test_unknown_things_are_named(desk, sitting):
    with pytest.raises(UnknownReference):
        desk.do("give_floor", request="nobody")
    with pytest.raises(NotUnderstood):
        desk.do("give_floor", nonsense=1)


def test_listeners_hear_after_the_commit_and_see_the_same_view(desk, sitting):
    seen = []
    desk.listen(seen.append)

    desk.do("close_list")

    assert [v.floor.list_open for v in seen] == [False]
    assert seen[0] is desk.view()


def test_whoever_listens_no_more_hears_of_nothing(desk, sitting):
    seen, others = [], []
    end = desk.listen(seen.append)
    desk.listen(others.append)

    desk.do("close_list")
    end()
    desk.do("undo")

    assert (len(seen), len(others)) == (1, 2)


def test_killed_in_mid_speech_the_same_speaker_has_the_floor_and_the_clock_ran(
    desk, sitting, clock, tmp_path
):
    desk.do("give_floor")
    clock.pass_s(60)
    desk.keep_alive()
    path = desk.path
    desk.close()
    clock.pass_s(14)

    again = open_desk(path, clock)

    assert (again.view().floor.speaking.clock.remaining(clock.now), again.away_ms()) == (46_000, 14_000)
    clock.pass_s(9)
    assert again.away_ms() == 14_000  # somebody has watched it since
    again.back()
    assert (again.away_ms(), again.view().floor.state) == (None, PanelState.OPEN)
    again.close()


def test_the_draft_is_there_after_the_file_is_opened_again(desk, clock):
    desk.keep_draft("half a sen")
    path = desk.path
    desk.close()

    again = open_desk(path, clock)

    assert again.draft() == "half a sen"
    again.close()
