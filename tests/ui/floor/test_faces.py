"""What the strip says of a turn: nothing of a clock that is off, and whether a text is too long."""

import pytest

from facilitator.domain.programme import Phase
from facilitator.language.direction import bare
from facilitator.ui.floor.faces import face
from facilitator.ui.floor.phases import batch_words, phase_words


@pytest.fixture
def shown(desk, clock, context):
    return lambda: face(desk.view(), clock.now, context.language)


def test_survivor_without_a_clock_has_a_name_and_no_digits(desk, sitting, shown):
    desk.do("accommodate", seconds=0, request=sitting["Coalition"], clock_off=True)
    desk.do("give_floor", request=sitting["Coalition"])

    told = shown()
    assert (told.name, told.reading.digits, told.figures) == ("Coalition", "", ())


def test_accommodation_is_told_to_the_moderator(desk, sitting, shown):
    desk.do("accommodate", seconds=60, request=sitting["Coalition"])
    desk.do("give_floor", request=sitting["Coalition"])

    assert shown().figures == (
        ("limit", "4:00"),
        ("used", "0:00"),
        ("added", "0:00"),
        ("accommodation", "1:00"),
    )


@pytest.mark.parametrize(("words", "hint"), [(300, "F9 gives the floor"), (400, "text too long: needs 2:24")])
def test_text_that_is_too_long_is_told_before_the_speech(desk, sitting, shown, words, hint):
    desk.do("hand_in", request=sitting["Brazil"], words=words)

    assert [(bare(word), figure) for word, figure in shown().figures] == [(hint, "")]


@pytest.mark.parametrize(("words", "hint"), [(330, "F9 gives the floor"), (400, "text too long: needs 4:48")])
def test_text_that_is_interpreted_sentence_by_sentence_is_spoken_twice(desk, sitting, shown, words, hint):
    desk.do("interpret", on=True, request=sitting["Brazil"])
    desk.do("hand_in", request=sitting["Brazil"], words=words)

    assert [(bare(word), figure) for word, figure in shown().figures] == [(hint, "")]


def test_phase_says_what_its_plan_leaves(desk, sitting, clock, context):
    desk.do("set_plan", panel=1, phases=((Phase.OPENING, 5), (Phase.DISCUSSION, 40)))
    desk.do("enter_phase", phase=Phase.DISCUSSION)
    clock.pass_s(29 * 60)
    floor = desk.view().floor
    left = phase_words(floor, clock.now, context.language)

    assert (bare(left), bare(phase_words(floor, clock.now + 13 * 60_000, context.language))) == (
        "Discussion: 11 min left",
        "Discussion: 2 min over",
    )


def test_batch_of_questions_hands_the_turn_to_the_panel(desk, sitting, context):
    desk.do("set_rule", rule="batch", value=2)
    told = []
    for name in ("Brazil", "Norway"):
        desk.do("give_floor", request=sitting[name])
        desk.do("end_intervention")
        told.append(batch_words(desk.view().floor, context.language))

    assert told == ["", "2 questions: now the panel answers"]
