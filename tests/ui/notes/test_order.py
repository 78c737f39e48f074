"""The list that is kept up to date note by note is the one that is made of all of them."""

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
        lambda: desk.do("undo", desk="notes") if desk.view().notes else None,
    )
    for _ in range(STEPS):
        clock.pass_s(chance.choice((0, 7, 100)))
        chance.choice(acts)()
        kept = rapporteur.notes.model.lines
        anew = Lines(desk.view(), kept.now, Language("en", "Europe/Zurich"))
        assert (kept.keys, kept[:]) == (anew.keys, anew[:])
