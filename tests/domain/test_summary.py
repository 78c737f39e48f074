from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.domain.attribution import Counted, Level, Named, Quantity
from facilitator.domain.floor import Floor
from facilitator.domain.guarding import guarded, unsaid
from facilitator.domain.hearing import Figures, Part, PhaseSpan, Turn, phase_spans
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.notes import Note, NoteId, NoteKind, RecommendationId, RevisionId
from facilitator.domain.ordering import Queue
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import (
    Panel,
    PanelId,
    PanelState,
    Phase,
    Question,
    QuestionId,
    Workshop,
)
from facilitator.domain.protection import Ceilings
from facilitator.domain.recommendation import Recommendation
from facilitator.domain.refusals import UnknownReference
from facilitator.domain.requests import Capacity, Kind, Request, RequestId, RequestState
from facilitator.domain.speaking_time import speaking_time
from facilitator.domain.summary import Moment, Paragraph, Section, panel_summary
from facilitator.domain.timing import MINUTE, Clock
from facilitator.domain.view import View

PANEL = PanelId("panel")
CIVIL, STATES = CategoryKey("CSO"), CategoryKey("STATE")
QUESTION = Question(QuestionId("q1"), 1, "What has changed?")
PEOPLE = {
    p.id: p
    for p in (
        Participant(ParticipantId("a"), "Somebody", CIVIL, "Network A", "africa"),
        Participant(ParticipantId("b"), "Somebody else", CIVIL, "Network B", "africa"),
        Participant(ParticipantId("s"), "Delegate", STATES, "A State", "africa"),
        Participant(ParticipantId("t"), "Delegate", STATES, "A State", "africa"),
        Participant(ParticipantId("gone"), "Gone", STATES, "Another State", present=False),
        Participant(ParticipantId("chair"), "Chair", STATES, "The chair"),
    )
}


def spoke(key, began, minutes, *, kind=Kind.STATEMENT, capacity=Capacity.FLOOR):
    clock = Clock(began * MINUTE, 3 * MINUTE, ended=(began + minutes) * MINUTE)
    who = PEOPLE[ParticipantId(key)]
    return Intervention(
        InterventionId(f"i-{key}-{began}"), who.id, who.category, clock, kind=kind, capacity=capacity
    )


def note(key, text, *, kind=NoteKind.POINT, on=None, question=None, at=0):
    return Note(
        NoteId(key),
        PANEL,
        kind,
        text,
        at,
        RevisionId("r"),
        intervention=on and InterventionId(on),
        question=question,
    )


FLOOR = Floor(
    PANEL,
    PanelState.CLOSED,
    opened_at=0,
    closed_at=60 * MINUTE,
    interventions=(
        spoke("chair", 0, 2, capacity=Capacity.CHAIR),
        spoke("a", 2, 6, capacity=Capacity.PANELLIST),
        spoke("s", 10, 3),
        spoke("b", 20, 2),
        spoke("a", 30, 1, kind=Kind.REPLY, capacity=Capacity.PANELLIST),
    ),
)
LOOK = View(
    Workshop("Workshop", "en", "UTC"),
    categories=(Category(CIVIL, "Civil society", target_share=0.5), Category(STATES, "States", 1)),
    people=PEOPLE,
    panel=Panel(PANEL, 4, "Title", 0, 60 * MINUTE, 90 * MINUTE, questions=(QUESTION,)),
    floor=FLOOR,
)


def summary(*notes, level=Level.BODY, recommendations=(), **changes):
    look = replace(LOOK, notes=notes, recommendations=recommendations, **changes)
    return panel_summary(look, 60 * MINUTE, level=level)


def texts(made):
    return [[p.text for p in section.paragraphs] for section in made.sections]


def test_figures_leave_the_chair_out():
    assert summary().figures == Figures(
        presentations=1,
        from_floor=2,
        replies=1,
        speaking_ms=12 * MINUTE,
        sitting_ms=60 * MINUTE,
        bodies_heard=3,
        bodies=4,
        categories_heard=2,
        categories=2,
    )


