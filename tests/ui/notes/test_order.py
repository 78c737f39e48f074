"""The list that is kept up to date note by note is the one that is made of all of them."""

from itertools import accumulate
from random import Random

import pytest

from facilitator.domain.notes import About
from facilitator.language.speech import Language
from facilitator.ui.notes.lines import Lines

STEPS = 40


def turn(desk):
    floor = desk.view().floor
    if floor.speaking is not None:
        desk.do("end_intervention")
    elif floor.waiting:
        desk.do("give_floor")


def note_on_an_earlier_turn(desk, chance):
    spoken = desk.view().floor.interventions
    if spoken:
        desk.do("write_note", text="on what was said", intervention=chance.choice(spoken).id)


def reworded(desk, chance):
    notes = desk.view().notes
    if notes:
        note = chance.choice(notes)
        desk.do("revise_note", note=note.id, base=note.revision, text=f"{note.text} again")


def removed(desk, chance):
    notes = desk.view().notes
    if notes:
        desk.do("remove_note", note=chance.choice(notes).id)


def mirrored(model):
    """What somebody has who reads the rows that are told to be new, gone or other, and none besides."""
    held = list(model.lines)

    def take(_, first, last):
        held[first:first] = model.lines[first : last + 1]

    def drop(_, first, last):
        del held[first : last + 1]

    def read_again(first, last):
        held[first.row() : last.row() + 1] = model.lines[first.row() : last.row() + 1]

    model.rowsInserted.connect(take)
    model.rowsRemoved.connect(drop)
    model.dataChanged.connect(read_again)
    return held


def tagged(desk, chance):
    notes = [note for note in desk.view().notes if note.id not in desk.view().codings]
    if notes:
        desk.do("code_note", note=chance.choice(notes).id, code="groups:AFR")


def places(timeline):
    """Where each line begins and ends."""
    rects = [timeline.visualRect(timeline.model().index(row)) for row in range(timeline.model().rowCount())]
    return [(rect.top() + timeline.verticalOffset(), rect.height()) for rect in rects]


@pytest.mark.parametrize("seed", range(6))
def test_one_note_more_or_less_or_reworded_makes_the_list_that_all_would_make(rapporteur, desk, clock, seed):
    chance = Random(seed)  # noqa: S311 - no secret
    acts = (
        lambda: turn(desk),
        lambda: desk.do("write_note", text="as it comes"),
        lambda: desk.do("write_note", text="of the panel", about=About.PANEL),
        lambda: desk.do("write_note", text="begun before", begun=desk.now() - 90_000),
        lambda: note_on_an_earlier_turn(desk, chance),
        lambda: reworded(desk, chance),
        lambda: removed(desk, chance),
        lambda: tagged(desk, chance),
        lambda: desk.do("undo", desk="notes") if desk.view().notes else None,
    )
    told = mirrored(rapporteur.notes.model)
    for _ in range(STEPS):
        clock.pass_s(chance.choice((0, 7, 100)))
        chance.choice(acts)()
        kept = rapporteur.notes.model.lines
        anew = Lines(desk.view(), kept.now, Language("en", "Europe/Zurich"))
        assert (kept.keys, kept[:]) == (anew.keys, anew[:])
        assert tuple(told) == kept[:]
        lines = places(rapporteur.notes.timeline)
        heights = [height for _, height in lines]
        assert [top for top, _ in lines] == list(accumulate(heights[:-1], initial=0))[: len(lines)]
