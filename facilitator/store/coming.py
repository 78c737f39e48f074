"""Events of another laptop made ready: bound to one another, and with the rows they make as tables hold them.

Nothing here asks the file: another process can do it beside whoever writes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from facilitator.store.chain import WITHHELD, link_of, seal_of
from facilitator.store.journal import Crowd, usual
from facilitator.store.steps import AT_ONCE
from facilitator.store.tables import STATE

_NOTHING = ("", "{}", "[]")
_decoded = json.JSONDecoder().raw_decode  # a merge asks for it a hundred thousand times


class Told(NamedTuple):
    """An event as it travels: its laptop, predecessor and hash follow from the run it stands in.

    Its seal is taken when it is read or when it is bound, and is nothing before.
    """

    seq: int
    id: str
    at: int
    act: str
    desk: str
    undoes: str | None
    salt: str
    sealed: str
    subject: str
    arguments: str
    changes: str


class Run(NamedTuple):
    """Events of one laptop, one after the other; `previous` is the hash of the one before them."""

    laptop: str
    previous: str
    events: list[Told]


class Bound(NamedTuple):
    """An event with its place in its laptop's chain: all of a journal's row but its moment."""

    id: str
    replica: str
    seq: int
    at: int
    act: str
    desk: str
    subject: str
    arguments: str
    changes: str
    undoes: str | None
    salt: str
    sealed: str
    previous: str
    hash: str


Written = tuple[str, str, tuple[Any, ...] | None]
"""What an event did to a row: its table, its id, and the whole row as the table holds it if it was made."""
Event = tuple[Bound, Sequence[Written]]
"""An event, and the rows it wrote."""


class Coming(NamedTuple):
    """A run made ready, in pieces; `hash` is the last event's, `in_part` tells which are told only so."""

    laptop: str
    previous: str
    first: int
    last: int
    hash: str
    in_part: Sequence[tuple[int, str]]
    pieces: Iterable[Sequence[Event]]


def coming(run: Run) -> Coming:
    """Return a run made ready; what no package can hold raises what `package.read` catches."""
    events = list(_events(run))
    pieces = [events[first : first + AT_ONCE] for first in range(0, len(events), AT_ONCE)]
    in_part = [(told.seq, _part_of(told)) for told in run.events if _is_told_in_part(told)]
    return Coming(
        run.laptop, run.previous, run.events[0].seq, run.events[-1].seq, events[-1][0].hash, in_part, pieces
    )


def bound(laptop: str, previous: str, told: Told) -> Bound:
    """Return an event with its place in the chain."""
    seq, id_, at, act, desk, undoes, salt, sealed, subject, arguments, changes = told
    if salt not in ("", WITHHELD) and not sealed:
        sealed = seal_of(salt, subject, arguments, changes)
    hash_ = link_of(laptop, (seq, at), (id_, act, desk, sealed, previous), undoes)
    place, payload = (id_, laptop, seq, at, act, desk), (subject, arguments, changes)
    return Bound(*place, *payload, undoes, salt, sealed, previous, hash_)


def written_in(changes: str) -> list[Written]:
    """Return what an event's changes, told as text, did to which rows; raises KeyError of no table."""
    found: list[Written] = []
    told, end = _decoded(changes)
    if end != len(changes):
        raise ValueError
    for table, id_, before, after in told:
        if id_ is None:
            many = Crowd(table, before, after).changes()
            found += [(table, each.id, _row(table, each.after or {})) for each in many]
        elif before is None and after is not None:
            found.append((table, id_, _row(table, after)))
        elif table in STATE:
            found.append((table, id_, None))
        else:
            raise KeyError(table)
    return found


def _row(table: str, told: Mapping[str, Any]) -> tuple[Any, ...]:
    return _cells(table)({**usual(table), **told})


@cache
def _cells(table: str) -> Callable[[Any], tuple[Any, ...]]:
    return itemgetter(*(column.name for column in STATE[table].columns))


def _events(run: Run) -> Iterator[Event]:
    previous = run.previous
    for told in run.events:
        row = bound(run.laptop, previous, told)
        previous = row.hash
        yield row, written_in(told.changes)


def _part_of(told: Told) -> str:
    return seal_of("", told.subject, told.arguments, told.changes)


def _is_told_in_part(told: Told) -> bool:
    return told.salt == WITHHELD and (told.subject, told.arguments, told.changes) != _NOTHING