@pytest.mark.parametrize(
    ("level", "named", "left"),
    [
        (Level.BODY, ("Group of States", "Ministry"), ("League",)),
        (Level.CATEGORY, (), ()),
        (Level.SUPPRESSED, (), ()),
    ],
)
def test_who_asked_and_did_not_have_the_floor_is_told_apart(level, named, left):
    def asked(name, who, state=RequestState.WAITING, **how):
        return Request(RequestId(name), ParticipantId(who), 0, 0.0, state=state, **how)

    state = Participant(ParticipantId("x"), "A", STATES, delegation="Ministry")
    league = Participant(ParticipantId("y"), "B", CIVIL, delegation="League")
    queue = Queue(
        (
            asked("1", "x", RequestState.RECEIVED, on_behalf_of="Group of States"),
            asked("2", "x", RequestState.RECEIVED),
            asked("3", "y"),
            asked("4", "y", RequestState.WITHDRAWN),
        )
    )
    floor = Floor(PANEL, PanelState.CLOSED, opened_at=0, closed_at=1, queue=queue)
    look = replace(LOOK, floor=floor, people={state.id: state, league.id: league})
    made = panel_summary(look, MINUTE, level=level)

    assert (made.received, made.unheard) == (named, left)
    assert (made.figures.received, made.figures.unheard) == (2, 1)


def test_shares_and_differences_are_those_of_the_balance():
    rows = summary().heard

    assert [(row.category.key, row.share, row.difference) for row in rows] == [
        (CIVIL, 0.75, 25),
        (STATES, 0.25, None),
    ]
    assert [row.over for row in rows] == [True, False]


def test_turns_follow_the_clock():
    assert summary().turns[:2] == (
        Turn(CIVIL, Part.PRESENTATION, 2 * MINUTE, 8 * MINUTE),
        Turn(STATES, Part.FLOOR, 10 * MINUTE, 13 * MINUTE),
    )


def test_a_speaker_under_way_counts_until_now():
    running = Intervention(InterventionId("now"), ParticipantId("s"), STATES, Clock(0, 1))
    floor = Floor(PANEL, PanelState.OPEN, opened_at=0, interventions=(running,))

    made = panel_summary(replace(LOOK, floor=floor), 5 * MINUTE)

    assert (made.figures.speaking_ms, made.figures.sitting_ms) == (5 * MINUTE, 5 * MINUTE)
    assert made.turns == (Turn(STATES, Part.FLOOR, 0, 5 * MINUTE),)


def test_notes_stand_under_their_question_in_the_order_of_what_was_said():
    made = summary(
        note("n1", "later", on="i-b-20", question=QUESTION.id, at=1),
        note("n2", "elsewhere", on="i-s-10", at=2),
        note("n3", "first", on="i-a-2", question=QUESTION.id, at=3),
    )

    assert made.sections == (
        Section(
            QUESTION,
            (
                Paragraph(1, "first", Named(("Network A",)), (Moment(2 * MINUTE, Part.PRESENTATION),)),
                Paragraph(2, "later", Named(("Network B",)), (Moment(20 * MINUTE, Part.FLOOR),)),
            ),
        ),
        Section(None, (Paragraph(3, "elsewhere", Named(("A State",)), (Moment(10 * MINUTE, Part.FLOOR),)),)),
    )


def test_a_question_without_notes_keeps_its_place():
    assert summary().sections == (Section(QUESTION),)


@pytest.mark.parametrize("kind", [kind for kind in NoteKind if not kind.leaves_the_team])
def test_what_stays_with_the_team_is_not_in_the_summary(kind):
    made = summary(note("n", "secret", kind=kind, on="i-a-2", question=QUESTION.id), note("o", "open"))

    assert "secret" not in repr(made)
    assert texts(made) == [[], ["open"]]


def test_the_same_words_of_two_voices_are_one_paragraph():
    made = summary(
        note("n1", "The same.", on="i-s-10"), note("n2", "The  same.", on="i-b-20"), level=Level.QUANTITY
    )

    assert [s.paragraphs for s in made.sections if s.paragraphs] == [
        (Paragraph(1, "The same.", Counted(Quantity.SOME, 2, 2)),)
    ]


