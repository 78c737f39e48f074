"""In which order turns and notes stand below one another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from facilitator.domain.intervention import Intervention
from facilitator.domain.notes import Note
from facilitator.domain.view import View

Thing = Intervention | Note
_NEAR = 256  # as far from the foot is looked first


class Step(NamedTuple):
    """What there is, and the ids; at most one `row` is other than before: one more, or in other words."""

    things: list[Thing]
    keys: list[str]
    row: int | None
    more: bool = False


def ordered(view: View) -> list[Thing]:
    """Return turns and notes as they followed one another, the notes on a turn below it."""
    written: dict[str | None, list[Note]] = {}
    for note in sorted(view.notes, key=lambda note: note.at):
        written.setdefault(note.intervention, []).append(note)
    if view.floor is None:
        return []
    loose = deque(written.pop(None, []))
    ordered: list[Thing] = []
    for turn in sorted(view.floor.interventions, key=lambda turn: turn.clock.began):
        while loose and loose[0].at < turn.clock.began:
            ordered.append(loose.popleft())
        ordered += [turn, *written.pop(turn.id, ())]
    return [*ordered, *loose, *_orphans(written)]


def _orphans(written: dict[str | None, list[Note]]) -> Iterator[Note]:
    """Yield notes on interventions that were taken back since: they are still there to be read."""
    for notes in written.values():
        yield from notes


def stepped(things: list[Thing], keys: list[str], before: View, view: View) -> Step | None:
    """Return what `ordered` would, and the ids; None where more than one note is other than before.

    So a note that is stored or reworded waits for no other note of its panel.
    """
    if view.floor is None or view.floor is not before.floor:
        return None
    was, notes = before.notes, view.notes
    if was is notes:
        return Step(things, keys, None)
    if len(notes) == len(was) + 1 and notes[:-1] == was:
        row = _place(things, keys, view, notes[-1])
        return None if row is None else _with(things, keys, row, notes[-1])
    return _reworded(things, keys, was, notes) if len(notes) == len(was) else None


def row_of(keys: list[str], key: str) -> int | None:
    """Return in which row a turn or a note stands: at once if it is near the foot, as what is new is."""
    foot = keys[-_NEAR:]
    if key in foot:
        return len(keys) - len(foot) + foot.index(key)
    return keys.index(key) if key in keys else None


def _with(things: list[Thing], keys: list[str], row: int, new: Note) -> Step:
    things, keys = things.copy(), keys.copy()
    things.insert(row, new)
    keys.insert(row, new.id)
    return Step(things, keys, row, more=True)


def _place(things: list[Thing], keys: list[str], view: View, new: Note) -> int | None:
    """Return in which row a note stands that is the newest of all, None if that takes a closer look."""
    if new.intervention is not None:
        turn = row_of(keys, new.intervention)
        if turn is None:
            return None
        row = turn + 1
        while row < len(things) and _on(things[row]) == new.intervention:
            row += 1
        return row
    began = [] if view.floor is None else [turn.clock.began for turn in view.floor.interventions]
    on = _on(things[-1]) if things else None
    at_the_end = max(began, default=0) <= new.at and (on is None or row_of(keys, on) is not None)
    return len(things) if at_the_end else None


def _on(it: Thing) -> str | None:
    """Return what a note is about, None for whoever spoke."""
    return it.intervention if isinstance(it, Note) else None


def _reworded(
    things: list[Thing], keys: list[str], was: tuple[Note, ...], notes: tuple[Note, ...]
) -> Step | None:
    """Return the same with one note in other words, None if that is not all."""
    others = (place for place, (new, old) in enumerate(zip(notes, was, strict=True)) if new is not old)
    at = next(others, None)
    if at is None:
        return Step(things, keys, None)
    new, old = notes[at], was[at]
    same = (new.id, new.at, new.intervention) == (old.id, old.at, old.intervention)
    row = row_of(keys, new.id)
    if not same or row is None or notes[at + 1 :] != was[at + 1 :]:
        return None
    things = things.copy()
    things[row] = new
    return Step(things, keys, row)
