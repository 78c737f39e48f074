"""In which order turns and notes stand below one another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from facilitator.domain.intervention import Intervention
from facilitator.domain.notes import Note
from facilitator.domain.view import View

Thing = Intervention | Note


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


def stepped(
    things: Sequence[Thing], keys: list[str], before: View, view: View
) -> tuple[list[Thing], list[str]] | None:
    """Return what `ordered` would, and the ids; None where more than one note is other than before.

    So a note that is stored or reworded waits for no other note of its panel.
    """
    if view.floor is None or view.floor is not before.floor:
        return None
    was, notes = before.notes, view.notes
    if len(notes) == len(was) + 1 and notes[:-1] == was:
        row = _place(things, keys, view, notes[-1])
        if row is None:
            return None
        return [*things[:row], notes[-1], *things[row:]], [*keys[:row], notes[-1].id, *keys[row:]]
    reworded = _reworded(things, keys, was, notes) if len(notes) == len(was) else None
    return None if reworded is None else (reworded, keys)


def _place(things: Sequence[Thing], keys: list[str], view: View, new: Note) -> int | None:
    """Return in which row a note stands that is the newest of all, None if that takes a closer look."""
    if new.intervention is not None:
        if new.intervention not in keys:
            return None
        row = keys.index(new.intervention) + 1
        while row < len(things) and _on(things[row]) == new.intervention:
            row += 1
        return row
    began = [] if view.floor is None else [turn.clock.began for turn in view.floor.interventions]
    on = _on(things[-1]) if things else None
    at_the_end = max(began, default=0) <= new.at and (on is None or on in keys)
    return len(things) if at_the_end else None


def _on(it: Thing) -> str | None:
    """Return what a note is about, None for whoever spoke."""
    return it.intervention if isinstance(it, Note) else None


def _reworded(
    things: Sequence[Thing], keys: list[str], was: tuple[Note, ...], notes: tuple[Note, ...]
) -> list[Thing] | None:
    """Return the same with one note in other words, None if that is not all."""
    others = (place for place, (new, old) in enumerate(zip(notes, was, strict=True)) if new is not old)
    at = next(others, None)
    if at is None:
        return list(things)
    new, old = notes[at], was[at]
    same = (new.id, new.at, new.intervention) == (old.id, old.at, old.intervention)
    if not same or notes[at + 1 :] != was[at + 1 :]:
        return None
    row = keys.index(new.id)
    return [*things[:row], new, *things[row + 1 :]]
