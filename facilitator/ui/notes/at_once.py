"""What a key does at once with the note in the line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitator.domain.notes import MODERATOR, About
from facilitator.ui.notes.gestures import Ask
from facilitator.ui.notes.hand import Hand


def _split(hand: Hand) -> None:
    """The note ends at the cursor, and another one begins there."""
    field, note = hand.capture.field, hand.note
    place = field.place() - (len(field.text()) - len(field.text().lstrip()))  # as it was stored
    if hand.do("split_note", note=note.id, place=place, base=note.revision):
        hand.capture.put_away()


def _merge(hand: Hand) -> None:
    """The note before the one in the line takes it in."""
    note = hand.note
    earlier = [n for n in hand.view.notes if (n.at, n.id) < (note.at, note.id)]
    if earlier and hand.do("merge_notes", notes=(earlier[-1].id, note.id)):
        hand.capture.put_away()


def _remove(hand: Hand) -> None:
    if hand.do("remove_note", note=hand.note.id):
        hand.capture.put_away()


def _move(hand: Hand) -> None:
    """The note is for the turn before its own, for the panel, for nobody, and so on."""
    note, floor = hand.note, hand.view.floor
    turns = sorted(() if floor is None else floor.interventions, key=lambda turn: turn.clock.began)
    ids = [turn.id for turn in turns]
    if note.nobody and ids:
        hand.do("move_note", note=note.id, intervention=ids[-1])
    elif note.intervention is None:
        hand.do("move_note", note=note.id, about=About.NOBODY)
    else:
        place = ids.index(note.intervention) if note.intervention in ids else 0
        hand.do("move_note", note=note.id, intervention=ids[place - 1] if place else None)
    hand.again()


def _for_moderator(hand: Hand) -> None:
    """The note is a sign for the moderator, or no more."""
    charge = "" if hand.note.charge == MODERATOR else MODERATOR
    if hand.do("charge_note", note=hand.note.id, charge=charge, settled=False):
        hand.capture.put_away()


AT_ONCE: Mapping[Ask, Callable[[Hand], None]] = {
    Ask.SPLIT: _split,
    Ask.MERGE: _merge,
    Ask.REMOVE: _remove,
    Ask.WHOSE: _move,
    Ask.MODERATOR: _for_moderator,
}
