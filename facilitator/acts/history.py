"""Taking acts back and bringing them back: an inverse act with an event of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, tee
from typing import Any

from facilitator.acts.holder import must_hold
from facilitator.acts.queue import detach_notes
from facilitator.acts.registry import ACTS
from facilitator.domain.refusals import NothingToRedo, NothingToUndo, UndoBesideOthers
from facilitator.domain.union import Place
from facilitator.domain.view import Done
from facilitator.store.journal import Change, to_redo, to_undo
from facilitator.store.laptops import laptops
from facilitator.store.union_rows import beside
from facilitator.store.work import Work
from facilitator.store.workshop_file import Entry, WorkshopFile

_FIND = {"undo": (to_undo, NothingToUndo), "redo": (to_redo, NothingToRedo)}


def reverse(file: WorkshopFile, how: str, desk: str | None, at: int) -> str:
    """The newest act in effect is undone, or the newest undone one redone; returns the event's id.

    Clocks and budgets are as they would be had it not happened. Raises NothingToUndo, NothingToRedo,
    UndoConflict if its rows have changed since, UndoBesideOthers if another laptop changed them unseen, or
    FloorElsewhere if it is the floor's and another laptop holds that.
    """
    find, nothing = _FIND[how]
    target = find(file.events(own=True), desk)
    if target is None:
        raise nothing
    changes = file.changes_of(target.id)
    must_hold(file, _owner(file, target), changes)
    _must_be_alone(file, (file.replica, target.seq), changes)
    inverse = [change.inverse for change in reversed(changes)]
    entry = Entry(how, target.desk, {} if desk is None else {"desk": desk}, at, undoes=target.id)
    event, _ = file.write(entry, _taking_back(inverse, target.subject))
    return event


def _owner(file: WorkshopFile, target: Any) -> str:  # noqa: ANN401 - a row of the journal
    """Return whose act is taken back, at whatever desk it was done."""
    act = ACTS.get(_root(file.events(), target.id))
    return str(target.desk) if act is None else act.desk


def _must_be_alone(file: WorkshopFile, place: Place, changes: tuple[Change, ...]) -> None:
    """Raise UndoBesideOthers where the tables here would come to differ from those of other laptops."""

    def other(connection: Any) -> str | None:  # noqa: ANN401 - the store's own
        laptop = beside(connection, place, changes)
        return None if laptop is None else laptops(connection)[laptop].name

    name = file.look(other)
    if name is not None:
        raise UndoBesideOthers(name=name)


def _taking_back(inverse: list[Change], subject: str) -> Callable[[Work], None]:
    def body(work: Work) -> None:
        gone = {c.id for c in inverse if c.table == "intervention" and c.after is None}
        if gone:
            detach_notes(work, gone)
        work.apply(inverse)
        work.subject = subject

    return body


@dataclass(frozen=True, slots=True)
class Past:
    """The newest acts at a desk, the newest first, and what undo and redo would take back and bring back."""

    last: tuple[Done, ...]
    undo: Done | None
    redo: Done | None


def past(file: WorkshopFile, desk: str, most: int) -> Past:
    """Return what lies behind a desk: the journal is read once for all three answers."""
    for_last, for_undo, for_redo = tee(file.events(own=True), 3)
    last = islice((row for row in for_last if row.desk == desk), most)
    undo, redo = to_undo(for_undo, desk), to_redo(for_redo, desk)
    return Past(
        tuple(_done(file, row) for row in last),
        None if undo is None else _done(file, undo),
        None if redo is None else _done(file, redo),
    )


def _done(file: WorkshopFile, row: Any) -> Done:  # noqa: ANN401 - a row of the journal
    return Done(row.at, row.act, row.subject, "" if row.undoes is None else _root(file.events(), row.undoes))


def _root(events: Iterator[Any], id_: str) -> str:
    """Return the act that a chain of undos and redos is about."""
    for row in events:
        if row.id == id_:
            if row.undoes is None:
                return str(row.act)
            id_ = row.undoes
    return ""