def test_a_note_without_a_speaker_keeps_its_moment():
    made = summary(note("n", "In the room.", at=7 * MINUTE))

    assert made.sections[1].paragraphs == (Paragraph(1, "In the room.", None, (Moment(7 * MINUTE),)),)


def test_small_cells_are_lowered_and_counted():
    made = summary(note("n", "Text.", on="i-a-2"), level=Level.CATEGORY)

    assert made.lowered == 1
    assert made.sections[1].paragraphs == (Paragraph(1, "Text.", Counted(Quantity.ONE, 1, 1)),)


@pytest.mark.parametrize("level", [Level.IMPERSONAL, Level.SUPPRESSED])
def test_under_the_chatham_house_rule_nobody_is_named(level):
    made = summary(note("n", "Text.", on="i-a-2"), level=level)

    assert "Network" not in repr(replace(made, workshop=None, panel=None))
    assert "The chair" not in repr(made)
    assert texts(made) == ([[], ["Text."]] if level is Level.IMPERSONAL else [])


def test_panellists_are_the_bodies_that_presented():
    made = summary()

    assert (made.moderators, made.panellists) == (("The chair",), ("Network A",))


def recommendation(number, *notes):
    return Recommendation(RecommendationId(f"r{number}"), PANEL, number, "Do it.", ("States",), notes)


def test_recommendations_name_the_paragraphs_they_rest_on():
    made = summary(
        note("n1", "One.", on="i-a-2", question=QUESTION.id),
        note("n2", "Two.", on="i-b-20"),
        note("memo", "Mine.", kind=NoteKind.MEMO),
        recommendations=(
            recommendation(2, NoteId("n2"), NoteId("n1"), NoteId("memo")),
            recommendation(1),
        ),
    )

    assert [(p.number, p.paragraphs) for p in made.proposals] == [("R-P4-01", ()), ("R-P4-02", (1, 2))]


def test_a_recommendation_that_rests_on_a_protected_note_is_held_back():
    made = summary(
        note("n", "Danger.", kind=NoteKind.PROTECTION), recommendations=(recommendation(1, NoteId("n")),)
    )

    assert (made.proposals, made.held_back) == ((), 1)


def test_without_a_panel_there_is_no_summary():
    with pytest.raises(UnknownReference):
        panel_summary(replace(LOOK, panel=None), 0)


def test_phases_run_up_to_the_next():
    entered = [(0, Phase.OPENING), (5, Phase.PRESENTATIONS), (5, Phase.DISCUSSION), (9, Phase.CLOSING)]

    assert phase_spans(entered, 12) == (
        PhaseSpan(Phase.OPENING, 0, 5),
        PhaseSpan(Phase.DISCUSSION, 5, 9),
        PhaseSpan(Phase.CLOSING, 9, 12),
    )


def test_panel_that_was_never_opened_has_no_phases():
    assert phase_spans([], 12) == ()


@pytest.mark.parametrize(
    "ceilings",
    [
        Ceilings(panel=Level.IMPERSONAL),
        Ceilings(
            people=dict.fromkeys(PEOPLE, Level.QUANTITY), attending=dict.fromkeys(PEOPLE, Level.QUANTITY)
        ),
    ],
)
def test_bodies_are_counted_alike_where_none_is_told(ceilings):
    both_of_a_state = (*FLOOR.interventions, spoke("t", 40, 1))
    look = replace(LOOK, floor=replace(FLOOR, interventions=both_of_a_state))
    kept_back = guarded(look, ceilings)
    shown, told = (panel_summary(each, 60 * MINUTE) for each in (look, kept_back))
    times = [
        speaking_time(unsaid(view), made, 60 * MINUTE) for view, made in ((look, shown), (kept_back, told))
    ]

    assert (shown.figures.bodies_heard, shown.figures.bodies) == (3, 4)
    assert told.figures == shown.figures
    assert times[1].rows == times[0].rows
    assert not [who for who in kept_back.people.values() if who.delegation]
